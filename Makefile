# Ganvas: make run builds the page and serves it on this machine; make test holds it to its promises.

GO      ?= go
PORT    ?= 8080
DIST    := dist
WASM    := GOOS=js GOARCH=wasm $(GO) build -trimpath -ldflags "-s -w"
STATIC  := $(wildcard assets/*.html assets/*.css assets/*.js assets/*.svg)
RUNTIME := $(shell $(GO) env GOROOT)/lib/wasm/wasm_exec.js

.PHONY: help run build test bench clean

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s%s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## build the page and serve it: PORT=8080
	$(GO) run ./wasm/serve -dir $(DIST) -port $(PORT)

build: ## build the static site in dist/
	@mkdir -p $(DIST)
	$(WASM) -o $(DIST)/worker.wasm ./wasm/worker
	@mkdir -p .build && $(GO) run ./wasm/slim > .build/overlay.json
	$(WASM) -overlay .build/overlay.json -o $(DIST)/page.wasm ./wasm/page
	@cp $(STATIC) $(DIST)/
	@$(GO) run ./core/cmd/lessons -out $(DIST)/lessons
	@wasm/runtime.sh "$(RUNTIME)" > $(DIST)/go.js

test: ## install what the tests need where it is missing (Debian), build, and run all tests
	@.ci/needs
	$(MAKE) build
	.ci/tests

bench: ## compare our speed with other engines' in Chromium; needs Node.js (installed on Debian)
	$(GO) run ./wasm/bench

clean: ## remove what was built
	rm -rf $(DIST) .build
