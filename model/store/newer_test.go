package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"fortegnelse/model"
)

// asNewer turns a register into one that a newer version has written, in which
// change has changed something more.
func asNewer(t *testing.T, s *Store, f formatInfo, change func(tx transaction) error) {
	t.Helper()
	if err := s.update(func(tx transaction) error {
		if err := (transaction{tx.Tx, nil}).putMeta(formatKey, f); err != nil {
			return err
		}
		if tx.vault != nil {
			p, err := transaction{tx.Tx, nil}.protection()
			if err != nil {
				return err
			}
			if err := tx.setProtection(p); err != nil { // which seals the format
				return err
			}
		}
		return change(tx)
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

var nextSchema = formatInfo{Format: model.Format, File: fileVersion, Schema: model.SchemaVersion + 1}

// ofTomorrow puts a record of a kind that nobody here knows.
func ofTomorrow(tx transaction) error {
	return tx.put(recordsBucket, []byte("x"), []byte(`{"kind":"audit","record":{"id":"x","title":"<Kontrol> 日"}}`))
}

type asIs struct {
	Format   string
	Schema   int
	Register struct{ Name string }
	Records  []struct {
		Kind   string
		Record struct{ ID, Title string }
	}
}

func TestExportNewer(t *testing.T) {
	for _, c := range []struct {
		name   string
		make   func(t *testing.T) (*Store, Secret)
		secret Secret
	}{
		{"plain", func(t *testing.T) (*Store, Secret) { return small(t), nil }, nil},
		{"protected", func(t *testing.T) (*Store, Secret) { s, _ := protected(t); return s, passphrase }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, secret := c.make(t)
			want := len(s.Register().Content().Records()) + 1
			name := s.Register().Info().Name
			asNewer(t, s, nextSchema, ofTomorrow)
			if _, err := OpenReadOnly(s.path, secret); !errors.Is(err, ErrNewerSchema) {
				t.Errorf("OpenReadOnly = %v, want %v", err, ErrNewerSchema)
			}
			if secret != nil {
				for wrong, reason := range map[string]error{"": ErrProtected, "forkert kodeord": ErrWrongPassphrase} {
					var b bytes.Buffer
					if err := ExportNewer(s.path, Secret(wrong), &b); !errors.Is(err, reason) || b.Len() > 0 {
						t.Errorf("with %q: %v and %d bytes, want %v", wrong, err, b.Len(), reason)
					}
				}
			}
			var b bytes.Buffer
			if err := ExportNewer(s.path, secret, &b); err != nil {
				t.Fatal(err)
			}
			var got asIs
			if err := json.Unmarshal(b.Bytes(), &got); err != nil {
				t.Fatalf("%v in %s", err, b.String())
			}
			if got.Format != model.Format || got.Schema != model.SchemaVersion+1 || got.Register.Name != name || len(got.Records) != want {
				t.Errorf("%+v, want %d records of %s", got, want, name)
			}
			if !strings.Contains(b.String(), `{"kind":"audit","record":{"id":"x","title":"<Kontrol> 日"}}`) {
				t.Errorf("the new record is not there as it is: %s", b.String())
			}
		})
	}
}

// What is not as this program would write it is told, and nothing is written.
func TestExportNewerRefuses(t *testing.T) {
	newest := formatInfo{Format: model.Format, File: fileVersion + 1, Schema: model.SchemaVersion + 1}
	put := func(key, payload string) func(transaction) error {
		return func(tx transaction) error { return tx.put(recordsBucket, []byte(key), []byte(payload)) }
	}
	for _, c := range []struct {
		name   string
		format formatInfo
		change func(tx transaction) error
		want   error
	}{
		{"another wrapping", newest, func(tx transaction) error {
			return tx.Bucket(recordsBucket).Put([]byte("x"), []byte{9, 1, 2, 3, 4, 5, 6})
		}, ErrNewerSchema},
		{"no value", newest, func(tx transaction) error { return tx.Bucket(recordsBucket).Put([]byte("x"), nil) }, ErrNewerSchema},
		{"no JSON", newest, put("x", "kind: audit"), ErrNewerSchema},
		{"another form of record", newest, put("x", `{"audit":{}}`), ErrNewerSchema},
		{"another bucket", newest, func(tx transaction) error { return tx.DeleteBucket(recordsBucket) }, ErrNewerSchema},
		{"another protection", newest, func(tx transaction) error {
			return tx.put(metaBucket, protectionKey, []byte(`{"cipher":"of tomorrow"}`))
		}, ErrNewerSchema},
		{"a record has changed", nextSchema, func(tx transaction) error {
			k, v := tx.Bucket(recordsBucket).Cursor().First()
			changed := bytes.Clone(v)
			changed[len(changed)-4]++
			return tx.Bucket(recordsBucket).Put(k, changed)
		}, ErrDamaged},
		{"not newer, no JSON", formatInfo{model.Format, fileVersion, model.SchemaVersion}, put("x", "kind: audit"), ErrDamaged},
		{"another program", formatInfo{"regneark", fileVersion, model.SchemaVersion}, ofTomorrow, ErrNotRegister},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := small(t)
			asNewer(t, s, c.format, c.change)
			var b bytes.Buffer
			if err := ExportNewer(s.path, nil, &b); !errors.Is(err, c.want) || b.Len() > 0 {
				t.Errorf("%v and %d bytes, want %v", err, b.Len(), c.want)
			}
		})
	}
	if err := ExportNewer(filepath.Join(t.TempDir(), "none"), nil, &bytes.Buffer{}); !errors.Is(err, ErrNotFound) {
		t.Errorf("no file: %v", err)
	}
}

// A writer that fails is told as such.
func TestExportNewerIntoAFullDisk(t *testing.T) {
	s := small(t)
	asNewer(t, s, nextSchema, ofTomorrow)
	full := errors.New("no room")
	if err := ExportNewer(s.path, nil, failing{full}); !errors.Is(err, full) || errors.Is(err, ErrDamaged) {
		t.Errorf("%v, want %v", err, full)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
