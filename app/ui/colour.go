package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The colours of the program, by use. Each has a light and a dark value; text
// colours have a contrast of at least 4.5 on every ground they stand on.
const (
	ColorBackground   fyne.ThemeColorName = "bg"       // page, fields, dialogs
	ColorNav          fyne.ThemeColorName = "nav"      // navigation, top bar, preview pane
	ColorRaised       fyne.ThemeColorName = "raised"   // inspector, group rows, summary sentence
	ColorHead         fyne.ThemeColorName = "head"     // chips, unavailable choice
	ColorSelected     fyne.ThemeColorName = "sel"      // selected row, always with an accent bar
	ColorHover        fyne.ThemeColorName = "rowhover" // row or button under the pointer
	ColorLine         fyne.ThemeColorName = "line"     // hairline between rows
	ColorLine2        fyne.ThemeColorName = "line2"    // line under a heading or a table head
	ColorControl      fyne.ThemeColorName = "ctl"      // border of fields, buttons, boxes
	ColorText         fyne.ThemeColorName = "ink"      // text
	ColorText2        fyne.ThemeColorName = "ink2"     // labels, numbers, what is not stated
	ColorText3        fyne.ThemeColorName = "ink3"     // captions, placeholders, disabled
	ColorAccent       fyne.ThemeColorName = "accent"   // primary button, links, letters, focus
	ColorOnAccent     fyne.ThemeColorName = "onaccent" // text on the accent
	ColorError        fyne.ThemeColorName = "err"
	ColorErrorTint    fyne.ThemeColorName = "errtint"
	ColorWarning      fyne.ThemeColorName = "warn"
	ColorWarningTint  fyne.ThemeColorName = "warntint"
	ColorInfo         fyne.ThemeColorName = "info"
	ColorInfoTint     fyne.ThemeColorName = "infotint"
	ColorOkTint       fyne.ThemeColorName = "oktint" // behind the accent in a tag
	ColorOrdinary     fyne.ThemeColorName = "ord"
	ColorConfidential fyne.ThemeColorName = "conf"
	ColorSpecial      fyne.ThemeColorName = "spec"
	ColorNationalID   fyne.ThemeColorName = "nid"
	ColorCriminal     fyne.ThemeColorName = "crim"
	ColorMark         fyne.ThemeColorName = "mark"  // behind found letters
	ColorScrim        fyne.ThemeColorName = "scrim" // behind dialogs
	colorShadow       fyne.ThemeColorName = "soft"  // Fyne's own shadows
)

type pair struct{ light, dark color.NRGBA }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

var tokens = map[fyne.ThemeColorName]pair{
	ColorBackground:   {rgb(0xFFFFFF), rgb(0x12191A)},
	ColorNav:          {rgb(0xF3F6F5), rgb(0x181F21)},
	ColorRaised:       {rgb(0xF8FAF9), rgb(0x161E20)},
	ColorHead:         {rgb(0xEEF2F1), rgb(0x1E2729)},
	ColorSelected:     {rgb(0xDDECED), rgb(0x17363B)},
	ColorHover:        {rgb(0xE9F0EF), rgb(0x1D282A)},
	ColorLine:         {rgb(0xDCE3E1), rgb(0x2A3537)},
	ColorLine2:        {rgb(0xB9C4C2), rgb(0x445154)},
	ColorControl:      {rgb(0x75827F), rgb(0x738083)},
	ColorText:         {rgb(0x17211F), rgb(0xE7EDEC)},
	ColorText2:        {rgb(0x47534F), rgb(0xB4C0BF)},
	ColorText3:        {rgb(0x5F6C69), rgb(0x93A09F)},
	ColorAccent:       {rgb(0x0B5563), rgb(0x63C2CC)},
	ColorOnAccent:     {rgb(0xFFFFFF), rgb(0x06262B)},
	ColorError:        {rgb(0xA8231B), rgb(0xFF978B)},
	ColorErrorTint:    {rgb(0xFAECEA), rgb(0x3A1F1D)},
	ColorWarning:      {rgb(0x7D5200), rgb(0xE8B75A)},
	ColorWarningTint:  {rgb(0xFAF0DA), rgb(0x35290F)},
	ColorInfo:         {rgb(0x2B5C8A), rgb(0x8DBDEB)},
	ColorInfoTint:     {rgb(0xE8F0F7), rgb(0x17293A)},
	ColorOkTint:       {rgb(0xE1EEEF), rgb(0x15343A)},
	ColorOrdinary:     {rgb(0x47534F), rgb(0xB4C0BF)},
	ColorConfidential: {rgb(0x7A5A00), rgb(0xDDB24F)},
	ColorSpecial:      {rgb(0x8A1F5C), rgb(0xF08CC0)},
	ColorNationalID:   {rgb(0x3B47A0), rgb(0xA9B4FF)},
	ColorCriminal:     {rgb(0x9C2F12), rgb(0xFF9C7C)},
	ColorMark:         {rgb(0xFFF0B8), rgb(0x5A4A12)},
	ColorScrim:        {color.NRGBA{0x12, 0x1C, 0x1E, 97}, color.NRGBA{0, 0, 0, 140}},
	colorShadow:       {color.NRGBA{0x12, 0x1C, 0x1E, 20}, color.NRGBA{0, 0, 0, 60}},
}

// fyneTokens gives Fyne's own widgets our colours.
var fyneTokens = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorBackground,
	theme.ColorNameButton:              ColorBackground,
	theme.ColorNameDisabledButton:      ColorHead,
	theme.ColorNameDisabled:            ColorText3,
	theme.ColorNameError:               ColorError,
	theme.ColorNameFocus:               ColorAccent,
	theme.ColorNameForeground:          ColorText,
	theme.ColorNameForegroundOnError:   ColorBackground,
	theme.ColorNameForegroundOnPrimary: ColorOnAccent,
	theme.ColorNameForegroundOnSuccess: ColorOnAccent,
	theme.ColorNameForegroundOnWarning: ColorBackground,
	theme.ColorNameHeaderBackground:    ColorRaised,
	theme.ColorNameHover:               ColorHover,
	theme.ColorNameHyperlink:           ColorAccent,
	theme.ColorNameInputBackground:     ColorBackground,
	theme.ColorNameInputBorder:         ColorControl,
	theme.ColorNameMenuBackground:      ColorBackground,
	theme.ColorNameOverlayBackground:   ColorBackground,
	theme.ColorNamePlaceHolder:         ColorText3,
	theme.ColorNamePressed:             ColorSelected,
	theme.ColorNamePrimary:             ColorAccent,
	theme.ColorNameScrollBar:           ColorControl,
	theme.ColorNameScrollBarBackground: ColorNav,
	theme.ColorNameSelection:           ColorSelected,
	theme.ColorNameSeparator:           ColorLine,
	theme.ColorNameShadow:              colorShadow, // scrollers paint their edges with it
	theme.ColorNameSuccess:             ColorAccent,
	theme.ColorNameWarning:             ColorWarning,
}
