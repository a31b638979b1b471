#!/usr/bin/env bash
# Prepares a machine for the tests and the demonstration: engine, base images, registry, database, tools.
# Runs before `npm ci`: the npm package `node` brings the Node that the scripts need.
# Everything goes to .local in the project, or to ORCHESTRA_LOCAL. With names, only those parts.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(node --print "require('./package.json').devDependencies.node")
exec npm exec --yes --package "node@$version" -- node scripts/parts/main.ts prepare "$@"
