// Package law gives the dated law data that the program carries with it: the
// codes of every vocabulary, the wording of Article 30, the supervisory
// authorities, and the rules for company numbers.
//
// The data lie in JSON files beside the programs, are read once, and never
// fetched. What has a Source and is Verified was seen in that source; what is
// not Verified rests on memory or on a second-hand source and should be looked
// up before it is relied on.
package law
