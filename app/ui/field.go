package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// LabelWidth is the width of the label column of a [FieldRow], at text size 14.
const LabelWidth float32 = 132

// FieldRow is a field with its label, a hint and what is wrong with it. Label
// and field stand side by side, or one above the other where Above is set or the
// place is narrow.
type FieldRow struct {
	widget.BaseWidget

	Control fyne.CanvasObject
	Above   bool    // label above the control
	Labels  float32 // width of the label column at text size 14; LabelWidth if zero

	label, hint, problem *Text
	severity             Sign
	trailing             fyne.CanvasObject
	sign                 *SignImage
}

// NewFieldRow returns a field with a label; hint may be empty.
func NewFieldRow(label string, control fyne.CanvasObject, hint string) *FieldRow {
	f := &FieldRow{
		Control: control,
		label:   NewLabel(label),
		hint:    NewCaption(hint),
		problem: NewCaption(""),
		sign:    NewSignImage(SignNothing),
	}
	f.label.Wrap = true
	f.ExtendBaseWidget(f)
	return f
}

// SetTrailing puts an object at the right of the control, such as a button.
func (f *FieldRow) SetTrailing(object fyne.CanvasObject) *FieldRow {
	f.trailing = object
	f.Refresh()
	return f
}

// SetHint changes the hint.
func (f *FieldRow) SetHint(hint string) {
	f.hint.SetText(hint)
	f.Refresh()
}

// SetProblem says what is wrong, in the colour of its severity and with its
// sign; an empty text takes it away.
func (f *FieldRow) SetProblem(severity Sign, text string) {
	if text == "" {
		severity = SignNothing
	}
	f.severity = severity
	f.problem.Color = severity.Color()
	f.problem.SetText(text)
	f.sign.Set(severity)
	if field, ok := f.Control.(interface{ SetSeverity(Sign) }); ok {
		field.SetSeverity(severity)
	}
	f.Refresh()
}

// Problem returns what is said to be wrong.
func (f *FieldRow) Problem() (Sign, string) { return f.severity, f.problem.Content }

// Focus gives the keyboard to the field in the row.
func (f *FieldRow) Focus() { FocusFirst(f.Control) }

func (f *FieldRow) parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.Control, f.trailing} }

// narrow is the width below which the label goes above the control.
const narrow = 360

// place lays the parts out for a width and returns the height they take.
func (f *FieldRow) place(width float32) float32 {
	labels := f.Labels
	if labels == 0 {
		labels = LabelWidth
	}
	left, y := Px(labels), float32(0)
	above := f.Above || width < Px(narrow)
	if above {
		left = 0
		if f.label.Content != "" {
			height := heightFor(f.label, width)
			f.label.Move(fyne.NewPos(0, 0))
			f.label.Resize(fyne.NewSize(width, height))
			y = height + 2
		}
	}
	right := width
	if f.trailing != nil {
		m := f.trailing.MinSize()
		right -= m.Width
		f.trailing.Resize(fyne.NewSize(m.Width, max(m.Height, Px(32))))
		f.trailing.Move(fyne.NewPos(right, y))
		right -= Px(8)
	}
	control := max(right-left, 0)
	height := heightFor(f.Control, control)
	if flows(f.Control) { // chips: the first line stands on the label's
		f.Control.Move(fyne.NewPos(left, y+Px(4)))
		f.Control.Resize(fyne.NewSize(control, height))
		height += Px(8)
	} else if height < Px(32) { // a line of text stands on the label's line
		f.Control.Move(fyne.NewPos(left, y+(Px(32)-height)/2))
		f.Control.Resize(fyne.NewSize(control, height))
		height = Px(32)
	} else {
		f.Control.Move(fyne.NewPos(left, y))
		f.Control.Resize(fyne.NewSize(control, height))
	}
	if !above {
		label := heightFor(f.label, left-Px(8))
		f.label.Move(fyne.NewPos(0, (Px(32)-Px(20))/2))
		f.label.Resize(fyne.NewSize(left-Px(8), label))
		height = max(height, label+Px(6))
	}
	y += height
	if f.problem.Content != "" {
		indent := Px(20)
		h := heightFor(f.problem, width-left-indent)
		f.sign.Move(fyne.NewPos(left, y+2+Px(1)))
		f.sign.Resize(fyne.NewSquareSize(Px(14)))
		f.problem.Move(fyne.NewPos(left+indent, y+2))
		f.problem.Resize(fyne.NewSize(width-left-indent, h))
		y += h + 4
	}
	if f.hint.Content != "" {
		h := heightFor(f.hint, width-left)
		f.hint.Move(fyne.NewPos(left, y+2))
		f.hint.Resize(fyne.NewSize(width-left, h))
		y += h + 4
	}
	return y
}

// CreateRenderer is Fyne's.
func (f *FieldRow) CreateRenderer() fyne.WidgetRenderer { return &fieldRowRenderer{f} }

type fieldRowRenderer struct{ row *FieldRow }

func (r *fieldRowRenderer) Layout(size fyne.Size) { r.row.place(size.Width) }

func (r *fieldRowRenderer) MinSize() fyne.Size {
	width := r.row.Size().Width
	if width == 0 {
		width = Px(LabelWidth) + Px(240)
	}
	return fyne.NewSize(Px(200), r.row.place(width))
}

func (r *fieldRowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.row.label, r.row.Control}
	if r.row.trailing != nil {
		objects = append(objects, r.row.trailing)
	}
	return append(objects, r.row.sign, r.row.problem, r.row.hint)
}

func (r *fieldRowRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.row.place(r.row.Size().Width)
}

func (r *fieldRowRenderer) Destroy() {}
