#!/usr/bin/env bash
# Which lines the tests reach: tests/harness/coverage.sh [FOLDER]
#
# Needs `llvm-profdata` and `llvm-cov` of the LLVM of rustc (`rustc -vV`): Debian's llvm-NN, of which $LLVM_BIN names the folder.
# Builds all of it once more, in FOLDER (target/coverage), and takes some ten minutes.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=$(realpath -m "${1:-target/coverage}")
version=$(rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
llvm=${LLVM_BIN:-/usr/lib/llvm-$version/bin}
export CARGO_TARGET_DIR=$folder CARGO_INCREMENTAL=0 RUSTFLAGS=-Cinstrument-coverage
# Processes share eight files: there are thousands of them, and some are killed on purpose.
export LLVM_PROFILE_FILE=$folder/counts/%8m.profraw

rm -rf "$folder/counts"
cargo test --locked
"$llvm/llvm-profdata" merge --failure-mode=all --sparse "$folder"/counts/*.profraw -o "$folder/counts.profdata"
mapfile -t programs < <(find "$folder/debug/deps" -maxdepth 1 -type f -executable -name '*-*' ! -name '*.so' -printf '--object=%p\n')
"$llvm/llvm-cov" report --instr-profile="$folder/counts.profdata" "$folder/debug/enregard" "${programs[@]}" \
    --ignore-filename-regex='/registry/|/rustc/|/tests/|/tests\.rs$|/benches/|/examples/'
