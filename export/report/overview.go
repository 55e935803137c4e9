package report

import (
	"slices"

	"fortegnelse/model"
)

var letters = []string{"a", "b", "c", "d", "e", "f", "g"}

// manyActivities is how many activities fit as squares beside each other.
const manyActivities = 24

// overview is the page that management reads: what is answered, and how the
// processors stand, and in the internal edition what the checks have found.
func (b *builder) overview() Section {
	s := Section{Level: 1, Title: b.text("report.overview")}
	standing := make([]map[string]model.Completion, len(b.listed))
	for i, a := range b.listed {
		standing[i] = model.Completeness(a)
	}
	bars := Bars{}
	for _, letter := range model.Letters {
		bars.Rows = append(bars.Rows, b.bar(letter, standing))
	}
	s.Blocks = append(s.Blocks,
		Heading{Level: 2, Title: b.text("report.overview.completeness"),
			Note: styled(b.Words.Count("report.overview.of", len(b.listed)), Aside)},
		bars,
		Legend{Entries: []Text{
			b.explained(MarkAnswered, "report.overview.answered"),
			b.explained(MarkAbsent, "report.overview.notstated"),
			b.explained(MarkOpen, "report.overview.unanswered"),
		}})
	s.Blocks = append(s.Blocks, b.findingsOverview()...)
	if list := model.Within(b.part, b.Register.Processors()); len(list) > 0 {
		s.Blocks = append(s.Blocks, Heading{Level: 2, Title: b.text("report.overview.processors")}, b.processorTable(list))
	}
	return s
}

func (b *builder) explained(m Mark, key string) Text {
	return Text{{Mark: m}, {Text: " " + b.text(key)}}
}

// bar says for one letter how each activity stands.
func (b *builder) bar(letter string, standing []map[string]model.Completion) Bar {
	answered, unstated, open := 0, 0, 0
	row := Bar{Letter: "(" + letter + ")", Label: b.text("report.letter." + letter)}
	if letter == model.BasisSign {
		row.Letter, row.Label = letter, b.text("report.col.basis")
	}
	for _, of := range standing {
		state := MarkOpen
		switch of[letter] {
		case model.NotAsked:
			continue
		case model.Complete:
			answered++
			state = MarkAnswered
		case model.Partial:
			unstated++
			state = MarkAbsent
		default:
			open++
		}
		if len(b.listed) <= manyActivities {
			row.States = append(row.States, state)
		}
	}
	row.Note = b.text("report.overview.bar", "Answered", b.Words.Number(answered),
		"NotStated", b.Words.Number(unstated), "Unanswered", b.Words.Number(open))
	return row
}

// processorTable shows how each processor stands.
func (b *builder) processorTable(list []*model.Processor) Table {
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.processor"), 22, Left}, {b.text("report.col.service"), 20, Left},
		{b.text("report.col.agreement"), 20, Left}, {b.text("report.col.dated"), 12, Left},
		{b.text("report.col.items28"), 11, Left}, {b.text("report.col.supervision"), 14, Left},
		{b.text("report.col.place"), 16, Left},
	}}
	for _, p := range list {
		var states, dates []Text
		for _, a := range b.mainAgreements(p) {
			states = append(states, Say(b.Code("agreement_state", string(a.State))))
			dates = append(dates, said(b.Phrases, a.Signed, func(d model.Date) Text { return Say(b.Words.ShortDate(d)) }))
		}
		if states == nil {
			states = []Text{styled(b.text("report.agreement.none"), Absent)}
		}
		dated := join("\n", dates...)
		if dated == nil {
			dated = marked(MarkNot)
		}
		t.Rows = append(t.Rows, []Text{
			{{Text: b.Register.Title(p), Style: Bold}}, Say(b.Services(p.Services)), join("\n", states...), dated,
			Say(b.items28(b.agreementsOf(p))), b.Supervised(p), b.placeOf(p),
		})
	}
	return t
}

// mainAgreements returns the data processing agreements with a processor, or
// whatever agreements there are instead.
func (b *builder) mainAgreements(p *model.Processor) []*model.Agreement {
	all := b.agreementsOf(p)
	var main []*model.Agreement
	for _, a := range all {
		if a.Type == "data_processing" {
			main = append(main, a)
		}
	}
	if main == nil {
		return all
	}
	return main
}

// transferOf says to where a processor takes data.
func (b *builder) transferOf(p *model.Processor) Text {
	var out []Text
	for _, rec := range b.Register.UsersOf(p.Party.Value, model.KindTransfer) {
		t := rec.(*model.Transfer)
		if party := p.Party.Value; t.Importer.Value == party || t.ExporterParty == party {
			to := said(b.Phrases, t.Destination, func(d model.Destination) Text { return Say(b.Destination(d)) })
			out = append(out, join(", ", Say(t.Number), to))
		}
	}
	return join("; ", out...)
}

// placeOf says where a processor has the data: its transfers, else its
// places of processing.
func (b *builder) placeOf(p *model.Processor) Text {
	if t := b.transferOf(p); t != nil {
		return t
	}
	return said(b.Phrases, p.Places, func(places []model.Place) Text { return Say(b.countries(places)) })
}

// countries names the countries of places of processing. A place without a
// country is named by its site where that is short.
func (p Phrases) countries(places []model.Place) string {
	var out []string
	for _, place := range places {
		name := ownWords(p.Country(place.Country), place.Site)
		if len(name) > 40 {
			name = p.Words.Text("report.seeprocessors")
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return joinWords(", ", out...)
}

// Places names where data are processed.
func (p Phrases) Places(places []model.Place) string {
	var out []string
	for _, place := range places {
		out = append(out, joinWords(", ", place.Site, p.Country(place.Country)))
	}
	return joinWords("; ", out...)
}
