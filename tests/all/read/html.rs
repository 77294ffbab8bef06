//! Pages: what is their main text, and what stands around it.

use enregard::read::{Kind, Note, ReadOptions, Reading, read_bytes};
use enregard::witness::{Language, Role, Siglum, Skip};

use super::documents::{fixture, structure};
use super::{encode, french};

fn page(text: &str) -> Reading {
    bytes(text.as_bytes())
}

fn bytes(bytes: &[u8]) -> Reading {
    let options = ReadOptions {
        kind: Some(Kind::Html),
        ..french()
    };
    read_bytes(bytes.to_vec(), "a.html", Siglum::nth(0), &options).expect("a page")
}

/// The paragraphs that are text, and those that are skipped.
fn parted(reading: &Reading) -> (Vec<&str>, Vec<&str>) {
    let witness = &reading.witness;
    let of = |skipped: bool| {
        let parts = witness.structure.iter();
        let parts = parts.filter(|part| part.skip.is_some() == skipped);
        parts.map(|part| witness.slice(part.span)).collect()
    };
    (of(false), of(true))
}

#[test]
fn a_saved_article_is_compared_as_its_plain_text() {
    let saved = fixture("kremlin/000.html", &french()).witness;
    let plain = fixture("kremlin/000.txt", &french()).witness;
    let texts = |witness: &enregard::Witness| -> Vec<String> {
        let units = witness.units().iter();
        let units = units.filter(|unit| unit.skip.is_none());
        units.map(|unit| witness.line(unit.span)).collect()
    };
    assert_eq!(texts(&saved), texts(&plain));
    // What stands around it is there, and skipped.
    let of_page = |part: &&str| {
        saved
            .structure
            .iter()
            .any(|p| p.skip == Some(Skip::Page) && saved.slice(p.span).contains(*part))
    };
    for part in [
        "Culture\nLivres",
        "Partager",
        "Lire aussi",
        "Mots-clés",
        "câbles sous-marins",
        "je ne crois pas un mot",
        "Les plus lus",
        "Mentions légales",
        "utilise des cookies",
    ] {
        let part = part.replace("je ne", "Je ne");
        assert!(of_page(&part.as_str()), "{part}");
    }
    assert!(!saved.text.contains("Ce n’est pas du texte"));
    // The statement as a document against the page says what both say as plain text.
    let beads = |statement: &str, article: enregard::Witness| -> Vec<[Vec<String>; 2]> {
        let pair = [fixture(statement, &french()).witness, article];
        let table = enregard::compare_witnesses(pair, &enregard::CompareOptions::default());
        let table = table.expect("a table");
        let beads = table
            .rows
            .iter()
            .filter(|row| row.cells.iter().all(|cell| !cell.is_empty()));
        let text = |row: &enregard::table::Row, w: usize| -> Vec<String> {
            let units = row.cells[w].iter();
            let witness = &table.witnesses[w];
            units
                .map(|&unit| witness.line(witness.unit(unit).span))
                .collect()
        };
        beads.map(|row| [0, 1].map(|w| text(row, w))).collect()
    };
    let of_files = beads("kremlin/001.docx", saved);
    assert_eq!(of_files.len(), 6);
    assert_eq!(of_files, beads("kremlin/001.txt", plain));
}

#[test]
fn pages_of_word_processors_are_read_whole() {
    let found = fixture("documents/bridge.html", &ReadOptions::default());
    assert_eq!(found.witness.language, Language::FRENCH);
    let (said, found_language) = (Language::ENGLISH, Language::FRENCH);
    assert_eq!(
        found.notes,
        [Note::LanguageOverruled {
            said,
            found: found_language
        }]
    );
    let parts = structure(&found);
    assert_eq!(parts[1], (Role::Heading, "Le vieux pont de Sarlat"));
    assert_eq!(parts[3], (Role::Item, "restauré en 1890 ;"));
    assert_eq!(parts[9], (Role::Cell, "Année"));
    let footnote = (Role::Footnote, "La mairie les compte depuis 1987.");
    assert_eq!(parts.last(), Some(&footnote));
    let labels = found.witness.labels.iter().map(|label| label.name.as_str());
    assert_eq!(labels.collect::<Vec<_>>(), ["note 1", "note 2"]);
}

#[test]
fn blocks_are_parted_and_words_are_not() {
    let (text, skipped) = {
        let page = page(
            "<p>Un <b>mot</b> en deux<i>.</i><p>Deux\n  lignes.<br>Trois&nbsp;!<ul><li>a<li>b</ul>\
             <table><tr><td>c<td>d</table><pre>e\n  f</pre><div>g<div>h</div>i</div>",
        );
        let (text, skipped) = parted(&page);
        let own = |parts: Vec<&str>| -> Vec<String> { parts.into_iter().map(Into::into).collect() };
        (own(text), own(skipped))
    };
    assert_eq!(
        text,
        [
            "Un mot en deux.",
            "Deux lignes.\nTrois\u{a0}!",
            "a",
            "b",
            "c",
            "d",
            "e\n  f",
            "g",
            "h",
            "i"
        ]
    );
    assert!(skipped.is_empty());
}

#[test]
fn calls_of_notes_are_no_text_and_notes_are() {
    let found = page(
        "<p>Le pont<sup><a href=\"#n1\">1</a></sup> est vieux<a href=\"#n2\" id=\"r2\"><sup>2</sup></a>. Dix m<sup>2</sup>.</p>\
         <section class=\"footnotes\"><ol><li id=\"n1\"><p>Selon Meyer. <a href=\"#r1\" class=\"footnote-back\">↩</a></p></li>\
         <li id=\"n2\">Depuis 1890.</li></ol></section>",
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Body, "Le pont est vieux. Dix m2."),
            (Role::Footnote, "Selon Meyer."),
            (Role::Footnote, "Depuis 1890.")
        ]
    );
    assert_eq!(found.witness.labels[1].name, "note 2");
}

#[test]
fn the_title_above_an_article_belongs_to_it() {
    let long = "Le maire a dit hier que la route serait faite avant l’été. ".repeat(9);
    let found = page(&format!(
        "<div class=top><a href=/>Le Journal</a></div><div class=head><h1>La route</h1><p>Elle sera faite.</p></div>\
         <div class=body><p>{long}</p><h2>Le prix</h2><p>{long}</p><p><a href=/x>Lire aussi : le pont du village</a></p></div>\
         <div class=foot>Le Journal, 1 rue du Marché, Sarlat. Tous droits réservés.</div>"
    ));
    let (text, skipped) = parted(&found);
    assert_eq!(text[..2], ["La route", "Elle sera faite."]);
    assert_eq!((text.len(), text[3]), (5, "Le prix"));
    assert_eq!(
        skipped,
        [
            "Le Journal",
            "Lire aussi : le pont du village\nLe Journal, 1 rue du Marché, Sarlat. Tous droits réservés."
        ]
    );
    // What may be clutter is not where it holds the page.
    let all = page(&format!("<div class=sidebar><p>{long}</p></div>"));
    assert_eq!(parted(&all).0.len(), 1);
}

#[test]
fn what_says_that_it_is_the_main_text_is_no_clutter() {
    const STORY: &str = "<p>La rivière a débordé cette nuit, et le pont du moulin est fermé.</p><p>Personne n’est blessé, dit le maire du village.</p>";
    for page_of in [
        "<div id=\"ad-portal\"><div role=\"main\">STORY</div></div>",
        "<div class=\"share-btns\"><main>STORY</main></div>",
        "<div class=\"sharing\" itemprop=\"articleBody\">STORY<div class=\"ad\"><p>Achetez nos parapluies, tous en promotion.</p></div></div>",
    ] {
        let text = format!(
            "<html><body>{}<p>Tous droits réservés, 2024.</p></body></html>",
            page_of.replace("STORY", STORY)
        );
        let found = page(&text);
        let (kept, skipped) = parted(&found);
        assert!(
            kept.contains(&"Personne n’est blessé, dit le maire du village."),
            "{text}"
        );
        assert!(
            kept.iter().all(|part| !part.contains("parapluies")),
            "{kept:?} {skipped:?}"
        );
    }
    // What follows the text is clutter still.
    let text = format!(
        "<html><body><main>{STORY}</main><div id=\"comments\"><p>Quelle nuit, mes amis, quelle nuit terrible !</p></div></body></html>"
    );
    let found = page(&text);
    assert!(
        parted(&found)
            .1
            .iter()
            .any(|part| part.contains("quelle nuit terrible"))
    );
}

#[test]
fn what_is_declared_is_believed() {
    let text = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\"><p>Łódź, źle.</p>";
    assert_eq!(
        bytes(&encode(text, "iso-8859-2")).witness.text,
        "Łódź, źle.\n"
    );
    // But UTF-8 is UTF-8.
    assert_eq!(page(text).witness.text, "Łódź, źle.\n");
    let options = ReadOptions::default();
    let short = b"<html lang=br><body><p>Un.".to_vec();
    let found = read_bytes(short, "a", Siglum::nth(0), &options).expect("a page");
    assert_eq!(found.witness.language.code(), "br");
}

#[test]
fn damaged_and_hostile_pages_are_read_as_far_as_they_go() {
    assert_eq!(
        page("<p>Un.</b></div><p>De<b>ux").witness.text,
        "Un.\n\nDeux\n"
    );
    assert_eq!(page("").witness.text, "");
    assert_eq!(
        page("<p>Un &amp; deux &bogus; <").witness.text,
        "Un & deux &bogus; <\n"
    );
    let deep = page(
        &[
            "<div>".repeat(100_000),
            "Un.".into(),
            "</div>".repeat(100_000),
        ]
        .concat(),
    );
    assert_eq!(deep.witness.text, "Un.\n");
    let open = page(&"<li><b>Un".repeat(20_000));
    assert_eq!(open.witness.structure.len(), 20_000);
    assert_eq!(page("<script>Un.").witness.text, "");
    assert_eq!(page("<!-- Un.").witness.text, "");
}
