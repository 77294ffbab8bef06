//! Workbooks in binary: records made by hand, damaged ones, and ones that set traps.

use enregard::read::Kind;
use proptest::prelude::*;

use super::documents::archive_of_bytes;
use super::sheets::{cells, refusal, try_part};

fn fixture() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/sheets/bridge.xls");
    std::fs::read(path).expect("a fixture")
}

/// A record of an old workbook.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = data.len() as u16;
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// The beginning of a list of records, of Excel 97.
fn bof() -> Vec<u8> {
    record(0x809, &[0, 6, 5, 0])
}

fn eof() -> Vec<u8> {
    record(0x0a, &[])
}

/// A container with one stream, which stands in sectors one behind the other.
fn container(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    // A shorter one would stand elsewhere.
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let tables = (sectors + 2).div_ceil(127);
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.resize(512, 0xff);
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(30, &9_u16.to_le_bytes());
    put(48, &(tables as u32).to_le_bytes());
    for table in 0..tables {
        put(76 + 4 * table, &(table as u32).to_le_bytes());
    }
    // The table, the directory, the stream.
    let end = 0xffff_fffe_u32;
    let mut next = vec![0xffff_fffd; tables];
    next.push(end);
    let first = tables + 1;
    next.extend((1..sectors).map(|n| (first + n) as u32));
    next.push(end);
    next.resize(tables * 128, 0xffff_ffff);
    let mut directory = Vec::new();
    for (name, start, length) in [
        ("Root Entry", end, 0),
        ("Workbook", first as u32, stream.len()),
    ] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let said = entry.len() as u16 + 2;
        entry.resize(128, 0);
        entry[64..66].copy_from_slice(&said.to_le_bytes());
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&(length as u32).to_le_bytes());
        directory.extend(entry);
    }
    directory.resize(512, 0);
    let next = next.into_iter().flat_map(u32::to_le_bytes);
    header
        .into_iter()
        .chain(next)
        .chain(directory)
        .chain(stream)
        .collect()
}

/// An old workbook of sheets, each the records between its beginning and its end, with records of the whole before.
fn old(globals: &[Vec<u8>], sheets: &[Vec<Vec<u8>>]) -> Vec<u8> {
    let names = 17 * sheets.len();
    let mut start = bof().len() + globals.concat().len() + names + eof().len();
    let (mut list, mut rest) = (Vec::new(), Vec::new());
    for (n, sheet) in sheets.iter().enumerate() {
        let name = [2, 0, b'S', b'0' + n as u8];
        list.push(record(
            0x85,
            &[&(start as u32).to_le_bytes()[..], &[0, 0], &name, &[0; 3]].concat(),
        ));
        let sheet = [bof(), sheet.concat(), eof()].concat();
        start += sheet.len();
        rest.extend(sheet);
    }
    container(&[bof(), globals.concat(), list.concat(), eof(), rest].concat())
}

/// The place of a cell, and its looks.
fn place(row: u16, column: u16) -> Vec<u8> {
    [row, column, 0]
        .into_iter()
        .flat_map(u16::to_le_bytes)
        .collect()
}

/// A cell with a text that is told in it.
fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = (units.len() / 2) as u16;
    record(
        0x204,
        &[
            place(row, column),
            length.to_le_bytes().to_vec(),
            vec![1],
            units,
        ]
        .concat(),
    )
}

fn row(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn texts_that_go_on_in_another_record_are_one() {
    // The first text is cut within, where its letters get wider; the second has looks and sounds behind it.
    let first = [
        &2_u32.to_le_bytes()[..],
        &2_u32.to_le_bytes(),
        &9_u16.to_le_bytes(),
        b"\x00Une \xe9t",
    ]
    .concat();
    let more = [
        &[1, b'o', 0, 0x53, 0x01, b's', 0][..],
        &2_u16.to_le_bytes(),
        &[0x0c, 1, 0, 3, 0, 0, 0, b'o', b'k', 0, 0, 0, 0, 9, 9, 9],
    ]
    .concat();
    let globals = [record(0xfc, &first), record(0x3c, &more)];
    let cell = |row: u16, n: u32| record(0xfd, &[place(row, 1), n.to_le_bytes().to_vec()].concat());
    let formula = record(
        0x06,
        &[place(4, 1), vec![0, 0, 0, 0, 0, 0, 0xff, 0xff], vec![0; 8]].concat(),
    );
    let result = record(0x207, &[&[4, 0, 0][..], b"deux"].concat());
    // A chart within has cells of its own.
    let chart = [bof(), label(1, 1, "courbe"), eof()].concat();
    let sheet = vec![cell(0, 0), chart, cell(2, 1), cell(3, 7), formula, result];
    let book = old(&globals, &[vec![], sheet]);
    let found = cells(&book, Kind::Xls, Some("B"));
    assert_eq!(
        found,
        [row("1", "Une étoœs"), row("3", "ok"), row("5", "deux")]
    );
}

#[test]
fn old_workbooks_that_set_traps() {
    let long = "mot ".repeat(8000);
    let text = [
        &1_u32.to_le_bytes()[..],
        &1_u32.to_le_bytes(),
        &32000_u16.to_le_bytes(),
        &[0],
    ]
    .concat();
    let (first, rest) = long.as_bytes().split_at(8000);
    let mut globals = vec![record(0xfc, &[&text, first].concat())];
    globals.extend(
        rest.chunks(8000)
            .map(|part| record(0x3c, &[&[0], part].concat())),
    );
    let cell = |n: u16| record(0xfd, &[place(n, 0), vec![0; 4]].concat());
    let said = refusal(
        &old(&globals, &[(0..20_000).map(cell).collect()]),
        Kind::Xls,
        Some("A"),
    );
    assert!(said.contains("unpacks to more than 512 MiB"), "{said}");
    // The last cell there is takes no more room than the first.
    let far = old(
        &[],
        &[vec![
            label(0, 0, "Le début est ici"),
            label(u16::MAX, u16::MAX, "x"),
            label(u16::MAX, 255, "La fin est là"),
        ]],
    );
    assert_eq!(
        cells(&far, Kind::Xls, Some("IV")),
        [row("65536", "La fin est là")]
    );
    // Sheets that are one and the same would take the square of their length.
    let long = (0..100).map(|n| label(n, 0, "Il dort bien.")).collect();
    let mut twice = old(&[], &[long, vec![], vec![]]);
    let starts = [b"S0", b"S1", b"S2"].map(|name| {
        let at = twice.windows(4).position(|w| w == [2, 0, name[0], name[1]]);
        at.expect("a name") - 6
    });
    for at in &starts[1..] {
        twice.copy_within(starts[0]..starts[0] + 4, *at);
    }
    let said = refusal(&twice, Kind::Xls, Some("A"));
    assert!(said.contains("its sheets lie in each other"), "{said}");
    let sheets = vec![vec![label(0, 0, "Il dort bien.")]; 2];
    let locked = refusal(
        &old(&[record(0x2f, &[1, 0])], &sheets),
        Kind::Xls,
        Some("A"),
    );
    assert!(
        locked.contains("is encrypted; save it without a password"),
        "{locked}"
    );
    // A chain of sectors that goes in circles.
    let mut circle = fixture();
    let table =
        512 * (1 + u32::from_le_bytes([circle[76], circle[77], circle[78], circle[79]]) as usize);
    for sector in 0..128_usize {
        circle[table + 4 * sector..][..4].copy_from_slice(&(sector as u32).to_le_bytes());
    }
    let said = refusal(&circle, Kind::Xls, None);
    assert!(
        said.contains("is damaged (its sectors do not hang together)"),
        "{said}"
    );
    let cut = refusal(&fixture()[..5400], Kind::Xls, None);
    assert!(cut.contains("is damaged"), "{cut}");
}

/// A record of a binary workbook.
fn part(kind: u16, data: &[u8]) -> Vec<u8> {
    let kind = match kind {
        0..0x80 => vec![kind as u8],
        kind => vec![kind as u8 | 0x80, (kind >> 7) as u8],
    };
    let length = [data.len() as u8 | 0x80, (data.len() >> 7) as u8];
    [&kind, &length[..], data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&((units.len() / 2) as u32).to_le_bytes()[..], &units].concat()
}

/// A binary workbook of one sheet with these records.
fn binary(strings: &[&str], sheet: &[Vec<u8>]) -> Vec<u8> {
    let main = part(156, &[vec![0; 8], wide("r1"), wide("Un")].concat());
    let links = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.bin"/>
        <Relationship Id="r2" Type="x/sharedStrings" Target="strings.bin"/></Relationships>"#;
    let strings: Vec<u8> = strings
        .iter()
        .flat_map(|text| part(19, &[vec![0], wide(text)].concat()))
        .collect();
    archive_of_bytes(&[
        ("xl/workbook.bin", &main),
        ("xl/_rels/workbook.bin.rels", links.as_bytes()),
        ("xl/strings.bin", &strings),
        ("xl/worksheets/s.bin", &sheet.concat()),
    ])
}

fn in_column(kind: u16, column: u32, data: &[u8]) -> Vec<u8> {
    part(kind, &[&column.to_le_bytes()[..], &[0; 4], data].concat())
}

#[test]
fn a_binary_workbook_has_texts_shared_and_its_own() {
    let sheet = [
        part(145, &[]),
        part(0, &2_u32.to_le_bytes()),
        in_column(2, 0, &(7_u32 << 2 | 2).to_le_bytes()),
        in_column(7, 1, &0_u32.to_le_bytes()),
        in_column(6, 3, &wide("Ou il pleut.")),
        part(0, &4_u32.to_le_bytes()),
        in_column(7, 1, &9_u32.to_le_bytes()),
        in_column(8, 1, &[wide("Elle sort."), vec![1, 2, 3]].concat()),
        in_column(62, 3, &[vec![1], wide("Ou elle part.")].concat()),
    ];
    let book = binary(&["Il pleut.", "Jamais"], &sheet);
    assert_eq!(
        cells(&book, Kind::Xlsb, Some("B")),
        [row("3", "Il pleut."), row("5", "Elle sort.")]
    );
    assert_eq!(
        cells(&book, Kind::Xlsb, Some("Un!D")),
        [row("3", "Ou il pleut."), row("5", "Ou elle part.")]
    );
    assert_eq!(cells(&book, Kind::Xlsb, Some("A")), [row("3", "7")]);
    let said = refusal(&book, Kind::Xlsb, Some("E"));
    assert!(
        said.contains("there is no `E` in it; there are A, B, D"),
        "{said}"
    );
}

#[test]
fn damaged_and_hostile_binary_workbooks() {
    let cut = binary(&[], &[part(0, &[0; 4]), vec![6, 0x90, 1, 0]]);
    let said = refusal(&cut, Kind::Xlsb, None);
    assert!(
        said.contains("xl/worksheets/s.bin is damaged (its list of records breaks off)"),
        "{said}"
    );
    let long = "mot ".repeat(2000);
    let shared = in_column(7, 0, &[0; 4]);
    let said = refusal(
        &binary(&[&long], &vec![shared; 70_000]),
        Kind::Xlsb,
        Some("A"),
    );
    assert!(said.contains("unpacks to more than 512 MiB"), "{said}");
    let said = refusal(b"PK\x03\x04xl/workbook.bin", Kind::Xlsb, None);
    assert!(said.contains("is damaged"), "{said}");
}

proptest! {
    #[test]
    fn an_old_workbook_with_any_bytes_changed_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let mut bytes = fixture();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Err(error) = try_part(&bytes, Kind::Xls, Some("A")) {
            prop_assert!(error.to_string().starts_with("a: "));
        }
    }
}
