//! What two words are to each other before their places are looked at.

use super::shape::{Role, Shape};

/// How two tokens are related, by the shallowest fold that unites them and by what kind of words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// One content word, up to spelling.
    Same,
    /// Content words of one stem.
    Stem,
    /// Content words that look alike.
    Like,
    /// Content words that are known to stand for each other.
    Known,
    /// Content words that now and then stand for each other.
    Hinted,
    /// Other content words.
    Different,
    /// One function word, up to spelling.
    SameFunction,
    /// Forms of one function word.
    StemFunction,
    /// Function words that are known to stand for each other, or one and a content word.
    KnownFunction,
    /// Other function words.
    DifferentFunction,
    /// Function words of kinds that do not stand for each other: a verb and a pronoun.
    OtherKind,
    /// A content word and a function word, or a word and figures.
    Mixed,
    /// One mark.
    SameMark,
    /// Different marks.
    DifferentMark,
    /// A mark and a word, or marks of which only one encloses what is said.
    Foreign,
}

impl Relation {
    /// How two tokens are related by what they are, and how like each other they are in `[0, 1]`.
    pub(super) fn between(x: &Shape, y: &Shape) -> (Self, f32) {
        let relation = match (x.role, y.role) {
            (Role::Mark, Role::Mark) if x.equal == y.equal => Self::SameMark,
            (Role::Mark, _) | (_, Role::Mark) => Self::apart(x, y),
            (p, q) if p.is_function() && q.is_function() => {
                if x.equal == y.equal {
                    Self::SameFunction
                } else if x.stem == y.stem {
                    Self::StemFunction
                } else {
                    Self::apart(x, y)
                }
            }
            _ if x.equal == y.equal => Self::Same,
            _ if x.stem == y.stem => Self::Stem,
            (p, q) if p.is_content() && q.is_content() => {
                let alike = x.likeness(y);
                if alike > LEAST_LIKENESS {
                    return (Self::Like, alike);
                }
                Self::apart(x, y)
            }
            _ => Self::Mixed,
        };
        (relation, 1.0)
    }

    /// The relation of two tokens that nothing unites.
    pub(super) fn apart(x: &Shape, y: &Shape) -> Self {
        match (x.role, y.role) {
            (Role::Content, Role::Content) | (Role::Figures, Role::Figures) => Self::Different,
            (p, q) if p.is_function() && q.is_function() => {
                if x.kinds.can_replace(y.kinds) {
                    Self::DifferentFunction
                } else {
                    Self::OtherKind
                }
            }
            (Role::Mark, Role::Mark) if x.kinds.can_replace(y.kinds) => Self::DifferentMark,
            (Role::Mark, _) | (_, Role::Mark) => Self::Foreign,
            _ => Self::Mixed,
        }
    }

    /// What two tokens of these roles are, which nothing else unites, when they are known with this weight to stand for each
    /// other.
    pub(super) fn if_known(self, x: Role, y: Role, weight: f32) -> Option<Self> {
        match self {
            _ if weight <= 0.0 => None,
            Self::Different | Self::Mixed if x.is_content() && y.is_content() => {
                Some(if weight < WELL_KNOWN {
                    Self::Hinted
                } else {
                    Self::Known
                })
            }
            Self::DifferentFunction | Self::OtherKind | Self::Mixed if weight >= WELL_KNOWN => {
                Some(Self::KnownFunction)
            }
            _ => None,
        }
    }

    /// Whether a link of this relation can be sure: what only stands in the same place (`pour` for `de`, a semicolon for a
    /// comma) is a possible link at most.
    pub(super) fn can_be_sure(self) -> bool {
        !matches!(
            self,
            Self::StemFunction
                | Self::KnownFunction
                | Self::DifferentFunction
                | Self::OtherKind
                | Self::Mixed
                | Self::DifferentMark
                | Self::Foreign
        )
    }

    /// Whether the two are content words that look like one another.
    pub(super) fn is_likeness(self) -> bool {
        matches!(self, Self::Same | Self::Stem | Self::Like)
    }

    /// Whether the two are content words that say the same, or nearly.
    pub(super) fn ties(self) -> bool {
        self.is_likeness() || self == Self::Known
    }

    /// Whether nothing but its place speaks for a link of this relation.
    pub(super) fn is_of_place(self) -> bool {
        matches!(
            self,
            Self::Different | Self::DifferentFunction | Self::OtherKind | Self::Mixed
        )
    }

    /// Whether a link of this relation says something of the links around it.
    pub(super) fn supports(self) -> bool {
        !matches!(
            self,
            Self::OtherKind | Self::Mixed | Self::SameMark | Self::DifferentMark | Self::Foreign
        )
    }

    /// How likely a pair of this relation is where the words correspond, against any pair: only the ratios count. `likeness`
    /// in `[0, 1]` is that of [`Relation::Like`] and [`Relation::Known`].
    pub(super) fn emission(self, likeness: f32) -> f32 {
        match self {
            Self::Same => 1.0,
            Self::Stem => 0.8,
            Self::Like | Self::Known | Self::Hinted => 0.6 * likeness,
            Self::Different => 0.01,
            // A shared function word says less than a shared content word: there are many of them about.
            Self::SameFunction => 0.5,
            Self::StemFunction => 0.3,
            Self::KnownFunction => 0.3 * likeness,
            Self::DifferentFunction => 0.024,
            Self::OtherKind => 0.004,
            Self::Mixed => 0.0008,
            Self::SameMark => 0.5,
            Self::DifferentMark => 0.012,
            Self::Foreign => 1e-6,
        }
    }
}

/// Least likeness of two words that counts.
const LEAST_LIKENESS: f32 = 0.4;
/// Likeness of words that are known to stand for each other, however seldom they do: their place and their neighbours
/// say whether they do here.
const KNOWN: f32 = 0.2;
/// Words that are known with less weight are no more than hinted at: by a thesaurus, or by seldom links of a corpus.
const WELL_KNOWN: f32 = 0.5;
/// The likeness of words that are known to stand for each other, from what is known of them in `(0, 1]`.
pub(super) fn known(weight: f32) -> f32 {
    KNOWN + (1.0 - KNOWN) * weight
}
