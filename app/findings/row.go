package findings

import (
	"strconv"
	"strings"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/words"
)

// Row is a finding in the words of the screen, made once per look.
type Row struct {
	check.Judged
	Message string // what is found, in a sentence
	Number  string // of the record; "" for the register as a whole
	Title   string // name of the record
	Place   string // the field in words, "Formål 1 › Grundlag 2"; may be empty

	key string // unique among the rows
	hay ui.Haystack
}

// rowsOf makes the rows of findings.
func rowsOf(r *model.Register, c *words.Catalogue, judged []check.Judged) []*Row {
	rows := make([]*Row, len(judged))
	seen := make(map[string]int, len(judged))
	for i, j := range judged {
		w := &Row{Judged: j, Message: j.Message(c, r), Title: c.Text("findings.register")}
		if j.Record != nil {
			w.Number, w.Title = j.Record.Meta().Number, r.Title(j.Record)
			if j.Field != "" {
				w.Place = record.FieldName(c, j.Record.Kind(), j.Field)
			}
		}
		key := j.Key()
		w.key = key + "." + strconv.Itoa(seen[key]) // the same facts may be found at two entries of a list
		seen[key]++
		w.hay = ui.NewHaystack(w.says())
		rows[i] = w
	}
	return rows
}

// says is all that a row can be found by.
func (w *Row) says() string {
	all := []string{w.Rule.ID, w.Number, w.Title, w.Place, w.Message, w.Rule.Source()}
	if w.Answer != nil {
		all = append(all, w.Answer.Reason, w.Answer.By)
	}
	return strings.Join(all, " ")
}

// signs draw the severities.
var signs = map[check.Severity]ui.Sign{
	check.Error: ui.SignError, check.Warning: ui.SignWarning, check.Info: ui.SignInfo,
}

// Sign returns the sign of the finding's severity.
func (w *Row) Sign() ui.Sign { return signs[w.Rule.Severity] }

// severities is the order of the severities, the gravest first.
var severities = []check.Severity{check.Error, check.Warning, check.Info}
