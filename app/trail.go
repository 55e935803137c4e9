package app

import "fortegnelse/model"

// place is what the shell shows: the list of a kind, one record, the findings,
// the settings, or what was deleted.
type place struct {
	kind     model.Kind
	record   model.ID // "" for the list
	findings bool
	settings bool
	deleted  bool
}

// trail is the places that the person came through, the present one last.
type trail []place

// now returns the present place; at the start that is the activities.
func (t trail) now() place {
	if len(t) == 0 {
		return place{kind: model.KindActivity}
	}
	return t[len(t)-1]
}

// longest is how many places are remembered.
const longest = 50

// to returns the trail after going to a place.
func (t trail) to(p place) trail {
	if len(t) > 0 && t.now() == p {
		return t
	}
	if len(t) == longest {
		t = t[1:]
	}
	return append(t[:len(t):len(t)], p)
}

// back returns the trail after going back once. From a record that was opened
// first of all, back leads to its list.
func (t trail) back() trail {
	switch {
	case len(t) > 1:
		return t[:len(t)-1]
	case len(t) == 1 && t[0].record != "":
		return trail{place{kind: t[0].kind}}
	}
	return t
}

// without returns the trail without a record that no longer exists.
func (t trail) without(id model.ID) trail {
	var kept trail
	for _, p := range t {
		if p.record != id {
			kept = kept.to(p)
		}
	}
	return kept
}
