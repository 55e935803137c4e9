package check

import (
	"time"

	"fortegnelse/model"
	"fortegnelse/model/law"
)

// made gives an activity the ID of a record that was made on a day.
func made(a *model.Activity, year, month, day int) {
	a.ID = model.NewID(time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC))
}

var freshnessExamples = []example{
	{rule: "REV-01", name: "never reviewed", field: "reviewedOn", spoil: func(c *clinic) { c.activity.ReviewedOn, c.activity.NextReview = model.Date{}, model.Date{} }},
	{rule: "REV-01", name: "nothing was ever reviewed", field: "", spoil: func(c *clinic) {
		c.activity.ReviewedOn, c.activity.NextReview = model.Date{}, model.Date{}
		c.twin()
	}},
	{rule: "REV-01", name: "13 months ago", field: "nextReview", spoil: func(c *clinic) {
		c.activity.ReviewedOn, c.activity.ReviewEvery, c.activity.NextReview = date(2025, 10, 1), 0, model.Date{}
	}},
	{rule: "REV-01", name: "the day has passed", field: "nextReview", spoil: func(c *clinic) { c.activity.NextReview = date(2026, 11, 21) }},
	{rule: "REV-01", name: "undated notice", field: "dated", spoil: func(c *clinic) { c.notice.Dated = model.Date{} }},
	{rule: "REV-01", name: "old notice", field: "dated", spoil: func(c *clinic) { c.notice.Dated = date(2018, 9, 12) }},
	{rule: "REV-01", name: "13 months ago, every 24", field: near, spoil: func(c *clinic) {
		c.activity.ReviewedOn, c.activity.ReviewEvery, c.activity.NextReview = date(2025, 10, 1), 24, model.Date{}
	}},
	{rule: "REV-01", name: "due today", field: near, spoil: func(c *clinic) { c.activity.NextReview = today }},
	{rule: "REV-01", name: "reviewed since the day that was planned", field: near, spoil: func(c *clinic) { c.activity.NextReview = date(2026, 8, 1) }},
	{rule: "REV-01", name: "new, its review is planned", field: near, spoil: func(c *clinic) { c.activity.ReviewedOn = model.Date{} }},
	{rule: "REV-01", name: "old notice, reviewed", field: near, spoil: func(c *clinic) {
		c.notice.Dated, c.notice.ReviewedOn = date(2018, 9, 12), date(2026, 3, 1)
	}},
	{rule: "REV-01", name: "another's notice", field: near, spoil: func(c *clinic) {
		c.add(&model.Document{Title: "Journalhusets politik", Type: "privacy_policy", About: []model.ID{c.supplier.ID}}, "K-9")
	}},

	{rule: "REV-02", name: "no next review", field: "nextReview", spoil: func(c *clinic) {
		c.activity.ReviewEvery, c.activity.NextReview = 0, model.Date{}
	}},
	{rule: "REV-02", name: "every year", field: near, spoil: func(c *clinic) { c.activity.NextReview = model.Date{} }},
	{rule: "REV-02", name: "never reviewed is REV-01's", field: near, spoil: func(c *clinic) {
		c.activity.ReviewedOn, c.activity.ReviewEvery, c.activity.NextReview = model.Date{}, 0, model.Date{}
	}},

	{rule: "REV-03", name: "an old draft", field: "status", on: date(2027, 1, 31), spoil: func(c *clinic) { c.activity.Status = model.Draft }},
	{rule: "REV-03", name: "only old drafts", field: "", on: date(2027, 1, 31), spoil: func(c *clinic) {
		c.activity.Status = model.Draft
		c.twin()
	}},
	{rule: "REV-03", name: "90 days old", field: near, on: date(2027, 1, 30), spoil: func(c *clinic) { c.activity.Status = model.Draft }},
	{rule: "REV-03", name: "an old activity", field: near, on: date(2027, 1, 31), spoil: func(c *clinic) {}},

	{rule: "REV-04", name: "old law data", field: "", on: law.Date().AddDays(91), spoil: func(c *clinic) {}},
	{rule: "REV-04", name: "90 days old", field: near, on: law.Date().AddDays(90), spoil: func(c *clinic) {}},

	{rule: "REV-05", name: "in review again", field: "status", spoil: func(c *clinic) { c.activity.Status = model.InReview }},
	{rule: "REV-05", name: "refers to what was made later", field: "entities", spoil: func(c *clinic) { made(c.activity, 2025, 2, 1) }},
	{rule: "REV-05", name: "approved on the day", field: near, spoil: func(c *clinic) {
		made(c.activity, 2025, 2, 1)
		c.activity.ReviewedOn = date(2026, 11, 1)
	}},
	{rule: "REV-05", name: "approved before it was entered", field: near, spoil: func(c *clinic) {}},
	{rule: "REV-05", name: "never approved", field: near, spoil: func(c *clinic) {
		c.activity.Status, c.activity.ReviewedOn = model.InReview, model.Date{}
	}},
}
