//! What the terminal can do: colour and width, resolved once.

use std::env;

use crate::view::{self, Colours, Depth};

use super::options::ColourArgs;
use super::values::{Color, Theme};

/// Columns where nothing says how many there are.
const COLUMNS: usize = 80;

/// Whether to colour, and how.
pub(super) fn colours(args: &ColourArgs, is_terminal: bool) -> Colours {
    if !colour(args.color, variable, is_terminal) {
        return Colours::None;
    }
    let theme = match args.theme {
        Theme::Terminal => view::Theme::Terminal,
        Theme::Dark => view::Theme::Dark,
        Theme::Light => view::Theme::Light,
    };
    Colours::Themed(theme, depth(variable))
}

/// The width to fill: as asked for, else COLUMNS, else the terminal's, else 80.
pub(super) fn width(asked: Option<usize>) -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    resolve_width(asked, variable("COLUMNS").as_deref(), terminal)
}

fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// `--color` over NO_COLOR (set and not empty) over CLICOLOR_FORCE (not empty, not 0) over CLICOLOR=0 over a terminal
/// with TERM other than dumb.
fn colour(choice: Color, variable: impl Fn(&str) -> Option<String>, is_terminal: bool) -> bool {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR").is_some() => false,
        Color::Auto if set("CLICOLOR_FORCE").is_some_and(|v| v != "0") => true,
        Color::Auto if set("CLICOLOR").is_some_and(|v| v == "0") => false,
        Color::Auto => is_terminal && set("TERM").is_none_or(|v| v != "dumb"),
    }
}

/// How many colours COLORTERM and TERM say the terminal has.
fn depth(variable: impl Fn(&str) -> Option<String>) -> Depth {
    let term = variable("TERM").unwrap_or_default();
    match variable("COLORTERM").as_deref() {
        Some("truecolor" | "24bit") => Depth::True,
        _ if term.contains("256color") => Depth::Indexed,
        _ => Depth::Sixteen,
    }
}

fn resolve_width(asked: Option<usize>, columns: Option<&str>, terminal: Option<usize>) -> usize {
    // No terminal is wider than the option may be; where a variable says more, memory would be filled with spaces.
    let most = usize::from(u16::MAX);
    asked
        .or_else(|| columns?.trim().parse().ok())
        .map(|width| width.min(most))
        .filter(|&width| width > 0)
        .or(terminal.filter(|&width| width > 0))
        .unwrap_or(COLUMNS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_precedence() {
        // The choice, the variables, whether on a terminal, whether colours are expected.
        for (choice, variables, terminal, expected) in [
            (Color::Auto, "", true, true),
            (Color::Auto, "", false, false),
            (Color::Always, "NO_COLOR=1", false, true),
            (Color::Never, "CLICOLOR_FORCE=1", true, false),
            (Color::Auto, "NO_COLOR=1", true, false),
            (Color::Auto, "NO_COLOR=0", true, false),
            (Color::Auto, "NO_COLOR=", true, true),
            (Color::Auto, "NO_COLOR=1 CLICOLOR_FORCE=1", true, false),
            (Color::Auto, "CLICOLOR_FORCE=1", false, true),
            (
                Color::Auto,
                "CLICOLOR_FORCE=1 CLICOLOR=0 TERM=dumb",
                false,
                true,
            ),
            (Color::Auto, "CLICOLOR_FORCE=0", false, false),
            (Color::Auto, "CLICOLOR_FORCE=", false, false),
            (Color::Auto, "CLICOLOR=0", true, false),
            (Color::Auto, "CLICOLOR=1", false, false),
            (Color::Auto, "TERM=dumb", true, false),
            (Color::Auto, "TERM=xterm", true, true),
        ] {
            let variable = |name: &str| {
                let mut pairs = variables.split(' ').filter_map(|pair| pair.split_once('='));
                pairs
                    .find(|(n, _)| *n == name)
                    .map(|(_, value)| value.to_owned())
            };
            let found = colour(choice, variable, terminal);
            assert_eq!(found, expected, "{choice:?} {variables} {terminal}");
        }
    }

    #[test]
    fn colours_of_terminals() {
        for (term, colorterm, expected) in [
            ("xterm-256color", "truecolor", Depth::True),
            ("xterm-256color", "24bit", Depth::True),
            ("screen-256color", "", Depth::Indexed),
            ("tmux-256color", "yes", Depth::Indexed),
            ("linux", "", Depth::Sixteen),
            ("", "", Depth::Sixteen),
        ] {
            let variable = |name: &str| match name {
                "TERM" => Some(term.to_owned()),
                _ => Some(colorterm.to_owned()),
            };
            assert_eq!(depth(variable), expected, "{term} {colorterm}");
        }
    }

    #[test]
    fn width_precedence() {
        assert_eq!(resolve_width(Some(60), Some("70"), Some(90)), 60);
        assert_eq!(resolve_width(None, Some("70"), Some(90)), 70);
        assert_eq!(resolve_width(None, Some("wide"), Some(90)), 90);
        assert_eq!(resolve_width(None, Some("99999999999"), Some(90)), 65_535);
        assert_eq!(resolve_width(None, Some(&"9".repeat(50)), Some(90)), 90);
        assert_eq!(resolve_width(None, Some("0"), Some(90)), 90);
        assert_eq!(resolve_width(None, None, Some(90)), 90);
        assert_eq!(resolve_width(None, None, Some(0)), 80);
        assert_eq!(resolve_width(None, None, None), 80);
    }
}
