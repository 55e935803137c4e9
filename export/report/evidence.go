package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
)

// evidenceOf is the evidence of one record, for the appendix.
type evidenceOf struct {
	number string
	rows   [][]Text
}

// sources takes the evidence of a record. It stands word for word in an
// appendix; here only the documents and their sections are named.
func (b *builder) sources(s *sheet) Text {
	list := s.record.Meta().Evidence
	if len(list) == 0 {
		return nil
	}
	rows := make([][]Text, 0, len(list))
	var documents []model.ID
	sections := map[model.ID][]string{}
	for i, e := range list {
		path := fmt.Sprintf("evidence[%d].", i)
		if !slices.Contains(documents, e.Document) {
			documents = append(documents, e.Document)
		}
		if e.Section != "" && !slices.Contains(sections[e.Document], e.Section) {
			sections[e.Document] = append(sections[e.Document], e.Section)
		}
		s.take(path+"field", path+"quote", path+"document", path+"section")
		field := Say(s.place(e.Field))
		if e.Field == "" {
			field = Say(b.text("report.evidence.whole"))
		}
		quote := styled(b.text("report.quoted", "Quote", e.Quote), Quoted)
		rows = append(rows, []Text{
			{{Text: s.record.Meta().Number, Style: Muted}}, field, b.where(s, path, e),
			join("\n", quote, s.say(path+"remark").in(Aside)),
		})
	}
	b.evidence = append(b.evidence, evidenceOf{s.record.Meta().Number, rows})
	var named []string
	for _, id := range documents {
		title := ""
		if id != "" {
			title = b.Register.TitleOf(id)
		}
		at := ""
		if len(sections[id]) > 0 {
			at = b.text("report.evidence.section", "Section", joinWords(", ", sections[id]...))
		}
		named = append(named, joinWords(", ", title, at))
	}
	return styled(b.text("report.evidence.source", "Source", joinWords("; ", named...)), Aside)
}

// where names document, section and line of a piece of evidence.
func (b *builder) where(s *sheet, path string, e model.Evidence) Text {
	document, section := "", ""
	if e.Document != "" {
		document = b.Number(e.Document)
	}
	if e.Section != "" {
		section = b.text("report.evidence.section", "Section", e.Section)
	}
	var line Text
	if e.Line != 0 {
		if t := s.say(path + "line"); t != nil {
			line = Say(b.text("report.evidence.line", "Line", t.String()))
		}
	}
	return join(", ", Say(document), Say(section), line)
}

func (b *builder) evidenceTable() []Block {
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.number"), 8, Left}, {b.text("report.col.field"), 22, Left},
		{b.text("report.col.where"), 16, Left}, {b.text("report.col.quote"), 54, Left},
	}}
	for _, e := range b.evidence {
		t.Rows = append(t.Rows, e.rows...)
	}
	if len(t.Rows) == 0 {
		return []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	return []Block{t}
}
