//! Distinct strings, numbered in the order in which they come.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Strings in one piece of memory: each is written once, and none is allocated by itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Interner {
    /// All of them, one after the other, and where each ends.
    text: String,
    ends: Vec<usize>,
    /// Where the number of a string is found: at the place that its hash says, or the next ones. Their count is a power of
    /// two, and at least half of them are free.
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    hash: u32,
    number: u32,
}

const FREE: Slot = Slot {
    hash: 0,
    number: u32::MAX,
};
const FEWEST_SLOTS: usize = 64;

impl Interner {
    /// How many strings there are; their numbers are less.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The string of a number.
    pub(super) fn text(&self, number: u32) -> &str {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[number]]
    }

    /// The number of a string that is in.
    pub(super) fn get(&self, text: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let slot = self.slots[self.place(text, hash(text))];
        (slot.number != FREE.number).then_some(slot.number)
    }

    /// The number of a string, entered if it is new.
    pub(super) fn intern(&mut self, text: &str) -> u32 {
        if self.slots.len() <= 2 * self.len() {
            self.grow();
        }
        let hash = hash(text);
        let place = self.place(text, hash);
        if self.slots[place].number == FREE.number {
            let number = self.len() as u32;
            self.slots[place] = Slot { hash, number };
            self.text.push_str(text);
            self.ends.push(self.text.len());
        }
        self.slots[place].number
    }

    /// The place of a string, or the free one where it belongs; there are some.
    fn place(&self, text: &str, hash: u32) -> usize {
        let mut place = hash as usize;
        loop {
            place &= self.slots.len() - 1;
            let slot = self.slots[place];
            let is_free = slot.number == FREE.number;
            if is_free || slot.hash == hash && self.text(slot.number) == text {
                return place;
            }
            place += 1;
        }
    }

    fn grow(&mut self) {
        let count = FEWEST_SLOTS.max(2 * self.slots.len());
        let taken = std::mem::replace(&mut self.slots, vec![FREE; count]);
        for slot in taken {
            if slot.number != FREE.number {
                let mut place = slot.hash as usize & (count - 1);
                while self.slots[place].number != FREE.number {
                    place = (place + 1) & (count - 1);
                }
                self.slots[place] = slot;
            }
        }
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_string_has_one_number() {
        let mut interner = Interner::default();
        assert_eq!(interner.get(""), None);
        let words: Vec<String> = (0..1000).map(|n| format!("{}", n * 7 % 1000)).collect();
        for round in 0..2 {
            for (number, word) in (0..).zip(&words) {
                assert_eq!(interner.get(word), (round > 0).then_some(number));
                assert_eq!(interner.intern(word), number);
                assert_eq!(interner.text(number), word);
            }
        }
        assert_eq!((interner.len(), interner.intern("")), (1000, 1000));
        assert_eq!((interner.text(1000), interner.get("")), ("", Some(1000)));
        assert_eq!(interner.get("x"), None);
    }
}
