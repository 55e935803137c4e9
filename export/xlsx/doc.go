// Package xlsx writes a register as an Excel workbook: one sheet per kind of
// record and per list that an inspector asks about, each a real table, with
// a front sheet that explains it and a hidden sheet that says which rows
// belong to which record.
//
// # Promises
//
// Every field of the register that has been filled in stands in a visible
// sheet: a field that no column names gets a column of its own, or a row in
// the sheet of further particulars. Answers without a value are printed in
// words and never left blank. No text is shortened: what does not fit into
// one cell or one row goes on in the next row. No cell is a formula. The
// same register, options and time always give the same bytes.
//
// A column of optional facts that no record has is left out; the front
// sheet says so.
package xlsx
