package app

import (
	"os"
	"path/filepath"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// saveAs is the dialog that asks where the file of a document is to be
// written. It never writes over a file.
type saveAs struct {
	attachments *attachments
	document    *model.Document
	modal       *ui.Modal
	name        *ui.Entry
	folder      *ui.Entry
	note        *ui.Text
}

// SaveAs implements documents.Files.
func (a *attachments) SaveAs(id model.ID) { a.askPlace(id) }

func (a *attachments) askPlace(id model.ID) *saveAs {
	doc, ok := a.document(id)
	if !ok {
		return nil
	}
	d, t := a.desk, a.desk.words.Text
	s := &saveAs{attachments: a, document: doc, name: ui.NewEntry(doc.FileName(), nil), folder: ui.NewEntry(d.folder("documents"), nil)}
	s.note = ui.NewText("")
	s.note.Color = ui.ColorError
	name := ui.NewFieldRow(t("attach.name"), s.name, "")
	folder := ui.NewFieldRow(t("exporting.folder"), s.folder, "")
	folder.SetTrailing(ui.NewButton(t("exporting.choose"), ui.IconFolder, func() { d.askFolder("documents", s.folder.SetValue) }))
	lines := ui.Stack(ui.Px(10), name, folder)
	if d.file.Protected() {
		lines.Add(ui.NewParagraph(t("attach.unprotected")))
	}
	s.modal = &ui.Modal{Title: t("attach.save_title"), Content: lines, Note: s.note, Width: 640}
	s.modal.Buttons = []*ui.Button{
		ui.NewButton(t("exporting.cancel"), "", s.modal.Hide),
		ui.NewPrimary(t("attach.save"), ui.IconExport, s.start),
	}
	s.modal.Show(d.window.Canvas())
	return s
}

func (s *saveAs) start() {
	d, t := s.attachments.desk, s.attachments.desk.words.Text
	name := filepath.Base(s.name.Text)
	path := filepath.Join(s.folder.Text, name)
	info, err := os.Stat(s.folder.Text)
	switch _, taken := os.Lstat(path); {
	case err != nil || !info.IsDir():
		s.note.SetText(t("new.folder_missing"))
	case s.name.Text == "" || name == "." || name == string(filepath.Separator):
		s.note.SetText(t("attach.name_missing"))
	case taken == nil:
		s.note.SetText(t("error.exists", "Name", name))
	default:
		d.settings.SetFolder("documents", s.folder.Text)
		s.modal.Hide()
		s.attachments.extract(s.document, path, func() { d.showFolder(path) })
	}
}
