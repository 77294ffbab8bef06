//! RTF: the text as it is printed, with tracked changes as accepted or as it was before them; headings, items and cells are told,
//! and notes stand behind the text. Comments, running heads, pictures and hidden text are left out.

mod groups;
mod lexer;

use std::collections::HashMap;

use encoding_rs::Encoding;

use super::blocks::Blocks;
use super::charset;
use super::source::Source;
use crate::error::Result;
use crate::read::document::Document;
use crate::read::{Note, Tracked};
use crate::witness::Role;
use groups::{Destination, Group};
use lexer::{Lexer, Piece};

/// Reads a document.
pub(super) fn read(bytes: &[u8], source: Source<'_>) -> Result<Document> {
    let mut reader = Reader::new(source.options.tracked);
    let mut lexer = Lexer::new(bytes);
    while let Some(piece) = lexer.next() {
        reader.take(piece, &mut lexer);
    }
    reader.decode();
    if reader.groups.len() > 1 {
        return Err(source.damaged("", "it ends in the middle"));
    }
    let is_tracked = reader.is_tracked;
    let mut document = reader.blocks.finished();
    if is_tracked {
        document.notes.push(match source.options.tracked {
            Tracked::Accepted => Note::TrackedAccepted,
            Tracked::Original => Note::TrackedOriginal,
        });
    }
    Ok(document)
}

/// What is said of the paragraph that is open.
#[derive(Debug, Default)]
struct Paragraph {
    style: i32,
    heading: bool,
    item: bool,
    cell: bool,
}

struct Reader {
    blocks: Blocks,
    tracked: Tracked,
    is_tracked: bool,
    /// The groups that are open, below them what holds outside of all.
    groups: Vec<Group>,
    paragraph: Paragraph,
    /// The encoding of the whole, and those of the fonts that have one.
    encoding: &'static Encoding,
    fonts: HashMap<i32, &'static Encoding>,
    /// The font, or the style, that is being described, and the name of the style so far.
    described: Option<i32>,
    name: String,
    /// The styles of headings.
    headings: Vec<i32>,
    /// Bytes of the text that are not decoded yet.
    bytes: Vec<u8>,
    /// How many characters are passed over: they stand for one that was told by its number.
    passed_over: usize,
    /// The first half of a character that is told in two.
    half: Option<u16>,
}

impl Reader {
    fn new(tracked: Tracked) -> Self {
        Self {
            blocks: Blocks::default(),
            tracked,
            is_tracked: false,
            groups: vec![Group {
                replacements: 1,
                ..Group::default()
            }],
            paragraph: Paragraph::default(),
            encoding: encoding_rs::WINDOWS_1252,
            fonts: HashMap::new(),
            described: None,
            name: String::new(),
            headings: Vec::new(),
            bytes: Vec::new(),
            passed_over: 0,
            half: None,
        }
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or_default()
    }

    /// Changes what holds in the group that is open.
    fn set(&mut self, change: impl FnOnce(&mut Group)) {
        self.decode();
        if let Some(group) = self.groups.last_mut() {
            change(group);
        }
    }

    fn take(&mut self, piece: Piece<'_>, lexer: &mut Lexer<'_>) {
        match piece {
            Piece::Byte(_) | Piece::Symbol(_) if self.passed_over > 0 => self.passed_over -= 1,
            Piece::Byte(byte) => self.bytes.push(byte),
            Piece::Symbol(c) => self.push(c),
            Piece::Open => {
                self.decode();
                let inner = Group {
                    opens: true,
                    begins: Destination::Same,
                    ..self.group()
                };
                self.groups.push(inner);
            }
            Piece::Close => self.close(),
            Piece::Star => self.set(|group| group.is_optional = true),
            Piece::Word(word, number) => self.word(word, number, lexer),
        }
        if !matches!(piece, Piece::Open | Piece::Star)
            && let Some(group) = self.groups.last_mut()
        {
            (group.opens, group.is_optional) = (false, false);
        }
    }

    fn close(&mut self) {
        self.decode();
        self.passed_over = 0;
        // What holds outside of all groups stays.
        if self.groups.len() < 2 {
            return;
        }
        let Some(group) = self.groups.pop() else {
            return;
        };
        match group.begins {
            Destination::Note => self.blocks.end_note(),
            Destination::Box => self.blocks.end_box(Role::Body),
            _ => {}
        }
        let styles = [group, self.group()].map(|group| group.destination);
        if styles == [Destination::Styles; 2] {
            self.end_style();
        }
    }

    /// A style has been described.
    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.name);
        let name = name.trim_end_matches(';').trim().to_lowercase();
        if name.starts_with("heading") || name == "title" || name == "subtitle" {
            self.headings.extend(self.described);
        }
        self.described = None;
    }

    fn word(&mut self, word: &str, number: Option<i32>, lexer: &mut Lexer<'_>) {
        let group = self.group();
        if group.opens && self.begin(word, group.is_optional) {
            return;
        }
        let is_on = number != Some(0);
        match word {
            "bin" => lexer.pass_over(usize::try_from(number.unwrap_or(0)).unwrap_or(0)),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => {
                let count = usize::try_from(number.unwrap_or(1)).unwrap_or(0);
                self.set(|group| group.replacements = count);
            }
            "ansicpg" => {
                if let Some(encoding) = number.and_then(charset::of_page) {
                    self.encoding = encoding;
                    self.set(|group| group.encoding = None);
                }
            }
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "f" => match group.destination {
                Destination::Fonts => self.described = number,
                _ => {
                    let encoding = self.fonts.get(&number.unwrap_or(0)).copied();
                    self.set(|group| group.encoding = encoding);
                }
            },
            "fcharset" => {
                let encoding = number.and_then(charset::of_font);
                if let (Some(font), Some(encoding)) = (self.described, encoding) {
                    self.fonts.insert(font, encoding);
                }
            }
            "s" if group.destination == Destination::Styles => {
                self.described = number;
            }
            "v" => self.set(|group| group.hidden = is_on),
            "deleted" => self.set(|group| group.deleted = is_on),
            "revised" => self.set(|group| group.inserted = is_on),
            "plain" => self.set(|group| {
                (group.hidden, group.deleted, group.inserted) = (false, false, false);
            }),
            _ if group.destination == Destination::Text => self.layout(word, number),
            _ => {}
        }
    }

    /// What a group is for, where its first word says it; whether it does.
    fn begin(&mut self, word: &str, is_optional: bool) -> bool {
        let outer = self.group().destination;
        let Some(destination) = groups::destination(word, is_optional) else {
            return false;
        };
        // In the styles those of characters are told from those of paragraphs.
        if matches!(outer, Destination::Nothing | Destination::Styles) {
            return outer == Destination::Nothing;
        }
        match destination {
            Destination::Note => self.blocks.begin_note(),
            Destination::Box => self.blocks.begin_box(),
            _ => {}
        }
        if word == "listtext" || word == "pntext" {
            self.paragraph.item = true;
        }
        self.set(|group| {
            group.begins = destination;
            group.destination = match destination {
                Destination::Note | Destination::Box => Destination::Text,
                Destination::Same => outer,
                destination => destination,
            };
        });
        true
    }

    /// A word that says how the text is laid out, or is a character.
    fn layout(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "sect" | "page" | "column" => self.end_paragraph(),
            "cell" | "nestcell" => {
                self.paragraph.cell = true;
                self.end_paragraph();
            }
            "row" | "nestrow" => self.end_paragraph(),
            "pard" => {
                self.decode();
                self.paragraph = Paragraph::default();
            }
            "s" => self.paragraph.style = number.unwrap_or(0),
            "outlinelevel" => self.paragraph.heading = number.is_some_and(|level| level < 9),
            "intbl" => self.paragraph.cell = true,
            "ls" => self.paragraph.item = number.is_some_and(|list| list > 0),
            "line" | "lbr" => {
                self.decode();
                if self.is_read() {
                    self.blocks.flow.end_line();
                }
            }
            word => {
                if let Some(c) = groups::character(word) {
                    self.push(c);
                }
            }
        }
    }

    fn end_paragraph(&mut self) {
        self.decode();
        let paragraph = &self.paragraph;
        let heading = paragraph.heading || self.headings.contains(&paragraph.style);
        let role = match (heading, paragraph.cell, paragraph.item) {
            (true, ..) => Role::Heading,
            (_, true, _) => Role::Cell,
            (_, _, true) => Role::Item,
            _ => Role::Body,
        };
        // The end of a paragraph may be a change that does not hold.
        if !self.is_undone() {
            self.blocks.flush(role, None);
        }
    }

    /// A character by its number, in 16 bits; those above are told in two.
    fn unicode(&mut self, number: i32) {
        let replaced = self.group().replacements;
        // Negative numbers are those from 32768.
        let unit = (number & 0xffff) as u16;
        let units = self.half.take().into_iter().chain([unit]);
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => self.push(c),
            _ if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            _ => self.push(char::REPLACEMENT_CHARACTER),
        }
        self.passed_over = replaced;
    }

    /// Whether what stands here is a change that does not hold.
    fn is_undone(&mut self) -> bool {
        let group = self.group();
        self.is_tracked |= group.deleted || group.inserted;
        match self.tracked {
            Tracked::Accepted => group.deleted,
            Tracked::Original => group.inserted,
        }
    }

    /// Whether what stands here is text that is read.
    fn is_read(&mut self) -> bool {
        let group = self.group();
        group.destination == Destination::Text && !group.hidden && !self.is_undone()
    }

    fn push(&mut self, c: char) {
        self.decode();
        self.write(c.encode_utf8(&mut [0; 4]));
    }

    /// Writes the bytes that have been read.
    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let encoding = self.group().encoding.unwrap_or(self.encoding);
        let bytes = std::mem::take(&mut self.bytes);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.write(&text);
    }

    fn write(&mut self, text: &str) {
        if self.group().destination == Destination::Styles {
            self.name.push_str(text);
        } else if self.is_read() {
            self.blocks.flow.push(text);
        }
    }
}
