//! Selectors: which elements of a file in XML or HTML are read. `body`, `div[@type=chapter]`, `#intro`, `div/lg/l`, `body//p`.

use crate::error::{Error, Result};

/// The most steps of a path.
const MOST_STEPS: usize = 32;

/// Names elements of a file in XML or HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    /// As it was given.
    pub(super) said: String,
    /// From the outermost element that is named inward.
    pub(super) steps: Vec<Step>,
}

/// What one element has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Its name, without the prefix of its namespace; `None` for any.
    pub(super) name: Option<String>,
    /// Whether it stands right in the element before it, and not somewhere in it.
    pub(super) child: bool,
    pub(super) tests: Vec<Test>,
}

/// What an attribute has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Test {
    /// Its name, without the prefix of its namespace.
    pub(super) attribute: String,
    /// What it is, or one of the words in it; `None` if it need only be there.
    pub(super) value: Option<String>,
}

impl Test {
    #[cfg(feature = "documents")]
    /// Whether an attribute with a value passes.
    pub(super) fn passes(&self, value: &str) -> bool {
        let wanted = self.value.as_deref();
        wanted.is_none_or(|wanted| {
            value == wanted || value.split_whitespace().any(|word| word == wanted)
        })
    }
}

impl Selector {
    /// The selector that is written so: names of elements, or `*`, with `[@attribute]`, `[@attribute=value]` and `#id` behind
    /// them; `/` between an element and one right in it, `//` between it and one anywhere in it.
    ///
    /// # Errors
    /// When it is written otherwise.
    pub fn parse(said: &str) -> Result<Self> {
        let unread = || Error::Selector {
            selector: said.to_owned(),
        };
        let mut steps = Vec::new();
        let path = said.trim();
        let path = path.strip_prefix("//").unwrap_or(path);
        let mut rest = Some(path);
        let mut child = false;
        while let Some(path) = rest {
            let end = step_end(path);
            steps.push(step(&path[..end], child).ok_or_else(unread)?);
            let behind = &path[end..];
            child = !behind.starts_with("//");
            let next = behind.strip_prefix("//").or(behind.strip_prefix('/'));
            rest = next;
        }
        match steps.len() <= MOST_STEPS {
            true => Ok(Self {
                said: said.to_owned(),
                steps,
            }),
            false => Err(unread()),
        }
    }
}

/// Where a step ends: before a slash that stands in no brackets.
fn step_end(path: &str) -> usize {
    let mut within = false;
    let end = path.find(|c| {
        within = (within || c == '[') && c != ']';
        c == '/' && !within
    });
    end.unwrap_or(path.len())
}

fn step(text: &str, child: bool) -> Option<Step> {
    let end = text.find(['[', '#']).unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut tests = Vec::new();
    while !rest.is_empty() {
        let test;
        (test, rest) = match rest.strip_prefix('#') {
            Some(id) => {
                let end = id.find(['[', '#']).unwrap_or(id.len());
                let (id, behind) = id.split_at(end);
                (("id", Some(id)), behind)
            }
            None => {
                let (test, behind) = rest.strip_prefix("[@")?.split_once(']')?;
                let test = match test.split_once('=') {
                    Some((name, value)) => (name.trim(), Some(unquoted(value.trim()))),
                    None => (test.trim(), None),
                };
                (test, behind)
            }
        };
        tests.push(Test {
            attribute: local(test.0)?.to_owned(),
            value: test.1.map(str::to_owned),
        });
    }
    let named = !name.is_empty() || !tests.is_empty();
    let name = match name {
        "" | "*" => None,
        name => Some(local(name)?.to_owned()),
    };
    named.then_some(Step { name, child, tests })
}

/// A name without the prefix of its namespace; nothing where it is none.
fn local(name: &str) -> Option<&str> {
    let name = name.rsplit(':').next()?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

fn unquoted(value: &str) -> &str {
    let within = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_tests() {
        let steps = |said: &str| Selector::parse(said).expect("a selector").steps;
        assert_eq!(steps("tei:body")[0].name.as_deref(), Some("body"));
        let path = steps("//div[@type='a/b'][@n]/lg//*#x");
        assert_eq!(path.len(), 3);
        let children: Vec<bool> = path.iter().map(|step| step.child).collect();
        assert_eq!(children, [false, true, false]);
        assert_eq!(path[0].tests[0].value.as_deref(), Some("a/b"));
        assert_eq!(path[0].tests[1].value, None);
        assert!(path[2].name.is_none() && path[2].tests[0].attribute == "id");
        assert!(path[0].tests[1].passes("") && path[2].tests[0].passes("y x"));
    }

    #[test]
    fn what_is_none_is_refused() {
        for said in [
            "",
            "/",
            "div/",
            "div[",
            "div[type=x]",
            "p:nth-child(2)",
            "a b",
            "div[@]",
        ] {
            assert!(Selector::parse(said).is_err(), "{said}");
        }
    }
}
