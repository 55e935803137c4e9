package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// newRegister asks what a new register needs to know: who, where, in which
// language, and in which folder.
type newRegister struct {
	desk     *Desk
	modal    *ui.Modal
	name     *ui.Entry
	nameRow  *ui.FieldRow
	country  *ui.Choice
	language *ui.Choice
	template *ui.Choice
	folder   *ui.Entry
	dirRow   *ui.FieldRow
	protect  *ui.Check
}

// askNew asks for a new register and opens it.
func (d *Desk) askNew() { d.showNewRegister() }

func (d *Desk) showNewRegister() *newRegister {
	t := d.words.Text
	n := &newRegister{desk: d}
	n.name = ui.NewEntry("", nil)
	n.nameRow = newRow(t("new.name"), n.name, t("new.name_hint"))
	var countries []ui.Option
	for _, c := range []model.Country{"dk", "se", "no"} {
		countries = append(countries, ui.Option{Code: string(c), Label: d.words.Code("country", string(c))})
	}
	fixed := ui.WordsIn(d.words)
	n.country = ui.NewChoice(fixed, countries, "dk", func(code string) {
		n.language.SetCode(law.LanguageOf(model.Country(code)))
	})
	n.language = ui.NewChoice(fixed, languageOptions(d.words), "da", nil)
	n.template = ui.NewChoice(fixed, []ui.Option{
		{Code: "", Label: t("new.template.none")}, {Code: law.Clinic, Label: t("new.template.clinic")},
	}, law.Clinic, nil)
	n.folder = ui.NewEntry(d.folder("registers"), nil)
	n.dirRow = newRow(t("new.folder"), n.folder, "")
	n.dirRow.SetTrailing(ui.NewButton(t("new.choose"), ui.IconFolder, func() {
		d.askFolder("registers", n.folder.SetValue)
	}))
	n.protect = ui.NewCheck(t("new.protect"), false, nil)
	n.modal = &ui.Modal{Title: t("new.title"), Width: 640, Content: ui.Stack(ui.Px(12),
		n.nameRow,
		newRow(t("new.country"), n.country, ""),
		newRow(t("new.language"), n.language, ""),
		newRow(t("new.template"), n.template, t("new.template_hint")),
		n.dirRow,
		newRow(t("new.protect_label"), n.protect, ""))}
	n.modal.Buttons = []*ui.Button{
		ui.NewButton(t("exporting.cancel"), "", n.modal.Hide),
		ui.NewPrimary(t("new.create"), ui.IconPlus, n.create),
	}
	n.modal.Show(d.window.Canvas())
	return n
}

// newRow makes a field of the dialog. "Personuppgiftsansvarig" is the longest of
// its labels.
func newRow(label string, control fyne.CanvasObject, hint string) *ui.FieldRow {
	row := ui.NewFieldRow(label, control, hint)
	row.Labels = 180
	return row
}

// languageOptions lists all four languages: free text may be in one for which
// there is no catalogue yet.
func languageOptions(c *words.Catalogue) []ui.Option {
	var options []ui.Option
	for _, l := range []string{"da", "sv", "nb", "en"} {
		options = append(options, ui.Option{Code: l, Label: c.Text("language." + l)})
	}
	return options
}

func (n *newRegister) create() {
	t := n.desk.words.Text
	name := strings.TrimSpace(n.name.Text)
	n.nameRow.SetProblem(ui.SignNothing, "")
	n.dirRow.SetProblem(ui.SignNothing, "")
	if name == "" {
		n.nameRow.SetProblem(ui.SignError, t("new.name_missing"))
		n.nameRow.Focus()
		return
	}
	if info, err := os.Stat(n.folder.Text); err != nil || !info.IsDir() {
		n.dirRow.SetProblem(ui.SignError, t("new.folder_missing"))
		n.dirRow.Focus()
		return
	}
	country := model.Country(n.country.Code())
	info := model.Info{
		ID: model.NewID(n.desk.now()), Name: name, Language: n.language.Code(), Country: country,
		LawData: law.Date(), Created: n.desk.now().UTC(),
	}
	own, err := words.In(info.Language)
	if err != nil {
		n.desk.fail(t("error.create", "Name", name), err)
		return
	}
	records, err := law.Start(info, n.template.Code(), own, n.desk.now())
	if err != nil {
		n.desk.fail(t("error.create", "Name", name), err)
		return
	}
	path := freeName(filepath.Join(n.folder.Text, fileName(name)))
	if n.protect.Checked {
		n.createProtected(path, info, records)
		return
	}
	n.modal.Hide()
	n.desk.create(path, info, records)
}

// createProtected asks for a passphrase and makes the register under it.
func (n *newRegister) createProtected(path string, info model.Info, records []model.Record) {
	d := n.desk
	t := d.words.Text
	var made File
	var recovery string
	author := d.settings.Author()
	dialog := &secretDialog{
		desk: d, title: t("protect.protect"), button: t("new.create"), chooses: true,
		failed: t("error.create", "Name", filepath.Base(path)), lines: []string{t("protect.explain")},
		do: func(_, passphrase []byte) (err error) {
			made, recovery, err = d.files.Create(path, info, records, author, passphrase)
			return err
		},
		done: func() {
			n.modal.Hide()
			if !d.closeRegister() { // the person is told; the new one can be opened later
				closeUnseen(made)
				return
			}
			d.enter(made)
			d.backUpAfter(made)
			d.showRecovery(recovery)
		},
	}
	dialog.show()
}

// fileName makes a name for a file of the name of a clinic.
func fileName(name string) string {
	safe := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
	return strings.Trim(safe, " .-")
}
