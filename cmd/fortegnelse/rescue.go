package main

import (
	"fortegnelse/app"
	"fortegnelse/model/store"
)

// Rescue implements app.Files.
func (files) Rescue(path, target string, secret []byte, author string) (app.Rescued, error) {
	r, err := store.Rescue(path, target, secret, author)
	if err != nil {
		return app.Rescued{}, reasoned(named(path, err))
	}
	said := app.Rescued{
		Records: r.Records, Whole: r.Whole(), Counted: r.Counted, InfoLost: r.InfoLost,
		LastSaves: r.LastUncertain, History: r.History, Changes: int(r.Changes),
		FromHistory: namesOf(r.FromHistory), Uncertain: namesOf(r.Uncertain), Renumbered: namesOf(r.Renumbered),
	}
	for _, m := range r.Missing {
		said.Missing += int(m.To - m.From + 1)
	}
	nameless := 0
	for _, l := range r.Lost {
		name := app.Named{Kind: l.Kind, Number: l.Number}
		switch {
		case l.Why == store.SignDocument:
			said.Documents = append(said.Documents, name)
		case name == app.Named{}:
			nameless++
		default:
			said.Lost = append(said.Lost, name)
		}
	}
	said.Unnamed = max(r.Unnamed, nameless) // the same ones, seen from two sides
	for _, c := range r.Cut {
		said.Cut = append(said.Cut, app.Named{Kind: c.From.Kind, Number: c.From.Number})
	}
	return said, nil
}

func namesOf(records []store.RescuedRecord) []app.Named {
	var names []app.Named
	for _, r := range records {
		names = append(names, app.Named{Kind: r.Kind, Number: r.Number})
	}
	return names
}
