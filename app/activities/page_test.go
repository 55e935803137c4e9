package activities_test

import (
	"testing"

	"fortegnelse/app/activities"
	"fortegnelse/app/record/recordtest"
)

func TestPageIsDrawn(t *testing.T) {
	recordtest.Shots(t, "activity", "B-01", activities.Layout(), 1, 2, 3, 4, 5, 6, 7, 8, 12, 15)
}
