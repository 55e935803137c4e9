package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"fortegnelse/model"
)

// sheet is one sheet of the workbook, as chosen by hand.
type sheet struct {
	key     string       // names it: "workbook.sheet.<key>", table "Fortegnelse_<key>"
	kinds   []model.Kind // whose records stand in it
	levels  []string     // lists that it opens, the outer one first: one row per entry
	sparse  bool         // a record without entries has no row
	rest    bool         // takes the fields of its kind that no column names
	lost    bool         // takes what has no place elsewhere, one row per value
	columns []column
}

// heading is the head of one column.
type heading struct {
	text     string
	required bool
	always   bool
	paths    []string
}

// page is a sheet with its rows, ready to be written.
type page struct {
	*sheet
	places   map[model.Kind][]*place
	headings []heading
	rows     []line
	used     []bool // columns with anything in them
}

// line is one row of a page.
type line struct {
	record model.Record
	cells  []cell
}

// plan fixes the columns of all sheets: those chosen by hand, and one more
// for every field that would be forgotten otherwise.
type plan struct {
	pages []*page
	shown map[*model.Field]bool // has a place in a sheet
	names naming
	omit  func(*model.Field) bool
}

// naming gives the words of headings.
type naming interface {
	Label(*model.Field) string
	Text(key string, pairs ...any) string
}

func newPlan(sheets []sheet, names naming, omit func(*model.Field) bool) *plan {
	pl := &plan{shown: map[*model.Field]bool{}, names: names, omit: omit}
	for i := range sheets {
		s := &sheets[i]
		s.columns = slices.DeleteFunc(slices.Clone(s.columns), func(c column) bool { return pl.withheld(s.kinds[0], c) })
		for _, k := range s.kinds {
			for _, c := range s.columns {
				pl.show(k, c.paths)
			}
		}
		pl.pages = append(pl.pages, &page{sheet: s})
	}
	for _, pg := range pl.pages {
		if pg.rest {
			pl.addRest(pg.sheet)
		}
	}
	for _, pg := range pl.pages {
		pl.place(pg)
		pl.head(pg)
	}
	return pl
}

// withheld reports whether this edition leaves out all that a column prints.
func (pl *plan) withheld(k model.Kind, c column) bool {
	for _, path := range c.paths {
		if f, ok := model.FieldAt(k, path); !ok || !pl.omit(f) {
			return false
		}
	}
	return len(c.paths) > 0
}

// show marks the fields at paths of a kind as having a place.
func (pl *plan) show(k model.Kind, paths []string) {
	for _, path := range paths {
		if f, ok := model.FieldAt(k, path); ok {
			pl.shown[f] = true
		}
	}
}

// addRest gives a column to every field that no column names and that is not
// in a list. Fields in lists that no column names stand in the sheet of
// further particulars.
func (pl *plan) addRest(s *sheet) {
	for _, f := range model.FieldsOf(s.kinds[0]) {
		if f.Type == model.TypeGroup || f.Identity || pl.shown[f] || pl.omit(f) || strings.Contains(f.Path, "[]") {
			continue
		}
		pl.shown[f] = true
		s.columns = append(s.columns, column{paths: []string{f.Path}})
	}
}

// place finds where the fields of the columns lie in the records of each
// kind of a page.
func (pl *plan) place(pg *page) {
	pg.places = map[model.Kind][]*place{}
	pg.used = make([]bool, len(pg.columns))
	for _, k := range pg.kinds {
		asking := map[*model.Field]bool{}
		for i := range pg.columns {
			c := &place{column: &pg.columns[i]}
			for _, path := range c.paths {
				if f, ok := model.FieldAt(k, path); ok && !pl.omit(f) {
					c.parts = append(c.parts, locate(f, pg.levels))
				}
			}
			if len(c.parts) > 0 {
				if f := asked(c.parts[0].field); f != nil && !asking[f] {
					asking[f] = true
					pl.shown[f] = true
					at := locate(f, pg.levels)
					c.asks = &at
				}
			}
			pg.places[k] = append(pg.places[k], c)
		}
	}
}

// head names the columns of a page, no two alike.
func (pl *plan) head(pg *page) {
	taken := map[string]bool{}
	for i := range pg.columns {
		c := &pg.columns[i]
		h := heading{always: c.always, paths: c.paths}
		var f *model.Field
		if len(c.paths) > 0 {
			f, _ = model.FieldAt(pg.kinds[0], c.paths[0])
		}
		if f != nil {
			h.required = (f.Required || f.Letter != "") && !c.optional
			h.always = h.always || h.required
		}
		switch {
		case c.head != "":
			h.text = pl.names.Text(c.head)
		case f != nil:
			h.text = pl.label(f, pg.levels)
		}
		if f != nil && f.Letter != "" && !c.optional {
			h.text = "(" + f.Letter + ") " + h.text
		}
		for n, name := 2, h.text; taken[strings.ToLower(h.text)]; n++ {
			h.text = name + " " + strconv.Itoa(n)
		}
		taken[strings.ToLower(h.text)] = true
		pg.headings = append(pg.headings, h)
	}
}

// label names a field, and before it the group in which it lies, unless
// that is what the sheet's rows are about.
func (pl *plan) label(f *model.Field, levels []string) string {
	name := pl.names.Label(f)
	at := strings.LastIndexByte(f.Path, '.')
	if at < 0 {
		return name
	}
	parent := strings.TrimSuffix(f.Path[:at], "[]")
	if slices.Contains(levels, parent) {
		return name
	}
	if group, ok := model.FieldAt(f.Kind, parent); ok {
		return pl.names.Label(group) + ": " + name
	}
	return name
}

// add puts the rows of a record into all pages.
func (pl *plan) add(p *printer, rec model.Record) {
	leaves := model.Leaves(rec)
	root := tree(leaves)
	for _, pg := range pl.pages {
		if pg.lost {
			pl.addLost(p, pg, rec, leaves)
			continue
		}
		places, ok := pg.places[rec.Kind()]
		if !ok {
			continue
		}
		r := row{record: rec, root: root, entries: make([]*node, len(pg.levels))}
		pg.open(p, places, r, root, 0)
	}
}

// open adds a row for every entry that the page opens.
func (pg *page) open(p *printer, places []*place, r row, from *node, level int) {
	if level == len(pg.levels) {
		pg.put(p, places, r)
		return
	}
	found := false
	for _, e := range from.entries {
		if e.list != pg.levels[level] {
			continue
		}
		found = true
		r.entries[level] = e
		for i := level + 1; i < len(r.entries); i++ {
			r.entries[i] = nil
		}
		pg.open(p, places, r, e, level+1)
	}
	if !found && !(pg.sparse && level == 0) {
		pg.put(p, places, r)
	}
}

func (pg *page) put(p *printer, places []*place, r row) {
	cells := make([]cell, len(places))
	for i, c := range places {
		cells[i] = c.cell(p, r)
		if cells[i].kind != blank && cells[i].look != silent {
			pg.used[i] = true
		}
	}
	pg.rows = append(pg.rows, line{r.record, cells})
}

// addLost prints every value that has no place in another sheet.
func (pl *plan) addLost(p *printer, pg *page, rec model.Record, leaves []model.Leaf) {
	for i := range leaves {
		l := &leaves[i]
		if !pl.shown[l.Field] && !l.Field.Identity && !pl.omit(l.Field) {
			pg.put(p, pg.places[rec.Kind()], row{record: rec, leaf: l})
		}
	}
}

// trim drops the columns of optional facts that no row has.
func (pg *page) trim() {
	keep := func(i int) bool { return pg.used[i] || pg.headings[i].always }
	for at := range pg.rows {
		cells := pg.rows[at].cells
		out := cells[:0]
		for i, c := range cells {
			if keep(i) {
				out = append(out, c)
			}
		}
		pg.rows[at].cells = out
	}
	var headings []heading
	for i, h := range pg.headings {
		if keep(i) {
			headings = append(headings, h)
		}
	}
	pg.headings = headings
}
