package app

import "fortegnelse/app/ui"

// warnOfFolder tells once of each file what may happen to it where it lies.
func (d *Desk) warnOfFolder() {
	path := d.file.Path()
	if path == "" || d.settings.Warned(path) {
		return
	}
	if risk, service := d.files.Risk(path); risk != NoRisk {
		d.tellRisk(risk, service)
	}
}

// tellRisk says what may happen, and what is better. The person is not told
// again of this file.
func (d *Desk) tellRisk(risk Risk, service string) {
	t := d.words.Text
	path := d.file.Path()
	modal := &ui.Modal{Title: t("risk."+string(risk), "Service", service), Width: 520, Content: ui.Stack(ui.Px(8),
		ui.NewParagraph(t("risk."+string(risk)+"_text", "Service", service)), ui.NewParagraph(t("risk.advice")))}
	modal.OnClose = func() {
		d.settings.SetWarned(path)
		modal.Hide()
	}
	modal.Buttons = []*ui.Button{
		ui.NewButton(t("bar.show_folder"), ui.IconFolder, func() { d.showFolder(path) }),
		ui.NewPrimary(t("risk.keep"), "", modal.OnClose),
	}
	modal.Show(d.window.Canvas())
}
