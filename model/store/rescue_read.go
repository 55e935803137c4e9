package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"slices"
)

// wreck reads the pages of a damaged file without trusting any of them: first
// along the trees, as far as they lead, then whatever else looks like a leaf.
// What it finds counts only if its checksum says so, which is for others to
// find out. It reads by offsets, so a file that is cut short does no harm.
type wreck struct {
	file     io.ReaderAt
	size     int64
	pageSize int64
	head     *boltMeta // the newer of the headers that are whole; nil without one
	sure     bool      // both headers are whole, so head is that of the last save

	budget    int64           // bytes that may still be read
	seen      []bool          // pages that a tree or a leaf before has led to
	free      map[uint64]bool // pages that belong to no tree
	freeKnown bool            // the list of them could be read
	broken    map[string]bool // buckets, "" for the root, whose tree is not whole
	visit     func(scrap) bool
}

// scrap is a key with its value as it stands somewhere in a damaged file.
type scrap struct {
	bucket     string // "" where no tree says to which it belongs
	key, value []byte // valid until visit returns
	at         extent // of the value
	live       bool   // the trees lead to it
}

// extent is a part of a file.
type extent struct {
	offset int64
	length int
}

func (e extent) read(file io.ReaderAt) ([]byte, error) {
	data := make([]byte, e.length)
	_, err := file.ReadAt(data, e.offset)
	return data, err
}

const (
	// maxExtent is how long a page with its overflow can be: longer than any
	// value that the program writes, whatever a damaged head says.
	maxExtent = 64 << 20
	// rereads is how often the bytes of a file may be read over again before a
	// pass is given up: only pages made to that end need more than three.
	rereads = 6
)

var errNothingThere = errors.New("there is nothing of a register in the file")

// newWreck looks at the headers of a file.
func newWreck(file io.ReaderAt, size int64) *wreck {
	w := &wreck{file: file, size: size}
	var heads []boltMeta
	if first, err := metaAt(file, 0); err == nil && possible(first.pageSize) {
		heads, w.pageSize = append(heads, first), int64(first.pageSize)
	} else {
		w.pageSize = w.guessPageSize()
	}
	if second, err := metaAt(file, w.pageSize); err == nil && int64(second.pageSize) == w.pageSize {
		heads = append(heads, second)
	}
	w.sure = len(heads) == 2
	for i := range heads {
		if w.head == nil || heads[i].transaction > w.head.transaction {
			w.head = &heads[i]
		}
	}
	return w
}

func possible(pageSize uint64) bool {
	return pageSize >= 1024 && pageSize <= 64<<10 && pageSize&(pageSize-1) == 0
}

// guessPageSize returns the size with which the most pages bear the number of
// their place.
func (w *wreck) guessPageSize() int64 {
	const enoughPages = 4096
	best, most := int64(4096), 0
	head := make([]byte, pageHead)
	for pageSize := int64(1024); pageSize <= 64<<10; pageSize *= 2 {
		fit, looked := 0, 0
		for id := int64(2); (id+1)*pageSize <= w.size && looked < enoughPages; id++ {
			looked++
			if _, err := w.file.ReadAt(head, id*pageSize); err != nil {
				break
			}
			if binary.NativeEndian.Uint64(head) == uint64(id) {
				fit++
			}
		}
		if fit > most {
			best, most = pageSize, fit
		}
	}
	return best
}

// read visits everything that can be made out in the file. A key may be
// visited several times, with values of different age. Visit reports whether
// the value is whole.
func (w *wreck) read(visit func(scrap) bool) {
	w.visit = visit
	w.budget = rereads*w.size + 1<<20
	w.seen = make([]bool, w.size/w.pageSize+1)
	w.broken = map[string]bool{}
	w.readFree()
	if w.head == nil {
		w.broken[""] = true
	} else {
		w.tree(w.head.root, "", 0, nil, nil)
	}
	for id := int64(0); id*w.pageSize < w.size; id++ {
		if !w.seen[id] {
			w.stray(id)
		}
	}
}

// wholeTree reports whether the tree of a bucket could be read to its last
// leaf, and is that of the last save.
func (w *wreck) wholeTree(bucket []byte) bool {
	return w.sure && !w.broken[""] && !w.broken[string(bucket)]
}

// readFree reads the list of free pages, as far as there is one. The trees
// never lead to a free page: what stands there is old.
func (w *wreck) readFree() {
	w.free, w.freeKnown = map[uint64]bool{}, false
	if w.head == nil {
		return
	}
	page, err := w.page(w.head.freelist)
	if err != nil || binary.NativeEndian.Uint16(page[8:]) != freelistFlag {
		return
	}
	count, ids := uint64(binary.NativeEndian.Uint16(page[10:])), page[pageHead:]
	if count == 0xFFFF && len(ids) >= 8 {
		count, ids = binary.NativeEndian.Uint64(ids), ids[8:]
	}
	w.freeKnown = count <= uint64(len(ids)/8)
	for ; count > 0 && len(ids) >= 8; count, ids = count-1, ids[8:] {
		w.free[binary.NativeEndian.Uint64(ids)] = true
	}
}

// page reads a page with its overflow, if it stands where it belongs.
func (w *wreck) page(id uint64) ([]byte, error) {
	if id < 2 || id >= uint64(w.size/w.pageSize) || w.free[id] {
		return nil, errNothingThere
	}
	page, err := w.extentAt(int64(id), leafFlag, branchFlag, freelistFlag)
	if err == nil && binary.NativeEndian.Uint64(page) != id {
		err = errNothingThere
	}
	return page, err
}

// extentAt reads what stands at the place of a page, with its overflow as far as
// the file goes, if it is of one of these kinds.
func (w *wreck) extentAt(id int64, kinds ...uint16) ([]byte, error) {
	start := id * w.pageSize
	head := make([]byte, pageHead)
	if w.size-start < pageHead {
		return nil, errNothingThere
	}
	if _, err := w.file.ReadAt(head, start); err != nil {
		return nil, err
	}
	length := min((int64(binary.NativeEndian.Uint32(head[12:]))+1)*w.pageSize, maxExtent, w.size-start)
	if !slices.Contains(kinds, binary.NativeEndian.Uint16(head[8:])) || w.budget < length {
		return nil, errNothingThere
	}
	w.budget -= length
	return extent{start, int(length)}.read(w.file)
}

// mark notes that a page has been read, with its overflow up to the end of the
// last value that was whole: what lies there is no page of its own.
func (w *wreck) mark(id, end int64) {
	w.seen[id] = true
	for i := id + 1; i*w.pageSize < end; i++ {
		w.seen[i] = true
	}
}

// tree visits what lies below a page of a bucket, or of the root, with keys
// from low up to below high. What cannot be read is left out.
func (w *wreck) tree(id uint64, bucket string, depth int, low, high []byte) {
	page, err := w.page(id)
	if err != nil || depth == maxDepth || w.seen[id] {
		w.broken[bucket] = true
		return
	}
	count := int(binary.NativeEndian.Uint16(page[10:]))
	switch flags := binary.NativeEndian.Uint16(page[8:]); {
	case flags == leafFlag:
		w.seen[id] = true
		w.mark(int64(id), w.leaf(page, int64(id)*w.pageSize, bucket, func(key []byte) bool { return within(key, low, high) }))
	case flags == branchFlag && count > 0 && pageHead+count*elementSize <= len(page):
		w.seen[id] = true
		keys := make([][]byte, count)
		for i := range count {
			at := pageHead + i*elementSize
			pos, size := fieldsAt(page, at)
			key, err := partOf(page, at+pos, size)
			if err != nil || !within(key, low, high) || i > 0 && bytes.Compare(keys[i-1], key) >= 0 {
				w.broken[bucket] = true // where one key is wrong, none of the page can be trusted
				return
			}
			keys[i] = key
		}
		for i := range count {
			below := high
			if i+1 < count {
				below = keys[i+1]
			}
			w.tree(binary.NativeEndian.Uint64(page[pageHead+i*elementSize+8:]), bucket, depth+1, keys[i], below)
		}
	default:
		w.broken[bucket] = true
	}
}

// leaf visits the keys of a leaf that belong to it. Inside the root they are
// buckets. Live is nil for a leaf to which no tree leads. It returns where the
// last value that is whole ends in the file, 0 without one.
func (w *wreck) leaf(page []byte, offset int64, bucket string, live func(key []byte) bool) (end int64) {
	wrong := func() {
		if live != nil {
			w.broken[bucket] = true
		}
	}
	count := int(binary.NativeEndian.Uint16(page[10:]))
	if pageHead+count*elementSize > len(page) {
		wrong()
		count = (len(page) - pageHead) / elementSize
	}
	for i := range count {
		at := pageHead + i*elementSize
		flags := binary.NativeEndian.Uint32(page[at:])
		pos, keySize := fieldsAt(page, at+4)
		valueSize := int(binary.NativeEndian.Uint32(page[at+12:]))
		key, err := partOf(page, at+pos, keySize)
		if err != nil {
			wrong()
			continue
		}
		value, err := partOf(page, at+pos+keySize, valueSize)
		if w.budget -= int64(valueSize); err != nil || w.budget < 0 || flags > bucketFlag || live != nil && !live(key) {
			wrong()
			continue
		}
		start := offset + int64(at+pos+keySize)
		switch {
		case flags == bucketFlag && (bucket == "" || live == nil):
			end = max(end, w.bucket(string(key), value, start, live != nil))
		case flags == bucketFlag || bucket == "" && live != nil:
			wrong()
		case w.visit(scrap{bucket, key, value, extent{start, valueSize}, live != nil}):
			end = max(end, start+int64(valueSize))
		default:
			wrong()
		}
	}
	return end
}

// bucket visits what is in a bucket: a tree of its own, or a small leaf inside of
// the value. It returns the same as leaf.
func (w *wreck) bucket(name string, value []byte, offset int64, live bool) (end int64) {
	switch {
	case name == "" || len(value) < bucketHead:
		w.broken[name] = w.broken[name] || live
	case binary.NativeEndian.Uint64(value) != 0:
		if live {
			w.tree(binary.NativeEndian.Uint64(value), name, 0, nil, nil)
		}
	case len(value) < bucketHead+pageHead:
		w.broken[name] = w.broken[name] || live
	case live:
		return w.leaf(value[bucketHead:], offset+bucketHead, name, func([]byte) bool { return true })
	default:
		return w.leaf(value[bucketHead:], offset+bucketHead, name, nil)
	}
	return 0
}

// stray visits the leaf at the place of a page, if there seems to be one.
func (w *wreck) stray(id int64) {
	page, err := w.extentAt(id, leafFlag)
	if err != nil {
		return
	}
	if end := w.leaf(page, id*w.pageSize, "", nil); end > 0 {
		w.mark(id, end)
	}
}

// partOf returns part of a page, if it lies inside.
func partOf(page []byte, at, size int) ([]byte, error) {
	if at < pageHead || at > len(page) || size < 0 || size > len(page)-at {
		return nil, errNothingThere
	}
	return page[at : at+size], nil
}
