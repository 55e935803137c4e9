package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fortegnelse/model"
)

// withDocument opens Kalmia at a document without a file. Copies for other
// programs go into a folder of the test.
func withDocument(t *testing.T) (*Desk, model.ID) {
	t.Helper()
	d, _ := withKalmia(t)
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	rec, ok := d.session.Register().Numbered("K-02")
	if !ok {
		t.Fatal("no K-02")
	}
	id := rec.Meta().ID
	d.Open(id)
	return d, id
}

func documentOf(t *testing.T, d *Desk, id model.ID) *model.Document {
	t.Helper()
	doc, ok := d.attachments.document(id)
	if !ok {
		t.Fatal("the document is gone")
	}
	return doc
}

// fileOf writes a file to attach.
func fileOf(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// shows fails unless a text stands on the screen.
func shows(t *testing.T, d *Desk, want string) {
	t.Helper()
	if got := texts(d); !strings.Contains(got, want) {
		t.Errorf("the screen lacks %q:\n%s", want, got)
	}
}

func TestAttachedFileIsNamedInItsDocument(t *testing.T) {
	d, id := withDocument(t)
	shows(t, d, "Vedhæft fil …")
	d.attachments.attach(id, fileOf(t, "instruks.pdf", "en instruks"))
	doc := documentOf(t, d, id)
	if doc.Size != 11 || doc.MediaType != "application/pdf" || len(doc.SHA256) != 64 || doc.Title != "IT- og Datasikkerhedsinstruks" {
		t.Errorf("%+v", doc)
	}
	shows(t, d, "IT- og Datasikkerhedsinstruks.pdf")
	shows(t, d, "Erstat …")
	was := doc.SHA256
	d.attachments.attach(id, fileOf(t, "ny.docx", "en ny instruks"))
	if doc := documentOf(t, d, id); doc.SHA256 == was || doc.Size != 14 {
		t.Errorf("it is not replaced: %+v", doc)
	}
	d.undo()
	if doc := documentOf(t, d, id); doc.SHA256 != was {
		t.Errorf("replacing is not undone: %+v", doc)
	}
}

func TestFilesThatCannotBeAttached(t *testing.T) {
	for _, c := range []struct {
		name string
		path func(*testing.T) string
		says string
	}{
		{"missing", func(t *testing.T) string { return filepath.Join(t.TempDir(), "væk.pdf") }, "væk.pdf"},
		{"a folder", func(t *testing.T) string { return t.TempDir() }, "Det er en mappe og ikke en fil."},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, id := withDocument(t)
			d.attachments.attach(id, c.path(t))
			shows(t, d, "kunne ikke vedhæftes")
			shows(t, d, c.says)
			if doc := documentOf(t, d, id); doc.SHA256 != "" {
				t.Errorf("%+v", doc)
			}
		})
	}
}

// copies returns the files that other programs can have opened.
func copies(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(os.TempDir(), openedFolder+"*", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestOpenedCopyGoesWithTheRegister(t *testing.T) {
	d, id := withDocument(t)
	d.attachments.attach(id, fileOf(t, "instruks.txt", "en instruks"))
	d.attachments.Open(id)
	d.attachments.Open(id) // a second time it is there
	found := copies(t)
	if len(found) != 1 || filepath.Base(found[0]) != "IT- og Datasikkerhedsinstruks.txt" {
		t.Fatalf("copies: %v", found)
	}
	if data, err := os.ReadFile(found[0]); err != nil || string(data) != "en instruks" {
		t.Errorf("the copy is %q, %v", data, err)
	}
	if runtime.GOOS != "windows" {
		for path, want := range map[string]os.FileMode{found[0]: 0o400, filepath.Dir(found[0]): 0o700, d.attachments.opened: 0o700} {
			if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
				t.Errorf("%s: %v, %v", path, info.Mode(), err)
			}
		}
	}
	if !d.closeRegister() {
		t.Fatal("the register does not close")
	}
	if left, _ := os.ReadDir(os.TempDir()); len(left) != 0 {
		t.Errorf("%v is left", left)
	}
}

func TestProtectedDocumentIsCopiedOnlyWhenThePersonKnows(t *testing.T) {
	d, id := withDocument(t)
	d.attachments.attach(id, fileOf(t, "instruks.txt", "en instruks"))
	d.file.(*still).protected = true
	d.attachments.Open(id)
	shows(t, d, "adgangskoden ikke beskytter")
	if found := copies(t); len(found) != 0 {
		t.Errorf("copies: %v", found)
	}
	press(t, d, "Åbn")
	if found := copies(t); len(found) != 1 {
		t.Errorf("copies: %v", found)
	}
	d.Lock()
	if d.session != nil || len(copies(t)) != 0 {
		t.Errorf("locked, and there are copies: %v", copies(t))
	}
}

func TestSavingAnAttachedFile(t *testing.T) {
	d, id := withDocument(t)
	d.attachments.attach(id, fileOf(t, "instruks.pdf", "en instruks"))
	folder := t.TempDir()
	s := d.attachments.askPlace(id)
	s.folder.SetValue(filepath.Join(folder, "none"))
	s.start()
	if s.note.Content == "" {
		t.Error("a folder that is missing is not told")
	}
	s.folder.SetValue(folder)
	s.name.SetValue("")
	s.start()
	if s.note.Content != "Filen mangler et navn." {
		t.Errorf("a name that is missing: %q", s.note.Content)
	}
	s.name.SetValue("ud.pdf")
	if err := os.WriteFile(filepath.Join(folder, "ud.pdf"), []byte("andet"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.start()
	if !s.modal.Shown() || s.note.Content == "" {
		t.Error("a file that is there is not told")
	}
	s.name.SetValue("../ud2.pdf") // stays in the folder
	s.start()
	if data, err := os.ReadFile(filepath.Join(folder, "ud2.pdf")); err != nil || string(data) != "en instruks" {
		t.Errorf("written: %q, %v", data, err)
	}
	if s.modal.Shown() {
		t.Error("the dialog stays")
	}
}

func TestDroppedFiles(t *testing.T) {
	d, id := withDocument(t)
	path := fileOf(t, "instruks.pdf", "en instruks")
	if d.attachments.dropped("x" + extension) {
		t.Error("a register is taken for a document")
	}
	d.shell.goActivities()
	if d.attachments.dropped(path) {
		t.Error("a list takes a file")
	}
	d.Open(id)
	d.file.(*still).readOnly = true
	if d.attachments.dropped(path) {
		t.Error("a register that can only be read takes a file")
	}
	d.file.(*still).readOnly = false
	if !d.attachments.dropped(path) || documentOf(t, d, id).SHA256 == "" {
		t.Error("the page of a document takes no file")
	}
}

func TestAttachingCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var seen []int
	s := &steps{ctx: ctx, total: 8, progress: func(done, _ int) { seen = append(seen, done) }}
	r := watchedReader{strings.NewReader("123456789"), s}
	p := make([]byte, 6)
	if n, err := r.Read(p); n != 6 || err != nil {
		t.Errorf("Read = %d, %v", n, err)
	}
	cancel()
	if _, err := r.Read(p); !cancelled(err) {
		t.Errorf("Read = %v", err)
	}
	if len(seen) != 2 || seen[0] != 6 || seen[1] != 8 {
		t.Errorf("progress %v", seen)
	}
	if _, err := r.Read(p); !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %v", err)
	}
	if _, err := (watchedWriter{&bytes.Buffer{}, s}).Write(p); !cancelled(err) {
		t.Errorf("Write = %v", err)
	}
}
