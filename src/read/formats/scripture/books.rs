//! The books of scriptures: what OSIS calls them, and the codes of USFM, which name verses here whatever the format.

/// The name of the verse, or the verses, that have these identifiers in OSIS: `Gen.1.3 Gen.1.4` is `GEN 1:3-4`.
pub(super) fn verse(ids: &str) -> String {
    let mut ids = ids.split_whitespace();
    let first = ids.next().unwrap_or_default();
    let name = one(first);
    let last = ids.last().and_then(|id| part(id).rsplit('.').next());
    match last {
        Some(last) => format!("{name}-{last}"),
        None => name,
    }
}

/// An identifier without the edition before it and the part of the verse behind it.
fn part(id: &str) -> &str {
    let id = id.rsplit(':').next().unwrap_or(id);
    id.split('!').next().unwrap_or(id)
}

fn one(id: &str) -> String {
    let id = part(id);
    let mut parts = id.splitn(3, '.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(book), Some(chapter), Some(verse)) => format!("{} {chapter}:{verse}", code(book)),
        _ => id.to_owned(),
    }
}

/// The code of a book; books that are not listed keep their name.
fn code(book: &str) -> String {
    let listed = BOOKS.iter().find(|(name, _)| *name == book);
    listed.map_or_else(|| book.to_uppercase(), |(_, code)| (*code).to_owned())
}

/// The code of a book by its number in Zefania, where that is the same everywhere.
pub(super) fn of_number(number: &str) -> Option<&'static str> {
    let number: usize = number.trim().parse().ok()?;
    NUMBERED.split_whitespace().nth(number.checked_sub(1)?)
}

/// The codes of the books from 1 on.
const NUMBERED: &str = "GEN EXO LEV NUM DEU JOS JDG RUT 1SA 2SA 1KI 2KI 1CH 2CH EZR NEH EST JOB PSA PRO ECC SNG ISA JER LAM EZK DAN \
    HOS JOL AMO OBA JON MIC NAM HAB ZEP HAG ZEC MAL MAT MRK LUK JHN ACT ROM 1CO 2CO GAL EPH PHP COL 1TH 2TH 1TI 2TI TIT PHM HEB \
    JAS 1PE 2PE 1JN 2JN 3JN JUD REV";

/// Where the code is more than the name in capitals.
const BOOKS: [(&str, &str); 78] = [
    ("Exod", "EXO"),
    ("Deut", "DEU"),
    ("Josh", "JOS"),
    ("Judg", "JDG"),
    ("Ruth", "RUT"),
    ("1Sam", "1SA"),
    ("2Sam", "2SA"),
    ("1Kgs", "1KI"),
    ("2Kgs", "2KI"),
    ("1Chr", "1CH"),
    ("2Chr", "2CH"),
    ("Ezra", "EZR"),
    ("Neh", "NEH"),
    ("Esth", "EST"),
    ("Ps", "PSA"),
    ("Prov", "PRO"),
    ("Eccl", "ECC"),
    ("Song", "SNG"),
    ("Ezek", "EZK"),
    ("Joel", "JOL"),
    ("Amos", "AMO"),
    ("Obad", "OBA"),
    ("Jonah", "JON"),
    ("Mic", "MIC"),
    ("Nah", "NAM"),
    ("Hab", "HAB"),
    ("Zeph", "ZEP"),
    ("Hag", "HAG"),
    ("Zech", "ZEC"),
    ("Matt", "MAT"),
    ("Mark", "MRK"),
    ("Luke", "LUK"),
    ("John", "JHN"),
    ("Acts", "ACT"),
    ("1Cor", "1CO"),
    ("2Cor", "2CO"),
    ("Phil", "PHP"),
    ("1Thess", "1TH"),
    ("2Thess", "2TH"),
    ("1Tim", "1TI"),
    ("2Tim", "2TI"),
    ("Titus", "TIT"),
    ("Phlm", "PHM"),
    ("Jas", "JAS"),
    ("1Pet", "1PE"),
    ("2Pet", "2PE"),
    ("1John", "1JN"),
    ("2John", "2JN"),
    ("3John", "3JN"),
    ("Jude", "JUD"),
    ("Tob", "TOB"),
    ("Jdt", "JDT"),
    ("EsthGr", "ESG"),
    ("AddEsth", "ESG"),
    ("Wis", "WIS"),
    ("Sir", "SIR"),
    ("Bar", "BAR"),
    ("EpJer", "LJE"),
    ("PrAzar", "S3Y"),
    ("Sus", "SUS"),
    ("Bel", "BEL"),
    ("1Macc", "1MA"),
    ("2Macc", "2MA"),
    ("3Macc", "3MA"),
    ("4Macc", "4MA"),
    ("1Esd", "1ES"),
    ("2Esd", "2ES"),
    ("PrMan", "MAN"),
    ("AddPs", "PS2"),
    ("Odes", "ODA"),
    ("PssSol", "PSS"),
    ("DanGr", "DAG"),
    ("4Ezra", "EZA"),
    ("5Ezra", "5EZ"),
    ("6Ezra", "6EZ"),
    ("2Bar", "2BA"),
    ("EpLao", "LAO"),
    ("1En", "ENO"),
];

#[cfg(test)]
mod tests {
    use super::{of_number, verse};

    #[test]
    fn books_have_numbers() {
        let all = ["1", "19", "40", "66", "67", "0", "x"].map(of_number);
        let codes = [Some("GEN"), Some("PSA"), Some("MAT"), Some("REV")];
        assert_eq!(all[..4], codes);
        assert_eq!(all[4..], [None; 3]);
    }

    #[test]
    fn verses_have_one_name_in_all_formats() {
        for (ids, name) in [
            ("Gen.1.3", "GEN 1:3"),
            ("Bible.FreCrampon:Matt.5.3!a", "MAT 5:3"),
            ("1John.2.1 1John.2.2", "1JN 2:1-2"),
            ("Quran.2.255", "QURAN 2:255"),
            ("Gen", "Gen"),
            ("", ""),
        ] {
            assert_eq!(verse(ids), name);
        }
    }
}
