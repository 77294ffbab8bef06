//! Messages of gettext (PO): what a program says, and what it says in another language. Obsolete messages and the head of the file
//! are left out.

use super::columns::{Columns, Unnamed};
use super::source::Source;
use crate::error::Result;
use crate::read::Encoding;
use crate::witness::Language;

/// The name of a message has no more characters of its text.
const LONGEST_NAME: usize = 60;

/// How far into a file its head stands.
const HEAD: usize = 8192;

/// A message: texts by what is said before each.
#[derive(Debug, Default)]
struct Message {
    context: Option<String>,
    id: Option<String>,
    plural: Option<String>,
    /// The translations: of one, or of each of the numbers that its language tells apart.
    strings: Vec<String>,
}

/// Where the text of a line goes.
#[derive(Debug, Clone, Copy)]
enum Field {
    Context,
    Id,
    Plural,
    String(usize),
}

/// Reads messages.
pub(super) fn read<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let mut columns = Columns::new(source, source.options.part.as_deref(), Unnamed::Last);
    let messages = messages(text, source)?;
    let head = messages.iter().find(|message| message.is_head());
    let head = head.and_then(|message| message.strings.first());
    let language = head.and_then(|head| field(head, "Language"));
    let target = language.as_deref().and_then(Language::from_code);
    let places = [
        columns.add(vec!["source".to_owned(), "msgid".to_owned()], None),
        columns.add(
            ["target".to_owned(), "msgstr".to_owned()]
                .into_iter()
                .chain(language)
                .collect(),
            target,
        ),
    ];
    let messages = messages.iter().filter(|message| !message.is_head());
    for (n, message) in messages.enumerate() {
        let name = message.name();
        columns.begin_named_row(name.clone(), n + 1);
        columns.put(places[0], message.id.as_deref().unwrap_or_default())?;
        columns.put(
            places[1],
            message.strings.first().map_or("", String::as_str),
        )?;
        // A language may tell more numbers apart than two, or fewer.
        for (k, string) in message.strings.iter().enumerate().skip(1) {
            columns.begin_named_row(name.as_ref().map(|name| format!("{name}[{k}]")), n + 1);
            columns.put(
                places[0],
                message
                    .plural
                    .as_deref()
                    .filter(|_| k == 1)
                    .unwrap_or_default(),
            )?;
            columns.put(places[1], string)?;
        }
    }
    Ok(columns)
}

/// The encoding that the head of a file names.
pub(super) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let (_, name) = head.split_once("charset=")?;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
    let encoding = Encoding::from_label(&name[..end.unwrap_or(name.len())]).ok()?;
    // Hardly any text in another encoding is UTF-8.
    let is_utf8 = !bytes.is_ascii() && str::from_utf8(bytes).is_ok();
    (!is_utf8 && !encoding.is_utf16()).then_some(encoding)
}

impl Message {
    /// Whether it is the head of the file, which translates nothing.
    fn is_head(&self) -> bool {
        self.context.is_none() && self.id.as_deref().is_none_or(str::is_empty)
    }

    /// What it is called: its context and its own beginning.
    fn name(&self) -> Option<String> {
        let name: Vec<&str> = [&self.context, &self.id]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let name = name.join(": ");
        let line: Vec<&str> = name.split_whitespace().collect();
        let line = line.join(" ");
        Some(match line.char_indices().nth(LONGEST_NAME) {
            Some((at, _)) => format!("{}…", &line[..at]),
            None => line,
        })
    }

    fn of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Context => self.context.get_or_insert_default(),
            Field::Id => self.id.get_or_insert_default(),
            Field::Plural => self.plural.get_or_insert_default(),
            Field::String(n) => {
                self.strings
                    .resize(self.strings.len().max(n + 1), String::new());
                &mut self.strings[n]
            }
        }
    }
}

/// The value of a field of the head.
fn field(head: &str, name: &str) -> Option<String> {
    let value = head
        .lines()
        .find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'))?;
    let value = value.trim().replace('_', "-");
    (!value.is_empty()).then_some(value)
}

/// The messages of a file.
fn messages(text: &str, source: Source<'_>) -> Result<Vec<Message>> {
    let mut messages: Vec<Message> = Vec::new();
    // Whether the last has been translated, so that what comes next begins another.
    let mut ended = true;
    let mut last = None;
    for (n, line) in text.lines().enumerate() {
        let line = line.trim();
        // Comments, and what begins so is obsolete.
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let failed = |why: &str| source.unread(format!("line {} {why}; mend it there", n + 1));
        let (field, value) = match line.starts_with('"') {
            true => (last.ok_or_else(|| failed("has a text of nothing"))?, line),
            false => keyword(line).ok_or_else(|| failed("is none of a file of messages"))?,
        };
        let begins = !line.starts_with('"')
            && match field {
                Field::Context => true,
                Field::Id => ended || messages.last().is_none_or(|message| message.id.is_some()),
                Field::Plural | Field::String(_) => messages.is_empty(),
            };
        if begins {
            messages.push(Message::default());
        }
        ended = matches!(field, Field::String(_));
        last = Some(field);
        let value = unquoted(value)
            .ok_or_else(|| failed("has a text that does not end with a quotation mark"))?;
        if let Some(message) = messages.last_mut() {
            message.of(field).push_str(&value);
        }
    }
    Ok(messages)
}

/// What a line says what of: `msgstr[1] "…"`.
fn keyword(line: &str) -> Option<(Field, &str)> {
    /// No language tells more numbers apart than so many.
    const MOST_NUMBERS: usize = 10;
    let (word, value) = line.split_at(line.find('"')?);
    let field = match word.trim() {
        "msgctxt" => Field::Context,
        "msgid" => Field::Id,
        "msgid_plural" => Field::Plural,
        "msgstr" => Field::String(0),
        word => {
            let number = word.strip_prefix("msgstr[")?.strip_suffix(']')?;
            Field::String(number.trim().parse().ok().filter(|&n| n < MOST_NUMBERS)?)
        }
    };
    Some((field, value))
}

/// What stands between quotation marks, as it is meant.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next()? {
                'n' => plain.push('\n'),
                't' => plain.push('\t'),
                'r' => {}
                other => plain.push(other),
            },
            // The text would have ended here.
            '"' => return None,
            c => plain.push(c),
        }
    }
    Some(plain)
}
