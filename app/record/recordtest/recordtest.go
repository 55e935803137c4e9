// Package recordtest opens record pages in tests: on a session without a file,
// in a window without a screen.
package recordtest

import (
	"bytes"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"fortegnelse/app/record"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/assets"
	"fortegnelse/export/jsonfile"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// Visits remembers where a page led to.
type Visits struct {
	Opened  []model.ID
	Backs   int
	Reasons int
}

// Back implements record.Navigator.
func (v *Visits) Back() { v.Backs++ }

// Open implements record.Navigator.
func (v *Visits) Open(id model.ID) { v.Opened = append(v.Opened, id) }

// Reason implements record.Navigator.
func (v *Visits) Reason() { v.Reasons++ }

// Noon is the time in tests.
func Noon() time.Time { return time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC) }

// In returns the catalogue of a language.
func In(t testing.TB, language string) *words.Catalogue {
	t.Helper()
	c, err := words.In(language)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Kalmia returns the register of the clinic.
func Kalmia(t testing.TB) *model.Register {
	t.Helper()
	data, err := fs.ReadFile(assets.Examples(), "kalmia.json")
	if err != nil {
		t.Fatal(err)
	}
	content, err := jsonfile.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	r, err := model.NewRegister(content.Register, content.Records())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Session opens a session on a register in memory.
func Session(t testing.TB, r *model.Register, language string) (*session.Session, *session.Memory) {
	t.Helper()
	keeper := &session.Memory{Snapshot: r}
	return session.New(keeper, "DPO", In(t, language), Noon), keeper
}

// Window shows a page as large as it is beside the navigation of a window of
// 1280 × 800.
func Window(t testing.TB, p *record.Page) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, p.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1072, 752))
	return w
}

// Shots writes pictures of a record's page, in light and dark, Danish and
// English, scrolled to some of its sections, into the folder named by
// FORTEGNELSE_SHOTS. Without that variable it draws them once and writes none.
func Shots(t *testing.T, name, number string, layout record.Layout, sections ...int) {
	dir := os.Getenv("FORTEGNELSE_SHOTS")
	app := test.NewTempApp(t)
	languages, variants := []string{"da", "en"}, []ui.Variant{ui.Light, ui.Dark}
	if dir == "" {
		languages, variants = languages[:1], variants[:1]
	}
	for _, language := range languages {
		for _, variant := range variants {
			app.Settings().SetTheme(ui.NewTheme(variant, ui.DefaultTextSize))
			s, _ := Session(t, Kalmia(t), language)
			rec, ok := s.Register().Numbered(number)
			if !ok {
				t.Fatalf("no record %s", number)
			}
			p := record.New(s, rec.Meta().ID, layout, &Visits{})
			w := Window(t, p)
			for _, section := range append([]int{0}, sections...) {
				if section > 0 {
					p.Jump(section)
				}
				var picture bytes.Buffer
				if err := png.Encode(&picture, w.Canvas().Capture()); err != nil {
					t.Fatal(err)
				}
				if dir == "" {
					continue
				}
				file := name + "-" + string(rune('a'+section)) + "-" + language + "-" + string(variant) + ".png"
				if err := os.WriteFile(filepath.Join(dir, file), picture.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			p.Close()
		}
	}
}
