//! What stands around the text of a page, told by elements and their attributes.

/// How sure it is that an element holds nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clutter {
    /// It is where most of the page is not in it.
    Likely,
    /// It is on a page that holds an article.
    Sure,
    /// It is, in whatever stands.
    Always,
}

/// Parts of the names of classes that no text has, not even a book.
const ALWAYS: [&str; 2] = ["boilerplate", "toc"];

/// Parts of the names of classes that no text has.
const SURE: [&str; 43] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "commentlist",
    "consent",
    "cookie",
    "cookies",
    "didomi",
    "disqus",
    "editsection",
    "gdpr",
    "navbox",
    "newsletter",
    "noprint",
    "onetrust",
    "outbrain",
    "pager",
    "pagination",
    "printfooter",
    "promo",
    "pub",
    "publicite",
    "recommended",
    "related",
    "rgpd",
    "share",
    "sharedaddy",
    "sharing",
    "skiplink",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "tagcloud",
    "tarteaucitron",
    "trending",
];

/// Parts of the names of classes that the text itself may have, where it is made up with such things.
const LIKELY: [&str; 24] = [
    "banner",
    "catlinks",
    "footer",
    "header",
    "login",
    "masthead",
    "menu",
    "metabar",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "overlay",
    "popup",
    "rss",
    "search",
    "sidebar",
    "sidebars",
    "signin",
    "signup",
    "tags",
    "toolbar",
    "widget",
    "widgets",
];

/// Parts beside which the likely ones say nothing: `article-header`, `content-with-sidebar`.
const OF_TEXT: [&str; 16] = [
    "article",
    "body",
    "column",
    "container",
    "content",
    "contents",
    "entry",
    "layout",
    "main",
    "page",
    "post",
    "story",
    "text",
    "title",
    "wrap",
    "wrapper",
];

/// Parts that say what a page has, and not what the element is: `has-cookies`.
const OF_PAGE: [&str; 7] = [
    "has", "no", "with", "without", "enabled", "disabled", "open",
];

/// Whole names of what is there for programs that read aloud.
const HIDDEN: [&str; 4] = [
    "sr-only",
    "screen-reader-text",
    "visually-hidden",
    "mw-jump-link",
];

/// Whether an element says that it holds the main text.
pub(super) fn is_main<'a>(name: &str, value: impl Fn(&str) -> Option<&'a str>) -> bool {
    name == "main" || value("role") == Some("main") || value("itemprop") == Some("articleBody")
}

/// Whether an element is clutter, by its name and the value of each attribute.
pub(super) fn of<'a>(name: &str, value: impl Fn(&str) -> Option<&'a str>) -> Option<Clutter> {
    if matches!(name, "body" | "html" | "main" | "article") {
        return None;
    }
    let role = value("role").unwrap_or_default();
    if name == "nav" || value("epub:type") == Some("toc") {
        return Some(Clutter::Always);
    }
    if matches!(name, "dialog" | "button" | "menu" | "label" | "legend")
        || matches!(
            role,
            "navigation" | "dialog" | "alertdialog" | "menu" | "menubar" | "search" | "toolbar"
        )
    {
        return Some(Clutter::Sure);
    }
    let style: String = value("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_ascii_whitespace().collect();
    let hidden = value("hidden").is_some()
        || value("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
    let around = matches!(name, "header" | "footer" | "aside")
        || matches!(role, "banner" | "contentinfo" | "complementary");
    let names = [value("class"), value("id")].into_iter().flatten();
    let classes: Vec<&str> = names.flat_map(str::split_ascii_whitespace).collect();
    // The heads of tables are text, and so is that of an article.
    let likely = !matches!(name, "tr" | "th" | "thead" | "tfoot");
    let of_text = || name == "header" && classes.iter().any(|class| any(&parts(class), &OF_TEXT));
    let named = classes.iter().filter_map(|class| by_class(class));
    named
        .max()
        .filter(|&clutter| likely || clutter > Clutter::Likely)
        .max((hidden || around && !of_text()).then_some(Clutter::Likely))
}

/// Whether elements of a class are clutter.
fn by_class(class: &str) -> Option<Clutter> {
    if HIDDEN.contains(&class.to_ascii_lowercase().as_str()) {
        return Some(Clutter::Sure);
    }
    let parts = parts(class);
    let any = |of: &[&str]| any(&parts, of);
    if any(&OF_PAGE) {
        None
    } else if any(&ALWAYS) {
        Some(Clutter::Always)
    } else if any(&SURE) {
        Some(Clutter::Sure)
    } else if any(&LIKELY) && !any(&OF_TEXT) {
        Some(Clutter::Likely)
    } else {
        None
    }
}

fn any(parts: &[String], of: &[&str]) -> bool {
    parts.iter().any(|part| of.contains(&part.as_str()))
}

/// The words that a name is made of: `articleShare-bar` is `article`, `share`, `bar`.
fn parts(class: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut small = false;
    for c in class.chars() {
        if !c.is_alphabetic() || c.is_uppercase() && small {
            parts.push(String::new());
        }
        small = c.is_lowercase();
        if c.is_alphabetic()
            && let Some(part) = parts.last_mut()
        {
            part.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::{Clutter, by_class, of};

    #[test]
    fn classes_tell() {
        for (class, clutter) in [
            ("cookie-banner", Some(Clutter::Sure)),
            ("articleShare", Some(Clutter::Sure)),
            ("site-header", Some(Clutter::Likely)),
            ("article__header", None),
            ("content-with-sidebar", None),
            ("has-cookies", None),
            ("shareholders", None),
            ("texte", None),
        ] {
            assert_eq!(by_class(class), clutter, "{class}");
        }
    }

    #[test]
    fn elements_and_attributes_tell() {
        let with = |name: &str, key: &'static str, value: &'static str| {
            of(name, |asked| (asked == key).then_some(value))
        };
        assert_eq!(with("nav", "", ""), Some(Clutter::Always));
        assert_eq!(
            with("div", "style", "color: red; Display : none"),
            Some(Clutter::Likely)
        );
        assert_eq!(with("div", "hidden", ""), Some(Clutter::Likely));
        assert_eq!(with("article", "class", "comments"), None);
        assert_eq!(with("header", "class", "article-head"), None);
        assert_eq!(with("header", "", ""), Some(Clutter::Likely));
        assert_eq!(with("tr", "class", "header"), None);
        assert_eq!(with("div", "id", "comments"), Some(Clutter::Sure));
    }
}
