# SPDX-License-Identifier: MIT
#
# jalon. `make run` on a bare Debian 12 installs what is missing, builds and opens it; `make help`
# lists the rest. Everything is built below $(BUILD); variants (other compilers, sanitizers) are
# the same rules with another BUILD.

VERSION  = 0.1.0
PREFIX   = /usr/local
BUILD    = build

bindir   = $(PREFIX)/bin
datadir  = $(PREFIX)/share
mandir   = $(datadir)/man

# Debian's hardening flags; a packager gives CFLAGS and LDFLAGS of their own.
CFLAGS   = -O2 -g -fstack-protector-strong -Wformat -Werror=format-security
LDFLAGS  = -Wl,-z,relro -Wl,-z,now
FORTIFY  = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
PIE      = -fPIE
PIE_LINK = -pie
# -Werror in CI and in the lint, never in a packager's build.
WERROR   =
# V=1 shows whole commands.
Q        = $(if $(V),,@)

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wformat=2 -Wmissing-prototypes -Wstrict-prototypes \
	   -Wwrite-strings -Wvla -Wundef -Wswitch-enum
C        = $(CC) -std=c11 -D_XOPEN_SOURCE=700 $(FORTIFY) $(WARNINGS) $(WERROR) $(PIE) $(CFLAGS) \
	   -Iinclude -Isrc -MMD -MP
LIBS     = -lncursesw -ltinfo -lcjson -lunistring
PLACES   = -DJALON_VERSION='"$(VERSION)"' -DJALON_DATADIR='"$(datadir)"'

SOURCES  = $(wildcard src/*/*.c)
OBJECTS  = $(SOURCES:%.c=$(BUILD)/%.o)
UNIT     = $(wildcard tests/unit/*/*.c)
UNITS    = $(UNIT:%.c=$(BUILD)/%.o)
CHECKLISTS = $(wildcard checklists/*.json)
PAGES    = $(wildcard man/*.[1578] man/fr/*.[1578])
GUIDES   = $(BUILD)/man/jalon-guide.7 $(BUILD)/man/fr/jalon-guide.7

.PHONY: all help build run test test-unit screen asan valgrind lint update bench fuzz mutants install uninstall \
	clean deps-run deps-test
.DELETE_ON_ERROR:

all: build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | expand -t 16

run: deps-run build ## install what is missing, build, and open jalon
	$(BUILD)/jalon

build: $(BUILD)/jalon $(GUIDES) ## build/jalon and the guide's man pages

test: deps-test ## install what is missing and run every test
	@tests/run

test-unit: $(BUILD)/test-unit ## the unit tests and golden screens alone
	$(BUILD)/test-unit

screen: $(BUILD)/test-unit ## golden screens by name: make screen NAME=plan-late, or NAME='plan-*'
	JALON_SCREEN='$(or $(NAME),*)' $(BUILD)/test-unit --filter 'screens/*'

asan: ## the unit tests under AddressSanitizer and UBSan, with gcc and clang
	@tests/run asan asan-gcc

valgrind: ## the unit tests under valgrind
	@tests/run valgrind

lint: deps-test ## layers, warnings of two compilers, format, shell, man pages
	@tests/lint/run

update: build $(BUILD)/test-unit $(BUILD)/man_blocks ## redo golden files and the generated parts of documents
	@JALON_UPDATE=1 $(BUILD)/test-unit --filter '@(screens|formats)/*'
	@UPDATE=1 tests/docs/test_docs.sh
	@git --no-pager diff --stat
	@git ls-files --others --exclude-standard | sed 's/^/ new: /'

bench: deps-test build ## speed and plan, as counts and ratios
	@tests/bench/run

fuzz: deps-test ## look for input that breaks a parser, for a quarter of an hour
	@FUZZ_SECONDS=$(or $(FUZZ_SECONDS),900) FUZZ_SEED=$(or $(FUZZ_SEED),0) tests/run fuzz

mutants: deps-test ## break the product in thirty ways, and see that a test notices each
	@tests/mutants/run

deps-run:
	@tests/deps run

deps-test:
	@tests/deps test

$(BUILD)/jalon: $(BUILD)/src/main.o $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/libjalon.a: $(OBJECTS)
	@rm -f $@
	@echo "  AR    $@"
	$(Q)$(AR) rcs $@ $(OBJECTS)

$(BUILD)/test-unit: $(UNITS) $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ -lcriterion $(LIBS) -lutil -lm

# The same tests on a runner that forks, for valgrind and the sanitizers; and what it must notice.
$(BUILD)/test-forked: $(BUILD)/tests/runner/runner.o $(UNITS) $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ $(LIBS) -lutil -lm

$(BUILD)/test-bad: $(BUILD)/tests/runner/runner.o $(BUILD)/tests/runner/bad.o
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^

$(BUILD)/man_blocks: $(BUILD)/tests/docs/man_blocks.o $(BUILD)/tests/docs/completion_blocks.o $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/each_terminal: $(BUILD)/tests/pty/each_terminal.o $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ $(LIBS) -lutil

$(BUILD)/confined: $(BUILD)/tests/server/confined.o $(BUILD)/libjalon.a
	@echo "  LINK  $@"
	$(Q)$(CC) $(CFLAGS) $(PIE_LINK) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/src/main.o: PLACED = $(PLACES)
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	$(Q)$(C) $(PLACED) -c -o $@ $<

# The page and the checklist cannot part: one is made from the other.
$(BUILD)/man/jalon-guide.7: $(BUILD)/jalon $(CHECKLISTS)
	@mkdir -p $(@D)
	$(BUILD)/jalon guide --format man --lang en >$@
$(BUILD)/man/fr/jalon-guide.7: $(BUILD)/jalon $(CHECKLISTS)
	@mkdir -p $(@D)
	$(BUILD)/jalon guide --format man --lang fr >$@

install: build ## under $(DESTDIR)$(PREFIX)
	install -D -m 755 $(BUILD)/jalon $(DESTDIR)$(bindir)/jalon
	for file in $(CHECKLISTS); do install -D -m 644 -t $(DESTDIR)$(datadir)/jalon/checklists $$file; done
	for page in $(patsubst man/%,%,$(PAGES)); do \
		section=$${page##*.}; folder=$${page%/*}; [ "$$folder" = "$$page" ] && folder=; \
		install -D -m 644 -t $(DESTDIR)$(mandir)/$$folder/man$$section man/$$page; done
	install -D -m 644 -t $(DESTDIR)$(mandir)/man7 $(BUILD)/man/jalon-guide.7
	install -D -m 644 -t $(DESTDIR)$(mandir)/fr/man7 $(BUILD)/man/fr/jalon-guide.7
	install -D -m 644 src/completions/jalon.bash $(DESTDIR)$(datadir)/bash-completion/completions/jalon
	install -D -m 644 src/completions/jalon.zsh $(DESTDIR)$(datadir)/zsh/site-functions/_jalon
	install -D -m 644 src/completions/jalon.fish $(DESTDIR)$(datadir)/fish/vendor_completions.d/jalon.fish

uninstall: ## take away what install put there
	rm -f $(DESTDIR)$(bindir)/jalon
	rm -rf $(DESTDIR)$(datadir)/jalon
	for page in $(patsubst man/%,%,$(PAGES)) jalon-guide.7 fr/jalon-guide.7; do \
		section=$${page##*.}; folder=$${page%/*}; [ "$$folder" = "$$page" ] && folder=; \
		rm -f $(DESTDIR)$(mandir)/$$folder/man$$section/$${page##*/}; done
	rm -f $(DESTDIR)$(datadir)/bash-completion/completions/jalon \
		$(DESTDIR)$(datadir)/zsh/site-functions/_jalon \
		$(DESTDIR)$(datadir)/fish/vendor_completions.d/jalon.fish

clean: ## away with all that was built
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(UNITS:.o=.d) $(BUILD)/src/main.d $(wildcard $(BUILD)/tests/docs/*.d) \
	$(wildcard $(BUILD)/tests/runner/*.d $(BUILD)/tests/pty/*.d)
