//! Small words that say another thing than each other: before and after, must and may, and and or.

use rustc_hash::FxHashMap;

/// A line of the file, and a part of it between bars.
type Place = (usize, usize);

/// `[opposed]` or `[contraries]` of `facts.txt`, as it is looked up.
#[derive(Debug, Default)]
pub(crate) struct Opposed {
    places: FxHashMap<Box<str>, Vec<Place>>,
}

impl Opposed {
    pub(super) fn parse(lines: &[&'static str]) -> Self {
        Self::by(lines, str::to_owned)
    }

    /// Looked up by what `key` makes of its words.
    pub(crate) fn by(lines: &[&'static str], key: impl Fn(&str) -> String) -> Self {
        let mut places: FxHashMap<Box<str>, Vec<Place>> = FxHashMap::default();
        for (line, text) in lines.iter().enumerate() {
            for (part, words) in text.split('|').enumerate() {
                for word in words.split_whitespace() {
                    let places = places.entry(key(word).into()).or_default();
                    places.push((line, part));
                }
            }
        }
        Self { places }
    }

    /// Where a word in lower case stands.
    fn places(&self, word: &str) -> &[Place] {
        self.places.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a word in lower case says another thing than some other.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.places.contains_key(word)
    }

    /// Whether two words in lower case stand on one line, and beside each other on none.
    pub(crate) fn says_another(&self, word: &str, other: &str) -> bool {
        let (one, two) = (self.places(word), self.places(other));
        let on_one_line = one.iter().any(|x| two.iter().any(|y| x.0 == y.0));
        on_one_line && !one.iter().any(|place| two.contains(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_each_other_on_any_line_say_the_same() {
        let opposed = Opposed::parse(&["must | may can | will shall", "shall must | should"]);
        for (one, other, another) in [
            ("must", "may", true),
            ("may", "must", true),
            ("may", "can", false),
            ("must", "shall", false),
            ("must", "will", true),
            ("should", "may", false),
            ("must", "tree", false),
        ] {
            assert_eq!(opposed.says_another(one, other), another, "{one} {other}");
        }
    }
}
