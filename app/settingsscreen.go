package app

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// settingsScreen is where the person says how the program looks and speaks,
// and what the register is called.
type settingsScreen struct {
	content fyne.CanvasObject
	scroll  *container.Scroll
}

func newSettingsScreen(d *Desk) *settingsScreen {
	page := ui.Stack(ui.Px(24), ui.NewHeading(d.words.Text("settings.title")), d.lookSection(), d.registerSection(), d.protectSection(), d.backupsSection(), d.historySection())
	scroll := container.NewVScroll(ui.Inset(20, 24, 24, 24, ui.Grow(ui.FixedWidth(640, page))))
	return &settingsScreen{ui.OnGround(ui.ColorBackground, scroll), scroll}
}

// Content implements screen.
func (s *settingsScreen) Content() fyne.CanvasObject { return s.content }

// Close implements screen.
func (s *settingsScreen) Close() {}

func (d *Desk) lookSection() fyne.CanvasObject {
	t := d.words.Text
	var languages []ui.Option
	for _, l := range words.Languages() {
		languages = append(languages, ui.Option{Code: l, Label: t("language." + l)})
	}
	variants := []ui.Option{
		{Code: string(ui.System), Label: t("menu.system")}, {Code: string(ui.Light), Label: t("menu.light")}, {Code: string(ui.Dark), Label: t("menu.dark")},
	}
	var sizes []ui.Option
	for size := ui.MinTextSize; size <= ui.MaxTextSize; size++ {
		code := strconv.Itoa(int(size))
		sizes = append(sizes, ui.Option{Code: code, Label: code})
	}
	fixed := ui.WordsIn(d.words)
	return ui.NewSection("", t("settings.look"), "", ui.Stack(ui.Px(8),
		ui.NewFieldRow(t("settings.language"), ui.NewChoice(fixed, languages, d.words.Language(), d.SetLanguage), ""),
		ui.NewFieldRow(t("settings.variant"), ui.NewRadio(variants, string(d.settings.Variant()), func(v string) { d.SetVariant(ui.Variant(v)) }), ""),
		ui.NewFieldRow(t("settings.text_size"), ui.NewChoice(fixed, sizes, strconv.Itoa(int(d.settings.TextSize())), func(code string) {
			if n, err := strconv.Atoi(code); err == nil {
				d.SetTextSize(float32(n))
			}
		}), "")))
}

func (d *Desk) registerSection() fyne.CanvasObject {
	t := d.words.Text
	info := d.session.Register().Info()
	fixed := ui.WordsIn(d.words)
	var countries []ui.Option
	for _, c := range []model.Country{"dk", "se", "no"} {
		countries = append(countries, ui.Option{Code: string(c), Label: d.words.Code("country", string(c))})
	}
	return ui.NewSection("", t("settings.register"), "", ui.Stack(ui.Px(8),
		ui.NewFieldRow(t("settings.name"), ui.NewEntry(info.Name, func(text string) {
			d.changeInfo(func(i *model.Info) { i.Name = strings.TrimSpace(text) })
		}), ""),
		ui.NewFieldRow(t("settings.country"), ui.NewChoice(fixed, countries, string(info.Country), func(code string) {
			d.changeInfo(func(i *model.Info) { i.Country = model.Country(code) })
		}), ""),
		ui.NewFieldRow(t("settings.own_language"), ui.NewChoice(fixed, languageOptions(d.words), info.Language, func(code string) {
			d.changeInfo(func(i *model.Info) { i.Language = code })
		}), ""),
		ui.NewFieldRow(t("settings.file"), ui.NewParagraph(shortPath(d.session.Path())), "")))
}

// changeInfo saves what the register says of itself.
func (d *Desk) changeInfo(change func(*model.Info)) {
	info := d.session.Register().Info()
	before := info
	change(&info)
	if info == before || info.Name == "" {
		return
	}
	if err := d.session.Save(model.Change{Info: &info}, nil); err != nil {
		d.fail(d.words.Text("error.save"), err)
		return
	}
	d.build() // the name stands in the bar and the title
}

func (d *Desk) historySection() fyne.CanvasObject {
	author := ui.NewEntry(d.settings.Author(), func(text string) {
		d.settings.SetAuthor(strings.TrimSpace(text))
		d.session.SetAuthor(d.settings.Author())
	})
	return ui.NewSection("", d.words.Text("settings.history"), "", ui.Stack(ui.Px(8),
		ui.NewFieldRow(d.words.Text("settings.author"), author, d.words.Text("settings.author_hint")),
		ui.Row(0, ui.NewButton(d.words.Text("menu.deleted"), ui.IconHistory, d.shell.goDeleted), ui.Grow(nil))))
}
