// Command fortegn is the command line of Fortegnelse: everything that needs
// no screen. Run "fortegn help".
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"time"

	"fortegnelse/model/words"
)

// version is set by the linker from FyneApp.toml.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// program is one run of the command line.
type program struct {
	ctx            context.Context
	stdout, stderr io.Writer
	words          *words.Catalogue // of messages; exports have their own
	now            func() time.Time
	passphraseFile string // of the flag
}

// command is one thing that fortegn can do.
type command struct {
	name      string
	arguments string // "[-format text|json] FILE [RECORD]"
	example   string
	opens     bool // a register, which may be protected: it takes -passphrase-file
	// flags declares the command's flags and returns what runs it.
	flags func(p *program, f *flag.FlagSet) func(args []string) error
}

// line returns how the command is written.
func (c command) line() string {
	line := "fortegn " + c.name
	if c.opens {
		line += " [-passphrase-file PATH]"
	}
	return strings.TrimSpace(line + " " + c.arguments)
}

// key returns the key of what the command does.
func (c command) key() string { return "cli.command." + strings.ReplaceAll(c.name, " ", "_") }

// declare declares all flags of the command in f and returns what runs it.
func (c command) declare(p *program, f *flag.FlagSet) func(args []string) error {
	if c.opens {
		p.secretFlag(f)
	}
	return c.flags(p, f)
}

// commands lists the commands in the order in which a person meets them.
func commands() []command {
	return []command{
		exampleCommand, newCommand, showCommand, checkCommand, calendarCommand, exportCommand, importCommand, historyCommand, compareCommand,
		undeleteCommand, verifyCommand, attachCommand, extractCommand,
		passphraseSetCommand, passphraseChangeCommand, passphraseRemoveCommand, passphraseRecoveryCommand,
		backupCommand, backupsCommand, restoreCommand, rescueCommand, rulesCommand, versionCommand,
	}
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	catalogue, err := words.In(messageLanguage(os.Getenv))
	if err != nil {
		fmt.Fprintln(stderr, "fortegn:", err)
		return exitFailed
	}
	p := &program{ctx: ctx, stdout: stdout, stderr: stderr, words: catalogue, now: time.Now}
	if err := p.dispatch(args); err != nil {
		if !errors.Is(err, foundErrors{}) { // all is said already
			fmt.Fprintln(stderr, "fortegn: "+p.explain(err))
		}
		return exitCode(err)
	}
	return exitDone
}

func (p *program) dispatch(args []string) error {
	if len(args) == 0 {
		return &usageError{key: "cli.usage.none"}
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		if len(args) == 1 {
			return p.help(commands())
		}
		args = append(args[1:], "-h")
	}
	var family []command // "passphrase set", where args begin with "passphrase"
	for _, c := range commands() {
		words := strings.Fields(c.name)
		if len(args) >= len(words) && slices.Equal(args[:len(words)], words) {
			return p.start(c, args[len(words):])
		}
		if words[0] == args[0] {
			family = append(family, c)
		}
	}
	switch {
	case family == nil:
		return &usageError{key: "cli.usage.command", pairs: []any{"Command", args[0]}}
	case slices.Equal(args[1:], []string{"-h"}):
		return p.help(family)
	}
	return &usageError{key: "cli.usage.family", pairs: []any{"Command", args[0]}}
}

func (p *program) start(c command, args []string) error {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	body := c.declare(p, f)
	err := f.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return p.usage(c, f)
	}
	if err != nil {
		if name, unknown := strings.CutPrefix(err.Error(), "flag provided but not defined: "); unknown {
			return &usageError{key: "cli.usage.unknown_flag", pairs: []any{"Flag", name, "Command", c.name}}
		}
		return &usageError{key: "cli.usage.flag", pairs: []any{"Detail", err.Error(), "Command", c.name}}
	}
	for _, arg := range f.Args() {
		if len(arg) > 1 && arg[0] == '-' {
			return &usageError{key: "cli.usage.order", pairs: []any{"Flag", arg, "Command", c.name}}
		}
	}
	return body(f.Args())
}

// help prints what there is.
func (p *program) help(of []command) error {
	fmt.Fprintln(p.stdout, p.words.Text("cli.help.intro"))
	fmt.Fprintln(p.stdout)
	for _, c := range of {
		fmt.Fprintf(p.stdout, "  %s\n      %s\n", c.line(), p.words.Text(c.key()))
	}
	fmt.Fprintln(p.stdout)
	fmt.Fprintln(p.stdout, p.words.Text("cli.help.more"))
	return nil
}

// usage prints how one command is used.
func (p *program) usage(c command, f *flag.FlagSet) error {
	fmt.Fprintf(p.stdout, "%s\n\n%s\n", c.line(), p.words.Text(c.key()))
	any := false
	f.VisitAll(func(fl *flag.Flag) {
		if !any {
			fmt.Fprintln(p.stdout)
		}
		any = true
		fmt.Fprintf(p.stdout, "  -%-14s %s\n", fl.Name, fl.Usage)
	})
	fmt.Fprintf(p.stdout, "\n%s\n  %s\n", p.words.Text("cli.help.example"), c.example)
	return nil
}

// text returns the help of a flag.
func (p *program) text(flag string) string { return p.words.Text("cli.flag." + flag) }

// wrongCount says that a command wants other arguments.
func wrongCount(c string) error {
	return &usageError{key: "cli.usage.arguments", pairs: []any{"Command", c}}
}
