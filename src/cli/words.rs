//! `enregard words`: word links of sentence pairs, in the format of fast_align and awesome-align.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::language::Profile;
use crate::segment::detect_language;
use crate::witness::Language;
use crate::words::{TokenLinker, WordPair};
use anyhow::{Context, bail};
use clap::Args;

use super::STDOUT_FAILED;
use super::invocation::Invocation;
use super::known::{KnownArgs, KnownWords};
use super::note::name_of;
use super::output::{self, Kept};
use super::threads::set_threads;

/// Links the words of sentence pairs, in the format of fast_align
///
/// Reads `source tokens ||| target tokens`, writes `0-0 1-2 …`: one line per pair, tokens separated by spaces and never cut further; the positions count from 0. A pair with an empty side
/// gives an empty line. Lines are answered as they come. A line that is no pair gives an empty line as well, and is told; the others
/// are done, and the exit code is 2.
#[derive(Debug, Args)]
pub(super) struct WordsArgs {
    /// The pairs; without it, or with -, standard input
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// Language of both sides, by its code (fr, en, de …), or auto
    ///
    /// `auto` (the default) takes that of --lexicon, or recognises it from what has been read so far, and keeps it after
    /// the first 50 lines.
    #[arg(long, value_name = "LANG", default_value = "auto")]
    lang: String,

    /// Unite spellings of print before about 1800 in every pair; without this, in French pairs that look like it
    #[arg(long)]
    old_print: bool,

    #[command(flatten)]
    known: KnownArgs,

    /// Write sure links only: those with a probability of at least 0.6 whose words do more than stand in one place
    #[arg(long)]
    sure: bool,

    /// Write the class of each link: 0-0:same 1-2:inflection
    #[arg(long, conflicts_with = "scores")]
    classes: bool,

    /// Write the probability of each link: 0-0:0.998
    #[arg(long)]
    scores: bool,
}

/// Lines by which `--lang auto` decides.
const SAMPLE_LINES: usize = 50;
/// Lines that are told to be no pairs; of more only the number is.
const MOST_TOLD: usize = 10;
/// Distinct tokens after which a vocabulary starts anew, so that memory stays flat on any input.
const MOST_TYPES: usize = 500_000;

pub(super) fn run(args: &WordsArgs, run: &Invocation) -> anyhow::Result<ExitCode> {
    let (name, input): (String, Box<dyn io::Read>) = match &args.file {
        Some(path) if path.as_os_str() != "-" => {
            let name = name_of(path);
            let file = File::open(path).with_context(|| format!("{name}: cannot be read"))?;
            (name, Box::new(file))
        }
        _ => ("standard input".to_owned(), Box::new(io::stdin())),
    };
    set_threads(None)?;
    Kept::default()
        .and(output::TEXT, &args.file)
        .and(output::KNOWN, args.known.files())
        .check_stdout()?;
    let known = KnownWords::new(&args.known, true, run.most)?;
    let mut speech = Speech::new(&args.lang, known.language())?;
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut out = BufWriter::new(io::stdout().lock());
    let mut linkers: HashMap<(Language, bool), TokenLinker> = HashMap::new();
    let mut line = Vec::new();
    let mut refused = 0_usize;
    for number in 1.. {
        if input.buffer().is_empty() {
            // The next read may wait for someone who waits for our answer.
            out.flush().context(STDOUT_FAILED)?;
        }
        line.clear();
        let place = || format!("{name}: line {number}");
        let read = run.most.read_line(&mut input, &mut line);
        if read.with_context(place)? == 0 {
            break;
        }
        let text = std::str::from_utf8(&line)
            .with_context(|| format!("{}: not UTF-8; convert the file first", place()))?;
        let (a, b) = match sides(text) {
            Ok(sides) => sides,
            Err(error) => {
                refused += 1;
                if refused <= MOST_TOLD {
                    super::note::note(format_args!("{}: {error}", place()));
                }
                // The answers stay beside their lines.
                writeln!(out).context(STDOUT_FAILED)?;
                continue;
            }
        };
        let language = speech.of(text);
        let profile = Profile::of(language);
        let old =
            profile.has_old_print() && (args.old_print || profile.old_print_reason(text).is_some());
        let linker = match linkers.entry((language, old)) {
            Entry::Occupied(linker) => linker.into_mut(),
            Entry::Vacant(place) => {
                place.insert(TokenLinker::new(language, old, &known.of(language)?.pairs))
            }
        };
        write(linker, (&a, &b), args, &mut out).context(STDOUT_FAILED)?;
        if linker.seen() > MOST_TYPES {
            *linker = TokenLinker::new(language, old, &known.of(language)?.pairs);
        }
    }
    out.flush().context(STDOUT_FAILED)?;
    let diffed: usize = linkers.values().map(TokenLinker::fell_back).sum();
    if diffed > 0 {
        super::note::note(format_args!(
            "{diffed} tokens stand in pairs too long for a table of all pairs: there only equal words in the same order are linked"
        ));
    }
    if refused > 0 {
        bail!("{name}: lines that are no pairs: {refused}; each has an empty one for an answer");
    }
    Ok(ExitCode::SUCCESS)
}

/// The tokens of both sides of a line.
fn sides(line: &str) -> anyhow::Result<(Vec<&str>, Vec<&str>)> {
    let line = line.trim_end_matches(['\n', '\r']);
    if line.trim().is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let Some((a, b)) = line.split_once("|||") else {
        bail!("no `|||` between two sides; a line is: source tokens ||| target tokens");
    };
    if b.contains("|||") {
        bail!("`|||` stands twice; one parts the two sides");
    }
    Ok((tokens(a), tokens(b)))
}

fn tokens(side: &str) -> Vec<&str> {
    side.split([' ', '\t']).filter(|t| !t.is_empty()).collect()
}

/// Which language a line is in.
struct Speech {
    given: Option<Language>,
    recognised: Language,
    sample: String,
    lines: usize,
}

impl Speech {
    /// `expected` is the language where nothing is said.
    fn new(name: &str, expected: Option<Language>) -> anyhow::Result<Self> {
        let given = match name {
            "auto" => expected,
            code => match Language::from_code(code) {
                Some(language) => Some(language),
                None => {
                    bail!(
                        "--lang {}: no code of a language, such as fr or pt-BR, nor auto",
                        name_of(code)
                    )
                }
            },
        };
        Ok(Self {
            given,
            recognised: Language::default(),
            sample: String::new(),
            lines: 0,
        })
    }

    fn of(&mut self, line: &str) -> Language {
        if self.given.is_none() && self.lines < SAMPLE_LINES {
            self.lines += 1;
            self.sample.push_str(&line.replace("|||", " "));
            if let Some(language) = detect_language(&self.sample) {
                self.recognised = language;
            }
        }
        self.given.unwrap_or(self.recognised)
    }
}

/// Writes the links of a line.
fn write(
    linker: &mut TokenLinker,
    (a, b): (&[&str], &[&str]),
    args: &WordsArgs,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut linked = linker.link(a, b);
    if args.sure {
        linked.pairs.retain(WordPair::is_sure);
    }
    for (n, pair) in linked.pairs.iter().enumerate() {
        let space = if n == 0 { "" } else { " " };
        write!(out, "{space}{}-{}", pair.a, pair.b)?;
        if args.classes {
            write!(out, ":{}", linker.class(&linked, pair).name())?;
        } else if args.scores {
            write!(out, ":{:.3}", pair.probability)?;
        }
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        assert_eq!(
            sides("a b ||| c\r\n").ok(),
            Some((vec!["a", "b"], vec!["c"]))
        );
        assert_eq!(sides("a b|||c").ok(), Some((vec!["a", "b"], vec!["c"])));
        assert_eq!(sides("||| c").ok(), Some((vec![], vec!["c"])));
        assert_eq!(sides(" a  |||\n").ok(), Some((vec!["a"], vec![])));
        assert_eq!(sides("\n").ok(), Some((vec![], vec![])));
        assert!(sides("a b").is_err());
        assert!(sides("a ||| b ||| c").is_err());
    }
}
