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
    /// What notes say, those that say the same of several witnesses once: `A, B and C are the same text`.
    pub fn told(notes: &[Self]) -> Vec<String> {
        let mut told: Vec<Told<'_>> = Vec::new();
        for note in notes {
            let new = Told::new(note);
            if !told.iter_mut().any(|known| known.takes_in(&new)) {
                told.push(new);
            }
        }
        told.iter().map(ToString::to_string).collect()
    }

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
            Self::Languages { .. } | Self::SameText(_) => Told::new(self).fmt(f),
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

/// A note, or several that say the same.
enum Told<'n> {
    /// Witnesses that are the same text.
    Same(Vec<&'n Siglum>),
    /// Witnesses in one language, and those in another.
    Languages {
        of: [(&'n str, Vec<&'n Siglum>); 2],
        rules: Option<&'n str>,
    },
    Other(&'n Note),
}

impl<'n> Told<'n> {
    fn new(note: &'n Note) -> Self {
        match note {
            Note::SameText(witnesses) => Self::Same(witnesses.iter().collect()),
            Note::Languages {
                witnesses: [a, b],
                languages: [first, second],
                rules,
            } => Self::Languages {
                of: [(first, vec![a]), (second, vec![b])],
                rules: rules.as_deref(),
            },
            other => Self::Other(other),
        }
    }

    /// Takes in what says the same of other witnesses, where it does.
    fn takes_in(&mut self, other: &Self) -> bool {
        let add = |known: &mut Vec<&'n Siglum>, others: &[&'n Siglum]| {
            for &siglum in others {
                if !known.contains(&siglum) {
                    known.push(siglum);
                }
            }
        };
        match (self, other) {
            (Self::Same(known), Self::Same(others)) => {
                let one = others.iter().any(|siglum| known.contains(siglum));
                if one {
                    add(known, others);
                }
                one
            }
            (
                Self::Languages { of, rules },
                Self::Languages {
                    of: others,
                    rules: by,
                },
            ) => {
                let named = [others[0].0, others[1].0];
                let turned = [named[1], named[0]];
                let own = [of[0].0, of[1].0];
                if rules != by || own != named && own != turned {
                    return false;
                }
                for (language, sigla) in others {
                    let known = of.iter_mut().find(|(name, _)| name == language);
                    known.into_iter().for_each(|(_, known)| add(known, sigla));
                }
                true
            }
            (Self::Other(known), Self::Other(other)) => known == other,
            _ => false,
        }
    }
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(sigla) => write!(f, "{} are the same text", listed(sigla)),
            Self::Languages {
                of: [(first, a), (second, b)],
                rules,
            } => {
                let are = if a.len() == 1 { "is" } else { "are" };
                write!(
                    f,
                    "{} {are} in {first}, {} in {second}; ",
                    listed(a),
                    listed(b)
                )?;
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
            Self::Other(note) => note.fmt(f),
        }
    }
}

/// `A, B and C`
pub(crate) fn listed(names: &[impl fmt::Display]) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}
