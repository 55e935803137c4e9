package report

import (
	"cmp"
	"fmt"
	"slices"

	"fortegnelse/model"
)

// evidenceOf is a quotation with all that rests on it, for the appendix.
type evidenceOf struct {
	document string
	line     int
	where    Text
	quote    Text
	proves   []string // "B-01 Formål 1"
}

// sources takes the evidence of a record. It stands word for word in an
// appendix; here only the documents and their sections are named.
func (b *builder) sources(s *sheet) Text {
	list := s.record.Meta().Evidence
	if len(list) == 0 {
		return nil
	}
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
		b.quote(s, path, e)
	}
	var named []string
	for _, id := range documents {
		title := ""
		if id != "" {
			title = b.Register.TitleOf(id)
		}
		named = append(named, joinWords(", ", title, b.sections(sections[id]...)))
	}
	return styled(b.text("report.evidence.source", "Source", joinWords("; ", named...)), Aside)
}

// sections names sections of a document: the numbered ones behind the
// language's word for a section, the headings in quotation marks.
func (b *builder) sections(names ...string) string {
	var numbered, headings []string
	for _, name := range names {
		if name != "" && name[0] >= '0' && name[0] <= '9' {
			numbered = append(numbered, name)
		} else if name != "" {
			headings = append(headings, b.text("report.quoted", "Quote", name))
		}
	}
	at := joinWords(", ", numbered...)
	if at != "" {
		at = b.text("report.evidence.section", "Section", at)
	}
	return joinWords(", ", at, joinWords(", ", headings...))
}

// where names document, section and line of a piece of evidence.
func (b *builder) where(s *sheet, path string, e model.Evidence) Text {
	document := ""
	if e.Document != "" {
		document = b.Number(e.Document)
	}
	var line Text
	if e.Line != 0 {
		if t := s.say(path + "line"); t != nil {
			line = Say(b.text("report.evidence.line", "Line", t.String()))
		}
	}
	return join(", ", Say(document), Say(b.sections(e.Section)), line)
}

// quote keeps a quotation for the appendix. One that several records rest on
// stands there once.
func (b *builder) quote(s *sheet, path string, e model.Evidence) {
	field := b.text("report.evidence.whole")
	if e.Field != "" {
		field = s.place(e.Field)
	}
	key := quoteKey{e.Document, e.Section, e.Line, e.Quote, e.Remark}
	at, known := b.quoted[key]
	where, remark := b.where(s, path, e), s.say(path+"remark").in(Aside)
	if !known {
		at = len(b.evidence)
		b.quoted[key] = at
		quote := styled(b.text("report.quoted", "Quote", e.Quote), Quoted)
		b.evidence = append(b.evidence, evidenceOf{document: b.Number(e.Document), line: e.Line, where: where, quote: join("\n", quote, remark)})
	}
	proved := s.record.Meta().Number + " " + lower(field)
	if leaf, err := model.Get(s.record, e.Field); err == nil && leaf.State == model.NotStated {
		proved += ": " + b.Answer(model.NotStated).String()
	}
	b.evidence[at].proves = append(b.evidence[at].proves, proved)
}

type quoteKey struct {
	document model.ID
	section  string
	line     int
	quote    string
	remark   string
}

// evidenceTable holds all quotations in the order in which they stand in
// their documents.
func (b *builder) evidenceTable() []Block {
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.where"), 20, Left}, {b.text("report.col.quote"), 48, Left}, {b.text("report.col.proves"), 32, Left},
	}}
	slices.SortStableFunc(b.evidence, func(x, y evidenceOf) int {
		return cmp.Or(cmp.Compare(x.document, y.document), cmp.Compare(x.line, y.line))
	})
	for _, e := range b.evidence {
		t.Rows = append(t.Rows, []Text{e.where, e.quote, Say(joinWords("; ", e.proves...)).in(Aside)})
	}
	if len(t.Rows) == 0 {
		return []Block{Paragraph{Text: b.Answer(model.None)}}
	}
	return []Block{t}
}
