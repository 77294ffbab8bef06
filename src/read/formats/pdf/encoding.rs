//! Which text the codes of a font of one byte stand for: by the encoding that is named, the names of glyphs that differ from it,
//! or what a font program of Type 1 says itself.

use lopdf::{Dictionary, Document as Pdf, Object};

use super::objects;

/// The text of each code, where it has one.
pub(super) type Texts = Vec<Option<String>>;

/// The most of a font program that is looked through for its encoding.
const MOST_PROGRAM: usize = 1 << 20;

/// The texts of the codes of a font of one byte.
pub(super) fn texts(pdf: &Pdf, font: &Dictionary) -> Texts {
    let encoding = objects::get(pdf, font, b"Encoding");
    let named = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(Object::Dictionary(encoding)) => objects::name(pdf, encoding, b"BaseEncoding"),
        _ => None,
    };
    let mut texts = match named.and_then(table) {
        Some(texts) => texts,
        None => built_in(pdf, font),
    };
    let differences = match encoding {
        Some(Object::Dictionary(encoding)) => objects::array(pdf, encoding, b"Differences"),
        _ => None,
    };
    let mut code = 0;
    for object in differences.unwrap_or_default() {
        if let Object::Name(name) = object {
            if let Some(text) = texts.get_mut(code) {
                *text = of_name(name);
            }
            code += 1;
        } else if let Ok(number) = object.as_i64() {
            code = usize::try_from(number).unwrap_or(usize::MAX - 256);
        }
    }
    texts
}

/// The encoding of a name.
fn table(name: &[u8]) -> Option<Texts> {
    let is_known = matches!(
        name,
        b"MacRomanEncoding" | b"MacExpertEncoding" | b"WinAnsiEncoding" | b"StandardEncoding"
    );
    is_known.then(|| encoded(Object::Name(name.to_vec()), 0..=u8::MAX))
}

/// What codes stand for in an encoding. The tables are those of the library, which gives them to who has a font alone.
fn encoded(encoding: Object, codes: impl Iterator<Item = u8>) -> Texts {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", encoding);
    let nowhere = Pdf::new();
    let Ok(encoding) = font.get_font_encoding(&nowhere) else {
        return Vec::new();
    };
    codes
        .map(|code| {
            let text = encoding.bytes_to_string(&[code]).ok();
            text.filter(|text| !text.is_empty())
        })
        .collect()
}

/// The encoding that the font has of itself.
fn built_in(pdf: &Pdf, font: &Dictionary) -> Texts {
    let is_symbol = |name: &[u8]| name == b"Symbol" || name.ends_with(b"+Symbol");
    if objects::name(pdf, font, b"BaseFont").is_some_and(is_symbol) {
        let mut texts = vec![None; 256];
        texts[0xb7] = Some("•".to_owned());
        return texts;
    }
    let descriptor = objects::dictionary(pdf, font, b"FontDescriptor");
    let program = descriptor.and_then(|d| objects::stream(pdf, d, b"FontFile"));
    let program = program.and_then(|stream| stream.get_plain_content_with_limit(MOST_PROGRAM).ok());
    let own = program.and_then(|program| of_program(&program));
    own.or_else(|| {
        // Fonts of TrueType mostly have the codes of Windows.
        let is_true_type = objects::name(pdf, font, b"Subtype") == Some(b"TrueType");
        table(if is_true_type {
            b"WinAnsiEncoding"
        } else {
            b"StandardEncoding"
        })
    })
    .unwrap_or_default()
}

/// The encoding in a font program of Type 1: `dup 65 /A put` for each code.
fn of_program(program: &[u8]) -> Option<Texts> {
    let find = |from: usize, word: &[u8]| {
        let rest = program.get(from..)?;
        rest.windows(word.len())
            .position(|w| w == word)
            .map(|at| from + at)
    };
    let from = find(0, b"/Encoding")?;
    // What follows is encrypted.
    let to = find(from, b"eexec").unwrap_or(program.len());
    let text = String::from_utf8_lossy(&program[from..to]);
    let mut words = text.split_whitespace();
    if words.nth(1) == Some("StandardEncoding") {
        return table(b"StandardEncoding");
    }
    let mut texts = vec![None; 256];
    while let Some(word) = words.next() {
        match word {
            "dup" => {
                let code = words.next().and_then(|code| code.parse::<usize>().ok());
                let name = words.next().and_then(|name| name.strip_prefix('/'));
                if let (Some(text), Some(name)) = (code.and_then(|code| texts.get_mut(code)), name)
                {
                    *text = of_name(name.as_bytes());
                }
            }
            "readonly" | "def" if texts.iter().any(Option::is_some) => break,
            _ => {}
        }
    }
    texts.iter().any(Option::is_some).then_some(texts)
}

/// The text of a glyph by its name: `eacute`, `f_f_i`, `uni00E9`, `one.oldstyle`.
pub(super) fn of_name(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    name.split('_').map(of_part).collect()
}

fn of_part(name: &str) -> Option<String> {
    if let Some(text) = listed(name) {
        return Some(text);
    }
    let hex = |digits: &str| {
        u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32)
    };
    if let Some(digits) = name
        .strip_prefix("uni")
        .filter(|d| d.is_ascii() && d.len() >= 4)
    {
        let units = digits.as_bytes().chunks_exact(4);
        return units
            .map(|unit| hex(std::str::from_utf8(unit).ok()?))
            .collect();
    }
    let digits = name
        .strip_prefix('u')
        .filter(|d| (4..=6).contains(&d.len()))?;
    hex(digits).map(String::from)
}

/// The text of a glyph that has a name of its own in the lists of Adobe.
fn listed(name: &str) -> Option<String> {
    let name = Object::Name(name.as_bytes().to_vec());
    let mut encoding = Dictionary::new();
    encoding.set("Differences", vec![Object::Integer(0), name]);
    let text = encoded(Object::Dictionary(encoding), 0..=0)
        .into_iter()
        .next()
        .flatten();
    // Where the name is not known, the library falls back to its standard, which has nothing for this code.
    text.filter(|text| text != "\0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_have_names_of_many_kinds() {
        let text = |name: &str| of_name(name.as_bytes());
        assert_eq!(text("eacute").as_deref(), Some("é"));
        assert_eq!(text("f_f_i").as_deref(), Some("ffi"));
        assert_eq!(text("one.oldstyle").as_deref(), Some("1"));
        assert_eq!(text("uni01530065").as_deref(), Some("œe"));
        assert_eq!(text("u1D11E").as_deref(), Some("\u{1d11e}"));
        assert_eq!(
            [text(".notdef"), text("g123"), text("")],
            [None, None, None]
        );
    }

    #[test]
    fn a_font_program_says_its_encoding() {
        let program =
            b"%!PS-AdobeFont\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
            dup 12 /fi put\ndup 65 /A put\nreadonly def\ncurrentfile eexec dup 66 /B put";
        let texts = of_program(program).expect("an encoding");
        assert_eq!(texts[12].as_deref(), Some("\u{fb01}"));
        assert_eq!(texts[65].as_deref(), Some("A"));
        assert_eq!(texts[66], None);
    }
}
