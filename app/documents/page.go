// Package documents shows the page of a document, with the file that belongs
// to it.
package documents

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Files does what the page offers for the file of a document.
type Files interface {
	// Held reports whether the file with a SHA-256 lies in the register.
	Held(hash string) bool
	// Writable reports whether the register takes files.
	Writable() bool

	Attach(document model.ID) // or replaces; asks which file
	Open(document model.ID)   // with the program that the system has for it
	SaveAs(document model.ID) // asks where to
}

// filePaths are the fields that an attached file fills in.
var filePaths = []string{"sha256", "size", "mediaType"}

// Layout is the page of a document: what it is, its file, what it is about.
func Layout(files Files) record.Layout {
	layout := record.General(model.KindDocument)
	layout[0].Paths = slices.DeleteFunc(layout[0].Paths, func(p string) bool { return slices.Contains(filePaths, p) })
	return slices.Insert(layout, 1, record.Section{
		Title: "attach.section", Paths: filePaths,
		Build: func(f *record.Form) []fyne.CanvasObject { return section{f, files}.build() },
	})
}

// section is the part of the page with the file.
type section struct {
	*record.Form
	files Files
}

// document returns the record of the page; an empty one when it is gone.
func (s section) document() *model.Document {
	if d, ok := s.Record().(*model.Document); ok {
		return d
	}
	return &model.Document{}
}

func (s section) held() bool {
	hash := s.document().SHA256
	return hash != "" && s.files.Held(hash)
}

func (s section) build() []fyne.CanvasObject {
	s.Shape(func() string {
		d := s.document()
		return fmt.Sprint(d.SHA256, d.FileName(), d.Size, s.held())
	})
	if s.held() {
		return []fyne.CanvasObject{s.row(s.attached(), s.Text("attach.hash", "Hash", s.document().SHA256))}
	}
	if s.document().SHA256 == "" {
		return []fyne.CanvasObject{s.row(s.none(s.Text("attach.none")), s.hint())}
	}
	return append([]fyne.CanvasObject{s.row(s.none(s.Text("attach.elsewhere")), s.hint())}, s.Fields(filePaths...)...)
}

func (s section) row(content fyne.CanvasObject, hint string) fyne.CanvasObject {
	row := ui.NewFieldRow(s.Text("attach.file"), content, hint)
	row.Labels = record.LabelWidth
	return row
}

// hint says how a file is attached.
func (s section) hint() string {
	if !s.files.Writable() {
		return ""
	}
	return s.Text("attach.hint")
}

// attached shows the file and what can be done with it.
func (s section) attached() fyne.CanvasObject {
	d := s.document()
	name := ui.Row(ui.Px(8), ui.NewIcon(ui.IconClip, ui.ColorText2, 18), ui.NewBold(d.FileName()),
		ui.NewLabel(Size(s.Words(), d.Size)))
	buttons := []fyne.CanvasObject{
		s.button("attach.open", ui.IconDocument, s.files.Open),
		s.button("attach.save_as", ui.IconExport, s.files.SaveAs),
	}
	if s.files.Writable() {
		buttons = append(buttons, s.button("attach.replace", ui.IconClip, s.files.Attach))
	}
	return ui.Stack(ui.Px(8), name, ui.Flow(ui.Px(8), buttons...))
}

// none says that there is no file, and offers to attach one.
func (s section) none(text string) fyne.CanvasObject {
	said := ui.NewParagraph(text)
	if !s.files.Writable() {
		return said
	}
	return ui.Stack(ui.Px(8), said, ui.Flow(ui.Px(8), s.button("attach.attach", ui.IconClip, s.files.Attach)))
}

func (s section) button(key string, icon ui.IconName, do func(model.ID)) fyne.CanvasObject {
	id := s.ID()
	b := ui.NewButton(s.Text(key), icon, func() { do(id) })
	s.Keep(key, b)
	return b
}

// Size writes a number of bytes as a person reads it.
func Size(c *words.Catalogue, bytes int) string {
	const kilo, mega = 1 << 10, 1 << 20
	if tenths := (bytes*10 + mega/2) / mega; tenths >= 10 {
		return c.Text("attach.megabytes", "Whole", c.Number(tenths/10), "Tenth", tenths%10)
	}
	return c.Text("attach.kilobytes", "Number", c.Number((bytes+kilo-1)/kilo))
}
