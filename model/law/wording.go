package law

import (
	"fmt"
	"io/fs"

	"fortegnelse/model"
)

// Text is a passage of the law in one language, word for word.
type Text struct {
	Text     string
	Source   string // the act, in the same language
	Verified bool   // seen in the official text
}

type textKey struct{ article, letter, lang string }

// Wording returns what a letter of Article 30 says, in "da", "sv", "nb" or
// "en": Wording("30(1)", "f", "da") for a controller, "30(2)" for a
// processor. Without a letter it is the title of Article 30. Nothing is
// known of other articles: the Text is then empty.
func Wording(article, letter, lang string) Text {
	if letter == "" {
		article = "30"
	}
	return loaded().texts[textKey{article, letter, lang}]
}

func (d *data) loadWording(files fs.FS) error {
	const name = "article30.json"
	var file struct {
		Date  model.Date `json:"date"`
		Texts []struct {
			Article  string `json:"article"`
			Letter   string `json:"letter"`
			Lang     string `json:"lang"`
			Text     string `json:"text"`
			Source   string `json:"source"`
			Verified bool   `json:"verified"`
		} `json:"texts"`
	}
	if err := read(files, name, &file); err != nil {
		return err
	}
	d.texts = make(map[textKey]Text, len(file.Texts))
	for _, t := range file.Texts {
		key := textKey{t.Article, t.Letter, t.Lang}
		if _, twice := d.texts[key]; twice {
			return fmt.Errorf("law data %s: %s (%s) stands twice in %q", name, t.Article, t.Letter, t.Lang)
		}
		d.texts[key] = Text{t.Text, t.Source, t.Verified}
	}
	return nil
}
