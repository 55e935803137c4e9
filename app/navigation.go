package app

import (
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/law"
)

// groups is the navigation: captions and the kinds of records below them.
var groups = []struct {
	caption string
	kinds   []model.Kind
}{
	{"nav.register", []model.Kind{model.KindActivity, model.KindSystem, model.KindMeasure}},
	{"nav.parties", []model.Kind{model.KindLegalEntity, model.KindProcessor, model.KindAgreement,
		model.KindSupervision, model.KindTransfer, model.KindParty}},
	{"nav.time", []model.Kind{model.KindRetentionRule, model.KindDocument}},
}

// navigation returns the lines of the navigation with the present counts.
func (s *shell) navigation() []ui.NavItem {
	c, r := s.desk.words, s.desk.session.Register()
	var items []ui.NavItem
	for _, g := range groups {
		items = append(items, ui.NavItem{Text: c.Text(g.caption)})
		for _, k := range g.kinds {
			items = append(items, ui.NavItem{
				ID: string(k), Text: c.Text("nav." + string(k)), Count: c.Number(len(r.Records(k))),
			})
		}
	}
	return append(items, ui.NavItem{}, s.findingsItem(), ui.NavItem{ID: settingsPlace, Text: c.Text("nav.settings")})
}

func lawDate() model.Date { return law.Date() }
