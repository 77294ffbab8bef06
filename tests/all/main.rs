//! The integration tests, one binary: a module a theme.

mod align;
mod apply;
mod batch;
mod choose;
mod classes;
mod cli;
mod compared;
mod divided;
mod equal;
mod evaluate;
mod explain;
mod export;
mod facts;
mod find;
mod forms;
mod git;
mod house;
#[cfg(unix)]
mod installed;
mod lexicon;
mod many;
mod moved;
mod pairs;
mod progress;
mod quiet;
mod read;
mod readme;
mod recovered;
mod segment;
mod select;
mod settings;
mod swapped;
mod symmetry;
mod tables;
mod terminal;
mod two_languages;
mod unrelated;
mod view;
mod word_gold;
mod words;

/// On how many cases a property is tried: so many, or as many as PROPTEST_CASES says.
fn cases(usual: u32) -> proptest::test_runner::Config {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => proptest::test_runner::Config::default(),
        None => proptest::test_runner::Config::with_cases(usual),
    }
}

/// The command, on a machine without thesauri: what is installed changes links.
fn enregard() -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_enregard"));
    command.env("XDG_DATA_DIRS", NO_DATA);
    command
}

/// A folder that is nowhere.
const NO_DATA: &str = "no/such/folder";
