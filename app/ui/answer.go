package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// The states of an answer, as they are stored.
const (
	AnswerUnanswered    = ""
	AnswerValue         = "value"
	AnswerNotStated     = "not_stated"
	AnswerNotApplicable = "not_applicable"
	AnswerNone          = "none"
)

// AnswerField wraps a control with the other answers a question can have: not
// stated, not applicable, none. While one of those holds it stands in italics in
// the control's place; choosing to answer brings the control back.
type AnswerField struct {
	widget.BaseWidget

	Words   Words
	Control fyne.CanvasObject
	// OnState gets the state a person has chosen.
	OnState func(state string)
	// OnFocus is called when the field's own controls get the focus.
	OnFocus func()

	state   string
	allowed []string
	menu    *Button
	word    *Choice
	field   *fyne.Container
}

// NewAnswerField wraps a control. The states other than value that the model
// allows are given in order.
func NewAnswerField(words Words, control fyne.CanvasObject, state string, allowed []string, changed func(state string)) *AnswerField {
	a := &AnswerField{Words: words, Control: control, OnState: changed, state: state, allowed: allowed}
	a.menu = &Button{Icon: IconMore, Kind: ButtonBare, OnTapped: a.open}
	a.word = &Choice{Italic: true, OnOpen: a.open, Words: words}
	a.menu.OnFocus = func() { call(a.OnFocus) }
	a.word.OnFocus = a.menu.OnFocus
	a.field = Row(Px(4), Grow(control), a.menu)
	a.ExtendBaseWidget(a)
	a.show()
	return a
}

// State returns the present state.
func (a *AnswerField) State() string { return a.state }

// SetState shows a state without calling OnState.
func (a *AnswerField) SetState(state string) {
	if a.state == state {
		return
	}
	a.state = state
	a.show()
}

// SetSeverity marks the control as warned or wrong.
func (a *AnswerField) SetSeverity(s Sign) {
	if field, ok := a.Control.(interface{ SetSeverity(Sign) }); ok {
		field.SetSeverity(s)
	}
	a.word.SetSeverity(s)
}

// Disable keeps a person from changing the answer.
func (a *AnswerField) Disable() { a.able(false) }

// Enable lets a person change the answer.
func (a *AnswerField) Enable() { a.able(true) }

func (a *AnswerField) able(able bool) {
	for _, o := range []fyne.CanvasObject{a.Control, a.menu, a.word} {
		d, ok := o.(fyne.Disableable)
		switch {
		case !ok:
		case able:
			d.Enable()
		default:
			d.Disable()
		}
	}
}

func (a *AnswerField) show() {
	shows := a.state == AnswerValue || a.state == AnswerUnanswered
	a.field.Hidden = !shows
	a.word.Hidden = shows
	a.word.Shown = a.Words.Answered(a.state)
	a.Refresh()
}

// Answered returns the word of a state other than value.
func (w Words) Answered(state string) string {
	switch state {
	case AnswerNotStated:
		return w.NotStated
	case AnswerNotApplicable:
		return w.NotApplies
	case AnswerNone:
		return w.None
	}
	return ""
}

// open shows the answers there are.
func (a *AnswerField) open() {
	c := canvasOf(a)
	if c == nil {
		return
	}
	var options []Option
	if a.state != AnswerValue && a.state != AnswerUnanswered {
		options = append(options, Option{Code: AnswerValue, Label: a.Words.Answer})
	}
	for _, state := range a.allowed {
		options = append(options, Option{Code: state, Label: a.Words.Answered(state)})
	}
	if a.state != AnswerUnanswered {
		options = append(options, Option{Code: AnswerUnanswered, Label: a.Words.Unanswered})
	}
	for i := range options { // the button that opened them is but three dots
		options[i].Group = a.Words.AnswerButton
	}
	list := newOptionList(options, []string{a.state}, false)
	overlay := &Overlay{Content: list, Anchor: a.anchor()}
	overlay.Wish = fyne.NewSize(Px(200), list.height()+2)
	list.onPick = func(o Option) {
		overlay.Hide()
		a.choose(o.Code)
	}
	overlay.ShowOn(c, list)
}

func (a *AnswerField) anchor() fyne.CanvasObject {
	if a.word.Visible() {
		return a.word
	}
	return a.menu
}

func (a *AnswerField) choose(state string) {
	if state == a.state {
		return
	}
	a.SetState(state)
	if a.OnState != nil {
		a.OnState(state)
	}
	FocusFirst(a)
}

func (a *AnswerField) parts() []fyne.CanvasObject {
	return []fyne.CanvasObject{a.field, a.word}
}

// CreateRenderer is Fyne's.
func (a *AnswerField) CreateRenderer() fyne.WidgetRenderer { return &answerRenderer{a} }

type answerRenderer struct{ answer *AnswerField }

func (r *answerRenderer) Layout(size fyne.Size) {
	r.answer.field.Resize(size)
	r.answer.word.Resize(fyne.NewSize(size.Width, min(size.Height, Px(32))))
}

func (r *answerRenderer) MinSize() fyne.Size {
	if r.answer.word.Visible() {
		return r.answer.word.MinSize()
	}
	return r.answer.field.MinSize()
}

func (r *answerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.answer.field, r.answer.word}
}

func (r *answerRenderer) Refresh() {
	r.answer.word.Refresh()
	r.answer.field.Refresh()
	r.Layout(r.answer.Size())
}

func (r *answerRenderer) Destroy() {}
