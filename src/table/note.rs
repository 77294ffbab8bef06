//! What a reader may wonder about in a table that is empty, or surprising.

use std::fmt;

use crate::witness::Siglum;

/// Something noticed while a table was made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// A witness is print from before about 1800, whose spellings are united.
    OldPrint {
        /// The witness.
        witness: Siglum,
        /// What gave it away.
        reason: String,
    },
    /// The witnesses are in two languages.
    Languages {
        /// The witnesses.
        witnesses: [Siglum; 2],
        /// The name of the language of each.
        languages: [String; 2],
        /// The name of that by whose rules their words are compared; `None` where they are not, since both languages are
        /// certain.
        rules: Option<String>,
    },
    /// The witnesses are the same text.
    SameText([Siglum; 2]),
    /// No unit of one renders any of the other.
    NothingInCommon([Siglum; 2]),
    /// So many rows have too many words to compare each with each.
    LongRows(usize),
}

impl Note {
    /// Whether it is about these witnesses alone.
    pub(super) fn is_among(&self, sigla: &[&Siglum]) -> bool {
        let among = |siglum: &Siglum| sigla.contains(&siglum);
        match self {
            Self::OldPrint { witness, .. } => among(witness),
            Self::Languages { witnesses, .. } => witnesses.iter().all(among),
            Self::SameText(witnesses) | Self::NothingInCommon(witnesses) => {
                witnesses.iter().all(among)
            }
            Self::LongRows(_) => true,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OldPrint { witness, reason } => {
                write!(f, "{witness} is read as old print: {reason}")
            }
            Self::Languages {
                witnesses: [a, b],
                languages: [first, second],
                rules,
            } => {
                write!(f, "{a} is in {first}, {b} in {second}; ")?;
                match rules {
                    Some(rules) => write!(
                        f,
                        "words are compared by the rules of {rules} (--lang says otherwise)"
                    ),
                    None => f.write_str(
                        "the languages differ, so sentences are aligned and no words compared",
                    ),
                }
            }
            Self::SameText([a, b]) => write!(f, "{a} and {b} are the same text"),
            Self::NothingInCommon([a, b]) => {
                write!(
                    f,
                    "{a} and {b} have nothing in common that could be aligned"
                )
            }
            Self::LongRows(count) => write!(
                f,
                "rows too long to compare every word with every other: {count}; there, words are linked between words that both texts have just once (a smaller --unit finds more)"
            ),
        }
    }
}
