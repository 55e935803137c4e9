package record

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Remark is what the checks say about a field of the page's record. It keeps
// nothing from being saved.
type Remark struct {
	Field string  // path; "" for the record as a whole
	Sign  ui.Sign // SignError, SignWarning or SignInfo
	Text  string  // what is found, in a sentence
	Fix   string  // what to do
	Rule  string  // "LEG-02"
}

// SetRemarks shows what the checks say: the sections with errors and warnings
// are marked in the list, and a button in the header leads to each remark.
func (p *Page) SetRemarks(all []Remark) {
	if slices.Equal(all, p.remarks) || p.record() == nil {
		return
	}
	p.remarks = all
	p.header.count()
	p.showItems()
}

// marked returns the sign of a section in the list: its state, or what the
// checks say of it where that is graver.
func (p *Page) marked(s Section, state ui.Sign) ui.Sign {
	for _, r := range p.remarks {
		if state == ui.SignError {
			break
		}
		if r.Field == "" || r.Sign == ui.SignInfo || !s.shows(model.General(r.Field)) {
			continue
		}
		state = r.Sign
	}
	return state
}

// newRemarks makes the button that leads to the remarks.
func (h *header) newRemarks() *ui.Button {
	b := ui.NewButton("", "", nil)
	b.Trailing = ui.IconChevronDown
	b.OnTapped = func() { h.page.pickRemark(b) }
	return b
}

// count writes on the button how many remarks there are; without any there is
// none.
func (h *header) count() {
	if n := len(h.page.remarks); n == 0 {
		h.remarks.Hide()
	} else {
		text := h.page.tongue.Words.Number(n)
		if ui.Px(100) < 120 { // with large text the number must do, or the title has no room
			text = h.page.tongue.Text("findings.of", "Count", text)
		}
		h.remarks.SetText(text)
		h.remarks.Show()
	}
	h.line.Refresh()
}

// pickRemark lists the remarks and goes to the field of the one that is chosen.
func (p *Page) pickRemark(below fyne.CanvasObject) {
	remarks := p.remarks
	options := make([]ui.Option, len(remarks))
	for i, r := range remarks {
		options[i] = ui.Option{Code: strconv.Itoa(i), Label: r.Text, Detail: r.Rule, Mark: r.Sign, Help: r.Text + " " + r.Fix}
	}
	p.pick(&ui.Picker{Words: p.tongue.widgets, Options: options, Width: 640, OnPick: func(codes []string) {
		if len(codes) == 1 {
			p.Focus(remarks[atoi(codes[0])].Field)
		}
	}}, below)
}
