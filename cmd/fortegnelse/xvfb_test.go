//go:build window

package main_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// How long a condition may take before the test gives up. A machine without a
// graphics card draws every frame on the processor, so these are generous; a
// wait ends as soon as its condition holds.
const (
	patience = 60 * time.Second
	pause    = 50 * time.Millisecond
)

// screen is an X server without a monitor. Its frame buffer is a file, so a
// picture of it needs no other program.
type screen struct {
	t       *testing.T
	display string
	frames  string // folder holding Xvfb_screen0, in the XWD format
}

// startScreen starts Xvfb on a display that it chooses itself, and stops it
// when the test ends.
func startScreen(t *testing.T) *screen {
	t.Helper()
	frames := t.TempDir()
	chosen, announce, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer chosen.Close()

	var said bytes.Buffer
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-dpi", "96",
		"-nolisten", "tcp", "-noreset", "-fbdir", frames)
	server.ExtraFiles = []*os.File{announce}
	server.Stderr = &said
	if err := server.Start(); err != nil {
		t.Fatalf("start Xvfb: %v", err)
	}
	announce.Close()
	t.Cleanup(func() {
		// Asked, not killed: it then takes its lock and its socket along.
		server.Process.Signal(syscall.SIGTERM)
		if err := server.Wait(); err != nil {
			t.Errorf("Xvfb ended with %v:\n%s", err, said.String())
		}
	})

	chosen.SetReadDeadline(time.Now().Add(patience))
	number, err := bufio.NewReader(chosen).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not say which display it serves: %v\n%s", err, said.String())
	}
	return &screen{t: t, display: ":" + strings.TrimSpace(number), frames: frames}
}

// environment is that of a user with this screen and nothing else: settings of
// the person running the test neither matter nor change.
func (s *screen) environment() []string {
	home := s.t.TempDir()
	return []string{
		"DISPLAY=" + s.display,
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"PATH=" + os.Getenv("PATH"),
		"LANG=da_DK.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"FYNE_SCALE=1",
	}
}

// xdotool runs one command of xdotool on this screen.
func (s *screen) xdotool(arguments ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	command := exec.CommandContext(ctx, "xdotool", arguments...)
	command.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := command.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		err = fmt.Errorf("xdotool %s: %w: %s", strings.Join(arguments, " "), err, failed.Stderr)
	}
	return strings.TrimSpace(string(out)), err
}

// picture writes what the screen shows to a PNG file.
func (s *screen) picture(path string) error {
	frame, err := os.ReadFile(filepath.Join(s.frames, "Xvfb_screen0"))
	if err != nil {
		return err
	}
	shown, err := decodeXWD(frame)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	var encoded bytes.Buffer
	if err := png.Encode(&encoded, shown); err != nil {
		return err
	}
	return os.WriteFile(path, encoded.Bytes(), 0o600)
}

// decodeXWD reads a frame buffer of 32 bits a pixel, blue first, as Xvfb keeps
// it on the machines that run this test.
func decodeXWD(frame []byte) (image.Image, error) {
	header := make([]uint32, 25)
	if _, err := binary.Decode(frame, binary.BigEndian, header); err != nil {
		return nil, fmt.Errorf("read the XWD header: %w", err)
	}
	var (
		width, height = int(header[4]), int(header[5])
		bits, stride  = header[11], int(header[12])
		colours       = int(header[19])
		pixels        = int(header[0]) + 12*colours
	)
	if bits != 32 || len(frame) < pixels+height*stride {
		return nil, fmt.Errorf("unexpected XWD: %d bits a pixel, %d bytes", bits, len(frame))
	}
	shown := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			from, to := frame[pixels+y*stride+4*x:], shown.Pix[shown.PixOffset(x, y):]
			to[0], to[1], to[2], to[3] = from[2], from[1], from[0], 255
		}
	}
	return shown, nil
}

// window is the running program with its one window in focus.
type window struct {
	*screen
	id       string
	ended    chan struct{} // closed when the program has exited
	exit     error         // its exit, to be read after ended
	said     *bytes.Buffer // its standard error, to be read after ended
	pictures string        // folder for the pictures
}

// open starts the program and waits until its window is shown and has the
// keyboard. If the test fails, the last sight of it is kept as failed.png.
func (s *screen) open(pictures, program string, arguments ...string) *window {
	s.t.Helper()
	w := &window{screen: s, ended: make(chan struct{}), said: new(bytes.Buffer), pictures: pictures}
	command := exec.Command(program, arguments...)
	command.Env = s.environment()
	command.Stderr = io.MultiWriter(w.said, os.Stderr)
	if err := command.Start(); err != nil {
		s.t.Fatalf("start the program: %v", err)
	}
	go func() {
		w.exit = command.Wait()
		close(w.ended)
	}()
	s.t.Cleanup(func() {
		if s.t.Failed() {
			w.see("failed")
		}
		command.Process.Kill()
		<-w.ended
	})

	pid := strconv.Itoa(command.Process.Pid)
	w.until("the window is shown", func() bool {
		found, err := s.xdotool("search", "--all", "--onlyvisible", "--pid", pid, "--name", ".")
		w.id, _, _ = strings.Cut(found, "\n")
		return err == nil && w.id != ""
	})
	// No window manager runs here to hand out the keyboard.
	w.until("the window has the keyboard", func() bool {
		s.xdotool("windowfocus", w.id)
		focused, err := s.xdotool("getwindowfocus")
		return err == nil && focused == w.id
	})
	return w
}

// until waits for a condition, and fails when the program ends before it holds.
func (w *window) until(what string, holds func() bool) {
	w.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(pause) {
		if holds() {
			return
		}
		select {
		case <-w.ended:
			w.t.Fatalf("the program ended (%v) before %s:\n%s", w.exit, what, w.said.String())
		default:
		}
	}
	w.t.Fatalf("waited %s in vain until %s", patience, what)
}

// untilTitle waits until the window's title holds a text.
func (w *window) untilTitle(text string) {
	w.t.Helper()
	w.until("the title says "+text, func() bool {
		title, err := w.xdotool("getwindowname", w.id)
		return err == nil && strings.Contains(title, text)
	})
}

// press presses keys one after the other, by their X names: Return, ctrl+q.
func (w *window) press(keys ...string) {
	w.t.Helper()
	if _, err := w.xdotool(append([]string{"key", "--delay", "40"}, keys...)...); err != nil {
		w.t.Fatal(err)
	}
}

// write types a text.
func (w *window) write(text string) {
	w.t.Helper()
	if _, err := w.xdotool("type", "--delay", "40", text); err != nil {
		w.t.Fatal(err)
	}
}

// see keeps what the screen shows as a picture of that name.
func (w *window) see(name string) {
	w.t.Helper()
	if err := w.picture(filepath.Join(w.pictures, name+".png")); err != nil {
		w.t.Errorf("picture %s: %v", name, err)
	}
}

// close leaves the program as a user does, and fails unless it ends by itself
// with exit code 0 and without complaints of the toolkit.
func (w *window) close() {
	w.t.Helper()
	w.press("ctrl+q")
	select {
	case <-w.ended:
	case <-time.After(patience):
		w.t.Fatalf("the program still runs %s after ctrl+q", patience)
	}
	if w.exit != nil {
		w.t.Fatalf("the program ended with %v:\n%s", w.exit, w.said.String())
	}
	for _, complaint := range []string{"*** Error in Fyne call thread", "Translation failure", "panic:"} {
		if strings.Contains(w.said.String(), complaint) {
			w.t.Errorf("the program complained:\n%s", w.said.String())
			break
		}
	}
}
