package pdf

import (
	"fortegnelse/export/report"
)

// blocks places blocks one after the other. A heading stays with the
// beginning of what follows.
func (l *layout) blocks(list []report.Block, x, w float64) {
	for i, b := range list {
		if h, ok := b.(report.Heading); ok {
			need := headingHeight(h)
			if i+1 < len(list) {
				need += l.beginning(list[i+1], w)
			}
			l.gap(headingGap(h))
			l.ensure(need)
			l.heading(h, x, w)
			continue
		}
		if i > 0 && !isHeading(list[i-1]) {
			l.gap(l.blockGap)
		}
		l.block(b, x, w)
	}
}

func isHeading(b report.Block) bool {
	_, ok := b.(report.Heading)
	return ok
}

func (l *layout) block(b report.Block, x, w float64) {
	switch b := b.(type) {
	case report.Paragraph:
		l.paragraph(b, x, w)
	case report.Lettered:
		l.lettered(b, x, w)
	case report.Pairs:
		l.pairs(b, x, w)
	case report.Table:
		l.table(b, x, w)
	case report.Legend:
		l.legend(b, x, w)
	case report.Box:
		l.box(b, x, w)
	case report.Bars:
		l.bars(b, x, w)
	}
}

// beginning returns how much room the beginning of a block needs, so that
// what stands before it is not left alone at the foot of a page.
func (l *layout) beginning(b report.Block, w float64) float64 {
	switch b := b.(type) {
	case report.Table:
		t := l.newTable(b, 0, w)
		need := t.headHeight
		if len(b.Rows) > 0 {
			need += min(t.row(b.Rows[0]).height, 120)
		}
		return need
	case report.Lettered:
		need := float64(len(l.words(b.Wording, wording, w-letterWidth)))*l.height(wording) + 10
		if len(b.Blocks) > 0 {
			need += l.beginning(b.Blocks[0], w-letterWidth)
			if isHeading(b.Blocks[0]) && len(b.Blocks) > 1 {
				need += l.beginning(b.Blocks[1], w-letterWidth)
			} else if _, ok := b.Blocks[0].(report.Paragraph); ok && len(b.Blocks) > 1 {
				need += l.beginning(b.Blocks[1], w-letterWidth)
			}
		}
		return need
	case report.Heading:
		return headingHeight(b)
	case report.Paragraph:
		return 2 * l.height(body)
	case report.Bars:
		return float64(len(b.Rows)) * barHeight
	}
	return 3 * (l.height(body) + 2*l.rowPad)
}

func headingGap(h report.Heading) float64 {
	if h.Level == 1 {
		return 18
	}
	return 9
}

func headingHeight(h report.Heading) float64 {
	if h.Level == 1 {
		return recordSize*1.3 + 7
	}
	return headSize*1.3 + 4
}

// heading sets number, title and asides on one line if they fit, else on
// more. The heading of a record has a rule below.
func (l *layout) heading(h report.Heading, x, w float64) {
	size := headSize
	if h.Level == 1 {
		size = recordSize
	}
	st := style{bold, size, ink}
	at, right, aside := x, x+w, h.Aside
	note := l.lines(h.Note, small, w)
	if len(note) == 1 && note[0].width() < w/4 {
		width := note[0].width()
		l.put(note, right-width, l.y+size*1.06-small.size*1.06, width, small, report.Left)
		right -= width + 10
	} else {
		aside = append(append(report.Text{}, aside...), h.Note...)
	}
	if h.Number != "" {
		number := l.words(h.Number, style{regular, bodySize, grey}, w/3)
		l.put(number, at, l.y+size*1.06-bodySize*1.06, w/3, style{size: bodySize}, report.Left)
		for _, ln := range number {
			at = max(at, x+ln.width()+8)
		}
	}
	title := l.words(h.Title, st, right-at)
	y := l.put(title, at, l.y, right-at, style{size: size * 0.98}, report.Left)
	if len(aside) > 0 {
		under := style{regular, bodySize, grey}
		after := at
		if n := len(title); n > 0 {
			after += title[n-1].width() + 7
		}
		lines := l.lines(aside, under, right-after)
		if len(lines) == 1 {
			l.put(lines, after, y-size*0.98*l.leading+size*1.06-bodySize*1.06, right-after, under, report.Left)
		} else {
			y = l.put(l.lines(aside, under, right-at), at, y, right-at, under, report.Left)
		}
	}
	l.y, l.fresh = max(y, l.y+size*1.3), false
	if h.Level == 1 {
		l.y += 2
		l.line(x, l.y, w, 0, grey, 0.75)
		l.y += 5
	} else {
		l.y += 3
	}
}

func (l *layout) paragraph(p report.Paragraph, x, w float64) {
	st := body
	if p.Small {
		st = small
	}
	lines := l.lines(p.Text, st, w)
	l.ensure(min(2, float64(len(lines))) * l.height(st))
	for len(lines) > 0 {
		n := max(1, min(len(lines), int(l.room()/l.height(st))))
		l.y = l.put(lines[:n], x, l.y, w, st, report.Left)
		if lines = lines[n:]; len(lines) > 0 {
			l.newPage()
		}
	}
}

// lettered sets a letter of Art. 30 in the margin and the wording of the law
// above what is said to it.
func (l *layout) lettered(b report.Lettered, x, w float64) {
	l.ensure(l.beginning(b, w))
	if !l.fresh {
		l.line(x, l.y, w, 0, rule, 0.75)
		l.y += 4
	}
	if b.Letter != "" {
		l.text(x, l.y+11.5, b.Letter, style{bold, 12, accent})
	}
	if lines := l.words(b.Wording, wording, w-letterWidth); len(lines) > 0 {
		l.y = l.put(lines, x+letterWidth, l.y, w-letterWidth, wording, report.Left) + 3
	}
	l.blocks(b.Blocks, x+letterWidth, w-letterWidth)
}

// legend sets entries one after the other on as few lines as possible.
func (l *layout) legend(b report.Legend, x, w float64) {
	const gap = 12.0
	l.y -= l.blockGap - 4 // it belongs to the table above
	at, top := x, l.y
	for i, e := range b.Entries {
		lines := l.lines(e, caption, w)
		if len(lines) == 0 {
			continue
		}
		width := lines[0].width()
		if i == 0 {
			l.ensure(2 * l.height(caption))
			top = l.y
		} else if at+width > x+w {
			l.y += l.height(caption)
			l.ensure(l.height(caption))
			at, top = x, l.y
		}
		l.put(lines[:1], at, top, width, caption, report.Left)
		at += width + gap
	}
	l.y += l.height(caption)
}

const barHeight = 17.0

// bars sets one row for each letter: a square for each activity.
func (l *layout) bars(b report.Bars, x, w float64) {
	l.ensure(barHeight * float64(len(b.Rows)))
	l.line(x, l.y, w, 0, grey, 0.75)
	for _, r := range b.Rows {
		base := l.y + barHeight/2 + 3
		l.text(x, base, r.Letter, style{bold, bodySize, accent})
		l.text(x+24, base, l.fit(r.Label, regular, bodySize, 130), body)
		for i, m := range r.States {
			l.page.ops = append(l.page.ops, op{kind: opMark, size: bodySize, x: float32(x + 165 + 10.8*float64(i)), y: float32(base), text: string(m)})
		}
		l.put(l.words(r.Note, body, w), x+w-100, l.y+2.4, 100, body, report.Right)
		l.y += barHeight
		l.line(x, l.y, w, 0, hairline, 0.75)
	}
	l.fresh = false
}
