package report

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Phrases says the facts of a register in the words of one language. Report,
// workbook and screen use the same phrases, so that a fact reads the same
// everywhere. The zero Text is returned where there is nothing to say.
type Phrases struct {
	Words    *words.Catalogue
	Register *model.Register
}

// Answer says an answer without a value: "ikke oplyst".
func (p Phrases) Answer(s model.State) Text {
	if s == model.NotStated || s == model.Unanswered {
		return styled(p.Words.Answer(s), Absent)
	}
	return Say(p.Words.Answer(s))
}

// answerOr is Answer for a list without entries: one that is given has none.
func (p Phrases) answerOr(s model.State) Text {
	if s == model.Given {
		s = model.None
	}
	return p.Answer(s)
}

// said returns the phrase of a value, or the answer that stands in its
// place. An unanswered question says nothing.
func said[T any](p Phrases, a model.Answer[T], phrase func(T) Text) Text {
	switch a.State {
	case model.Given:
		return phrase(a.Value)
	case model.Unanswered:
		return nil
	}
	return p.Answer(a.State)
}

// Code names a code of a vocabulary.
func (p Phrases) Code(vocabulary, code string) string { return p.Words.Code(vocabulary, code) }

// Country names a country, "Danmark".
func (p Phrases) Country(c model.Country) string { return p.Words.Code("country", string(c)) }

// Date writes a date in full, "21. november 2026".
func (p Phrases) Date(d model.Date) string { return p.Words.Date(d) }

// Number returns the number of a record, "B-01"; an ID that leads nowhere is
// returned as it is.
func (p Phrases) Number(id model.ID) string {
	if rec, ok := p.Register.Record(id); ok && rec.Meta().Number != "" {
		return rec.Meta().Number
	}
	return string(id)
}

// Numbers returns the numbers of records, "B-01, B-02".
func (p Phrases) Numbers(ids []model.ID) string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, p.Number(id))
	}
	return joinWords(", ", out...)
}

// Link names a record with its number, "D-01 Complimenta".
func (p Phrases) Link(id model.ID) string {
	rec, ok := p.Register.Record(id)
	if !ok {
		return string(id)
	}
	number, title := rec.Meta().Number, p.Register.Title(rec)
	if title == number {
		return number
	}
	return joinWords(" ", number, title)
}

// Links names several records, "S-01 Logning af adgang; S-02 …".
func (p Phrases) Links(ids []model.ID) string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, p.Link(id))
	}
	return joinWords("; ", out...)
}

// Address writes a postal address on one line. The country is named where
// it is not the register's own.
func (p Phrases) Address(a model.Address) string {
	country := ""
	if a.Country != p.Register.Info().Country {
		country = p.Country(a.Country)
	}
	return joinWords(", ", a.Street, joinWords(" ", a.Postcode, a.City), country)
}

// Contact writes a contact on one line, "Persondataansvarlig,
// info@kalmia.dk, tlf. 45 46 16 00".
func (p Phrases) Contact(c model.Contact) string {
	return joinWords(", ", c.Role, c.Email, p.Phone(c.Phone), c.Address)
}

// Phone writes a telephone number, "tlf. 45 46 16 00".
func (p Phrases) Phone(number string) string {
	if number == "" || namesItself(number) {
		return number
	}
	return p.Words.Text("report.phone", "Number", number)
}

// namesItself reports whether a number begins with words, as "CVR-nr. 31 06".
func namesItself(number string) bool {
	first, _ := utf8.DecodeRuneInString(number)
	return unicode.IsLetter(first)
}

// Registration writes a company number as printed, "CVR 31 06 89 91".
func (p Phrases) Registration(r model.Registration) string {
	number := ownWords(r.Printed, r.Normalised)
	if namesItself(number) {
		return number
	}
	return joinWords(" ", p.Code("number_kind", string(r.Kind)), number)
}

// Class names how sensitive data are, "særlig kategori".
func (p Phrases) Class(c model.Class) string { return p.Code("class", string(c)) }

// ClassMark returns the sign of a class.
func ClassMark(c model.Class) Mark {
	switch c {
	case model.Ordinary:
		return MarkOrdinary
	case model.Confidential:
		return MarkConfidential
	case model.Special:
		return MarkSpecial
	case model.NationalID:
		return MarkNationalID
	case model.Criminal:
		return MarkCriminal
	}
	return NoMark
}

// DisclosingMark returns the sign of whether a recipient gets certain data.
func DisclosingMark(d model.Disclosing) Mark {
	switch d {
	case model.Receives:
		return MarkReceives
	case model.ByLaw:
		return MarkByLaw
	case model.IfRelevant:
		return MarkIfRelevant
	case model.NoDisclosed:
		return MarkNot
	}
	return MarkUnstated
}

// Subjects names a category of data subjects in the register's own words,
// else by its category.
func (p Phrases) Subjects(g model.Group) string {
	return ownWords(g.Text, p.Code("subject_category", string(g.Subjects)))
}

// Item names a category of data in the register's own words, else by its
// category.
func (p Phrases) Item(d model.DataItem) string {
	return ownWords(d.Text, p.Code("data_category", string(d.Category)))
}

// Items names the data that keys of an activity stand for. Several groups may
// have the same data: a name is said once.
func (p Phrases) Items(a *model.Activity, keys []string) string {
	items := a.Items()
	out := make([]string, 0, len(keys))
	for _, key := range keys {
		if name := p.itemOf(items, key); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return joinWords(", ", out...)
}

func (p Phrases) itemOf(items []model.DataItem, key string) string {
	for _, item := range items {
		if item.Key == key {
			return ownWords(p.Item(item), key)
		}
	}
	return key
}

// Source says where data come from.
func (p Phrases) Source(s model.Source) string {
	return ownWords(s.Text, p.Code("source_category", string(s.Category)))
}

// Recipient names a recipient: its party, its own words, else its category.
func (p Phrases) Recipient(r model.Recipient) string {
	if r.Party != "" {
		return p.Register.TitleOf(r.Party)
	}
	return ownWords(r.Text, p.Code("recipient_category", string(r.Category)))
}

// Service says what a processor does, "journalsystem, Complimenta".
func (p Phrases) Service(s model.ProcessorService) string {
	what := ownWords(s.Text, p.Code("service", string(s.Service)))
	if saidIn(what, s.Product) {
		return what
	}
	return joinWords(", ", what, s.Product)
}

// Services says all that a processor does.
func (p Phrases) Services(services []model.ProcessorService) string {
	out := make([]string, 0, len(services))
	for _, s := range services {
		out = append(out, p.Service(s))
	}
	return joinWords("; ", out...)
}

// Destination names where data are transferred to.
func (p Phrases) Destination(d model.Destination) string {
	country := p.Country(d.Country)
	if country == "" {
		return ownWords(d.Text, p.Code("destination_kind", string(d.Type)))
	}
	return joinWords(", ", country, d.Text)
}

// Score says the points of a supervision, "6 af 10 (A 1, B 3, C 2, D 0)".
func (p Phrases) Score(r model.Risk) string {
	return p.Words.Text("report.score", "Sum", strconv.Itoa(r.Score()), "A", strconv.Itoa(r.Persons),
		"B", strconv.Itoa(r.Special), "C", strconv.Itoa(r.Confidential), "D", strconv.Itoa(r.Nature))
}

// Law writes a provision of national law as printed.
func (p Phrases) Law(l model.LawReference) string { return ownWords(l.Printed, l.Code) }

// Citation writes how the law that the source names is cited in full; nothing
// where the source cites it so itself, and the code of a law that is not in
// the law data.
func (p Phrases) Citation(l model.LawReference) string {
	known, ok := law.ProvisionOf(l.Code)
	if !ok {
		return l.Code
	}
	if cited := known.Citation(p.Words.Language()); !saidIn(l.Printed, cited) {
		return cited
	}
	return ""
}

// Laws writes several provisions.
func (p Phrases) Laws(laws []model.LawReference) string {
	out := make([]string, 0, len(laws))
	for _, l := range laws {
		out = append(out, p.Law(l))
	}
	return joinWords(", ", out...)
}

func ownWords(own, coded string) string {
	if own != "" {
		return own
	}
	return coded
}
