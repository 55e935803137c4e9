package record

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Phrase makes a line of words and small controls that read as a sentence,
// under a label.
func (f *Form) Phrase(label string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	row := ui.NewFieldRow(f.Text(label), ui.Flow(ui.Px(6), parts...), "")
	row.Labels = 112
	return row
}

// Word makes a word of a sentence.
func (f *Form) Word(key string) fyne.CanvasObject {
	return ui.FixedHeight(32, ui.NewLabel(f.Text(key)))
}

// Part makes the controls of a group that is an answer: they stand while it is
// given; else the answer that stands in their place, which can be changed.
func (f *Form) Part(path string, controls ...fyne.CanvasObject) fyne.CanvasObject {
	f.Shape(func() string { return string(f.at(path).State) })
	choice := f.stateChoice(path)
	if f.at(path).State != model.Given {
		return choice
	}
	more := &ui.Button{Icon: ui.IconMore, Kind: ui.ButtonBare, OnTapped: choice.Open}
	onFocus(more, func() { f.page.reveal(f.part, more) })
	more.OnTapped = func() {
		items := make([]ui.MenuItem, 0, len(choice.Options()))
		for _, o := range choice.Options() {
			if o.Code != string(model.Given) {
				items = append(items, ui.MenuItem{Text: o.Label, Do: func() { f.setState(path, o.Code) }})
			}
		}
		ui.ShowMenu(more, items)
	}
	return ui.Row(ui.Px(6), append(controls, more)...)
}
