//! What the elements of HTML are.

/// Elements that nothing ends.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements whose content is nothing that people read in its place.
const DROPPED: [&str; 20] = [
    "annotation",
    "audio",
    "canvas",
    "datalist",
    "del",
    "iframe",
    "map",
    "noscript",
    "object",
    "option",
    "rp",
    "rt",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
];

/// Elements that begin a paragraph, and end one.
const BLOCKS: [&str; 47] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "label",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that hold a part of the page, in which an article may stand.
const CONTAINERS: [&str; 14] = [
    "article", "body", "center", "details", "div", "form", "main", "section", "table", "tbody",
    "td", "tr", "header", "aside",
];

pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

pub(super) fn is_dropped(name: &str) -> bool {
    DROPPED.contains(&name)
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

pub(super) fn is_container(name: &str) -> bool {
    CONTAINERS.contains(&name)
}

pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

pub(super) fn is_item(name: &str) -> bool {
    matches!(name, "li" | "dt" | "dd")
}

pub(super) fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th")
}

/// Whether an element is a part of a table: others that end inside of one do not end it.
pub(super) fn is_of_table(name: &str) -> bool {
    is_cell(name)
        || matches!(
            name,
            "table" | "tbody" | "thead" | "tfoot" | "tr" | "caption"
        )
}

/// The elements that end where an element begins, and those in which they then stand and do not: `<li>` ends a `<li>` of the same
/// list.
pub(super) fn ended_by(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    Some(match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "tr" => (&["tr", "caption"], &["table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tbody" | "tfoot" | "thead" => (&["tbody", "thead", "tfoot", "caption"], &["table"]),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::BLOCKS;

    #[test]
    fn blocks_are_in_order() {
        assert!(BLOCKS.is_sorted());
    }
}
