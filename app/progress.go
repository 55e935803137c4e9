package app

import (
	"context"

	"fyne.io/fyne/v2/widget"

	"fortegnelse/app/ui"
)

// progress is the dialog over a task: how far it has come, and the way to
// stop it.
type progress struct {
	desk   *Desk
	modal  *ui.Modal
	bar    *widget.ProgressBar
	cancel context.CancelFunc
}

func newProgress(d *Desk, title string) *progress {
	p := &progress{desk: d, bar: widget.NewProgressBar()}
	p.bar.TextFormatter = func() string { return "" }
	p.modal = &ui.Modal{Title: title, Content: p.bar, Width: 480}
	stop := ui.NewButton(d.words.Text("exporting.cancel"), "", p.stop)
	p.modal.Buttons = []*ui.Button{stop}
	p.modal.OnClose = p.stop
	return p
}

func (p *progress) stop() {
	if p.cancel != nil {
		p.cancel()
	}
}

// run starts the task; the dialog goes when it ends.
func (p *progress) run(t Task) {
	done := t.Done
	t.Done = func(err error) {
		p.modal.Hide()
		done(err)
	}
	p.modal.Show(p.desk.window.Canvas())
	p.cancel = p.desk.runner.start(t, func(done, total int) { p.bar.SetValue(float64(done) / float64(max(total, 1))) })
}
