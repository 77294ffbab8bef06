//! A witness of the JSON, its spans checked against its text.

use std::fmt::Display;

use crate::error::{Error, Result};
use crate::format::json::wire;
use crate::witness::CharIndex;
use crate::witness::{Label, Level, Paragraph, Siglum, Span, Token, TokenRange, Unit, Witness};

/// The witness at index `n`.
pub(super) fn witness(n: usize, level: Level, w: wire::Witness<'_>) -> Result<Witness> {
    let at = format!("witnesses[{n}]");
    if u32::try_from(w.text.len()).is_err() {
        return Err(Error::malformed(
            format!("{at}.text"),
            "longer than 4 GiB: split it",
        ));
    }
    let spans = Spans {
        text: &w.text,
        chars: CharIndex::new(&w.text),
    };
    let mut paragraphs = Vec::with_capacity(w.paragraphs.len());
    for (i, p) in w.paragraphs.iter().enumerate() {
        let place = Place(&at, "paragraphs", i);
        paragraphs.push(spans.after(paragraphs.last().copied(), p.bytes, p.chars, &place)?);
    }
    let mut tokens: Vec<Token> = Vec::with_capacity(w.tokens.len());
    for (i, t) in w.tokens.iter().enumerate() {
        let last = tokens.last().map(|t| t.span);
        let span = spans.after(last, t.bytes, t.chars, &Place(&at, "tokens", i))?;
        tokens.push(Token {
            span,
            kind: t.kind.0,
        });
    }
    let mut structure: Vec<Paragraph> = Vec::with_capacity(w.structure.len());
    for (i, part) in w.structure.into_iter().enumerate() {
        let last = structure.last().map(|part| part.span);
        structure.push(Paragraph {
            span: spans.after(last, part.bytes, part.chars, &Place(&at, "structure", i))?,
            role: part.role.0,
            skip: part.skip.map(|skip| skip.0),
        });
    }
    let mut labels = Vec::with_capacity(w.labels.len());
    for (i, label) in w.labels.into_iter().enumerate() {
        labels.push(Label {
            span: spans.span(label.bytes, label.chars, &Place(&at, "labels", i))?,
            name: label.label,
        });
    }
    let units = spans.units(&at, "units", w.units, &tokens)?;
    let other = |key, units: Option<Vec<wire::Unit>>| match units {
        Some(units) => spans.units(&at, key, units, &tokens),
        None => Err(Error::malformed(
            format!("{at}.{key}"),
            format!("the key is missing: a table by {} has it", level.name()),
        )),
    };
    let (key, sentences, clauses) = match level {
        Level::Clause => ("sentences", other("sentences", w.sentences)?, units),
        _ => ("units", units, other("clauses", w.clauses)?),
    };
    for (key, list) in [
        (key, &sentences),
        (if key == "units" { "clauses" } else { "units" }, &clauses),
    ] {
        for (i, unit) in list.iter().enumerate() {
            let place = Place(&at, key, i);
            within(unit.paragraph, paragraphs.len(), "paragraph", &place)?;
            within(unit.sentence, sentences.len(), "sentence", &place)?;
        }
    }
    let witness = Witness {
        siglum: Siglum(w.siglum.into_owned()),
        path: w.path.into_owned(),
        language: w.language.0,
        sha256: w.sha256.into_owned(),
        level,
        paragraphs,
        structure,
        labels: labels.into(),
        sentences,
        clauses,
        tokens,
        unmarked: Vec::new(),
        text: String::new(),
    };
    tokens_name_their_units(&at, &witness, &w.tokens)?;
    Ok(Witness {
        text: w.text.into_owned(),
        ..witness
    })
}

/// A place in the file, put into words only when something is wrong there.
struct Place<'a>(&'a str, &'a str, usize);

impl Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}[{}]", self.0, self.1, self.2)
    }
}

/// Checks spans against a text.
struct Spans<'a> {
    text: &'a str,
    chars: CharIndex<'a>,
}

impl Spans<'_> {
    /// The span, which has to begin where `last` ends or later.
    fn after(
        &self,
        last: Option<Span>,
        bytes: wire::Range,
        chars: wire::Range,
        place: &Place<'_>,
    ) -> Result<Span> {
        let span = self.span(bytes, chars, place)?;
        match last {
            Some(last) if span.start < last.end => Err(Error::malformed(
                format!("{place}.bytes"),
                format!(
                    "begins at {}, before the end of the one before it, {}",
                    span.start, last.end
                ),
            )),
            _ => Ok(span),
        }
    }

    fn span(&self, bytes: wire::Range, chars: wire::Range, place: &impl Display) -> Result<Span> {
        span(self.text, &self.chars, bytes, chars, place)
    }

    fn units(
        &self,
        at: &str,
        key: &str,
        units: Vec<wire::Unit>,
        tokens: &[Token],
    ) -> Result<Vec<Unit>> {
        let mut out: Vec<Unit> = Vec::with_capacity(units.len());
        for (i, unit) in units.into_iter().enumerate() {
            let place = Place(at, key, i);
            let last = out.last();
            let span = self.after(last.map(|u| u.span), unit.bytes, unit.chars, &place)?;
            let [start, end] = unit.tokens;
            let inside = tokens.get(start as usize..end as usize);
            let in_order = start >= last.map_or(0, |u| u.tokens.end);
            let (Some(inside), true) = (inside, in_order) else {
                return Err(Error::malformed(
                    format!("{place}.tokens"),
                    format!(
                        "{start} to {end} is not a range of tokens after those of the unit before it"
                    ),
                ));
            };
            let fits = |t: &Token| span.start <= t.span.start && t.span.end <= span.end;
            if !(inside.first().is_none_or(fits) && inside.last().is_none_or(fits)) {
                return Err(Error::malformed(
                    format!("{place}.tokens"),
                    "these tokens do not lie inside the span of the unit",
                ));
            }
            out.push(Unit {
                span,
                tokens: TokenRange { start, end },
                paragraph: unit.paragraph,
                sentence: unit.sentence,
                skip: unit.skip.map(|s| s.0),
            });
        }
        Ok(out)
    }
}

/// A span whose ends are in the text, between characters, and the same in bytes and in characters.
pub(super) fn span(
    text: &str,
    index: &CharIndex<'_>,
    bytes: wire::Range,
    chars: wire::Range,
    place: &impl Display,
) -> Result<Span> {
    let [start, end] = bytes;
    if start > end || end as usize > text.len() {
        return Err(Error::malformed(
            format!("{place}.bytes"),
            format!(
                "{start} to {end} is not a range of a text of {} bytes",
                text.len()
            ),
        ));
    }
    for byte in bytes {
        if !text.is_char_boundary(byte as usize) {
            return Err(Error::malformed(
                format!("{place}.bytes"),
                format!("{byte} lies inside a character"),
            ));
        }
    }
    let expected = bytes.map(|byte| index.at(byte));
    if chars != expected {
        return Err(Error::malformed(
            format!("{place}.chars"),
            format!(
                "{} to {}, but the bytes are characters {} to {}",
                chars[0], chars[1], expected[0], expected[1]
            ),
        ));
    }
    Ok(Span { start, end })
}

fn within(index: u32, len: usize, key: &str, place: &Place<'_>) -> Result<()> {
    if (index as usize) < len {
        return Ok(());
    }
    Err(Error::malformed(
        format!("{place}.{key}"),
        format!("{index} is out of range: there are {len}"),
    ))
}

/// The `unit` of a token has to say what the `tokens` of the units say.
fn tokens_name_their_units(at: &str, witness: &Witness, tokens: &[wire::Token]) -> Result<()> {
    let mut units = witness.units().iter().enumerate().peekable();
    for (i, token) in tokens.iter().enumerate() {
        while units
            .next_if(|(_, unit)| unit.tokens.end as usize <= i)
            .is_some()
        {}
        let unit = units
            .peek()
            .filter(|(_, unit)| unit.tokens.start as usize <= i)
            .map(|&(index, _)| index as u32);
        if token.unit != unit {
            let say = |u: Option<u32>| u.map_or("null".to_owned(), |u| u.to_string());
            return Err(Error::malformed(
                format!("{at}.tokens[{i}].unit"),
                format!("{}, but its unit is {}", say(token.unit), say(unit)),
            ));
        }
    }
    Ok(())
}
