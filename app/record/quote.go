package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// quotes makes the small line that tells where the facts of a section are
// written; opened, it shows the sentences themselves. It is nil where nothing
// is quoted.
func (f *Form) quotes(claims []string) fyne.CanvasObject {
	cited := f.cited(claims)
	if len(cited) == 0 {
		return nil
	}
	key := f.key(strings.Join(claims, " "))
	f.Shape(func() string {
		if f.page.quotes[key] {
			return "open " + itoa(len(f.cited(claims)))
		}
		return itoa(len(f.cited(claims)))
	})
	link := ui.NewLink(f.citing(cited), func() {
		f.page.quotes[key] = !f.page.quotes[key]
		f.part.refresh()
		f.page.reflow()
	})
	link.Caption = true
	f.control("quotes", link)
	onFocus(link, func() { f.page.reveal(f.part, link) })
	line := container.New(atRight{}, ui.NewIcon(ui.IconQuote, ui.ColorText2, 14), link)
	if !f.page.quotes[key] {
		return line
	}
	objects := []fyne.CanvasObject{line}
	for _, e := range cited {
		text := ui.NewParagraph(f.Text("report.quoted", "Quote", strings.TrimSpace(e.Quote)))
		text.Style, text.Color = fyne.TextStyle{Italic: true}, ui.ColorText2
		lines := []fyne.CanvasObject{text}
		if len(cited) > 1 {
			lines = append(lines, ui.NewCaption(f.citing([]model.Evidence{e})))
		}
		if e.Remark != "" {
			lines = append(lines, ui.NewCaption(e.Remark))
		}
		objects = append(objects, ui.OnGround(ui.ColorRaised, ui.Inset(ui.Px(6), ui.Px(12), ui.Px(6), ui.Px(12), ui.Stack(ui.Px(2), lines...))))
	}
	return ui.Stack(ui.Px(4), objects...)
}

// atRight puts an icon and a link at the right, the link no wider than there
// is room for.
type atRight struct{}

// Layout is Fyne's.
func (atRight) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	icon, link := objects[0], objects[1]
	m, gap := icon.MinSize(), ui.Px(6)
	width := max(min(link.MinSize().Width, size.Width-m.Width-gap), 0)
	link.Resize(fyne.NewSize(width, size.Height))
	link.Move(fyne.NewPos(size.Width-width, 0))
	icon.Resize(m)
	icon.Move(fyne.NewPos(size.Width-width-gap-m.Width, (size.Height-m.Height)/2))
}

// MinSize is Fyne's.
func (atRight) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(ui.Px(120), max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// cited returns the evidence for the fields of a section.
func (f *Form) cited(claims []string) []model.Evidence {
	rec := f.Record()
	if rec == nil {
		return nil
	}
	var cited []model.Evidence
	for _, e := range rec.Meta().Evidence {
		if e.Field != "" && e.Quote != "" && covered(model.General(e.Field), claims) {
			cited = append(cited, e)
		}
	}
	return cited
}

// citing says where sentences stand: the numbered sections behind the
// language's word for a section, the headings in quotation marks: "Politikken,
// pkt. 4.1, 6.1, »Cookies«".
func (f *Form) citing(cited []model.Evidence) string {
	var documents []string
	numbered, headings := map[string][]string{}, map[string][]string{}
	for _, e := range cited {
		name := f.Text("record.quote.source")
		if e.Document != "" {
			name = f.Register().TitleOf(e.Document)
		}
		if !slices.Contains(documents, name) {
			documents = append(documents, name)
		}
		switch quoted := f.Text("report.quoted", "Quote", e.Section); {
		case e.Section == "":
		case e.Section[0] < '0' || e.Section[0] > '9':
			if !slices.Contains(headings[name], quoted) {
				headings[name] = append(headings[name], quoted)
			}
		case !slices.Contains(numbered[name], e.Section):
			numbered[name] = append(numbered[name], e.Section)
		}
	}
	said := make([]string, 0, len(documents))
	for _, name := range documents {
		at := name
		if len(numbered[name]) > 0 {
			at = f.Text("record.quote.at", "Document", name, "Sections", strings.Join(numbered[name], ", "))
		}
		said = append(said, strings.Join(append([]string{at}, headings[name]...), ", "))
	}
	return strings.Join(said, "; ")
}
