package record_test

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// find returns the first widget of a type inside an object, nil if none.
func find[T fyne.CanvasObject](o fyne.CanvasObject) T {
	var none T
	if all := findAll[T](o); len(all) > 0 {
		return all[0]
	}
	return none
}

// findAll returns the widgets of a type inside an object.
func findAll[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	if o == nil {
		return nil
	}
	if found, ok := o.(T); ok {
		return []T{found}
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	var all []T
	for _, child := range inside {
		all = append(all, findAll[T](child)...)
	}
	return all
}
