// Package fonts holds the one type family of the program, Noto Sans, as
// TrueType files. Screen and printed report draw with the same bytes, so a
// word has the same shape in both. The fonts stand under the SIL Open Font
// License 1.1, whose text is OFL.txt in this folder.
//
// The fonts lack some signs the program uses: ✕ ✓ ○ ● ◐ ▲ → ≥. Those are drawn,
// never typed. They have № § – … » «.
package fonts

import _ "embed"

// Regular is Noto Sans Regular.
//
//go:embed NotoSans-Regular.ttf
var Regular []byte

// Bold is Noto Sans Bold.
//
//go:embed NotoSans-Bold.ttf
var Bold []byte

// Italic is Noto Sans Italic, used for what is not stated, for quotations and
// for the wording of the law.
//
//go:embed NotoSans-Italic.ttf
var Italic []byte

// License is the text of the SIL Open Font License with its copyright notice.
//
//go:embed OFL.txt
var License string
