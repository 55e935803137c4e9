// Package findings shows what the checks find in the open register: a watch
// that looks at it after each change, and the screen where a person reads the
// findings, goes to where they are, and answers them.
//
// The screen and the watch belong to the goroutine of the user interface; only
// the looking itself is done beside it.
package findings
