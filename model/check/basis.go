package check

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// basisAt is a legal basis with its place.
type basisAt struct {
	model.Basis
	purpose *model.Purpose
	field   string          // "purposes[0].bases[1]"
	at      string          // "purposes[0]"
	laws    []law.Provision // those of Laws that the law data know
}

// itemAt is an item of data with its place.
type itemAt struct {
	model.DataItem
	subjects model.SubjectCategory
	field    string // "groups[0].data[1]"
}

// called returns the fact that names an item of data.
func (d itemAt) called() any {
	if d.Category != "" {
		return Code{"data_category", string(d.Category)}
	}
	return brief(d.Text)
}

// provisionsOf looks up provisions as a register cites them, each citation once.
func provisionsOf(country model.Country) func(model.LawReference) (law.Provision, bool) {
	type answer struct {
		law.Provision
		known bool
	}
	seen := map[model.LawReference]answer{}
	return func(l model.LawReference) (law.Provision, bool) {
		cited := model.LawReference{Printed: l.Printed, Code: l.Code}
		a, ok := seen[cited]
		if !ok {
			if a.Provision, a.known = law.ProvisionOf(l.Code); !a.known {
				a.Provision, a.known = law.FindProvision(country, l.Printed)
			}
			seen[cited] = a
		}
		return a.Provision, a.known
	}
}

// find looks up the laws of a basis.
func (b *basisAt) find(provision func(model.LawReference) (law.Provision, bool)) {
	for _, l := range b.Laws {
		if p, known := provision(l); known {
			b.laws = append(b.laws, p)
		}
	}
}

// in reports whether a basis lies in an article or a part of one, "6(1)(c)".
func (b basisAt) in(part string) bool { return strings.HasPrefix(string(b.Reference), part) }

// consent reports whether a basis is consent.
func (b basisAt) consent() bool { return b.in("6(1)(a)") || b.in("9(2)(a)") }

// cited reports whether a law is named beside a basis.
func (b basisAt) cited() bool {
	return slices.ContainsFunc(b.Laws, func(l model.LawReference) bool { return strings.TrimSpace(l.Printed+l.Code) != "" })
}

// supported reports whether a law beside a basis is one that can stand beside
// a basis in an article.
func (b basisAt) supported(article string) bool {
	return slices.ContainsFunc(b.laws, func(p law.Provision) bool {
		return slices.ContainsFunc(p.Supports, func(ref model.Reference) bool { return strings.HasPrefix(string(ref), article) })
	})
}

// asks reports whether a basis asks for something in addition in a country.
func (b basisAt) asks(demand string, country model.Country) bool {
	return slices.ContainsFunc(law.Demands(b.Reference, country), func(d law.Demand) bool { return d.Code == demand })
}

// covers reports whether a basis holds for an item of data.
func (b basisAt) covers(d itemAt) bool { return len(b.Data) == 0 || slices.Contains(b.Data, d.Key) }

// meets reports whether two bases hold for some of the same data of the same
// persons.
func (b basisAt) meets(other basisAt) bool {
	if b.Subjects != other.Subjects {
		return false
	}
	return len(b.Data) == 0 || len(other.Data) == 0 ||
		slices.ContainsFunc(b.Data, func(key string) bool { return slices.Contains(other.Data, key) })
}

// special reports whether a basis lifts the ban on special categories: one in
// Article 9(2), or a special field of law (employment, research) with a national
// provision that does. One without its letter counts: SPC-02 tells of it.
func (b basisAt) special() bool {
	return b.in("9(2)") || (b.in("88") || b.in("89")) && b.supported("9(2)")
}

// founded reports whether a basis with its law authorises what an article
// demands national law for: 10 or 87.
func (b basisAt) founded(article string) bool {
	return b.in(article) && b.cited() || b.supported(article)
}

// uncovered returns the items of data of a class that no basis of a kind holds for.
func (t *traits) uncovered(class model.Class, holds func(basisAt) bool) []itemAt {
	var found []itemAt
	for _, d := range t.items {
		if c, _ := classOf(d.DataItem); c != class {
			continue
		}
		if !slices.ContainsFunc(t.bases, func(b basisAt) bool { return b.covers(d) && holds(b) }) {
			found = append(found, d)
		}
	}
	return found
}

// names returns the fact that names items of data, each name once.
func names(items []itemAt) []any {
	var found []any
	for _, d := range items {
		if name := d.called(); !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	return found
}

// decides reports whether an activity is carried on and ours to find a basis
// for: who processes for others rests on the basis that those have.
func decides(a *model.Activity) bool { return running(a) && a.Role != model.AsProcessor }

// once returns whether a statement was not met before. Policies often give one
// basis for several purposes, in the same words; that is one fact.
func once() func(b basisAt) bool {
	seen := map[string]bool{}
	return func(b basisAt) bool {
		if b.Printed == "" {
			return true
		}
		key := string(b.Reference) + "\n" + b.Printed
		before := seen[key]
		seen[key] = true
		return !before
	}
}

// brief shortens a text so that it fits into a sentence.
func brief(text string) string {
	const most = 70
	runes := []rune(strings.TrimSuffix(strings.Join(strings.Fields(text), " "), "."))
	if len(runes) <= most {
		return string(runes)
	}
	cut := string(runes[:most])
	if i := strings.LastIndex(cut, " "); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
