package record

import (
	"strings"

	"fortegnelse/model"
)

// summary says in a line what stands in an entry of a list: its first text and
// what else it holds.
func (f *Form) summary(path string) (name, detail string) {
	rec := f.Record()
	phrases := f.Phrases()
	if name, detail, ok := f.known(path); ok {
		return name, detail
	}
	var words []string
	for _, l := range model.Leaves(rec) {
		if !strings.HasPrefix(l.Path, path+".") || l.Field.Identity || len(words) == 4 {
			continue
		}
		if said := phrases.Value(rec, l).String(); said != "" {
			words = append(words, said)
		}
	}
	if len(words) == 0 {
		return "", ""
	}
	return words[0], strings.Join(words[1:], " · ")
}

// known says what stands in an entry for which the exports have a phrase.
func (f *Form) known(path string) (name, detail string, ok bool) {
	p := f.Phrases()
	if i, ok := index(path, "evidence"); ok && i < len(f.Record().Meta().Evidence) {
		e := f.Record().Meta().Evidence[i]
		return f.fieldName(e.Field), join(e.Section, e.Quote), true
	}
	switch rec := f.Record().(type) {
	case *model.Activity:
		return f.knownOf(rec, path)
	case *model.Processor:
		if i, ok := index(path, "subProcessors"); ok && i < len(rec.SubProcessors.Value) {
			s := rec.SubProcessors.Value[i]
			return f.subName(s), join(s.Service, p.Country(s.Country)), true
		}
	}
	return "", "", false
}

func (f *Form) knownOf(a *model.Activity, path string) (name, detail string, ok bool) {
	p := f.Phrases()
	if i, ok := index(path, "purposes"); ok && i < len(a.Purposes.Value) {
		purpose := a.Purposes.Value[i]
		return purpose.Text, p.Bases(a, purpose.Bases).String(), true
	}
	if i, ok := index(path, "groups"); ok && i < len(a.Groups.Value) {
		g := a.Groups.Value[i]
		return p.Subjects(g), f.Words().Count("record.count.data", len(g.Data)), true
	}
	if i, ok := index(path, "recipients"); ok && i < len(a.Recipients.Value) {
		r := a.Recipients.Value[i]
		return p.Recipient(r), join(r.Condition, r.DataText), true
	}
	if i, ok := index(path, "processors"); ok && i < len(a.Processors.Value) {
		u := a.Processors.Value[i]
		name := ""
		if u.Processor != "" {
			name = p.Link(u.Processor)
		}
		return name, join(u.Task, u.DataText), true
	}
	list, i, nested := parent(path)
	if !nested {
		return "", "", false
	}
	if general := model.General(list); strings.HasSuffix(general, "bases") || strings.HasSuffix(general, "basis") {
		if b, ok := basisAt(a, list, i); ok {
			return p.Basis(a, b).String(), "", true
		}
	}
	if model.General(list) == "groups[].data" {
		if g, ok := index(strings.TrimSuffix(list, ".data"), "groups"); ok && g < len(a.Groups.Value) && i < len(a.Groups.Value[g].Data) {
			d := a.Groups.Value[g].Data[i]
			return p.Item(d), join(p.Class(d.Class), d.Condition), true
		}
	}
	return "", "", false
}

// basisAt returns the basis at a position of a list of bases.
func basisAt(a *model.Activity, list string, i int) (model.Basis, bool) {
	var bases []model.Basis
	if at, ok := index(strings.TrimSuffix(list, ".bases"), "purposes"); ok && at < len(a.Purposes.Value) {
		bases = a.Purposes.Value[at].Bases.Value
	}
	if at, ok := index(strings.TrimSuffix(list, ".basis"), "recipients"); ok && at < len(a.Recipients.Value) {
		bases = a.Recipients.Value[at].Basis
	}
	if i >= len(bases) {
		return model.Basis{}, false
	}
	return bases[i], true
}

// index reads the position in "list[3]".
func index(path, list string) (int, bool) {
	at, i, ok := parent(path)
	return i, ok && at == list
}

// parent splits the path of an entry into its list and its position.
func parent(path string) (list string, i int, ok bool) {
	open := strings.LastIndexByte(path, '[')
	if open < 0 || !strings.HasSuffix(path, "]") {
		return "", 0, false
	}
	return path[:open], atoi(path[open+1 : len(path)-1]), true
}

func join(words ...string) string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return strings.Join(out, " · ")
}
