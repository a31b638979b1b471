#!/usr/bin/env bash
# Prepares a machine for the tests and the demonstration: engine, base images, registry, database, tools.
#   scripts/setup.sh [prepare [part…] | status | stop]      by default: prepare, all parts
# Everything goes to .local in the project, or to ORCHESTRA_LOCAL. Works before `npm ci`: the npm package `node` brings
# the Node that the scripts need.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(node --print "require('./package.json').devDependencies.node")
exec npm exec --yes --package "node@$version" -- node scripts/parts/main.ts "${@:-prepare}"
