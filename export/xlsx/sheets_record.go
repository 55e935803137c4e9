package xlsx

import "fortegnelse/model"

// processorSheets are what a supervisory authority asks about processors.
func processorSheets() []sheet {
	processor := of(model.KindProcessor)
	lead := func() []column { return named("workbook.head.processor") }
	return []sheet{{
		key: "processors", kinds: processor, columns: append(lead(),
			field("party"),
			column{head: "workbook.head.services", always: true,
				paths: []string{"services[].service", "services[].product", "services[].text"}},
			field("assessment"), field("assessReason"), field("data"),
			fields("workbook.head.places", "places[].country", "places[].site"),
			field("guarantees"), field("instructions"), field("changeNotice"), field("measures"),
			column{head: "workbook.head.agreement", print: agreements, always: true},
			column{head: "workbook.head.activities", print: usedBy, always: true},
		),
	}, {
		key: "plans", kinds: processor, rest: true, columns: append(lead(),
			field("risk.persons"), field("risk.special"), field("risk.confidential"), field("risk.nature"),
			column{head: "workbook.head.score", print: score},
			field("risk.reason"),
			field("plan.concept"), field("plan.form"), field("plan.everyMonths"), field("plan.next"),
			field("plan.responsible"),
		),
	}, {
		key: "subprocessors", kinds: processor, levels: []string{"subProcessors"}, columns: append(lead(),
			column{head: "workbook.head.subprocessor", print: subProcessor, always: true,
				paths: []string{"subProcessors[].party", "subProcessors[].text"}},
			field("subProcessors[].under"), field("subProcessors[].service"), field("subProcessors[].country"),
			field("subProcessors[].since"), field("subProcessors[].until"), field("subProcessors[].noticed"),
			field("subProcessors[].objectBy"),
		),
	}, {
		key: "agreements", kinds: of(model.KindAgreement), rest: true, columns: append(
			named("workbook.head.agreement", "title"),
			field("type"), field("processor"), field("parties"), field("entities"), field("state"), field("basedOn"),
			field("signed"), field("effective"), field("ends"), field("notice"), field("subAuthorisation"),
			field("breachHours"), field("onEnd"), field("covers"), field("documents"), field("supersedes"),
		),
	}, {
		key: "items", kinds: of(model.KindAgreement), levels: []string{"items"}, sparse: true, columns: append(
			named("workbook.head.agreement"),
			column{head: "workbook.head.processor", print: counterpart, always: true},
			column{paths: []string{"items[].item"}, print: agreementItem, always: true}, column{paths: []string{"items[].answer"}, always: true},
			field("items[].clause"), field("items[].remark"),
		),
	}, {
		key: "supervision", kinds: of(model.KindSupervision), levels: []string{"findings"}, rest: true, columns: []column{
			{head: "workbook.head.processor", paths: []string{"processor"}, always: true},
			{head: "workbook.head.number", paths: []string{"number"}, always: true},
			field("concept"), field("form"), field("planned"), field("done"), field("periodFrom"), field("periodUntil"),
			field("scope"), field("findings[].text"), field("findings[].owner"), field("findings[].deadline"),
			field("findings[].closed"), field("conclusion"), field("documents"),
		},
	}}
}

// recordSheets are the remaining records, one row each.
func recordSheets() []sheet {
	return []sheet{{
		key: "transfers", kinds: of(model.KindTransfer), rest: true, columns: append(
			named("workbook.head.transfer", "title"),
			field("exporter"), field("exporterParty"), field("importer"),
			fields("workbook.head.destination", "destination.type", "destination.country", "destination.text"),
			field("data"), field("condition"), field("gate"), field("tools"), field("decision"),
			labelled("workbook.head.scc", "scc.module", "scc.clauses", "scc.annexes"), field("scc.signed"),
			labelled("workbook.head.dpf", "dpf.entity", "dpf.status"), field("dpf.checked"), field("dpf.expires"),
			fields("workbook.head.tia", "tia.conclusion", "tia.supplementary", "tia.documents",
				"tia.steps[].step", "tia.steps[].text", "tia.steps[].done"),
			field("tia.done"), field("safeguards"), field("notice"), field("documents"),
			column{head: "workbook.head.activities", print: usedBy, always: true},
		),
	}, {
		key: "retention", kinds: of(model.KindRetentionRule), rest: true, columns: append(
			named("workbook.head.rule", "title"),
			field("data"), field("categories"),
			column{head: "workbook.head.sentence", print: sentence, always: true},
			field("qualifier"), field("period.length"),
			column{paths: []string{"period.max"}, optional: true}, field("period.unit"), field("criterion"),
			fields("workbook.head.start", "start.event", "start.text"),
			field("alignment"),
			fields("workbook.head.cycle", "cycle.length", "cycle.max", "cycle.unit"),
			fields("workbook.head.laws", provision("laws[]")...),
			labelled("workbook.head.hold", "hold.reasons", "hold.text", "hold.until"),
			fields("workbook.head.then", "then", "thenText"),
			labelled("workbook.head.store", "medium", "location", "stage"),
			fields("workbook.head.longer", "keptAnyway", "longerConsent"), field("responsible"), field("checkEvery"), field("printed"),
			column{head: "workbook.head.activities", print: usedBy, always: true},
		),
	}, {
		key: "measures", kinds: of(model.KindMeasure), rest: true, columns: append(
			named("workbook.head.measure", "title"),
			field("item"), field("type"), field("description"),
			composed("workbook.head.scopes", scopes, "scopes[].type", "scopes[].record", "scopes[].text"),
			field("verified"), field("verifiedBy"),
			column{head: "workbook.head.activities", print: usedBy, always: true},
		),
	}, {
		key: "systems", kinds: of(model.KindSystem), rest: true, columns: append(
			named("workbook.head.system", "title"),
			field("type"), field("product"), field("purpose"), field("party"), field("hosting"), field("country"), field("data"),
			field("access"), field("backups"),
			column{head: "workbook.head.activities", print: usedBy, always: true},
		),
	}, {
		key: "parties", kinds: of(model.KindParty), rest: true, columns: append(
			named("workbook.head.party", "legalName"),
			field("aliases"), field("type"),
			composed("workbook.head.registration", registration, "registration.printed", "registration.normalised"),
			composed("workbook.head.address", address, "address.street", "address.postcode", "address.city", "address.country"),
			field("country"), field("parentName"), field("parentCountry"), field("web"),
			fields("workbook.head.contacts", contact("contacts[]")...),
			column{head: "workbook.head.used", print: users, always: true},
		),
	}, {
		key: "documents", kinds: of(model.KindDocument), rest: true, columns: append(
			named("workbook.head.document", "title"),
			field("type"), field("dated"), field("datePrinted"), field("version"), field("language"),
			composed("", webLink, "link"),
			field("review"), field("about"), field("mediaType"), field("size"), field("sha256"),
		),
	}, {
		key: "answers", kinds: of(model.KindFindingAnswer), rest: true, columns: []column{
			{head: "workbook.head.number", paths: []string{"number"}, always: true},
			field("rule"), field("about"), field("field"), field("reply"), field("reason"), field("by"), field("on"), field("until"), field("key"),
		},
	}}
}
