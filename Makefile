# make: build the program and everything in out/. make test: run all tests; what needs a tool that is not installed
# (chromium, pdflatex, pdftotext, axe-core) is skipped, and .ci/run installs them.
export CGO_ENABLED = 0

.PHONY: all build test

all: build
	./longhand build -o out

build:
	go build -trimpath -o longhand ./cmd/longhand

test:
	go vet ./...
	go test ./...
