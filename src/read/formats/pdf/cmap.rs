//! Maps of codes of a font (CMap): which bytes make a code, and which text a code stands for.

use std::collections::BTreeMap;

use lopdf::Object;
use lopdf::content::Content;

/// The most codes that a map has: those of two bytes.
const MOST_CODES: usize = 1 << 16;

/// The longest text of a code, in bytes: those of ligatures and of words that are one sign are shorter.
const LONGEST: usize = 64;

/// A map of codes.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// The bounds of the codes, byte by byte; of their length.
    spaces: Vec<(Vec<u8>, Vec<u8>)>,
    /// The text of codes, by their length and number.
    texts: BTreeMap<(usize, u32), String>,
}

impl CMap {
    /// Reads a map. It is written like the content of a page: operands, then what is done with them.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        for operation in Content::decode_iter(bytes).map_while(Result::ok) {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "endcodespacerange" => {
                    let codes: Vec<&[u8]> = operands.iter().filter_map(bytes_of).collect();
                    let bounds = codes.chunks_exact(2);
                    map.spaces
                        .extend(bounds.map(|b| (b[0].to_vec(), b[1].to_vec())));
                }
                "endbfchar" => {
                    for pair in operands.chunks_exact(2) {
                        if let (Some(code), Some(text)) = (bytes_of(&pair[0]), bytes_of(&pair[1])) {
                            map.put(code.len(), number(code), utf16(text));
                        }
                    }
                }
                "endbfrange" => {
                    for range in operands.chunks_exact(3) {
                        map.put_range(range);
                    }
                }
                _ => {}
            }
        }
        map
    }

    fn put(&mut self, length: usize, code: u32, text: String) {
        if self.texts.len() < MOST_CODES && text.len() <= LONGEST {
            self.texts.insert((length, code), text);
        }
    }

    /// A run of codes stands for a run of characters, or for texts that are listed.
    fn put_range(&mut self, range: &[Object]) {
        let (Some(first), Some(last)) = (bytes_of(&range[0]), bytes_of(&range[1])) else {
            return;
        };
        let codes = (number(first)..=number(last)).take(MOST_CODES);
        match &range[2] {
            Object::Array(texts) => {
                for (code, text) in codes.zip(texts.iter().filter_map(bytes_of)) {
                    self.put(first.len(), code, utf16(text));
                }
            }
            text => {
                let text = bytes_of(text).filter(|text| text.len() <= LONGEST);
                let text = utf16(text.unwrap_or_default());
                let Some(last) = text.chars().next_back() else {
                    return;
                };
                let before = &text[..text.len() - last.len_utf8()];
                for (n, code) in codes.enumerate() {
                    let next = u32::try_from(n)
                        .ok()
                        .and_then(|n| n.checked_add(last.into()));
                    let Some(next) = next.and_then(char::from_u32) else {
                        continue;
                    };
                    self.put(first.len(), code, format!("{before}{next}"));
                }
            }
        }
    }

    /// The text of a code of so many bytes.
    pub(super) fn text(&self, length: usize, code: u32) -> Option<&str> {
        self.texts.get(&(length, code)).map(String::as_str)
    }

    /// How many bytes the code has that `bytes` begin with; none where no code begins so.
    pub(super) fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |(low, high): &&(Vec<u8>, Vec<u8>)| {
            low.len() == high.len()
                && bytes.len() >= low.len()
                && !low.is_empty()
                && bytes
                    .iter()
                    .zip(low.iter().zip(high))
                    .all(|(byte, (low, high))| (low..=high).contains(&byte))
        };
        self.spaces.iter().find(fits).map(|(low, _)| low.len())
    }
}

fn bytes_of(object: &Object) -> Option<&[u8]> {
    object.as_str().ok()
}

/// The number of a code, of its last four bytes.
pub(super) fn number(code: &[u8]) -> u32 {
    code.iter()
        .fold(0, |number: u32, &byte| number << 8 | u32::from(byte))
}

/// Text in UTF-16, the higher byte first; a lone byte is a character.
fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    let units = bytes
        .chunks_exact(2)
        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_runs_of_codes_stand_for_texts() {
        let map = CMap::read(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <0010> <00660069> endbfchar
2 beginbfrange <0024> <0026> <0041> <0030> <0031> [<00E9> <0153>] endbfrange
endcmap end end",
        );
        let text = |code| map.text(2, code);
        assert_eq!(text(0x10), Some("fi"));
        assert_eq!([text(0x24), text(0x26)], [Some("A"), Some("C")]);
        assert_eq!([text(0x30), text(0x31)], [Some("é"), Some("œ")]);
        assert_eq!([text(0x27), map.text(1, 0x10)], [None, None]);
        assert_eq!(map.length(&[0, 3, 0]), Some(2));
        assert_eq!(map.length(&[0]), None);
    }

    #[test]
    fn a_run_without_an_end_is_cut() {
        let map = CMap::read(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert_eq!(map.text(4, 1), Some("B"));
        assert_eq!(
            map.texts.len(),
            MOST_CODES - 0x800,
            "all but half characters"
        );
    }
}
