package law_test

import (
	"slices"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func TestAdequacyOf(t *testing.T) {
	for _, c := range []struct {
		country model.Country
		day     string
		number  string
		partial bool
	}{
		{"gb", "2026-11-21", "(EU) 2025/2574", false},
		{"gb", "2025-06-01", "(EU) 2021/1772", false},
		{"gb", "2021-01-01", "", false},
		{"gb", "2032-01-01", "", false},
		{"us", "2026-11-21", "(EU) 2023/1795", true},
		{"us", "2022-01-01", "", false},
		{"us", "2020-07-16", "(EU) 2016/1250", true},
		{"ca", "2026-11-21", "2002/2/EC", true},
		{"br", "2026-01-25", "", false},
		{"br", "2026-01-26", "(EU) 2026/179", true},
		{"fo", "2026-11-21", "2010/146/EU", false},
		{"gl", "2026-11-21", "", false},
		{"dk", "2026-11-21", "", false},
		{"", "2026-11-21", "", false},
	} {
		a, ok := AdequacyOf(c.country, date(t, c.day))
		if a.Number != c.number || ok != (c.number != "") || a.Partial != c.partial {
			t.Errorf("%s on %s: %q, partial %v", c.country, c.day, a.Number, a.Partial)
		}
	}
}

func TestAdequaciesAreConsistent(t *testing.T) {
	inForce := 0
	for _, a := range Adequacies() {
		if a.Number == "" || a.Source == "" || (a.Country == "") == (a.Organisation == "") {
			t.Errorf("%+v", a)
		}
		if a.ScopeVerified && !a.Verified {
			t.Errorf("%s: the scope was seen, but not the decision", a.Code)
		}
		if IsEEA(a.Country) {
			t.Errorf("%s is inside the EEA and needs no decision", a.Country)
		}
		if a.On(Date()) {
			inForce++
		}
	}
	if inForce != 17 {
		t.Errorf("%d decisions are in force", inForce)
	}
	br, _ := AdequacyOf("br", Date())
	if !br.EEAOpen {
		t.Error("Norwegian users are not warned of the decision on Brazil")
	}
}

func TestNeeds(t *testing.T) {
	for _, item := range Codes("transfer_tool") {
		if len(Needs(model.TransferTool(item.Code))) == 0 && item.Code != "46(5)" {
			t.Errorf("%s needs nothing", item.Code)
		}
	}
	has := func(tool model.TransferTool, code string) bool {
		return slices.ContainsFunc(Needs(tool), func(n Need) bool { return n.Code == code })
	}
	if !has("49(1)(2)", "authority_informed") || !has("46(2)(c)", "scc_module") || has("49(1)(a)", "scc_module") {
		t.Error("the tools need the wrong things")
	}
	if OpenToAuthorities("49(1)(a)") || !OpenToAuthorities("49(1)(d)") || !OpenToAuthorities("46(2)(c)") {
		t.Error("Article 49(3) is not kept")
	}
}

func TestStandardClauses(t *testing.T) {
	for _, c := range []struct {
		exporter, importer model.Role
		module             model.SCCModule
	}{
		{model.AsController, model.AsController, "1"},
		{model.AsController, model.AsProcessor, "2"},
		{model.AsProcessor, model.AsProcessor, "3"},
		{model.AsProcessor, model.AsController, "4"},
		{model.AsJointController, model.AsProcessor, "2"},
		{"", model.AsProcessor, ""},
	} {
		if got := SCCModuleFor(c.exporter, c.importer); got != c.module {
			t.Errorf("%s to %s: module %q, want %q", c.exporter, c.importer, got, c.module)
		}
	}
	clause := func(module model.SCCModule, code string) (SCCClause, bool) {
		all := SCCClauses(module)
		i := slices.IndexFunc(all, func(c SCCClause) bool { return c.Code == code })
		if i < 0 {
			return SCCClause{}, false
		}
		return all[i], true
	}
	if c, ok := clause("2", "9(a)"); !ok || !c.Fill || len(c.Options) != 2 {
		t.Errorf("9(a): %+v", c)
	}
	if _, ok := clause("1", "III"); ok {
		t.Error("module 1 has no sub-processors to list")
	}
	if c, _ := clause("4", "7"); !c.Optional {
		t.Error("the docking clause is optional")
	}
	for _, c := range []struct {
		text, day, number string
	}{
		{"standardkontrakter, afgørelse 2010/87/EU", "2026-11-21", "2010/87/EU"},
		{"Commission Decision 2001/497/EC", "2022-12-28", "2001/497/EC"},
		{"Commission Decision 2001/497/EC", "2022-12-27", ""},
		{"(EU) 2021/914", "2026-11-21", ""},
		{"", "2026-11-21", ""},
	} {
		if got, ok := OutdatedSCC(c.text, date(t, c.day)); got.Number != c.number || ok != (c.number != "") {
			t.Errorf("%q on %s: %q", c.text, c.day, got.Number)
		}
	}
	if SCCSets()[0].Number != "(EU) 2021/914" || SCCSets()[0].SupersededBy != "" {
		t.Error("the set in force does not come first")
	}
}

func TestPrivacyFramework(t *testing.T) {
	if p := PrivacyFramework(); p.Appeal != "C-703/25 P" || p.CertifiedMonths != 12 {
		t.Errorf("%+v", p)
	}
}

func TestAdequacyCitedIn(t *testing.T) {
	shield := Adequacies()[slices.IndexFunc(Adequacies(), func(a Adequacy) bool { return a.Code == "us_privacy_shield" })]
	for text, want := range map[string]bool{
		"EU-U.S. Privacy Shield": true, "afgørelse (EU) 2016/1250": true, "afgørelse (EU) 2023/1795": false, "": false,
	} {
		if got := shield.CitedIn(text); got != want {
			t.Errorf("CitedIn(%q) = %v", text, got)
		}
	}
}
