//! Books and Markdown.

use enregard::read::{Kind, Note, ReadOptions, Reading, read_bytes};
use enregard::witness::{Language, Role, Siglum, Skip};

use super::documents::{archive, fixture, mill, structure};
use super::{french, message, reading};

#[test]
fn a_book_is_read_in_its_order_with_its_notes_behind_it() {
    let found = fixture("documents/mill.epub", &ReadOptions::default());
    assert_eq!(
        (found.witness.language, found.notes.as_slice()),
        (Language::FRENCH, [].as_slice())
    );
    let poem = "Ô meunier, tu dors,\nTon moulin va trop vite.";
    let mut expected = vec![(Role::Heading, "Le moulin"), (Role::Body, "Jean Dupont")];
    expected.extend(mill(poem));
    assert_eq!(structure(&found), expected);
    let witness = &found.witness;
    let notes: Vec<(&str, &str)> = witness
        .labels
        .iter()
        .map(|label| (label.name.as_str(), witness.slice(label.span)))
        .collect();
    assert_eq!(
        notes,
        [
            ("note 1", "Depuis l’hiver."),
            ("note 2", "Pas même sa femme.\n\nElle était de Sarlat.")
        ]
    );
    // Lines that are broken by hand are verses.
    let lines: Vec<&str> = witness
        .units()
        .iter()
        .map(|u| witness.slice(u.span))
        .collect();
    assert!(lines.contains(&"Ton moulin va trop vite."), "{lines:?}");
}

#[test]
fn a_book_of_another_program_has_the_same_text() {
    let text = |name: &str| -> Vec<String> {
        let found = fixture(name, &french());
        let parts = structure(&found).into_iter();
        let parts = parts.filter(|(role, _)| *role != Role::Cell);
        // The program forgets which of two readings holds.
        parts
            .map(|(_, text)| text.replace("veutvoudrait", "voudrait"))
            .collect()
    };
    assert_eq!(text("documents/bridge.epub"), text("documents/bridge.docx"));
}

/// A book of these pages, with these parts beside them.
fn book(pages: &[(&str, &str)], beside: &[(&str, &str)]) -> Vec<u8> {
    let items: String = pages
        .iter()
        .map(|(name, _)| format!("<item id=\"{name}\" href=\"../text/{name}\"/>"))
        .collect();
    let spine: String = pages
        .iter()
        .map(|(name, _)| format!("<itemref idref=\"{name}\"/>"))
        .collect();
    let package = format!("<package><manifest>{items}</manifest><spine>{spine}</spine></package>");
    let names: Vec<String> = pages
        .iter()
        .map(|(name, _)| format!("text/{}", name.replace("%20", " ")))
        .collect();
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        (
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>",
        ),
        ("OEBPS/book.opf", &package),
    ];
    for (name, (_, text)) in names.iter().zip(pages) {
        parts.push((name, text));
    }
    parts.extend(beside);
    archive(&parts)
}

#[test]
fn pages_of_books_are_text_whatever_they_are_called() {
    let chapter = "<html><body class=\"comments\"><nav>Suite</nav><div class=\"related\"><script src=\"a\"/><p>Un<span epub:type=\"pagebreak\">12</span> pont.</p>\
                   <div/><p>Deux.</p></div></body></html>";
    let found = reading(&book(&[("un%20deux.xhtml", chapter)], &[]), &french());
    assert_eq!(found.witness.text, "Suite\n\nUn pont.\n\nDeux.\n");
    assert_eq!(found.witness.structure[0].skip, Some(Skip::Page));
}

#[test]
fn damaged_and_protected_books_are_named() {
    let page = [("a.xhtml", "<p>Un.</p>")];
    let whole = book(&page, &[]);
    for (bytes, why) in [
        (whole[..whole.len() / 2].to_vec(), "it is damaged"),
        (
            archive(&[("META-INF/container.xml", "<container/>")]),
            "it names no book",
        ),
        (
            book(
                &page,
                &[(
                    "META-INF/encryption.xml",
                    "<e><CipherReference URI=\"text/a.xhtml\"/></e>",
                )],
            ),
            "its pages are encrypted",
        ),
    ] {
        let said = message(&bytes, &french());
        assert!(said.starts_with("a.txt: is a book (.epub), but "), "{said}");
        assert!(said.contains(why), "{said}");
    }
    // Fonts may be protected; pages may be missing, and lie outside.
    let fonts = "<e><CipherReference URI=\"fonts/a.otf\"/></e>";
    let found = reading(
        &book(&page, &[("META-INF/encryption.xml", fonts)]),
        &french(),
    );
    assert_eq!(found.witness.text, "Un.\n");
    let options = ReadOptions {
        max_size: 10 << 10,
        ..french()
    };
    let spaces = " ".repeat(1 << 20);
    let said = message(&book(&[("a.xhtml", &spaces)], &[]), &options);
    assert!(said.contains("it unpacks to more than 10 KiB"), "{said}");
}

fn markdown(text: &str) -> Reading {
    let options = ReadOptions {
        kind: Some(Kind::Markdown),
        ..french()
    };
    read_bytes(text.into(), "a", Siglum::nth(0), &options).expect("Markdown")
}

#[test]
fn marks_of_markdown_are_no_text() {
    let found = markdown(
        "---\ntitle: Le pont\n---\n\nLe pont {#pont}\n===\n\nLe **vieux** [pont](https://pont.example \"ici\") de\n*Sarlat*[^a],  \ncode `x`.\n\n\
         - [x] un\n- deux\n\n  encore\n\n1. trois\n\n> Dit-il.\n\n| A | B |\n|---|--:|\n| c | `d` |\n\n```sh\nls\n  -l\n```\n\n\
         ![un dessin](a.png)\n\n<div align=\"center\">\n<!-- rien -->\n<b>Gras</b> &amp; fin\n</div>\n\nUn<br>deux ~~trois~~[^b].\n\n[^b]: Non.\n[^a]: Oui.\n\n    Enfin.\n",
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Body, "title: Le pont"),
            (Role::Heading, "Le pont"),
            (Role::Body, "Le vieux pont de Sarlat,\ncode x."),
            (Role::Item, "un"),
            (Role::Item, "deux"),
            (Role::Item, "encore"),
            (Role::Item, "trois"),
            (Role::Body, "Dit-il."),
            (Role::Cell, "A"),
            (Role::Cell, "B"),
            (Role::Cell, "c"),
            (Role::Cell, "d"),
            (Role::Body, "ls\n  -l"),
            (Role::Body, "Gras & fin"),
            (Role::Body, "Un\ndeux ."),
            (Role::Footnote, "Oui."),
            (Role::Footnote, "Enfin."),
            (Role::Footnote, "Non."),
        ]
    );
    assert_eq!(found.witness.structure[0].skip, Some(Skip::Metadata));
    assert_eq!(found.witness.labels[0].name, "note 1");
}

#[test]
fn markdown_is_told_by_its_name_alone() {
    let text = "# Le pont\n";
    let read = |path: &str| read_bytes(text.into(), path, Siglum::nth(0), &french()).expect("text");
    assert_eq!(read("pont.md").witness.text, "Le pont\n");
    assert_eq!(read("pont.txt").witness.text, text);
    assert_eq!(
        fixture("documents/mill.md", &french()).notes,
        [] as [Note; 0]
    );
}

#[test]
fn marks_of_pandoc_are_no_text() {
    let found = markdown(
        "::: {#intro .WordSection1}\n# Le pont {#pont .unnumbered}\n\nLe [vieux]{.underline} pont^[Une note au vol.] sur m^2^ et \
         H~2~O[^1], ~~non~~.\n:::\n\n| Roses,\n| belles encore\n\n+-----+-----+\n| Un  | Deux|\n| mot |     |\n+=====+=====+\n| c   | d   |\n\
         +-----+-----+\n\n``` {=html}\n<hr>\n```\n\n![Figure](a.png){width=\"2in\"}\n\n[^1]: Autre note.\n",
    );
    assert_eq!(
        structure(&found),
        [
            (Role::Heading, "Le pont"),
            (Role::Body, "Le vieux pont sur m2 et H2O, ."),
            (Role::Body, "Roses,\nbelles encore"),
            (Role::Body, "Un mot"),
            (Role::Body, "Deux"),
            (Role::Body, "c"),
            (Role::Body, "d"),
            (Role::Footnote, "Autre note."),
            (Role::Footnote, "Une note au vol."),
        ]
    );
}

#[test]
fn hostile_markdown_is_read() {
    assert_eq!(markdown("[^a]: [^a]\n\n[^a] ![").witness.text, "![\n");
    for mark in [
        "> ", "- ", "*", "[", "`", "<!--", "| ", "[^", "![](", "{", "^[", "[]{.a}", "::: ",
        "+--+\n",
    ] {
        markdown(&mark.repeat(20_000));
    }
}
