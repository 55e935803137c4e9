package xlsx

import (
	"reflect"
	"slices"
	"strings"

	"fortegnelse/model"
)

// column is one column of a sheet, as chosen by hand. Its paths name the
// fields that it prints: all that none names are added by the plan, so that
// no field can be forgotten.
type column struct {
	head     string                   // catalogue key; "": the name of the first field
	paths    []string                 // of the sheet's kind; the first decides letter and colour
	print    func(*printer, row) cell // composes the cell; nil: the fields one after the other
	labelled bool                     // each field on a line of its own, behind its name
	always   bool                     // stays even where all its cells are empty
	optional bool                     // is not coloured as required, although Art. 30 asks for the field
}

// row is what one line of a sheet is about: a record, and at most one entry
// of each list that the sheet opens.
type row struct {
	record  model.Record
	root    node
	entries []node      // one per level of the sheet; the zero node where the list has no entry
	leaf    *model.Leaf // in the sheet of further particulars
}

// node returns the entry at a level; level -1 is the record.
func (r row) node(level int) node {
	if level < 0 {
		return r.root
	}
	return r.entries[level]
}

// part is one field of a column.
type part struct {
	field *model.Field
	level int    // of the sheet, at which the field is reached
	lists []hop  // lists below that level in which it lies
	leaf  access // from there to the field
}

// hop leads from a structure to a list in it.
type hop struct {
	list string // general path
	access
}

// place is a column made ready for the records of one kind.
type place struct {
	*column
	parts []part
	asks  *part // answer that the column gives where it has no value
}

// locate finds how a field is reached from the rows of a sheet.
func (w ways) locate(f *model.Field, levels []string) part {
	p := part{field: f, level: -1}
	t := structOf(f.Kind)
	begun := ""
	for i, list := range levels {
		if !strings.HasPrefix(f.Path, list+"[].") {
			break
		}
		_, t = w.accessTo(t, list[len(begun):])
		p.level, begun = i, list+"[]."
	}
	for {
		inner, rest, more := strings.Cut(f.Path[len(begun):], "[].")
		if !more {
			p.leaf, _ = w.accessTo(t, inner)
			return p
		}
		h := hop{list: begun + inner}
		h.access, t = w.accessTo(t, inner)
		p.lists = append(p.lists, h)
		begun = f.Path[:len(f.Path)-len(rest)]
	}
}

// structOf returns the structure of the records of a kind.
func structOf(k model.Kind) reflect.Type {
	rec, err := model.New(k)
	if err != nil {
		panic("xlsx: " + err.Error()) // kinds come from the table of fields
	}
	return reflect.TypeOf(rec).Elem()
}

// asked returns the field whose answer a column for f gives where there is
// no value: f itself or the nearest group around it that is an answer.
func asked(f *model.Field) *model.Field {
	for path := f.Path; ; {
		if f.Answer {
			return f
		}
		at := strings.LastIndexByte(path, '.')
		if at < 0 {
			return nil
		}
		path = strings.TrimSuffix(path[:at], "[]")
		group, ok := model.FieldAt(f.Kind, path)
		if !ok {
			return nil
		}
		f = group
	}
}

// cell prints the column for one row.
func (c *place) cell(p *printer, r row) cell {
	var out cell
	switch {
	case c.print != nil:
		out = c.print(p, r)
	case len(c.parts) == 0:
	case len(c.parts) == 1 && c.parts[0].lists == nil:
		out = c.single(p, r)
	default:
		out = text(c.block(p, r))
	}
	if out.kind == blank && c.asks != nil {
		out = p.silence(r.node(c.asks.level), c.asks)
	}
	return out
}

// single prints one field of the row's own, numbers and dates as such.
func (c *place) single(p *printer, r row) cell {
	at := &c.parts[0]
	n := r.node(at.level)
	if !n.exists() {
		return cell{}
	}
	state, v := at.leaf.read(n.value)
	if state != model.Given || at.field.Type == model.TypeGroup {
		return cell{}
	}
	return p.value(r.record, at.field, v)
}

// block prints several fields, and the lists in which they lie.
func (c *place) block(p *printer, r row) string {
	b := block{printer: p, record: r.record, parts: c.parts, labelled: c.labelled}
	if n := r.node(c.parts[0].level); n.exists() { // the same for all parts, see plan
		b.lines(n.value, nil)
	}
	return strings.Join(b.out, "\n")
}

// block collects the lines of one cell.
type block struct {
	*printer
	record   model.Record
	parts    []part
	labelled bool
	out      []string
}

// lines adds what a structure says in the fields that lie in it, then what
// the entries of its lists say. Inside are the lists that lead to it.
func (b *block) lines(v reflect.Value, inside []hop) {
	var said []string
	for i := range b.parts {
		at := &b.parts[i]
		if !sameLists(at.lists, inside) {
			continue
		}
		state, value := at.leaf.read(v)
		s := b.said(b.record, at.field, state, value)
		if s != "" && (b.labelled || needsLabel(at.field)) {
			s = b.label(at.field) + ": " + s
		}
		if s != "" && (b.labelled || !saidAlready(said, s)) {
			said = append(said, s)
		}
	}
	if len(said) > 0 && b.labelled {
		b.out = append(b.out, said...)
	} else if len(said) > 0 {
		b.out = append(b.out, strings.Join(said, ", "))
	}
	opened := ""
	for i := range b.parts {
		at := &b.parts[i]
		if len(at.lists) <= len(inside) || !sameLists(at.lists[:len(inside)], inside) || at.lists[len(inside)].list == opened {
			continue
		}
		next := at.lists[len(inside)]
		opened = next.list
		if state, list := next.read(v); state == model.Given {
			for i := range list.Len() {
				b.lines(list.Index(i), at.lists[:len(inside)+1])
			}
		}
	}
}

// saidAlready reports whether a line says s: a code and the register's own
// words are often the same.
func saidAlready(line []string, s string) bool {
	return slices.ContainsFunc(line, func(other string) bool { return strings.EqualFold(other, s) })
}

func sameLists(a, b []hop) bool {
	return slices.EqualFunc(a, b, func(x, y hop) bool { return x.list == y.list })
}

// needsLabel reports whether a value says nothing without its name.
func needsLabel(f *model.Field) bool {
	return f.Type == model.TypeDate || f.Type == model.TypeNumber || f.Vocabulary == "yes_no"
}
