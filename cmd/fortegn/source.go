package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/store"
	"fortegnelse/model/words"
)

// messageLanguage returns the language of messages: the system's, where
// there is a catalogue for it, else English.
func messageLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := env(name)
		if value == "" {
			continue
		}
		lang, _, _ := strings.Cut(strings.ToLower(value), "_")
		lang, _, _ = strings.Cut(lang, ".")
		if lang == "no" || lang == "nn" {
			lang = "nb"
		}
		if slices.Contains(words.Languages(), lang) {
			return lang
		}
		break
	}
	return "en"
}

// author returns who makes a change: the flag, the environment, the system's
// user.
func author(flag string) string {
	if flag != "" {
		return flag
	}
	if name := os.Getenv("FORTEGNELSE_AUTHOR"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "?"
}

// readRegister reads a register from its file or from its JSON export.
func (p *program) readRegister(path string) (*model.Register, error) {
	isJSON, err := looksLikeJSON(path)
	if err != nil {
		return nil, about(path, err)
	}
	if isJSON {
		content, err := readJSON(path, jsonfile.Read)
		if err != nil {
			return nil, err
		}
		r, err := model.NewRegister(content.Register, content.Records())
		return r, about(path, err)
	}
	s, err := p.openReadOnly(path)
	if err != nil {
		return nil, about(path, err)
	}
	r := s.Register()
	return r, about(path, s.Close())
}

func readJSON(path string, read func(io.Reader) (*model.Content, error)) (*model.Content, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, about(path, err)
	}
	defer f.Close()
	content, err := read(f)
	return content, about(path, err)
}

// looksLikeJSON reports whether a file is meant to be JSON, by its name or
// its first sign.
func looksLikeJSON(path string) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, err
	}
	if !info.Mode().IsRegular() {
		return false, store.ErrNotRegister
	}
	if strings.EqualFold(filepath.Ext(path), ".json") {
		return true, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	start, err := bufio.NewReader(f).Peek(64)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\xef\xbb\xbf")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("{")), nil
}

// findRecord finds a record by its number or its ID.
func findRecord(r *model.Register, name string) (model.Record, error) {
	if rec, ok := r.Record(model.ID(name)); ok {
		return rec, nil
	}
	if rec, ok := r.Numbered(name); ok {
		return rec, nil
	}
	return nil, &recordError{name}
}

// recordError says that there is no such record.
type recordError struct{ name string }

func (e *recordError) Error() string { return "there is no record " + e.name }

// languageOf returns the catalogue for printing a register: the language
// asked for, else the register's own, else that of messages.
func (p *program) languageOf(asked string, r *model.Register) (*words.Catalogue, error) {
	if asked != "" {
		return words.In(asked)
	}
	if c, err := words.In(r.Info().Language); err == nil {
		return c, nil
	}
	return p.words, nil
}
