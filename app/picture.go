package app

import (
	"errors"
	"fmt"
	"image"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"fortegnelse/app/findings"
	"fortegnelse/app/session"
	"fortegnelse/app/ui"
	"fortegnelse/model"
	"fortegnelse/model/check"
	"fortegnelse/model/words"
)

// Picture draws every screen with the Kalmia register, in every language of
// the screen, light and dark, and hands the pictures to take. It needs Fyne's
// software driver, which the build tag ci selects.
func Picture(a fyne.App, version string, at time.Time, take func(name string, picture image.Image) error) error {
	register, err := kalmia()
	if err != nil {
		return err
	}
	d := New(a, stills{}, version, func() time.Time { return at })
	d.AtOnce()
	for _, language := range words.Languages() {
		for _, variant := range []ui.Variant{ui.Light, ui.Dark} {
			d.settings.SetVariant(variant)
			d.look()
			d.session, d.file, d.shell, d.unlock = nil, nil, nil, nil
			d.SetLanguage(language)
			for _, s := range scenes {
				if s.open && d.session == nil {
					d.enter(&still{Memory: &session.Memory{Snapshot: register}, path: picturedPath})
					d.settings.ForgetRecent(picturedPath) // the start screen looks as at the first start
				}
				s.set(d)
				d.window.Resize(fyne.NewSize(1280, 800))
				picture := d.window.Canvas().Capture()
				if err := take(fmt.Sprintf("%s-%s-%s", language, variant, s.name), picture); err != nil {
					return err
				}
				for _, o := range d.window.Canvas().Overlays().List() {
					d.window.Canvas().Overlays().Remove(o)
				}
			}
			if d.session != nil {
				d.closeRegister()
			}
		}
	}
	return nil
}

// picturedPath is where the register that is pictured is said to lie.
var picturedPath = filepath.Join(string(filepath.Separator), "Fortegnelser", "Kalmia"+extension)

// scene is one picture: what to do to see it.
type scene struct {
	name string
	open bool // needs the register
	set  func(*Desk)
}

var scenes = []scene{
	{"01-start", false, func(*Desk) {}},
	{"02-activities", true, func(d *Desk) { d.shell.goActivities() }},
	{"03-activity", true, func(d *Desk) { d.openNumbered("B-01", 0) }},
	{"04-activity-bc", true, func(d *Desk) { d.openNumbered("B-01", 1) }},
	{"05-activity-c", true, func(d *Desk) { d.openNumbered("B-01", 2) }},
	{"06-activity-ef", true, func(d *Desk) { d.openNumbered("B-01", 5) }},
	{"07-activity-g", true, func(d *Desk) { d.openNumbered("B-01", 7) }},
	{"08-processors", true, func(d *Desk) { d.shell.goProcessors() }},
	{"09-processor", true, func(d *Desk) { d.openNumbered("D-01", 0) }},
	{"10-processor-agreement", true, func(d *Desk) { d.openNumbered("D-01", 2) }},
	{"11-entities", true, func(d *Desk) { d.shell.goEntities() }},
	{"12-entity", true, func(d *Desk) { d.openNumbered("E-01", 0) }},
	{"13-measures", true, func(d *Desk) { d.shell.goTo(string(model.KindMeasure)) }},
	{"14-retention", true, func(d *Desk) { d.shell.goTo(string(model.KindRetentionRule)) }},
	{"15-retention-rule", true, func(d *Desk) { d.openNumbered("R-1", 0) }},
	{"16-transfers-empty", true, func(d *Desk) { d.shell.goTo(string(model.KindTransfer)) }},
	{"17-settings", true, func(d *Desk) { d.shell.goSettings() }},
	{"18-palette", true, func(d *Desk) { d.shell.goActivities(); d.shell.find() }},
	{"19-export", true, func(d *Desk) { d.askExport() }},
	{"20-new", true, func(d *Desk) { d.askNew() }},
	{"21-keyboard", true, func(d *Desk) { d.showKeyboard() }},
	{"22-delete-used", true, func(d *Desk) { d.openNumbered("D-01", 0); d.shell.delete() }},
	{"23-protection", true, func(d *Desk) { d.pictured().protected = false; d.showProtection() }},
	{"24-protect", true, func(d *Desk) { d.askProtect() }},
	{"25-recovery-key", true, func(d *Desk) { d.showRecovery(stillKey) }},
	{"26-protected", true, func(d *Desk) { d.pictured().protected = true; d.showProtection() }},
	{"27-backups", true, func(d *Desk) { d.showBackups() }},
	{"28-damaged", true, func(d *Desk) { d.tellTrouble(picturedPath, picturedDamage) }},
	{"29-rescued", true, func(d *Desk) { d.showRescued(picturedRescue, picturedPath) }},
	{"30-newer", true, func(d *Desk) { d.tellTrouble(picturedPath, &FileError{Reason: Newer, Err: errors.New("newer")}) }},
	{"31-synced", true, func(d *Desk) { d.tellRisk(Synced, "OneDrive") }},
	{"32-change-passphrase", true, func(d *Desk) { d.askChangePassphrase() }},
	{"33-deleted", true, func(d *Desk) { d.pictureDeleted() }},
	{"34-read-only", true, func(d *Desk) { d.pictured().readOnly = true; d.shell.goActivities(); d.build() }},
	{"35-locked", true, func(d *Desk) { d.pictured().readOnly = false; d.Lock() }},
	{"36-wrong-passphrase", false, func(d *Desk) { d.unlock.field.wrong(d.words.Text("error.wrong_passphrase")) }},
	{"37-findings", true, func(d *Desk) { d.shell.goFindings() }},
	{"38-finding-accept", true, func(d *Desk) { d.pictureFinding(); d.shell.screen.(*findings.Screen).Accept() }},
	{"39-finding-answered", true, func(d *Desk) { d.pictureAnswer() }},
	{"40-finding-field", true, func(d *Desk) { d.shell.screen.(*findings.Screen).Go() }},
}

// picturedDamage and picturedRescue are what a damaged register is told of.
var (
	picturedDamage = &FileError{
		Reason: Damaged, Detail: "page 17: keys out of order", Err: errors.New("damaged"),
		Backup: Backup{Path: picturedPath, Taken: time.Date(2026, time.November, 20, 8, 15, 0, 0, time.UTC)},
	}
	picturedRescue = Rescued{
		Records: 58, Counted: true, Unnamed: 1, Changes: 214, Missing: 6,
		Lost:        []Named{{model.KindActivity, "B-03"}, {model.KindAgreement, "A-02"}},
		FromHistory: []Named{{model.KindProcessor, "D-01"}}, Uncertain: []Named{{model.KindSystem, "S-4"}},
		Cut: []Named{{model.KindActivity, "B-01"}, {model.KindActivity, "B-06"}},
	}
)

// pictured is the register that the pictures show.
func (d *Desk) pictured() *still { return d.file.(*still) }

// showProtection shows the settings where they tell of the file.
func (d *Desk) showProtection() {
	d.shell.goSettings()
	d.shell.show()
	d.window.Resize(fyne.NewSize(1280, 800))
	d.shell.screen.(*settingsScreen).scroll.ScrollToBottom()
}

// pictureFinding selects the first finding that can be accepted.
func (d *Desk) pictureFinding() {
	d.shell.goFindings()
	screen := d.shell.screen.(*findings.Screen)
	for _, w := range screen.Shown() {
		if w.Rule.Severity == check.Warning {
			screen.Select(w)
			return
		}
	}
}

// pictureAnswer shows a finding that was accepted.
func (d *Desk) pictureAnswer() {
	screen := d.shell.screen.(*findings.Screen)
	w, ok := screen.Finding()
	if !ok {
		return
	}
	today := d.session.Today()
	answer := check.NewAnswer(w.Finding, "accepted", d.words.Text("help.finding_answer.reason"), "DPO", today, today.AddDays(180))
	answer.Head = model.Head{ID: model.NewID(d.now()), Number: d.session.Register().NextNumber(model.KindFindingAnswer), Status: model.Active}
	if err := d.session.Save(model.Change{Put: []model.Record{answer}}, nil); err == nil {
		screen.ShowAll()
		screen.Select(w)
	}
}

// pictureDeleted shows records as deleted that are not.
func (d *Desk) pictureDeleted() {
	for i, number := range []string{"B-05", "D-02", "R-1"} {
		if rec, ok := d.session.Register().Numbered(number); ok {
			at := d.now().AddDate(0, 0, -9*i).Add(time.Duration(-77*i) * time.Minute)
			d.pictured().deletions = append(d.pictured().deletions, Deletion{Time: at, Author: "DPO", Record: rec})
		}
	}
	d.shell.goDeleted()
}

// openNumbered opens a record by its number, at a section.
func (d *Desk) openNumbered(number string, section int) {
	rec, ok := d.session.Register().Numbered(number)
	if !ok {
		return
	}
	d.shell.openRecord(rec.Meta().ID)
	d.window.Resize(fyne.NewSize(1280, 800))
	d.shell.jump(section)
}

func kalmia() (*model.Register, error) {
	content, err := example{file: "kalmia.json"}.read()
	if err != nil {
		return nil, err
	}
	return model.NewRegister(content.Register, content.Records())
}
