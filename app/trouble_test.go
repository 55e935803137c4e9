package app

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fortegnelse/app/session"
	"fortegnelse/model"
)

// broken is files where nothing that exists can be opened.
type broken struct {
	*memoryFiles
	failed    *FileError
	protected bool // rescuing and exporting need the passphrase
	rescued   Rescued
	author    string
	done      []string // "rescue /a/b.fortegnelse"
	risk      Risk
	backups   []Backup
}

func (b *broken) Open(path string, secret []byte) (File, error) {
	if b.made[path] == nil {
		return nil, b.failed
	}
	return b.memoryFiles.Open(path, secret)
}

func (b *broken) need(what, target string, secret []byte) error {
	switch {
	case b.protected && secret == nil:
		return &FileError{Reason: Protected, Err: errors.New("protected")}
	case b.protected && string(secret) != "korrekt hest":
		return &FileError{Reason: WrongPassphrase, Err: errors.New("wrong")}
	}
	register, err := kalmia()
	b.made[target] = &session.Memory{Snapshot: register}
	b.done = append(b.done, what+" "+target)
	return err
}

func (b *broken) Rescue(_, target string, secret []byte, author string) (Rescued, error) {
	b.author = author
	return b.rescued, b.need("rescue", target, secret)
}

func (b *broken) Restore(backup, target string, secret []byte) error {
	return b.need("restore "+backup, target, secret)
}

func (b *broken) ExportNewer(_, target string, secret []byte) error {
	return b.need("export", target, secret)
}

func (b *broken) Risk(string) (Risk, string) { return b.risk, "OneDrive" }

func (b *broken) Backups(string) []Backup { return b.backups }

func withBroken(t *testing.T, failed *FileError) (*Desk, *broken) {
	t.Helper()
	d, files := newDesk(t)
	b := &broken{memoryFiles: files, failed: failed}
	d.files = b
	return d, b
}

var damaged = &FileError{Reason: Damaged, Detail: "page 7", Err: errors.New("the file is damaged: page 7")}

func TestADamagedRegisterCanBeRescued(t *testing.T) {
	d, files := withBroken(t, damaged)
	files.rescued = Rescued{
		Records: 61, Unnamed: 2, Changes: 40, Missing: 3, LastSaves: true, InfoLost: true,
		Lost: []Named{{model.KindActivity, "B-03"}, {model.KindActivity, ""}}, Documents: []Named{{model.KindDocument, "F-2"}},
		Uncertain: []Named{{model.KindProcessor, "D-01"}}, FromHistory: []Named{{model.KindParty, "P-2"}},
		Renumbered: []Named{{model.KindParty, "P-3"}}, Cut: []Named{{model.KindAgreement, "A-1"}},
	}
	d.OpenFile(kalmiaPath)
	press(t, d, "Red, hvad der kan reddes …")
	if want := []string{"rescue /a/Kalmia-reddet.fortegnelse"}; len(files.done) != 1 || files.done[0] != want[0] {
		t.Fatalf("done %v, want %v", files.done, want)
	}
	if files.author == "" || d.session == nil {
		t.Errorf("what was rescued is not open; it was done by %q", files.author)
	}
	shown := texts(d)
	for _, want := range []string{
		"61 poster er reddet", "Tabt: behandlingsaktivitet B-03, behandlingsaktivitet.", "dokument F-2", "2 poster mere er tabt",
		"hvor mange poster der var", "P-2", "D-01", "P-3", "A-1", "egne oplysninger er tabt", "sidste ændringer kan mangle", "3 ændringer af 40",
	} {
		if !strings.Contains(strings.ReplaceAll(shown, "\n", " "), want) {
			t.Errorf("%q is not told:\n%s", want, shown)
		}
	}
}

func TestTheListOfWhatWasLostCanBeSaved(t *testing.T) {
	whole := Rescued{Records: 1, Whole: true}
	d, _ := withKalmia(t)
	lines := whole.lines(d)
	if want := "1 post er reddet i en ny fil. Den beskadigede fil er ikke ændret. Intet er gået tabt."; strings.Join(lines, " ") != want {
		t.Errorf("of a whole register %q is said", lines)
	}
	part := Rescued{Records: 2, Counted: true, History: true, Lost: []Named{{model.KindActivity, "B-03"}}}
	want := []string{"2 poster er reddet i en ny fil. Den beskadigede fil er ikke ændret.", "Tabt: behandlingsaktivitet B-03.", "Hele historikken er bevaret."}
	if got := part.lines(d); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("said %q, want %q", got, want)
	}
	dir := t.TempDir()
	d.saveRescued(dir, "/a/Kalmia-reddet.fortegnelse", want)
	text, err := os.ReadFile(filepath.Join(dir, "Kalmia-reddet.txt"))
	if err != nil || !strings.Contains(string(text), "Tabt: behandlingsaktivitet B-03.\n") {
		t.Errorf("saved %q, %v", text, err)
	}
}

func TestRescuingAProtectedRegisterAsksForItsPassphrase(t *testing.T) {
	d, files := withBroken(t, &FileError{Reason: Tampered, Err: errors.New("x")})
	files.protected, files.rescued = true, Rescued{Records: 61, Whole: true}
	d.OpenFile(kalmiaPath)
	press(t, d, "Red, hvad der kan reddes …")
	fillIn(t, d, "Red, hvad der kan reddes", "forkert")
	if got := texts(d); !strings.Contains(got, "Adgangskoden er forkert") || len(files.done) > 0 {
		t.Fatalf("a wrong passphrase is not refused:\n%s", got)
	}
	fillIn(t, d, "Red, hvad der kan reddes", "korrekt hest")
	if got := texts(d); len(files.done) != 1 || !strings.Contains(got, "Intet er gået tabt") {
		t.Errorf("%v:\n%s", files.done, got)
	}
}

func TestARescueThatFindsNothingIsTold(t *testing.T) {
	d, files := withBroken(t, damaged)
	d.files = &nothingLeft{files}
	d.OpenFile(kalmiaPath)
	press(t, d, "Red, hvad der kan reddes …")
	if got := texts(d); !strings.Contains(got, "Intet kunne reddes") || !strings.Contains(got, "Brug en sikkerhedskopi") || d.session != nil {
		t.Errorf("told:\n%s", got)
	}
}

type nothingLeft struct{ *broken }

func (n *nothingLeft) Rescue(string, string, []byte, string) (Rescued, error) {
	return Rescued{}, &FileError{Reason: NothingRescued, Err: errors.New("nothing")}
}

func TestARegisterOfANewerVersionIsExported(t *testing.T) {
	d, files := withBroken(t, &FileError{Reason: Newer, Err: errors.New("newer")})
	dir := t.TempDir()
	d.OpenFile(kalmiaPath)
	if got := texts(d); !strings.Contains(got, "nyere udgave") || !strings.Contains(got, "Eksportér som JSON …") {
		t.Errorf("told:\n%s", got)
	}
	press(t, d, "Luk")
	d.exportNewer(kalmiaPath, dir)
	if want := "export " + filepath.Join(dir, "Kalmia.json"); len(files.done) != 1 || files.done[0] != want {
		t.Errorf("done %v, want %s", files.done, want)
	}
	if got := texts(d); !strings.Contains(got, "Kalmia.json") {
		t.Errorf("the file is not named:\n%s", got)
	}
}

func TestAProtectedBackupAsksForItsPassphrase(t *testing.T) {
	failed := *damaged
	failed.Backup = Backup{Path: "/a/copy", Taken: noon}
	d, files := withBroken(t, &failed)
	files.protected = true
	d.OpenFile(kalmiaPath)
	press(t, d, "Åbn sikkerhedskopien")
	fillIn(t, d, "Åbn sikkerhedskopien", "korrekt hest")
	if want := "restore /a/copy /a/Kalmia-2026-11-21.fortegnelse"; len(files.done) != 1 || files.done[0] != want {
		t.Errorf("done %v, want %s", files.done, want)
	}
	if d.session == nil {
		t.Errorf("the backup is not open:\n%s", texts(d))
	}
}

func TestTheRiskOfAFolderIsToldOnce(t *testing.T) {
	for risk, want := range map[Risk]string{Synced: "OneDrive kopierer filen", Network: "Mappen er på netværket", NoRisk: ""} {
		d, files := withBroken(t, damaged)
		files.risk = risk
		register, err := kalmia()
		if err != nil {
			t.Fatal(err)
		}
		open := func() {
			d.enter(&still{Memory: &session.Memory{Snapshot: register}, path: kalmiaPath})
		}
		open()
		if got := strings.ReplaceAll(texts(d), "\n", " "); want != "" && !strings.Contains(got, want) {
			t.Errorf("%s: %q is not told:\n%s", risk, want, got)
		}
		if want != "" {
			press(t, d, "Behold den her")
		}
		d.closeRegister()
		open()
		if d.window.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: the person is told again:\n%s", risk, texts(d))
		}
	}
}

func TestChoosingBackups(t *testing.T) {
	d, files := withBroken(t, damaged)
	register, err := kalmia()
	if err != nil {
		t.Fatal(err)
	}
	file := &still{Memory: &session.Memory{Snapshot: register}, path: kalmiaPath}
	d.enter(file)
	d.shell.goSettings()
	if got := texts(d); !strings.Contains(got, "Ved siden af fortegnelsen") || strings.Contains(got, "Læg dem ved siden af") {
		t.Errorf("the settings say:\n%s", got)
	}
	d.setBackupFolder("/media/disk")
	if got := texts(d); file.folder != "/media/disk" || !strings.Contains(got, "media › disk") {
		t.Errorf("the folder is %s:\n%s", file.folder, got)
	}
	d.showBackups()
	if got := texts(d); !strings.Contains(got, "Der er ingen endnu") {
		t.Errorf("told:\n%s", got)
	}
	press(t, d, "Luk")
	files.backups = []Backup{{"/a/k/2", noon}, {"/a/k/1", noon.Add(-30 * time.Hour)}}
	d.showBackups()
	if got := texts(d); !strings.Contains(got, "21.11.2026 kl. 12.00") || !strings.Contains(got, "20.11.2026 kl. 06.00") {
		t.Errorf("told:\n%s", got)
	}
	press(t, d, "Luk")
	d.askRestore(kalmiaPath, files.backups[1])
	press(t, d, "Gendan")
	if want := "restore /a/k/1 /a/Kalmia-2026-11-20.fortegnelse"; len(files.done) != 1 || files.done[0] != want {
		t.Errorf("done %v, want %s", files.done, want)
	}
}
