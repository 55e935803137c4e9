package xlsx

import (
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
	root    *node
	entries []*node     // one per level of the sheet; nil where the list has no entry
	leaf    *model.Leaf // in the sheet of further particulars
}

// node returns the entry at a level; level -1 is the record.
func (r row) node(level int) *node {
	if level < 0 {
		return r.root
	}
	return r.entries[level]
}

// part is one field of a column.
type part struct {
	field *model.Field
	level int      // of the sheet, at which the field is reached
	lists []string // lists below that level in which it lies
}

// place is a column made ready for the records of one kind.
type place struct {
	*column
	parts []part
	asks  *part // answer that the column gives where it has no value
}

// locate finds at which level of a sheet a field is reached.
func locate(f *model.Field, levels []string) part {
	p := part{field: f, level: -1}
	reached := ""
	for i, list := range levels {
		if strings.HasPrefix(f.Path, list+"[].") {
			p.level, reached = i, list+"[]."
		}
	}
	rest := f.Path[len(reached):]
	for at := 0; ; {
		end := strings.Index(rest[at:], "[].")
		if end < 0 {
			return p
		}
		p.lists = append(p.lists, f.Path[:len(reached)+at+end])
		at += end + len("[].")
	}
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
		out = p.silence(r.node(c.asks.level), c.asks.field)
	}
	return out
}

// single prints one field of the row's own, numbers and dates as such.
func (c *place) single(p *printer, r row) cell {
	n := r.node(c.parts[0].level)
	if n == nil {
		return cell{}
	}
	l := n.find(c.parts[0].field)
	if l == nil || l.State != model.Given {
		return cell{}
	}
	return p.leaf(r.record, l)
}

// block prints several fields, and the lists in which they lie.
func (c *place) block(p *printer, r row) string {
	level := c.parts[0].level // the same for all, see plan
	b := block{parts: c.parts, labelled: c.labelled}
	if n := r.node(level); n != nil {
		b.lines(p, r.record, n, level, 0)
	}
	return strings.Join(b.out, "\n")
}

// block collects the lines of one cell.
type block struct {
	parts    []part
	labelled bool
	out      []string
}

// lines adds what n says in the fields that lie depth lists below the row,
// then what its entries say.
func (b *block) lines(p *printer, rec model.Record, n *node, level, depth int) {
	var said []string
	for _, at := range b.parts {
		if at.level != level || len(at.lists) != depth || depth > 0 && at.lists[depth-1] != n.list {
			continue
		}
		l := n.find(at.field)
		if l == nil {
			continue
		}
		s := p.said(rec, l)
		if s != "" && (b.labelled || needsLabel(at.field)) {
			s = p.label(at.field) + ": " + s
		}
		if s != "" {
			said = append(said, s)
		}
	}
	if len(said) > 0 && b.labelled {
		b.out = append(b.out, said...)
	} else if len(said) > 0 {
		b.out = append(b.out, strings.Join(said, ", "))
	}
	for _, e := range n.entries {
		if b.opens(e.list, depth) {
			b.lines(p, rec, e, level, depth+1)
		}
	}
}

// opens reports whether a field of the column lies in a list.
func (b *block) opens(list string, depth int) bool {
	for _, at := range b.parts {
		if len(at.lists) > depth && at.lists[depth] == list {
			return true
		}
	}
	return false
}

// needsLabel reports whether a value says nothing without its name.
func needsLabel(f *model.Field) bool {
	return f.Type == model.TypeDate || f.Type == model.TypeNumber || f.Vocabulary == "yes_no"
}
