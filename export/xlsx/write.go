package xlsx

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"fortegnelse/export/report"
	"fortegnelse/model"
	"fortegnelse/model/law"
	"fortegnelse/model/words"
)

// Write writes a register as an Excel workbook. Progress, if it is not nil,
// is told from time to time how much is done; a cancelled context ends the
// work with its error. It fails with a *words.UnknownLanguageError, or where
// o.Entity is not one of the register's legal entities.
func Write(ctx context.Context, w io.Writer, r *model.Register, o report.Options, progress func(done, total int)) error {
	file := excelize.NewFile()
	if err := write(ctx, w, file, r, o, progress); err != nil {
		file.Close()
		return fmt.Errorf("writing the workbook: %w", err)
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("closing the workbook: %w", err)
	}
	return nil
}

// book is a workbook that is being written.
type book struct {
	file     target
	register *model.Register
	part     model.Part
	records  []model.Record // that it is about
	options  report.Options
	words    *words.Catalogue
	styles   styles
	plan     *plan
	names    map[*page]string

	owner    string // whose register it is
	date     string // of the workbook
	foot     string
	checksum string

	progress    func(done, total int)
	done, total int
}

func write(ctx context.Context, w io.Writer, file target, r *model.Register, o report.Options, progress func(done, total int)) error {
	catalogue, err := words.In(o.Language)
	if err != nil {
		return err
	}
	if o.Edition == "" {
		o.Edition = report.ForAuthority
	}
	sum := later(func() (string, error) { return report.Checksum(r) })
	part, err := model.PartOf(r, o.Entity)
	if err != nil {
		return err
	}
	b := &book{file: file, register: r, part: part, options: o, words: catalogue, progress: progress}
	b.records = model.Within(part, r.Content().Records())
	b.plan = newPlan(sheets(), catalogue, func(f *model.Field) bool {
		return o.Edition == report.ForAuthority && report.Withheld(f)
	})
	b.names = map[*page]string{}
	for _, pg := range b.plan.pages {
		b.names[pg] = b.text("workbook.sheet." + pg.key)
	}
	b.date = catalogue.Date(model.DateOf(o.Instant()))
	b.owner = b.owners()
	err = b.compose(ctx)
	if b.checksum, err = sum(err); err != nil {
		return err
	}
	b.foot = b.text("workbook.foot", "LawData", catalogue.Date(law.Date()), "Edition", b.edition(), "Checksum", report.ShortSum(b.checksum))
	if err := b.write(ctx); err != nil {
		return err
	}
	if _, err := file.WriteTo(&cancelled{ctx, w}); err != nil {
		return err
	}
	b.tell(b.total)
	return ctx.Err()
}

// compose turns the records into rows.
func (b *book) compose(ctx context.Context) error {
	p := newPrinter(report.Phrases{Words: b.words, Register: b.register}, b.part)
	b.total = 3 * (len(b.records) + 1) // composing, writing cells, packing
	for i, rec := range b.records {
		if i%32 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			b.tell(i)
		}
		b.plan.add(p, rec)
	}
	b.done = b.total / 3
	return ctx.Err()
}

// write writes the sheets in their order, the front sheet first and the
// hidden one last.
func (b *book) write(ctx context.Context) error {
	var err error
	if err = b.file.SetDefaultFont(fontName); err != nil {
		return err
	}
	if b.styles, err = newStyles(b.file); err != nil {
		return err
	}
	front := b.text("workbook.sheet.front")
	if err := b.file.SetSheetName("Sheet1", front); err != nil {
		return err
	}
	b.plan.pages = b.filled()
	counts := make([]int, len(b.plan.pages))
	index := newIndex()
	for i, pg := range b.plan.pages {
		counts[i] = len(pg.rows)
		spans, err := b.writeTable(ctx, pg)
		if err != nil {
			return err
		}
		index.add(b.name(pg), pg, spans)
		pg.rows = nil // what is written need not be kept
		b.done = b.total/3 + (i+1)*b.total/3/len(b.plan.pages)
	}
	if err := b.writeFront(front, counts); err != nil {
		return err
	}
	if err := b.writeIndex(index); err != nil {
		return err
	}
	return b.setProperties()
}

// filled returns the pages, without that of further particulars where there
// are none.
func (b *book) filled() []*page {
	var out []*page
	for _, pg := range b.plan.pages {
		if !pg.lost || len(pg.rows) > 0 {
			out = append(out, pg)
		}
	}
	return out
}

func (b *book) setProperties() error {
	return b.describe(b.text("workbook.title", "Name", b.owner), b.options.Subject(b.words, b.text("workbook.subject")), string(b.register.Info().ID))
}

// describe sets what the file says of itself.
func (b *book) describe(title, subject, id string) error {
	at := b.options.GeneratedAt.UTC().Format(time.RFC3339)
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: title, Subject: subject, Creator: creator,
		LastModifiedBy: creator, Language: locale(b.words.Language()), Created: at, Modified: at,
		Identifier: id, Version: b.options.Version,
	}); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: creator, Company: b.owner})
}

// creator is the program's name, the same in all languages.
const creator = "Fortegnelse"

// locale returns the language with its country, "da-DK".
func locale(language string) string {
	if full, ok := map[string]string{"da": "da-DK", "sv": "sv-SE", "nb": "nb-NO", "en": "en-GB"}[language]; ok {
		return full
	}
	return language
}

func (b *book) text(key string, pairs ...any) string { return b.words.Text(key, pairs...) }

func (b *book) name(pg *page) string { return b.names[pg] }

func (b *book) edition() string { return b.text("workbook.edition." + string(b.options.Edition)) }

// owners names our legal entities, or the register where it has none.
func (b *book) owners() string {
	var all []string
	for _, e := range b.register.LegalEntities() {
		if name := e.Name(); name != "" && b.part.Holds(e.ID) {
			all = append(all, name)
		}
	}
	if len(all) == 0 {
		return b.register.Info().Name
	}
	return joined(all)
}

func joined(all []string) string {
	s := all[0]
	for _, more := range all[1:] {
		s += ", " + more
	}
	return s
}

func (b *book) tell(done int) {
	if b.progress != nil {
		b.progress(done, b.total)
	}
}

// advance reports progress within one sheet and whether to go on.
func (b *book) advance(ctx context.Context, row, rows int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b.tell(b.done + row*(b.total/3)/rows/max(1, len(b.plan.pages)))
	return nil
}

// later begins some work and returns how to wait for its result; the result
// is err if that is not nil.
func later(work func() (string, error)) func(err error) (string, error) {
	type result struct {
		text string
		err  error
	}
	done := make(chan result, 1)
	go func() {
		s, err := work()
		done <- result{s, err}
	}()
	return func(err error) (string, error) {
		r := <-done
		if err != nil {
			return "", err
		}
		return r.text, r.err
	}
}

func itoa(n int) string { return strconv.Itoa(n) }

// cancelled is a writer that stops when its context does.
type cancelled struct {
	ctx context.Context
	w   io.Writer
}

func (c *cancelled) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}
