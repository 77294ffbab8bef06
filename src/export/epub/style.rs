//! How a book looks.

use std::fmt::Write as _;

use crate::export::shades::Shade;

/// The room that a text has beside others, in the letters of the reader: with less the texts stand one under the other.
const ROOM: usize = 17;

const STYLE: &str = "body { margin: 0 .5em; line-height: 1.4; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.1em; margin: .4em 0; }
p { margin: 0 0 .3em; }
dt { font-weight: bold; }
.row { margin: 0 0 .8em; }
.label, .siglum, .legend { font-size: .75em; }
.siglum { font-weight: bold; }
.empty { display: none; }
";

/// Texts beside each other. Many programs know tables in styles, and not much else.
const BESIDE: &str = ".row { display: table; table-layout: fixed; width: 100%; margin: 0; page-break-inside: avoid; break-inside: avoid; }
.label, .text, .empty { display: table-cell; vertical-align: top; padding: .2em .5em .5em; }
.label { width: 4em; padding-left: 0; }
.siglum { display: none; }
";

/// The style sheet of a book of so many texts.
pub(super) fn style(texts: usize) -> String {
    let mut out = String::from(STYLE);
    for shade in Shade::ALL {
        let mut look = String::new();
        if let Some(ink) = shade.ink() {
            put!(look, " color: #{ink:06x};");
        }
        if shade.is_bold() {
            look.push_str(" font-weight: bold;");
        }
        if shade.is_italic() {
            look.push_str(" font-style: italic;");
        }
        match shade.lines() {
            0 => {}
            1 => look.push_str(" text-decoration: underline;"),
            _ => look.push_str(" border-bottom: 3px double;"),
        }
        put!(out, ".{} {{{look} }}\n", shade.name());
    }
    out.push_str("@media (prefers-color-scheme: dark) {\n");
    for shade in Shade::ALL {
        if let Some(ink) = shade.ink_on_dark() {
            put!(out, ".{} {{ color: #{ink:06x}; }}\n", shade.name());
        }
    }
    put!(
        out,
        "}}\n@media (min-width: {}em) {{\n{BESIDE}}}\n",
        ROOM * texts.max(1)
    );
    out
}
