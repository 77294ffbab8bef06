//! English: contractions and possessives are split off as in the Penn Treebank (`do` `n’t`, `John` `’s`).

use std::sync::LazyLock;

use super::{Apostrophe, Rules, words};

pub(super) static RULES: Rules = Rules {
    apostrophe: Apostrophe::Contraction,
    whole: &["o'clock", "ma'am", "o'er", "e'er", "ne'er"],
    inversion: false,
    ordinal_point: false,
    inside: &[
        "Mr", "Mrs", "Ms", "Messrs", "Dr", "Drs", "Prof", "Rev", "Hon", "Gov", "Sen", "Rep", "Gen",
        "Col", "Maj", "Capt", "Cpl", "Lt", "Sgt", "Cmdr", "Adm", "St", "Sts", "Mt", "Ft", "Fr",
        "Sr.", "cf", "eg", "viz", "vs", "ed", "eds", "trans", "dept", "fig", "figs", "pp", "chap",
        "op", "loc", "approx",
    ],
    before_number: &[
        "art", "p", "no", "nos", "vol", "vols", "v", "vv", "ch", "sec", "sect", "par", "l", "ll",
        "n", "nn", "pt", "pl", "bk", "fol", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
        "Sept", "Oct", "Nov", "Dec",
    ],
    either: &[
        "etc", "ibid", "id", "al", "Jr", "Sr", "Inc", "Ltd", "Co", "Corp", "Bros", "Esq", "a.m",
        "B.C", "A.D", "p.m", "Ave", "Rd", "Blvd", "seq",
    ],
    after_ordinal: &[],
    function: LazyLock::new(|| {
        words(
            "a about after all also although an and any are as at be because been before being but by can \
         could did do does for from had has have he her here him his how however i if in into is it its \
         me more my no not now of on one only or other our out over shall she so some such than that the \
         their them then there these they this those thou though thy to under unto up upon us very was we \
         were what when where which while who will with would ye yet you your",
        )
    }),
    conjunctions: &[
        "but", "for", "so", "yet", "and", "or", "nor", "because", "although", "though", "while",
        "when", "where", "if", "that", "which", "who", "whom", "whose", "since", "unless", "until",
        "as",
    ],
    dated: &[
        "published",
        "posted",
        "updated",
        "last updated",
        "modified",
        "created",
        "date",
        "first published",
    ],
    reading: &["reading time", "estimated reading time", "read time"],
    months: &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "jan.",
        "feb.",
        "mar.",
        "apr.",
        "jun.",
        "jul.",
        "aug.",
        "sep.",
        "sept.",
        "oct.",
        "nov.",
        "dec.",
    ],
};
