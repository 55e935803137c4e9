package model

import (
	"path"
	"strings"
	"unicode"
)

// UnknownMediaType is that of a document of which nothing better is known.
const UnknownMediaType = "application/octet-stream"

// mediaTypes are the kinds of files that agreements, reports and letters come
// in, each with the endings of its names, the usual one first. None is that of
// a program.
var mediaTypes = []struct {
	name    string
	endings []string
}{
	{"application/pdf", []string{".pdf"}},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{".xlsx"}},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{".pptx"}},
	{"application/msword", []string{".doc"}},
	{"application/vnd.ms-excel", []string{".xls"}},
	{"application/vnd.ms-powerpoint", []string{".ppt"}},
	{"application/vnd.oasis.opendocument.text", []string{".odt"}},
	{"application/vnd.oasis.opendocument.spreadsheet", []string{".ods"}},
	{"application/vnd.oasis.opendocument.presentation", []string{".odp"}},
	{"application/rtf", []string{".rtf"}},
	{"application/vnd.ms-outlook", []string{".msg"}},
	{"message/rfc822", []string{".eml"}},
	{"text/plain", []string{".txt"}},
	{"text/markdown", []string{".md"}},
	{"text/csv", []string{".csv"}},
	{"text/html", []string{".html", ".htm"}},
	{"application/json", []string{".json"}},
	{"application/xml", []string{".xml"}},
	{"application/zip", []string{".zip"}},
	{"image/png", []string{".png"}},
	{"image/jpeg", []string{".jpg", ".jpeg"}},
	{"image/tiff", []string{".tif", ".tiff"}},
	{"image/heic", []string{".heic"}},
}

// MediaTypeOf returns the media type of a file by the ending of its name. It
// is the same on every machine.
func MediaTypeOf(name string) string {
	ending := strings.ToLower(path.Ext(name))
	for _, m := range mediaTypes {
		for _, e := range m.endings {
			if e == ending {
				return m.name
			}
		}
	}
	return UnknownMediaType
}

// FileName returns a name for a file with the bytes of the document: its title
// without what systems do not take, and the ending of its media type, which is
// never that of a program.
func (d *Document) FileName() string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, d.Title)
	ending := ""
	for _, m := range mediaTypes {
		if m.name == d.MediaType {
			ending = m.endings[0]
			name = strings.TrimSuffix(name, ending) // a title that is the name of a file
		}
	}
	if short := []rune(name); len(short) > longestName {
		name = string(short[:longestName])
	}
	if name = strings.Trim(name, " ."); name == "" {
		name = d.Number
	}
	if ending == "" {
		name = strings.ReplaceAll(name, ".", "-") // else the title chooses the program that opens it
	}
	return name + ending
}

// longestName is how many letters of a title a file name takes: with four
// bytes each, a system with 255 bytes has room for them and the ending.
const longestName = 60
