//! Subtitles (SubRip, WebVTT): what is said. Numbers, times and tags are no text; a sentence that goes on in the next cue is
//! whole, and its parts are named by their cues.

use super::tags;
use crate::language::chars::is_terminal;
use crate::read::document::Document;
use crate::witness::{Role, Span, is_divided};

/// A pause of so many seconds ends what is said.
const PAUSE: f64 = 3.0;

/// A cue.
#[derive(Debug)]
struct Cue {
    /// Its number or name; its time where it has neither.
    name: String,
    /// When it is shown, in seconds.
    start: f64,
    end: f64,
    /// Who speaks, where a tag says it.
    speaker: Option<String>,
    /// Without tags, none blank.
    lines: Vec<String>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Speech,
    /// In brackets: what is heard beside what is said.
    Sound,
    /// Between notes.
    Song,
}

fn kind(line: &str) -> Kind {
    let in_brackets = |open, close: char| {
        let inner = line.strip_prefix(open).and_then(|l| l.strip_suffix(close));
        inner.is_some_and(|inner: &str| !inner.contains([open, close]))
    };
    if in_brackets('(', ')') || in_brackets('[', ']') {
        Kind::Sound
    } else if line.starts_with(['♪', '♫', '♩', '♬']) {
        Kind::Song
    } else {
        Kind::Speech
    }
}

/// Cues without what is still shown of the one before, where a file's lines roll up.
fn unrolled(mut cues: Vec<Cue>) -> Vec<Cue> {
    let repeated = |before: &Cue, cue: &Cue| {
        let most = before.lines.len().min(cue.lines.len()).min(MOST_ROLLED);
        let is_end = |&n: &usize| before.lines.ends_with(&cue.lines[..n]);
        let count = (1..=most).rev().find(is_end).unwrap_or_default();
        let is_brief = cue.end - cue.start < BRIEF;
        if count < cue.lines.len() || is_brief {
            count
        } else {
            0
        }
    };
    let pairs = cues.windows(2);
    let counts: Vec<usize> = pairs.map(|pair| repeated(&pair[0], &pair[1])).collect();
    let rolls = counts.iter().filter(|&&count| count > 0).count();
    if rolls * ROLLING > counts.len() {
        for (cue, count) in cues.iter_mut().skip(1).zip(counts) {
            cue.lines.drain(..count);
        }
    }
    cues
}

/// Where so many of a file's cues repeat what is still shown, one in so many, its lines roll up: a recogniser of speech made it.
const ROLLING: usize = 3;

/// No more lines roll up, for no more are shown.
const MOST_ROLLED: usize = 4;

/// A cue shown so briefly, in seconds, shows nothing new: it stands between two of lines that roll.
const BRIEF: f64 = 0.1;

/// Reads subtitles.
pub(super) fn read(text: &str) -> Document {
    let mut writer = Writer::default();
    let mut last = f64::NEG_INFINITY;
    let mut line_before = String::new();
    let mut speaker = None;
    for cue in unrolled(cues(text)) {
        for (n, line) in cue.lines.iter().enumerate() {
            let pause = n == 0 && cue.start - last > PAUSE;
            let other = cue.speaker.is_some() && cue.speaker != speaker;
            let differs = kind(line) != kind(&line_before) || kind(line) == Kind::Sound;
            let ended = n == 0 && (other || ends(&writer.text, line));
            if pause || differs || begins_speech(line) || ended {
                writer.end_paragraph();
            }
            writer.add(line, &cue.name);
            line_before.clone_from(line);
        }
        last = cue.end;
        speaker = cue.speaker.or(speaker);
    }
    writer.end_paragraph();
    writer.document.finished()
}

/// The cues of a file, as it has them. Blank lines in one are not unheard of.
fn cues(text: &str) -> Vec<Cue> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let shown: Vec<(usize, (f64, f64))> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, times(line)?)))
        .collect();
    let cue = |(n, &(at, (start, end))): (usize, &(usize, (f64, f64)))| {
        let next = shown.get(n + 1).map_or(lines.len(), |&(at, _)| at);
        let named = next < lines.len() && name(&lines, next).is_some();
        let last = next - usize::from(named);
        let time = lines[at].split_whitespace().next();
        Cue {
            name: name(&lines, at).or(time).unwrap_or_default().to_owned(),
            start,
            end,
            speaker: lines[at + 1..last.max(at + 1)]
                .first()
                .and_then(|line| speaker(line)),
            lines: said(&lines[at + 1..last.max(at + 1)]),
        }
    };
    shown.iter().enumerate().map(cue).collect()
}

/// The name of the cue whose times stand in a line: what stands right above them, alone or in figures.
fn name<'a>(lines: &[&'a str], at: usize) -> Option<&'a str> {
    let name = lines[at.checked_sub(1)?];
    let alone = at < 2 || lines[at - 2].is_empty();
    let number = name.bytes().all(|byte| byte.is_ascii_digit());
    (!name.is_empty() && times(name).is_none() && (alone || number)).then_some(name)
}

/// The lines of these that are said, without their tags: not those of notes and styles.
fn said(lines: &[&str]) -> Vec<String> {
    let blocks = lines.split(|line| line.is_empty());
    let blocks = blocks.filter(|block| block.first().is_some_and(|first| !is_aside(first)));
    blocks
        .flatten()
        .map(|line| tags::removed(line).trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// Who speaks a line, where a tag says it: `<v Jean>Viens !`.
fn speaker(line: &str) -> Option<String> {
    let (name, _) = line.strip_prefix("<v")?.split_once('>')?;
    let (_, name) = name.split_once(' ')?;
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// Whether a block of a file begins that is no cue.
fn is_aside(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    matches!(word, "NOTE" | "STYLE" | "REGION" | "WEBVTT")
}

/// When a cue is shown, where a line says it: `00:01:02,500 --> 00:01:04,000`, with or without hours.
fn times(line: &str) -> Option<(f64, f64)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((seconds(start.trim())?, seconds(end)?))
}

fn seconds(time: &str) -> Option<f64> {
    let mut seconds = 0.0;
    for part in time.split(':') {
        let part = part.replace(',', ".");
        let number = part.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        seconds = seconds * 60.0 + part.parse::<f64>().ok().filter(|_| number)?;
    }
    time.contains(':').then_some(seconds)
}

/// Whether another begins to speak with a line: behind a dash, or a name (`MARIE :`, `Jean Dupont:`).
fn begins_speech(line: &str) -> bool {
    /// Words of a name.
    const MOST: usize = 3;
    let rest = line.trim_start_matches(['-', '–', '—', '‐']);
    let is_dashed = rest.len() < line.len() && !rest.is_empty();
    let name = line.split_once(':').filter(|(_, rest)| {
        let next = rest.chars().next();
        next.is_none_or(char::is_whitespace)
    });
    let name = name.map(|(name, _)| name.trim());
    is_dashed
        || name.is_some_and(|name| {
            let mut words = name.split_whitespace();
            let begins =
                |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
            !name.is_empty() && words.by_ref().take(MOST).all(begins) && words.next().is_none()
        })
}

/// Whether what is said ends before `next`: with a sentence. One that trails off goes on where the next line begins small.
fn ends(said: &str, next: &str) -> bool {
    let said = said.trim_end_matches(|c: char| "\"»”’')]♪".contains(c) || c.is_whitespace());
    let trails = said.ends_with("...") || said.ends_with('…');
    let goes_on =
        next.starts_with(|c: char| c.is_lowercase() || c == '…') || next.starts_with("...");
    said.ends_with(is_terminal) && !(trails && goes_on)
}

/// Text in the making.
#[derive(Default)]
struct Writer {
    document: Document,
    /// The paragraph that is open.
    text: String,
    /// Which of its bytes stand in which cue.
    cues: Vec<(usize, usize, String)>,
}

impl Writer {
    /// Adds a line of a cue.
    fn add(&mut self, line: &str, cue: &str) {
        if !self.text.is_empty() {
            // The halves of a word are known by the end of the line between them.
            self.text
                .push(if is_divided(&self.text) { '\n' } else { ' ' });
        }
        let start = self.text.len();
        self.text.push_str(line);
        let end = self.text.len();
        match self.cues.last_mut() {
            Some((_, last, name)) if name == cue => *last = end,
            _ => self.cues.push((start, end, cue.to_owned())),
        }
    }

    fn end_paragraph(&mut self) {
        let cues = std::mem::take(&mut self.cues);
        let text = std::mem::take(&mut self.text);
        let Some(span) = self.document.push(&text, Role::Cue, None) else {
            return;
        };
        let from = span.range().start;
        for (start, end, name) in cues {
            self.document
                .label(Span::new(from + start, from + end), name);
        }
    }
}
