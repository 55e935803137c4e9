package app

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fortegnelse/app/ui"
	"fortegnelse/export"
	"fortegnelse/model"
)

// Attachments are the files that lie in a register, by the SHA-256 of their
// bytes in lower-case hex. They can be used beside the window. Errors may be a
// *FileError.
type Attachments interface {
	// Attach stores a file, which it reads twice.
	Attach(r io.ReadSeeker) (hash string, size int64, err error)
	// Attached returns the size of a file.
	Attached(hash string) (size int64, err error)
	// Extract writes a file. Where it fails, what was written is not the file.
	Extract(w io.Writer, hash string) error
}

// attachments does what the page of a document offers, for the register that
// is open.
type attachments struct {
	desk   *Desk
	opened string // the folder with copies for other programs; "" if there are none
}

// Held implements documents.Files. One that is damaged is held: whoever opens
// it is told.
func (a *attachments) Held(hash string) bool {
	_, err := a.desk.file.Attached(hash)
	var file *FileError
	return !errors.As(err, &file) || file.Reason != NotAttached
}

// Writable implements documents.Files.
func (a *attachments) Writable() bool { return !a.desk.file.ReadOnly() }

// Attach implements documents.Files.
func (a *attachments) Attach(id model.ID) {
	a.desk.askFile("documents", "", func(path string) { a.attach(id, path) })
}

// attach stores the file at a path and names it in a document.
func (a *attachments) attach(id model.ID, path string) {
	d, name := a.desk, filepath.Base(path)
	d.window.Canvas().Unfocus() // a field that is left saves itself
	file := d.file
	var hash string
	var size int64
	newProgress(d, d.words.Text("attach.running", "Name", name)).run(Task{
		Work: func(ctx context.Context, progress func(done, total int)) error {
			source, err := os.Open(path)
			if err != nil {
				return err
			}
			defer source.Close() // only read
			info, err := source.Stat()
			if err != nil {
				return err
			}
			if !info.Mode().IsRegular() {
				return &FileError{Reason: NotFile, Err: errors.New("not a regular file")}
			}
			steps := &steps{ctx, progress, 0, 2 * int(info.Size())} // it is read twice
			hash, size, err = file.Attach(struct {
				io.Reader
				io.Seeker
			}{watchedReader{source, steps}, source})
			return err
		},
		Done: func(err error) {
			if err == nil {
				err = a.name(id, path, hash, size)
			}
			if err != nil && !cancelled(err) {
				d.fail(d.words.Text("attach.failed", "Name", name), err)
			}
		},
	})
}

// name enters a file that is stored in the record of a document.
func (a *attachments) name(id model.ID, path, hash string, size int64) error {
	return a.desk.session.Edit(id, nil, func(rec model.Record) error {
		d, ok := rec.(*model.Document)
		if !ok {
			return nil
		}
		if d.Title == "" {
			d.Title = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
		}
		d.SHA256, d.Size, d.MediaType = hash, int(size), model.MediaTypeOf(path)
		return nil
	})
}

// Open implements documents.Files. A copy of a protected document is made only
// when the person knows of it.
func (a *attachments) Open(id model.ID) {
	d, t := a.desk, a.desk.words.Text
	doc, ok := a.document(id)
	if !ok {
		return
	}
	if !d.file.Protected() {
		a.open(doc)
		return
	}
	ui.Confirm(d.window.Canvas(), t("attach.copy", "Name", doc.FileName()), []string{t("attach.copy_text")},
		t("attach.open"), t("exporting.cancel"), false, func(yes bool) {
			if yes {
				a.open(doc)
			}
		})
}

// open makes a copy that can only be read, in a folder of the person's own, and
// opens that.
func (a *attachments) open(doc *model.Document) {
	path, err := a.place(doc)
	if err != nil {
		a.desk.fail(a.desk.words.Text("attach.not_opened", "Name", doc.FileName()), err)
		return
	}
	if _, err := os.Lstat(path); err == nil { // opened before
		a.desk.showFile(path)
		return
	}
	a.extract(doc, path, func() {
		_ = os.Chmod(path, 0o400) // so that nobody believes to be changing the register
		a.desk.showFile(path)
	})
}

const openedFolder = "fortegnelse-opened-"

// place returns where the copy of a document is to lie while the register is
// open.
func (a *attachments) place(doc *model.Document) (string, error) {
	if a.opened == "" {
		removeForgotten()
		folder, err := os.MkdirTemp("", openedFolder) // 0700
		if err != nil {
			return "", err
		}
		a.opened = folder
	}
	folder := filepath.Join(a.opened, doc.SHA256)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	return filepath.Join(folder, doc.FileName()), nil
}

// close removes the copies that were opened.
func (a *attachments) close() {
	if a.opened != "" {
		_ = os.RemoveAll(a.opened) // what another program holds is removed another day
		a.opened = ""
	}
}

// removeForgotten removes copies that have outlived their register, as where
// the power has failed.
func removeForgotten() {
	folders, err := filepath.Glob(filepath.Join(os.TempDir(), openedFolder+"*"))
	if err != nil {
		return
	}
	for _, folder := range folders {
		if info, err := os.Lstat(folder); err == nil && info.IsDir() && time.Since(info.ModTime()) > 24*time.Hour {
			_ = os.RemoveAll(folder) // that of another person stays
		}
	}
}

// extract writes the file of a document to a new path, and then does the rest.
func (a *attachments) extract(doc *model.Document, path string, then func()) {
	d, file := a.desk, a.desk.file
	newProgress(d, d.words.Text("attach.writing", "Name", doc.FileName())).run(Task{
		Work: func(ctx context.Context, progress func(done, total int)) error {
			steps := &steps{ctx, progress, 0, doc.Size}
			return export.WriteFile(path, false, func(w io.Writer) error {
				return file.Extract(watchedWriter{w, steps}, doc.SHA256)
			})
		},
		Done: func(err error) {
			switch {
			case err == nil:
				then()
			case !cancelled(err):
				d.fail(d.words.Text("attach.not_written", "Name", doc.FileName()), err)
			}
		},
	})
}

func (a *attachments) document(id model.ID) (*model.Document, bool) {
	return model.Find[*model.Document](a.desk.session.Register(), id)
}

// dropped attaches a file that was dropped on the page of a document, and
// reports whether it did.
func (a *attachments) dropped(path string) bool {
	d := a.desk
	if d.shell == nil || !a.Writable() || d.window.Canvas().Overlays().Top() != nil || strings.EqualFold(filepath.Ext(path), extension) {
		return false
	}
	doc, ok := a.document(d.shell.trail.now().record)
	if ok {
		a.attach(doc.ID, path)
	}
	return ok
}

// steps tells how much of a file has been read or written, and stops when the
// person does not want to wait.
type steps struct {
	ctx         context.Context
	progress    func(done, total int)
	done, total int
}

func (s *steps) next(n int, err error) (int, error) {
	s.done += n
	s.progress(min(s.done, s.total), s.total)
	return n, errors.Join(err, s.ctx.Err())
}

type watchedReader struct {
	io.Reader
	*steps
}

// Read implements io.Reader.
func (r watchedReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err == io.EOF {
		return n, err
	}
	return r.next(n, err)
}

type watchedWriter struct {
	io.Writer
	*steps
}

// Write implements io.Writer.
func (w watchedWriter) Write(p []byte) (int, error) { return w.next(w.Writer.Write(p)) }
