//! The encoding that a text in a markup language says it is in.

use crate::read::Encoding;

/// How far into a file a declaration stands.
const HEAD: usize = 1024;

/// The encoding that is declared: `<?xml version="1.0" encoding="…"?>`. Bytes that are UTF-8, and not ASCII alone, are UTF-8
/// whatever they say: hardly any other text looks so.
pub(super) fn encoding(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let (declaration, _) = head.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (label, _) = value[1..].split_once(quote)?;
    let encoding = Encoding::from_label(label).ok()?;
    (!is_utf8(bytes)).then_some(encoding)
}

/// Whether bytes are UTF-8 and not ASCII alone.
fn is_utf8(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && str::from_utf8(bytes).is_ok()
}
