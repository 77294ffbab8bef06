//! Turns coloured terminal output into an SVG picture: standard input to standard output.
//!
//! `enregard A B --color always --width 110 | cargo run --example picture > picture.svg`
//!
//! Only what the views write is understood: text, line ends, and the escapes of colour and style. The picture follows
//! the reader's light or dark scheme, or is made for one with the argument `light` or `dark`.

use std::env;
use std::fmt::Write as _;
use std::io::{self, Read, Write};

use unicode_width::UnicodeWidthStr;

/// Size of a character cell, in pixels.
const CELL: (f64, f64) = (8.4, 19.0);
const FONT_SIZE: f64 = 14.0;
const BORDER: f64 = 16.0;

/// Colours of a scheme: background, text, then the sixteen base colours.
struct Scheme {
    background: &'static str,
    text: &'static str,
    base: [&'static str; 16],
}

const LIGHT: Scheme = Scheme {
    background: "#ffffff",
    text: "#24292f",
    base: [
        "#24292f", "#b3202a", "#116329", "#7d4e00", "#0550ae", "#8250df", "#0d7680", "#6e7781",
        "#57606a", "#cf222e", "#1a7f37", "#9a6700", "#1f6feb", "#bf3989", "#1b9aa6", "#8c959f",
    ],
};
const DARK: Scheme = Scheme {
    background: "#161b22",
    text: "#dce3ea",
    base: [
        "#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4",
        "#6e7681", "#ff7b72", "#56d364", "#e3b341", "#79b8ff", "#f778ba", "#56d4dd", "#ffffff",
    ],
};

/// The style of a run of text, as the escapes before it set it.
#[derive(Clone, Copy, Default, PartialEq)]
struct Style {
    colour: Option<u8>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    strike: bool,
}

impl Style {
    fn set(&mut self, code: u8) {
        match code {
            0 => *self = Self::default(),
            1 => self.bold = true,
            2 => self.dim = true,
            3 => self.italic = true,
            4 => self.underline = true,
            9 => self.strike = true,
            30..=37 => self.colour = Some(code - 30),
            90..=97 => self.colour = Some(code - 90 + 8),
            _ => {}
        }
    }

    fn classes(self) -> String {
        let mut classes = self.colour.map_or(String::new(), |c| format!("c{c} "));
        for (on, name) in [
            (self.bold, "b "),
            (self.dim, "d "),
            (self.italic, "i "),
            (self.underline, "u "),
            (self.strike, "s "),
        ] {
            if on {
                classes.push_str(name);
            }
        }
        classes.trim_end().to_owned()
    }
}

/// A line as runs of one style, with the column each begins at.
fn runs(line: &str, style: &mut Style) -> Vec<(usize, Style, String)> {
    let mut runs: Vec<(usize, Style, String)> = Vec::new();
    let mut column = 0;
    let mut parts = line.split("\x1b[");
    let mut put = |text: &str, style: Style| {
        if !text.is_empty() {
            runs.push((column, style, text.to_owned()));
            column += text.width();
        }
    };
    put(parts.next().unwrap_or(""), *style);
    for part in parts {
        let (codes, text) = part.split_once('m').unwrap_or((part, ""));
        for code in codes.split(';') {
            style.set(code.parse().unwrap_or(0));
        }
        put(text, *style);
    }
    runs
}

fn css(scheme: &Scheme) -> String {
    let mut css = format!(
        ".bg{{fill:{}}}text{{fill:{}}}",
        scheme.background, scheme.text
    );
    for (n, colour) in scheme.base.iter().enumerate() {
        let _ = write!(css, ".c{n}{{fill:{colour}}}");
    }
    css
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn svg(input: &str, scheme: &str) -> String {
    let mut style = Style::default();
    let lines: Vec<_> = input.lines().map(|line| runs(line, &mut style)).collect();
    let columns = lines
        .iter()
        .flatten()
        .map(|(at, _, text)| at + text.width());
    let width = columns.max().unwrap_or(0) as f64 * CELL.0 + 2.0 * BORDER;
    let height = lines.len() as f64 * CELL.1 + 2.0 * BORDER;
    let colours = match scheme {
        "light" => css(&LIGHT),
        "dark" => css(&DARK),
        _ => format!(
            "{}@media(prefers-color-scheme:dark){{{}}}",
            css(&LIGHT),
            css(&DARK)
        ),
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\">\n<style>text{{font:{FONT_SIZE}px 'DejaVu Sans \
         Mono',Menlo,Consolas,monospace;white-space:pre}}.b{{font-weight:bold}}.d{{opacity:.6}}\
         .i{{font-style:italic}}.u{{text-decoration:underline}}.s{{text-decoration:line-through}}{colours}</style>\n\
         <rect class=\"bg\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n"
    );
    for (n, line) in lines.iter().enumerate() {
        let y = BORDER + (n as f64 + 0.75) * CELL.1;
        for (column, style, text) in line.iter().filter(|(_, _, text)| !text.trim().is_empty()) {
            // Spaces at the ends are places, not text; what remains is stretched to its cells.
            let shown = text.trim_start_matches(' ');
            let x = BORDER + (column + text.len() - shown.len()) as f64 * CELL.0;
            let shown = shown.trim_end_matches(' ');
            let _ = writeln!(
                out,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{:.1}\" class=\"{}\">{}</text>",
                shown.width() as f64 * CELL.0,
                style.classes(),
                escaped(shown)
            );
        }
    }
    out.push_str("</svg>\n");
    out
}

fn main() -> io::Result<()> {
    let mut input = String::new();
    io::stdin().read_to_string(&mut input)?;
    let scheme = env::args().nth(1).unwrap_or_default();
    io::stdout().write_all(svg(&input, &scheme).as_bytes())
}
