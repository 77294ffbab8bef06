//! Elements of XML and HTML that are selected: they alone are read.

use enregard::read::{Kind, ReadOptions, Selector, read_bytes};
use enregard::witness::Siglum;

use super::documents::archive;
use super::{encode, french};

const TEI: &str = "<TEI xmlns=\"t\"><teiHeader><title>Rien</title></teiHeader><text><body>\
    <div type=\"chapter intro\" xml:id=\"c1\"><head>Un</head><p n=\"1\">Il pleut.<note>Fort.</note></p></div>\
    <div type=\"chapter\" xml:id=\"c2\"><head>Deux</head><p n=\"2\">Il vente.</p><sp><p>Oui.</p></sp></div>\
    <div type=\"appendix\"><del>Ici </del><p>Il neige.</p></div></body></text></TEI>";

const PAGE: &str = "<html><nav id=menu><a href=x>Accueil</a></nav><article><h1>Titre</h1><p class='intro big'>Il pleut.\
    <p>Il vente.</article><footer><p>Pied.<br>Fin.</footer></html>";

fn try_select(text: &[u8], kind: Kind, selectors: &[&str]) -> Result<String, String> {
    let selector = |said: &&str| Selector::parse(said).expect("a selector");
    let options = ReadOptions {
        kind: Some(kind),
        select: selectors.iter().map(selector).collect(),
        ..french()
    };
    let read = read_bytes(text.to_vec(), "a", Siglum::nth(0), &options);
    let text = read.map(|reading| reading.witness.text);
    text.map_err(|error| error.to_string())
}

fn select(text: &str, kind: Kind, selectors: &[&str]) -> String {
    let text = try_select(text.as_bytes(), kind, selectors).expect("a text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn elements_of_tei() {
    for (selectors, text) in [
        (&["head"][..], "Un Deux"),
        (&["div[@type=chapter]/p"], "Il pleut. Il vente. Fort."),
        (
            &["div[@type=\"chapter\"]//p"],
            "Il pleut. Il vente. Oui. Fort.",
        ),
        (&["#c2"], "Deux Il vente. Oui."),
        (&["div#c1/head", "p[@n='2']"], "Un Il vente."),
        (&["note"], "Fort."),
        (&["body//*[@n]", "tei:sp"], "Il pleut. Il vente. Oui. Fort."),
        (&["div[@type=appendix]"], "Il neige."),
    ] {
        assert_eq!(select(TEI, Kind::Tei, selectors), text, "{selectors:?}");
    }
}

#[test]
fn elements_of_pages_and_books() {
    for (selector, text) in [
        ("p", "Il pleut. Il vente. Pied. Fin."),
        ("footer", "Pied. Fin."),
        ("#menu", "Accueil"),
        ("ARTICLE/p[@class=intro]", "Il pleut."),
    ] {
        assert_eq!(select(PAGE, Kind::Html, &[selector]), text, "{selector}");
    }
    let book = archive(&[
        (
            "META-INF/container.xml",
            "<container><rootfile full-path=\"b.opf\"/></container>",
        ),
        (
            "b.opf",
            "<package><item id=\"a\" href=\"a.html\"/><item id=\"b\" href=\"b.html\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></package>",
        ),
        ("a.html", "<html><body><h1>Titre</h1></body></html>"),
        ("b.html", PAGE),
    ]);
    assert_eq!(
        try_select(&book, Kind::Epub, &["h1"]).as_deref(),
        Ok("Titre\n\nTitre\n")
    );
    let refused = try_select(&book, Kind::Epub, &["h2"]).expect_err("nothing");
    assert!(
        refused.contains("there are body, h1 (2), nav, a, article, p (3), footer"),
        "{refused}"
    );
}

#[test]
fn what_selects_nothing_names_what_there_is() {
    let refused =
        |selector: &str| try_select(TEI.as_bytes(), Kind::Tei, &[selector]).expect_err("nothing");
    assert!(refused("lg").contains(
        "nothing in it is lg, as --select says; there are TEI, teiHeader, text, body, div (3)"
    ));
    assert!(
        refused("div[@type=part]").ends_with(
            "there are div[@type=appendix], div[@type=chapter intro], div[@type=chapter]"
        )
    );
    let refused =
        try_select(&encode("Il pleut.", "utf-8"), Kind::Text, &["p"]).expect_err("nothing");
    assert!(refused.contains("has no elements to select"), "{refused}");
    let whole = read_bytes(TEI.into(), "a", Siglum::nth(0), &ReadOptions::default());
    assert!(whole.expect("a text").witness.text.contains("neige"));
}

#[test]
fn elements_may_be_nested_without_end() {
    let deep = "<a>".repeat(100_000) + "x" + &"</a>".repeat(100_000);
    let tei = format!("<TEI><text><p>{deep}</p></text></TEI>");
    assert_eq!(select(&tei, Kind::Tei, &["p//a/a//a"]), "x");
}
