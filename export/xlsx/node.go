package xlsx

import (
	"strings"

	"fortegnelse/model"
)

// node is a record, or one entry of a list in it, with everything it says.
type node struct {
	list    string // general path of the list, "purposes[].bases"; "" for the record
	index   int    // position in the list
	leaves  []*model.Leaf
	entries []*node // of all its lists, in order
}

// tree sorts the leaves of a record into the lists that hold them.
func tree(leaves []model.Leaf) *node {
	root := &node{}
	open := []*node{root} // from the record down to the entry now being filled
	for i := range leaves {
		l := &leaves[i]
		open = descend(open, l)
		at := open[len(open)-1]
		at.leaves = append(at.leaves, l)
	}
	return root
}

// descend opens the entries in which a leaf lies, and closes those it has
// left. Leaves come in the order of the fields, so an entry is opened once.
func descend(open []*node, l *model.Leaf) []*node {
	general, concrete := l.Field.Path, l.Path
	depth, from := 0, 0
	for {
		end := strings.Index(general[from:], "[].")
		if end < 0 {
			return open[:depth+1]
		}
		list := general[:from+end]
		var index int
		index, concrete = position(concrete)
		depth++
		if len(open) <= depth || open[depth].list != list || open[depth].index != index {
			entry := &node{list: list, index: index}
			parent := open[depth-1]
			parent.entries = append(parent.entries, entry)
			open = append(open[:depth], entry)
		}
		from += end + len("[].")
	}
}

// position reads the first list position of a concrete path and returns it
// with the rest of the path.
func position(path string) (int, string) {
	at := strings.IndexByte(path, '[') + 1
	n := 0
	for ; path[at] != ']'; at++ {
		n = n*10 + int(path[at]-'0')
	}
	return n, path[at+1:]
}

// find returns what n says in a field, or nil.
func (n *node) find(f *model.Field) *model.Leaf {
	for _, l := range n.leaves {
		if l.Field == f {
			return l
		}
	}
	return nil
}

// holds reports whether n says anything in a group of fields.
func (n *node) holds(group *model.Field) bool {
	for _, e := range n.entries {
		if within(e.list, group.Path) {
			return true
		}
	}
	for _, l := range n.leaves {
		if within(l.Field.Path, group.Path) && l.Field != group {
			return true
		}
	}
	return false
}

// within reports whether path is that of a group or of something in it.
func within(path, group string) bool {
	rest, ok := strings.CutPrefix(path, group)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}
