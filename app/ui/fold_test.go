package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

func TestNeedle(t *testing.T) {
	tests := []struct {
		typed, text string
		want        []string // the found letters, nil if not found
	}{
		{"re", "Religiøse forhold", []string{"Re"}},
		{"re", "Familierelationer og sociale relationer", []string{"re", "re"}},
		{"bogforing", "Bogføring", []string{"Bogføring"}},
		{"bogfoering", "Bogføring", []string{"Bogføring"}},
		{"BOGFØR", "Bogføring", []string{"Bogfør"}},
		{"ö", "Bogføring", []string{"ø"}},
		{"aar", "Årsregnskab", []string{"År"}},
		{"ars", "Årsregnskab", []string{"Års"}},
		{"lækare", "Läkare", []string{"Läkare"}},
		{"lakare", "Läkare", []string{"Läkare"}},
		{"cafe", "Café", []string{"Café"}},
		{"café", "Cafe", []string{"Cafe"}},
		{"data aftale", "Aftale om behandling af data", []string{"Aftale", "data"}},
		{"data mangler", "Aftale om data", nil},
		{"", "alt", nil},
		{"x", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.typed+" in "+tt.text, func(t *testing.T) {
			needle := NewNeedle(tt.typed)
			var got []string
			for _, span := range needle.Spans(tt.text) {
				got = append(got, tt.text[span.Start:span.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("found letters (-want +got):\n%s", diff)
			}
			if found := needle.In(NewHaystack(tt.text)); found != (tt.want != nil || needle.Empty()) {
				t.Errorf("In = %v", found)
			}
		})
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("re", "Religiøse forhold")
	f.Add("å", "A\u030a \xff\xfe ß")
	f.Fuzz(func(t *testing.T, typed, text string) {
		if plain, noted := NewHaystack(text), fold(text); plain.long != noted.long.text || plain.short != noted.short.text {
			t.Fatalf("the text is folded to %q and %q, and with places to %q and %q", plain.long, plain.short, noted.long.text, noted.short.text)
		}
		end := 0
		for _, span := range NewNeedle(typed).Spans(text) {
			if span.Start < end || span.End <= span.Start || span.End > len(text) {
				t.Fatalf("span %v in a text of %d bytes after %d", span, len(text), end)
			}
			end = span.End
		}
	})
}

func TestWrapText(t *testing.T) {
	dress(t, Light)
	size := float32(14)
	width := textWidth("klinikken fører", size, fyne.TextStyle{}) + 1
	tests := []struct {
		name, text string
		want       []string
	}{
		{"at spaces", "klinikken fører journal", []string{"klinikken fører", "journal"}},
		{"keeps paragraphs", "en\n\nto", []string{"en", "", "to"}},
		{"after a hyphen", "tavsheds-erklæringer", []string{"tavsheds-", "erklæringer"}},
		{"nothing", "", []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, wrapText(tt.text, width, size, fyne.TextStyle{})); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
		})
	}
	t.Run("inside a word that is wider than a line", func(t *testing.T) {
		word := strings.Repeat("sundhedsoplysninger", 4) + "\xff"
		lines := wrapText(word, width, size, fyne.TextStyle{})
		if len(lines) < 4 || strings.Join(lines, "") != word {
			t.Errorf("lines are %q", lines)
		}
		for _, line := range lines {
			if textWidth(line, size, fyne.TextStyle{}) > width {
				t.Errorf("%q is wider than the line", line)
			}
		}
	})
}

func TestFitText(t *testing.T) {
	dress(t, Light)
	size := float32(14)
	text := "Undersøgelse, behandling\nog journal"
	if got := fitText(text, 1000, size, fyne.TextStyle{}); got != "Undersøgelse, behandling og journal" {
		t.Errorf("a text that fits is %q", got)
	}
	got := fitText(text, 120, size, fyne.TextStyle{})
	if !strings.HasSuffix(got, ellipsis) || textWidth(got, size, fyne.TextStyle{}) > 120 {
		t.Errorf("cut to 120 it is %q, %v wide", got, textWidth(got, size, fyne.TextStyle{}))
	}
	if got := fitText(text, 1, size, fyne.TextStyle{}); got != "" {
		t.Errorf("with no room it is %q", got)
	}
}

// TestTextHeight shows that wrapped text asks for the room it needs as soon as
// it has its width.
func TestTextHeight(t *testing.T) {
	dress(t, Light)
	text := NewParagraph(strings.Repeat("Klinikken fører journal. ", 10))
	page := Stack(0, text)
	stage(t, NewPage(page), 200, 200)
	if want := float32(len(text.lines)) * 20; len(text.lines) < 5 || text.Size().Height != want {
		t.Errorf("%d lines are %v high, want %v", len(text.lines), text.Size().Height, want)
	}
	if got := page.Size().Height; got < text.Size().Height {
		t.Errorf("the page is %v high, the text %v", got, text.Size().Height)
	}
	test.WidgetRenderer(text).Refresh()
}
