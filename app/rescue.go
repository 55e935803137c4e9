package app

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"fortegnelse/app/ui"
	"fortegnelse/model"
)

// Rescued says what was saved out of a damaged file, and what was not.
type Rescued struct {
	Records   int  // in the new file
	Whole     bool // nothing is missing or uncertain
	Counted   bool // the file still says how many records there were
	Unnamed   int  // lost ones of which not even the number is known
	InfoLost  bool // what the register says of itself
	LastSaves bool // the last ones may be missing
	History   bool // all changes are kept
	Changes   int  // in the history, as far as is known
	Missing   int  // of them

	Lost        []Named
	Documents   []Named // that are rescued without what was attached
	FromHistory []Named // as they were last, by the history
	Uncertain   []Named // later changes of them may be lost
	Renumbered  []Named // by the number that they had
	Cut         []Named // their references to lost records are removed
}

// Named is a record in a list of what was rescued or lost.
type Named struct {
	Kind   model.Kind
	Number string
}

// rescue makes a new register of what is whole in a damaged one, tells what
// was lost, and opens it.
func (d *Desk) rescue(path string) {
	t := d.words.Text
	target := freeName(strings.TrimSuffix(path, filepath.Ext(path)) + "-" + fileName(t("rescue.name")))
	author := d.settings.Author()
	var rescued Rescued
	d.withSecret(&secretDialog{
		title: t("rescue.rescue"), button: t("rescue.rescue"), failed: t("rescue.failed"), lines: []string{t("rescue.secret")},
		do: func(secret, _ []byte) (err error) {
			rescued, err = d.files.Rescue(path, target, secret, author)
			return err
		},
		done: func() {
			d.OpenFile(target)
			d.showRescued(rescued, target)
		},
	})
}

// lines says in sentences what was rescued and what was not.
func (r Rescued) lines(d *Desk) []string {
	c := d.words
	lines := []string{c.Count("rescue.records", r.Records)}
	if r.Whole {
		return append(lines, c.Text("rescue.whole"))
	}
	list := func(key string, records []Named) {
		if len(records) > 0 {
			lines = append(lines, c.Text(key, "Names", d.names(records)))
		}
	}
	say := func(key string, holds bool) {
		if holds {
			lines = append(lines, c.Text(key))
		}
	}
	list("rescue.lost", r.Lost)
	if r.Unnamed > 0 {
		lines = append(lines, c.Count("rescue.unnamed", r.Unnamed))
	}
	say("rescue.uncounted", !r.Counted)
	list("rescue.documents", r.Documents)
	list("rescue.from_history", r.FromHistory)
	list("rescue.uncertain", r.Uncertain)
	list("rescue.renumbered", r.Renumbered)
	list("rescue.cut", r.Cut)
	say("rescue.info_lost", r.InfoLost)
	say("rescue.last_saves", r.LastSaves)
	say("rescue.history", r.History)
	if !r.History {
		lines = append(lines, c.Count("rescue.history_anew", r.Missing, "Changes", c.Number(r.Changes)))
	}
	return lines
}

// names writes records as their kinds and numbers: "aktivitet B-01, …".
func (d *Desk) names(records []Named) string {
	var names []string
	for _, r := range records {
		name := r.Number
		if r.Kind != "" {
			name = strings.TrimSpace(d.words.Kind(r.Kind) + " " + r.Number)
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// showRescued shows the list of what was rescued and lost, which can be saved.
func (d *Desk) showRescued(r Rescued, target string) {
	t := d.words.Text
	lines := r.lines(d)
	var texts []fyne.CanvasObject
	for _, line := range lines {
		texts = append(texts, ui.NewParagraph(line))
	}
	said := ui.NewLabel("")
	list := ui.Inset(0, 12, 0, 0, ui.Stack(ui.Px(8), texts...))
	list.Resize(fyne.NewSize(ui.Px(rescuedWidth-48), 0)) // wrapped texts have their height only at their width
	scroll := container.NewVScroll(list)
	scroll.SetMinSize(fyne.NewSize(0, min(list.MinSize().Height+ui.Px(8), ui.Px(360))))
	modal := &ui.Modal{Title: t("rescue.title"), Content: scroll, Note: said, Width: rescuedWidth}
	save := func(folder string) {
		if path, ok := d.saveRescued(folder, target, lines); ok {
			said.SetText(t("rescue.saved", "Name", filepath.Base(path)))
		}
	}
	modal.Buttons = []*ui.Button{
		ui.NewButton(t("rescue.save")+" …", ui.IconDocument, func() { d.askFolder("rescue", save) }),
		ui.NewPrimary(t("exporting.close"), "", modal.Hide),
	}
	modal.Show(d.window.Canvas())
}

const rescuedWidth = 600

// saveRescued writes the list into a new text file, named as the register is.
func (d *Desk) saveRescued(folder, target string, lines []string) (path string, ok bool) {
	head := []string{d.words.Text("rescue.title"), shortPath(target), ""}
	path, err := writeNew(filepath.Join(folder, baseName(target)), ".txt", strings.Join(append(head, lines...), "\n")+"\n")
	if err != nil {
		d.fail(d.words.Text("rescue.not_saved"), err)
		return "", false
	}
	return path, true
}
