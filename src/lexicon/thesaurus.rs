//! Thesauri in MyThes format, as LibreOffice has them: line 1 names the encoding, then `headword|N` and N lines
//! `(part of speech)|synonym|synonym…`.

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::lexicon::Equivalents;

/// Weight of a pair of a thesaurus: senses are merged there (*heureux*, *toilettes*), so it is a hint and no proof.
pub(super) const SYNONYM: f32 = 0.01;

/// Adds the pairs of a thesaurus, all of one small weight: they help to link words, but tie no sentences. Heads and
/// synonyms of several words are left out, and what a note marks as an antonym or a more general term.
///
/// # Errors
/// [`crate::Error::Malformed`] with the line.
pub fn add_thesaurus(bytes: &[u8], known: &mut Equivalents) -> Result<()> {
    let text = decode(bytes)?;
    let mut lines = text.lines().zip(1..).skip(1);
    while let Some((line, number)) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        let head = line
            .rsplit_once('|')
            .and_then(|(head, count)| Some((head, count.trim().parse::<usize>().ok()?)));
        let Some((head, senses)) = head else {
            let message = "a head is a word, `|` and the number of lines that belong to it";
            return Err(Error::malformed(
                format!("line {number}"),
                message.to_owned(),
            ));
        };
        let head = head.to_lowercase();
        for n in 0..senses {
            let Some((sense, _)) = lines.next() else {
                let message = format!("`{head}` has {senses} lines of synonyms; {n} follow");
                return Err(Error::malformed(format!("line {number}"), message));
            };
            if head.contains(' ') {
                continue;
            }
            // The first field is the part of speech.
            for word in sense.split('|').skip(1).map(str::trim) {
                if !word.is_empty() && !word.contains(['(', ' ']) {
                    known.add(&head, &in_lower_case(word), SYNONYM);
                }
            }
        }
    }
    Ok(())
}

/// Most words are; they are not copied.
fn in_lower_case(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) {
        word.to_lowercase().into()
    } else {
        word.into()
    }
}

/// The text in the encoding that its first line names.
fn decode(bytes: &[u8]) -> Result<String> {
    let end = bytes
        .iter()
        .position(|&b| b == b'\n')
        .unwrap_or(bytes.len());
    let label = String::from_utf8_lossy(&bytes[..end]);
    let label = label.trim_start_matches('\u{feff}').trim();
    // Such files write ISO8859-15, which the standard's list of labels has with a hyphen more.
    let hyphened = label.to_uppercase().replacen("ISO8859", "ISO-8859", 1);
    let Some(encoding) = encoding_rs::Encoding::for_label(hyphened.as_bytes()) else {
        let message = "no thesaurus in MyThes format; the first line of one names its encoding";
        return Err(Error::malformed("line 1", message.to_owned()));
    };
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    if failed {
        let message = format!("the text is not {label}, which this line says");
        return Err(Error::malformed("line 1", message));
    }
    Ok(text.into_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::normalize::Normalizer;
    use crate::witness::Language;

    #[test]
    fn synonyms_in_their_encoding() {
        let normalizer = Normalizer::of(Language::FRENCH, false);
        for file in [
            &b"ISO8859-15\nd\xe9but|2\n(Nom)|commencement|point de d\xe9part\n(Nom)|c\xbdur (antonym)|\xe9bauche\nfin|1\n(Nom)|terme\n"[..],
            "UTF-8\r\ndébut|2\r\n(Nom)|commencement|point de départ\r\n(Nom)|cœur (antonym)|ébauche\r\nfin|1\r\n(Nom)|terme\r\n".as_bytes(),
        ] {
            let mut known = Equivalents::default();
            add_thesaurus(file, &mut known).unwrap();
            let stems = known.by_stem(normalizer);
            let id = |word: &str| stems.id(normalizer.keys(word).at(crate::normalize::Fold::Stem));
            let weight = |a, b| stems.weight(id(a).unwrap(), id(b).unwrap());
            assert_eq!(weight("débuts", "commencements"), SYNONYM);
            assert_eq!(weight("ébauche", "début"), SYNONYM);
            assert_eq!(weight("fin", "début"), 0.0);
            assert_eq!(id("cœur"), None);
        }
    }

    #[test]
    fn what_is_no_thesaurus_is_told_with_its_line() {
        for (file, told) in [
            (&b""[..], "line 1: no thesaurus"),
            (b"UTF-8\nno number\n", "line 2: a head is"),
            (b"UTF-8\n\xe9t\xe9|0\n", "line 1: the text is not UTF-8"),
            (
                b"UTF-8\nword|99999999999\n(Nom)|x\n",
                "line 2: `word` has 99999999999 lines",
            ),
        ] {
            let error = add_thesaurus(file, &mut Equivalents::default()).unwrap_err();
            assert!(error.to_string().starts_with(told), "{error}");
        }
    }
}
