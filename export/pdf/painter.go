package pdf

import (
	"context"
	"io"

	"fortegnelse/export/report"
)

// painter draws pages that have been laid out.
type painter struct {
	*layout
	canvas *canvas
}

// paint draws all pages and writes the file.
func paint(ctx context.Context, w io.Writer, l *layout, progress func(done, total int), plain bool) error {
	d := l.doc
	c := newCanvas(properties{
		title: l.clean(d.Title+" – "+d.Owner, regular), author: l.clean(d.Owner, regular), subject: d.Labels.Subject,
		keywords: d.Labels.Keywords, language: d.Language, made: d.Meta.GeneratedAt, plain: plain,
	})
	c.links(len(d.Sections))
	p := &painter{l, c}
	for i, pg := range l.pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.draw(i, pg)
		if progress != nil {
			progress(i+1, len(l.pages))
		}
	}
	return c.output(w)
}

func (p *painter) draw(i int, pg *page) {
	c := p.canvas
	c.addPage()
	if !pg.bare {
		p.frame(i, pg)
	}
	for _, o := range pg.ops {
		x, y, w, h := float64(o.x), float64(o.y), float64(o.w), float64(o.h)
		switch o.kind {
		case opText:
			c.write(x, y, o.text, style{o.face, float64(o.size), o.colour})
		case opMark:
			p.mark(report.Mark(o.text), x, y, float64(o.size))
		case opLine:
			c.line(x, y, x+w, y+h, o.colour, float64(o.size))
		case opRect:
			c.rect(x, y, w, h, o.colour)
		}
	}
	for _, at := range pg.places {
		s := p.doc.Sections[at.section]
		title := s.Title
		if s.Number != "" {
			title = s.Number + " " + title
		}
		c.place(at.section+1, i+1, at.y-10)
		c.bookmark(p.clean(title, regular), s.Level-1, at.y-10)
	}
	for _, a := range pg.links {
		c.link(a.x, a.y, a.w, a.h, a.section+1)
	}
}

// frame draws running head and foot.
func (p *painter) frame(i int, pg *page) {
	c := p.canvas
	right := marginLeft + textWidth
	date := p.clean(p.doc.Labels.Date, regular)
	c.write(right-p.width(date, regular, smallSize), 41, date, caption)
	owner := p.fit(p.doc.Owner, regular, smallSize, textWidth/2)
	c.write(marginLeft, 41, owner, small)
	at := marginLeft + p.width(owner, regular, smallSize) + 12
	c.write(at, 41, p.fit(pg.head, regular, smallSize, right-at-100), caption)
	c.line(marginLeft, 51, right, 51, rule, 0.75)

	c.line(marginLeft, 794, right, 794, rule, 0.75)
	c.write(marginLeft, 809, p.fit(p.doc.Labels.Foot, regular, smallSize, textWidth-60), caption)
	of := " / " + itoa(len(p.pages))
	ofWidth := p.width(of, regular, smallSize)
	number := itoa(i + 1)
	c.write(right-ofWidth, 809, of, caption)
	c.write(right-ofWidth-p.width(number, bold, smallSize), 809, number, style{bold, smallSize, ink})
}
