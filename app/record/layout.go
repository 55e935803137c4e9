package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Layout is what stands on a page, from top to bottom.
type Layout []Section

// Section is a part of a page under one heading. It shows the fields of Paths
// in that order; a group is shown with all it holds, and two or three paths in
// one string, with spaces between, stand side by side. Where Build is set, it
// makes the content and Paths says which fields it shows.
type Section struct {
	Letter    string // letter of Art. 30 it answers, "b"; may be empty
	Title     string // catalogue key of the heading
	Short     string // catalogue key of the name in the list of sections; Title if empty
	Reference string // catalogue key of where the law asks for it; may be empty
	Paths     []string
	Build     func(*Form) []fyne.CanvasObject
	// Beside makes what stands after the heading, such as a count; may be nil.
	Beside func(*Form) string
	// State tells how far the section is answered; nil shows no sign.
	State func(*model.Register, model.Record) ui.Sign
	// Gap sets the section off from the one before it in the list of sections.
	Gap bool
}

// claims returns the paths of a section, one by one.
func (s Section) claims() []string {
	var paths []string
	for _, p := range s.Paths {
		paths = append(paths, strings.Fields(p)...)
	}
	return paths
}

// shows reports whether a section shows the field at a path, or something that
// the group there holds.
func (s Section) shows(path string) bool {
	return covered(path, s.claims()) || holdsOne(path, s.claims())
}

// headPaths are shown by the header of every page.
var headPaths = []string{"status"}

// Rest returns the fields of a kind that a layout leaves out, groups before
// what they hold. The page shows them in a last section, so that no field can
// be forgotten.
func (l Layout) Rest(kind model.Kind) []string {
	var taken []string
	for _, s := range l {
		taken = append(taken, s.claims()...)
	}
	taken = append(taken, headPaths...)
	var rest []string
	for _, f := range model.FieldsOf(kind) {
		if f.Identity || covered(f.Path, taken) || covered(f.Path, rest) || holdsOne(f.Path, taken) {
			continue
		}
		rest = append(rest, f.Path)
	}
	return rest
}

// covered reports whether a path or a group that holds it is among paths.
func covered(path string, paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return p == path || strings.HasPrefix(path, p+".") || strings.HasPrefix(path, p+"[]")
	})
}

// holdsOne reports whether something inside the group at path is among paths.
func holdsOne(path string, paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		return strings.HasPrefix(p, path+".") || strings.HasPrefix(p, path+"[]")
	})
}

// complete returns the layout with a last section for what it leaves out.
func (l Layout) complete(kind model.Kind) Layout {
	rest := l.Rest(kind)
	if len(rest) == 0 {
		return l
	}
	return append(slices.Clone(l), Section{Title: "record.section.rest", Paths: rest})
}

// General returns the layout for a kind without a drawing of its own: its
// fields, its review, its notes.
func General(kind model.Kind) Layout {
	var own []string
	for _, f := range model.FieldsOf(kind) {
		if f.Owner != "head" && f.Path == f.Name {
			own = append(own, f.Path)
		}
	}
	main := Section{Title: "record.section." + string(kind), Paths: own}
	if kind == model.KindRetentionRule {
		main.Build = ruleSection(own)
	}
	return Layout{
		main,
		UsedBy(),
		Review(),
		Notes(),
	}
}

// Review is the section that tells when a record was looked through.
func Review() Section {
	return Section{Title: "record.section.review", Paths: []string{
		"reviewedOn reviewedBy", "nextReview reviewEvery",
	}}
}

// Notes is the section for everything else that is kept with a record.
func Notes() Section {
	return Section{Title: "record.section.notes", Paths: []string{"tags", "notes", "evidence"}}
}
