package xlsx

import (
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// The widths of the columns of the front sheet.
const (
	frontLabel = 32.0
	frontText  = 72.0
)

// front writes the front sheet line by line.
type front struct {
	*book
	sheet string
	row   int
	err   error
}

// writeFront writes the sheet that explains the others.
func (b *book) writeFront(sheet string, counts []int) error {
	f := &front{book: b, sheet: sheet}
	f.begin(b.text("workbook.title", "Name", b.owner), b.text("workbook.subject"))
	f.facts()
	f.contents(counts)
	f.legend()
	if f.err != nil {
		return f.err
	}
	return b.setPage(sheet, "portrait")
}

// begin sets the sheet up and writes what it is about.
func (f *front) begin(title, subject string) {
	for i, w := range []float64{frontLabel, frontText, 8} {
		f.try(f.file.SetColWidth(f.sheet, columnName(i), columnName(i), w))
	}
	lines := false
	f.try(f.file.SetSheetView(f.sheet, 0, &excelize.ViewOptions{ShowGridLines: &lines}))

	f.put("A", text(title), f.styles.title)
	f.height(30)
	f.next()
	f.put("A", text(subject), f.styles.value)
	f.next()
	f.next()
}

func (f *front) try(err error) {
	if f.err == nil {
		f.err = err
	}
}

func (f *front) next() { f.row++ }

func (f *front) at(column string) string { return column + itoa(f.row+1) }

func (f *front) put(column string, c cell, style int) {
	switch c.kind {
	case blank:
		return
	case textual:
		f.try(f.writeText(f.sheet, f.at(column), c.text[:within16(c.text, maxUnits)]))
	default:
		f.try(f.file.SetCellInt(f.sheet, f.at(column), int64(c.number)))
	}
	f.try(f.file.SetCellStyle(f.sheet, f.at(column), f.at(column), style))
}

func (f *front) height(points float64) { f.try(f.file.SetRowHeight(f.sheet, f.row+1, points)) }

// heading begins a part of the sheet.
func (f *front) heading(key string) {
	f.next()
	for _, column := range []string{"A", "B", "C"} {
		f.try(f.file.SetCellStyle(f.sheet, f.at(column), f.at(column), f.styles.subtitle))
	}
	f.put("A", text(f.text(key)), f.styles.subtitle)
	f.height(22)
	f.next()
}

// pair writes a label and its value.
func (f *front) pair(key, value string) { f.fact(f.text(key), value) }

// fact is pair for a label that is already in words.
func (f *front) fact(label, value string) {
	if value == "" {
		return
	}
	f.put("A", text(label), f.styles.label)
	f.put("B", text(value), f.styles.value)
	lines, _ := wrap(value, frontText*unit-cellPad, maxLines)
	f.height(float64(lines)*lineHigh + rowPad)
	f.next()
}

func (f *front) facts() {
	info := f.register.Info()
	f.pair("workbook.front.what", f.text("workbook.front.intro"))
	f.pair("workbook.front.controller", f.owner)
	f.pair("workbook.front.register", info.Name)
	f.pair("workbook.front.authority", f.authorities())
	if f.options.AsOf.IsZero() {
		f.pair("workbook.front.generated", f.moment(f.options.GeneratedAt))
	} else {
		f.pair("workbook.front.asof", f.moment(f.options.AsOf))
		f.pair("workbook.front.made", f.moment(f.options.GeneratedAt))
	}
	f.pair("workbook.front.lawdata", f.words.Date(law.Date()))
	f.pair("workbook.front.edition", f.edition())
	f.pair("workbook.front.program", strings.TrimSpace(creator+" "+f.options.Version))
	f.pair("workbook.front.checksum", f.checksum)
	if info.Example {
		f.pair("workbook.front.example", info.Source)
	}
}

func (f *front) moment(t time.Time) string {
	return f.words.Date(model.DateOf(t)) + " " + f.words.Clock(t)
}

// authorities names the supervisory authorities of our legal entities.
func (f *front) authorities() string {
	var all []string
	seen := map[model.Authority]bool{}
	for _, e := range f.register.LegalEntities() {
		if code := e.Authority.Value; code != "" && !seen[code] && f.part.Holds(e.ID) {
			seen[code] = true
			all = append(all, f.words.Code("authority", string(code)))
		}
	}
	if all == nil {
		return ""
	}
	return joined(all)
}

// contents lists the sheets, with links to them.
func (f *front) contents(counts []int) {
	f.heading("workbook.front.sheets")
	for i, pg := range f.plan.pages {
		name := f.name(pg)
		f.put("A", text(name), f.styles.link)
		f.try(f.file.SetCellHyperLink(f.sheet, f.at("A"), "'"+name+"'!A1", "Location"))
		f.put("B", text(f.text("workbook.about."+pg.key)), f.styles.value)
		f.put("C", number(counts[i]), f.styles.count)
		lines, _ := wrap(f.text("workbook.about."+pg.key), frontText*unit-cellPad, maxLines)
		f.height(float64(lines)*lineHigh + rowPad)
		f.next()
	}
}

// legend explains colours and signs.
func (f *front) legend() {
	f.heading("workbook.front.legend")
	entry := func(sample cell, style int, key string) {
		f.put("A", sample, style)
		meaning := f.text(key)
		f.put("B", text(meaning), f.styles.value)
		lines, _ := wrap(meaning, frontText*unit-cellPad, maxLines)
		f.height(float64(lines)*lineHigh + rowPad)
		f.next()
	}
	entry(text(f.text("workbook.legend.required")), f.styles.required, "workbook.legend.required.text")
	entry(text(f.text("workbook.legend.optional")), f.styles.optional, "workbook.legend.optional.text")
	for _, s := range []model.State{model.NotStated, model.NotApplicable, model.None, model.Unanswered} {
		style := f.styles.body[plain]
		if s == model.NotStated || s == model.Unanswered {
			style = f.styles.body[absent]
		}
		entry(text(f.words.Answer(s)), style, "workbook.legend."+stateKey(s))
	}
	for _, c := range []model.Class{model.Ordinary, model.Confidential, model.Special, model.NationalID, model.Criminal} {
		sample := marked(report.ClassMark(c), f.words.Code("class", string(c)))
		entry(text(sample), f.styles.body[classLooks[c]], "workbook.legend.class."+string(c))
	}
	for _, d := range []model.Disclosing{model.Receives, model.ByLaw, model.IfRelevant, model.NoDisclosed, model.Unstated} {
		sample := marked(report.DisclosingMark(d), f.words.Code("disclosing", string(d)))
		entry(text(sample), f.styles.body[plain], "workbook.legend.disclosing."+string(d))
	}
}

func stateKey(s model.State) string {
	if s == model.Unanswered {
		return "unanswered"
	}
	return string(s)
}
