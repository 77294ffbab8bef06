//! Keys of a file that are not those of the schema.

use std::collections::BTreeMap;

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, IgnoredAny, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use crate::format::json::wire;

/// An object of which the keys count.
type Object = BTreeMap<String, IgnoredAny>;

/// A key of the table, of a witness or of a row that enregard does not write, if there is one.
pub(crate) fn other_key(json: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Lists {
        witnesses: Vec<Object>,
        rows: Vec<Object>,
    }
    let table: Object = serde_json::from_slice(json).ok()?;
    let lists: Lists = serde_json::from_slice(json).ok()?;
    other::<wire::Table<'_>>(&[table])
        .or_else(|| other::<wire::Witness<'_>>(&lists.witnesses))
        .or_else(|| other::<wire::Row<'_>>(&lists.rows))
}

fn other<'de, T: Deserialize<'de>>(objects: &[Object]) -> Option<String> {
    let ours = keys::<T>();
    let mut keys = objects.iter().flat_map(Object::keys);
    keys.find(|key| !ours.contains(&key.as_str())).cloned()
}

/// The keys of a description: what it asks a deserializer for.
fn keys<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    struct Asked(&'static [&'static str]);
    impl<'de> Deserializer<'de> for &mut Asked {
        type Error = Error;
        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            keys: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Error> {
            self.0 = keys;
            Err(Error::custom("the keys are enough"))
        }
        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
            Err(Error::custom("no object"))
        }
        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }
    let mut asked = Asked(&[]);
    // It asks and is refused.
    let _ = T::deserialize(&mut asked);
    asked.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_description() {
        assert_eq!(
            keys::<wire::PairBead<'_>>(),
            ["witnesses", "units", "score", "confidence"]
        );
        let json = r#"{"schema": "enregard/1", "rows": [{"row": 1, "status": "ok"}], "witnesses": [{"path": "a"}]}"#;
        assert_eq!(other_key(json.as_bytes()), None);
        for (ours, other) in [
            ("\"row\"", "line"),
            ("\"path\"", "url"),
            ("\"schema\"", "made"),
        ] {
            let json = json.replace(ours, &format!("\"{other}\""));
            assert_eq!(other_key(json.as_bytes()).as_deref(), Some(other));
        }
    }
}
