//! The benches, one binary: a module an idea. `cargo bench --bench all`, or with a name of one: `… -- words`.
#![allow(clippy::unwrap_used)]

mod batch;
mod facts;
mod short;
mod stages;
mod texts;
mod words;

fn main() {
    divan::main();
}
