package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

var noon = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

// memoryFiles keeps registers in memory and remembers what was made.
type memoryFiles struct {
	made map[string]*session.Memory
	fail error
}

func (m *memoryFiles) Open(path string, _ []byte) (File, error) {
	if m.fail != nil {
		return nil, m.fail
	}
	return &still{Memory: m.made[path]}, nil
}

func (m *memoryFiles) Create(path string, info model.Info, records []model.Record, _ string, passphrase []byte) (File, string, error) {
	if m.fail != nil {
		return nil, "", m.fail
	}
	r, err := model.NewRegister(info, records)
	if err != nil {
		return nil, "", err
	}
	m.made[path] = &session.Memory{Snapshot: r}
	return &still{Memory: m.made[path], protected: passphrase != nil}, stillKey, nil
}

func (m *memoryFiles) Backups(string) []Backup { return nil }

func (m *memoryFiles) Rescue(string, string, []byte, string) (Rescued, error) {
	return Rescued{}, m.fail
}

func (m *memoryFiles) ExportNewer(string, string, []byte) error { return m.fail }

func (m *memoryFiles) Risk(string) (Risk, string) { return NoRisk, "" }

func (m *memoryFiles) MinPassphrase() int { return 8 }

// newDesk makes a desk with its tasks run at once.
func newDesk(t *testing.T) (*Desk, *memoryFiles) {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	files := &memoryFiles{made: map[string]*session.Memory{}}
	d := New(test.NewTempApp(t), files, "test", func() time.Time { return noon })
	d.AtOnce()
	d.SetLanguage("da")
	t.Cleanup(d.window.Close)
	return d, files
}

// withKalmia opens the Kalmia register in memory.
func withKalmia(t *testing.T) (*Desk, *session.Memory) {
	t.Helper()
	d, _ := newDesk(t)
	register, err := kalmia()
	if err != nil {
		t.Fatal(err)
	}
	memory := &session.Memory{Snapshot: register}
	d.enter(&still{Memory: memory})
	return d, memory
}

// texts returns all words that stand on the screen, the topmost overlay
// first.
func texts(d *Desk) string {
	var all []string
	for _, o := range d.window.Canvas().Overlays().List() {
		all = append(all, textsOf(o)...)
	}
	return strings.Join(append(all, textsOf(d.window.Content())...), "\n")
}

func textsOf(o fyne.CanvasObject) []string {
	var found []string
	for _, child := range test.LaidOutObjects(o) {
		switch x := child.(type) {
		case *ui.Text:
			found = append(found, x.Content)
		case *ui.Button:
			found = append(found, x.Text)
		case *ui.LineButton:
			found = append(found, x.Title)
		}
	}
	return found
}

func TestStartScreenOffersTheExamples(t *testing.T) {
	d, _ := newDesk(t)
	got := texts(d)
	for _, want := range []string{"Senest åbnet", "Ny fortegnelse …", "Kalmia A/S", "Mønsterklinikken (opdigtet)"} {
		if !strings.Contains(got, want) {
			t.Errorf("the start screen lacks %q:\n%s", want, got)
		}
	}
}

func TestOpeningAnExampleMakesACopy(t *testing.T) {
	d, files := newDesk(t)
	found, err := examples()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		if e.file == "kalmia.json" {
			d.openExample(e)
		}
	}
	if len(files.made) != 1 {
		t.Fatalf("%d registers were made, want 1", len(files.made))
	}
	for path := range files.made {
		if filepath.Base(path) != "kalmia.fortegnelse" {
			t.Errorf("the copy is called %s", path)
		}
	}
	if d.session == nil || d.window.Title() != "Kalmia A/S – Fortegnelse" {
		t.Errorf("the window is called %q", d.window.Title())
	}
}

func TestNavigation(t *testing.T) {
	d, _ := withKalmia(t)
	open := func(number string) {
		rec, ok := d.session.Register().Numbered(number)
		if !ok {
			t.Fatalf("there is no %s", number)
		}
		d.Open(rec.Meta().ID)
	}
	steps := []struct {
		name  string
		do    func()
		title string
	}{
		{"a record", func() { open("B-02") }, "B-02 "},
		{"another one", func() { open("D-01") }, "D-01 "},
		{"back to the first", d.shell.back, "B-02 "},
		{"back to the list", d.shell.back, "Kalmia A/S"},
		{"back at the beginning stays", d.shell.back, "Kalmia A/S"},
		{"the processors", d.shell.goProcessors, "Kalmia A/S"},
		{"Esc on a page goes back", func() { open("D-02"); d.typed(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, "Kalmia A/S"},
	}
	for _, s := range steps {
		s.do()
		if !strings.HasPrefix(d.window.Title(), s.title) {
			t.Errorf("%s: the window is called %q, want %q first", s.name, d.window.Title(), s.title)
		}
	}
	if got := d.shell.trail.now().kind; got != model.KindProcessor {
		t.Errorf("the last place is the list of %s", got)
	}
}

func TestEveryPlaceOpensInEveryLanguage(t *testing.T) {
	d, _ := withKalmia(t)
	for _, language := range words.Languages() {
		d.SetLanguage(language)
		for _, k := range model.Kinds {
			d.shell.goTo(string(k))
			for _, rec := range d.session.Register().Records(k) {
				d.Open(rec.Meta().ID)
				break
			}
			if got := texts(d); strings.Contains(got, "⟨") {
				t.Errorf("%s, %s: words are missing:\n%s", language, k, got)
			}
		}
		d.shell.goSettings()
		if got := texts(d); strings.Contains(got, "⟨") {
			t.Errorf("%s, settings: words are missing:\n%s", language, got)
		}
	}
}

func TestNewRecordIsSavedAndOpened(t *testing.T) {
	d, memory := withKalmia(t)
	before := len(memory.Snapshot.Activities())
	d.shell.add()
	activities := memory.Snapshot.Activities()
	if len(activities) != before+1 {
		t.Fatalf("there are %d activities, want %d", len(activities), before+1)
	}
	made := activities[len(activities)-1]
	if made.Number != "B-12" || made.Role != model.AsController || len(made.Entities) != 1 {
		t.Errorf("the new activity is %s, %s, of %v", made.Number, made.Role, made.Entities)
	}
	if d.shell.trail.now().record != made.ID {
		t.Error("the new activity is not open")
	}
}

func TestAFailedSaveIsTold(t *testing.T) {
	d, memory := withKalmia(t)
	memory.Fail = errors.New("the disk is full")
	d.shell.add()
	if got := texts(d); !strings.Contains(got, "Ændringen kunne ikke gemmes") || !strings.Contains(got, "the disk is full") {
		t.Errorf("the failure is not told:\n%s", got)
	}
}

func TestErrorsAreSaidInThePersonsLanguage(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{
		{&FileError{Reason: InUse, By: "dpo@laptop", Err: errors.New("in use")}, "dpo@laptop"},
		{&FileError{Reason: InUse, Err: errors.New("in use")}, "et andet vindue"},
		{&FileError{Reason: Damaged, Err: errors.New("page 7")}, "beskadiget"},
		{&FileError{Reason: NotRegister, Err: errors.New("x")}, "ikke en fortegnelse"},
		{&FileError{Reason: Newer, Err: errors.New("x")}, "nyere udgave"},
		{&FileError{Reason: Exists, Err: errors.New("x")}, "findes allerede"},
		{&FileError{Reason: Tampered, Detail: "seal", Err: errors.New("x")}, "ændret af andet end programmet"},
		{&FileError{Reason: KeyLost, Err: errors.New("x")}, "Nøglen i filen er ødelagt"},
		{session.ErrMoved, "ikke længere, hvor den blev åbnet"},
		{session.ErrFull, "Disken er fuld"},
		{&os.PathError{Op: "open", Path: "/a/b.fortegnelse", Err: os.ErrPermission}, "b.fortegnelse"},
		{&os.PathError{Op: "open", Path: "/a/b.fortegnelse", Err: os.ErrNotExist}, "findes ikke"},
	} {
		d, files := newDesk(t)
		files.fail = tt.err
		d.OpenFile("/a/b.fortegnelse")
		if got := texts(d); !strings.Contains(got, tt.want) {
			t.Errorf("%v is told without %q:\n%s", tt.err, tt.want, got)
		}
		if d.session != nil {
			t.Errorf("%v: a register is open", tt.err)
		}
	}
}

func TestNewRegisterAsksForANameAndAFolder(t *testing.T) {
	d, files := newDesk(t)
	dir := t.TempDir()
	n := d.showNewRegister()
	n.create()
	if _, said := n.nameRow.Problem(); said == "" || len(files.made) > 0 {
		t.Fatalf("without a name: %q, %d made", said, len(files.made))
	}
	n.name.SetText(`Klinik A/S: "Nord"`)
	n.folder.SetText(filepath.Join(dir, "nowhere"))
	n.create()
	if _, said := n.dirRow.Problem(); said == "" || len(files.made) > 0 {
		t.Fatalf("without a folder: %q, %d made", said, len(files.made))
	}
	n.folder.SetText(dir)
	n.create()
	memory := files.made[filepath.Join(dir, "Klinik A-S- -Nord.fortegnelse")]
	if memory == nil {
		t.Fatalf("made: %v", files.made)
	}
	own := memory.Snapshot.LegalEntities()
	if len(own) != 1 || own[0].LegalName.Value != `Klinik A/S: "Nord"` || own[0].Authority.Value != "dk_datatilsynet" {
		t.Errorf("the controller is %+v", own)
	}
}
