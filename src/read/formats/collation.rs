//! Witnesses for CollateX, in JSON: what it reads (texts, or tokens that somebody has cut), and the tables that it writes. One file
//! holds them all; each is a part of it, named by its id.

use super::json::value::Value;
use super::source::Source;
use crate::error::Result;
use crate::read::Part;
use crate::read::document::Document;

/// A witness of the file.
struct Own {
    id: String,
    /// What it says: whole, or by its tokens.
    text: Text,
}

enum Text {
    Whole(String),
    Tokens(Vec<Token>),
}

/// A token: the text, with the white space behind it where that was kept, and its normal form, where it has one.
struct Token {
    text: String,
    normal: Option<String>,
}

/// The witnesses, called by their ids, or the one which is named.
pub(super) fn parts(text: &str, source: Source<'_>) -> Result<Vec<Part>> {
    let mut witnesses = witnesses(text, source)?;
    if let Some(wanted) = &source.options.part {
        witnesses = vec![named(witnesses, wanted, source)?];
    }
    let parts = witnesses.into_iter().map(|witness| Part {
        title: Some(witness.id.clone()),
        name: witness.id,
    });
    Ok(parts.collect())
}

/// The text of a witness: of the one that is named, or the only one.
pub(super) fn read(text: &str, source: Source<'_>) -> Result<Document> {
    let mut witnesses = witnesses(text, source)?;
    let own = match (&source.options.part, witnesses.len()) {
        (Some(wanted), _) => named(witnesses, wanted, source)?,
        (None, 1) => witnesses.swap_remove(0),
        (None, _) => {
            return Err(source.unread(format!(
                "it holds several witnesses; name it alone, or one of them behind a #: {}",
                ids(&witnesses)
            )));
        }
    };
    let mut document = Document::default();
    match own.text {
        Text::Whole(text) => document.text = text,
        Text::Tokens(tokens) => {
            document.text = joined(&tokens);
            document.forms = tokens.into_iter().filter_map(Token::form).collect();
        }
    }
    Ok(document)
}

impl Token {
    /// A word and its normal form.
    fn form(self) -> Option<(String, String)> {
        let word = self.text.trim();
        let is_word = !word.contains(char::is_whitespace) && word.contains(char::is_alphanumeric);
        Some((word.to_owned(), self.normal?)).filter(|_| is_word)
    }
}

fn ids(witnesses: &[Own]) -> String {
    let ids: Vec<&str> = witnesses.iter().map(|own| own.id.as_str()).collect();
    ids.join(", ")
}

fn named(witnesses: Vec<Own>, wanted: &str, source: Source<'_>) -> Result<Own> {
    let all = ids(&witnesses);
    let mut found = witnesses.into_iter().filter(|own| own.id == wanted);
    let missing = || {
        source.unread(format!(
            "there is no witness `{wanted}` in it; there are {all}"
        ))
    };
    found.next().ok_or_else(missing)
}

fn witnesses(text: &str, source: Source<'_>) -> Result<Vec<Own>> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| source.unread(format!("it is no JSON ({error}); mend it there")))?;
    let Some(Value::List(list)) = value.get("witnesses") else {
        return Err(source.unread("it has no list `witnesses`"));
    };
    let mut witnesses = Vec::with_capacity(list.len());
    for (n, own) in list.iter().enumerate() {
        let wrong = |why: &str| source.unread(format!("witness {} of its list {why}", n + 1));
        let own = match own {
            // Of a table of results, which has the texts.
            Value::Text(id) => Own {
                id: id.clone(),
                text: Text::Tokens(Vec::new()),
            },
            own => {
                let Some(Value::Text(id)) = own.get("id") else {
                    return Err(wrong("has no `id`"));
                };
                let text = match (own.get("tokens"), own.get("content")) {
                    (Some(Value::List(tokens)), _) => {
                        let tokens = tokens.iter().enumerate().map(|(at, value)| {
                            let why = || format!("({id}): token {} has no text `t`", at + 1);
                            token(value).ok_or_else(|| wrong(&why()))
                        });
                        Text::Tokens(tokens.collect::<Result<_>>()?)
                    }
                    (None, Some(Value::Text(text))) => Text::Whole(text.clone()),
                    _ => return Err(wrong(&format!("({id}) has neither `tokens` nor `content`"))),
                };
                Own {
                    id: id.clone(),
                    text,
                }
            }
        };
        if own.id.is_empty() || witnesses.iter().any(|other: &Own| other.id == own.id) {
            return Err(wrong(&format!(
                "has an `id` that is empty or another’s: `{}`",
                own.id
            )));
        }
        witnesses.push(own);
    }
    if let Some(Value::List(table)) = value.get("table") {
        fill(&mut witnesses, table);
    }
    match witnesses.is_empty() {
        true => Err(source.unread("it has no witnesses")),
        false => Ok(witnesses),
    }
}

fn token(value: &Value) -> Option<Token> {
    let Some(Value::Text(text)) = value.get("t") else {
        return None;
    };
    let normal = match value.get("n") {
        Some(Value::Text(normal)) => Some(normal.clone()),
        _ => None,
    };
    Some(Token {
        text: text.clone(),
        normal,
    })
}

/// Gives witnesses the tokens of a table. The tool in Java writes columns, each with a cell a witness; that in Python rows of
/// witnesses, and says of each token whose it is.
fn fill(witnesses: &mut [Own], table: &[Value]) {
    for line in table {
        for (n, cell) in line.items().iter().enumerate() {
            for value in cell.items() {
                let of = match value.get("_sigil") {
                    Some(Value::Text(id)) => witnesses.iter().position(|own| own.id == *id),
                    _ => Some(n),
                };
                let own = of.and_then(|n| witnesses.get_mut(n));
                if let (
                    Some(Own {
                        text: Text::Tokens(tokens),
                        ..
                    }),
                    Some(token),
                ) = (own, token(value))
                {
                    tokens.push(token);
                }
            }
        }
    }
}

/// The text of tokens: as they stand where they have their white space; else with a space between, but before what closes and
/// behind what opens.
fn joined(tokens: &[Token]) -> String {
    let bare = tokens.iter().all(|token| token.text.trim() == token.text);
    let mut text = String::new();
    for token in tokens {
        let closes = token.text.starts_with([',', '.', ')', ']', '…']);
        let opens = text.is_empty() || text.ends_with(['(', '[', '\'', '’']);
        if bare && !closes && !opens {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}
