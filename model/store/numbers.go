package store

import (
	"strings"
	"sync"

	"fortegnelse/model"
)

// numbers knows which record has which number, in whatever case. Without it
// every save would look through the whole register.
type numbers struct {
	mutex sync.Mutex
	owner map[string]model.ID
}

func (n *numbers) get(number string) (owner model.ID, taken bool) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	owner, taken = n.owner[numberKey(number)]
	return owner, taken
}

func (n *numbers) len() int {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return len(n.owner)
}

// follow takes over what a save has changed.
func (n *numbers) follow(changes []Change) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	for _, c := range changes {
		if c.Before != nil {
			delete(n.owner, numberKey(c.Before.Meta().Number))
		}
	}
	for _, c := range changes {
		if c.After != nil {
			n.owner[numberKey(c.After.Meta().Number)] = c.After.Meta().ID
		}
	}
}

// numberKey is the form in which numbers are compared.
func numberKey(number string) string { return strings.ToUpper(number) }
