//! Options that stand before the name of a command: they are its own.

use std::ffi::OsString;

use clap::{Arg, Command};

/// `line` (the program's name first) with the name of a command moved before the options that stand before it.
///
/// A name is one of a command wherever the first word that is no option stands; a file of that name is `./segment`.
pub(super) fn behind_the_command(command: &Command, mut line: Vec<OsString>) -> Vec<OsString> {
    let mut at = 1;
    while let Some(word) = line.get(at).and_then(|word| word.to_str()) {
        if word == "--" {
            break;
        }
        if word == "-" || !word.starts_with('-') {
            if command.find_subcommand(word).is_some() {
                line[1..=at].rotate_right(1);
            }
            break;
        }
        match words_of_option(command, word) {
            Some(words) => at += words,
            // What is no option is told by whoever reads the line.
            None => break,
        }
    }
    line
}

/// How many words an option is, with a value that stands behind it; `None` for one that does not exist.
fn words_of_option(command: &Command, word: &str) -> Option<usize> {
    let mut options = command.get_arguments();
    if let Some(long) = word.strip_prefix("--") {
        let (name, value) = match long.split_once('=') {
            Some((name, _)) => (name, true),
            None => (long, false),
        };
        let named = |arg: &&Arg| {
            arg.get_long() == Some(name)
                || arg.get_all_aliases().is_some_and(|all| all.contains(&name))
        };
        let option = options.find(named)?;
        return Some(1 + usize::from(!value && needs_value(option)));
    }
    // Several letters: the first that takes a value takes the rest.
    let letters = word.strip_prefix('-')?;
    for (place, letter) in letters.char_indices() {
        let mut options = command.get_arguments();
        let option = options.find(|arg| arg.get_short() == Some(letter))?;
        if needs_value(option) {
            let last = place + letter.len_utf8() == letters.len();
            return Some(1 + usize::from(last));
        }
    }
    Some(1)
}

fn needs_value(option: &Arg) -> bool {
    let values = option.get_num_args();
    values.is_some_and(|values| values.min_values() > 0) && !option.is_require_equals_set()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory;

    #[test]
    fn the_name_of_a_command_comes_first() {
        let mut command = Cli::command();
        command.build();
        for (line, expected) in [
            (
                "e --no-settings apply t.csv a b",
                "e apply --no-settings t.csv a b",
            ),
            (
                "e --color never -q segment a",
                "e segment --color never -q a",
            ),
            (
                "e --color=never -qo x.csv apply t a b",
                "e apply --color=never -qo x.csv t a b",
            ),
            ("e -ox.csv apply t a b", "e apply -ox.csv t a b"),
            ("e --stats words x", "e words --stats x"),
            (
                "e --fold --view side git-diff",
                "e git-diff --fold --view side",
            ),
            // Values, files and what stands behind `--` are no commands.
            ("e --grep words a b", "e --grep words a b"),
            ("e a.txt segment", "e a.txt segment"),
            ("e -- segment a", "e -- segment a"),
            ("e segment --unit clause a", "e segment --unit clause a"),
            (
                "e --no-such-option segment a",
                "e --no-such-option segment a",
            ),
        ] {
            let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
            assert_eq!(
                behind_the_command(&command, words(line)),
                words(expected),
                "{line}"
            );
        }
    }
}
