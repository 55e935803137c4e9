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
}

// command is one thing that fortegn can do.
type command struct {
	name      string
	arguments string // "[-format text|json] FILE [RECORD]"
	example   string
	// flags declares the command's flags and returns what runs it.
	flags func(p *program, f *flag.FlagSet) func(args []string) error
}

// line returns how the command is written.
func (c command) line() string { return strings.TrimSpace("fortegn " + c.name + " " + c.arguments) }

// commands lists the commands in the order in which a person meets them.
func commands() []command {
	return []command{
		exampleCommand, newCommand, showCommand, exportCommand, importCommand, historyCommand, compareCommand,
		undeleteCommand, verifyCommand,
		backupCommand, restoreCommand, versionCommand,
	}
}

// run runs one command line and returns its exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	catalogue, err := words.In(messageLanguage(os.Getenv))
	if err != nil {
		fmt.Fprintln(stderr, "fortegn:", err)
		return exitFailed
	}
	p := &program{ctx, stdout, stderr, catalogue, time.Now}
	if err := p.dispatch(args); err != nil {
		fmt.Fprintln(stderr, "fortegn: "+p.explain(err))
		return exitCode(err)
	}
	return exitDone
}

func (p *program) dispatch(args []string) error {
	if len(args) == 0 {
		return &usageError{key: "cli.usage.none"}
	}
	name, rest := args[0], args[1:]
	if name == "help" || name == "-h" || name == "-help" || name == "--help" {
		if len(rest) == 0 {
			return p.help()
		}
		name, rest = rest[0], []string{"-h"}
	}
	for _, c := range commands() {
		if c.name == name {
			return p.start(c, rest)
		}
	}
	return &usageError{key: "cli.usage.command", pairs: []any{"Command", name}}
}

func (p *program) start(c command, args []string) error {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	body := c.flags(p, f)
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
func (p *program) help() error {
	fmt.Fprintln(p.stdout, p.words.Text("cli.help.intro"))
	fmt.Fprintln(p.stdout)
	for _, c := range commands() {
		fmt.Fprintf(p.stdout, "  %s\n      %s\n", c.line(), p.words.Text("cli.command."+c.name))
	}
	fmt.Fprintln(p.stdout)
	fmt.Fprintln(p.stdout, p.words.Text("cli.help.more"))
	return nil
}

// usage prints how one command is used.
func (p *program) usage(c command, f *flag.FlagSet) error {
	fmt.Fprintf(p.stdout, "%s\n\n%s\n", c.line(), p.words.Text("cli.command."+c.name))
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
