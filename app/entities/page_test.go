package entities_test

import (
	"testing"

	"fortegnelse/app/entities"
	"fortegnelse/app/record/recordtest"
)

func TestPageIsDrawn(t *testing.T) {
	recordtest.Shots(t, "entity", "E-01", entities.Layout(), 2, 4, 7)
}
