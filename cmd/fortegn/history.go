package main

import (
	"flag"
	"fmt"
	"strings"
	"time"

	"fortegnelse/model"
	"fortegnelse/model/store"
)

var historyCommand = command{
	name: "history", opens: true, arguments: "[-record ID] [-since DATE] [-format text|json] FILE", example: "fortegn history -record B-01 kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		record := f.String("record", "", p.text("record"))
		since := f.String("since", "", p.text("since"))
		format := f.String("format", "text", p.text("format"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("history")
			}
			if err := textOrJSON(*format); err != nil {
				return err
			}
			var filter store.Filter
			if *since != "" {
				day, err := time.ParseInLocation(time.DateOnly, *since, time.Local)
				if err != nil {
					return &usageError{key: "cli.usage.date", pairs: []any{"Date", *since}}
				}
				filter.Since = day
			}
			return about(args[0], p.history(args[0], *record, filter, *format))
		}
	},
}

// historyJSON is what history -format json prints; its schema is
// assets/schema/history.schema.json.
type historyJSON struct {
	Changes []changeJSON `json:"changes"`
}

type changeJSON struct {
	Seq      uint64              `json:"seq"`
	Time     time.Time           `json:"time"`
	Author   string              `json:"author"`
	Record   string              `json:"record"`
	RecordID model.ID            `json:"recordId"`
	Kind     model.Kind          `json:"kind"`
	Action   store.Action        `json:"action"`
	Reason   string              `json:"reason,omitempty"`
	Fields   []model.FieldChange `json:"fields"`
	Hash     string              `json:"hash"`
}

func (p *program) history(file, record string, filter store.Filter, format string) error {
	s, err := p.openReadOnly(file)
	if err != nil {
		return err
	}
	defer s.Close() // only read
	if record != "" {
		if filter.Record, err = recordID(s, record); err != nil {
			return err
		}
	}
	entries, err := s.History(filter)
	if err != nil {
		return err
	}
	out := historyJSON{Changes: []changeJSON{}}
	o := outline{p.stdout, s.Register(), p.words}
	for _, e := range entries {
		fields, err := e.Fields()
		if err != nil {
			return err
		}
		if format == "text" {
			p.printEntry(o, e, fields)
			continue
		}
		if fields == nil {
			fields = []model.FieldChange{}
		}
		out.Changes = append(out.Changes, changeJSON{
			e.Seq, e.Time, e.Author, e.Number, e.Record, e.Kind, e.Action, e.Reason, fields, e.Hash,
		})
	}
	if format == "json" {
		return p.printJSON(out)
	}
	return nil
}

// recordID finds a record by its number or ID; a deleted one is found by
// what the history calls it.
func recordID(s *store.Store, name string) (model.ID, error) {
	rec, err := findRecord(s.Register(), name)
	if err == nil {
		return rec.Meta().ID, nil
	}
	entries, failed := s.History(store.Filter{Newest: true})
	if failed != nil {
		return "", failed
	}
	for _, e := range entries {
		if strings.EqualFold(e.Number, name) || string(e.Record) == name {
			return e.Record, nil
		}
	}
	return "", err
}

// printEntry prints one change: who did what when, and for a change of a
// record what stood there before and after.
func (p *program) printEntry(o outline, e store.Entry, fields []model.FieldChange) {
	at := e.Time.Local()
	fmt.Fprintf(p.stdout, "%d  %s %s  %s  %s %s  %s\n", e.Seq, o.c.ShortDate(model.DateOf(at)), o.c.Clock(at), e.Author,
		p.words.Text("cli.action."+string(e.Action)), e.Number, p.entryKind(e.Kind))
	if e.Reason != "" {
		fmt.Fprintf(p.stdout, "    „%s“\n", e.Reason)
	}
	if e.Action != store.Changed && e.Before == nil {
		return
	}
	for _, f := range fields {
		fmt.Fprintf(p.stdout, "    %s: %s → %s\n", o.label(e.Kind, f.Path), o.side(e.Kind, f.Path, f.Before), o.side(e.Kind, f.Path, f.After))
	}
}

func (p *program) entryKind(k model.Kind) string {
	if k == store.KindRegister {
		return p.words.Text("cli.kind.register")
	}
	return p.words.Kind(k)
}

// side returns one side of a change in words.
func (o outline) side(k model.Kind, path string, v any) string {
	f, known := model.FieldAt(k, path)
	switch v := v.(type) {
	case nil:
		return o.c.Answer(model.Unanswered)
	case map[string]string:
		return o.c.Answer(model.State(v["state"]))
	case []string:
		if known {
			return o.value(model.Leaf{Field: f, State: model.Given, Values: v})
		}
	case string:
		if known {
			return o.one(f, v)
		}
	}
	return fmt.Sprint(v)
}
