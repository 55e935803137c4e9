package law_test

import (
	"slices"
	"strings"
	"testing"

	"fortegnelse/model"
	. "fortegnelse/model/law"
)

func knows(t *testing.T, vocabulary, code, who string) {
	t.Helper()
	if _, ok := Find(vocabulary, code); !ok && code != "" {
		t.Errorf("%s: %s has no code %q", who, vocabulary, code)
	}
}

func TestProvisionsAreConsistent(t *testing.T) {
	aliases := map[string]string{}
	for country, lang := range map[model.Country]string{"dk": "da", "se": "sv", "no": "nb"} {
		all := Provisions(country)
		if len(all) < 15 {
			t.Errorf("%s has %d provisions only", country, len(all))
		}
		for _, p := range all {
			if !strings.HasPrefix(p.Code, strings.ToUpper(string(country))+"-") || p.Citations[lang] == "" || p.Citations["en"] == "" || p.Source == "" {
				t.Errorf("%+v", p)
			}
			if p.Citation("xx") != p.Citations[lang] {
				t.Errorf("%s is cited as %q", p.Code, p.Citation("xx"))
			}
			for _, reference := range p.Supports {
				knows(t, "reference", string(reference), p.Code)
			}
			for _, alias := range p.Aliases {
				key := string(country) + alias
				if other, taken := aliases[key]; taken {
					t.Errorf("%q is both %s and %s", alias, other, p.Code)
				}
				aliases[key] = p.Code
			}
			if strings.Contains(p.Source, "memory") && p.Verified {
				t.Errorf("%s rests on memory, but is called verified", p.Code)
			}
		}
	}
}

func TestFindProvision(t *testing.T) {
	for _, c := range []struct {
		country       model.Country
		printed, code string
	}{
		{"dk", "jf. databeskyttelseslovens § 11, stk. 2, nr. 1.", "DK-DBL-11-2-1"},
		{"dk", "databeskyttelseslovens § 7, stk. 3, jf. databeskyttelsesforordningens artikel 9, stk. 2, litra h", "DK-DBL-7-3"},
		{"dk", "databeskyttelseslovens § 10", "DK-DBL-10"},
		{"dk", "databeskyttelseslovens § 101", ""},
		{"dk", "Jf. Databeskyttelsesloven §12", "DK-DBL-12"},
		{"dk", "autorisationslovens kap. 6", "DK-AUT-6"},
		{"dk", "bekendtgørelse om sundhedspersoners journaler (journalføringsbekendtgørelsen), særligt §§ 5-10", "DK-JOURNAL"},
		{"dk", "journalbogføringsbekendtgørelsen", "DK-JOURNAL"},
		{"dk", "sundhedslovens kap. 9", "DK-SUL-9"},
		{"dk", "sundhedslovens § 79, stk. 2", "DK-SUL-79-2"},
		{"dk", "serviceloven § 153", "DK-SERV-153"},
		{"dk", "https://www.retsinformation.dk/eli/lta/2014/834", "DK-KOSM"},
		{"dk", "bogføringslovens krav", "DK-BOGF"},
		{"se", "patientdatalagen och bokföringslagen", "SE-PDL"},
		{"se", "7 kap. 2 § bokföringslagen", "SE-BFL-7-2"},
		{"no", "helsepersonelloven", "NO-HPL-39"},
		{"no", "elektronisk pasientjournalloven", "NO-PJL"},
		{"se", "databeskyttelseslovens § 10", ""},
		{"dk", "", ""},
		{"fi", "patientdatalagen", ""},
	} {
		p, ok := FindProvision(c.country, c.printed)
		if p.Code != c.code || ok != (c.code != "") {
			t.Errorf("%s %q is %q, want %q", c.country, c.printed, p.Code, c.code)
		}
	}
}

func TestProvisionsFor(t *testing.T) {
	for _, c := range []struct {
		country   model.Country
		reference model.Reference
		day       string
		with, not string
	}{
		{"dk", "9(2)(h)", "2026-11-21", "DK-DBL-7-3", "DK-DBL-7-2"},
		{"dk", "6(1)(c)", "2023-12-31", "DK-SERV-153", "DK-BARN-133"},
		{"dk", "6(1)(c)", "2024-01-01", "DK-BARN-133", "DK-SERV-153"},
		{"se", "87", "2026-11-21", "SE-DSL-3-10", "SE-PL"},
		{"no", "87", "2026-11-21", "NO-POL-12", "NO-POL-11"},
		{"no", "6(1)(a)", "2024-12-31", "NO-POL-5", "NO-EKOM-3-15"},
	} {
		var codes []string
		for _, p := range ProvisionsFor(c.country, c.reference, date(t, c.day)) {
			codes = append(codes, p.Code)
		}
		if !slices.Contains(codes, c.with) || slices.Contains(codes, c.not) {
			t.Errorf("%s %s on %s: %v", c.country, c.reference, c.day, codes)
		}
	}
	// A basis that needs a national provision finds one in every country.
	for _, item := range Codes("reference") {
		for _, country := range []model.Country{"dk", "se", "no"} {
			known := len(ProvisionsFor(country, model.Reference(item.Code), Date())) > 0
			if item.National && !known && !slices.Contains([]string{"9(2)(i)", "88", "9(2)(g)"}, item.Code) {
				t.Errorf("%s has no provision for %s", country, item.Code)
			}
		}
	}
	p, _ := ProvisionOf("DK-DBL-7-3")
	if got := p.LawReference("en"); got.Code != "DK-DBL-7-3" || got.Printed != "Section 7(3) of the Danish Data Protection Act" || !got.Checked.IsZero() {
		t.Errorf("%+v", got)
	}
	if _, ok := ProvisionOf("DK-NO-SUCH"); ok {
		t.Error("a provision that is none was found")
	}
}

func TestOutdatedLaws(t *testing.T) {
	for _, c := range []struct {
		name    string
		country model.Country
		text    string
		want    []string
	}{
		{"Danish social services", "dk", "samt sundhedslovens kap. 9 og serviceloven § 153.", []string{"dk_serv_153"}},
		{"wrong name", "dk", "i medfør af journalbogføringsbekendtgørelsen", []string{"dk_journal_name"}},
		{"original order", "dk", "https://www.retsinformation.dk/eli/lta/2014/834", []string{"dk_kosm_original"}},
		{"GDPR, wrong name", "dk", "i strid med Persondataforordningen", []string{"dk_persondataforordningen"}},
		{"Norwegian", "no", "slik vi plikter etter regnskapsloven; elektronisk pasientjournalloven, helseregisterloven", []string{"no_regnskapsloven", "no_helseregisterloven", "no_journalloven_name"}},
		{"Swedish", "se", "enligt patientlagstiftningen", []string{"se_patientlagen"}},
		{"Swedish, old right", "se", "rätt att en gång per kalenderår, genom en skriftligt undertecknad ansökan", []string{"se_yearly_extract"}},
		{"any country", "no", "Privacy Shield og 2010/87/EU", []string{"eu_privacy_shield", "eu_old_scc"}},
		{"another country's", "se", "serviceloven § 153", nil},
		{"nothing wrong", "dk", "databeskyttelseslovens § 7, stk. 3", nil},
		{"next section", "dk", "serviceloven § 1531", nil},
		{"nothing", "dk", "", nil},
	} {
		var got []string
		for _, o := range OutdatedLaws(c.country, c.text) {
			got = append(got, o.Code)
			if o.Printed == "" || o.Now == "" {
				t.Errorf("%s: %+v", c.name, o)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestStatutesAreConsistent(t *testing.T) {
	for _, country := range []model.Country{"dk", "se", "no"} {
		for _, s := range Statutes(country, Date()) {
			if s.Source == "" || s.Verified && strings.Contains(s.Source, "memory") {
				t.Errorf("%s: source %q, verified %v", s.Code, s.Source, s.Verified)
			}
			knows(t, "qualifier", string(s.Qualifier), s.Code)
			knows(t, "unit", string(s.Unit), s.Code)
			knows(t, "start_event", string(s.Start), s.Code)
			knows(t, "alignment", string(s.Alignment), s.Code)
			knows(t, "end_action", string(s.Then), s.Code)
			for _, c := range s.Categories {
				knows(t, "data_category", string(c), s.Code)
			}
			for _, h := range s.Holds {
				knows(t, "hold_reason", string(h), s.Code)
			}
		}
	}
}

// The periods of the law, computed for a day.
func TestStatuteRulesEnd(t *testing.T) {
	for _, c := range []struct {
		code, start, until string
		open               bool
	}{
		{"dk_patient_record", "2016-05-04", "2026-05-04", true},
		{"dk_accounting", "2021-03-01", "2026-12-31", true},
		{"se_patient_record", "2016-05-04", "2026-05-04", true},
		{"se_accounting", "2018-03-01", "2025-12-31", true},
		{"no_accounting", "2020-03-01", "2025-12-31", true},
		{"no_contracts", "2020-03-01", "2024-06-30", true},
		{"no_cctv", "2026-03-01", "2026-03-08", false},
		{"dk_cctv", "2026-03-01", "2026-03-31", false},
		{"dk_applicants", "2026-03-01", "2026-09-01", false},
		{"no_patient_record", "2026-03-01", "", true},
		{"no_handover", "2026-03-01", "2026-03-01", false},
	} {
		s, ok := StatuteOf(c.code)
		if !ok {
			t.Errorf("%s is unknown", c.code)
			continue
		}
		span, err := Ends(s.Rule("da"), date(t, c.start))
		if c.code == "no_handover" && err != nil {
			t.Errorf("%s: %v", c.code, err)
		}
		if err != nil || span.Until.String() != c.until || span.Open != c.open {
			t.Errorf("%s from %s: until %s, open %v, %v", c.code, c.start, span.Until, span.Open, err)
		}
	}
	s, _ := StatuteOf("dk_patient_record")
	rule := s.Rule("da")
	if rule.Laws.Value[0].Code != "DK-JOURNAL" || !slices.Contains(rule.Hold.Value.Reasons, model.HoldReason("complaint")) || rule.Then != "review" {
		t.Errorf("%+v", rule)
	}
	if _, ok := StatuteOf("de_patient_record"); ok {
		t.Error("a German period is known")
	}
	if before, after := Statutes("dk", date(t, "2025-12-31")), Statutes("dk", date(t, "2026-01-01")); !hasStatute(before, "dk_psychologist_record") || hasStatute(after, "dk_psychologist_record") || !hasStatute(after, "dk_psychologist_record_2026") {
		t.Error("psychologists' records do not change with the year 2026")
	}
}

func hasStatute(all []Statute, code string) bool {
	return slices.ContainsFunc(all, func(s Statute) bool { return s.Code == code })
}

func TestDemands(t *testing.T) {
	for _, item := range Codes("reference") {
		if !item.Incomplete && len(Demands(model.Reference(item.Code), "dk")) == 0 {
			t.Errorf("%s demands nothing", item.Code)
		}
		national := slices.ContainsFunc(Demands(model.Reference(item.Code), "dk"), func(d Demand) bool { return d.Code == "national_provision" })
		if national != (item.National && item.Code != "89") {
			t.Errorf("%s: demands a national provision: %v", item.Code, national)
		}
	}
	for _, c := range []struct {
		reference model.Reference
		country   model.Country
		code      string
		want      bool
	}{
		{"6(1)(f)", "se", "balancing_test", true},
		{"6(1)(a)", "no", "consent_withdrawal", true},
		{"6(1)(b)", "dk", "balancing_test", false},
		{"9(2)(h)", "dk", "professional_secrecy", true},
		{"9(2)(g)", "dk", "authority_permission", true},
		{"9(2)(g)", "se", "authority_permission", false},
	} {
		got := slices.ContainsFunc(Demands(c.reference, c.country), func(d Demand) bool { return d.Code == c.code })
		if got != c.want {
			t.Errorf("%s in %s demands %s: %v", c.reference, c.country, c.code, got)
		}
	}
}
