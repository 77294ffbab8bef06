//! Addresses: URLs, e-mail, bare domains, names of files, hashtags and handles, each one token.

use crate::language::Profile;
use crate::language::chars::is_word;

/// Domains that name a site without `www.` before it, beside those of the languages. Longer lists catch sentences that
/// lack a space (`fin.et`).
const DOMAINS: [&str; 9] = ["com", "org", "net", "eu", "ru", "io", "gov", "edu", "info"];

/// How names of files end, that words do not.
const ENDINGS: [&str; 74] = [
    "7z", "aac", "apk", "avi", "azw3", "bib", "bmp", "bz2", "cfg", "cpp", "css", "csv", "djvu",
    "dll", "dmg", "doc", "docx", "eps", "epub", "exe", "flac", "gif", "gz", "htm", "html", "ini",
    "iso", "java", "jpeg", "jpg", "js", "json", "jsx", "log", "md", "mkv", "mobi", "mov", "mp3",
    "mp4", "mpg", "msi", "ods", "odt", "ogg", "pdf", "php", "png", "ppt", "pptx", "psd", "py",
    "rar", "rtf", "sql", "srt", "svg", "tar", "tex", "tif", "tiff", "toml", "tsv", "txt", "vtt",
    "wav", "webm", "webp", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

/// RFC 5321: a local part has at most 64 octets, a domain 255. They also bound the cost of looking ahead.
const LONGEST_LOCAL: usize = 64;
const LONGEST_DOMAIN: usize = 255;

/// Whether a chunk without white space may hold an address at all.
pub(super) fn possible(chunk: &str) -> bool {
    let bytes = chunk.as_bytes();
    bytes.iter().enumerate().any(|(i, &b)| match b {
        b'@' | b'#' => true,
        b':' => bytes[i..].starts_with(b"://"),
        b'.' => bytes.get(i + 1).is_some_and(u8::is_ascii_alphabetic),
        _ => false,
    })
}

/// The length in bytes of the address at the head of `chunk`, 0 when there is none; `before` is what it follows.
pub(super) fn length(chunk: &str, before: Option<char>) -> usize {
    if before.is_some_and(|c| is_word(c) || c == '&') {
        return 0;
    }
    [url, email, domain, file, tag]
        .into_iter()
        .map(|kind| kind(chunk))
        .find(|&n| n > 0)
        .unwrap_or(0)
}

fn url(chunk: &str) -> usize {
    const LONGEST_SCHEME: usize = 10;
    let scheme = chunk
        .bytes()
        .take(LONGEST_SCHEME)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let known = scheme > 1 && chunk[scheme..].starts_with("://")
        || chunk.starts_with("www.")
        || chunk.starts_with("mailto:");
    if !known {
        return 0;
    }
    let stop = chunk
        .find(|c: char| matches!(c, '«' | '»' | '“' | '”' | '"' | '<' | '>') || c.is_control())
        .unwrap_or(chunk.len());
    let mut url = &chunk[..stop];
    // Punctuation at the end belongs to the sentence; a bracket only when it was opened outside.
    let (open, mut close) = (url.matches('(').count(), url.matches(')').count());
    while let Some(c) = url.chars().next_back() {
        match c {
            ')' if close <= open => break,
            ')' => close -= 1,
            '.' | ',' | ';' | ':' | '!' | '?' | ']' | '\'' | '’' | '…' => {}
            _ => break,
        }
        url = &url[..url.len() - c.len_utf8()];
    }
    url.len()
}

fn email(chunk: &str) -> usize {
    let local = chunk
        .bytes()
        .take(LONGEST_LOCAL + 1)
        .take_while(|b| b.is_ascii_alphanumeric() || b"._%+-".contains(b))
        .count();
    match chunk[local..].strip_prefix('@') {
        Some(rest) if local > 0 => match host(rest) {
            0 => 0,
            n => local + 1 + n,
        },
        _ => 0,
    }
}

/// A host name with at least one point: its length, 0 when there is none.
fn host(text: &str) -> usize {
    let n = text
        .bytes()
        .take(LONGEST_DOMAIN)
        .take_while(|b| b.is_ascii_alphanumeric() || b".-".contains(b))
        .count();
    let host = text[..n].trim_end_matches(['.', '-']);
    if host.contains('.') && !host.starts_with(['.', '-']) {
        host.len()
    } else {
        0
    }
}

fn domain(chunk: &str) -> usize {
    let n = host(chunk);
    let known = chunk[..n].rsplit_once('.').is_some_and(|(name, top)| {
        // ASP.NET
        let shouted = || top.bytes().all(|b| b.is_ascii_uppercase());
        let named = |top: &str| DOMAINS.contains(&top) || is_of_language(top);
        // But no end of a sentence in capitals: MORT.DE
        let mixed = || name.contains(|c: char| c.is_ascii_lowercase());
        (named(top) || shouted() && named(&top.to_ascii_lowercase()) && (mixed() || top.len() > 2))
            && name.len() > 1
            && !name.contains("..")
    });
    let ends = chunk[n..].chars().next().is_none_or(|c| !is_word(c));
    if known && ends { n } else { 0 }
}

/// Whether a domain is the country's of a language that has a profile.
fn is_of_language(domain: &str) -> bool {
    Profile::all().any(|profile| profile.top_level_domain() == domain)
}

/// The name of a file: `photo10.JPG`, `rapport_final.pdf`.
fn file(chunk: &str) -> usize {
    let part = |&(i, c): &(usize, char)| i <= LONGEST_DOMAIN && (is_word(c) || "._-".contains(c));
    let last = chunk.char_indices().take_while(part).last();
    let n = last.map_or(0, |(i, c)| i + c.len_utf8());
    let name = chunk[..n].trim_end_matches(['.', '-', '_']);
    let known = name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (ENDINGS.contains(&ending)
                || ending.bytes().all(|b| !b.is_ascii_lowercase())
                    && ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
    });
    if known { name.len() } else { 0 }
}

fn tag(chunk: &str) -> usize {
    let Some(rest) = chunk.strip_prefix(['#', '@']) else {
        return 0;
    };
    match rest.find(|c: char| !is_word(c) && c != '_') {
        Some(0) => 0,
        Some(n) => 1 + n,
        None if rest.is_empty() => 0,
        None => chunk.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_before_the_punctuation_of_the_sentence() {
        for (chunk, expected) in [
            ("https://t.co/3IUd5cEucn", "https://t.co/3IUd5cEucn"),
            (
                "https://fr.wikipedia.org/wiki/Vers_(poésie)).",
                "https://fr.wikipedia.org/wiki/Vers_(poésie)",
            ),
            ("http://a.fr/?q=1&b=2,", "http://a.fr/?q=1&b=2"),
            ("http://a.fr»,", "http://a.fr"),
            ("www.elysee.fr.", "www.elysee.fr"),
            ("lemonde.fr,", "lemonde.fr"),
            ("nrc.nl.", "nrc.nl"),
            ("guardian.co.uk", "guardian.co.uk"),
            (
                "jean.dupont+a@exemple.co.uk.",
                "jean.dupont+a@exemple.co.uk",
            ),
            ("@KremlinRussia_E)", "@KremlinRussia_E"),
            ("#JeSuisCharlie!", "#JeSuisCharlie"),
            ("photo10.JPG", "photo10.JPG"),
            ("config.YAML,", "config.YAML"),
            ("ASP.NET.", "ASP.NET"),
            ("rapport_été-2.pdf.", "rapport_été-2.pdf"),
        ] {
            assert!(possible(chunk), "{chunk}");
            assert_eq!(&chunk[..length(chunk, None)], expected);
        }
    }

    #[test]
    fn what_only_resembles_an_address_is_none() {
        for chunk in [
            "fin.et",
            "mesures.Le",
            "FIN.LE",
            "amis.frères",
            "@",
            "#",
            "#1".trim_end_matches('1'),
            "a@b",
            "œuvres.fes",
            "3.14",
            "Venu.Doc",
            ".pdf",
        ] {
            assert_eq!(length(chunk, None), 0, "{chunk}");
        }
        assert_eq!(length("@b.fr", Some('a')), 0);
    }
}
