package processors

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/record"
	"fortegnelse/app/ui"
)

// scoreLine shows the sum of the risk points as ten squares and a number. It
// is nil where the risk is not assessed.
func scoreLine(f *record.Form) fyne.CanvasObject {
	if !processor(f).Risk.Given() {
		return nil
	}
	squares := make([]*ui.Fill, 10)
	objects := make([]fyne.CanvasObject, 0, len(squares)+1)
	for i := range squares {
		squares[i] = &ui.Fill{Radius: 3, Least: fyne.NewSize(ui.Px(14), ui.Px(12))}
		objects = append(objects, ui.FixedHeight(12, squares[i]))
	}
	number := ui.NewBold("")
	objects = append(objects, ui.Inset(0, 0, 0, ui.Px(8), number))
	show := func() {
		score := processor(f).Risk.Value.Score()
		for i, square := range squares {
			square.Color, square.Border = ui.ColorBackground, ui.ColorControl
			if i < score {
				square.Color, square.Border = ui.ColorAccent, ui.ColorAccent
			}
			square.Refresh()
		}
		number.SetText(f.Text("record.processor.score.of", "Score", score))
	}
	show()
	f.Follow(show)
	row := ui.NewFieldRow(f.Text("record.processor.score"), ui.Row(ui.Px(3), objects...), "")
	row.Labels = record.LabelWidth
	return row
}
