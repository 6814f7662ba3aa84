# The two commands that matter: `make run` prints the theorem's table, `make test` runs every test.
.PHONY: run test test-debug test-address nightly fuzz build bench deps results manual

# What `--version` says of the commit.
export GAMEKEEPER_COMMIT := $(shell git describe --always --dirty --exclude '*' 2>/dev/null)

# Everything is built and tested in the one configuration that people run: generic code is specialised across the module walls.
SWIFT_FLAGS = -c release -Xswiftc -cross-module-optimization
GAMEKEEPER = .build/release/gamekeeper

run: deps
	swift build $(SWIFT_FLAGS) --product gamekeeper
	$(GAMEKEEPER) theorem

# The tests, and the shipped policy's expectations, in which every rule must be seen to allow and to refuse.
test: deps
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build
	$(GAMEKEEPER) check --require-coverage

# The tests compile without optimisation, too, where more is checked.
test-debug: deps
	swift build --build-tests

# Every real suite at work under AddressSanitizer and LeakSanitizer.
test-address: deps
	swift build --sanitize=address --scratch-path .build-address --product gamekeeper
	Tests/Sanitizers/play .build-address/debug/gamekeeper

# What takes longer than a push may: races, long tests, inputs that nobody thought of.
nightly: deps
	LONG_TESTS=1 $(MAKE) test test-debug test-address
	swift build --sanitize=thread --scratch-path .build-thread --product gamekeeper
	Tests/Sanitizers/play .build-thread/debug/gamekeeper
	$(MAKE) fuzz

# Makes up inputs for ten minutes, or FUZZ_SECONDS=60; FUZZ_SEED=2 makes other ones.
FUZZ_SECONDS = 600
FUZZ_SEED = 1
fuzz: deps
	swift build $(SWIFT_FLAGS) --product gamekeeper
	swift build $(SWIFT_FLAGS) --product fuzz
	.build/release/fuzz --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

build: deps
	swift build $(SWIFT_FLAGS)

bench: deps
	swift build $(SWIFT_FLAGS)
	.build/release/harness-benchmark
	.build/release/protocol-benchmark
	.build/release/explorer-benchmark

# Regenerates the tables under results/.
results: build
	results/generate

# Installs the Debian packages that are missing: as root, or with sudo, or says what to install.
deps:
	@missing=""; \
	command -v pkg-config >/dev/null || missing="$$missing pkg-config"; \
	[ -e /usr/include/openssl/evp.h ] || pkg-config --exists libcrypto 2>/dev/null || missing="$$missing libssl-dev"; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=""; \
	elif command -v sudo >/dev/null; then as_root="sudo"; \
	else echo "gamekeeper needs these packages:$$missing. Ask an administrator to run: apt-get install$$missing" >&2; exit 69; fi; \
	command -v apt-get >/dev/null || { echo "gamekeeper needs$$missing, and there is no apt-get: install them by hand" >&2; exit 69; }; \
	echo "installing$$missing" >&2; \
	$$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing

# The manual page, out of the help: .build/gamekeeper.1
manual: deps
	swift package plugin --allow-writing-to-package-directory generate-manual --output-directory .build
