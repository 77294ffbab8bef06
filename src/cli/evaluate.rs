//! `enregard evaluate`: an alignment against gold.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use super::invocation::Invocation;
use super::note::name_of;
use super::stdout::stdout;
use super::{STDOUT_FAILED, output};
use crate::evaluate::{Credit, Recall, Scores, Tally, TextScores, UnitScores, evaluate};
use anyhow::{Context, ensure};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

/// Scores alignments against gold: precision, recall and F
///
/// Either side is vecalign lines, a hunalign ladder, the JSON of enregard, or gold links of units
/// ({"a_lines": …, "b_lines": …, "links": [[[0, 1], [0]], …]}), told apart by their content. Gold may also be spans of
/// running text, one line per verse ({"id": …, "a": [0, 97], "b": null}), for the JSON of any unit. The counts of several
/// pairs are added up.
///
/// strict: the same link stands in the gold. lax: it shares a unit on both sides with one. pairs: pairs of units.
/// unmatched: units in no link. n-m: links that are not one to one. moved: links that the gold marks so.
#[derive(Debug, Args)]
pub(super) struct EvaluateArgs {
    /// An alignment and its gold, as often as needed; - is standard input
    #[arg(value_name = "SYSTEM GOLD", required = true)]
    files: Vec<PathBuf>,

    /// How the scores are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table for people
    Text,
    /// JSON with the counts as well
    Json,
}

pub(super) fn run(args: &EvaluateArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    ensure!(
        args.files.len().is_multiple_of(2),
        "an alignment and its gold are needed, and so for each pair (files named: {}): enregard evaluate SYSTEM GOLD [SYSTEM GOLD …]",
        args.files.len()
    );
    ensure!(
        args.files.iter().filter(|f| f.as_os_str() == "-").count() <= 1,
        "standard input (-) can be only one of the files"
    );
    run.kept().and(output::TEXT, &args.files).check_stdout()?;
    let mut total = Total::default();
    for pair in args.files.chunks_exact(2) {
        let read = |path: &PathBuf| run.most.read_text(path);
        let scores = evaluate(&read(&pair[0])?, &read(&pair[1])?)
            .with_context(|| format!("{} against {}", name_of(&pair[0]), name_of(&pair[1])))?;
        total.add(scores);
    }
    let mut out = stdout();
    match args.format {
        Format::Text => out.write_all(total.text().as_bytes()),
        Format::Json => writeln!(out, "{:#}", total.json()),
    }
    .and_then(|()| out.flush())
    .context(STDOUT_FAILED)?;
    Ok(ExitCode::SUCCESS)
}

/// The scores of every pair, added up by kind.
#[derive(Default)]
struct Total {
    units: Option<UnitScores>,
    text: Option<TextScores>,
}

impl Total {
    fn add(&mut self, scores: Scores) {
        match scores {
            Scores::Units(scores) => *self.units.get_or_insert_default() += scores,
            Scores::Text(scores) => *self.text.get_or_insert_default() += scores,
        }
    }

    fn text(&self) -> String {
        let mut out = String::new();
        if let Some(scores) = &self.units {
            out.push_str("           precision  recall       F   right  system   found    gold\n");
            for (name, t) in tallies(scores) {
                out.push_str(&format!(
                    "{name:<10}    {:.4}  {:.4}  {:.4} {:>7} {:>7} {:>7} {:>7}\n",
                    t.precision(),
                    t.recall(),
                    t.f(),
                    t.right,
                    t.system,
                    t.found,
                    t.gold
                ));
            }
            for (name, r) in recalls(scores) {
                if let Some(share) = r.share() {
                    out.push_str(&format!(
                        "{name:<10}            {share:.4} {:>31} {:>7}\n",
                        r.found, r.gold
                    ));
                }
            }
        }
        if let Some(scores) = &self.text {
            out.push_str("           precision  recall       F\n");
            for (name, credit) in credits(scores) {
                out.push_str(&format!(
                    "{name:<10}    {:.4}  {:.4}  {:.4}\n",
                    scores.precision(credit),
                    scores.recall(credit),
                    scores.f(credit)
                ));
            }
            if let Some(share) = scores.left_alone() {
                out.push_str(&format!(
                    "unmatched             {share:.4} left alone, of {} characters\n",
                    scores.unmatched
                ));
            }
        }
        out
    }

    fn json(&self) -> Value {
        let mut out = serde_json::Map::new();
        if let Some(scores) = &self.units {
            let mut units = serde_json::Map::new();
            for (name, t) in tallies(scores) {
                units.insert(
                    name.to_owned(),
                    json!({
                        "precision": t.precision(), "recall": t.recall(), "f": t.f(),
                        "right": t.right, "system": t.system, "found": t.found, "gold": t.gold
                    }),
                );
            }
            for (name, r) in recalls(scores) {
                units.insert(
                    name.to_owned(),
                    json!({"recall": r.share(), "found": r.found, "gold": r.gold}),
                );
            }
            out.insert("units".to_owned(), units.into());
        }
        if let Some(scores) = &self.text {
            let mut text = serde_json::Map::new();
            for (name, credit) in credits(scores) {
                text.insert(
                    name.to_owned(),
                    json!({
                        "precision": scores.precision(credit), "recall": scores.recall(credit), "f": scores.f(credit)
                    }),
                );
            }
            text.insert(
                "unmatched".to_owned(),
                json!({"left_alone": scores.left_alone(), "chars": scores.unmatched}),
            );
            out.insert("text".to_owned(), text.into());
        }
        out.into()
    }
}

fn tallies(scores: &UnitScores) -> [(&'static str, Tally); 4] {
    [
        ("strict", scores.strict),
        ("lax", scores.lax),
        ("pairs", scores.pairs),
        ("unmatched", scores.unmatched),
    ]
}

fn recalls(scores: &UnitScores) -> [(&'static str, Recall); 2] {
    [("n-m", scores.n_m), ("moved", scores.moved)]
}

fn credits(scores: &TextScores) -> [(&'static str, Credit); 3] {
    [
        ("cell", scores.cell),
        ("verse", scores.verse),
        ("strict", scores.strict),
    ]
}
