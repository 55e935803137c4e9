package ui

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

// contrast is the contrast ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	high, low := luminance(a), luminance(b)
	if high < low {
		high, low = low, high
	}
	return (high + 0.05) / (low + 0.05)
}

func TestContrastFormula(t *testing.T) {
	if got := contrast(rgb(0x000000), rgb(0xFFFFFF)); math.Abs(got-21) > 0.01 {
		t.Errorf("black on white has contrast %.2f, want 21", got)
	}
	if got := contrast(rgb(0x777777), rgb(0xFFFFFF)); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777777 on white has contrast %.2f, want 4.48", got)
	}
}

// TestContrast holds every text colour at 4.5 or more on each ground it stands
// on, and the frame of fields at 3, in both themes.
func TestContrast(t *testing.T) {
	type names = []fyne.ThemeColorName
	everywhere := names{ColorBackground, ColorNav, ColorRaised, ColorHead, ColorSelected, ColorHover}
	pairs := []struct {
		text    fyne.ThemeColorName
		grounds names
		least   float64
	}{
		{ColorText, append(names{ColorMark, ColorErrorTint, ColorWarningTint, ColorInfoTint, ColorOkTint}, everywhere...), 4.5},
		{ColorText2, everywhere, 4.5},
		{ColorText3, everywhere, 4.5},
		{ColorAccent, append(names{ColorOkTint, ColorWarningTint, ColorErrorTint, ColorInfoTint}, everywhere...), 4.5},
		{ColorOnAccent, names{ColorAccent}, 4.5},
		{ColorError, append(names{ColorErrorTint}, everywhere...), 4.5},
		{ColorWarning, append(names{ColorWarningTint}, everywhere...), 4.5},
		{ColorInfo, append(names{ColorInfoTint}, everywhere...), 4.5},
		{ColorOrdinary, everywhere, 4.5},
		{ColorConfidential, everywhere, 4.5},
		{ColorSpecial, everywhere, 4.5},
		{ColorNationalID, everywhere, 4.5},
		{ColorCriminal, everywhere, 4.5},
		{ColorControl, names{ColorBackground, ColorNav, ColorRaised}, 3},
		{ColorBackground, names{ColorText}, 4.5}, // the banner of the past
	}
	for _, variant := range []Variant{Light, Dark} {
		th := NewTheme(variant, DefaultTextSize)
		colour := func(name fyne.ThemeColorName) color.NRGBA {
			return th.Color(name, theme.VariantLight).(color.NRGBA)
		}
		for _, p := range pairs {
			for _, ground := range p.grounds {
				t.Run(fmt.Sprintf("%s/%s on %s", variant, p.text, ground), func(t *testing.T) {
					if got := contrast(colour(p.text), colour(ground)); got < p.least {
						t.Errorf("contrast %.2f, want at least %.1f", got, p.least)
					}
				})
			}
		}
	}
}

func TestThemeVariant(t *testing.T) {
	tests := []struct {
		name    string
		variant Variant
		system  fyne.ThemeVariant
		want    color.NRGBA
	}{
		{"light on a dark system", Light, theme.VariantDark, rgb(0xFFFFFF)},
		{"dark on a light system", Dark, theme.VariantLight, rgb(0x12191A)},
		{"as a light system", System, theme.VariantLight, rgb(0xFFFFFF)},
		{"as a dark system", System, theme.VariantDark, rgb(0x12191A)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			th := NewTheme(tt.variant, DefaultTextSize)
			if got := th.Color(theme.ColorNameBackground, tt.system); got != tt.want {
				t.Errorf("background is %v, want %v", got, tt.want)
			}
		})
	}
}

func TestThemeTextSize(t *testing.T) {
	tests := []struct{ asked, text, caption, heading float32 }{
		{8, 12, 12 * 12.0 / 14, 20 * 12.0 / 14},
		{14, 14, 12, 20},
		{20, 20, 12 * 20.0 / 14, 20 * 20.0 / 14},
		{40, 20, 12 * 20.0 / 14, 20 * 20.0 / 14},
	}
	for _, tt := range tests {
		th := NewTheme(Light, tt.asked)
		for name, want := range map[fyne.ThemeSizeName]float32{
			theme.SizeNameText: tt.text, theme.SizeNameCaptionText: tt.caption, theme.SizeNameHeadingText: tt.heading,
		} {
			if got := th.Size(name); math.Abs(float64(got-want)) > 0.01 {
				t.Errorf("size %q of text size %v is %v, want %v", name, tt.asked, got, want)
			}
		}
	}
}

func TestEverySignIsDrawn(t *testing.T) {
	for s, d := range signs {
		if len(Icon(d.icon, d.colour).Content()) == 0 {
			t.Errorf("the sign %q has an empty drawing", s)
		}
	}
	if SignNothing.Known() || NewSign(SignNothing) != nil {
		t.Error("no sign must draw nothing")
	}
}
