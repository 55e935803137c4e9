package report

import "testing"

func TestJoinEndsSentences(t *testing.T) {
	for _, tt := range []struct {
		sep   string
		parts []string
		want  string
	}{
		{"; ", []string{"navn", "", "adresse"}, "navn; adresse"},
		{"; ", []string{"Vi spørger altid.", "Form: skriftligt"}, "Vi spørger altid. Form: skriftligt"},
		{"; ", []string{"forsikringsselskaber mv.", "såfremt du er henvist"}, "forsikringsselskaber mv.; såfremt du er henvist"},
		{"; ", []string{"Vi spørger altid.", "»citat«"}, "Vi spørger altid.; »citat«"},
		{", ", []string{"Klinikken I.", "København"}, "Klinikken I., København"},
		{"; ", nil, ""},
	} {
		var texts []Text
		for _, p := range tt.parts {
			texts = append(texts, Say(p))
		}
		if got := join(tt.sep, texts...).String(); got != tt.want {
			t.Errorf("join(%q) = %q, want %q", tt.parts, got, tt.want)
		}
		if got := joinWords(tt.sep, tt.parts...); got != tt.want {
			t.Errorf("joinWords(%q) = %q, want %q", tt.parts, got, tt.want)
		}
	}
}
