package app

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// startScreen is shown while no register is open: what was open before, the
// ways to begin, and the examples.
func (d *Desk) startScreen() fyne.CanvasObject {
	title := ui.NewHeading("Fortegnelse")
	title.TextSize = ui.SizeNameDisplay
	subtitle := ui.NewLabel(d.words.Text("start.subtitle"))
	subtitle.TextSize = theme.SizeNameSubHeadingText
	head := ui.Row(16, ui.NewIcon(ui.IconMark, ui.ColorAccent, 44), ui.Stack(0, title, subtitle), ui.Grow(nil))

	left := ui.Stack(0, d.recentList(), ui.Inset(24, 0, 0, 0, d.dropArea()))
	right := ui.Stack(24, d.beginList(), d.exampleList())
	columns := container.New(startColumns{}, left, right)

	foot := ui.Row(16,
		small(d.words.Text("start.private")), ui.Grow(nil),
		small(d.words.Text("start.law_data", "Date", d.words.ShortDate(law.Date()))),
		small(d.words.Text("start.version", "Version", d.version)))
	return container.NewBorder(
		ui.OnGround(ui.ColorNav, ui.Inset(36, 24, 36, 24, container.New(startMiddle{}, head))),
		ui.Inset(0, 24, 16, 24, container.New(startMiddle{}, ui.Stack(12, ui.NewLine(ui.ColorLine), foot))),
		nil, nil,
		container.NewVScroll(ui.Inset(36, 24, 24, 24, container.New(startMiddle{}, columns))))
}

func small(text string) *ui.Text {
	t := ui.NewLabel(text)
	t.TextSize = theme.SizeNameCaptionText
	return t
}

// listOf is a bold caption with rows below it.
func listOf(caption string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	all := []fyne.CanvasObject{ui.Inset(0, 0, 8, 0, ui.NewBold(caption)), ui.NewLine(ui.ColorLine2)}
	for _, r := range rows {
		all = append(all, r, ui.NewLine(ui.ColorLine))
	}
	return ui.Stack(0, all...)
}

func (d *Desk) recentList() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range d.settings.Recents() {
		detail := d.words.ShortDate(model.DateOf(r.Opened))
		if _, err := os.Stat(r.Path); err != nil {
			detail = d.words.Text("start.gone")
		}
		rows = append(rows, ui.NewLineButton(r.Name, shortPath(r.Path), detail, "", func() { d.OpenFile(r.Path) }))
	}
	if rows == nil {
		rows = append(rows, ui.Inset(12, 12, 12, 12, ui.NewCaption(d.words.Text("start.no_recent"))))
	}
	return listOf(d.words.Text("start.recent"), rows...)
}

// shortPath writes a path with the home folder left out.
func shortPath(path string) string {
	if home, err := os.UserHomeDir(); err == nil {
		if rest, inside := strings.CutPrefix(path, home+string(filepath.Separator)); inside {
			path = rest
		}
	}
	return strings.ReplaceAll(filepath.ToSlash(path), "/", " › ")
}

func (d *Desk) dropArea() fyne.CanvasObject {
	frame := ui.NewFill(ui.ColorRaised)
	frame.Border, frame.Radius = ui.ColorLine2, 4
	what := func(ending, does string) fyne.CanvasObject {
		e := small(ending)
		e.Align = fyne.TextAlignTrailing
		return ui.Row(16, ui.FixedWidth(150, e), ui.FixedWidth(260, small(d.words.Text(does))))
	}
	title := ui.NewText(d.words.Text("start.drop"))
	title.Align = fyne.TextAlignCenter
	inside := ui.Stack(8,
		container.NewCenter(ui.NewIcon(ui.IconImport, ui.ColorText2, 22)), title,
		container.NewCenter(ui.Stack(2, what(extension, "start.drop_open"), what(".json", "start.drop_import"))))
	return container.NewStack(frame, ui.Inset(40, 16, 40, 16, inside))
}

func (d *Desk) beginList() fyne.CanvasObject {
	return listOf(d.words.Text("start.begin"),
		ui.NewLineButton(d.words.Text("menu.new"), d.words.Text("start.new_detail"), "Ctrl+N", ui.IconPlus, d.askNew),
		ui.NewLineButton(d.words.Text("menu.open"), d.words.Text("start.open_detail"), "Ctrl+O", ui.IconFolder, d.askOpen),
		ui.NewLineButton(d.words.Text("menu.import"), d.words.Text("start.import_detail"), "Ctrl+I", ui.IconImport, d.askImport))
}

func (d *Desk) exampleList() fyne.CanvasObject {
	found, err := examples()
	if err != nil {
		return ui.NewCaption(err.Error())
	}
	var rows []fyne.CanvasObject
	for _, e := range found {
		country := d.words.Code("country", string(e.info.Country))
		rows = append(rows, ui.NewLineButton(e.info.Name, "", country, "", func() { d.openExample(e) }))
	}
	return ui.Stack(8, listOf(d.words.Text("start.examples"), rows...), ui.NewCaption(d.words.Text("start.examples_note")))
}

// startMiddle keeps the start screen from growing wider than it reads well.
type startMiddle struct{}

const startWidth = 1000

func (startMiddle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, ui.Px(startWidth))
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

func (startMiddle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	size.Width = min(size.Width, ui.Px(startWidth))
	return size
}

// startColumns gives the left column 560 of 1000 parts, the right one 392.
type startColumns struct{}

func (startColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right := size.Width*0.56, size.Width*0.392
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(right, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
}

func (startColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(ui.Px(860), height)
}
