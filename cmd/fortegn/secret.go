package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"fortegnelse/model/store"
)

// passphraseVariable names the file with the passphrase where no flag does.
const passphraseVariable = "FORTEGNELSE_PASSPHRASE_FILE"

// maxSecret is how long the first line of a passphrase file may be, in bytes.
const maxSecret = 1024

// secretError says why there is no secret to open a file with.
type secretError struct {
	key  string // in the catalogue, after "cli.secret."
	path string // of the passphrase file
	err  error  // why it cannot be read
}

func (e *secretError) Error() string {
	if e.err != nil {
		return "the passphrase file " + e.path + ": " + e.err.Error()
	}
	return "no passphrase: " + e.key
}

func (e *secretError) Unwrap() error { return e.err }

// secretFlag declares the flag of all commands that open a register.
func (p *program) secretFlag(f *flag.FlagSet) {
	f.StringVar(&p.passphraseFile, "passphrase-file", "", p.text("passphrase-file"))
}

// open opens a register for reading and writing, with the secret that it
// needs.
func (p *program) open(file string) (*store.Store, error) {
	s, err := p.opened(file, store.Open)
	if err == nil {
		p.warnSynced(file)
	}
	return s, err
}

// openReadOnly opens a register for reading, with the secret that it needs.
func (p *program) openReadOnly(file string) (*store.Store, error) {
	return p.opened(file, store.OpenReadOnly)
}

// opened opens a register in one of the ways of the store.
func (p *program) opened(file string, open func(string, store.Secret) (*store.Store, error)) (s *store.Store, err error) {
	err = p.unlock(file, func(secret store.Secret) (err error) {
		s, err = open(file, secret)
		return err
	})
	return s, err
}

// unlock does something that may need the secret of a file: first without it,
// then, if need be, with the one that is given or asked for.
func (p *program) unlock(file string, do func(store.Secret) error) error {
	err := do(nil)
	if !errors.Is(err, store.ErrProtected) {
		return err
	}
	secret, err := p.secret(p.words.Text("cli.secret.ask", "File", file))
	if err != nil {
		return err
	}
	defer clear(secret)
	return do(secret)
}

// secret returns the secret of a file: from the passphrase file that the flag
// or the environment names, else from the terminal. Where there is neither,
// the error is store.ErrProtected.
func (p *program) secret(question string) (store.Secret, error) {
	if path := p.secretPath(); path != "" {
		return readSecret(path)
	}
	if !asking() {
		return nil, store.ErrProtected
	}
	secret, err := p.ask(question)
	if err == nil && len(secret) == 0 {
		err = store.ErrProtected
	}
	return secret, err
}

// newSecret returns a passphrase that is to protect a file from now on, from
// the passphrase file at path, else from the terminal, typed twice.
func (p *program) newSecret(file, path string) (store.Secret, error) {
	if path != "" {
		return readSecret(path)
	}
	if !asking() {
		return nil, &secretError{key: "none"}
	}
	secret, err := p.ask(p.words.Text("cli.secret.ask_new", "File", file, "Length", store.MinPassphrase))
	if err != nil {
		return nil, err
	}
	again, err := p.ask(p.words.Text("cli.secret.ask_again"))
	defer clear(again)
	if err == nil && !bytes.Equal(secret, again) {
		err = &secretError{key: "differ"}
	}
	if err != nil {
		clear(secret)
		return nil, err
	}
	return secret, nil
}

// secretPath returns the passphrase file of the flag or the environment.
func (p *program) secretPath() string {
	if p.passphraseFile != "" {
		return p.passphraseFile
	}
	return os.Getenv(passphraseVariable)
}

// readSecret reads the first line of a passphrase file.
func readSecret(path string) (store.Secret, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &secretError{key: "file", path: path, err: err}
	}
	defer file.Close()
	buf := make([]byte, maxSecret+2) // and the end of the line
	defer clear(buf)
	n, err := io.ReadFull(file, buf)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, &secretError{key: "file", path: path, err: err}
	}
	line, _, _ := bytes.Cut(bytes.TrimPrefix(buf[:n], []byte("\xef\xbb\xbf")), []byte("\n"))
	line = bytes.TrimSuffix(line, []byte("\r"))
	switch {
	case len(line) == 0:
		return nil, &secretError{key: "empty", path: path}
	case len(line) > maxSecret:
		return nil, &secretError{key: "long", path: path}
	}
	return store.Secret(bytes.Clone(line)), nil
}

// asking reports whether there is somebody to ask.
func asking() bool { return term.IsTerminal(int(os.Stdin.Fd())) }

// ask asks on the terminal, without echo. An interrupt gives the terminal back
// as it was.
func (p *program) ask(question string) (store.Secret, error) {
	terminal := int(os.Stdin.Fd())
	before, err := term.GetState(terminal)
	if err != nil {
		return nil, fmt.Errorf("asking for a passphrase: %w", err)
	}
	fmt.Fprint(p.stderr, question+" ")
	defer fmt.Fprintln(p.stderr)
	typed := make(chan error, 1)
	var line []byte
	go func() {
		var err error
		line, err = term.ReadPassword(terminal)
		typed <- err
	}()
	select {
	case err := <-typed:
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("asking for a passphrase: %w", err)
		}
		return line, nil
	case <-p.ctx.Done():
		return nil, errors.Join(p.ctx.Err(), term.Restore(terminal, before))
	}
}
