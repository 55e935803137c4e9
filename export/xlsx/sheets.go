package xlsx

import "fortegnelse/model"

// field is a column of one field.
func field(path string) column { return column{paths: []string{path}} }

// fields is a column of several fields.
func fields(head string, paths ...string) column { return column{head: head, paths: paths} }

// labelled is a column in which each field stands behind its name.
func labelled(head string, paths ...string) column {
	return column{head: head, paths: paths, labelled: true}
}

// composed is a column with a phrase made of several fields.
func composed(head string, print func(*printer, row) cell, paths ...string) column {
	return column{head: head, paths: paths, print: print}
}

// named begins the rows of a sheet: what the record is called, and its
// number.
func named(head string, paths ...string) []column {
	return []column{
		{head: head, paths: paths, print: title, always: true},
		{head: "workbook.head.number", paths: []string{"number"}, always: true},
	}
}

// contact names the fields of a contact below a path.
func contact(path string) []string {
	return []string{path + ".purpose", path + ".role", path + ".email", path + ".phone", path + ".address"}
}

func of(kinds ...model.Kind) []model.Kind { return kinds }

// sheets returns the sheets of the workbook in their order.
func sheets() []sheet {
	var all []sheet
	all = append(all, controllerSheet())
	all = append(all, activitySheets()...)
	all = append(all, processorSheets()...)
	all = append(all, recordSheets()...)
	return append(all, rightSheet(), evidenceSheet(), lostSheet())
}

func controllerSheet() sheet {
	return sheet{key: "controllers", kinds: of(model.KindLegalEntity), rest: true, upright: true, columns: []column{
		{head: "workbook.head.controller", paths: []string{"legalName"}},
		{head: "workbook.head.number", paths: []string{"number"}, always: true},
		field("tradeNames"),
		composed("workbook.head.registration", registration, "registration.printed", "registration.normalised"),
		composed("workbook.head.address", address, "address.street", "address.postcode", "address.city", "address.country"),
		field("phone"), field("email"), field("web"), field("contactRole"),
		fields("workbook.head.contacts", contact("contacts[]")...),
		fields("workbook.head.representative", contact("representative")...),
		field("dpo.status"), field("dpo.reason"),
		fields("workbook.head.dpo", contact("dpo.contact")...),
		field("dpo.notified"),
		field("authority"), field("publicTask"), field("headcount"), field("breachRoutine"),
	}}
}

func rightSheet() sheet {
	return sheet{key: "rights", kinds: of(model.KindLegalEntity), levels: []string{"rights"}, sparse: true, columns: append(
		named("workbook.head.controller"),
		field("rights[].right"), field("rights[].text"), field("rights[].channel"),
		field("rights[].within"), field("rights[].fee"),
	)}
}

// evidenceSheet traces fields of all records to the sentences they come
// from.
func evidenceSheet() sheet {
	return sheet{key: "evidence", kinds: model.Kinds, levels: []string{"evidence"}, sparse: true, columns: append(
		named("workbook.head.record"),
		column{head: "workbook.head.kind", print: kind, always: true},
		column{head: "workbook.head.field", paths: []string{"evidence[].field"}, print: evidenceField, always: true},
		field("evidence[].quote"), field("evidence[].document"), field("evidence[].section"),
		field("evidence[].line"), field("evidence[].remark"),
	)}
}

// lostSheet shows what no other sheet has room for.
func lostSheet() sheet {
	return sheet{key: "further", kinds: model.Kinds, lost: true, columns: append(
		named("workbook.head.record"),
		column{head: "workbook.head.kind", print: kind, always: true},
		column{head: "workbook.head.field", print: lostField, always: true},
		column{head: "workbook.head.value", print: lostValue, always: true},
	)}
}
