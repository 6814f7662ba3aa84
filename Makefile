# The commands that matter: `make run` prints the theorem's table, `make test` runs every test, `make install` installs.
.PHONY: run program test examples docs test-debug test-address test-web bench-web test-cluster nightly fuzz build bench results deps install writable uninstall \
  test-install stage manual dist test-dist

# What `--version` says of the commit.
export GAMEKEEPER_COMMIT := $(shell git describe --always --dirty --exclude '*' 2>/dev/null)

# Everything is built and tested in the one configuration that people run: generic code is specialised across the module walls.
export SWIFT_FLAGS = -c release -Xswiftc -cross-module-optimization
GAMEKEEPER = .build/release/gamekeeper

run: program
	$(GAMEKEEPER) theorem

program: deps
	swift build $(SWIFT_FLAGS) --product gamekeeper

# The tests, among them adversaries in Python, JavaScript and C; the shipped policy's expectations, in which every rule must be seen
# to allow and to refuse; and the packages that stand on this one, in the same build folder.
# These have deadlines, and are run one after another: tests that wait for programs keep the threads that would answer others.
test: PROMPT = BridgeTests PlaygroundTests ChildProcessesTests MannerTests GradeVerbTests SolverTests
test: PROGRAMS = python3 node:nodejs cc:gcc z3 cvc5
test: deps
	swift build $(SWIFT_FLAGS) --build-tests
	Tests/run $(SWIFT_FLAGS) --skip-build $(addprefix --skip ,$(PROMPT))
	Tests/run $(SWIFT_FLAGS) --skip-build --no-parallel $(addprefix --filter ,$(PROMPT))
	$(GAMEKEEPER) check --require-coverage
	Examples/run

# The packages that stand on this one: built, tested and played; and a new one as `gamekeeper new` begins it.
examples: build
	Examples/run
	KINDS=hop Examples/templates

# The documentation of the library, as pages below .build/docs.
docs: deps
	swift package --allow-writing-to-directory .build/docs generate-documentation --enable-experimental-combined-documentation \
	  $(addprefix --target ,$(DOCUMENTED)) --transform-for-static-hosting --output-path .build/docs
DOCUMENTED = GamekeeperKit GameKit Coins Arena Referee Enumeration GameTesting Games Adversaries Primitives DomainManagement Policy \
  Scenarios Records Reports

# The tests compile without optimisation, too, where more is checked.
test-debug: deps
	swift build --build-tests

# Every real suite at work under AddressSanitizer and LeakSanitizer.
test-address: deps
	swift build --sanitize=address --scratch-path .build-address --product gamekeeper
	Tests/Sanitizers/play .build-address/debug/gamekeeper

# The playground in headless Chromium: journeys of a reader, and accessibility of every page. `Tests/Web/run screenshots` takes pictures.
test-web: PROGRAMS = chromium
test-web: program
	Tests/Web/run

# The playground's speed, beside what it may take.
bench-web: PROGRAMS = chromium
bench-web: program
	Tests/Web/run ../../Benchmarks/playground

# A campaign on a real Slurm and on GNU parallel, with workers that are killed and a node that goes away: as root.
test-cluster: PROGRAMS = sbatch:slurm-client slurmctld slurmd munged:munge parallel
test-cluster: program
	Tests/Campaign/cluster $(GAMEKEEPER)

# What takes longer than a push may; a line a job goes to results/nightly.md.
nightly: deps
	Tests/Nightly/run

# Makes up inputs for ten minutes, or FUZZ_SECONDS=60; FUZZ_SEED=2 makes other ones.
FUZZ_SECONDS = 600
FUZZ_SEED = 1
fuzz: program
	swift build $(SWIFT_FLAGS) --product fuzz
	.build/release/fuzz --seconds $(FUZZ_SECONDS) --seed $(FUZZ_SEED)

build: deps
	swift build $(SWIFT_FLAGS)

# PLAYCRYPT names a clone of the nearest peer, to be measured in the same run.
bench: deps
	swift build $(SWIFT_FLAGS)
	PEER_RATES="$$(Benchmarks/peer)" .build/release/harness-benchmark
	.build/release/protocol-benchmark
	.build/release/explorer-benchmark
	.build/release/wire-benchmark

# Regenerates the tables under results/.
results: build
	results/generate

# Installs the Debian packages that are missing: as root, or with sudo, or says what to install. PROGRAMS are those that a target
# needs besides, as PROGRAM or PROGRAM:PACKAGE.
deps:
	@missing=""; \
	for program in pkg-config $(PROGRAMS); do \
	  command -v $${program%:*} >/dev/null || missing="$$missing $${program#*:}"; done; \
	[ -e /usr/include/sqlite3.h ] || pkg-config --exists sqlite3 2>/dev/null || missing="$$missing libsqlite3-dev"; \
	[ -e /usr/include/openssl/evp.h ] || pkg-config --exists libcrypto 2>/dev/null || missing="$$missing libssl-dev"; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as_root=""; \
	elif command -v sudo >/dev/null; then as_root="sudo"; \
	else echo "gamekeeper needs these packages:$$missing. Ask an administrator to run: apt-get install$$missing" >&2; exit 69; fi; \
	command -v apt-get >/dev/null || { echo "gamekeeper needs$$missing, and there is no apt-get: install them by hand" >&2; exit 69; }; \
	echo "installing$$missing" >&2; \
	$$as_root apt-get update -qq && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing

# Installs below PREFIX, and DESTDIR if a package is made: the program, what shells complete, the manual page, the licence. The
# program goes on using the Swift runtime of the toolchain; what `make dist` makes brings its own.
PREFIX = /usr/local
STAGE = .build/stage
INSTALLED = bin/gamekeeper share/man/man1/gamekeeper.1 share/bash-completion/completions/gamekeeper \
	share/zsh/site-functions/_gamekeeper share/fish/vendor_completions.d/gamekeeper.fish share/doc/gamekeeper/LICENSE

install: writable stage
	@for file in $(INSTALLED); do \
	  install -D -m $$([ -x $(STAGE)/$$file ] && echo 755 || echo 644) $(STAGE)/$$file $(DESTDIR)$(PREFIX)/$$file || exit 74; \
	done

# Said before anything is built for it.
writable:
	@mkdir -p $(DESTDIR)$(PREFIX) 2>/dev/null && [ -w $(DESTDIR)$(PREFIX) ] || \
	  { echo "error: $(DESTDIR)$(PREFIX) cannot be written: choose another PREFIX, or install as root" >&2; exit 74; }

uninstall:
	cd $(DESTDIR)$(PREFIX) && rm -f $(INSTALLED)
	[ ! -d $(DOCUMENTS) ] || rmdir --ignore-fail-on-non-empty $(DOCUMENTS)
uninstall: DOCUMENTS = $(DESTDIR)$(PREFIX)/share/doc/gamekeeper

# Installed somewhere, it plays, its manual and completions are right, and uninstalled it leaves nothing.
test-install: stage
	Tests/Dist/installed

# Everything that is installed, as it will lie below PREFIX.
stage: program manual
	rm -rf $(STAGE)
	mkdir -p $(dir $(addprefix $(STAGE)/,$(INSTALLED)))
	cp $(GAMEKEEPER) $(STAGE)/bin/gamekeeper
	cp .build/gamekeeper.1 $(STAGE)/share/man/man1
	$(GAMEKEEPER) --generate-completion-script bash >$(STAGE)/share/bash-completion/completions/gamekeeper
	$(GAMEKEEPER) --generate-completion-script zsh >$(STAGE)/share/zsh/site-functions/_gamekeeper
	$(GAMEKEEPER) --generate-completion-script fish >$(STAGE)/share/fish/vendor_completions.d/gamekeeper.fish
	cp LICENSE $(STAGE)/share/doc/gamekeeper

# The manual page, out of the help, dated as the commit is: .build/gamekeeper.1. The tool is a dependency's, and is built by itself:
# its plug-in would build everything here once more.
manual: program
	swift build --package-path .build/checkouts/swift-argument-parser --scratch-path .build/manual --product generate-manual
	.build/manual/debug/generate-manual $(GAMEKEEPER) --output-directory - \
	  --date "$$(git log -1 --format=%cs 2>/dev/null || date +%F)" >.build/manual/page
	sed "s/^$$/.Pp/" .build/manual/page >.build/gamekeeper.1

# One archive that runs wherever there is glibc of this age, with a checksum: .build/gamekeeper-VERSION-linux-PROCESSOR.tar.gz. The
# program finds the Swift runtime, and all else that it is linked to, in the archive's lib: so do the libraries there, which a
# RUNPATH would leave to the system. Equal programs give equal bytes.
dist: PROGRAMS = patchelf
dist: deps stage
	set -eu; export LC_ALL=C; licence=$$(dirname $$(realpath $$(command -v swift)))/../share/swift/LICENSE.txt; \
	name=gamekeeper-$$($(GAMEKEEPER) --version | cut -d' ' -f2)-linux-$$(uname -m); root=.build/dist/$$name; \
	rm -rf .build/dist; mkdir -p $$root/lib $$root/share/doc/gamekeeper; cp -r $(STAGE)/. README.md $$root; \
	strip $$root/bin/gamekeeper; patchelf --force-rpath --set-rpath '$$ORIGIN/../lib' $$root/bin/gamekeeper; \
	for library in $$(ldd $(GAMEKEEPER) | awk '$$2 == "=>" && $$1 !~ /^lib(c|m|dl|rt|pthread|resolv)\.so/ { print $$3 }'); do \
	  cp -L $$library $$root/lib; \
	  case $$library in \
	    */swift/linux/*) cp $$licence $$root/share/doc/gamekeeper/LICENSE-Swift ;; \
	    *) owner=$$(dpkg -S "*/$${library##*/}" | head -1 | cut -d: -f1); \
	      cp -L /usr/share/doc/$$owner/copyright $$root/share/doc/gamekeeper/LICENSE-$$owner ;; \
	  esac; \
	done; \
	for package in swift-argument-parser Yams BigInt FlyingFox GRDB.swift; do \
	  cp .build/checkouts/$$package/LICENSE* $$root/share/doc/gamekeeper/LICENSE-$$package; \
	done; \
	tar --sort=name --mtime=@$$(git log -1 --format=%ct) --owner=0 --group=0 --numeric-owner --mode=u+rw,go=rX -C .build/dist -c $$name \
	  | gzip -n >.build/$$name.tar.gz; \
	cd .build; sha256sum $$name.tar.gz >$$name.tar.gz.sha256; cat $$name.tar.gz.sha256

# The archive in a root that has nothing but glibc and a shell.
test-dist: dist
	Tests/Dist/bare-root .build/gamekeeper-*.tar.gz
