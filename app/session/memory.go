package session

import "fortegnelse/model"

// Memory is a Keeper without a file, for tests and pictures.
type Memory struct {
	Snapshot *model.Register
	Changes  []model.Change
	Fail     error // returned by Save
}

// Register implements Keeper.
func (m *Memory) Register() *model.Register { return m.Snapshot }

// Save implements Keeper.
func (m *Memory) Save(c model.Change, _ string) error {
	if m.Fail != nil {
		return m.Fail
	}
	m.Snapshot = m.Snapshot.With(c)
	m.Changes = append(m.Changes, c)
	return nil
}

// Path implements Keeper.
func (m *Memory) Path() string { return "" }

// Close implements Keeper.
func (m *Memory) Close() error { return nil }
