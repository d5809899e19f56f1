//! The words of a page as a reader sees them, and as a printer would set them.

use scraper::node::Element;
use scraper::{ElementRef, Node};

/// What is drawn before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Markers {
    /// Nothing: the words of the page as they are.
    None,
    /// What the approved text on paper has: a bullet, and a hyphen inside tables.
    Paper,
}

/// The words of an element, in order. What the page adds to the approved text, marked `data-ui`,
/// is left out when markers are drawn as on paper.
pub(crate) fn words(element: ElementRef<'_>, markers: Markers) -> Vec<String> {
    let mut text = String::new();
    collect(element, markers, &mut text);
    text.split_whitespace().map(str::to_owned).collect()
}

fn collect(element: ElementRef<'_>, markers: Markers, text: &mut String) {
    let paper = markers == Markers::Paper;
    if paper && element.value().attr("data-ui").is_some() {
        return;
    }
    let inline = is_inline(element.value());
    if !inline {
        text.push(' ');
    }
    if paper && element.value().name() == "li" && !in_typed_list(element) {
        text.push_str(if in_table(element) { "- " } else { "• " });
    }
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(words),
            _ => {
                if let Some(child) = ElementRef::wrap(child) {
                    collect(child, markers, text);
                }
            }
        }
    }
    if !inline {
        text.push(' ');
    }
}

/// Elements that stand within a line; before and after all others a browser begins a new line.
fn is_inline(element: &Element) -> bool {
    const INLINE: [&str; 9] = ["a", "b", "code", "dfn", "em", "i", "s", "span", "strong"];
    INLINE.contains(&element.name())
}

/// The markers of a typed list, such as "1)", stand in the text already.
fn in_typed_list(item: ElementRef<'_>) -> bool {
    let list = item.parent().and_then(ElementRef::wrap);
    list.is_some_and(|list| list.value().classes().any(|class| class == "typed"))
}

fn in_table(item: ElementRef<'_>) -> bool {
    let mut above = item.ancestors().filter_map(ElementRef::wrap);
    above.any(|element| element.value().name() == "table")
}
