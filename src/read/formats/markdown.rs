//! Markdown: the text without its marks. The head of a file (YAML) is skipped, and notes stand behind the text.

mod pandoc;

use std::collections::BTreeMap;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::flow::Flow;
use super::tags;
use crate::read::document::Document;
use crate::witness::{Role, Skip};

/// Begins the name of a note that stands within a line: no name that a text gives.
const INLINE: &str = "^";

/// Reads Markdown.
pub(super) fn read(text: &str) -> Document {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_SUPERSCRIPT
        | Options::ENABLE_SUBSCRIPT
        | Options::ENABLE_MATH;
    let mut writer = Writer::default();
    for event in Parser::new_ext(&pandoc::blocks(text), options) {
        writer.take(event);
    }
    writer.finished()
}

#[derive(Default)]
struct Writer {
    document: Document,
    flow: Flow,
    /// The roles of the blocks that are open, and have one.
    roles: Vec<Role>,
    /// How many elements are open whose text is none of the document.
    dropped: usize,
    /// Whether a block of code is open, the head of the file, a block of HTML.
    code: bool,
    head: bool,
    html: String,
    /// Whether the block of code is for another format.
    raw: bool,
    /// The note that is open, and the notes by their names.
    note: Option<String>,
    notes: BTreeMap<String, Vec<String>>,
    /// The names of notes, in the order in which the text calls them.
    calls: Vec<String>,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.push(|flow| flow.push_verbatim(&text)),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.push(|flow| flow.push(&text)),
            Event::SoftBreak => self.push(|flow| flow.push(" ")),
            Event::HardBreak => self.push(Flow::end_line),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => {
                self.push(Flow::end_line);
            }
            Event::Html(text) => self.html.push_str(&text),
            Event::FootnoteReference(name) => {
                self.calls.push(name.to_string());
            }
            Event::Rule => self.flush(),
            Event::InlineHtml(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn push(&mut self, put: impl FnOnce(&mut Flow)) {
        if self.dropped == 0 {
            put(&mut self.flow);
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            // They say how it looks.
            Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Superscript | Tag::Subscript => {
                return;
            }
            Tag::Image { .. } | Tag::Strikethrough => {
                self.dropped += 1;
                return;
            }
            _ => self.flush(),
        }
        match tag {
            Tag::Heading { .. } => self.roles.push(Role::Heading),
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.roles.push(Role::Item);
            }
            Tag::TableCell => self.roles.push(Role::Cell),
            Tag::CodeBlock(kind) => {
                self.code = true;
                // What is for another format is no text here.
                let is_raw = matches!(kind, CodeBlockKind::Fenced(info) if info.starts_with("{="));
                self.raw = is_raw;
            }
            Tag::MetadataBlock(_) => (self.code, self.head) = (true, true),
            Tag::FootnoteDefinition(name) => self.note = Some(name.to_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript => return,
            TagEnd::Image | TagEnd::Strikethrough => {
                self.dropped = self.dropped.saturating_sub(1);
                return;
            }
            TagEnd::HtmlBlock => self.html(),
            _ => self.flush(),
        }
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableCell => drop(self.roles.pop()),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => {
                (self.code, self.head, self.raw) = (false, false, false);
            }
            TagEnd::FootnoteDefinition => self.note = None,
            _ => {}
        }
    }

    /// Ends the paragraph that is open.
    fn flush(&mut self) {
        let Some(text) = self.flow.take() else { return };
        if self.raw {
            return;
        }
        let (text, notes) = match self.code {
            true => (text, Vec::new()),
            false => pandoc::inline(&text),
        };
        for note in notes {
            let name = format!("{INLINE}{}", self.calls.len());
            self.calls.push(name.clone());
            self.notes.insert(name, vec![note]);
        }
        if let Some(note) = &self.note {
            self.notes.entry(note.clone()).or_default().push(text);
            return;
        }
        let role = self.roles.last().copied().unwrap_or_default();
        let skip = self.head.then_some(Skip::Metadata);
        self.document.push(&text, role, skip);
    }

    /// The text in a block of HTML.
    fn html(&mut self) {
        let html = std::mem::take(&mut self.html);
        let mut rest = html.as_str();
        while let Some((before, comment)) = rest.split_once("<!--") {
            self.flow.push(&tags::removed(before));
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
        }
        self.flow.push(&tags::removed(rest));
        self.flush();
    }

    /// The document, with its notes in the order in which the text calls them, and behind these those that it does not call.
    fn finished(mut self) -> Document {
        self.flush();
        let mut number = 0;
        for name in std::mem::take(&mut self.calls) {
            if let Some(paragraphs) = self.notes.remove(&name) {
                number += 1;
                self.document.note(&number.to_string(), &paragraphs);
            }
        }
        for (name, paragraphs) in std::mem::take(&mut self.notes) {
            self.document.note(&name, &paragraphs);
        }
        self.document.finished()
    }
}
