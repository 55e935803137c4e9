package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/assets/icons"
)

// IconName names one of the program's own drawings.
type IconName string

// The drawings.
const (
	IconSearch       IconName = "search"
	IconChevronDown  IconName = "chevron-down"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconChevronUp    IconName = "chevron-up"
	IconBack         IconName = "back"
	IconPlus         IconName = "plus"
	IconCheck        IconName = "check"
	IconClose        IconName = "close"
	IconMore         IconName = "more"
	IconCalendar     IconName = "calendar"
	IconDocument     IconName = "document"
	IconSheet        IconName = "sheet"
	IconPack         IconName = "pack"
	IconCode         IconName = "code"
	IconList         IconName = "list"
	IconFolder       IconName = "folder"
	IconClip         IconName = "clip"
	IconLock         IconName = "lock"
	IconExport       IconName = "export"
	IconImport       IconName = "import"
	IconHistory      IconName = "history"
	IconQuote        IconName = "quote"
	IconGlobe        IconName = "globe"
	IconShield       IconName = "shield"
	IconMark         IconName = "mark" // the program's mark: seven bars, a to g
	iconTick         IconName = "tick"
)

// Icon returns the drawing in a colour of the theme; it follows a change of
// theme. An unknown name is a programmer's error and panics.
func Icon(name IconName, colour fyne.ThemeColorName) fyne.Resource {
	data, ok := icons.SVG(string(name))
	if !ok {
		panic("ui: no drawing named " + string(name))
	}
	return &drawing{theme.NewColoredResource(fyne.NewStaticResource(string(name)+".svg", data), colour)}
}

// drawing is a coloured drawing whose name holds the colour it has now:
// painters keep what they have drawn by name, and would otherwise show the
// light theme's drawing in the dark one.
type drawing struct{ *theme.ThemedResource }

// Name implements fyne.Resource.
func (d *drawing) Name() string {
	r, g, b, _ := theme.Color(d.ColorName).RGBA()
	return fmt.Sprintf("%02x%02x%02x_%s", r>>8, g>>8, b>>8, d.ThemedResource.Name())
}

// AppIcon is the program's icon for the window and the system.
func AppIcon() fyne.Resource {
	return fyne.NewStaticResource("icon.png", icons.App)
}

// NewIcon returns an image of the drawing, with sides of size units at text
// size 14.
func NewIcon(name IconName, colour fyne.ThemeColorName, size float32) *canvas.Image {
	image := canvas.NewImageFromResource(Icon(name, colour))
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(Px(size)))
	return image
}

// Sign is a small mark that stands for a severity, the state of a letter or the
// class of data. The zero value draws nothing.
type Sign string

// The signs. Severity and state share signs on purpose: a letter with a warning
// shows the warning's sign.
const (
	SignNothing Sign = ""

	SignError   Sign = "error"   // ✕ error; missing
	SignWarning Sign = "warning" // ! warning; not clarified
	SignInfo    Sign = "info"    // i advice

	SignComplete  Sign = "complete"   // ● a complete letter
	SignNotStated Sign = "not_stated" // – not stated
	SignOpen      Sign = "open"       // ○ not started

	SignOrdinary     Sign = "ordinary"     // ○ ordinary data
	SignConfidential Sign = "confidential" // ◐ confidential data
	SignSpecial      Sign = "special"      // ● special category
	SignNationalID   Sign = "national_id"  // № national identification number
	SignCriminal     Sign = "criminal"     // ▲ criminal offences

	SignYes Sign = "yes" // ✓
)

type signDrawing struct {
	icon   IconName
	colour fyne.ThemeColorName
	size   float32
}

var signs = map[Sign]signDrawing{
	SignError:        {"sign-error", ColorError, 13},
	SignWarning:      {"sign-warning", ColorWarning, 15},
	SignInfo:         {"sign-info", ColorInfo, 15},
	SignComplete:     {"state-complete", ColorAccent, 14},
	SignNotStated:    {"state-none", ColorText2, 14},
	SignOpen:         {"state-open", ColorText2, 14},
	SignOrdinary:     {"class-ordinary", ColorOrdinary, 13},
	SignConfidential: {"class-confidential", ColorConfidential, 13},
	SignSpecial:      {"class-special", ColorSpecial, 13},
	SignNationalID:   {"class-nationalid", ColorNationalID, 15},
	SignCriminal:     {"class-criminal", ColorCriminal, 13},
	SignYes:          {"sign-yes", ColorAccent, 16},
}

// Known reports whether the sign has a drawing.
func (s Sign) Known() bool {
	_, ok := signs[s]
	return ok
}

// Color returns the sign's colour.
func (s Sign) Color() fyne.ThemeColorName {
	if d, ok := signs[s]; ok {
		return d.colour
	}
	return ColorText
}

// NewSign returns an image of the sign, for legends and text lines; nil for a
// sign without drawing.
func NewSign(s Sign) fyne.CanvasObject {
	d, ok := signs[s]
	if !ok {
		return nil
	}
	return NewIcon(d.icon, d.colour, d.size)
}
