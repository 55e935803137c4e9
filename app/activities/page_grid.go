package activities

import (
	"fmt"

	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/export/report"
	"fortegnelse/model"
)

// gridSection shows who receives what about whom, and for how long it is kept; below
// it stand the groups of persons with everything that is known of their data.
func gridSection(f *record.Form) []fyne.CanvasObject {
	m := &matrix{form: f}
	m.grid = ui.NewMatrixGrid(f.Text("record.grid.data"), nil, f.Text("record.grid.kept"), nil)
	m.grid.Values = []string{ui.CellReceives, ui.CellNo, ui.CellNotStated, ui.CellByLaw, ui.CellIfRelevant}
	m.grid.Legend = []ui.Option{
		{Code: ui.CellReceives, Label: f.Text("record.grid.receives")},
		{Code: ui.CellNotStated, Label: f.Text("record.grid.unstated")},
		{Code: ui.CellByLaw, Label: f.Text("record.grid.by_law")},
		{Code: ui.CellIfRelevant, Label: f.Text("record.grid.if_relevant")},
	}
	m.grid.OnChange = m.change
	m.grid.OnOpenRow = m.open
	f.Shape(func() string { return fmt.Sprint(m.hasData()) })
	m.show()
	f.Follow(m.show)
	if m.hasData() {
		f.Keep("grid", m.grid)
	}
	groups := f.ListOf("groups", record.ListStyle{Bare: true, Inside: m.group})
	if !m.hasData() {
		return []fyne.CanvasObject{groups}
	}
	return []fyne.CanvasObject{m.grid, groups}
}

// matrix is the grid of one activity and what its rows and columns stand for.
type matrix struct {
	form    *record.Form
	grid    *ui.MatrixGrid
	rows    []place  // of each row
	columns []string // path of the recipient or processor of each column
}

// place is where a row's data item stands; item is -1 for the title of a group.
type place struct {
	group, item int
	key         string
}

func (m *matrix) activity() *model.Activity {
	a, ok := m.form.Record().(*model.Activity)
	if !ok {
		return &model.Activity{}
	}
	return a
}

func (m *matrix) hasData() bool { return len(m.activity().Items()) > 0 }

// show fills the grid from the register.
func (m *matrix) show() {
	a := m.activity()
	p := m.form.Phrases()
	disclosed := make([]map[string]model.Disclosing, 0, len(a.Processors.Value)+len(a.Recipients.Value))
	var names []string
	m.columns = m.columns[:0]
	for i, u := range a.Processors.Value {
		names = append(names, m.form.Register().TitleOf(u.Processor))
		m.columns = append(m.columns, fmt.Sprintf("processors[%d]", i))
		disclosed = append(disclosed, states(u.Data))
	}
	for i, r := range a.Recipients.Value {
		names = append(names, p.Recipient(r))
		m.columns = append(m.columns, fmt.Sprintf("recipients[%d]", i))
		disclosed = append(disclosed, states(r.Data))
	}
	m.rows = m.rows[:0]
	var rows []ui.MatrixRow
	for g, group := range a.Groups.Value {
		m.rows = append(m.rows, place{group: g, item: -1})
		rows = append(rows, ui.MatrixRow{Group: true, Label: p.Subjects(group)})
		for i, d := range group.Data {
			rules := a.RulesFor(d)
			row := ui.MatrixRow{Label: p.Item(d), Mark: record.Mark(d.Class), Number: ruleNumbers(p, rules.Value), Cells: make([]string, len(names))}
			if len(rules.Value) == 0 {
				row.Trailing, row.Italic = p.RulesFor(a, d).String(), true
			} else if rule, ok := model.Find[*model.RetentionRule](m.form.Register(), rules.Value[0]); ok {
				row.Trailing = length(m.form, rule)
			}
			for c := range names {
				row.Cells[c] = string(disclosed[c][d.Key])
				if row.Cells[c] == ui.CellEmpty { // what is not listed is not stated
					row.Cells[c] = ui.CellNotStated
				}
			}
			m.rows = append(m.rows, place{g, i, d.Key})
			rows = append(rows, row)
		}
	}
	m.grid.Columns = names
	m.grid.SetRows(rows)
}

// ruleNumbers names the first rule and counts the others, "R-1 +2".
func ruleNumbers(p report.Phrases, rules []model.ID) string {
	if len(rules) < 2 {
		return p.Numbers(rules)
	}
	return fmt.Sprintf("%s +%d", p.Number(rules[0]), len(rules)-1)
}

// length says in two words how long a rule keeps data.
func length(f *record.Form, r *model.RetentionRule) string {
	if r.Period.Given() && r.Period.Value.Length > 0 {
		period := f.Phrases().Period(r.Period.Value)
		switch r.Qualifier {
		case "minimum":
			return f.Text("record.grid.minimum", "Period", period)
		case "maximum":
			return f.Text("record.grid.maximum", "Period", period)
		}
		return period
	}
	return f.Words().Code("qualifier", string(r.Qualifier))
}

func states(data []model.Disclosure) map[string]model.Disclosing {
	m := make(map[string]model.Disclosing, len(data))
	for _, d := range data {
		m[d.Data] = d.State
	}
	return m
}

// change writes down whether a recipient gets a data item.
func (m *matrix) change(row, column int, value string) {
	if row >= len(m.rows) || column >= len(m.columns) {
		return
	}
	path, key := m.columns[column]+".data", m.rows[row].key
	m.form.Do(func(rec model.Record) error {
		for i := range model.Len(rec, path) {
			at := fmt.Sprintf("%s[%d]", path, i)
			if leaf, err := model.Get(rec, at+".data"); err == nil && leaf.Text() == key {
				return model.Set(rec, at+".state", value)
			}
		}
		n := model.Len(rec, path)
		if err := model.Insert(rec, path, n); err != nil {
			return err
		}
		at := fmt.Sprintf("%s[%d]", path, n)
		if err := model.Set(rec, at+".data", key); err != nil {
			return err
		}
		return model.Set(rec, at+".state", value)
	})
}

// open shows the fields of a row's data item.
func (m *matrix) open(row int) {
	if row < len(m.rows) && m.rows[row].item >= 0 {
		m.form.Show(fmt.Sprintf("groups[%d].data[%d].category", m.rows[row].group, m.rows[row].item))
	}
}

// group makes the fields of a group of persons; its data items are lines with
// the class before the name.
func (m *matrix) group(path string) []fyne.CanvasObject {
	f := m.form
	return append(f.Fields(path+".subjects", path+".text", path+".count", path+".safeguards"), f.ListOf(path+".data", record.ListStyle{
		Mark: func(i int) ui.Sign {
			leaf := f.At(fmt.Sprintf("%s.data[%d].class", path, i))
			return record.Mark(model.Class(leaf.Text()))
		},
		Inside: func(item string) []fyne.CanvasObject {
			return f.Fields(item+".category", item+".text", item+".class", item+".special", item+".printedClass", item+".condition",
				item+".optional "+item+".freeText", item+".sources", item+".retention")
		},
	}))
}
