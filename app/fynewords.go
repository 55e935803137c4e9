package app

import (
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2/lang"

	"fortegnelse/model/words"
)

// fynePrefix marks the words of Fyne's own dialogs in our catalogues.
const fynePrefix = "fyne."

// speakFyne makes Fyne's own dialogs speak a language. Fyne takes the words of
// the system's language and offers no other choice, so ours are registered as
// the system's.
func speakFyne(c *words.Catalogue) {
	messages := map[string]string{}
	for _, key := range c.Keys() {
		if own, ok := strings.CutPrefix(key, fynePrefix); ok {
			messages[own] = c.Text(key)
		}
	}
	data, err := json.Marshal(messages)
	if err != nil {
		return // plain strings always encode
	}
	if err := lang.AddTranslationsForLocale(data, lang.SystemLocale()); err != nil {
		return // Fyne then speaks English; ours are not touched
	}
}
