//! A report to read in a browser: one file, without a network, in which the texts cannot become markup.
//!
//! The texts stand in the page as a table, for browsers that run no script, and how their words are linked as JSON; the page's
//! script shows the rows near the window, so that a whole Bible opens as fast as a chapter. The security policy of the page names its style and its script by their hashes and allows
//! nothing else.

mod data;
mod head;
mod letters;
mod patterns;
mod plain;
mod policy;
mod ruler;
mod runs;
mod sayings;

use std::io::{self, Write};

use crate::class::Class;
use crate::export::Exporter;
use crate::export::svg_tree;
use crate::export::title::title;
use crate::export::xml::escape;
use crate::hue::Hue;
use crate::select::Marks;
use crate::table::{AlignmentTable, Overview};

use head::Head;

/// Writes the report.
#[derive(Debug, Clone)]
pub struct Html {
    /// Differences that are not marked until the reader asks for them.
    pub quiet: Vec<Class>,
    /// Which of the others are marked at first.
    pub marks: Marks,
}

const PAGE: &str = include_str!("page.html");
/// The style, but for the colours of differences.
const STYLE: &str = include_str!("report.css");
/// The style of paper, which has signs beside the colours.
const PAPER: &str = include_str!("paper.css");
/// One function, so that nothing of it is global.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("js/model.js"),
    include_str!("js/judge.js"),
    include_str!("js/text.js"),
    include_str!("js/row.js"),
    include_str!("js/inline.js"),
    include_str!("js/apparatus.js"),
    include_str!("js/list.js"),
    include_str!("js/filter.js"),
    include_str!("js/agreement.js"),
    include_str!("js/map.js"),
    include_str!("js/word.js"),
    include_str!("js/about.js"),
    include_str!("js/witnesses.js"),
    include_str!("js/address.js"),
    include_str!("js/keys.js"),
    "})();\n"
);

impl Exporter for Html {
    fn write(&self, table: &AlignmentTable, out: &mut dyn Write) -> io::Result<()> {
        let (style, script) = (lean(&style()), lean(SCRIPT));
        // Of two the page says nothing that it tells.
        let overview = (table.witnesses.len() > 2).then(|| table.overview());
        let overview = overview.as_ref();
        let mut parts = PAGE.split("{{");
        out.write_all(parts.next().unwrap_or_default().as_bytes())?;
        for part in parts {
            let (name, rest) = part.split_once("}}").unwrap_or_default();
            match name {
                "policy" => write!(
                    out,
                    "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
                    policy::source(&style),
                    policy::source(&script)
                )?,
                "title" => out.write_all(escape(&title(table)).as_bytes())?,
                "style" => out.write_all(style.as_bytes())?,
                "tree" => tree(table, overview, out)?,
                "rows" => plain::write(table, out)?,
                "script" => out.write_all(script.as_bytes())?,
                _ => {
                    let head = Head::new(table, overview, &self.quiet, self.marks);
                    data::write(table, head, &self.quiet, out)?
                }
            }
            out.write_all(rest.as_bytes())?;
        }
        Ok(())
    }
}

/// Of more than two texts their likeness tree, which opens where it is asked for.
fn tree(
    table: &AlignmentTable,
    overview: Option<&Overview>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(overview) = overview else {
        return Ok(());
    };
    writeln!(
        out,
        "<details id=\"tree\"><summary>likeness tree: the way across says how many words differ; where it begins says nothing</summary>"
    )?;
    svg_tree::draw(table, &table.likeness_tree(overview), "", out)?;
    writeln!(out, "</details>")
}

/// The whole style: the colours of differences, for a light background and for a dark one, then what uses them.
fn style() -> String {
    let colours = Hue::ALL.map(|hue| {
        let (light, dark) = (hue.light(), hue.dark());
        format!("--{}: light-dark(#{light:06x}, #{dark:06x});", hue.name())
    });
    format!(":root {{ {} }}\n{STYLE}{PAPER}", colours.join(" "))
}

/// A style or a script without its indentation and its comments, which stand in lines of their own.
fn lean(source: &str) -> String {
    let lines = source.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_place_for_each_part_once() {
        for part in ["policy", "title", "style", "tree", "rows", "script", "data"] {
            assert_eq!(
                PAGE.matches(&format!("{{{{{part}}}}}")).count(),
                1,
                "{part}"
            );
        }
        assert_eq!(PAGE.matches("{{").count(), 7);
    }

    #[test]
    fn style_and_script_do_not_end_early_and_hold_no_carriage_return() {
        for source in [lean(&style()), lean(SCRIPT)] {
            // A browser would hash line feeds in their place.
            assert!(!source.contains('\r'));
            assert!(!source.to_ascii_lowercase().contains("</s"));
            assert!(!source.contains("<!--"));
        }
        for forbidden in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "document.write",
        ] {
            assert!(!SCRIPT.contains(forbidden), "{forbidden}");
        }
    }
}
