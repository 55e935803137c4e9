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
	p.help, p.explained = ui.NewCaption(""), nil
	p.foot = ui.OnGround(ui.ColorRaised, ui.Inset(ui.Px(6), ui.Px(margin), ui.Px(6), ui.Px(margin), p.help))
	return p.foot
}

// explain shows what helps with a field from now on.
func (p *Page) explain(of *Form, field *model.Field, path string) {
	p.explained = func() []string { return of.helps(field, of.at(path)) }
	p.showHelp()
}

// showHelp shows what helps with the field that has had the keyboard last: each
// help on a line of its own, where there is room for that.
func (p *Page) showHelp() {
	if p.explained == nil {
		return
	}
	text := ""
	for i, help := range p.explained() {
		if i > 0 {
			text += "\n"
		}
		text += help
	}
	before := p.foot.MinSize().Height
	p.help.SetText(text)
	if max(before, p.foot.MinSize().Height) > ui.Px(helpHeight) {
		p.root.Refresh()
	}
}

// helps returns the help for a field and, where the field holds one code and no
// more, the help for that code, each behind the name of what it helps with.
func (f *Form) helps(field *model.Field, now model.Leaf) []string {
	var helps []string
	if help := f.Words().Help(field); help != "" {
		helps = append(helps, f.Words().Label(field)+": "+help)
	}
	if field.Type == model.TypeCode && len(now.Values) == 1 {
		if help := f.Words().CodeHelp(field.Vocabulary, now.Values[0]); help != "" {
			helps = append(helps, capital(f.Words().Code(field.Vocabulary, now.Values[0]))+": "+help)
		}
	}
	return helps
}
