//! Listed words of one family (`joie`, `réjouir`), by their stems.

use rustc_hash::FxHashMap;

use crate::language::Profile;

/// The families of stems.
#[derive(Debug)]
pub(super) struct Families {
    of_stem: FxHashMap<String, Vec<u16>>,
}

impl Families {
    /// The listed families of a language; `stem` makes the stem key of a case key.
    pub(super) fn new(profile: &Profile, stem: impl Fn(&str) -> String) -> Self {
        let mut of_stem: FxHashMap<String, Vec<u16>> = FxHashMap::default();
        for (family, words) in (0..).zip(profile.families()) {
            for word in words {
                of_stem.entry(stem(word)).or_default().push(family);
            }
        }
        Self { of_stem }
    }

    /// Whether two stem keys are of one family.
    pub(super) fn agree(&self, a: &str, b: &str) -> bool {
        let (Some(a), Some(b)) = (self.of_stem.get(a), self.of_stem.get(b)) else {
            return false;
        };
        a.iter().any(|family| b.contains(family))
    }
}
