package pdf

import (
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// A4 in points.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
)

// canvas draws on the pages of a file. It is all that this package knows of
// the PDF library. Coordinates are points from the top left corner.
type canvas struct {
	pdf    *gofpdf.Fpdf
	face   face
	size   float64
	text   colour
	fill   colour
	stroke colour
	width  float64
	fresh  bool // nothing is set on this page yet
}

var faceStyles = [...]string{regular: "", bold: "B", italic: "I"}

// properties of the file.
type properties struct {
	title, author, subject, keywords, language string
	made                                       time.Time
	plain                                      bool // streams are not compressed
}

func newCanvas(p properties) *canvas {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pageWidth, Ht: pageHeight}})
	f.SetCompression(!p.plain)
	f.SetCatalogSort(true)
	f.SetCreationDate(p.made)
	f.SetModificationDate(p.made)
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetTitle(p.title, true)
	f.SetAuthor(p.author, true)
	f.SetSubject(p.subject, true)
	f.SetKeywords(p.keywords, true)
	f.SetCreator("Fortegnelse", true)
	f.SetProducer("Fortegnelse", true)
	f.SetXmpMetadata(fmt.Appendf(nil, xmp, p.language))
	for i, data := range faceFiles {
		f.AddUTF8FontFromBytes("noto", faceStyles[i], data)
	}
	return &canvas{pdf: f}
}

// xmp tells the language, which the library has no other place for.
const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`

// addPage begins a new page.
func (c *canvas) addPage() {
	c.pdf.AddPage()
	c.fresh = true
	c.stroke, c.fill, c.width = 0, 0, 0
}

// write draws text that has been cleaned, y on the base line.
func (c *canvas) write(x, y float64, s string, st style) {
	if c.fresh || c.face != st.face || c.size != st.size {
		c.pdf.SetFont("noto", faceStyles[st.face], st.size)
		c.face, c.size, c.fresh = st.face, st.size, false
	}
	if c.text != st.colour {
		c.pdf.SetTextColor(rgb(st.colour))
		c.text = st.colour
	}
	c.pdf.Text(x, y, s)
}

func (c *canvas) setFill(col colour) {
	if c.fill != col || col == 0 {
		c.pdf.SetFillColor(rgb(col))
		c.fill = col
	}
}

func (c *canvas) setStroke(col colour, width float64) {
	if c.stroke != col || col == 0 {
		c.pdf.SetDrawColor(rgb(col))
		c.stroke = col
	}
	if c.width != width {
		c.pdf.SetLineWidth(width)
		c.width = width
	}
}

func (c *canvas) line(x1, y1, x2, y2 float64, col colour, width float64) {
	c.setStroke(col, width)
	c.pdf.Line(x1, y1, x2, y2)
}

func (c *canvas) rect(x, y, w, h float64, col colour) {
	c.setFill(col)
	c.pdf.Rect(x, y, w, h, "F")
}

func (c *canvas) frame(x, y, w, h float64, col colour, width float64) {
	c.setStroke(col, width)
	c.pdf.Rect(x, y, w, h, "D")
}

func (c *canvas) disc(x, y, r float64, col colour) {
	c.setFill(col)
	c.pdf.Circle(x, y, r, "F")
}

func (c *canvas) ring(x, y, r float64, col colour, width float64) {
	c.setStroke(col, width)
	c.pdf.Circle(x, y, r, "D")
}

// polygon fills the area within points given as x, y, x, y, …
func (c *canvas) polygon(col colour, at ...float64) {
	points := make([]gofpdf.PointType, 0, len(at)/2)
	for i := 0; i+1 < len(at); i += 2 {
		points = append(points, gofpdf.PointType{X: at[i], Y: at[i+1]})
	}
	c.setFill(col)
	c.pdf.Polygon(points, "F")
}

// links makes n places to link to; the first has number 1.
func (c *canvas) links(n int) {
	for range n {
		c.pdf.AddLink()
	}
}

// place says where the place number link is.
func (c *canvas) place(link, page int, y float64) { c.pdf.SetLink(link, y, page) }

// link makes an area of the page lead to a place.
func (c *canvas) link(x, y, w, h float64, link int) { c.pdf.Link(x, y, w, h, link) }

// bookmark adds an entry to the outline, on the current page.
func (c *canvas) bookmark(title string, level int, y float64) { c.pdf.Bookmark(title, level, y) }

// output writes the file.
func (c *canvas) output(w io.Writer) error { return c.pdf.Output(w) }

func rgb(c colour) (r, g, b int) { return int(c >> 16), int(c >> 8 & 0xFF), int(c & 0xFF) }
