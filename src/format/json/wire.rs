//! What stands in the JSON, key by key, for both directions. Readers that need less have an `Outline`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::class::Class;
use crate::table::{FactKind, RowKind, RowNumber, Status};
use crate::witness::{Language, Level, Role, Skip, TokenIndex, TokenKind, TokenList, UnitIndex};

/// A range `[start, end)`.
pub(crate) type Range = [u32; 2];

/// What a whole file holds. It is written piece by piece, so this is for reading only.
#[derive(Deserialize)]
pub(crate) struct Table<'a> {
    #[serde(borrow)]
    #[expect(dead_code, reason = "it is looked at before the rest is parsed")]
    pub schema: Cow<'a, str>,
    pub unit: Named<Level>,
    #[serde(borrow)]
    pub witnesses: Vec<Witness<'a>>,
    #[serde(borrow)]
    pub rows: Vec<Row<'a>>,
    pub quotations: Vec<Quotation>,
    #[serde(borrow)]
    pub facts: Vec<Fact<'a>>,
    /// Of more than two witnesses those between two others than that against which the first are told; left out where there are none.
    #[serde(borrow, default)]
    pub facts_between: Vec<Fact<'a>>,
    pub ignored: Vec<Named<Class>>,
    /// The siglum of the base; of two witnesses it is the first, and left out.
    #[serde(borrow, default)]
    pub base: Option<Cow<'a, str>>,
    /// The pairs of witnesses, by their places, whose words are not compared; left out where there are none.
    #[serde(default)]
    pub uncompared: Vec<[usize; 2]>,
}

#[derive(Deserialize)]
pub(crate) struct Witness<'a> {
    #[serde(borrow)]
    pub siglum: Cow<'a, str>,
    #[serde(borrow)]
    pub path: Cow<'a, str>,
    pub language: Named<Language>,
    #[serde(borrow)]
    pub sha256: Cow<'a, str>,
    #[serde(borrow)]
    pub text: Cow<'a, str>,
    pub paragraphs: Vec<Paragraph>,
    pub units: Vec<Unit>,
    /// The level below, unless the units are clauses.
    pub clauses: Option<Vec<Unit>>,
    /// The level above, when the units are clauses.
    pub sentences: Option<Vec<Unit>>,
    pub tokens: Vec<Token>,
    /// Paragraphs of the file, where it has them.
    #[serde(default)]
    pub structure: Vec<Part>,
    /// Names of passages, where the file has them.
    #[serde(default)]
    pub labels: Vec<Label>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Part {
    pub chars: Range,
    pub bytes: Range,
    pub role: Named<Role>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub skip: Option<Named<Skip>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Label {
    pub chars: Range,
    pub bytes: Range,
    pub label: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Paragraph {
    pub chars: Range,
    pub bytes: Range,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Unit {
    pub chars: Range,
    pub bytes: Range,
    pub paragraph: u32,
    pub sentence: u32,
    pub tokens: Range,
    #[serde(deserialize_with = "Option::deserialize")]
    pub skip: Option<Named<Skip>>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Token {
    pub chars: Range,
    pub bytes: Range,
    #[serde(deserialize_with = "Option::deserialize")]
    pub unit: Option<u32>,
    pub kind: Named<TokenKind>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Row<'a> {
    pub row: RowNumber,
    pub kind: Named<RowKind>,
    pub units: Cow<'a, [Vec<UnitIndex>]>,
    pub moved: bool,
    #[serde(deserialize_with = "Option::deserialize")]
    pub moved_to: Option<RowNumber>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub score: Option<f64>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub confidence: Option<f64>,
    #[serde(deserialize_with = "Option::deserialize")]
    pub similarity: Option<f64>,
    pub status: Named<Status>,
    #[serde(borrow)]
    pub note: Cow<'a, str>,
    #[serde(borrow)]
    pub links: Vec<Link<'a>>,
    /// Of more than two witnesses: for each the row after which it has this one, where that is elsewhere.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub places: Cow<'a, [Option<RowNumber>]>,
    /// Of more than two witnesses: the beads between two of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beads: Vec<PairBead<'a>>,
}

/// A bead between two of more witnesses.
#[derive(Serialize, Deserialize)]
pub(crate) struct PairBead<'a> {
    /// The places of the witnesses in the list of witnesses.
    pub witnesses: [usize; 2],
    pub units: Cow<'a, [Vec<UnitIndex>; 2]>,
    pub score: f64,
    pub confidence: f64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Link<'a> {
    pub tokens: Cow<'a, [TokenList]>,
    pub class: Named<Class>,
    pub moved: bool,
    pub probability: f64,
    /// Of more than two witnesses that do not all say the same: the class between each two; null where they are not compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<Option<Named<Class>>>,
    /// Then for each witness whether its words stand in another order than those of the base.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub moved_in: Cow<'a, [bool]>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Quotation {
    pub spans: Vec<Passage>,
    pub rows: Vec<RowNumber>,
    pub score: f64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Fact<'a> {
    pub row: RowNumber,
    pub kind: Named<FactKind>,
    pub tokens: Cow<'a, [Vec<TokenIndex>]>,
    /// Of more than two witnesses: those between which it is told, by their places.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub witnesses: Cow<'a, [usize]>,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Passage {
    pub witness: String,
    pub chars: Range,
    pub bytes: Range,
}

/// A value that stands in the JSON by its name.
pub(crate) struct Named<T>(pub T);

/// A type whose values have names.
pub(crate) trait Name: Sized {
    /// What a message calls the type.
    const WHAT: &'static str;
    fn name(&self) -> Cow<'_, str>;
    fn from_name(name: &str) -> Option<Self>;
}

impl Name for Class {
    const WHAT: &'static str = "a class of difference (same, typographic, …, addition)";
    fn name(&self) -> Cow<'_, str> {
        Class::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Name for RowKind {
    const WHAT: &'static str = "a kind of row (bead, only)";
    fn name(&self) -> Cow<'_, str> {
        RowKind::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        [Self::Bead, Self::Only]
            .into_iter()
            .find(|k| k.name() == name)
    }
}

impl Name for FactKind {
    const WHAT: &'static str = "a kind of fact (number, date, name, negation)";
    fn name(&self) -> Cow<'_, str> {
        FactKind::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }
}

impl Name for Status {
    const WHAT: &'static str = "a status (auto, ok, edited)";
    fn name(&self) -> Cow<'_, str> {
        Status::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Name for Level {
    const WHAT: &'static str = "a kind of unit (clause, sentence, line, paragraph)";
    fn name(&self) -> Cow<'_, str> {
        Level::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Name for Language {
    const WHAT: &'static str = "the code of a language (fr, en, de …)";
    fn name(&self) -> Cow<'_, str> {
        self.code().into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::from_code(name)
    }
}

impl Name for TokenKind {
    const WHAT: &'static str = "a kind of token (word, number, punctuation)";
    fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Punctuation => "punctuation",
        }
        .into()
    }
    fn from_name(name: &str) -> Option<Self> {
        [Self::Word, Self::Number, Self::Punctuation]
            .into_iter()
            .find(|k| Name::name(k) == name)
    }
}

impl Name for Role {
    const WHAT: &'static str = "the role of a paragraph (body, heading, …, footnote)";
    fn name(&self) -> Cow<'_, str> {
        Role::name(*self).into()
    }
    fn from_name(name: &str) -> Option<Self> {
        Self::from_name(name)
    }
}

impl Name for Skip {
    const WHAT: &'static str = "a reason to skip (metadata, page, language:…)";
    fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Metadata => "metadata".into(),
            Self::Page => "page".into(),
            Self::Language(_) => self.to_string().into(),
        }
    }
    fn from_name(name: &str) -> Option<Self> {
        match name.strip_prefix("language:") {
            Some(code) => Some(Self::Language(code.to_owned())),
            None => [Self::Metadata, Self::Page]
                .into_iter()
                .find(|reason| Name::name(reason) == name),
        }
    }
}

impl<T: Name> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.name())
    }
}

impl<'de, T: Name> Deserialize<'de> for Named<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByName<T>(std::marker::PhantomData<T>);
        impl<T: Name> Visitor<'_> for ByName<T> {
            type Value = Named<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(T::WHAT)
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Named<T>, E> {
                T::from_name(name)
                    .map(Named)
                    .ok_or_else(|| E::invalid_value(de::Unexpected::Str(name), &self))
            }
        }
        deserializer.deserialize_str(ByName(std::marker::PhantomData))
    }
}
