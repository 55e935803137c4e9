package law

import (
	"fmt"
	"io/fs"

	"fortegnelse/model"
)

// SupervisionModel is how to find out how closely a processor is to be
// supervised. It is guidance, not law: weights and intervals are meant to be
// adjusted.
type SupervisionModel struct {
	Guidance  Guidance        `json:"guidance"`
	Points    []RiskPoints    `json:"points"`
	Ranges    []ConceptRange  `json:"ranges"`    // by score, ascending
	Intervals []ScoreInterval `json:"intervals"` // by score, ascending
	Plain     []ClassInterval `json:"plain"`     // where no authority has a point scale, the gravest class first
}

// Guidance is the publication that the point scale comes from, and the country
// in which it is used.
type Guidance struct {
	Country   model.Country `json:"country"`
	Authority string        `json:"authority"`
	Title     string        `json:"title"`
	Published model.Date    `json:"published"`
	Source    string        `json:"source"`
	Verified  bool          `json:"verified"`
}

// RiskPoints are the points for one answer to one question on the risk:
// "persons" (A, by their number), "special" (B), "confidential" (C), "nature"
// (D).
type RiskPoints struct {
	Question string `json:"question"`
	From     int    `json:"from,omitempty"` // least number of persons
	Points   int    `json:"points"`
	Source   string `json:"source"`
	Verified bool   `json:"verified"`
}

// ConceptRange says which concepts of supervision, 1–6, fit a score and higher
// ones up to the next range.
type ConceptRange struct {
	Score    int    `json:"score"`
	From     int    `json:"from"`
	To       int    `json:"to"`
	Source   string `json:"source"`
	Verified bool   `json:"verified"`
}

// ScoreInterval is a number of months between two supervisions for a score and
// higher ones up to the next interval.
type ScoreInterval struct {
	Score    int    `json:"score"`
	Months   int    `json:"months"`
	Source   string `json:"source"`
	Verified bool   `json:"verified"`
}

// ClassInterval is a number of months between two supervisions for the gravest
// class of data that a processor gets.
type ClassInterval struct {
	Class    model.Class `json:"class"`
	Months   int         `json:"months"`
	Source   string      `json:"source"`
	Verified bool        `json:"verified"`
}

// Supervision returns the model by which processors are supervised.
func Supervision() SupervisionModel { return loaded().supervision }

func (d *data) loadSupervision(files fs.FS) error {
	const name = "supervision.json"
	var file struct {
		Date model.Date `json:"date"`
		SupervisionModel
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	m := file.SupervisionModel
	if len(m.Points) == 0 || len(m.Ranges) == 0 || len(m.Intervals) == 0 || len(m.Plain) == 0 {
		return fmt.Errorf("law data %s: points, ranges, intervals or plain ones are missing", name)
	}
	for i := range m.Ranges[1:] {
		if m.Ranges[i+1].Score <= m.Ranges[i].Score {
			return fmt.Errorf("law data %s: the ranges do not ascend", name)
		}
	}
	for i := range m.Intervals[1:] {
		if m.Intervals[i+1].Score <= m.Intervals[i].Score {
			return fmt.Errorf("law data %s: the intervals do not ascend", name)
		}
	}
	d.supervision = m
	return nil
}
