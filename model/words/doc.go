// Package words gives every word that a person sees, from the catalogues of
// one language. The language is always an argument: a screen may be Danish
// while an export is English.
//
// Keys of several kinds stand in the catalogues:
//
//	field.<owner>.<name>       name of a field, see model.Field.Label
//	help.<owner>.<name>        help text of a field, optional
//	code.<vocabulary>.<code>   name of a code
//	kind.<kind>, kinds.<kind>  name of an entity, and of several
//	answer.<state>             "ikke oplyst", "ingen", …
//
// and the texts of screens, reports, workbook and command line, each with
// its own prefix.
package words
