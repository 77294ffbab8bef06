//! Words that are known to stand for each other before a pair of witnesses is seen: learned from other renderings, or
//! found in a thesaurus.

use rustc_hash::FxHashMap;

use crate::error::{Error, Result};
use crate::lexicon::{KeyId, Vocabulary};
use crate::normalize::Fold;

/// Two words, in lower case, and how well one stands for the other, in `(0, 1]`.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownPair {
    /// One word.
    pub a: Box<str>,
    /// The other.
    pub b: Box<str>,
    /// The weight; an equal word has 1.
    pub weight: f32,
}

/// The first line of a lexicon.
const SCHEMA: &str = "# enregard lexicon 1";
/// The names of its columns.
const COLUMNS: &str = "a\tb\tcount\tb_of_a\ta_of_b";
/// Meetings are counted as this many fewer, because chance gives some.
const DISCOUNT: f32 = 1.0;

/// Weight of a pair of a thesaurus: less than what a corpus shows, because senses are merged there (*heureux*, *toilettes*).
const THESAURUS_WEIGHT: f32 = 0.15;
/// Senses with more synonyms than this say little of each.
const MOST_SYNONYMS: usize = 60;

/// Word pairs learned from renderings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lexicon {
    /// The pairs, sorted by their words.
    pub entries: Vec<LexiconEntry>,
}

/// One pair of a [`Lexicon`].
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconEntry {
    /// The word that sorts first, in lower case: the most frequent form of its stem.
    pub a: String,
    /// The other.
    pub b: String,
    /// How often they were linked.
    pub count: u32,
    /// Of the places with `a`, the share where `b` stands for it, in `[0, 1]`.
    pub b_of_a: f64,
    /// Of the places with `b`, the share where `a` stands for it, in `[0, 1]`.
    pub a_of_b: f64,
}

impl Lexicon {
    /// The lexicon as a file: tab-separated, a pair a line, sorted.
    pub fn to_tsv(&self) -> String {
        let mut out = format!("{SCHEMA}\n{COLUMNS}\n");
        for e in &self.entries {
            out.push_str(&format!(
                "{}\t{}\t{}\t{:.4}\t{:.4}\n",
                e.a, e.b, e.count, e.b_of_a, e.a_of_b
            ));
        }
        out
    }

    /// Reads what [`Lexicon::to_tsv`] writes.
    ///
    /// # Errors
    /// [`Error::Malformed`] with the line, for anything else.
    pub fn from_tsv(text: &str) -> Result<Self> {
        let malformed = |line: usize, message: &str| Error::Malformed {
            place: format!("line {line}"),
            message: message.to_owned(),
        };
        let mut lines = text.lines().zip(1..);
        if lines.next().map(|(line, _)| line) != Some(SCHEMA) {
            let message = format!("no lexicon: the first line of one is `{SCHEMA}`");
            return Err(malformed(1, &message));
        }
        let mut entries = Vec::new();
        for (line, number) in lines.skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [a, b, count, b_of_a, a_of_b] = fields[..] else {
                return Err(malformed(number, "five columns are needed, parted by tabs"));
            };
            let share = |field: &str| {
                let share = field.parse().ok().filter(|x| (0.0..=1.0).contains(x));
                share.ok_or_else(|| malformed(number, "a share lies between 0 and 1"))
            };
            let count = count.parse();
            entries.push(LexiconEntry {
                a: a.to_owned(),
                b: b.to_owned(),
                count: count.map_err(|_| malformed(number, "the count is no number"))?,
                b_of_a: share(b_of_a)?,
                a_of_b: share(a_of_b)?,
            });
        }
        Ok(Self { entries })
    }

    /// The pairs with their weights: the lesser of both shares, less for what was seen seldom.
    pub fn pairs(&self) -> Vec<KnownPair> {
        self.entries
            .iter()
            .filter(|e| e.count > 0)
            .map(|e| KnownPair {
                a: e.a.as_str().into(),
                b: e.b.as_str().into(),
                weight: e.b_of_a.min(e.a_of_b) as f32 * (1.0 - DISCOUNT / e.count as f32),
            })
            .filter(|pair| pair.weight > 0.0)
            .collect()
    }
}

/// The pairs of a thesaurus in MyThes format, all of one weight. Synonyms of several words are left out.
///
/// # Errors
/// [`Error::Malformed`] with the line.
pub fn read_thesaurus(bytes: &[u8]) -> Result<Vec<KnownPair>> {
    let end = bytes.iter().position(|&b| b == b'\n').unwrap_or(bytes.len());
    let label = String::from_utf8_lossy(&bytes[..end]);
    let malformed = |line: usize, message: String| Error::Malformed {
        place: format!("line {line}"),
        message,
    };
    let Some(encoding) = encoding_rs::Encoding::for_label(label.trim().as_bytes()) else {
        let message = "no thesaurus in MyThes format: the first line of one names its encoding";
        return Err(malformed(1, message.to_owned()));
    };
    let (text, _) = encoding.decode_without_bom_handling(&bytes[end..]);
    let mut pairs = Vec::new();
    let mut lines = text.lines().zip(1..).skip(1);
    while let Some((line, number)) = lines.next() {
        if line.trim().is_empty() {
            continue;
        }
        let entry = line.rsplit_once('|');
        let Some((head, senses)) =
            entry.and_then(|(head, n)| Some((head, n.trim().parse::<usize>().ok()?)))
        else {
            let message = "a head is a word, `|` and the number of its senses";
            return Err(malformed(number, message.to_owned()));
        };
        let head = head.to_lowercase();
        for (sense, _) in lines.by_ref().take(senses) {
            let synonyms: Vec<String> = sense
                .split('|')
                .skip(1)
                // (generic term), (antonym) and the like.
                .filter(|word| !word.contains(['(', ' ']) && !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            if head.contains(' ') || synonyms.len() > MOST_SYNONYMS {
                continue;
            }
            pairs.extend(synonyms.into_iter().map(|word| KnownPair {
                a: head.as_str().into(),
                b: word.into(),
                weight: THESAURUS_WEIGHT,
            }));
        }
    }
    Ok(pairs)
}

/// The pairs of which a vocabulary has both words, by stem; of a pair that comes again the greatest weight.
pub(super) fn in_vocabulary(
    pairs: &[KnownPair],
    vocabulary: &Vocabulary,
) -> Vec<(KeyId, KeyId, f32)> {
    let mut stems: FxHashMap<&str, Option<KeyId>> = FxHashMap::default();
    let mut stem = |word| {
        *stems.entry(word).or_insert_with(|| {
            let keys = vocabulary.normalizer().keys(word);
            vocabulary.key_id(keys.at(Fold::Stem))
        })
    };
    let mut found: Vec<(KeyId, KeyId, f32)> = Vec::new();
    for pair in pairs {
        if let (Some(a), Some(b)) = (stem(&*pair.a), stem(&*pair.b))
            && a != b
        {
            found.push((a.min(b), a.max(b), pair.weight));
        }
    }
    found.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
    found.dedup_by_key(|p| (p.0, p.1));
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_lexicon_is_read_as_it_was_written() {
        let lexicon = Lexicon {
            entries: vec![LexiconEntry {
                a: "majeur".to_owned(),
                b: "principal".to_owned(),
                count: 4,
                b_of_a: 0.5,
                a_of_b: 0.25,
            }],
        };
        assert_eq!(Lexicon::from_tsv(&lexicon.to_tsv()).unwrap(), lexicon);
        assert_eq!(lexicon.pairs()[0].weight, 0.1875);
        for (text, place) in [
            ("", "line 1"),
            ("# enregard lexicon 1\n-\na\tb\tx\t0\t0\n", "line 3"),
            ("# enregard lexicon 1\n-\na\tb\t3\t2\t0\n", "line 3"),
            ("# enregard lexicon 1\n-\na\tb\n", "line 3"),
        ] {
            let error = Lexicon::from_tsv(text).unwrap_err().to_string();
            assert!(error.contains(place), "{error}");
        }
    }

    #[test]
    fn a_thesaurus_in_its_encoding() {
        let file = b"ISO8859-1\nd\xe9but|1\n(Nom)|commencement|origine|point de d\xe9part\nfin|1\n(Nom)|terme\n";
        let pairs = read_thesaurus(file).unwrap();
        let words: Vec<(&str, &str)> = pairs.iter().map(|p| (&*p.a, &*p.b)).collect();
        assert_eq!(
            words,
            [("début", "commencement"), ("début", "origine"), ("fin", "terme")]
        );
        assert!(read_thesaurus(b"").is_err());
        assert!(read_thesaurus(b"UTF-8\nno number\n").is_err());
        assert!(read_thesaurus(b"UTF-8\nword|99999999999\n(Nom)|x\n").is_ok());
    }
}
