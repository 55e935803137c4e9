package ui

import (
	"cmp"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"fortegnelse/model"
	"fortegnelse/model/words"
)

// danishWords are the words of the Danish catalogue.
func danishWords(t testing.TB) Words {
	t.Helper()
	c, err := words.In("da")
	if err != nil {
		t.Fatal(err)
	}
	return WordsIn(c)
}

// dress begins an app in the program's theme.
func dress(t testing.TB, variant Variant) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(variant, DefaultTextSize))
}

// stage shows an object in a window.
func stage(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := fyne.CurrentApp().NewWindow("")
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.SetContent(OnGround(ColorBackground, o))
	w.Resize(fyne.NewSize(width, height))
	return w
}

// shoot writes a picture of the window where FORTEGNELSE_SHOTS names a folder.
func shoot(t testing.TB, w fyne.Window, name string) {
	t.Helper()
	image := w.Canvas().Capture()
	if image.Bounds().Dx() < 100 {
		t.Errorf("the picture of %s is %v wide", name, image.Bounds().Dx())
	}
	folder := os.Getenv("FORTEGNELSE_SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := png.Encode(f, image); err != nil {
		t.Fatal(err)
	}
}

// TestGallery draws every widget in light and dark, and with the largest and the
// smallest text.
func TestGallery(t *testing.T) {
	pictures := []struct {
		name          string
		width, height float32
		show          func(t *testing.T, width, height float32) fyne.Window
	}{
		{"table", 1024, 620, showTable},
		{"fields", 640, 980, showFields},
		{"buttons", 720, 330, showButtons},
		{"icons", 700, 260, showIcons},
		{"navigation", 420, 620, showNavigation},
		{"grid", 640, 420, showGrid},
		{"grid-wide", 640, 320, showWideGrid},
		{"picker", 700, 560, showPicker},
		{"choice", 500, 330, showChoice},
		{"calendar", 420, 380, showCalendar},
		{"modal", 900, 520, showModal},
		{"confirm", 640, 360, showConfirm},
		{"answers", 560, 300, showAnswers},
	}
	looks := []struct {
		name    string
		variant Variant
		text    float32
	}{{"light", Light, DefaultTextSize}, {"dark", Dark, DefaultTextSize}, {"large", Light, MaxTextSize}, {"small", Light, MinTextSize}}
	for _, p := range pictures {
		for _, look := range looks {
			name := p.name + "-" + look.name
			t.Run(name, func(t *testing.T) {
				test.NewTempApp(t).Settings().SetTheme(NewTheme(look.variant, look.text))
				shoot(t, p.show(t, Px(p.width), Px(p.height)), name)
			})
		}
	}
}

type sample struct {
	number, title, processors, kept string
	classes                         []Sign
	keptSign                        Sign
	state                           string
	errors, warnings                int
}

func samples() []sample {
	ord, conf, spec, nid := SignOrdinary, SignConfidential, SignSpecial, SignNationalID
	return []sample{
		{"B-01", "Undersøgelse, behandling og journal", "Complimenta +2", "min. 10 år fra seneste tilførsel", []Sign{ord, conf, spec, nid}, SignWarning, "++!+!!+x", 2, 6},
		{"B-02", "Kontaktoplysninger", "Complimenta +1", "så længe nødvendigt", []Sign{ord}, SignWarning, "++++!!+x", 1, 3},
		{"B-03", "Spørgeskema (Symptom Check List)", "", "så længe nødvendigt", []Sign{spec}, SignWarning, "+++-+!+x", 1, 2},
		{"B-04", "Opgørelse af terapieffekt", "", "2 år, begyndelse mangler", []Sign{spec}, SignError, "+++-+x+x", 2, 2},
		{"B-06", "Attester til myndigheder m.fl.", "Complimenta", "min. 10 år fra seneste tilførsel", []Sign{ord, spec, nid}, SignNothing, "+++!+++x", 2, 1},
		{"B-09", "Fysiske arbejdsjournaler", "", "ved endt forløb", []Sign{spec, SignCriminal}, SignWarning, "+-+-+!++", 0, 1},
		{"B-10", "IT-drift, support, logning og backup", "Hejlesen +2", "", []Sign{ord}, SignError, "++++!xox", 2, 1},
	}
}

func notStated(text string) string {
	if text == "" {
		return "ikke oplyst"
	}
	return text
}

func sampleColumns() []Column[sample] {
	states := map[rune]Sign{'+': SignComplete, '!': SignWarning, 'x': SignError, '-': SignNotStated, 'o': SignOpen}
	return []Column[sample]{
		{ID: "number", Title: "Nr.", Width: 56, Quiet: true, Text: func(s sample) string { return s.number },
			Compare: func(a, b sample) int { return cmp.Compare(a.number, b.number) }},
		{ID: "title", Title: "Aktivitet", Width: 180, Stretch: true, Text: func(s sample) string { return s.title },
			Compare: func(a, b sample) int { return cmp.Compare(a.title, b.title) }},
		{ID: "data", Title: "Data", Width: 92, Drop: 1, Marks: func(s sample) []Mark {
			var marks []Mark
			for _, class := range s.classes {
				marks = append(marks, Mark{Sign: class})
			}
			return marks
		}},
		{ID: "processors", Title: "Databehandlere", Width: 132, Drop: 2,
			Text:   func(s sample) string { return notStated(s.processors) },
			Italic: func(s sample) bool { return s.processors == "" }},
		{ID: "kept", Title: "Slettes", Width: 240,
			Marks:  func(s sample) []Mark { return []Mark{{Sign: s.keptSign}} },
			Text:   func(s sample) string { return notStated(s.kept) },
			Italic: func(s sample) bool { return s.kept == "" }},
		{ID: "state", Heads: strings.Split("abcdefg§", ""), Width: 160, Pitch: 18, Drop: 3, Marks: func(s sample) []Mark {
			var marks []Mark
			for _, letter := range s.state {
				marks = append(marks, Mark{Sign: states[letter]})
			}
			return marks
		}},
		{ID: "findings", Title: "Fund", Width: 88, Align: fyne.TextAlignTrailing, Marks: func(s sample) []Mark {
			var marks []Mark
			if s.errors > 0 {
				marks = append(marks, Mark{Sign: SignError, Text: fmt.Sprint(s.errors)})
			}
			return append(marks, Mark{Sign: SignWarning, Text: fmt.Sprint(s.warnings)})
		}},
	}
}

func sampleTable() *DataTable[sample] {
	table := NewDataTable(sampleColumns(), func(s sample) string { return s.number })
	table.SetGroups(func(sample) string { return "own" }, []Group{
		{Key: "own", Title: "Som dataansvarlig", Subtitle: "artikel 30, stk. 1"},
		{Key: "others", Title: "Som databehandler for andre", Subtitle: "artikel 30, stk. 2", Note: &GroupNote{
			Mark: SignWarning, Text: "Behandler I oplysninger for kommunen?",
			Links: []*Link{NewLink("Tilføj", nil), NewLink("Nej, begrund", nil)}}},
	})
	table.SetRows(samples())
	table.SortBy("number", false)
	return table
}

func showTable(t *testing.T, width, height float32) fyne.Window {
	table := sampleTable()
	w := stage(t, Inset(16, 24, 16, 24, table), width, height)
	table.Select("B-01")
	return w
}

func showFields(t *testing.T, width, height float32) fyne.Window {
	words := danishWords(t)
	purpose := NewEntry("Undersøgelse og behandling af klienten", nil)
	basis := NewChoice(words, []Option{{Code: "a", Label: "6(1)(a) Samtykke"}}, "a", nil)
	basis.Shown = "ART 6(1)(1)"
	problem := NewFieldRow("Artikel 6", basis, "")
	problem.SetProblem(SignWarning, "»ART 6(1)(1)« findes ikke. Er artikel 6, stk. 1, litra a, ment?")
	chips := Flow(Px(8), NewChip("Helbredsoplysninger", SignSpecial, func() {}),
		NewChip("Journalnotater", SignSpecial, func() {}), NewChip("Personnummer", SignNationalID, func() {}),
		NewChip("Familie og relationer", SignConfidential, nil))
	text := NewMultiLine("Klinikken fører journal, fordi autoriserede sundhedspersoner har pligt til det. Journalen indeholder de oplysninger, der er nødvendige for en god og sikker behandling.", 3, nil)
	wrong := NewFieldRow("CVR-nummer", NewEntry("1234567", nil), "Otte cifre. Står i det centrale virksomhedsregister, og du kan slå det op på virk.dk, hvis du ikke har det ved hånden.")
	wrong.SetProblem(SignError, "Nummeret har syv cifre.")
	section := NewSection("(b)", "Formål og retsgrundlag", "artikel 30, stk. 1, litra b", Stack(Px(4),
		NewFieldRow("Formål", purpose, ""), problem, NewFieldRow("Oplysninger", chips, ""),
		NewFieldRow("Begrundelse", text, "Skrives til myndigheden."), wrong,
		&Disclosure{Number: "2", Title: "Rådgivning gennem hele forløbet", Detail: "6(1)(a) Samtykke"},
		&Disclosure{Number: "3", Title: "Overholdelse af journalføringspligten", Mark: SignWarning, Detail: "ikke oplyst; fire love nævnt"},
		Row(Px(8), NewQuiet("Tilføj formål", IconPlus, nil), Grow(nil), NewSmall("Politikken, pkt. 4.1"))))
	tagged := NewSection("(e)", "Overførsler til tredjelande", "artikel 30, stk. 1, litra e", Stack(Px(8),
		NewRadio([]Option{{Code: "yes", Label: "Ja"}, {Code: "no", Label: "Nej, ingen uden for EU/EØS"}, {Code: "ns", Label: "Ikke oplyst"}}, "no", nil),
		NewNote(SignWarning, "Microsoft bruges her, og O-01 Microsoft → USA er ikke afklaret.", NewLink("Åbn O-01", nil)),
		NewCheck("Kræver samtykke", true, nil), NewCheck("Kræver loven", false, nil)))
	tagged.Beside = NewTag(SignError, "dato og dokument mangler")
	return stage(t, NewPage(Inset(8, 20, 8, 20, Stack(Px(8), section, tagged))), width, height)
}

func showButtons(t *testing.T, width, height float32) fyne.Window {
	focused := NewButton("Har fokus", "", nil)
	disabled := NewButton("Kan ikke", IconClip, nil)
	disabled.Disable()
	danger := &Button{Text: "Slet aktiviteten", Kind: ButtonDanger}
	w := stage(t, Inset(16, 16, 16, 16, Stack(Px(12),
		Row(Px(8), NewPrimary("Ny aktivitet", IconPlus, nil), &Button{Text: "Eksportér", Icon: IconExport, Trailing: IconChevronDown}, NewButton("Annullér", "", nil), &Button{Icon: IconMore}, focused),
		Row(Px(8), disabled, danger, NewQuiet("Tilføj formål", IconPlus, nil), NewLink("Åbn O-01", nil), &Button{Text: "Kalmia A/S", Trailing: IconChevronDown, Kind: ButtonBare, Strong: true}),
		Row(Px(8), NewTag(SignError, "dato mangler"), NewTag(SignWarning, "aldrig ført"), NewTag(SignInfo, "råd"), NewTag(SignComplete, "i orden"), NewTag(SignNothing, "kladde")),
		NewHeading("Behandlingsaktiviteter"), NewTitle("Undersøgelse, behandling og journal"), NewText("Almindelig tekst"), NewItalic("ikke oplyst"), NewCaption("Lovdata 1.10.2026"),
	)), width, height)
	w.Canvas().Focus(focused)
	return w
}

func showIcons(t *testing.T, width, height float32) fyne.Window {
	var icons, signs []fyne.CanvasObject
	for _, name := range []IconName{IconSearch, IconChevronDown, IconChevronLeft, IconChevronRight, IconChevronUp, IconBack, IconPlus, IconCheck,
		IconClose, IconMore, IconCalendar, IconDocument, IconSheet, IconPack, IconCode, IconList, IconFolder, IconClip, IconLock,
		IconExport, IconImport, IconHistory, IconQuote, IconGlobe, IconShield, IconMark} {
		icons = append(icons, NewIcon(name, ColorAccent, 40))
	}
	for _, s := range []Sign{SignError, SignWarning, SignInfo, SignComplete, SignNotStated, SignOpen, SignOrdinary, SignConfidential, SignSpecial, SignNationalID, SignCriminal, SignYes} {
		signs = append(signs, NewSign(s))
	}
	return stage(t, Inset(16, 16, 16, 16, Stack(Px(16), Flow(Px(12), icons...), Row(Px(16), signs...))), width, height)
}

func showNavigation(t *testing.T, width, height float32) fyne.Window {
	nav := NewNavList([]NavItem{
		{ID: "overview", Text: "Overblik"}, {Text: "Register"},
		{ID: "activities", Text: "Aktiviteter", Count: "11"}, {ID: "systems", Text: "Systemer", Count: "6"}, {ID: "measures", Text: "Sikkerhed", Count: "22"},
		{Text: "Modparter"}, {ID: "processors", Text: "Databehandlere", Count: "5"}, {ID: "transfers", Text: "Overførsler", Count: "1"},
		{}, {ID: "findings", Text: "Fund", Marks: []Mark{{SignError, "7"}, {SignWarning, "19"}}}, {ID: "history", Text: "Historik"},
	}, "activities", nil)
	sections := NewNavList([]NavItem{
		{ID: "a", Letter: "(a)", Text: "Rolle og ansvar", Mark: SignComplete}, {ID: "b", Letter: "(b)", Text: "Formål og retsgrundlag", Mark: SignError},
		{ID: "c", Letter: "(c)", Text: "Personer og data", Mark: SignWarning}, {ID: "d", Letter: "(d)", Text: "Modtagere", Mark: SignNotStated},
		{Letter: "-"}, {ID: "consent", Text: "Samtykke", Mark: SignError}, {ID: "dpia", Text: "Konsekvensanalyse", Mark: SignOpen},
	}, "b", nil)
	return stage(t, container.NewHBox(FixedWidth(208, OnGround(ColorNav, Stack(0, nav))), FixedWidth(184, Stack(0, sections))), width, height)
}

func gridRows(columns int) []MatrixRow {
	cells := func(values ...string) []string {
		for len(values) < columns {
			values = append(values, CellNo)
		}
		return values
	}
	return []MatrixRow{
		{Group: true, Label: "Klienter", Subtitle: "også kaldet borgere"},
		{Label: "Kontaktoplysninger", Mark: SignOrdinary, Cells: cells(CellReceives, CellNotStated, CellNotStated, CellByLaw), Number: "R-4", Trailing: "kriterium"},
		{Label: "Familie og relationer", Mark: SignConfidential, Cells: cells(CellReceives, CellNotStated, CellIfRelevant, CellByLaw), Number: "R-4", Trailing: "kriterium"},
		{Label: "Personnummer", Mark: SignNationalID, Cells: cells(CellReceives, CellNo, CellNotStated, CellEmpty), Number: "R-1", Trailing: "min. 10 år"},
		{Label: "Helbredsoplysninger", Mark: SignSpecial, Cells: cells(CellReceives, CellNotStated, CellNotStated, CellByLaw), Trailing: "ikke oplyst", Italic: true},
		{Group: true, Label: "Ansatte"},
		{Label: "Strafbare forhold", Mark: SignCriminal, Cells: cells(CellNo), Number: "R-1", Trailing: "min. 10 år"},
	}
}

func showGrid(t *testing.T, width, height float32) fyne.Window {
	grid := NewMatrixGrid("Oplysning", []string{"Complimenta", "Hejlesen", "Microsoft", "Myndigheder"}, "Slettes", gridRows(4))
	grid.Legend = []Option{{Code: CellReceives, Label: "modtager"}, {Code: CellNotStated, Label: "ikke oplyst"}, {Code: CellByLaw, Label: "efter lov"}, {Code: CellIfRelevant, Label: "hvis relevant"}}
	w := stage(t, Inset(16, 16, 16, 16, Stack(0, grid)), width, height)
	w.Canvas().Focus(grid)
	return w
}

func showWideGrid(t *testing.T, width, height float32) fyne.Window {
	columns := []string{"Complimenta", "Hejlesen", "Microsoft", "Myndigheder", "E-conomic", "Pihl Bogføring", "Forsikringsselskaber", "Kommuner"}
	grid := NewMatrixGrid("Oplysning", columns, "Slettes", gridRows(8))
	w := stage(t, Inset(16, 16, 16, 16, Stack(0, grid)), width, height)
	w.Canvas().Focus(grid)
	grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	return w
}

func pickerOptions() []Option {
	own, more := "I denne aktivitet", "Flere oplysninger"
	return []Option{
		{"religion", "Religiøse forhold", "særlig kategori", SignSpecial, own, nil, "Tro og livsanskuelse, også medlemskab af et trossamfund; en særlig kategori efter artikel 9."},
		{"family", "Familierelationer og sociale relationer", "fortrolig", SignConfidential, own, nil, ""},
		{"work", "Arbejdsrelationer", "almindelig", SignOrdinary, own, nil, ""},
		{"address", "Adresse", "almindelig", SignOrdinary, own, nil, ""},
		{"health", "Helbredsoplysninger", "særlig kategori", SignSpecial, own, nil, "Enhver oplysning om fysisk eller psykisk helbred, også at en person er patient; en særlig kategori efter artikel 9, uanset hvor lidt den siger."},
		{"gender", "Køn", "almindelig", SignOrdinary, own, nil, ""},
		{"letters", "Korrespondance", "almindelig", SignOrdinary, more, nil, "Breve, e-mails og beskeder, som ikke hører til journalen; det, der gør, placeres under helbredsoplysninger."},
		{"invoices", "Faktureringsoplysninger", "almindelig", SignOrdinary, more, nil, ""},
		{"bookkeeping", "Bogføring", "almindelig", SignOrdinary, more, nil, ""},
	}
}

func showPicker(t *testing.T, width, height float32) fyne.Window {
	plus := NewButton("", IconPlus, nil)
	w := stage(t, container.NewWithoutLayout(plus), width, height)
	plus.Resize(plus.MinSize())
	plus.Move(fyne.NewPos(60, 20))
	p := &Picker{Words: danishWords(t), Options: pickerOptions(), Selected: []string{"religion", "health"}, Multi: true, OnCreate: func(string) {}}
	p.Show(w.Canvas(), plus)
	typeOn(w, "re")
	return w
}

func showChoice(t *testing.T, width, height float32) fyne.Window {
	choice := NewChoice(danishWords(t), []Option{
		{Code: "draft", Label: "Kladde"}, {Code: "active", Label: "I brug", Detail: "vises for myndigheden"},
		{Code: "ended", Label: "Ophørt"}, {Code: "archived", Label: "Arkiveret"}}, "active", nil)
	warned := NewChoice(danishWords(t), nil, "", nil)
	warned.Severity = SignWarning
	w := stage(t, Inset(16, 16, 16, 16, Stack(Px(8), warned, choice)), width, height)
	w.Canvas().Focus(choice)
	choice.Open()
	return w
}

// plainDates reads ISO dates and stands still on one day.
type plainDates struct{}

func (plainDates) Parse(typed string) (model.Date, error) {
	return model.ParseTypedDate(typed, plainDates{}.Today())
}
func (plainDates) Format(d model.Date) string { return d.String() }
func (plainDates) Today() model.Date          { return model.Date{Year: 2026, Month: time.November, Day: 20} }

func showCalendar(t *testing.T, width, height float32) fyne.Window {
	field := NewDateField(danishWords(t), plainDates{}, model.Date{Year: 2026, Month: time.November, Day: 12}, nil)
	w := stage(t, Inset(16, 16, 16, 16, Stack(0, FixedWidth(148, field))), width, height)
	w.Canvas().Focus(field)
	field.Open()
	return w
}

func showModal(t *testing.T, width, height float32) fyne.Window {
	words := danishWords(t)
	w := stage(t, Inset(16, 16, 16, 16, NewHeading("Behandlingsaktiviteter")), width, height)
	m := &Modal{Title: "Eksportér", Width: 640, Content: Stack(Px(8),
		NewFieldRow("Hvad", NewChoice(words, []Option{{Code: "all", Label: "Hele fortegnelsen, Kalmia A/S"}}, "all", nil), ""),
		NewFieldRow("Sprog", NewChoice(words, []Option{{Code: "da", Label: "Dansk"}}, "da", nil), "Egen tekst oversættes ikke."),
		NewLine(ColorLine), NewCheck("PDF", true, nil), NewCheck("Excel", true, nil)),
		Note: NewText("7 fejl er åbne. De trykkes i rapporten.")}
	m.Buttons = []*Button{NewButton(words.Cancel, "", m.Hide), NewPrimary("Eksportér 2 filer", IconExport, nil)}
	m.Show(w.Canvas())
	return w
}

func showConfirm(t *testing.T, width, height float32) fyne.Window {
	w := stage(t, Inset(16, 16, 16, 16, NewText("Kalmia A/S")), width, height)
	Confirm(w.Canvas(), "Slet D-01 Complimenta?", []string{"Databehandleren bruges af B-01, B-02, B-06 og B-10. De mister henvisningen, men ikke deres øvrige oplysninger.", "Sletningen kan fortrydes."},
		"Slet", "Fortryd", true, func(bool) {})
	return w
}

func showAnswers(t *testing.T, width, height float32) fyne.Window {
	words := danishWords(t)
	allowed := []string{AnswerNotStated, AnswerNotApplicable, AnswerNone}
	open := NewAnswerField(words, NewEntry("", nil), AnswerUnanswered, allowed, nil)
	w := stage(t, Inset(16, 16, 16, 16, Stack(Px(4),
		NewFieldRow("Kilde", NewAnswerField(words, NewEntry("klienten selv", nil), AnswerValue, allowed, nil), ""),
		NewFieldRow("Underskrevet", NewAnswerField(words, NewEntry("", nil), AnswerNotStated, allowed, nil), ""),
		NewFieldRow("Modtagere", open, ""))), width, height)
	open.open()
	return w
}
