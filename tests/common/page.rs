//! A built page, read as a browser reads it.

use scraper::{ElementRef, Html, Selector};

/// The elements that a CSS selector picks.
pub(crate) fn select<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).collect()
}

/// The one element that a CSS selector picks.
#[track_caller]
pub(crate) fn one<'h>(page: &'h Html, selector: &str) -> ElementRef<'h> {
    let found = select(page, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

/// An attribute of the one element that a CSS selector picks.
#[track_caller]
pub(crate) fn attribute(page: &Html, selector: &str, name: &str) -> String {
    let value = one(page, selector).value().attr(name);
    value
        .unwrap_or_else(|| panic!("{selector} has no {name}"))
        .to_owned()
}

/// An attribute of all elements that a CSS selector picks.
pub(crate) fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let elements = select(page, selector);
    let values = elements
        .iter()
        .filter_map(|element| element.value().attr(name));
    values.map(str::to_owned).collect()
}

/// The words of an element, with single spaces between them.
pub(crate) fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
