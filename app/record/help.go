package record

import (
	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// newHelp makes the foot of the page, where the help for a field stands while
// the field has the keyboard. It always takes the same room, so that the page
// does not jump.
func (p *Page) newHelp() fyne.CanvasObject {
	p.help = ui.NewCaption("")
	return ui.OnGround(ui.ColorRaised, ui.Inset(ui.Px(6), ui.Px(margin), ui.Px(6), ui.Px(margin), p.help))
}

// explain shows the help for a field, and nothing where there is none.
func (p *Page) explain(field *model.Field) {
	words := p.tongue.Words
	text := words.Help(field)
	if text != "" {
		text = words.Label(field) + ": " + text
	}
	p.help.SetText(text)
}
