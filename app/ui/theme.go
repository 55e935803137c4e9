package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"fortegnelse/assets/fonts"
)

// Variant says whether a theme is light, dark, or as the system wants it.
type Variant string

// The three variants.
const (
	System Variant = "system"
	Light  Variant = "light"
	Dark   Variant = "dark"
)

// The limits and the default of the text size, in the units of a 96 dpi screen.
const (
	MinTextSize     float32 = 12
	DefaultTextSize float32 = 14
	MaxTextSize     float32 = 20
)

// SizeNameDisplay is the size of the largest text: the start screen's title and
// big numbers.
const SizeNameDisplay fyne.ThemeSizeName = "display"

// Theme draws the program. The zero value is light or dark as the system is,
// with text of the default size.
type Theme struct {
	Variant  Variant
	TextSize float32
}

// NewTheme returns a theme; a text size outside 12–20 is moved to the nearest limit.
func NewTheme(variant Variant, textSize float32) *Theme {
	return &Theme{Variant: variant, TextSize: min(max(textSize, MinTextSize), MaxTextSize)}
}

// Color returns the colour of one of our tokens or of one of Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	dark := variant == theme.VariantDark
	switch t.Variant {
	case Light:
		dark = false
	case Dark:
		dark = true
	}
	if token, ok := fyneTokens[name]; ok {
		name = token
	}
	if c, ok := tokens[name]; ok {
		if dark {
			return c.dark
		}
		return c.light
	}
	if dark {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

// Font returns Noto Sans in the wanted style; Fyne's own font where it has
// something Noto Sans lacks (fixed width, symbols).
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return fontBold
	case style.Italic:
		return fontItalic
	}
	return fontRegular
}

var (
	fontRegular = fyne.NewStaticResource("NotoSans-Regular.ttf", fonts.Regular)
	fontBold    = fyne.NewStaticResource("NotoSans-Bold.ttf", fonts.Bold)
	fontItalic  = fyne.NewStaticResource("NotoSans-Italic.ttf", fonts.Italic)
)

// Icon returns Fyne's icon of that name; ours come from [Icon].
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns a measure. Text sizes follow the chosen text size; lines and
// radii do not.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	text := t.TextSize
	if text == 0 {
		text = DefaultTextSize
	}
	scale := text / DefaultTextSize
	switch name {
	case theme.SizeNameText:
		return text
	case theme.SizeNameCaptionText:
		return 12 * scale
	case theme.SizeNameSubHeadingText:
		return 16 * scale
	case theme.SizeNameHeadingText:
		return 20 * scale
	case SizeNameDisplay:
		return 26 * scale
	case theme.SizeNameInlineIcon:
		return 16 * scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6 * scale // keeps the text in the middle of a field of any size
	case theme.SizeNameInputRadius:
		return 4
	case theme.SizeNameSelectionRadius:
		return 0
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}

// Px turns a measure of the drawings, which are made at text size 14, into the
// measure for the present text size. A larger text needs higher rows; a smaller
// one gets lower ones.
func Px(v float32) float32 {
	return v * theme.TextSize() / DefaultTextSize
}
