package record

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// inLine reports whether the entries of a list are small enough to stand as
// one line of fields each: at most four short ones, no lists, no long texts.
func (f *Form) inLine(path string) bool {
	fields := f.leaves(path)
	if len(fields) > 4 {
		return false
	}
	return !slices.ContainsFunc(fields, func(field *model.Field) bool {
		return field.Many || field.Answer || field.Type == model.TypeGroup || field.Type == model.TypeParagraph
	})
}

// leaves returns the fields that an entry of a list holds itself.
func (f *Form) leaves(path string) []*model.Field {
	prefix := model.General(path) + "[]."
	var fields []*model.Field
	for _, field := range model.FieldsOf(f.Record().Kind()) {
		if rest, ok := strings.CutPrefix(field.Path, prefix); ok && !strings.ContainsRune(rest, '.') && !field.Identity {
			fields = append(fields, field)
		}
	}
	return fields
}

// line makes an entry as one line of fields; empty fields say in themselves
// what belongs there.
func (f *Form) line(path string, i int) fyne.CanvasObject {
	fields := f.leaves(path)
	controls := make([]fyne.CanvasObject, 0, len(fields)+1)
	lines := ui.Stack(0)
	for _, field := range fields {
		e := f.editor(entry(path, i) + "." + field.Name)
		label := f.Words().Label(field)
		if control, ok := f.part.controls[f.key(e.path)]; ok {
			hint(control, label)
		}
		controls = append(controls, e.object)
		if advice := f.advice(field, e.path); advice != nil {
			lines.Add(f.Advise(e.path, advice))
		}
	}
	remove := &ui.Button{Icon: ui.IconClose, Kind: ui.ButtonBare, OnTapped: func() { f.remove(path, i) }}
	onFocus(remove, func() { f.page.reveal(f.part, remove) })
	return ui.Inset(0, 0, ui.Px(6), 0, ui.Stack(0, newShares(fields, controls, remove), lines))
}

// hint writes what belongs into an empty control.
func hint(control fyne.Focusable, label string) {
	switch control := control.(type) {
	case *ui.Entry:
		control.SetPlaceHolder(label)
	case *ui.Choice:
		control.Placeholder = label
	case *ui.DateField:
		control.SetPlaceHolder(label)
	}
}

// newShares lays the controls of a line out: dates and numbers at their own
// width, the rest in equal shares.
func newShares(fields []*model.Field, controls []fyne.CanvasObject, remove fyne.CanvasObject) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, len(controls)+1)
	widths := make([]float32, 0, len(controls)+1)
	for i, c := range controls {
		switch fields[i].Type {
		case model.TypeDate:
			widths = append(widths, -148)
		case model.TypeNumber:
			widths = append(widths, -72)
		default:
			widths = append(widths, weight(fields[i]))
		}
		objects = append(objects, c)
	}
	widths = append(widths, -32)
	return container.New(&sharesLayout{widths}, append(objects, remove)...)
}

// weight says how much of the rest of a line a field gets: what is read first
// gets most.
func weight(f *model.Field) float32 {
	switch f.Name {
	case "item":
		return 3
	case "printed":
		return 2.2
	case "text", "site":
		return 1.6
	}
	return 1
}

// sharesLayout lays controls out in a line: a negative width is that wide at
// text size 14, a positive one is a share of the rest.
type sharesLayout struct{ widths []float32 }

// Layout is Fyne's.
func (l *sharesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	gap := ui.Px(8)
	rest, shares := size.Width-gap*float32(len(objects)-1), float32(0)
	for _, w := range l.widths {
		if w < 0 {
			rest += ui.Px(w)
		} else {
			shares += w
		}
	}
	x := float32(0)
	for i, o := range objects {
		width := -ui.Px(l.widths[i])
		if l.widths[i] > 0 {
			width = max(rest*l.widths[i]/shares, 0)
		}
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos(x, 0))
		x += width + gap
	}
}

// MinSize is Fyne's.
func (l *sharesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(ui.Px(240), height)
}

// AtMost keeps an object from being wider than can be used, at text size 14.
func AtMost(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.New(atMost(width), object)
}

type atMost float32

// Layout is Fyne's.
func (m atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(size.Width, ui.Px(float32(m))), size.Height))
	}
}

// MinSize is Fyne's.
func (m atMost) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	return fyne.NewSize(min(size.Width, ui.Px(float32(m))), size.Height)
}

// Columns lays fields out side by side in equal shares; where the place is
// narrow, one below the other.
func Columns(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&columnsLayout{}, objects...)
}

type columnsLayout struct{ width float32 }

const columnGap = 24

func (l *columnsLayout) columns(n int, width float32) int {
	if width < ui.Px(560) {
		return 1
	}
	return n
}

func (l *columnsLayout) place(objects []fyne.CanvasObject, width float32) float32 {
	columns := l.columns(len(objects), width)
	gap := ui.Px(columnGap)
	share := (width - gap*float32(columns-1)) / float32(columns)
	var y, line float32
	for i, o := range objects {
		column := i % columns
		if column == 0 && i > 0 {
			y += line + ui.Px(8)
			line = 0
		}
		if o.Size().Width != share {
			o.Resize(fyne.NewSize(share, o.MinSize().Height))
		}
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(share, height))
		o.Move(fyne.NewPos(float32(column)*(share+gap), y))
		line = max(line, height)
	}
	return y + line
}

// Layout is Fyne's.
func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.place(objects, size.Width)
}

// MinSize is Fyne's.
func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = ui.Px(640)
	}
	return fyne.NewSize(ui.Px(240), l.place(objects, width))
}
