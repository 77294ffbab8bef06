//! The white space at the ends of what several witnesses have at one place.

use crate::witness::{Span, Witness};

use super::Places;

/// An end of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Start,
    Stop,
}

/// Takes from one end of each place as many bytes as `length` says of their texts.
pub(super) fn take(
    witnesses: &[Witness],
    places: &mut Places,
    end: End,
    length: impl Fn(&[&str], End) -> Vec<u32>,
) -> Places {
    let texts: Vec<&str> = witnesses
        .iter()
        .zip(&*places)
        .filter_map(|(w, span)| Some(w.slice((*span)?)))
        .collect();
    let mut lengths = length(&texts, end).into_iter();
    let taken = places.iter_mut().map(|place| {
        let span = place.as_mut()?;
        let length = lengths.next().unwrap_or(0);
        let at = match end {
            End::Start => span.start + length,
            End::Stop => span.end - length,
        };
        let (before, after) = (Span { end: at, ..*span }, Span { start: at, ..*span });
        let (taken, left) = match end {
            End::Start => (before, after),
            End::Stop => (after, before),
        };
        *span = left;
        Some(taken)
    });
    taken.collect()
}

/// The bytes of white space that all texts have at one end.
pub(super) fn shared_space(texts: &[&str], end: End) -> u32 {
    let Some((first, others)) = texts.split_first() else {
        return 0;
    };
    let mut length = 0;
    loop {
        let next = match end {
            End::Start => first[length..].chars().next(),
            End::Stop => first[..first.len() - length].chars().next_back(),
        };
        let Some(c) = next.filter(|c| c.is_whitespace()) else {
            break;
        };
        let to = length + c.len_utf8();
        let same = |text: &&str| match end {
            End::Start => text.as_bytes().get(..to) == first.as_bytes().get(..to),
            End::Stop => text.ends_with(&first[first.len() - to..]),
        };
        if !others.iter().all(same) {
            break;
        }
        length = to;
    }
    length as u32
}

/// The bytes of white space that each text has at one end; none where one has none.
pub(super) fn own_space(texts: &[&str], end: End) -> Vec<u32> {
    let length = |text: &&str| {
        let rest = match end {
            End::Start => text.trim_start(),
            End::Stop => text.trim_end(),
        };
        (text.len() - rest.len()) as u32
    };
    let lengths: Vec<u32> = texts.iter().map(length).collect();
    if lengths.contains(&0) {
        return vec![0; texts.len()];
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_taken_off_as_far_as_all_have_it() {
        let texts = ["\u{202f} \na", "\u{202f} b", "\u{202f}  "];
        assert_eq!(shared_space(&texts, End::Start), 4);
        assert_eq!(shared_space(&["a\r\n", "\n", " \r\n"], End::Stop), 1);
        assert_eq!(shared_space(&[" a", ""], End::Start), 0);
        assert_eq!(shared_space(&[], End::Start), 0);
    }

    #[test]
    fn other_space_is_taken_off_where_all_have_some() {
        assert_eq!(own_space(&["\r\na", " b"], End::Start), [2, 1]);
        assert_eq!(own_space(&["a\u{a0}", "b"], End::Stop), [0, 0]);
    }
}
