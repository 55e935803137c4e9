package report

import (
	"slices"
	"strings"
)

// aligned pairs an entry of a list with the one that it has come from; -1
// where there is none.
type aligned struct{ before, after int }

// mostPairs is how many pairs of entries are weighed. Longer lists are
// compared by position.
const mostPairs = 40_000

// enoughAlike is how much of two entries must agree for one to have come from the
// other.
const enoughAlike = 0.34

// align pairs the entries of two lists so that as much as can be agrees, in
// the order of the list after. An entry that stands before or after others
// than it did is one that was taken out and put in again.
func align(before, after []group) []aligned {
	was, is := signatures(before), signatures(after)
	var out []aligned
	first := 0
	for first < len(was) && first < len(is) && was[first].same(is[first]) {
		out = append(out, aligned{first, first})
		first++
	}
	last := 0
	for last < len(was)-first && last < len(is)-first && was[len(was)-1-last].same(is[len(is)-1-last]) {
		last++
	}
	out = append(out, weigh(was[first:len(was)-last], is[first:len(is)-last], first)...)
	for ; last > 0; last-- {
		out = append(out, aligned{len(was) - last, len(is) - last})
	}
	return out
}

// weigh pairs entries, counted from offset, so that the sum of what agrees is
// greatest.
func weigh(was, is []signature, offset int) []aligned {
	n, m := len(was), len(is)
	if n*m > mostPairs {
		return gap(nil, offset, offset+n, offset, offset+m, true)
	}
	best := make([][]float64, n+1)
	likeness := make([][]float64, n)
	for i := range best {
		best[i] = make([]float64, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		likeness[i] = make([]float64, m)
		for j := m - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if l := was[i].likeness(is[j]); l >= enoughAlike {
				likeness[i][j] = l
				best[i][j] = max(best[i][j], best[i+1][j+1]+l)
			}
		}
	}
	var out []aligned
	i, j, fromI, fromJ := 0, 0, 0, 0
	for i < n && j < m {
		switch {
		case likeness[i][j] > 0 && best[i][j] == best[i+1][j+1]+likeness[i][j]:
			out = gap(out, offset+fromI, offset+i, offset+fromJ, offset+j, false)
			out = append(out, aligned{offset + i, offset + j})
			i, j = i+1, j+1
			fromI, fromJ = i, j
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return gap(out, offset+fromI, offset+n, offset+fromJ, offset+m, false)
}

// gap adds the entries between two pairs. As many as there were are taken
// for the same ones, written anew.
func gap(out []aligned, fromI, toI, fromJ, toJ int, force bool) []aligned {
	if toI-fromI == toJ-fromJ || force {
		for fromI < toI && fromJ < toJ {
			out = append(out, aligned{fromI, fromJ})
			fromI, fromJ = fromI+1, fromJ+1
		}
	}
	for ; fromI < toI; fromI++ {
		out = append(out, aligned{fromI, -1})
	}
	for ; fromJ < toJ; fromJ++ {
		out = append(out, aligned{-1, fromJ})
	}
	return out
}

// signature is what an entry says, by the path within it.
type signature map[string]string

func signatures(list []group) []signature {
	out := make([]signature, len(list))
	for i, g := range list {
		out[i] = make(signature, len(g.leaves))
		for _, l := range g.leaves {
			out[i][l.Path[len(g.prefix):]] = string(l.State) + "\x00" + strings.Join(l.Values, "\x00")
		}
	}
	return out
}

func (s signature) same(t signature) bool {
	return len(s) == len(t) && s.common(t) == len(s)
}

func (s signature) common(t signature) int {
	n := 0
	for path, value := range s {
		if other, ok := t[path]; ok && other == value {
			n++
		}
	}
	return n
}

// likeness is the share of what two entries say that agrees. The key of an
// entry tells for certain, its own words nearly so.
func (s signature) likeness(t signature) float64 {
	share := 2 * float64(s.common(t)) / float64(max(1, len(s)+len(t)))
	if key, ok := s["key"]; ok && key == t["key"] {
		share = max(share, 0.95)
	}
	if slices.ContainsFunc(titlePaths, func(path string) bool { return s[path] != "" && s[path] == t[path] }) {
		share = max(share, 0.6)
	}
	return share
}
