# make: build the program and everything in out/. make test: run all tests; what needs a tool that is not installed
# (chromium, pdflatex, pdftotext, axe-core, bc) is skipped, and .ci/run installs them. make bench: the speed of numbers on
# this machine, beside whatever peers are installed (Arb, PARI, mpmath, bc), in about four minutes.
export CGO_ENABLED = 0

.PHONY: all build test bench

# The problems that the program brings along, the first article first.
problems = two-two-one $(filter-out two-two-one, $(sort $(notdir $(basename $(wildcard templates/problems/*.yaml)))))

all: build
	./longhand build $(problems) -o out

build:
	go build -trimpath -o longhand ./cmd/longhand

test:
	go vet ./...
	go test -timeout 30m ./...

bench:
	go run ./generator/number/bench table
