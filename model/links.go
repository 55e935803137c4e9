package model

// UsedBy returns the references that other records make to id, ordered by
// the referring record's kind and number. The slice is shared: do not change
// it.
func (r *Register) UsedBy(id ID) []Use {
	r.linking.Do(r.link)
	return r.links[id]
}

func (r *Register) link() {
	r.links = map[ID][]Use{}
	for _, k := range Kinds {
		for _, rec := range r.Records(k) {
			for _, u := range References(rec) {
				r.links[u.To] = append(r.links[u.To], u)
			}
		}
	}
}

// UsersOf returns the records of kind k that refer to id, each once.
func (r *Register) UsersOf(id ID, k Kind) []Record {
	var users []Record
	for _, u := range r.UsedBy(id) {
		// The references of one record stand together.
		if u.From.Kind() == k && (len(users) == 0 || users[len(users)-1] != u.From) {
			users = append(users, u.From)
		}
	}
	return users
}

// ActivitiesOf returns the activities that refer to a processor, system,
// measure, transfer, retention rule, party or legal entity.
func (r *Register) ActivitiesOf(id ID) []*Activity {
	var out []*Activity
	for _, rec := range r.UsersOf(id, KindActivity) {
		out = append(out, rec.(*Activity))
	}
	return out
}

// AgreementsOf returns the agreements with a processor.
func (r *Register) AgreementsOf(processor ID) []*Agreement {
	var out []*Agreement
	for _, rec := range r.UsersOf(processor, KindAgreement) {
		out = append(out, rec.(*Agreement))
	}
	return out
}

// SupervisionsOf returns the supervisions of a processor.
func (r *Register) SupervisionsOf(processor ID) []*Supervision {
	var out []*Supervision
	for _, rec := range r.UsersOf(processor, KindSupervision) {
		out = append(out, rec.(*Supervision))
	}
	return out
}

// Title returns what a person calls a record: a processor by its party's
// name, others by their own, and by number where there is no name.
func (r *Register) Title(rec Record) string {
	if p, ok := rec.(*Processor); ok {
		if party, ok := Find[*Party](r, p.Party.Value); ok && party.LegalName != "" {
			return party.LegalName
		}
	}
	if name := rec.Name(); name != "" {
		return name
	}
	return rec.Meta().Number
}

// TitleOf is Title for an ID; an ID that leads nowhere is returned as it is.
func (r *Register) TitleOf(id ID) string {
	rec, ok := r.Record(id)
	if !ok {
		return string(id)
	}
	return r.Title(rec)
}
