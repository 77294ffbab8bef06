//! The tokens of each witness at a link, in little memory: a table holds as many links as words.

use std::ops::{Index, Range};

use crate::witness::{TokenIndex, TokenList};

/// For each witness the indices of its tokens at a link, increasing, into [`Witness::tokens`](crate::witness::Witness::tokens);
/// empty where it has nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTokens(Kept);

/// Tokens of two witnesses that are kept without memory of their own: nearly all links have no more.
const FEW: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kept {
    /// Those of the first of two witnesses, then those of the second, and 0 behind them.
    Few {
        first: u8,
        count: u8,
        tokens: [TokenIndex; FEW],
    },
    /// Boxed twice, so that it takes no more room than the few.
    #[allow(clippy::box_collection)]
    Many(Box<Vec<TokenList>>),
}

impl LinkTokens {
    /// The number of witnesses.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Few { .. } => 2,
            Kept::Many(all) => all.len(),
        }
    }

    /// Whether it is of no witness.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The tokens of the witness at a place, if there is one.
    pub fn get(&self, witness: usize) -> Option<&[TokenIndex]> {
        match &self.0 {
            Kept::Few {
                first,
                count,
                tokens,
            } => match witness {
                0 => Some(&tokens[..usize::from(*first)]),
                1 => Some(&tokens[usize::from(*first)..usize::from(*count)]),
                _ => None,
            },
            Kept::Many(all) => all.get(witness).map(|tokens| &tokens[..]),
        }
    }

    /// The tokens of each witness.
    pub fn iter(&self) -> LinkTokensIter<'_> {
        LinkTokensIter {
            tokens: self,
            witnesses: 0..self.len(),
        }
    }

    /// Those of two witnesses where these are exchanged.
    pub(crate) fn turned(&self) -> Self {
        self.iter().rev().collect()
    }

    fn of_two(a: &[TokenIndex], b: &[TokenIndex]) -> Option<Self> {
        let count = a.len() + b.len();
        (count <= FEW).then(|| {
            let mut tokens = [TokenIndex(0); FEW];
            for (kept, &token) in tokens.iter_mut().zip(a.iter().chain(b)) {
                *kept = token;
            }
            Self(Kept::Few {
                first: a.len() as u8,
                count: count as u8,
                tokens,
            })
        })
    }
}

impl Index<usize> for LinkTokens {
    type Output = [TokenIndex];

    fn index(&self, witness: usize) -> &[TokenIndex] {
        match self.get(witness) {
            Some(tokens) => tokens,
            None => panic!("witness {witness} of a link of {}", self.len()),
        }
    }
}

impl<T: AsRef<[TokenIndex]>> FromIterator<T> for LinkTokens {
    fn from_iter<I: IntoIterator<Item = T>>(sides: I) -> Self {
        let sides = sides.into_iter();
        let all: Vec<TokenList> = sides
            .map(|side| TokenList::from_slice(side.as_ref()))
            .collect();
        let few = match &all[..] {
            [a, b] => Self::of_two(a, b),
            _ => None,
        };
        few.unwrap_or_else(|| Self(Kept::Many(Box::new(all))))
    }
}

impl<T: AsRef<[TokenIndex]>> From<[T; 2]> for LinkTokens {
    fn from([a, b]: [T; 2]) -> Self {
        let (a, b) = (a.as_ref(), b.as_ref());
        Self::of_two(a, b).unwrap_or_else(|| [a, b].into_iter().collect())
    }
}

impl<'a> IntoIterator for &'a LinkTokens {
    type Item = &'a [TokenIndex];
    type IntoIter = LinkTokensIter<'a>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The tokens of each witness of a link, one witness after the other.
#[derive(Debug, Clone)]
pub struct LinkTokensIter<'a> {
    tokens: &'a LinkTokens,
    witnesses: Range<usize>,
}

impl<'a> Iterator for LinkTokensIter<'a> {
    type Item = &'a [TokenIndex];

    fn next(&mut self) -> Option<Self::Item> {
        self.witnesses.next().map(|witness| &self.tokens[witness])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.witnesses.size_hint()
    }
}

impl DoubleEndedIterator for LinkTokensIter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let last = self.witnesses.next_back();
        last.map(|witness| &self.tokens[witness])
    }
}

impl ExactSizeIterator for LinkTokensIter<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(sides: &[&[u32]]) -> LinkTokens {
        let list = |side: &&[u32]| side.iter().copied().map(TokenIndex).collect::<TokenList>();
        sides.iter().map(list).collect()
    }

    #[test]
    fn what_is_kept_is_given_back_however_much_it_is() {
        let all: [&[&[u32]]; 6] = [
            &[&[1], &[2]],
            &[&[], &[7, 8, 9]],
            &[&[1, 2], &[3]],
            &[&[1, 2], &[3, 4]],
            &[&[1], &[], &[3]],
            &[&[5]],
        ];
        for sides in all {
            let kept = tokens(sides);
            let back = kept
                .iter()
                .map(|side| side.iter().map(|t| t.0).collect::<Vec<_>>());
            assert_eq!(back.collect::<Vec<_>>(), sides);
            assert_eq!(kept.turned().turned(), kept);
            assert_eq!((kept.len(), kept.get(sides.len())), (sides.len(), None));
        }
    }

    #[test]
    fn a_link_takes_little_memory() {
        assert_eq!(size_of::<LinkTokens>(), 16);
        assert!(size_of::<crate::table::Link>() <= 40);
    }
}
