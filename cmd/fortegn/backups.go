package main

import (
	"flag"
	"fmt"
	"path/filepath"

	"fortegnelse/model"
	"fortegnelse/model/store"
)

var backupsCommand = command{
	name: "backups", opens: true, arguments: "[-folder DIR | -beside] [-days N] [-months N] FILE", example: "fortegn backups -folder /media/usb/copies kalmia.fortegnelse",
	flags: func(p *program, f *flag.FlagSet) func([]string) error {
		var next store.RotateOptions
		f.StringVar(&next.Folder, "folder", "", p.text("folder"))
		beside := f.Bool("beside", false, p.text("beside"))
		f.IntVar(&next.Days, "days", store.DefaultDays, p.text("days"))
		f.IntVar(&next.Months, "months", store.DefaultMonths, p.text("months"))
		return func(args []string) error {
			if len(args) != 1 || *beside && next.Folder != "" {
				return wrongCount("backups")
			}
			given := map[string]bool{}
			f.Visit(func(fl *flag.Flag) { given[fl.Name] = true })
			delete(given, "passphrase-file")
			if len(given) > 0 {
				if err := p.keepBackups(args[0], next, given); err != nil {
					return about(args[0], err)
				}
			}
			return about(args[0], p.listBackups(args[0]))
		}
	},
}

// keepBackups changes what is given of where backups go and how many are kept.
func (p *program) keepBackups(file string, next store.RotateOptions, given map[string]bool) error {
	s, err := p.open(file)
	if err != nil {
		return err
	}
	defer s.Close() // nothing was saved
	was, err := store.RotateOptionsOf(file)
	if err != nil { // what cannot be read is chosen anew
		was = store.RotateOptions{}
	}
	switch {
	case given["folder"]:
		if next.Folder, err = filepath.Abs(next.Folder); err != nil {
			return err
		}
	case !given["beside"]:
		next.Folder = was.Folder
	}
	if !given["days"] {
		next.Days = was.Days
	}
	if !given["months"] {
		next.Months = was.Months
	}
	return s.SetRotateOptions(next)
}

// listBackups prints where the backups of a register go and which there are. The
// register itself is not read.
func (p *program) listBackups(file string) error {
	o, err := store.RotateOptionsOf(file)
	if err != nil {
		return err
	}
	if o.Folder == "" {
		o.Folder = store.BackupFolder(file)
	}
	if o.Days == 0 {
		o.Days = store.DefaultDays
	}
	if o.Months == 0 {
		o.Months = store.DefaultMonths
	}
	fmt.Fprintln(p.stdout, p.words.Text("cli.backups.kept", "Folder", o.Folder, "Days", o.Days, "Months", o.Months))
	copies := store.Copies(file)
	for _, c := range copies {
		taken := c.Taken.Local()
		fmt.Fprintf(p.stdout, "%s %s  %s\n", p.words.ShortDate(model.DateOf(taken)), p.words.Clock(taken), c.Path)
	}
	if len(copies) == 0 {
		fmt.Fprintln(p.stdout, p.words.Text("cli.backups.none"))
	}
	return nil
}
