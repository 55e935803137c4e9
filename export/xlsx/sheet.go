package xlsx

import (
	"reflect"
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
	upright bool         // prints one row per field, for records of many fields of which there are few
	columns []column
}

// heading is the head of one column.
type heading struct {
	text     string
	letter   string // of Art. 30(1), "(a)"
	name     string // without the letter
	required bool
	always   bool
	paths    []string
}

// page is a sheet with its rows, ready to be written.
type page struct {
	*sheet
	places   map[model.Kind][]*place
	lists    map[model.Kind][]access // to the entries of each level from the one before
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

	losing map[model.Kind]bool // has fields without a place
	ways   ways
}

// naming gives the words of headings.
type naming interface {
	Label(*model.Field) string
	Text(key string, pairs ...any) string
}

func newPlan(sheets []sheet, names naming, omit func(*model.Field) bool) *plan {
	pl := &plan{shown: map[*model.Field]bool{}, names: names, omit: omit, ways: ways{}}
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
	pl.losing = map[model.Kind]bool{}
	for i := range model.Fields {
		if f := &model.Fields[i]; pl.loses(f) {
			pl.losing[f.Kind] = true
		}
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
	pg.lists = map[model.Kind][]access{}
	pg.used = make([]bool, len(pg.columns))
	for _, k := range pg.kinds {
		for i, list := range pg.levels {
			f, ok := model.FieldAt(k, list)
			if !ok {
				panic("xlsx: no list " + list + " in " + string(k)) // a sheet is wrongly made
			}
			pg.lists[k] = append(pg.lists[k], pl.ways.locate(f, pg.levels[:i]).leaf)
		}
		asking := map[*model.Field]bool{}
		for i := range pg.columns {
			c := &place{column: &pg.columns[i]}
			for _, path := range c.paths {
				if f, ok := model.FieldAt(k, path); ok && !pl.omit(f) {
					c.parts = append(c.parts, pl.ways.locate(f, pg.levels))
				}
			}
			if len(c.parts) > 0 {
				if f := asked(c.parts[0].field); f != nil && !asking[f] {
					if at := pl.ways.locate(f, pg.levels); at.lists == nil {
						asking[f] = true
						pl.shown[f] = true
						c.asks = &at
					}
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
			h.name = pl.names.Text(c.head)
		case f != nil:
			h.name = pl.label(f, pg.levels)
		}
		h.text = h.name
		if f != nil && f.Letter != "" && !c.optional {
			h.letter = "(" + f.Letter + ")"
			h.text = h.letter + " " + h.name
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
	root := node{value: reflect.ValueOf(rec).Elem()}
	for _, pg := range pl.pages {
		if pg.lost {
			pl.addLost(p, pg, rec)
			continue
		}
		places, ok := pg.places[rec.Kind()]
		if !ok {
			continue
		}
		r := row{record: rec, root: root, entries: make([]node, len(pg.levels))}
		pg.open(p, places, r, pg.lists[rec.Kind()], root, 0)
	}
}

// open adds a row for every entry that the page opens.
func (pg *page) open(p *printer, places []*place, r row, lists []access, from node, level int) {
	if level == len(lists) {
		pg.put(p, places, r)
		return
	}
	state, list := lists[level].read(from.value)
	if state != model.Given || list.Len() == 0 {
		if level > 0 || !pg.sparse {
			pg.put(p, places, r)
		}
		return
	}
	for i := range list.Len() {
		entry := node{list.Index(i), i}
		r.entries[level] = entry
		clear(r.entries[level+1:])
		pg.open(p, places, r, lists, entry, level+1)
	}
}

func (pg *page) put(p *printer, places []*place, r row) {
	cells := make([]cell, len(places))
	for i, c := range places {
		cells[i] = c.cell(p, r)
		cells[i].text = tidy(cells[i].text)
		if cells[i].kind != blank && cells[i].look != silent {
			pg.used[i] = true
		}
	}
	pg.rows = append(pg.rows, line{r.record, cells})
}

// turn makes the rows of an upright page: one for each field that a record
// answers, behind its letter and name.
func (pg *page) turn(names naming) {
	var rows []line
	for _, r := range pg.rows {
		for i, c := range r.cells {
			h := pg.headings[i]
			if c.kind == blank || i == 1 || c.look == silent && !h.required {
				continue
			}
			rows = append(rows, line{r.record, []cell{r.cells[0], r.cells[1], text(h.letter), text(h.name), c}})
		}
	}
	pg.rows = rows
	pg.headings = []heading{
		{text: pg.headings[0].name, required: true, always: true, paths: pg.headings[0].paths},
		pg.headings[1],
		{text: names.Text("workbook.head.letter"), always: true},
		{text: names.Text("workbook.head.field"), always: true},
		{text: names.Text("workbook.head.answer"), required: true, always: true},
	}
	pg.used = make([]bool, len(pg.headings))
}

// addLost prints every value that has no place in another sheet.
func (pl *plan) addLost(p *printer, pg *page, rec model.Record) {
	if !pl.losing[rec.Kind()] {
		return
	}
	leaves := model.Leaves(rec)
	for i := range leaves {
		l := &leaves[i]
		if pl.loses(l.Field) {
			pg.put(p, pg.places[rec.Kind()], row{record: rec, leaf: l})
		}
	}
}

// loses reports whether a field has no place in another sheet and must be
// printed.
func (pl *plan) loses(f *model.Field) bool {
	return !pl.shown[f] && !f.Identity && !pl.omit(f) && (f.Type != model.TypeGroup || f.Answer)
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
