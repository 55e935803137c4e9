package main

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"

	"fortegnelse/export"
	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFindings = 3
	exitDamaged  = 4
	exitInUse    = 5
	exitSecret   = 6 // no passphrase, a wrong one, or one that cannot be taken
	exitTampered = 7
)

// usageError says that a command line is wrong.
type usageError struct {
	key   string // in the catalogue
	pairs []any  // for its placeholders
}

func (e *usageError) Error() string { return e.key }

// fileError names the file, or the record in it, that an error is about.
type fileError struct {
	file string
	err  error
}

func (e *fileError) Error() string { return e.file + ": " + e.err.Error() }

func (e *fileError) Unwrap() error { return e.err }

// about adds the name of a file to an error; nil stays nil.
func about(file string, err error) error {
	if err == nil {
		return nil
	}
	return &fileError{file, err}
}

func exitCode(err error) int {
	var usage *usageError
	var language *words.UnknownLanguageError
	var format *export.UnknownFormatError
	var copies *store.CopiesError
	var secret *secretError
	switch {
	case errors.As(err, &usage), errors.As(err, &language), errors.As(err, &format):
		return exitUsage
	case errors.As(err, &copies): // whatever is wrong with them, the register is not
		return exitFailed
	case errors.As(err, &secret), errors.Is(err, store.ErrProtected), errors.Is(err, store.ErrWrongPassphrase),
		errors.Is(err, store.ErrShortPassphrase):
		return exitSecret
	case errors.Is(err, store.ErrTampered):
		return exitTampered
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNothingRescued), errors.Is(err, store.ErrKeyLost):
		return exitDamaged
	case errors.Is(err, store.ErrInUse):
		return exitInUse
	case errors.Is(err, foundErrors{}):
		return exitFindings
	}
	return exitFailed
}

// explain says an error in one line: to which file, what is wrong, what to
// do.
func (p *program) explain(err error) string {
	text := p.sentence(err)
	var file *fileError
	if errors.As(err, &file) {
		text = file.file + ": " + text
	}
	return strings.ReplaceAll(text, "\n", " ")
}

// reasons are errors whose sentence needs nothing else.
var reasons = []struct {
	err error
	key string
}{
	{store.ErrNotFound, "missing"},
	{store.ErrExists, "exists"},
	{store.ErrNotRegister, "not_register"},
	{store.ErrNewerSchema, "newer"},
	{store.ErrReadOnly, "read_only"},
	{store.ErrReplaced, "replaced"},
	{store.ErrRotateOptions, "rotate_options"},
	{store.ErrNothingRescued, "nothing_rescued"},
	{store.ErrKeyLost, "key_lost"},
	{store.ErrProtected, "protected"},
	{store.ErrWrongPassphrase, "wrong_passphrase"},
	{store.ErrNotProtected, "not_protected"},
	{errProtectedAlready, "protected_already"},
	{errNotRestorable, "not_restorable"},
	{store.ErrEmptyDocument, "document_empty"},
	{store.ErrReadTwice, "document_changes"},
	{store.ErrNotAttached, "not_attached"},
	{errNotFile, "not_file"},
	{context.Canceled, "interrupted"},
	{fs.ErrExist, "exists"},
	{fs.ErrNotExist, "missing"},
	{fs.ErrPermission, "permission"},
	{syscall.EROFS, "permission"},
	{syscall.ENOSPC, "full"},
	{syscall.ENOTDIR, "folder"},
}

// parseReasons are the reasons of a jsonfile.ParseError.
var parseReasons = []struct {
	err error
	key string
}{
	{jsonfile.ErrTooLarge, "too_large"},
	{jsonfile.ErrEncoding, "encoding"},
	{jsonfile.ErrSyntax, "syntax"},
	{jsonfile.ErrFormat, "format"},
	{jsonfile.ErrNewerSchema, "newer"},
	{jsonfile.ErrUnknownField, "unknown_field"},
	{jsonfile.ErrTwice, "twice"},
	{jsonfile.ErrNull, "null"},
	{jsonfile.ErrType, "type"},
	{jsonfile.ErrValue, "value"},
	{jsonfile.ErrInvalid, "invalid"},
}

func (p *program) sentence(err error) string {
	var usage *usageError
	var language *words.UnknownLanguageError
	var format *export.UnknownFormatError
	var used *store.InUseError
	var parse *jsonfile.ParseError
	var invalid *store.InvalidError
	var missing *recordError
	var here *notDeletedError
	var lost *store.LostReferenceError
	var future *futureError
	var early *store.BeforeBeginningError
	var copies *store.CopiesError
	var secret *secretError
	var large *store.TooLargeError
	var other *notDocumentError
	switch {
	case errors.As(err, &usage):
		return p.words.Text(usage.key, usage.pairs...)
	case errors.As(err, &copies):
		return p.words.Text("cli.passphrase.copies", "Paths", strings.Join(copies.Paths, ", "), "Detail", p.sentence(copies.Err))
	case errors.As(err, &secret) && secret.err != nil:
		return p.words.Text("cli.secret."+secret.key, "Path", secret.path, "Detail", p.sentence(secret.err))
	case errors.As(err, &secret):
		return p.words.Text("cli.secret."+secret.key, "Path", secret.path)
	case errors.Is(err, store.ErrShortPassphrase):
		return p.words.Text("cli.secret.short", "Length", store.MinPassphrase)
	case errors.As(err, &language):
		return p.words.Text("cli.error.language", "Language", language.Language, "Known", strings.Join(language.Known, ", "))
	case errors.As(err, &format):
		return p.words.Text("cli.error.format", "Format", format.Format, "Known", strings.Join(format.Known, ", "))
	case errors.As(err, &used) && used.By != "":
		since := used.Since.Local()
		return p.words.Text("cli.error.in_use_by", "By", used.By, "Since", since.Format("2006-01-02 15:04"))
	case errors.Is(err, store.ErrInUse):
		return p.words.Text("cli.error.in_use")
	case errors.Is(err, store.ErrTampered):
		return p.lost("cli.error.tampered", err)
	case errors.Is(err, store.ErrDamaged):
		return p.lost("cli.error.damaged", err)
	case errors.Is(err, store.ErrNotRegister) && encrypted(err):
		return p.words.Text("cli.error.encrypted")
	case errors.Is(err, store.ErrWrongPassphrase) && encrypted(err):
		return p.words.Text("cli.error.wrong_passphrase_backup")
	case errors.Is(err, store.ErrNotRegister):
		return p.lost("cli.error.not_register", err)
	case errors.As(err, &parse):
		return p.parse(parse)
	case errors.As(err, &invalid):
		return p.words.Text("cli.error.invalid", "Detail", invalid.Problems[0].Error())
	case errors.As(err, &missing):
		return p.words.Text("cli.error.record", "Name", missing.name)
	case errors.As(err, &here):
		return p.words.Text("cli.undelete.not_deleted", "Name", here.name)
	case errors.As(err, &lost):
		return p.words.Text("cli.undelete.lost", "Number", lost.Record.Meta().Number, "Names", namesOf(lost.Lost))
	case errors.As(err, &future):
		return p.words.Text("cli.error.future", "Time", future.text)
	case errors.As(err, &early):
		beginning := early.Beginning.Local()
		return p.words.Text("cli.error.beginning", "Date", p.words.Date(model.DateOf(beginning)), "Clock", p.words.Clock(beginning))
	case errors.As(err, &large):
		return p.words.Text("cli.attach.too_large", "Limit", large.Limit>>20)
	case errors.As(err, &other):
		return p.words.Text("cli.attach.not_document", "Name", other.name)
	case errors.Is(err, noHistoryError{}):
		return p.words.Text("cli.error.no_history")
	case errors.Is(err, errNothingImported):
		return p.words.Text("cli.import.nothing")
	}
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return p.words.Text("cli.error." + r.key)
		}
	}
	return inner(err).Error()
}

// lost says why the records of a file cannot be read, and names the newest
// backup of it that is whole, if there is one.
func (p *program) lost(key string, err error) string {
	detail := inner(err).Error()
	var damaged *store.DamagedError
	var tampered *store.TamperedError
	if errors.As(err, &damaged) {
		detail = damaged.Detail
	} else if errors.As(err, &tampered) {
		detail = tampered.Detail
	}
	var file *fileError
	if errors.As(err, &file) {
		if backup, ok := store.NewestBackup(file.file); ok {
			date := p.words.ShortDate(model.DateOf(backup.Taken.Local()))
			return p.words.Text(key+"_backup", "Detail", detail, "Date", date, "Path", backup.Path)
		}
	}
	return p.words.Text(key, "Detail", detail)
}

// encrypted reports whether the file that an error is about is an encrypted
// backup.
func encrypted(err error) bool {
	var file *fileError
	if !errors.As(err, &file) {
		return false
	}
	is, err := store.IsEncrypted(file.file)
	return err == nil && is
}

// inner returns what a fileError is about.
func inner(err error) error {
	var file *fileError
	if errors.As(err, &file) {
		return file.err
	}
	return err
}

// parse says where a JSON file is wrong.
func (p *program) parse(e *jsonfile.ParseError) string {
	text := e.Err.Error()
	for _, r := range parseReasons {
		if errors.Is(e, r.err) {
			_, detail, _ := strings.Cut(text, ": ")
			text = p.words.Text("cli.json."+r.key, "Detail", detail)
			break
		}
	}
	for _, name := range []string{e.Field, e.Record} {
		if name != "" {
			text = name + ": " + text
		}
	}
	if e.Line > 0 {
		text = p.words.Text("cli.json.place", "Line", e.Line, "Column", e.Column) + ": " + text
	}
	return text
}
