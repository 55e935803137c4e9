package xlsx

import "fortegnelse/model"

// activitySheets are the record of Art. 30 itself: one row per activity in
// the words of its letters, and the lists behind each letter.
func activitySheets() []sheet {
	activity := of(model.KindActivity)
	lead := func() []column { return named("workbook.head.activity", "title") }
	return []sheet{{
		key: "activities", kinds: activity, columns: append(lead(),
			composed("workbook.head.parties", responsible, "role", "entities"),
			column{head: "workbook.head.purposes", print: purposes, paths: []string{"purposes"}},
			column{head: "workbook.head.bases", print: bases, paths: []string{"purposes[].bases"}, optional: true, always: true},
			column{head: "workbook.head.subjects", print: subjects, paths: []string{"groups"}},
			composed("workbook.head.data", data, "groups[].data"),
			column{head: "workbook.head.recipients", print: recipients, paths: []string{"recipients"}},
			column{head: "workbook.head.processors", print: processors, paths: []string{"processors"}},
			composed("workbook.head.transfers", transfers, "transfers", "transferRemark"),
			composed("workbook.head.retention", retention, "retention"),
			composed("workbook.head.measures", measures, "measures", "measureRemark"),
			column{paths: []string{"status"}, always: true},
		),
	}, {
		key: "particulars", kinds: activity, rest: true, columns: append(lead(),
			field("type"), field("department"), field("responsibleRole"), field("scope"), field("description"),
			field("validFrom"), field("validUntil"),
			fields("workbook.head.joint", "jointWith[].party", "jointWith[].agreement", "jointWith[].scope", "jointWith[].contact"),
			labelled("workbook.head.acting", "actingFor[].party", "actingFor[].category", "actingFor[].processing",
				"actingFor[].representative", "actingFor[].dpo", "actingFor[].agreement"),
			field("systems"),
			labelled("workbook.head.consent", "consent.form", "consent.text", "consent.scope", "consent.proof",
				"consent.withdrawal", "consent.effect", "consent.retentionStays", "consent.minors"),
			labelled("workbook.head.information", "information.text", "information.where", "information.documents",
				"information.indirect"),
			labelled("workbook.head.obligation", "obligation.required", "obligation.consequence"),
			labelled("workbook.head.automated", "automated.text", "automated.logic", "automated.safeguard"),
			field("dpia.screening"), field("dpia.decision"), field("dpia.reason"), field("dpia.done"),
			field("dpia.nextReview"), field("dpia.documents"),
		),
	}, {
		key: "purposes", kinds: activity, levels: []string{"purposes", "purposes[].bases"}, columns: append(lead(),
			field("purposes[].text"), field("purposes[].secondary"),
			column{paths: []string{"purposes[].bases[].reference"}, optional: true, always: true},
			column{paths: []string{"purposes[].bases[].printed"}, optional: true, always: true},
			column{head: "workbook.head.laws", optional: true, always: true, paths: provision("purposes[].bases[].laws[]")},
			column{paths: []string{"purposes[].bases[].data"}, optional: true},
			column{paths: []string{"purposes[].bases[].subjects"}, optional: true},
			column{paths: []string{"purposes[].bases[].assigned"}, optional: true},
			column{paths: []string{"purposes[].bases[].remark"}, optional: true},
			column{paths: []string{"purposes[].legitimateInterest"}, optional: true},
			column{paths: []string{"purposes[].balancingTest"}, optional: true},
		),
	}, {
		key: "data", kinds: activity, levels: []string{"groups", "groups[].data"}, columns: append(lead(),
			field("groups[].subjects"), field("groups[].text"),
			column{paths: []string{"groups[].count"}, optional: true},
			composed("", class, "groups[].data[].class"),
			field("groups[].data[].category"), field("groups[].data[].text"),
			column{paths: []string{"groups[].data[].special"}, optional: true},
			column{paths: []string{"groups[].data[].printedClass"}, optional: true},
			column{paths: []string{"groups[].data[].condition"}, optional: true},
			column{paths: []string{"groups[].data[].optional"}, optional: true},
			column{paths: []string{"groups[].data[].freeText"}, optional: true},
			column{head: "workbook.head.sources", optional: true, always: true,
				paths: []string{"groups[].data[].sources[].category", "groups[].data[].sources[].text"}},
			column{head: "workbook.head.receivers", print: receivers, always: true},
			composed("", rulesFor, "groups[].data[].retention"),
		),
	}, {
		key: "recipients", kinds: activity, levels: []string{"recipients"}, columns: append(lead(),
			field("recipients[].category"), field("recipients[].text"), field("recipients[].party"),
			field("recipients[].type"),
			column{paths: []string{"recipients[].conditions"}, optional: true},
			column{paths: []string{"recipients[].condition"}, optional: true, always: true},
			composed("workbook.head.disclosed", disclosed, "recipients[].data[].state", "recipients[].data[].data"),
			field("recipients[].dataText"),
			column{head: "workbook.head.basis", optional: true, always: true, paths: append([]string{
				"recipients[].basis[].reference", "recipients[].basis[].printed", "recipients[].basis[].assigned",
				"recipients[].basis[].subjects", "recipients[].basis[].data", "recipients[].basis[].remark"},
				provision("recipients[].basis[].laws[]")...)},
		),
	}, {
		key: "engaged", kinds: activity, levels: []string{"processors"}, columns: append(lead(),
			field("processors[].processor"), field("processors[].task"),
			composed("workbook.head.disclosed", entrusted, "processors[].data[].state", "processors[].data[].data"),
			field("processors[].dataText"),
			column{head: "workbook.head.agreement", print: engagement, always: true},
		),
	}}
}

// provision names the fields of a provision of national law below a path.
func provision(path string) []string {
	return []string{path + ".printed", path + ".code", path + ".url", path + ".checked"}
}
