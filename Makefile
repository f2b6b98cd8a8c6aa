# Every command that a developer or CI runs. `make help` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test check screenshots fmt clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

run: ## build what changed and start everything; CLEAN=1 starts empty, ARGS="--help" lists options
	@bin/build
	@exec bin/start $(if $(CLEAN),--clean) $(ARGS)

test: ## everything that check does, and all tests; ends with a summary
	@bin/test

check: ## sizes, names, manifests, format, compile with all checks, architecture, contracts
	@bin/check-sizes
	@bin/check-manifests
	@bin/check-elements
	@bin/maven -q spotless:check
	@bin/maven -q -T2 test -Dtest='*ArchitectureTest,*ContractTest,*ContractsTest' -Dsurefire.failIfNoSpecifiedTests=false
	@echo "check: fine"

screenshots: ## draw every screen and dialog in every guise, for eyes to look at; ONLY="domains|guide" some
	@bin/screenshots $(if $(ONLY),"$(ONLY)")

fmt: ## format all sources
	@bin/maven -q spotless:apply

clean: ## remove what was built; the data in .gatehouse stays (make run CLEAN=1 empties it)
	@find . -type d -name target -not -path '*/node_modules/*' -prune -exec rm -rf {} +
