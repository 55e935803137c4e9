package ui

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	diff "github.com/google/go-cmp/cmp"
)

type record struct {
	id, name, kind string
	size           int
}

func recordColumns() []Column[record] {
	return []Column[record]{
		{ID: "id", Title: "Nr.", Width: 60, Quiet: true, Text: func(r record) string { return r.id }},
		{ID: "name", Title: "Navn", Width: 120, Stretch: true, Text: func(r record) string { return r.name },
			Compare: func(a, b record) int { return cmp.Compare(a.name, b.name) }},
		{ID: "kind", Title: "Art", Width: 100, Drop: 1, Text: func(r record) string { return r.kind },
			Compare: func(a, b record) int { return cmp.Compare(a.kind, b.kind) }},
		{ID: "size", Title: "Fund", Width: 80, Align: fyne.TextAlignTrailing,
			Marks:   func(r record) []Mark { return []Mark{{Sign: SignError, Text: fmt.Sprint(r.size)}} },
			Copy:    func(r record) string { return fmt.Sprintf("%d fejl", r.size) },
			Compare: func(a, b record) int { return cmp.Compare(a.size, b.size) }},
	}
}

func records(n int) []record {
	kinds := []string{"journal", "økonomi", "personale"}
	rows := make([]record, n)
	for i := range rows {
		rows[i] = record{fmt.Sprintf("B-%05d", i+1), fmt.Sprintf("Aktivitet %d om behandling af oplysninger", (i*7919)%n), kinds[i%3], i % 11}
	}
	return rows
}

func recordTable(t testing.TB, rows []record) (*DataTable[record], fyne.Window) {
	dress(t, Light)
	table := NewDataTable(recordColumns(), func(r record) string { return r.id })
	table.SetRows(rows)
	return table, stage(t, table, 600, 400)
}

func ids(rows []record) string {
	var all []string
	for _, r := range rows {
		all = append(all, r.id)
	}
	return strings.Join(all, " ")
}

func fiveRecords() []record {
	return []record{{"1", "c", "y", 1}, {"2", "a", "x", 2}, {"3", "b", "y", 1}, {"4", "a", "y", 3}, {"5", "d", "x", 2}}
}

func TestTableSorts(t *testing.T) {
	tests := []struct {
		column     string
		descending bool
		want       string
	}{
		{"", false, "1 2 3 4 5"},
		{"name", false, "2 4 3 1 5"},
		{"name", true, "5 1 3 2 4"},
		{"kind", false, "2 5 1 3 4"},
		{"size", false, "1 3 2 5 4"},
		{"id", false, "1 2 3 4 5"}, // cannot be sorted
		{"nothing", true, "1 2 3 4 5"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.column, tt.descending), func(t *testing.T) {
			table, _ := recordTable(t, fiveRecords())
			table.SortBy(tt.column, tt.descending)
			if got := ids(table.Shown()); got != tt.want {
				t.Errorf("order %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTableKeepsEqualRowsInOrder(t *testing.T) {
	table, _ := recordTable(t, fiveRecords())
	table.SortBy("size", false)
	table.SortBy("kind", false)
	if got := ids(table.Shown()); got != "2 5 1 3 4" {
		t.Errorf("equal rows stand as %q", got)
	}
	table.SortBy("kind", true)
	if got := ids(table.Shown()); got != "1 3 4 2 5" {
		t.Errorf("descending they stand as %q", got)
	}
}

func TestTableHead(t *testing.T) {
	table, w := recordTable(t, fiveRecords())
	tap := func(x float32) { table.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 16)}) }
	tap(100)
	if column, descending := table.Sorting(); column != "name" || descending {
		t.Errorf("a click on the name sorts by %q %v", column, descending)
	}
	tap(100)
	if column, descending := table.Sorting(); column != "name" || !descending {
		t.Errorf("a second click sorts by %q %v", column, descending)
	}
	tap(10)
	if column, _ := table.Sorting(); column != "name" {
		t.Errorf("a click on a column that cannot be sorted sorts by %q", column)
	}
	w.Canvas().Focus(table.head)
	table.head.TypedKey(key(fyne.KeyRight))
	table.head.TypedKey(key(fyne.KeyReturn))
	if column, descending := table.Sorting(); column != "kind" || descending {
		t.Errorf("with the keyboard it sorts by %q %v", column, descending)
	}
	table.head.TypedKey(key(fyne.KeyDown))
	if w.Canvas().Focused() != fyne.Focusable(table) {
		t.Errorf("Down goes to %T", w.Canvas().Focused())
	}
}

func TestTableKeys(t *testing.T) {
	tests := []struct {
		name fyne.KeyName
		from string
		want string
	}{
		{fyne.KeyDown, "B-00001", "B-00002"},
		{fyne.KeyUp, "B-00002", "B-00001"},
		{fyne.KeyUp, "B-00001", "B-00001"},
		{fyne.KeyHome, "B-00050", "B-00001"},
		{fyne.KeyEnd, "B-00001", "B-00100"},
		{fyne.KeyDown, "B-00100", "B-00100"},
		{fyne.KeyPageDown, "B-00001", "B-00010"},
		{fyne.KeyPageUp, "B-00050", "B-00041"},
		{fyne.KeyPageUp, "B-00003", "B-00001"},
		{fyne.KeyPageDown, "B-00099", "B-00100"},
	}
	for _, tt := range tests {
		t.Run(string(tt.name)+" from "+tt.from, func(t *testing.T) {
			table, w := recordTable(t, records(100))
			table.Select(tt.from)
			w.Canvas().Focus(table)
			chosen := ""
			table.OnSelect = func(r record) { chosen = r.id }
			table.TypedKey(key(tt.name))
			got, _ := table.Selected()
			if got.id != tt.want {
				t.Errorf("selects %s, want %s", got.id, tt.want)
			}
			if (chosen != "") != (tt.from != tt.want) {
				t.Errorf("told of %q", chosen)
			}
			if _, inSight := table.view.live[table.at]; !inSight {
				t.Error("the selected row is out of sight")
			}
		})
	}
}

func TestTableOpens(t *testing.T) {
	table, w := recordTable(t, fiveRecords())
	var opened []string
	table.OnOpen = func(r record) { opened = append(opened, r.id) }
	table.TypedKey(key(fyne.KeyReturn)) // nothing is selected
	w.Canvas().Focus(table)
	table.TypedKey(key(fyne.KeyDown))
	table.TypedKey(key(fyne.KeyReturn))
	row := table.view.live[3].(*tableRow[record])
	row.MouseDown(&desktop.MouseEvent{})
	if got, _ := table.Selected(); got.id != "4" {
		t.Errorf("a click selects %s", got.id)
	}
	row.DoubleTapped(&fyne.PointEvent{})
	if d := diff.Diff([]string{"2", "4"}, opened); d != "" {
		t.Errorf("opened (-want +got):\n%s", d)
	}
	menu := ""
	table.OnMenu = func(r record, _ fyne.Position) { menu += r.id }
	row.TappedSecondary(&fyne.PointEvent{})
	table.TypedKey(key(desktop.KeyMenu))
	if menu != "44" {
		t.Errorf("menus for %q", menu)
	}
}

func TestTableFilter(t *testing.T) {
	table, _ := recordTable(t, fiveRecords())
	var counts []string
	table.OnCount = func(shown, total int) { counts = append(counts, fmt.Sprintf("%d/%d", shown, total)) }
	table.Select("3")
	table.SetFilter(func(r record) bool { return r.kind == "x" })
	if got := ids(table.Shown()); got != "2 5" {
		t.Errorf("shows %q", got)
	}
	if _, ok := table.Selected(); ok {
		t.Error("a row that is filtered away is still selected")
	}
	table.TypedKey(key(fyne.KeyReturn)) // must do no harm
	table.SetFilter(nil)
	if got, _ := table.Selected(); got.id != "3" {
		t.Errorf("after the filter %q is selected", got.id)
	}
	table.SetRows(fiveRecords()[2:])
	if got, _ := table.Selected(); got.id != "3" {
		t.Errorf("among other rows %q is selected", got.id)
	}
	table.SetRows(nil)
	table.TypedKey(key(fyne.KeyDown))
	table.TypedKey(key(fyne.KeyEnd))
	if d := diff.Diff([]string{"2/5", "5/5", "3/3", "0/0"}, counts); d != "" {
		t.Errorf("counts (-want +got):\n%s", d)
	}
}

// TestTableStaleRow shows that a row may be asked for after it has gone.
func TestTableStaleRow(t *testing.T) {
	table, _ := recordTable(t, records(50))
	row := newTableRow(table)
	row.show(8)
	table.SetRows(records(2))
	row.MouseDown(&desktop.MouseEvent{})
	row.DoubleTapped(&fyne.PointEvent{})
	row.MouseIn(nil)
	row.show(40)
	if _, ok := table.Selected(); ok {
		t.Error("a row that has gone was selected")
	}
}

func TestTableGroups(t *testing.T) {
	dress(t, Light)
	table := sampleTable()
	w := stage(t, table, 900, 500)
	var kinds []lineKind
	for _, line := range table.lines {
		kinds = append(kinds, line.kind)
	}
	want := []lineKind{lineGroup, 0, 0, 0, 0, 0, 0, 0, lineGroup, lineNote}
	if d := diff.Diff(want, kinds); d != "" {
		t.Errorf("lines (-want +got):\n%s", d)
	}
	w.Canvas().Focus(table)
	if got, _ := table.Selected(); got.number != "B-01" {
		t.Errorf("the focus selects %q", got.number)
	}
	table.TypedKey(key(fyne.KeyEnd))
	if got, _ := table.Selected(); got.number != "B-10" {
		t.Errorf("End selects %q", got.number)
	}
	table.SetFilter(func(sample) bool { return false })
	if len(table.lines) != 3 {
		t.Errorf("without rows there are %d lines, want two titles and a note", len(table.lines))
	}
	table.TypedKey(key(fyne.KeyHome))
}

func TestTableCopies(t *testing.T) {
	table, _ := recordTable(t, []record{{"1", "to\tlinjer\nher", "x", 2}})
	table.Select("1")
	table.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "1\tto linjer her\tx\t2 fejl" {
		t.Errorf("copied %q", got)
	}
}

func TestTableColumns(t *testing.T) {
	tests := []struct {
		width float32
		want  []place
	}{
		{600, []place{{0, 60, false}, {60, 360, false}, {420, 100, false}, {520, 80, false}}},
		{360, []place{{0, 60, false}, {60, 120, false}, {180, 100, false}, {280, 80, false}}},
		{300, []place{{0, 60, false}, {60, 160, false}, {0, 0, true}, {220, 80, false}}},
		{100, []place{{0, 60, false}, {60, 120, false}, {0, 0, true}, {180, 80, false}}},
	}
	dress(t, Light)
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.width), func(t *testing.T) {
			if d := diff.Diff(tt.want, placeColumns(recordColumns(), tt.width), diff.AllowUnexported(place{})); d != "" {
				t.Errorf("places (-want +got):\n%s", d)
			}
		})
	}
	t.Run("the same ID twice", func(t *testing.T) {
		defer func() {
			if recover() == nil {
				t.Error("did not panic")
			}
		}()
		NewDataTable([]Column[record]{{ID: "a"}, {ID: "a"}}, func(r record) string { return r.id })
	})
}

// TestTableBuildsWhatIsInSight shows that ten thousand rows need no more widgets
// than a window has room for, wherever it is scrolled.
func TestTableBuildsWhatIsInSight(t *testing.T) {
	table, w := recordTable(t, records(10000))
	for _, move := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyPageDown} {
		table.TypedKey(key(move))
		test.Scroll(w.Canvas(), fyne.NewPos(100, 200), 0, -500)
	}
	if n := len(table.view.live) + len(table.view.free); n > 24 {
		t.Errorf("%d row widgets for 11 rows in sight", n)
	}
	if len(table.view.live) < 10 {
		t.Errorf("only %d rows in sight", len(table.view.live))
	}
}

func BenchmarkTableFilter10000(b *testing.B) {
	table, _ := recordTable(b, records(10000))
	words := make(map[string]Haystack, 10000)
	for _, r := range table.rows {
		words[r.id] = NewHaystack(r.name)
	}
	needles := []Needle{NewNeedle("beh"), NewNeedle("behandling 12"), NewNeedle("77"), NewNeedle("")}
	i := 0
	for b.Loop() {
		needle := needles[i%len(needles)]
		table.SetFilter(func(r record) bool { return needle.In(words[r.id]) })
		i++
	}
}

func BenchmarkTableSort10000(b *testing.B) {
	table, _ := recordTable(b, records(10000))
	i := 0
	for b.Loop() {
		table.SortBy([]string{"name", "size"}[i%2], i%4 > 1)
		i++
	}
}

func BenchmarkTableScroll10000(b *testing.B) {
	table, w := recordTable(b, records(10000))
	limit := table.view.height() - 400
	for b.Loop() {
		test.Scroll(w.Canvas(), fyne.NewPos(100, 200), 0, -90)
		if table.view.scroll.Offset.Y >= limit {
			table.view.scroll.ScrollToTop()
		}
	}
}
