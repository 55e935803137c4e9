package main

import (
	"flag"
	"fmt"
	"slices"

	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

var checkCommand = command{
	name: "check", opens: true, arguments: "[-as-of DATE] [-language L] [-format text|json] [-severity error|warning|info] FILE",
	example: "fortegn check -severity warning kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		asOf := f.String("as-of", "", p.text("as-of"))
		language := f.String("language", "", p.text("language"))
		format := f.String("format", "text", p.text("format"))
		severity := f.String("severity", string(check.Info), p.text("severity"))
		return func(args []string) error {
			if len(args) != 1 {
				return wrongCount("check")
			}
			if err := textOrJSON(*format); err != nil {
				return err
			}
			if check.Severity(*severity).Rank() < 0 {
				return &usageError{key: "cli.usage.severity", pairs: []any{"Severity", *severity}}
			}
			if *language != "" {
				if _, err := words.In(*language); err != nil {
					return err
				}
			}
			at, err := p.instant(*asOf)
			if err != nil {
				return err
			}
			r, err := p.readRegisterAsOf(args[0], at)
			if err != nil {
				return err
			}
			c, err := p.languageOf(*language, r)
			if err != nil {
				return err
			}
			on := model.DateOf(p.now())
			if !at.IsZero() {
				on = model.DateOf(at.Local())
			}
			return p.check(r, c, on, check.Severity(*severity), *format)
		}
	},
}

// checkJSON is what check -format json prints; its schema is
// assets/schema/check.schema.json.
type checkJSON struct {
	Register string        `json:"register"`
	AsOf     model.Date    `json:"asOf"`
	LawData  model.Date    `json:"lawData"`
	Findings []findingJSON `json:"findings"`
}

type findingJSON struct {
	Rule      string         `json:"rule"`
	Severity  check.Severity `json:"severity"`
	Record    string         `json:"record"`
	RecordID  model.ID       `json:"recordId"`
	Field     string         `json:"field"`
	Message   string         `json:"message"`
	Fix       string         `json:"fix"`
	Reference string         `json:"reference"`
	State     check.State    `json:"state"`
	Key       string         `json:"key"`
}

// check prints what is found at least as grave as a severity. It ends with
// foundErrors where there are errors.
func (p *program) check(r *model.Register, c *words.Catalogue, on model.Date, least check.Severity, format string) error {
	judged := check.Judge(r, check.Run(r, on), on)
	failed := slices.ContainsFunc(judged, func(j check.Judged) bool { return j.Rule.Severity == check.Error })
	judged = slices.DeleteFunc(judged, func(j check.Judged) bool { return j.Rule.Severity.Rank() > least.Rank() })
	if format == "json" {
		if err := p.printFindingsJSON(r, c, on, judged); err != nil {
			return err
		}
	} else {
		p.printFindings(r, c, judged)
	}
	if failed {
		return foundErrors{}
	}
	return nil
}

// foundErrors says that there are findings of severity error. It has its exit
// code and nothing to print.
type foundErrors struct{}

func (foundErrors) Error() string { return "there are errors" }

func (p *program) printFindingsJSON(r *model.Register, c *words.Catalogue, on model.Date, judged []check.Judged) error {
	out := checkJSON{Register: r.Info().Name, AsOf: on, LawData: law.Date(), Findings: []findingJSON{}}
	for _, j := range judged {
		f := findingJSON{
			Rule: j.Rule.ID, Severity: j.Rule.Severity, Field: j.Field, Message: j.Message(c, r), Fix: j.Rule.Fix(c),
			Reference: j.Rule.Source(), State: j.State, Key: j.Key(),
		}
		if j.Record != nil {
			f.Record, f.RecordID = j.Record.Meta().Number, j.Record.Meta().ID
		}
		out.Findings = append(out.Findings, f)
	}
	return p.printJSON(out)
}

// severitySigns stand before findings, as on the screen.
var severitySigns = map[check.Severity]string{check.Error: "✕", check.Warning: "!", check.Info: "i"}

func (p *program) printFindings(r *model.Register, c *words.Catalogue, judged []check.Judged) {
	for _, j := range judged {
		number := ""
		if j.Record != nil {
			number = j.Record.Meta().Number
		}
		fmt.Fprintf(p.stdout, "%s %-7s %-6s %s\n", severitySigns[j.Rule.Severity], j.Rule.ID, number, j.Message(c, r))
		line := "→ " + j.Rule.Fix(c)
		if source := j.Rule.Source(); source != "" {
			line += " [" + source + "]"
		}
		fmt.Fprintf(p.stdout, "  %s\n", line)
		switch {
		case j.Answer != nil:
			fmt.Fprintf(p.stdout, "  %s\n", c.Text("cli.check."+string(j.State), "By", j.Answer.By, "Date", c.ShortDate(j.Answer.On), "Reason", j.Answer.Reason))
		case j.Lapsed != nil:
			fmt.Fprintf(p.stdout, "  %s\n", c.Text("cli.check.lapsed", "Date", c.ShortDate(j.Lapsed.Until)))
		}
	}
	n := check.Count(judged)
	fmt.Fprintln(p.stdout, c.Text("cli.check.sum", "Errors", c.Number(n[check.Error]), "Warnings", c.Number(n[check.Warning]),
		"Infos", c.Number(n[check.Info]), "Date", c.ShortDate(law.Date())))
}

var rulesCommand = command{
	name: "rules", arguments: "[-language L] [-format text|json]", example: "fortegn rules -language da",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		language := f.String("language", "", p.text("language"))
		format := f.String("format", "text", p.text("format"))
		return func(args []string) error {
			if len(args) != 0 {
				return wrongCount("rules")
			}
			if err := textOrJSON(*format); err != nil {
				return err
			}
			c := p.words
			if *language != "" {
				var err error
				if c, err = words.In(*language); err != nil {
					return err
				}
			}
			return p.rules(c, *format)
		}
	},
}

// ruleJSON is a rule as rules -format json prints it.
type ruleJSON struct {
	Rule      string         `json:"rule"`
	Severity  check.Severity `json:"severity"`
	Looks     model.Kind     `json:"looks"` // "" for the register as a whole
	Asks      bool           `json:"asks"`
	Why       string         `json:"why"`
	Fix       string         `json:"fix"`
	Reference string         `json:"reference"`
}

func (p *program) rules(c *words.Catalogue, format string) error {
	all := []ruleJSON{}
	for _, rule := range check.Rules() {
		all = append(all, ruleJSON{rule.ID, rule.Severity, rule.Looks, rule.Asks, rule.Why(c), rule.Fix(c), rule.Source()})
	}
	if format == "json" {
		return p.printJSON(all)
	}
	for _, rule := range all {
		looks := c.Text("cli.rules.register")
		if rule.Looks != "" {
			looks = c.Kind(rule.Looks)
		}
		fmt.Fprintf(p.stdout, "%s %-7s %s", severitySigns[rule.Severity], rule.Rule, looks)
		if rule.Reference != "" {
			fmt.Fprintf(p.stdout, " [%s]", rule.Reference)
		}
		fmt.Fprintf(p.stdout, "\n  %s\n  %s\n", rule.Why, "→ "+rule.Fix)
	}
	return nil
}
