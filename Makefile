# Ganvas: make run builds the page and serves it on this machine; make test holds it to its promises.

GO      ?= go
PORT    ?= 8080
DIST    := dist
WASM    := GOOS=js GOARCH=wasm $(GO) build -trimpath -buildvcs=false -ldflags "-s -w"
# Packages that run once, at a start, if at all: without inlining they take less to download, and less to compile when they first run.
EBITEN  := github.com/hajimehoshi/ebiten/v2/internal
COLD    := fmt os reflect strconv internal/strconv internal/fmtsort internal/poll internal/reflectlite syscall \
	$(addprefix ganvas/core/,dirac experiment address form query graph nn opt loss penalty)
ALONE   := $(addprefix ganvas/core/,gan run plan simd/... wire script probe)
RARE    := $(addprefix ganvas/core/,form family rival/...)
SHOWN   := go/... time bufio bytes sort strings $(EBITEN)/shader $(EBITEN)/shaderir/... \
	$(addprefix ganvas/core/,lesson/... anatomy stepping graph/exact picture diagnosis sketch imageset family glyph data judge imagemetric) \
	$(addprefix ganvas/ui/,app control dom embed plot) $(addprefix ganvas/wasm/,page bridge worker session)
# What ganvas.wasm is built with instead: see wasm/slim.
SLIM    := -overlay .build/slim/overlay.json -modfile .build/slim/go.mod
lean     = $(foreach p,$1,-gcflags=$p=-l)

.PHONY: help run build release size test slow table judge pretrained bench clean

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build the page and serve it: PORT=8080
	$(GO) run ./wasm/serve -dir $(DIST) -port $(PORT)

build: ## build the static site in dist/, and dist/ganvas.html, the same in one file
	@mkdir -p .build
	@$(GO) run ./wasm/slim -out .build/slim
	$(WASM) $(SLIM) $(call lean,$(COLD) $(ALONE) $(SHOWN)) -o .build/ganvas.wasm ./wasm/program
	$(WASM) $(call lean,$(COLD)) -o .build/reader.wasm ./wasm/reader
	$(WASM) $(call lean,$(COLD) $(ALONE) $(RARE)) -o .build/rivals.wasm ./wasm/rivals
	@$(GO) run ./wasm/pack -out $(DIST)

release: build ## write the archives of a release, with checksums, to dist/release/
	@$(GO) run ./wasm/pack -release $(DIST)/release
	@cat $(DIST)/release/SHA256SUMS

size: build ## print what a first visit downloads, and when it has drawn a picture and trained a step
	@$(GO) run ./wasm/size -dir $(DIST)

test: ## install what the tests need where it is missing (Debian), build, and run all tests
	@.ci/needs
	$(MAKE) build
	.ci/tests

slow: ## run the long tests too: ten seeds of the default experiment, a million steps, every claim of every lesson
	GANVAS_SLOW=1 $(GO) test -timeout 2h ./core/... ./ui/app ./ui/control
	$(MAKE) build
	GANVAS_SLOW=1 GANVAS_BROWSER=required $(GO) test -timeout 2h ./wasm/browsertest

table: ## train the literature's benchmarks and every data set, ten seeds each, into dist/table.md; takes hours, and goes on where it was stopped
	@mkdir -p $(DIST)
	$(GO) run ./core/cmd/ganvas table > $(DIST)/table.md
	@cat $(DIST)/table.md

judge: ## train the classifier of digits anew, which measures of images ask; takes minutes, and gives the same bytes everywhere
	$(GO) run ./core/cmd/ganvas judge -out core/judge/trained/judge.bin

pretrained: ## train the gallery's experiments to the pictures that they open with, in assets/gallery/; takes a minute, and gives the same bytes everywhere
	@mkdir -p assets/gallery
	$(GO) run ./ui/cmd/pretrained -out assets/gallery

bench: ## compare our speed with other engines' in Chromium; needs Node.js (installed on Debian)
	$(GO) run ./wasm/bench -build "$(call lean,$(COLD) $(ALONE))"

clean: ## remove what was built
	rm -rf $(DIST) .build
