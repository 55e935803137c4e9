package report

import (
	"fmt"
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// transfers is the part on transfers to third countries: a list of them,
// then each in its steps.
func (b *builder) transfers() Section {
	sec := Section{Level: 1, Number: "4", Title: b.text("report.section.transfers"), Own: true,
		Under: styled(law.Wording("30(1)", "e", b.options.Language).Text, Quoted)}
	list := model.Within(b.part, b.Register.Transfers())
	if len(list) == 0 {
		sec.Blocks = []Block{Paragraph{Text: Say(b.text("report.transfers.unregistered"))}}
		return sec
	}
	t := Table{Columns: []Column{{b.text("report.col.number"), 8, Left}, {b.text("report.col.importer"), 28, Left},
		{b.text("report.col.destination"), 20, Left}, {b.text("report.col.gate"), 30, Left}, {b.text("report.usedby"), 14, Left}}}
	for _, transfer := range list {
		t.Rows = append(t.Rows, append(b.transferRow(transfer.ID), b.usedBy(transfer.ID)))
	}
	sec.Blocks = []Block{t}
	for _, transfer := range list {
		sec.Blocks = append(sec.Blocks, b.transfer(transfer)...)
	}
	return sec
}

// transfer prints one transfer in the order in which the law asks: what goes
// where, on what it rests, the clauses, the framework, the assessment.
func (b *builder) transfer(t *model.Transfer) []Block {
	s := b.sheet(t)
	s.take("number")
	title := ownWords(b.titleOrNone(t.Importer.Value), t.Title)
	h := Heading{Level: 1, Number: t.Number, Title: title, Note: s.say("status").in(Aside)}
	if title == t.Title {
		s.take("title")
	} else {
		h.Aside = s.say("title")
	}
	blocks := []Block{h}
	part := func(key string, pairs []Pair) {
		if len(pairs) > 0 {
			blocks = append(blocks, Heading{Level: 2, Title: b.text("report.transfer." + key)}, Pairs{Columns: 2, Pairs: pairs})
		}
	}
	for _, path := range []string{"destination.type", "destination.text", "destination.country"} {
		if t.Destination.Given() {
			s.take(path)
		}
	}
	to := s.phrase("destination", said(b.Phrases, t.Destination, func(d model.Destination) Text {
		kind := b.Code("destination_kind", string(d.Type))
		if words := b.Destination(d); !saidIn(words, kind) {
			return join(" ", Say(words), Say("("+lower(kind)+")").in(Aside))
		}
		return Say(b.Destination(d))
	}))
	part("what", append([]Pair{to}, s.pairs("exporter", "exporterParty", "importer", "data", "condition")...))
	part("gate", append([]Pair{{s.label("gate"), s.answer("gate")}}, s.pairs("tools", "decision", "safeguards", "notice", "documents")...))
	part("scc", s.spread("scc"))
	part("dpf", s.spread("dpf"))
	if len(t.TIA.Value.Steps) > 0 {
		blocks = append(blocks, Heading{Level: 2, Title: s.label("tia.steps")}, b.steps(s, t.TIA.Value))
	}
	part("tia", s.spread("tia"))
	return append(blocks, b.ending(s)...)
}

func (b *builder) titleOrNone(id model.ID) string {
	if id == "" {
		return ""
	}
	return b.Register.TitleOf(id)
}

func (b *builder) steps(s *sheet, tia model.TIA) Table {
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.step"), 28, Left}, {b.text("report.col.answer"), 54, Left}, {b.text("report.col.done"), 18, Left},
	}}
	for i := range tia.Steps {
		path := fmt.Sprintf("tia.steps[%d].", i)
		t.Rows = append(t.Rows, []Text{s.say(path + "step"), s.say(path + "text"), s.say(path + "done")})
	}
	return t
}

// wordingSource names the sources of the law's wording, and says which
// letters have been checked against the official text.
func (b *builder) wordingSource() Text {
	var lines []Text
	for _, verified := range []bool{true, false} {
		source, articles := "", []string(nil)
		for _, article := range b.articles() {
			for _, letter := range letters {
				w := law.Wording(article, letter, b.options.Language)
				if w.Text != "" && w.Verified == verified {
					source = w.Source
					articles = append(articles, b.Reference(model.Reference(article+"("+letter+")")))
				}
			}
		}
		key := "report.colophon.checked"
		if !verified {
			key = "report.colophon.unchecked"
		}
		if articles != nil {
			lines = append(lines, Say(b.text(key, "Source", source, "Articles", joinWords(", ", articles...))))
		}
	}
	return join("\n", lines...)
}

// articles returns the paragraphs of Article 30 whose wording stands in the
// report: that of processors only where there is an activity as processor.
func (b *builder) articles() []string {
	processing := func(a *model.Activity) bool { return a.Role == model.AsProcessor }
	if slices.ContainsFunc(b.listed, processing) {
		return []string{"30(1)", "30(2)"}
	}
	return []string{"30(1)"}
}
