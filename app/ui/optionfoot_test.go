package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func footOf(p *Picker) string { return p.list.foot.Content }

func TestPickerTellsWhenToChoose(t *testing.T) {
	dress(t, Light)
	w := stage(t, NewEntry("", nil), 700, 600)
	p := &Picker{Words: danishWords(t), Options: pickerOptions()}
	p.Show(w.Canvas(), nil)
	help := func(label string) string {
		for _, o := range pickerOptions() {
			if o.Label == label {
				return o.Help
			}
		}
		t.Fatalf("there is no %s", label)
		return ""
	}
	list := p.list.Position().Y + p.list.Size().Height
	mouse := func(line int) {
		for at, row := range p.list.view.live {
			if at == line {
				row.(*optionRow).MouseIn(nil)
			}
		}
	}
	press := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(key(name)) }
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"at first that of the first", func() {}, help("Religiøse forhold")},
		{"the next has none", func() { press(fyne.KeyDown) }, ""},
		{"under the mouse", func() { mouse(5) }, help("Helbredsoplysninger")},
		{"a caption has none and changes nothing", func() { mouse(0) }, help("Helbredsoplysninger")},
		{"the keyboard again", func() { press(fyne.KeyUp) }, help("Religiøse forhold")},
		{"the mouse leaves", func() { mouse(5); p.list.view.live[5].(*optionRow).MouseOut() }, help("Religiøse forhold")},
		{"what is found", func() { typeOn(w, "korr") }, help("Korrespondance")},
		{"nothing is found", func() { typeOn(w, "xx") }, ""},
	} {
		step.do()
		if got := footOf(p); got != step.want {
			t.Errorf("%s: the foot says %q, want %q", step.name, got, step.want)
		}
		if now := p.list.Position().Y + p.list.Size().Height; now != list {
			t.Errorf("%s: the list ends at %v and no longer at %v", step.name, now, list)
		}
	}
}

func TestPickerFindsByHelp(t *testing.T) {
	l := newOptionList(pickerOptions(), nil, false)
	l.helped = "I forklaringen"
	for _, tt := range []struct {
		typed string
		want  []string // captions and codes
	}{
		{"trossamfund", []string{"I forklaringen", "religion"}},
		{"helbred", []string{"I denne aktivitet", "health", "I forklaringen", "letters"}},
		{"korrespondance journal", []string{"I forklaringen", "letters"}},
	} {
		l.filter(tt.typed)
		if diff := cmp.Diff(tt.want, shownIn(l)); diff != "" {
			t.Errorf("typing %q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

func TestAListWithoutHelpHasNoFoot(t *testing.T) {
	dress(t, Light)
	w := stage(t, NewEntry("", nil), 700, 600)
	options := []Option{{Code: "a", Label: "Kladde"}, {Code: "b", Label: "I brug"}}
	p := &Picker{Words: danishWords(t), Options: options}
	p.Show(w.Canvas(), nil)
	if p.list.foot != nil {
		t.Errorf("there is a foot that says %q", footOf(p))
	}
	if got := newOptionList(options, nil, false).newFoot(300).MinSize().Height; got != 0 {
		t.Errorf("an empty foot is %v high", got)
	}
}

// The foot takes as many lines as the longest help needs, and two at least.
func TestTheFootHasRoomForTheLongestHelp(t *testing.T) {
	dress(t, Light)
	height := func(help string) float32 {
		return newOptionList([]Option{{Code: "a", Label: "A", Help: "Kort."}, {Code: "b", Label: "B", Help: help}}, nil, false).
			newFoot(420).MinSize().Height
	}
	two := height("Også kort.")
	if got := height(strings.Repeat("ord ", 30)); got != two {
		t.Errorf("two lines: %v, one: %v", got, two)
	}
	if got := height(strings.Repeat("ord ", 60)); got <= two {
		t.Errorf("more than two lines: %v, two: %v", got, two)
	}
}

func TestChoiceTellsWhenToChoose(t *testing.T) {
	dress(t, Light)
	options := []Option{{Code: "draft", Label: "Kladde", Help: "Endnu ikke bekræftet."}, {Code: "active", Label: "I brug", Help: "Gælder nu."}}
	c := NewChoice(danishWords(t), options, "draft", nil)
	w := stage(t, c, 700, 400)
	w.Canvas().Focus(c)
	c.Open()
	w.Canvas().Focused().TypedKey(key(fyne.KeyDown))
	list := w.Canvas().Focused().(*optionList)
	if list.foot.Content != "Gælder nu." {
		t.Errorf("the foot says %q", list.foot.Content)
	}
	if got := list.Size().Height; got < list.height() {
		t.Errorf("the list is %v high and needs %v", got, list.height())
	}
}
