package xlsx

import (
	"strings"

	"fortegnelse/model"
)

// IndexSheet is the hidden sheet that says which rows belong to which
// record, so that a changed workbook can be read back.
const IndexSheet = "_fortegnelse"

// index collects what the hidden sheet holds.
type index struct {
	columns [][]string // sheet, letters of the column, paths of the fields
	records map[model.ID][]string
}

func newIndex() *index { return &index{records: map[model.ID][]string{}} }

// add notes the columns of a page and where its records stand.
func (x *index) add(sheet string, pg *page, spans []span) {
	for i, h := range pg.headings {
		x.columns = append(x.columns, []string{pg.key, sheet, columnName(i), strings.Join(h.paths, " ")})
	}
	for i := 0; i < len(pg.rows); {
		rec := pg.rows[i].record
		first := i
		for i < len(pg.rows) && pg.rows[i].record == rec {
			i++
		}
		if rec == nil {
			continue // the row that says that there is nothing
		}
		id := rec.Meta().ID
		place := pg.key + " " + itoa(spans[first].first) + "-" + itoa(spans[i-1].last)
		x.records[id] = append(x.records[id], place)
	}
}

// writeIndex writes the hidden sheet: what the workbook is, its columns, and
// for every record its ID, where it stands, and the keys of what it holds in
// the order of the rows.
func (b *book) writeIndex(x *index) error {
	if _, err := b.file.NewSheet(IndexSheet); err != nil {
		return err
	}
	row := 0
	put := func(values ...string) error {
		row++
		for i, v := range values {
			if v == "" {
				continue
			}
			if err := b.writeText(IndexSheet, columnName(i)+itoa(row), v[:within16(v, maxUnits)]); err != nil {
				return err
			}
		}
		return nil
	}
	info := b.register.Info()
	all := [][]string{
		{"format", model.Format + "-workbook"},
		{"schema", itoa(model.SchemaVersion)},
		{"register", string(info.ID)},
		{"name", info.Name},
		{"country", string(info.Country)},
		{"text language", info.Language},
		{"language", b.words.Language()},
		{"edition", string(b.options.Edition)},
		{"entity", string(b.options.Entity)},
		{"checksum", b.checksum},
		{"columns", itoa(len(x.columns))},
	}
	for _, line := range append(all, x.columns...) {
		if err := put(line...); err != nil {
			return err
		}
	}
	for _, rec := range b.records {
		head := rec.Meta()
		places := strings.Join(x.records[head.ID], " ")
		if err := put("record", string(rec.Kind()), string(head.ID), head.Number, places, keys(rec)); err != nil {
			return err
		}
	}
	return b.file.SetSheetVisible(IndexSheet, false)
}

// keys returns the keys of the parts of a record that have one.
func keys(rec model.Record) string {
	var all []string
	switch r := rec.(type) {
	case *model.Activity:
		for _, d := range r.Items() {
			all = append(all, d.Key)
		}
	case *model.Processor:
		for _, s := range r.SubProcessors.Value {
			all = append(all, s.Key)
		}
	}
	return strings.Join(all, " ")
}
