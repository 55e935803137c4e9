package model

import (
	"strconv"
	"strings"
)

// Completion says how far a question of Art. 30 is answered in a record.
type Completion string

// The completions, worst last.
const (
	NotAsked Completion = ""         // the letter does not concern this record
	Complete Completion = "complete" // every required field is answered
	Partial  Completion = "unstated" // answered, but something required is not stated
	Missing  Completion = "missing"  // something required is unanswered
)

// BasisSign stands beside the letters for the legal bases, which Art. 30 does
// not ask for but every authority's template does.
const BasisSign = "§"

// Letters lists the letters of Art. 30(1) and the sign for the legal bases.
var Letters = []string{"a", "b", "c", "d", "e", "f", "g", BasisSign}

// Completeness tells for each letter of Art. 30(1) how far a is answered. An
// activity as processor answers Art. 30(2): its (a) and (b), its transfers
// under "e" and its measures under "g".
func Completeness(a *Activity) map[string]Completion {
	result := map[string]Completion{}
	for _, letter := range Letters {
		result[letter] = letterOf(a, letter)
	}
	return result
}

func letterOf(a *Activity, letter string) Completion {
	if a.Role == AsProcessor {
		switch letter {
		case "a":
			return worst(answered(a, "role"), answered(a, "entities"), answered(a, "actingFor"))
		case "b":
			state := answered(a, "actingFor")
			for _, c := range a.ActingFor.Value {
				if c.Processing == "" {
					state = Missing
				}
			}
			return state
		case "c", "d", "f", BasisSign:
			return NotAsked
		}
	}
	if letter == BasisSign {
		return basesOf(a)
	}
	result := Complete
	for _, f := range fieldsByKind[KindActivity] {
		if f.Letter == letter && f.Required {
			result = worst(result, occurrences(a, f.Path))
		}
	}
	return result
}

// occurrences judges every occurrence of a path that may hold lists.
func occurrences(a *Activity, path string) Completion {
	list, rest, nested := strings.Cut(path, "[].")
	if !nested {
		return answered(a, path)
	}
	result := Complete
	for i := range Len(a, list) {
		result = worst(result, occurrences(a, entry(list, i)+"."+rest))
	}
	return result
}

func entry(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

func answered(a *Activity, path string) Completion {
	l, err := Get(a, path)
	switch {
	case err != nil || l.State == Unanswered:
		return Missing
	case l.State == NotStated:
		return Partial
	case l.State == Given && l.Field.Many && Len(a, path) == 0:
		return Missing
	}
	return Complete
}

func basesOf(a *Activity) Completion {
	if !a.Purposes.Given() {
		return answered(a, "purposes")
	}
	result := Complete
	for i, p := range a.Purposes.Value {
		path := entry("purposes", i)
		result = worst(result, answered(a, path+".bases"))
		for _, b := range p.Bases.Value {
			switch {
			case b.Reference != "" || len(b.Laws) > 0:
			case b.Printed != "": // the source is quoted, but names no provision
				result = worst(result, Partial)
			default:
				result = worst(result, Missing)
			}
		}
	}
	return result
}

func worst(states ...Completion) Completion {
	rank := map[Completion]int{NotAsked: 0, Complete: 1, Partial: 2, Missing: 3}
	result := NotAsked
	for _, s := range states {
		if rank[s] > rank[result] {
			result = s
		}
	}
	return result
}
