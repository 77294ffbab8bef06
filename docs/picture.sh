#!/usr/bin/env bash
# Makes the README's picture from real output. With --check it says instead whether the picture is stale.
set -euo pipefail
cd "$(dirname "$0")/.."

picture=docs/side.svg
new=$(mktemp)
trap 'rm -f "$new"' EXIT
cargo run --quiet --locked --release -- fixtures/genesis/martin.txt fixtures/genesis/darby.txt \
    --thesaurus none --view side --width 116 --color always |
    cargo run --quiet --locked --release --example picture >"$new"
case "${1-}" in
--check)
    if ! cmp -s "$new" "$picture"; then
        echo "$picture is stale: run docs/picture.sh and look at it" >&2
        exit 1
    fi
    ;;
*) cat "$new" >"$picture" ;;
esac
