package main

import (
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/store"
)

var rescueCommand = command{
	name: "rescue", opens: true, arguments: "[-author NAME] [-format text|json] -out NEW FILE",
	example: "fortegn rescue -out kalmia-2.fortegnelse kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		out := f.String("out", "", p.text("out.rescue"))
		by := f.String("author", "", p.text("author"))
		format := f.String("format", "text", p.text("format"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("rescue")
			}
			if *out == "" || *out == "-" {
				return &usageError{key: "cli.usage.out_file"}
			}
			if err := textOrJSON(*format); err != nil {
				return err
			}
			return p.rescue(args[0], *out, author(*by), *format)
		}
	},
}

// rescue makes a new register of what is whole in a damaged one, and says what
// is not.
func (p *program) rescue(file, target, by, format string) error {
	var told store.Rescued
	err := p.unlock(file, func(secret store.Secret) (err error) {
		told, err = store.Rescue(file, target, secret, by)
		return err
	})
	switch {
	case errors.Is(err, store.ErrExists):
		return about(target, err)
	case err != nil:
		return about(file, err)
	case format == "json":
		return p.printJSON(told)
	}
	p.printRescued(told)
	fmt.Fprintln(p.stdout, p.words.Text("cli.export.done", "Path", target))
	return nil
}

// printRescued prints what was rescued, then what is missing of it.
func (p *program) printRescued(told store.Rescued) {
	say := func(key string, pairs ...any) { fmt.Fprintln(p.stdout, p.words.Text("cli.rescue."+key, pairs...)) }
	list := func(key string, lines []string) {
		if len(lines) == 0 {
			return
		}
		say(key)
		for _, line := range lines {
			fmt.Fprintln(p.stdout, "  "+line)
		}
	}
	fmt.Fprintln(p.stdout, p.words.Count("cli.rescue.records", told.Records))
	switch {
	case told.Whole():
		say("whole")
	case told.History:
		say("history")
	case len(told.Missing) > 0:
		fmt.Fprintln(p.stdout, p.words.Count("cli.rescue.changes_lost", missing(told.Missing),
			"Changes", told.Changes, "Numbers", ranges(told.Missing)))
	case told.LastUncertain:
		say("history_end", "Last", told.Changes)
	default:
		say("history_broken")
	}
	if told.LastUncertain && (told.History || len(told.Missing) > 0) {
		say("last")
	}
	if told.InfoLost {
		say("info")
	}
	list("from_history", p.rescuedRecords(told.FromHistory))
	list("uncertain", p.rescuedRecords(told.Uncertain))
	list("renumbered", p.rescuedRecords(told.Renumbered))
	list("cut", p.cutReferences(told.Cut))
	list("lost", p.lostRecords(told))
	if !told.Counted {
		say("uncounted")
	}
}

// missing counts the numbers in ranges.
func missing(all []store.Range) (n int) {
	for _, r := range all {
		n += int(r.To - r.From + 1)
	}
	return n
}

// ranges writes ranges of numbers, "3, 7–9".
func ranges(all []store.Range) string {
	var parts []string
	for _, r := range all {
		part := strconv.FormatUint(r.From, 10)
		if r.To > r.From {
			part += "–" + strconv.FormatUint(r.To, 10)
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func (p *program) rescuedRecords(records []store.RescuedRecord) (lines []string) {
	for _, r := range records {
		lines = append(lines, p.rescuedRecord(r.Kind, r.Number))
	}
	return lines
}

func (p *program) rescuedRecord(kind model.Kind, number string) string {
	name := p.words.Text("cli.rescue.record")
	if kind != "" {
		name = p.words.Kind(kind)
	}
	return strings.TrimSpace(number + " " + name)
}

// cutReferences lists in which fields of which records references are missing.
func (p *program) cutReferences(all []store.CutReference) (lines []string) {
	for _, c := range all {
		label := c.Path
		if f, ok := model.FieldAt(c.From.Kind, c.Path); ok {
			label = p.words.Label(f)
		}
		line := p.rescuedRecord(c.From.Kind, c.From.Number) + ": " + label
		if len(lines) == 0 || lines[len(lines)-1] != line {
			lines = append(lines, line)
		}
	}
	return lines
}

func (p *program) lostRecords(told store.Rescued) (lines []string) {
	for _, l := range told.Lost {
		line := p.rescuedRecord(l.Kind, l.Number)
		if l.Number == "" {
			line += " " + string(l.ID)
		}
		lines = append(lines, line+": "+p.words.Text("cli.rescue.lost."+string(l.Why)))
	}
	if told.Unnamed > 0 {
		lines = append(lines, p.words.Count("cli.rescue.unnamed", told.Unnamed))
	}
	return lines
}
