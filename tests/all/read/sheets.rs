//! Columns of tables, workbooks and JSON: which is text, how one is named, and what is wrong with those that cannot be read.

use enregard::Error;
use enregard::read::{Kind, Note, ReadOptions, Reading, read, read_bytes};
use enregard::witness::{Level, Siglum};

use super::documents::archive;
use super::{encode, french, parts, titled};

pub fn try_part(bytes: &[u8], kind: Kind, part: Option<&str>) -> Result<Reading, Error> {
    let options = ReadOptions {
        kind: Some(kind),
        part: part.map(str::to_owned),
        ..french()
    };
    read_bytes(bytes.to_vec(), "a", Siglum::nth(0), &options)
}

/// The cells of a part, with the names of their rows.
pub fn cells(bytes: &[u8], kind: Kind, part: Option<&str>) -> Vec<(String, String)> {
    let witness = try_part(bytes, kind, part).expect("a text").witness;
    let labels = witness.labels.iter();
    labels
        .map(|label| (label.name.clone(), witness.slice(label.span).to_owned()))
        .collect()
}

fn texts(bytes: &[u8], kind: Kind, part: Option<&str>) -> Vec<String> {
    cells(bytes, kind, part)
        .into_iter()
        .map(|(_, text)| text)
        .collect()
}

pub fn refusal(bytes: &[u8], kind: Kind, part: Option<&str>) -> String {
    try_part(bytes, kind, part)
        .expect_err("no text")
        .to_string()
}

const TABLE: &str = "id,vieux,neuf\n1,\"Il pleut, dit-il.\",\"Il pleut \"\"fort\"\".\"\n2,,Elle sort d’ici.\n3,Le vent\u{a0}souffle.,\"Il vente,\nil neige.\"\n";

#[test]
fn a_column_is_named_by_its_name_its_letter_or_its_number() {
    let old = [("1", "Il pleut, dit-il."), ("3", "Le vent\u{a0}souffle.")];
    let old = old.map(|(row, text)| (row.to_owned(), text.to_owned()));
    for name in ["vieux", "Vieux", "B", "b", "2"] {
        assert_eq!(
            cells(TABLE.as_bytes(), Kind::Csv, Some(name)),
            old,
            "{name}"
        );
    }
    assert_eq!(
        texts(TABLE.as_bytes(), Kind::Csv, Some("neuf")),
        [
            "Il pleut \"fort\".",
            "Elle sort d’ici.",
            "Il vente,\nil neige."
        ]
    );
    let said = refusal(TABLE.as_bytes(), Kind::Csv, Some("ancien"));
    assert_eq!(
        said,
        "a: is a table (.csv), but there is no `ancien` in it; there are id, vieux, neuf"
    );
}

#[test]
fn rows_are_named_by_a_column_that_is_there_for_it() {
    let labels = |table: &str| -> Vec<String> {
        let cells = cells(table.as_bytes(), Kind::Csv, Some("texte"));
        cells.into_iter().map(|(label, _)| label).collect()
    };
    assert_eq!(
        labels("Réf.;texte\nArt. 2;Il pleut fort.\n\nArt. 1;Elle sort.\n"),
        ["Art. 2", "Art. 1"]
    );
    // Where a row has none, or two have the same, rows have their numbers.
    for table in [
        "id,texte\nx,Il pleut fort.\n,Elle sort.\n",
        "id,texte\nx,Il pleut fort.\nx,Elle sort.\n",
        "titre,texte\nx,Il pleut fort.\ny,Elle sort.\n",
    ] {
        assert_eq!(labels(table), ["2", "3"], "{table}");
    }
}

#[test]
fn values_are_separated_by_what_makes_rows_equally_long() {
    for (separator, kind) in [
        (",", Kind::Csv),
        (";", Kind::Csv),
        ("\t", Kind::Tsv),
        ("|", Kind::Csv),
    ] {
        let table = [
            ["Il dort, je crois", "Elle rit; lui aussi"],
            ["Oui, oui et non", "Non"],
            ["Un, deux, trois", "Quatre, ou cinq"],
        ];
        let lines = table.map(|row| row.map(|cell| format!("\"{cell}\"")).join(separator));
        assert_eq!(
            texts(lines.join("\r\n").as_bytes(), kind, Some("2")),
            ["Elle rit; lui aussi", "Non", "Quatre, ou cinq"],
            "{separator}"
        );
    }
    // Where tabs separate, quotation marks are text; Excel says itself how it separates.
    let raw = "\"Oui,\" dit-il.\t\"Non,\" dit-elle.\n\"Va !\tReste !\n";
    assert_eq!(
        texts(raw.as_bytes(), Kind::Tsv, Some("A")),
        ["\"Oui,\" dit-il.", "\"Va !"]
    );
    let told = "sep=;\nun, deux;trois\nquatre, cinq;six\n";
    assert_eq!(
        texts(told.as_bytes(), Kind::Csv, Some("A")),
        ["un, deux", "quatre, cinq"]
    );
}

#[test]
fn the_first_row_is_text_where_it_names_nothing() {
    let bare = "Il pleut.,Il vente.\nElle sort.,Elle part.\n";
    assert_eq!(
        texts(bare.as_bytes(), Kind::Csv, Some("A")),
        ["Il pleut.", "Elle sort."]
    );
    // Of words the names of the columns are known where one is named.
    let words = "mot,synonyme\nchat,matou\nmaison,logis\n";
    assert_eq!(
        texts(words.as_bytes(), Kind::Csv, Some("synonyme")),
        ["matou", "logis"]
    );
}

#[test]
fn long_names_of_columns_and_columns_of_numbers_tell_a_first_row_of_names() {
    let name = "Traduction de Louis Segond, édition révisée de 1910 (texte établi)";
    let long = "La nuit tombe sur la ville et les lampes s’allument une à une. ".repeat(3);
    let table = format!("{name},Version de travail\n{long},{long}\n");
    assert_eq!(
        texts(table.as_bytes(), Kind::Csv, Some("A")),
        [long.trim_end()]
    );
    let short = "Numéro,Mot,Synonyme\n1,chat,matou\n2,maison,logis\n";
    assert_eq!(
        texts(short.as_bytes(), Kind::Csv, Some("C")),
        ["matou", "logis"]
    );
    // Words in all columns, the first row no shorter than the others: it may be words as they are.
    let words = "mot,synonyme\nchat,matou\n";
    assert_eq!(
        texts(words.as_bytes(), Kind::Csv, Some("B")),
        ["synonyme", "matou"]
    );
}

#[test]
fn a_few_words_among_numbers_are_text() {
    let table = "1\n2\n3\nUne remarque sur les nombres.\n";
    let found = try_part(table.as_bytes(), Kind::Csv, None).expect("a text");
    assert!(found.witness.text.contains("Une remarque"));
}

#[test]
fn without_a_name_all_text_is_read_row_by_row() {
    let found = try_part(TABLE.as_bytes(), Kind::Csv, None).expect("a text");
    assert_eq!(found.notes, [Note::AllColumns]);
    assert_eq!(
        found.witness.text,
        "Il pleut, dit-il.\nIl pleut \"fort\".\nElle sort d’ici.\nLe vent\u{a0}souffle.\nIl vente,\nil neige.\n"
    );
    let one = "id,texte,statut\n1,Il pleut fort.,ok\n2,Elle sort.,ok\n";
    let found = try_part(one.as_bytes(), Kind::Csv, None).expect("a text");
    assert_eq!(
        (found.notes.as_slice(), found.witness.text.as_str()),
        (&[][..], "Il pleut fort.\nElle sort.\n")
    );
}

#[test]
fn by_line_each_row_is_a_line() {
    let options = ReadOptions {
        kind: Some(Kind::Csv),
        part: Some("neuf".to_owned()),
        level: Level::Line,
        ..french()
    };
    let read = |text: &str| {
        let reading = read_bytes(text.into(), "a", Siglum::nth(0), &options).expect("a text");
        reading.witness
    };
    assert_eq!(
        read(TABLE).text,
        "Il pleut \"fort\".\nElle sort d’ici.\nIl vente, il neige.\n"
    );
    let gaps = read("id,neuf\n1,Il pleut bien fort.\n2,\n3,Il vente aussi.\n");
    assert_eq!(gaps.text, "Il pleut bien fort.\n\nIl vente aussi.\n");
    assert_eq!(gaps.units().len(), 3);
}

#[test]
fn a_table_is_decoded_as_texts_are() {
    let table = "id;texte\r\n1;Où est l’été de la forêt ?\r\n";
    let bytes = encode(table, "windows-1252");
    assert_eq!(
        texts(&bytes, Kind::Csv, Some("texte")),
        ["Où est l’été de la forêt ?"]
    );
}

#[test]
fn damaged_and_hostile_tables() {
    let said = refusal(b"un;deux\ntrois;\"quatre\ncinq;six\n", Kind::Csv, Some("A"));
    assert!(
        said.contains("line 2: the quotation mark that begins a cell is closed nowhere"),
        "{said}"
    );
    // A row that is short, one that is long, and a hundred thousand columns.
    let ragged = "fr,en\nIl pleut fort.\nElle sort d’ici.,She is going out.,x,y,z\n";
    assert_eq!(
        texts(ragged.as_bytes(), Kind::Csv, Some("fr")),
        ["Il pleut fort.", "Elle sort d’ici."]
    );
    let wide = "a ".repeat(3) + &",".repeat(100_000);
    assert_eq!(texts(wide.as_bytes(), Kind::Csv, Some("1")), ["a a a"]);
    for empty in ["", ",", "\"\"", "\n\n\n"] {
        let found = try_part(empty.as_bytes(), Kind::Csv, None).expect("a text");
        assert_eq!(found.witness.units().len(), 0, "{empty:?}");
    }
}

/// A workbook of sheets, in their XML.
fn workbook(strings: &str, sheets: &[(&str, &str)]) -> Vec<u8> {
    let names: String = (1..)
        .zip(sheets)
        .map(|(n, (name, _))| format!(r#"<sheet name="{name}" r:id="r{n}"/>"#))
        .collect();
    let links: String = (1..=sheets.len())
        .map(|n| {
            format!(r#"<Relationship Id="r{n}" Type="x/worksheet" Target="worksheets/s{n}.xml"/>"#)
        })
        .collect();
    let mut parts = vec![
        (
            "xl/workbook.xml".to_owned(),
            format!(r#"<workbook xmlns:r="r"><sheets>{names}</sheets></workbook>"#),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                r#"<Relationships>{links}<Relationship Id="s" Type="x/sharedStrings" Target="/xl/strings.xml"/></Relationships>"#
            ),
        ),
        ("xl/strings.xml".to_owned(), format!("<sst>{strings}</sst>")),
    ];
    for (n, (_, rows)) in (1..).zip(sheets) {
        let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/s{n}.xml"), sheet));
    }
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    archive(&parts)
}

#[test]
fn a_workbook_of_a_spreadsheet_program() {
    for file in ["bridge.xlsx", "bridge.ods", "bridge.xls"] {
        let path = format!("{}/fixtures/sheets/{file}", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(parts(&path, &french()), titled(["martin", "darby"]));
        for part in ["darby", "C", "bridge!darby"] {
            let reading =
                read(format!("{path}#{part}"), Siglum::nth(0), &french()).expect("a column");
            assert_eq!(
                reading.witness.text,
                "Le pont ancien de Sarlat remonte au douzième siècle. On le restaura en 1890.\nOn le ferma en 1944.\nIl a rouvert depuis.\n"
            );
        }
    }
}

/// A spreadsheet of OpenDocument with these tables, in one flat file.
fn spreadsheet(tables: &str) -> Vec<u8> {
    let head = "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\" \
                xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"t\" xmlns:text=\"x\">";
    let body =
        format!("<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>");
    format!("{head}{body}</office:document>").into_bytes()
}

#[test]
fn cells_of_a_spreadsheet_that_are_told_once_stand_as_often_as_they_do() {
    let tables = r#"<table:table table:name="Vide"><table:table-row table:number-rows-repeated="1048576">
        <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
        <table:table table:name="Un"><table:table-row table:number-rows-repeated="7"/><table:table-row table:number-rows-repeated="2">
        <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Il <text:s/>dort.</text:p>
        <text:p>Elle<text:line-break/>rit.</text:p><office:annotation><text:p>Non.</text:p></office:annotation></table:table-cell>
        </table:table-row></table:table>"#;
    let found = cells(&spreadsheet(tables), Kind::Ods, Some("Un!C"));
    let text = "Il dort.\nElle\nrit.";
    assert_eq!(
        found,
        [
            ("8".to_owned(), text.to_owned()),
            ("9".to_owned(), text.to_owned())
        ]
    );
    let bomb = |times: &str| {
        let row = format!(
            r#"<table:table><table:table-row/><table:table-row table:number-rows-repeated="{times}"><table:table-cell
            table:number-columns-repeated="{times}"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#
        );
        refusal(&spreadsheet(&row), Kind::Ods, Some("A"))
    };
    for times in ["1000000", "18446744073709551615"] {
        assert!(bomb(times).contains("unpacks to more than"), "{times}");
    }
}

#[test]
fn strings_of_a_workbook_are_read_as_they_are_shown() {
    let strings = "<si><r><t>Le </t></r><r><rPr/><t xml:space=\"preserve\">chat </t></r><r><t>dort</t></r><rPh><t>x</t></rPh></si>";
    let first = r#"<row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3"><f>1+1</f><v>2</v></c></row>
        <row><c t="inlineStr"><is><t>La nuit tombe</t></is></c><c t="s"><v>7</v></c><c t="b"><v>1</v></c></row>"#;
    let second = r#"<row r="1"><c r="A1" t="str"><v>Autre feuille ici</v></c></row>"#;
    let book = workbook(strings, &[("Vide", ""), ("Un", first), ("Deux", second)]);
    assert_eq!(
        cells(&book, Kind::Xlsx, Some("B")),
        [("3".to_owned(), "Le chat dort".to_owned())]
    );
    assert_eq!(
        cells(&book, Kind::Xlsx, Some("Un!A")),
        [("4".to_owned(), "La nuit tombe".to_owned())]
    );
    assert_eq!(
        texts(&book, Kind::Xlsx, Some("deux!A")),
        ["Autre feuille ici"]
    );
    assert_eq!(
        texts(&book, Kind::Xlsx, Some("Deux")),
        ["Autre feuille ici"]
    );
    let said = refusal(&book, Kind::Xlsx, Some("Trois!A"));
    assert!(
        said.contains("there is no `Trois!A` in it; there are Un!A, Un!B, Un!D"),
        "{said}"
    );
}

#[test]
fn damaged_and_hostile_workbooks() {
    let row = r#"<row><c t="s"><v>0</v></c><c t="s"><v>99999999999999999999</v></c></row>"#;
    let long = format!("<si><t>{}</t></si>", "mot ".repeat(1 << 18));
    // A megabyte that stands in six hundred cells.
    let said = refusal(
        &workbook(&long, &[("Un", &row.repeat(600))]),
        Kind::Xlsx,
        Some("A"),
    );
    assert!(said.contains("unpacks to more than 512 MiB"), "{said}");
    let said = refusal(&workbook("", &[("Un", "<row><c>")]), Kind::Xlsx, None);
    assert!(said.contains("is damaged"), "{said}");
    let said = refusal(b"PK\x03\x04xl/", Kind::Xlsx, None);
    assert!(said.contains("is damaged"), "{said}");
    let far = r#"<row r="1048576"><c r="XFD1048576" t="str"><v>Fin du monde</v></c></row><row r="2"><c r="ZZZZ2" t="str"><v>Loin</v></c></row>"#;
    assert_eq!(
        cells(&workbook("", &[("Un", far)]), Kind::Xlsx, Some("XFD")),
        [("1048576".to_owned(), "Fin du monde".to_owned())]
    );
}

#[test]
fn messages_in_json_have_their_keys_as_labels() {
    let json =
        r#"{"z": {"titre": "Bonjour", "n": 3}, "a": ["Un chat.", "Deux chats."], "vide": " "}"#;
    let all = [
        ("z.titre", "Bonjour"),
        ("a.1", "Un chat."),
        ("a.2", "Deux chats."),
    ];
    let all = all.map(|(key, text)| (key.to_owned(), text.to_owned()));
    assert_eq!(cells(json.as_bytes(), Kind::Json, None), all);
    assert_eq!(texts(json.as_bytes(), Kind::Json, Some("z")), ["Bonjour"]);
    let named = try_part(json.as_bytes(), Kind::Json, Some("a.2")).expect("a text");
    assert_eq!(named.witness.text, "Deux chats.\n");
    let said = refusal(json.as_bytes(), Kind::Json, Some("x"));
    assert_eq!(
        said,
        "a: is JSON, but there is no `x` in it; there are z, a, vide"
    );
}

#[test]
fn records_in_json_have_fields() {
    let list = r#"[{"id": 1, "t": {"fr": "Il pleut.", "en": "It rains."}}, {"t": {"fr": "Il vente."}, "mots": ["un", "deux"]}]"#;
    assert_eq!(
        texts(list.as_bytes(), Kind::Json, Some("t.fr")),
        ["Il pleut.", "Il vente."]
    );
    assert_eq!(
        texts(list.as_bytes(), Kind::Json, Some("mots")),
        ["un\ndeux"]
    );
    let wrapped = format!(r#"{{"version": 2, "data": {list}}}"#);
    assert_eq!(
        texts(wrapped.as_bytes(), Kind::Json, Some("t.en")),
        ["It rains."]
    );
    let lines = "{\"fr\": \"Il pleut.\"}\n\n{\"fr\": \"Il vente.\"}\n";
    let rows =
        [("1", "Il pleut."), ("3", "Il vente.")].map(|(n, text)| (n.to_owned(), text.to_owned()));
    assert_eq!(cells(lines.as_bytes(), Kind::JsonLines, Some("fr")), rows);
}

#[test]
fn damaged_and_hostile_json() {
    let said = refusal(b"{\"a\": \"x\",\n\"b\": }", Kind::Json, None);
    assert_eq!(
        said,
        "a: is JSON, but line 2 is no JSON (expected value); mend it there"
    );
    let said = refusal(b"{\"a\": 1}\n{\"a\": \n", Kind::JsonLines, None);
    assert!(
        said.contains("line 2 is no JSON (EOF while parsing"),
        "{said}"
    );
    let said = refusal("[".repeat(1_000_000).as_bytes(), Kind::Json, None);
    assert!(said.contains("recursion limit exceeded"), "{said}");
    let long = format!("{{\"n\": {}}}", "9".repeat(1000));
    let said = refusal(long.as_bytes(), Kind::Json, None);
    assert!(
        said.contains("line 1 is no JSON (number out of range)"),
        "{said}"
    );
}

#[test]
fn json_is_told_by_its_content() {
    for (text, part) in [
        (
            "{\"fr\": \"Il pleut.\"}\n{\"fr\": \"Il vente.\"}\n",
            Some("fr"),
        ),
        (
            "[\n {\"fr\": \"Il pleut.\"},\n {\"fr\": \"Il vente.\"}]",
            Some("fr"),
        ),
        ("{\n\"a\": \"Il pleut.\",\n\"b\": \"Il vente.\"}", None),
    ] {
        let options = ReadOptions {
            part: part.map(str::to_owned),
            ..french()
        };
        let reading = read_bytes(text.into(), "a", Siglum::nth(0), &options).expect("a text");
        assert_eq!(reading.witness.text, "Il pleut.\nIl vente.\n");
    }
    for text in ["{\"Oui\", dit-il.}", "[1] Il pleut.", "{a: 1}"] {
        let reading = read_bytes(text.into(), "a", Siglum::nth(0), &french()).expect("a text");
        assert_eq!(reading.witness.text, text);
    }
}

#[test]
fn a_file_of_that_very_name_is_meant_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path
    };
    let table = write("t#1.csv", "fr,en\nIl pleut fort.,It rains hard.\n");
    let text = |name: String| {
        let reading = read(name, Siglum::nth(0), &french());
        reading.map(|reading| reading.witness.text)
    };
    let named = |part: &str| format!("{}#{part}", table.display());
    assert_eq!(text(named("fr")).expect("a column"), "Il pleut fort.\n");
    assert_eq!(parts(&table, &french()), titled(["fr", "en"]));
    // Without a first row of names the columns go by their places, and have no titles.
    let bare = write("bare.csv", "1,Il pleut fort.,It rains hard.\n");
    let places = [("B".to_owned(), None), ("C".to_owned(), None)];
    assert_eq!(parts(bare, &french()), places);
    write("t#1.csv#en", "Autre chose.");
    assert_eq!(text(named("en")).expect("a file"), "Autre chose.");
    // What has no parts says so.
    let page = write("p.html", "<html><p>Il pleut.</html>");
    let said = text(format!("{}#x", page.display()))
        .expect_err("no part")
        .to_string();
    assert!(said.contains("has no part to name, such as `x`"), "{said}");
    let said = text(format!("{}#x", folder.path().join("none.csv").display()));
    assert!(
        said.expect_err("no file")
            .to_string()
            .ends_with("none.csv#x: no such file")
    );
}

/// Found by fuzzing: where hardly a cell has letters, the columns that have any are counted without a bound.
#[test]
fn a_column_of_numbers_with_a_letter_here_and_there_is_read() {
    let table = "7,1\nx,2\n8,3\ny,4\n9,5\n10,6\n11,7\n";
    assert_eq!(texts(table.as_bytes(), Kind::Csv, None).len(), 7);
}
