package app

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/words"
)

// palette remembers what each record says, made ready to be searched. A record
// is folded again only when it has changed.
type palette struct {
	register *model.Register
	says     map[model.Record]*ui.Haystack
}

// warm folds a whole register in the background, so that the palette opens at
// once also on ten thousand records.
func (s *shell) warm() {
	r, c := s.desk.session.Register(), s.desk.words
	s.desk.runner.background(func() {
		ready := palette{}
		ready.of(r, c)
		fyne.Do(func() {
			if s.palette.register == nil {
				s.palette = ready
			}
		})
	})
}

// of returns what the records of a register say, in the words of a language.
func (p *palette) of(r *model.Register, c *words.Catalogue) map[model.Record]*ui.Haystack {
	if p.register == r {
		return p.says
	}
	says := map[model.Record]*ui.Haystack{}
	for _, k := range model.Kinds {
		for _, rec := range r.Records(k) {
			known, ok := p.says[rec]
			if !ok {
				all := ui.NewHaystack(said(rec, c))
				known = &all
			}
			says[rec] = known
		}
	}
	p.register, p.says = r, says
	return says
}

// said returns all that a record says itself. What it refers to says its own.
func said(rec model.Record, c *words.Catalogue) string {
	var all strings.Builder
	for _, l := range model.Leaves(rec) {
		for _, value := range l.Values {
			switch l.Field.Type {
			case model.TypeReference, model.TypeData, model.TypeSub: // keys that nobody reads
				continue
			case model.TypeCode:
				value = c.Code(l.Field.Vocabulary, value)
			}
			all.WriteString(value)
			all.WriteByte(' ')
		}
	}
	return all.String()
}

// find opens the palette: every record by any of its words, and every command.
func (s *shell) find() {
	d := s.desk
	r := d.session.Register()
	says := s.palette.of(r, d.words)
	var options []ui.Option
	for _, k := range found {
		for _, rec := range r.Records(k) {
			options = append(options, ui.Option{
				Code: string(rec.Meta().ID), Label: rec.Meta().Number + "  " + r.Title(rec),
				Detail: d.words.Kind(k), Group: capital(d.words.Kinds(k)), Says: says[rec],
			})
		}
	}
	commands, do := d.foundCommands()
	picker := &ui.Picker{Words: ui.WordsIn(d.words), Options: append(options, commands...), Width: 672}
	picker.OnPick = func(codes []string) {
		switch {
		case len(codes) != 1:
		case do[codes[0]] != nil:
			do[codes[0]]()
		default:
			s.openRecord(model.ID(codes[0]))
		}
	}
	picker.Show(d.window.Canvas(), nil)
}

// found is the order of the kinds in the palette: what is looked for most first.
var found = []model.Kind{
	model.KindActivity, model.KindProcessor, model.KindAgreement, model.KindSupervision, model.KindTransfer,
	model.KindRetentionRule, model.KindMeasure, model.KindSystem, model.KindLegalEntity, model.KindParty, model.KindDocument,
	model.KindFindingAnswer,
}

// foundCommands returns what the menus hold as options, and what each does.
// The palette itself is left out, what there is nothing to do for, and the
// sections, which have no names here.
func (d *Desk) foundCommands() (options []ui.Option, do map[string]func()) {
	do = map[string]func(){}
	add := func(label, keys string, what func()) {
		code := "command " + strconv.Itoa(len(do))
		do[code] = what
		options = append(options, ui.Option{Code: code, Label: label, Detail: keys, Group: d.words.Text("palette.commands")})
	}
	for _, m := range d.commands() {
		for _, c := range m.commands {
			if c == nil || c.idle || c.key == "menu.find" || c.with != "" {
				continue
			}
			keys := ""
			if c.shortcut != nil {
				keys = keyNames(c.shortcut)
			}
			add(d.words.Text(m.key)+" › "+cmp.Or(c.title, c.words(d.words)), keys, c.do)
		}
	}
	add(d.words.Text("menu.quit"), "Ctrl+Q", d.Quit)
	return options, do
}

func capital(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
