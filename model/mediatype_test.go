package model

import "testing"

func TestMediaTypeOf(t *testing.T) {
	for name, want := range map[string]string{
		"aftale.pdf":     "application/pdf",
		"AFTALE.PDF":     "application/pdf",
		"x/y.z/side.HTM": "text/html",
		"foto.jpeg":      "image/jpeg",
		"setup.exe":      UnknownMediaType,
		"pdf":            UnknownMediaType,
		"":               UnknownMediaType,
	} {
		if got := MediaTypeOf(name); got != want {
			t.Errorf("%q: %s, want %s", name, got, want)
		}
	}
}

// The name of a file never leads out of its folder, and never makes a program
// of a document.
func TestFileNameOfADocument(t *testing.T) {
	long := ""
	for range 100 {
		long += "å"
	}
	for _, c := range []struct{ title, media, want string }{
		{"Databehandleraftale 2024", "application/pdf", "Databehandleraftale 2024.pdf"},
		{"aftale.pdf", "application/pdf", "aftale.pdf"},
		{"Version 1.2", "image/jpeg", "Version 1.2.jpg"},
		{"../../etc/passwd", "text/plain", "-..-etc-passwd.txt"},
		{`a\b:c*"<x>|?`, "text/plain", "a-b-c---x---.txt"},
		{"setup.exe", UnknownMediaType, "setup-exe"},
		{"setup.exe", "application/x-msdownload", "setup-exe"},
		{"setup.exe", "", "setup-exe"},
		{"setup.exe", "application/pdf", "setup.exe.pdf"},
		{"aftale.exe.", "", "aftale-exe"},
		{" .. ", "application/pdf", "D-01.pdf"},
		{"a\nb", "application/pdf", "a-b.pdf"},
		{long, "application/pdf", long[:2*longestName] + ".pdf"},
	} {
		d := &Document{Title: c.title, MediaType: c.media}
		d.Number = "D-01"
		if got := d.FileName(); got != c.want {
			t.Errorf("%q, %s: %q, want %q", c.title, c.media, got, c.want)
		}
	}
}
