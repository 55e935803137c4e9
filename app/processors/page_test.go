package processors_test

import (
	"testing"

	"fortegnelse/app/processors"
	"fortegnelse/app/record/recordtest"
)

func TestPageIsDrawn(t *testing.T) {
	recordtest.Shots(t, "processor", "D-01", processors.Layout(), 2, 4, 6)
}
