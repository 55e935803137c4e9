package report

import (
	"slices"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/check"
)

// manyRecords is how many records a finding names before it counts them.
const manyRecords = 8

// severityMarks stand before findings, as on the screen.
var severityMarks = map[check.Severity]Mark{check.Error: MarkMissing, check.Warning: MarkWarning, check.Info: "i"}

// judge looks at the register with all rules. Only the internal edition says
// what they find: a controller reports to the authority, not on itself. What was
// decided about findings stands in both, see answerTable.
func (b *builder) judge() {
	if b.options.Edition != Internal {
		return
	}
	on := model.DateOf(b.options.Instant())
	b.judged = check.Judge(b.Register, check.Run(b.Register, on), on)
	b.judged = slices.DeleteFunc(b.judged, func(j check.Judged) bool {
		return j.Record != nil && !b.part.Holds(j.Record.Meta().ID)
	})
}

// findingsOverview says on the management page how many findings there are, and
// names those that are errors.
func (b *builder) findingsOverview() []Block {
	if b.judged == nil {
		return nil
	}
	n := check.Count(b.judged)
	answered := 0
	for _, j := range b.judged {
		if j.State != check.Open {
			answered++
		}
	}
	blocks := []Block{
		Heading{Level: 2, Title: b.text("report.findings"), Note: styled(b.text("report.findings.sum", "Errors", b.Words.Number(n[check.Error]),
			"Warnings", b.Words.Number(n[check.Warning]), "Infos", b.Words.Number(n[check.Info]), "Answered", b.Words.Number(answered)), Aside)},
	}
	if len(b.judged) == 0 {
		return append(blocks, Paragraph{Text: Say(b.text("report.findings.none"))})
	}
	if errors := b.findingTable(check.Error, 1); errors != nil {
		blocks = append(blocks, *errors)
	}
	return append(blocks, Paragraph{Text: styled(b.text("report.findings.where"), Aside), Small: true})
}

// findingsTable holds all findings, one row for each rule; nil in the edition
// for the authority.
func (b *builder) findingsTable() []Block {
	var blocks []Block
	for _, severity := range []check.Severity{check.Error, check.Warning, check.Info} {
		if t := b.findingTable(severity, manyRecords); t != nil {
			blocks = append(blocks, Heading{Level: 2, Title: b.text("report.findings." + string(severity))}, *t)
		}
	}
	return blocks
}

// findingTable holds the findings of one severity, one row for each rule with as
// many of its sentences; nil where there are none.
func (b *builder) findingTable(severity check.Severity, sentences int) *Table {
	t := Table{Small: true, Columns: []Column{
		{b.text("report.col.rule"), 12, Left}, {b.text("report.col.finding"), 50, Left},
		{b.text("report.col.records"), 20, Left}, {b.text("report.col.law"), 18, Left},
	}}
	for list := range byRule(b.judged, severity) {
		rule := list[0].Rule
		t.Rows = append(t.Rows, []Text{
			{{Mark: severityMarks[severity]}, {Text: " " + rule.ID, Style: Bold}},
			join("\n", b.messages(list, sentences), styled(rule.Fix(b.Words), Aside)),
			join("\n", Say(b.numbers(list)), b.answers(list)),
			Say(rule.Source()),
		})
	}
	if t.Rows == nil {
		return nil
	}
	return &t
}

// byRule goes through the findings of a severity, rule by rule.
func byRule(judged []check.Judged, severity check.Severity) func(func([]check.Judged) bool) {
	return func(yield func([]check.Judged) bool) {
		for i := 0; i < len(judged); {
			j := i
			for j < len(judged) && judged[j].Rule == judged[i].Rule {
				j++
			}
			if judged[i].Rule.Severity == severity && !yield(judged[i:j]) {
				return
			}
			i = j
		}
	}
}

// messages says what was found, each sentence once, and at most so many.
func (b *builder) messages(list []check.Judged, most int) Text {
	var all []Text
	said := map[string]bool{}
	for _, j := range list {
		if text := j.Message(b.Words, b.Register); !said[text] {
			said[text] = true
			all = append(all, Say(text))
		}
		if len(all) == most {
			break
		}
	}
	return join("\n", all...)
}

// numbers names the records that findings are about, the first of many.
func (b *builder) numbers(list []check.Judged) string {
	var numbers []string
	for _, j := range list {
		name := b.text("report.findings.register")
		if j.Record != nil {
			name = j.Record.Meta().Number
		}
		if !slices.Contains(numbers, name) {
			numbers = append(numbers, name)
		}
	}
	if len(numbers) > manyRecords {
		more := b.Words.Number(len(numbers) - manyRecords)
		return strings.Join(numbers[:manyRecords], ", ") + " " + b.text("report.findings.more", "Count", more)
	}
	return strings.Join(numbers, ", ")
}

// answers says which of the findings were answered, and how.
func (b *builder) answers(list []check.Judged) Text {
	var all []Text
	for _, j := range list {
		if j.Answer == nil {
			continue
		}
		number := ""
		if j.Record != nil {
			number = j.Record.Meta().Number + " "
		}
		all = append(all, styled(number+b.Code("finding_reply", string(j.Answer.Reply))+" ("+j.Answer.Number+")", Aside))
	}
	return join("\n", all...)
}
