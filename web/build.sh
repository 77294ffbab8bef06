#!/usr/bin/env bash
# Builds the page (web/dist/enregard.html) and the npm package (web/dist/npm, web/dist/*.tgz). Needs Node 20 and what .ci/wasm needs.
set -euo pipefail
cd "$(dirname "$0")"

../.ci/wasm build --locked --release --manifest-path web/Cargo.toml --target-dir web/target
node assemble.mjs target/wasm32-unknown-unknown/release/enregard_web.wasm
(cd dist && npm pack --silent ./npm)
