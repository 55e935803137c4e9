package check

import (
	"testing"

	"fortegnelse/model"
	"fortegnelse/model/modeltest"
)

// clinic is a small register on which no rule finds anything. An example
// spoils one thing in it.
type clinic struct {
	info   model.Info
	entity *model.LegalEntity
	more   []model.Record
}

func newClinic() *clinic {
	c := &clinic{info: model.Info{ID: model.NewID(modeltest.Generated), Name: "Klinik", Language: "da", Country: "dk"}}
	c.entity = &model.LegalEntity{
		LegalName:    model.Value("Klinik Havnegade ApS"),
		Registration: model.Value(model.Registration{Kind: "cvr", Printed: "25052943"}),
		Address:      model.Value(model.Address{Street: "Havnegade 1", Postcode: "5000", City: "Odense C", Country: "dk"}),
		Phone:        model.Value("66 00 00 00"),
		Email:        model.Value("klinik@havnegade.dk"),
	}
	head(c.entity, "E-1")
	return c
}

// head gives a record its ID and number.
func head(rec model.Record, number string) {
	rec.Meta().ID = model.NewID(modeltest.Generated)
	rec.Meta().Number = number
}

// add puts one more record into the register.
func (c *clinic) add(rec model.Record, number string) model.ID {
	head(rec, number)
	c.more = append(c.more, rec)
	return rec.Meta().ID
}

func (c *clinic) register(t testing.TB) *model.Register {
	t.Helper()
	r, err := model.NewRegister(c.info, append([]model.Record{c.entity}, c.more...))
	if err != nil {
		t.Fatal(err)
	}
	if problems := model.Validate(r.Content()); len(problems) > 0 {
		t.Fatal(problems[0])
	}
	return r
}
