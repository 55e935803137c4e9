package app

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"fortegnelse/app/findings"
)

// Task is long work that shows its progress and can be cancelled. Everything
// it needs of the screen must be taken before it starts: Work runs on another
// goroutine.
type Task struct {
	Work func(ctx context.Context, progress func(done, total int)) error
	Done func(err error) // on the user interface's goroutine; nil error: it worked
}

// runner runs tasks. Tests replace background to run them at once.
type runner struct {
	background func(func())
	pause      time.Duration // before the findings are looked for again
	running    int           // tasks that have not ended
}

// AtOnce makes the desk run its tasks in place instead of beside the window:
// for pictures and tests.
func (d *Desk) AtOnce() { d.runner.background, d.runner.pause = func(work func()) { work() }, 0 }

func newRunner() *runner {
	return &runner{background: func(work func()) { go work() }, pause: findings.Pause}
}

// start runs a task; show is called on the user interface's goroutine with
// how far it has come. The returned function cancels it.
func (r *runner) start(t Task, show func(done, total int)) context.CancelFunc {
	ctx, cancel := context.WithCancel(context.Background())
	shown := -1
	r.running++
	r.background(func() {
		err := t.Work(ctx, func(done, total int) {
			if percent := done * 20 / max(total, 1) * 5; percent != shown { // not more often than it can be seen
				shown = percent
				fyne.Do(func() { show(done, total) })
			}
		})
		if ctx.Err() != nil && err == nil {
			err = ctx.Err()
		}
		fyne.Do(func() {
			cancel()
			r.running--
			t.Done(err)
		})
	})
	return cancel
}

// cancelled reports whether a task ended because the person wished so.
func cancelled(err error) bool { return errors.Is(err, context.Canceled) }
