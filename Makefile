# Fortegnelse: `make` lists what can be made.

SHELL := /bin/bash

VERSION := $(shell sed -n 's/^Version *= *"\(.*\)"/\1/p' FyneApp.toml)

# The same sources give the same bytes: no paths, no clock, no checkout state.
FLAGS := -trimpath -buildvcs=false -ldflags '-s -w -X main.version=$(VERSION)'

# migrated_fynedo removes Fyne's locks for old programs; ci swaps the window for
# Fyne's in-memory driver, which needs neither cgo nor a screen.
WINDOW   := -tags migrated_fynedo
HEADLESS := -tags ci,migrated_fynedo
LINT     := -tags ci,migrated_fynedo,window

SOURCES := $(wildcard cmd app model export assets)

.DEFAULT_GOAL := help
.NOTPARALLEL:

.PHONY: help
help: ## list these targets
	@echo 'Fortegnelse $(VERSION)'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# ---- use

.PHONY: run
run: ## build, and open the window on a copy of the Kalmia register
	@if [ "$$(uname -s)" = Darwin ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(MAKE) --no-print-directory open; \
	else \
		echo 'There is no display here, so the window cannot open: writing the PDF and the workbook instead.'; \
		$(MAKE) --no-print-directory hand-over; \
	fi

.PHONY: open
open: build out/kalmia.fortegnelse
	out/fortegnelse out/kalmia.fortegnelse

.PHONY: hand-over
hand-over: out/fortegn out/kalmia.fortegnelse
	@out/fortegn export -format pdf -force -out out/kalmia.pdf out/kalmia.fortegnelse
	@out/fortegn export -format xlsx -force -out out/kalmia.xlsx out/kalmia.fortegnelse
	@echo '$(CURDIR)/out/kalmia.pdf'
	@echo '$(CURDIR)/out/kalmia.xlsx'

# Made once and then the user's own: never written over.
out/kalmia.fortegnelse: | out/fortegn
	out/fortegn example kalmia $@

# ---- build

.PHONY: build
build: out/fortegnelse out/fortegn ## build both programs into out/

# go build itself knows what is out of date.
.PHONY: out/fortegn
out/fortegn: | out
	@.ci/packages go
	CGO_ENABLED=0 go build $(FLAGS) -o $@ ./cmd/fortegn

.PHONY: out/fortegnelse
out/fortegnelse: | out
	@.ci/packages build
	CGO_ENABLED=1 go build $(WINDOW) $(FLAGS) -o $@ ./cmd/fortegnelse

out:
	@mkdir -p -m 700 out

.PHONY: screenshots
screenshots: | out ## write every screen as a picture to out/screenshots/
	@.ci/packages go
	CGO_ENABLED=0 go run $(HEADLESS) ./cmd/fortegnelse -screenshots out/screenshots

# ---- check

.PHONY: test
test: lint test-fast test-race test-window ## everything a change must pass

.PHONY: lint
lint: ## gofmt, vet and staticcheck
	@.ci/packages go
	@unformatted=$$(gofmt -l $(SOURCES)) || exit 1; \
	if [ -n "$$unformatted" ]; then \
		echo 'not formatted, run gofmt -w on:'; \
		echo "$$unformatted"; \
		exit 1; \
	fi
	CGO_ENABLED=0 go vet $(LINT) ./...
	CGO_ENABLED=0 go tool staticcheck $(LINT) ./...

.PHONY: test-fast
test-fast: ## all tests, without cgo and without a screen
	@.ci/packages go
	CGO_ENABLED=0 go test -timeout 20m $(HEADLESS) ./...

.PHONY: test-race
test-race: ## the same tests under the race detector
	@.ci/packages compiler
	CGO_ENABLED=1 go test -timeout 20m -race $(HEADLESS) ./...

.PHONY: test-window
test-window: ## one run of the real window under Xvfb (Linux)
	@if [ "$$(uname -s)" != Linux ]; then \
		echo 'The window test needs Xvfb: it runs on Linux only and is left out here.'; \
	else \
		.ci/packages window && $(MAKE) --no-print-directory build && \
		CGO_ENABLED=0 go test -count=1 -timeout 10m -tags ci,migrated_fynedo,window -run '^TestWindow' \
			./cmd/fortegnelse -args -programs '$(CURDIR)/out'; \
	fi

# Each fuzz target for as long as FUZZTIME says.
FUZZTIME ?= 20s

.PHONY: fuzz
fuzz: ## each fuzz target for 20 seconds (FUZZTIME=5m for longer)
	@.ci/packages go
	@grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' $(SOURCES) | sort | \
	while IFS=: read -r file function; do \
		target=$${function#func }; \
		echo "fuzz $$(dirname $$file) $$target"; \
		CGO_ENABLED=0 go test $(HEADLESS) -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) \
			./$$(dirname $$file) </dev/null || exit 1; \
	done

# All parts of the soak together, roughly.
SOAKTIME ?= 10m

.PHONY: soak
soak: ## kill, damage and change registers at random for 10 minutes (SOAKTIME=1h for longer)
	@.ci/packages go
	FORTEGNELSE_SOAK=$(SOAKTIME) CGO_ENABLED=0 go test -count=1 -v -timeout 0 \
		-run '^(TestKilledWhileSaving|TestDamagedFiles|TestRandomChangesAgainstAMap|TestFullDisk)$$' ./model/store

# COUNT repeats each benchmark, BENCH chooses among them.
COUNT ?= 1
BENCH ?= .

.PHONY: bench
bench: | out ## benchmarks beside their raw-library twins, and the ratios
	@.ci/packages go
	@set -o pipefail; CGO_ENABLED=0 go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) -timeout 60m \
		./model/... ./export/... | tee out/bench.txt
	@$(MAKE) --no-print-directory bench-ratios

.PHONY: bench-large
bench-large: ## read back 10 000 activities of 50 revisions each (a file of 5 GB); SIZE=2000x50 for fewer
	@.ci/packages go
	CGO_ENABLED=0 go test ./model/store -run '^$$' -bench 'AsOf$$' -benchtime 3x -benchmem -timeout 3h \
		-args -asof $(or $(SIZE),10000x50)

.PHONY: bench-ratios
bench-ratios: ## the ratios of the last make bench
	@awk -f .ci/ratios.awk out/bench.txt
