package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/ui"
	"fortegnelse/export"
	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// exporting is the dialog that hands the register over: which edition, in
// which language and formats, and where.
type exporting struct {
	desk     *Desk
	register *model.Register
	modal    *ui.Modal

	entity   string
	edition  report.Edition
	language string
	formats  []string
	folder   *ui.Entry
	replace  *ui.Check
	note     *ui.Text
	preview  *fyne.Container
	button   *ui.Button
}

// formatIcons draws the formats.
var formatIcons = map[string]ui.IconName{"pdf": ui.IconDocument, "xlsx": ui.IconSheet, "json": ui.IconCode}

// askExport asks how the open register is to be handed over, and does it.
func (d *Desk) askExport() {
	if d.session != nil {
		d.showExport()
	}
}

func (d *Desk) showExport() *exporting {
	d.window.Canvas().Unfocus() // what is being typed belongs into the export
	e := &exporting{
		desk: d, register: d.session.Register(), edition: report.ForAuthority,
		language: d.words.Language(), formats: []string{"pdf", "xlsx"},
	}
	if slices.Contains(words.Languages(), e.register.Info().Language) {
		e.language = e.register.Info().Language
	}
	e.show()
	return e
}

func (e *exporting) show() {
	t := e.desk.words.Text
	e.note = ui.NewText("")
	e.note.Color = ui.ColorError
	e.preview = container.NewStack()
	e.button = ui.NewPrimary("", ui.IconExport, e.start)
	e.modal = &ui.Modal{Title: t("exporting.title"), Note: e.note, Flush: true, Width: 800}
	e.modal.Buttons = []*ui.Button{ui.NewButton(t("exporting.cancel"), "", e.modal.Hide), e.button}
	left := ui.Inset(20, 24, 20, 24, e.form())
	right := ui.OnGround(ui.ColorNav, ui.FixedWidth(286, ui.Inset(20, 24, 20, 24, e.preview)))
	e.modal.Content = container.New(panes{}, ui.FixedWidth(512, left), ui.NewLine(ui.ColorLine), right)
	if e.modal.Content.MinSize().Width > e.desk.window.Canvas().Size().Width-ui.Px(24) { // no room to look ahead
		e.modal.Content, e.modal.Width = left, 512
	}
	e.changed()
	e.modal.Show(e.desk.window.Canvas())
}

func (e *exporting) form() fyne.CanvasObject {
	t := e.desk.words.Text
	fixed := ui.WordsIn(e.desk.words)
	var languages []ui.Option
	for _, l := range words.Languages() {
		languages = append(languages, ui.Option{Code: l, Label: t("language." + l)})
	}
	language := ui.NewFieldRow(t("exporting.language"), ui.NewChoice(fixed, languages, e.language, func(l string) {
		e.language = l
		e.changed()
	}), t("exporting.language_hint"))
	rows := []fyne.CanvasObject{
		ui.NewFieldRow(t("exporting.what"), e.what(), ""),
		ui.NewFieldRow(t("exporting.edition"), ui.NewRadio([]ui.Option{
			{Code: string(report.ForAuthority), Label: t("exporting.authority")},
			{Code: string(report.Internal), Label: t("exporting.internal")},
		}, string(e.edition), func(code string) { e.edition = report.Edition(code); e.changed() }), ""),
		language,
		ui.NewLine(ui.ColorLine),
	}
	for _, f := range export.Formats {
		rows = append(rows, e.formatRow(f.Name), ui.NewLine(ui.ColorLine))
	}
	e.folder = ui.NewEntry(e.desk.folder("exports"), nil)
	folder := ui.NewFieldRow(t("exporting.folder"), e.folder, "")
	folder.SetTrailing(ui.NewButton(t("exporting.choose"), ui.IconFolder, func() {
		e.desk.askFolder("exports", e.folder.SetValue)
	}))
	e.replace = ui.NewCheck(t("exporting.overwrite"), false, nil)
	return ui.Stack(ui.Px(10), append(rows, folder, e.replace)...)
}

// what offers the whole register or one of several legal entities.
func (e *exporting) what() fyne.CanvasObject {
	all := e.desk.words.Text("exporting.all", "Name", e.register.Info().Name)
	own := e.register.LegalEntities()
	if len(own) < 2 {
		return ui.NewParagraph(all)
	}
	options := []ui.Option{{Code: "", Label: all}}
	for _, x := range own {
		options = append(options, ui.Option{Code: string(x.ID), Label: x.Name()})
	}
	return ui.NewChoice(ui.WordsIn(e.desk.words), options, "", func(id string) { e.entity = id; e.changed() })
}

func (e *exporting) formatRow(name string) fyne.CanvasObject {
	title := map[string]string{"pdf": "PDF", "xlsx": "Excel", "json": "JSON"}[name]
	box := ui.NewCheck("", slices.Contains(e.formats, name), func(on bool) {
		e.formats = slices.DeleteFunc(e.formats, func(f string) bool { return f == name })
		if on {
			e.formats = append(e.formats, name)
		}
		e.changed()
	})
	return ui.Row(ui.Px(8), box, ui.NewIcon(formatIcons[name], ui.ColorText2, 18),
		ui.FixedWidth(64, ui.NewBold(title)), ui.Grow(ui.NewLabel(e.desk.words.Text("exporting."+name))))
}

// changed shows what would be exported now.
func (e *exporting) changed() {
	c := e.desk.words
	e.button.SetText(c.Count("exporting.do", len(e.formats)))
	e.note.SetText("")
	e.preview.Objects = []fyne.CanvasObject{e.drawPreview()}
	e.preview.Refresh()
}

// drawPreview draws the cover in little, and counts what the export holds.
func (e *exporting) drawPreview() fyne.CanvasObject {
	c := e.desk.words
	title := c.Text("exporting.record_title")
	if there, err := words.In(e.language); err == nil {
		title = there.Text("exporting.record_title")
	}
	heading := ui.NewParagraph(title)
	heading.Style.Bold, heading.Color, heading.TextSize = true, ui.ColorOnAccent, theme.SizeNameCaptionText
	name := ui.NewText(e.register.Info().Name)
	name.TextSize = theme.SizeNameCaptionText
	lines := []fyne.CanvasObject{name}
	for _, width := range []float32{120, 96, 112, 84, 120} {
		line := ui.NewFill(ui.ColorLine2)
		line.Least = fyne.NewSize(ui.Px(width), 2)
		lines = append(lines, container.NewHBox(line))
	}
	frame := ui.NewFill(ui.ColorBackground)
	frame.Border = ui.ColorLine2
	cover := ui.FixedWidth(172, container.NewStack(frame, ui.Stack(0,
		ui.FixedHeight(100, ui.OnGround(ui.ColorAccent, ui.Inset(28, 8, 8, 12, heading))),
		ui.Inset(14, 14, 20, 14, ui.Stack(8, lines...)))))
	count := func(n int, what string) fyne.CanvasObject {
		return ui.Row(ui.Px(8), ui.FixedWidth(36, ui.NewBold(c.Number(n))), ui.Grow(ui.NewText(c.Text(what))))
	}
	date := c.ShortDate(lawDate())
	return ui.Stack(ui.Px(10), container.NewCenter(cover),
		count(len(e.register.Activities()), "exporting.count_activities"),
		count(len(e.register.Processors()), "exporting.count_processors"),
		count(len(e.register.Transfers()), "exporting.count_transfers"),
		count(len(e.register.Measures()), "exporting.count_measures"),
		ui.NewCaption(c.Text("exporting.preview", "Screen", c.Text("language."+c.Language()), "Export", c.Text("language."+e.language), "Date", date)))
}

// targets returns the file of each chosen format.
func (e *exporting) targets() map[string]string {
	base := fileName(e.register.Info().Name) + " " + model.DateOf(e.desk.now()).String()
	targets := map[string]string{}
	for _, f := range e.formats {
		targets[f] = filepath.Join(e.folder.Text, base+"."+f)
	}
	return targets
}

// start writes the files, one after the other, and shows how far it has come.
func (e *exporting) start() {
	t := e.desk.words.Text
	switch info, err := os.Stat(e.folder.Text); {
	case len(e.formats) == 0:
		e.note.SetText(t("exporting.none"))
		return
	case err != nil || !info.IsDir():
		e.note.SetText(t("new.folder_missing"))
		return
	}
	targets := e.targets()
	if !e.replace.Checked {
		for _, f := range e.formats {
			if _, err := os.Lstat(targets[f]); err == nil {
				e.note.SetText(fmt.Sprintf("%s: %s", filepath.Base(targets[f]), t("error.exists")))
				return
			}
		}
	}
	e.desk.settings.SetFolder("exports", e.folder.Text)
	e.modal.Hide()
	e.run(targets)
}

func (e *exporting) run(targets map[string]string) {
	d := e.desk
	options := report.Options{
		Language: e.language, Edition: e.edition, Entity: model.ID(e.entity),
		GeneratedAt: d.now(), Version: d.version,
	}
	register, formats, replace := e.register, slices.Clone(e.formats), e.replace.Checked
	bar := newProgress(d, d.words.Text("exporting.running", "Name", register.Info().Name))
	bar.run(Task{
		Work: func(ctx context.Context, progress func(done, total int)) error {
			for i, f := range formats {
				part := func(done, total int) { progress(i*1000+done*1000/max(total, 1), len(formats)*1000) }
				if err := export.ToFile(ctx, f, targets[f], replace, register, options, part); err != nil {
					return err
				}
			}
			return nil
		},
		Done: func(err error) { e.done(err, formats, targets) },
	})
}

func (e *exporting) done(err error, formats []string, targets map[string]string) {
	d := e.desk
	switch {
	case cancelled(err):
		ui.Message(d.window.Canvas(), ui.WordsIn(d.words), d.words.Text("exporting.title"), d.words.Text("exporting.cancelled"))
		return
	case err != nil:
		d.fail(d.words.Text("exporting.failed"), err)
		return
	}
	var lines []fyne.CanvasObject
	for _, f := range formats {
		path := targets[f]
		lines = append(lines, ui.Row(ui.Px(8), ui.NewIcon(formatIcons[f], ui.ColorText2, 18),
			ui.Grow(ui.NewText(filepath.Base(path))),
			ui.NewLink(d.words.Text("exporting.open"), func() { d.showFile(path) })))
	}
	modal := &ui.Modal{Title: d.words.Text("exporting.done"), Content: ui.Stack(ui.Px(8), lines...), Width: 560}
	modal.Buttons = []*ui.Button{
		ui.NewButton(d.words.Text("exporting.show"), ui.IconFolder, func() { d.showFolder(targets[formats[0]]) }),
		ui.NewPrimary(d.words.Text("exporting.close"), "", modal.Hide),
	}
	modal.Show(d.window.Canvas())
}
