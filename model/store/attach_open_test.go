package store

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"fortegnelse/model/modeltest"
)

// counting counts the bytes that are read of a file.
type counting struct {
	*os.File
	bytes int
}

func (c *counting) ReadAt(p []byte, at int64) (int, error) {
	c.bytes += len(p)
	return c.File.ReadAt(p, at)
}

func TestOpeningReadsNoDocuments(t *testing.T) {
	s := unprotected(t)
	attach(t, s, "D-01", bytesOf(5*perTransaction))
	file, err := os.Open(s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	reads := &counting{File: file}
	keys, err := guard(reads, info.Size())
	if err != nil || keys["chunks"] != 81 {
		t.Errorf("guard = %v, %v", keys, err)
	}
	if reads.bytes > int(info.Size())/20 {
		t.Errorf("%d of %d bytes are read", reads.bytes, info.Size())
	}
}

// BenchmarkOpenWithDocuments opens a register without attached documents, and
// with 20 of 50 MB.
func BenchmarkOpenWithDocuments(b *testing.B) {
	for _, n := range []int{0, 20} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r := modeltest.Register(200)
			s, err := Create(filepath.Join(b.TempDir(), "x"), r.Info(), r.Content().Records(), "dpo")
			if err != nil {
				b.Fatal(err)
			}
			for i := range n {
				attach(b, s, fmt.Sprint("DD-", i), bytesOf(MaxAttachment-i))
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s, err := Open(s.path, nil)
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkDocument attaches and extracts 50 MB.
func BenchmarkDocument(b *testing.B) {
	for _, protect := range []bool{false, true} {
		s := unprotected(b)
		if protect {
			s, _ = protected(b)
		}
		name := map[bool]string{false: "plain", true: "protected"}[protect]
		data := bytesOf(MaxAttachment)
		var hash string
		b.Run("attach/"+name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				data[len(data)-1]++
				data[len(data)/2]++
				d := attach(b, s, "D-01", data)
				hash = d.SHA256
			}
		})
		b.Run("extract/"+name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := s.Extract(io.Discard, hash); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
