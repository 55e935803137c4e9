package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// outline prints records as indented text, in the words of a language.
type outline struct {
	w io.Writer
	r *model.Register
	c *words.Catalogue
}

// record prints everything that a record says.
func (o outline) record(rec model.Record) {
	fmt.Fprintf(o.w, "%s %s: %s\n", o.c.Kind(rec.Kind()), rec.Meta().Number, o.r.Title(rec))
	var open []string // the groups that the line before stood in
	for _, l := range model.Leaves(rec) {
		if l.Field.Identity && l.Field.Owner == "head" {
			continue
		}
		chain := o.chain(rec.Kind(), l.Path)
		groups := chain[:len(chain)-1]
		for i, name := range groups {
			if i < len(open) && open[i] == name {
				continue
			}
			open = open[:min(i, len(open))]
			fmt.Fprintf(o.w, "%s%s\n", indent(i), name)
			open = append(open, name)
		}
		open = open[:len(groups)]
		value := strings.ReplaceAll(o.value(l), "\n", "\n"+indent(len(groups)+1))
		fmt.Fprintf(o.w, "%s%s: %s\n", indent(len(groups)), chain[len(chain)-1], value)
	}
}

// titles prints the number and the title of each record.
func (o outline) titles(records []model.Record) {
	for _, rec := range records {
		fmt.Fprintf(o.w, "  %-6s %s\n", rec.Meta().Number, o.r.Title(rec))
	}
}

func indent(depth int) string { return strings.Repeat("  ", depth+1) }

// chain returns the labels along a concrete path; entries of a list are
// counted from 1: "purposes[0].text" is "Formål 1", "Formålet".
func (o outline) chain(k model.Kind, path string) []string {
	var labels []string
	walked := ""
	for part := range strings.SplitSeq(path, ".") {
		walked = strings.TrimPrefix(walked+"."+part, ".")
		f, ok := model.FieldAt(k, walked)
		if !ok {
			return []string{path}
		}
		label := o.c.Label(f)
		if _, at, listed := strings.Cut(part, "["); listed {
			if i, err := strconv.Atoi(strings.TrimSuffix(at, "]")); err == nil {
				label += " " + strconv.Itoa(i+1)
			}
		}
		labels = append(labels, label)
	}
	return labels
}

// label returns the labels along a path on one line.
func (o outline) label(k model.Kind, path string) string {
	return strings.Join(o.chain(k, path), " · ")
}

// value returns what a leaf says.
func (o outline) value(l model.Leaf) string {
	if l.State != model.Given {
		return o.c.Answer(l.State)
	}
	values := make([]string, len(l.Values))
	for i, v := range l.Values {
		values[i] = o.one(l.Field, v)
	}
	return strings.Join(values, ", ")
}

func (o outline) one(f *model.Field, v string) string {
	switch f.Type {
	case model.TypeCode:
		return o.c.Code(f.Vocabulary, v)
	case model.TypeReference:
		if rec, ok := o.r.Record(model.ID(v)); ok {
			return rec.Meta().Number + " " + o.r.Title(rec)
		}
	case model.TypeDate:
		if d, err := model.ParseDate(v); err == nil {
			return o.c.ShortDate(d)
		}
	}
	return v
}
