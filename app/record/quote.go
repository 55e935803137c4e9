package record

import (
	"strings"

	"fyne.io/fyne/v2"

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
	line := ui.Row(ui.Px(6), ui.Grow(nil), ui.NewIcon(ui.IconQuote, ui.ColorText2, 14), link)
	if !f.page.quotes[key] {
		return line
	}
	objects := []fyne.CanvasObject{line}
	for _, e := range cited {
		text := ui.NewParagraph("»" + strings.TrimSpace(e.Quote) + "«")
		text.Style, text.Color = fyne.TextStyle{Italic: true}, ui.ColorText2
		lines := []fyne.CanvasObject{text}
		if e.Remark != "" {
			lines = append(lines, ui.NewCaption(e.Remark))
		}
		objects = append(objects, ui.OnGround(ui.ColorRaised, ui.Inset(ui.Px(6), ui.Px(12), ui.Px(6), ui.Px(12), ui.Stack(ui.Px(2), lines...))))
	}
	return ui.Stack(ui.Px(4), objects...)
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

// citing says where sentences stand: "Politikken, pkt. 4.1 og 6.1".
func (f *Form) citing(cited []model.Evidence) string {
	var documents []string
	sections := map[string][]string{}
	for _, e := range cited {
		name := f.Text("record.quote.source")
		if e.Document != "" {
			name = f.Register().TitleOf(e.Document)
		}
		if _, there := sections[name]; !there {
			documents = append(documents, name)
			sections[name] = nil
		}
		if e.Section != "" && !strings.Contains("\x00"+strings.Join(sections[name], "\x00")+"\x00", "\x00"+e.Section+"\x00") {
			sections[name] = append(sections[name], e.Section)
		}
	}
	said := make([]string, 0, len(documents))
	for _, name := range documents {
		if at := sections[name]; len(at) > 0 {
			name = f.Text("record.quote.at", "Document", name, "Sections", strings.Join(at, ", "))
		}
		said = append(said, name)
	}
	return strings.Join(said, "; ")
}
