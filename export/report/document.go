package report

import (
	"time"

	"fortegnelse/model"
)

// Edition says for whom a report is printed.
type Edition string

// The editions.
const (
	ForAuthority Edition = "authority" // without notes, tags and the clinic's own review work
	Internal     Edition = "internal"  // everything
)

// Document is a report as a tree that knows nothing of paper: what is said,
// in which order and in which words. Renderers read it and never change it.
type Document struct {
	Title    string // "Fortegnelse over behandlingsaktiviteter"
	Owner    string // the controllers, or the register's own name
	Language string // "da"
	Meta     Meta
	Labels   Labels
	Cover    Cover
	Sections []Section
}

// Meta is what the report says of itself.
type Meta struct {
	GeneratedAt time.Time
	AsOf        time.Time // when the register was as the report says
	LawData     model.Date
	Edition     Edition
	Version     string // of the program
	Checksum    string // SHA-256 of the register's canonical JSON, lower-case hex
}

// Labels are the words that a renderer adds by itself.
type Labels struct {
	Contents  string // "Indhold"
	Continued string // "fortsat"
	Date      string // in the running head
	Foot      string // edition, law data and checksum, in the running foot
	Subject   string // for the file's properties
	Keywords  string
}

// Cover is the first page.
type Cover struct {
	Subtitle string
	Date     string
	Letters  []Letter
	Rows     []Pair
	Promise  string // what "ikke oplyst" means
}

// Letter is a letter of Art. 30(1) with a short name.
type Letter struct{ Letter, Name string }

// Section is a part of the report with a place in the contents.
type Section struct {
	Level  int    // 1, or 2 below the last section of level 1
	Number string // "2", "B-01", or ""
	Title  string
	Under  Text // below the title, in grey
	Own    bool // begins on a page of its own
	Blocks []Block
}

// Block is a part of a section.
type Block interface{ block() }

// Heading begins a record or a part of a section. It stays with what
// follows.
type Heading struct {
	Level  int    // 1: a record, with a line below; 2: a small heading
	Number string // in grey before the title
	Title  string
	Aside  Text // in grey behind the title
	Note   Text // at the right margin
}

// Paragraph is running text.
type Paragraph struct {
	Text  Text
	Small bool
}

// Lettered is what is said to one letter of Art. 30, under the wording of
// the law.
type Lettered struct {
	Letter  string // "(a)"
	Wording string
	Blocks  []Block
}

// Pairs is a list of labels and values, in one or several columns.
type Pairs struct {
	Columns int
	Small   bool
	Pairs   []Pair
}

// Pair is a label and what is said to it.
type Pair struct {
	Label string
	Value Text
}

// Table has a head that is repeated on every page.
type Table struct {
	Columns []Column
	Rows    [][]Text // one text per column, or one across all; "\n" begins a new line
	Small   bool
}

// Align says where text stands in its column.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// Column is a column of a table. Width is its share of the table's width.
type Column struct {
	Title string
	Width float64
	Align Align
}

// Legend explains the marks of the table above.
type Legend struct{ Entries []Text }

// Box is a grey box with a title and short entries.
type Box struct {
	Title string
	Items []Text
}

// Bars shows the state of every activity, one row for each letter.
type Bars struct{ Rows []Bar }

// Bar is one row: a mark per activity, and what they add up to.
type Bar struct {
	Letter, Label string
	States        []Mark
	Note          string
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Lettered) block()  {}
func (Pairs) block()     {}
func (Table) block()     {}
func (Legend) block()    {}
func (Box) block()       {}
func (Bars) block()      {}
