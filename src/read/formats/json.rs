//! Texts in JSON: the strings of a file of messages, each named by its keys; or of records, in a list or a line each, the strings
//! of a field.

pub(super) mod value;

use std::collections::HashMap;

use super::columns::{Columns, Unnamed};
use super::source::Source;
use crate::error::Result;
use value::Value;

/// Reads a value that is the whole file.
pub(super) fn read<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let value = serde_json::from_str(text);
    let value: Value = value.map_err(|error| malformed(0, &error, source))?;
    match records(&value) {
        Some(records) => {
            let records = records.iter().enumerate();
            fields(records.map(|(n, value)| (n + 1, value)), source)
        }
        None => messages(&value, source),
    }
}

/// Reads a value a line.
pub(super) fn read_lines<'a>(text: &str, source: Source<'a>) -> Result<Columns<'a>> {
    let mut records: Vec<(usize, Value)> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            let value = serde_json::from_str(line);
            records.push((n + 1, value.map_err(|error| malformed(n, &error, source))?));
        }
    }
    fields(records.iter().map(|(n, value)| (*n, value)), source)
}

fn malformed(lines: usize, error: &serde_json::Error, source: Source<'_>) -> crate::Error {
    let line = lines + error.line();
    let said = error.to_string();
    let why = said.split(" at line ").next().unwrap_or_default();
    source.unread(format!("line {line} is no JSON ({why}); mend it there"))
}

/// The list that a file consists of: all of it, or what stands in it under the one key that has a list of records.
fn records(value: &Value) -> Option<&Vec<Value>> {
    match value {
        Value::List(list) => Some(list),
        Value::Object(members) => {
            let mut lists = members.iter().filter_map(|(_, value)| match value {
                Value::List(list) if matches!(list[..], [Value::Object(_), ..]) => Some(list),
                _ => None,
            });
            lists.next().filter(|_| lists.next().is_none())
        }
        _ => None,
    }
}

/// The fields of records as columns, those of fields by both names: `text.fr`.
fn fields<'v, 'a>(
    records: impl Iterator<Item = (usize, &'v Value)>,
    source: Source<'a>,
) -> Result<Columns<'a>> {
    let mut columns = Columns::new(source, source.options.part.as_deref(), Unnamed::All);
    let mut places: HashMap<String, usize> = HashMap::new();
    for (number, record) in records {
        columns.begin_row(number.to_string());
        strings(record, "", &mut |path, text| {
            // Of a list of texts all stand in the field.
            let name = match path.rsplit_once('.') {
                Some((list, n)) if n.bytes().all(|b| b.is_ascii_digit()) => list,
                _ => path,
            };
            let name = if name.is_empty() { "text" } else { name };
            let column = match places.get(name) {
                Some(&column) => column,
                None => {
                    let column = columns.add(vec![name.to_owned()], None);
                    places.insert(name.to_owned(), column);
                    column
                }
            };
            columns.put(column, text)
        })?;
    }
    Ok(columns)
}

/// All strings of a value, as one text, in which each is named by its keys. A key that is named leaves those under it.
fn messages<'a>(value: &Value, source: Source<'a>) -> Result<Columns<'a>> {
    let mut columns = Columns::new(source, None, Unnamed::All);
    let mut value = value;
    for key in source.options.part.iter().flat_map(|part| part.split('.')) {
        value = value.get(key).ok_or_else(|| {
            let keys = value.members().iter().take(12);
            let keys: Vec<&str> = keys.map(|(key, _)| key.as_str()).collect();
            let there = match keys.is_empty() {
                true => String::new(),
                false => format!("; there are {}", keys.join(", ")),
            };
            source.unread(format!("there is no `{key}` in it{there}"))
        })?;
    }
    let column = columns.add(vec!["text".to_owned()], None);
    strings(value, "", &mut |path, text| {
        let key = (!path.is_empty()).then(|| path.to_owned());
        columns.begin_named_row(key, 1);
        columns.put(column, text)
    })?;
    Ok(columns)
}

/// Hands on the strings of a value that are not blank, each with its keys. No value is nested deeper than the parser goes.
fn strings(
    value: &Value,
    path: &str,
    with: &mut impl FnMut(&str, &str) -> Result<()>,
) -> Result<()> {
    let under = |key: &str| match path {
        "" => key.to_owned(),
        path => format!("{path}.{key}"),
    };
    match value {
        Value::Text(text) if !text.trim().is_empty() => with(path, text),
        Value::List(list) => list
            .iter()
            .enumerate()
            .try_for_each(|(n, value)| strings(value, &under(&(n + 1).to_string()), with)),
        Value::Object(members) => members
            .iter()
            .try_for_each(|(key, value)| strings(value, &under(key), with)),
        _ => Ok(()),
    }
}
