package pdf

import (
	"context"

	"fortegnelse/export/report"
)

// laidOut places a whole document on pages.
func laidOut(ctx context.Context, d *report.Document) (*layout, error) {
	m, err := newMetrics()
	if err != nil {
		return nil, err
	}
	l := &layout{metrics: m, spacing: usual, doc: d, capacity: 128}
	l.cover()
	list := l.reserve()
	for i, s := range d.Sections {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		list.placed[i] = l.fitted(i, s)
	}
	list.fill()
	return l, nil
}

// fitted places a section, set tight if that saves a page.
func (l *layout) fitted(i int, s report.Section) int {
	before, chapter := len(l.pages), l.head
	began := l.section(i, s)
	pages := len(l.pages) - before
	if !s.Own || pages < 2 || l.y-marginTop > 0.14*float64(pages-1)*(textBottom-marginTop) {
		return began
	}
	usualPages, end := l.pages, l.y
	l.pages, l.head = l.pages[:before:before], chapter
	l.spacing, l.fresh = tight, false
	began = l.section(i, s)
	l.spacing = usual
	if len(l.pages)-before < pages {
		return began
	}
	l.pages, l.page, l.y, l.fresh = usualPages, usualPages[len(usualPages)-1], end, false
	return began
}

// section places a section and returns the index of the page on which it
// begins.
func (l *layout) section(i int, s report.Section) int {
	name := s.Title
	if s.Number != "" {
		name = s.Number + "  " + s.Title
	}
	if s.Level == 1 {
		l.head = l.clean(name, regular)
	}
	l.continued = ""
	size, under := titleSize, body
	if s.Level > 1 && !s.Own {
		size = recordSize
	}
	title := l.words(s.Title, style{bold, size, ink}, textWidth)
	below := l.lines(s.Under, style{under.face, under.size, grey}, textWidth)
	need := float64(len(title))*size*1.2 + float64(len(below))*l.height(under) + 30
	if len(s.Blocks) > 0 {
		need += l.beginning(s.Blocks[0], textWidth)
		if isHeading(s.Blocks[0]) && len(s.Blocks) > 1 {
			need += l.beginning(s.Blocks[1], textWidth)
		}
	} else {
		need += l.firstBelow(i)
	}
	if s.Own && !l.fresh {
		l.newPage()
	}
	l.gap(26)
	l.ensure(min(need, 400))
	if l.fresh { // else the head names what the page begins with
		l.page.head = l.head
	}
	l.page.places = append(l.page.places, place{i, l.y})
	began := len(l.pages) - 1
	if s.Number != "" {
		number := l.clean(s.Number, bold)
		l.text(marginLeft, l.y+smallSize, number, style{bold, smallSize, accent})
		if at := l.width(number, bold, smallSize) + 10; s.Level > 1 && len(below) == 1 && at+below[0].width() < textWidth {
			l.put(below, marginLeft+at, l.y+smallSize-1.06*bodySize, textWidth, under, report.Left)
			below = nil
		}
		l.y += smallSize + 3
	}
	l.y = l.put(title, marginLeft, l.y, textWidth, style{size: size * 0.9}, report.Left) + 2
	l.y = l.put(below, marginLeft, l.y, textWidth, under, report.Left)
	l.y += 4
	if s.Level > 1 {
		l.line(marginLeft, l.y, textWidth, 0, rule, 0.75)
		l.y += 6
	}
	l.continued = name + ", " + l.doc.Labels.Continued
	blocks := s.Blocks
	if len(blocks) > 0 {
		if first, ok := blocks[0].(report.Lettered); ok { // the rule above stands already
			l.fresh = true
			l.lettered(first, marginLeft, textWidth)
			blocks = blocks[1:]
			l.gap(l.blockGap)
		}
	}
	l.blocks(blocks, marginLeft, textWidth)
	return began
}

// firstBelow returns how much room the beginning of the first section below a
// section needs that holds nothing else.
func (l *layout) firstBelow(i int) float64 {
	if i+1 == len(l.doc.Sections) {
		return 0
	}
	next := l.doc.Sections[i+1]
	if next.Own || next.Level <= l.doc.Sections[i].Level {
		return 0
	}
	need := 26 + smallSize + 2*recordSize + 30
	if len(next.Blocks) > 0 {
		need += l.beginning(next.Blocks[0], textWidth)
	}
	return need
}
