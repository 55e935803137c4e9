package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Advice is what the law data add to what stands in a field: quiet words or a
// warning, and what a person can do about it. It keeps nothing from being
// saved.
type Advice struct {
	Sign  ui.Sign // SignWarning, or SignYes where something fits; SignNothing for quiet words
	Text  string
	Offer string                   // words of the link; "" for none
	Do    func(model.Record) error // what the link does to the record
}

// same reports whether two pieces of advice read the same.
func (a Advice) same(b Advice) bool {
	return a.Sign == b.Sign && a.Text == b.Text && a.Offer == b.Offer
}

// Advise makes the lines that give advice on the field at path. Without advice
// they take no room.
func (f *Form) Advise(path string, now func() []Advice) fyne.CanvasObject {
	lines := ui.Stack(0)
	show := func() bool {
		all := now()
		if slices.EqualFunc(all, f.part.advised[f.key(path)], Advice.same) {
			return false
		}
		f.part.advised[f.key(path)] = all
		lines.Objects = nil
		for i, a := range all {
			lines.Add(f.adviceLine(path, i, a))
		}
		return true
	}
	show()
	f.Follow(func() {
		if show() {
			lines.Refresh()
			f.page.reflow()
		}
	})
	return lines
}

// adviceLine makes one line: its sign, its words, and below them the link.
func (f *Form) adviceLine(path string, i int, a Advice) fyne.CanvasObject {
	text := ui.NewCaption(a.Text)
	if a.Sign.Known() {
		text.Color = a.Sign.Color()
	}
	words := ui.Stack(0)
	if a.Text != "" {
		words.Add(text)
	}
	if a.Offer != "" {
		link := &ui.Link{Text: a.Offer, Caption: true}
		link.OnTapped = func() {
			if f.Do(a.Do) {
				f.page.focusIn(f.part, f.key(path))
			}
		}
		onFocus(link, func() { f.page.reveal(f.part, link) })
		f.control(path+"?"+itoa(i), link)
		words.Add(ui.Row(0, link))
	}
	if !a.Sign.Known() {
		return ui.Inset(ui.Px(2), 0, 0, 0, words)
	}
	sign := ui.Inset(ui.Px(1), 0, 0, 0, ui.NewSignImage(a.Sign))
	return ui.Inset(ui.Px(2), 0, 0, 0, ui.Row(ui.Px(6), ui.Stack(0, sign), ui.Grow(words)))
}

// beneath sets advice off below the control of a field that has a label.
type beneath struct{}

// Layout is Fyne's.
func (beneath) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := ui.Px(LabelWidth)
	if size.Width < ui.Px(360) { // where the label stands above the control
		left = 0
	}
	for _, o := range objects {
		o.Move(fyne.NewPos(left, 0))
		o.Resize(fyne.NewSize(size.Width-left, size.Height))
	}
}

// MinSize is Fyne's.
func (beneath) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// advice returns what finds the advice on a field, nil where the law data have
// nothing to say of such a field.
func (f *Form) advice(field *model.Field, path string) func() []Advice {
	switch field.Owner + "." + field.Name {
	case "basis.reference":
		return func() []Advice { return f.demandAdvice(model.Reference(value(f.at(path)))) }
	case "basis.printed":
		return func() []Advice { return f.readAdvice(strings.TrimSuffix(path, ".printed")) }
	case "law_reference.printed":
		return func() []Advice { return f.lawAdvice(strings.TrimSuffix(path, ".printed")) }
	case "data_item.class":
		return func() []Advice { return f.classAdvice(strings.TrimSuffix(path, ".class")) }
	case "registration.printed":
		return func() []Advice { return f.numberAdvice(strings.TrimSuffix(path, ".printed")) }
	case "legal_entity.authority":
		return func() []Advice { return f.authorityAdvice(model.Authority(value(f.at(path)))) }
	}
	if !mayAddress(field) {
		return nil
	}
	return func() []Advice { return f.outdatedAdvice(value(f.at(path))) }
}

// mayAddress reports whether an authority's address or name may stand in a
// field. What is quoted from a source stays as it is printed there.
func mayAddress(field *model.Field) bool {
	if field.Many || field.Type != model.TypeText && field.Type != model.TypeParagraph {
		return false
	}
	switch field.Owner {
	case "address", "contact", "party", "legal_entity", "right_practice", "recipient":
		return true
	}
	return false
}

// unverified adds to words of the law data that nobody has seen them in the
// text of the law.
func (f *Form) unverified(text string, verified bool) string {
	if verified {
		return text
	}
	return join(text, f.Text("record.law.unverified"))
}

// own returns the words of the register's language, in which what goes into
// the register is written.
func (f *Form) own() *words.Catalogue {
	if c, err := words.In(f.Register().Info().Language); err == nil {
		return c
	}
	return f.Words()
}

// country returns the country whose law the register is under.
func (f *Form) country() model.Country { return f.Register().Info().Country }
