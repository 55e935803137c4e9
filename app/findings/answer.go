package findings

import (
	"strings"
	"unicode/utf8"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
)

// The answers to a finding.
const (
	accepted  model.FindingReply = "accepted"
	explained model.FindingReply = "explained"
)

// acceptedFor is how many days an acceptance holds unless a person says
// otherwise: a year.
const acceptedFor = 365

// answering is the dialog in which a person answers a finding.
type answering struct {
	screen *Screen
	row    *Row
	reply  model.FindingReply
	modal  *ui.Modal
	reason *ui.Entry
	by     *ui.Entry
	until  *ui.DateField // nil where it holds as long as the facts do
	typed  bool          // what stands in until is a date

	reasonRow, untilRow *ui.FieldRow
}

// ask asks for the reason of an answer, who has decided it, and how long it is
// to hold.
func (f *Screen) ask(w *Row, reply model.FindingReply) {
	c := f.session.Words()
	t := c.Text
	d := &answering{screen: f, row: w, reply: reply, typed: true}
	key := "findings.accept"
	if reply == explained {
		key = "findings.explain"
	}
	d.reason = ui.NewMultiLine("", 3, nil)
	d.by = ui.NewEntry(lastBy(f.session.Register()), nil)
	d.reasonRow = ui.NewFieldRow(t("field.finding_answer.reason"), d.reason, "")
	what := ui.NewBold(w.Message)
	what.Wrap = true
	content := ui.Stack(12, what, ui.NewParagraph(t(key+".text")), d.reasonRow,
		ui.NewFieldRow(t("field.finding_answer.by"), d.by, t("help.finding_answer.by")))
	if reply == accepted {
		d.until = ui.NewDateField(ui.WordsIn(c), dates{f.session}, f.session.Today().AddDays(acceptedFor), func(model.Date) { d.typed = true })
		d.until.OnInvalid = func(string, error) { d.typed = false }
		d.untilRow = ui.NewFieldRow(t("field.finding_answer.until"), d.until, t("help.finding_answer.until"))
		content.Add(d.untilRow)
	}
	d.modal = &ui.Modal{Title: t(key+".title", "Rule", w.Rule.ID), Width: 560, Content: content}
	d.modal.Buttons = []*ui.Button{
		ui.NewButton(t("ui.cancel"), "", d.modal.Hide),
		ui.NewPrimary(t(key+".save"), "", d.save),
	}
	d.modal.Show(f.canvas())
}

// save saves the answer, unless something is missing from it.
func (d *answering) save() {
	f := d.screen
	t := f.session.Words().Text
	reason := strings.TrimSpace(d.reason.Text)
	d.reasonRow.SetProblem("", "")
	if reason == "" {
		d.reasonRow.SetProblem(ui.SignError, t("findings.reason_missing"))
		d.reasonRow.Focus()
		return
	}
	var until model.Date
	today := f.session.Today()
	if d.until != nil {
		d.until.Commit()
		until = d.until.Date()
		d.untilRow.SetProblem("", "")
		if !d.typed || until.IsZero() || until.Before(today) {
			d.untilRow.SetProblem(ui.SignError, t("findings.until_wrong"))
			d.untilRow.Focus()
			return
		}
	}
	answer := check.NewAnswer(d.row.Finding, d.reply, reason, strings.TrimSpace(d.by.Text), today, until)
	d.modal.Hide()
	_, err := f.session.Create(model.KindFindingAnswer, func(rec model.Record) {
		a := rec.(*model.FindingAnswer)
		head := a.Head
		head.Status = model.Active // it is a decision and no draft
		*a = *answer
		a.Head = head
	})
	if err != nil {
		f.nav.Fail(err)
	}
}

// withdraw takes the answer to a finding away.
func (f *Screen) withdraw(w *Row) {
	if err := f.session.Delete(w.Answer.ID); err != nil {
		f.nav.Fail(err)
	}
}

// lastBy returns who has answered last, who probably answers now.
func lastBy(r *model.Register) string {
	all := r.FindingAnswers()
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1].By
}

// dates reads and writes dates in the language of the screen.
type dates struct{ session *session.Session }

// Parse implements ui.Dates.
func (d dates) Parse(typed string) (model.Date, error) { return model.ParseTypedDate(typed, d.Today()) }

// Format implements ui.Dates.
func (d dates) Format(date model.Date) string { return d.session.Words().ShortDate(date) }

// Today implements ui.Dates.
func (d dates) Today() model.Date { return d.session.Today() }

func capital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
