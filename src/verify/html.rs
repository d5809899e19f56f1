use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::{Found, Frame, Hint, Source};

/// The words of a page as a reader sees them. `base_url` is the address of the site, below which a
/// page may say that it lies.
pub fn read_html(page: &str, base_url: &str) -> Found {
    let page = Html::parse_document(page);
    let mut found = Found::default();
    let article = first(&page, "article[data-policy][data-edition]");
    if let Some(article) = article {
        let said = |name: &str| article.value().attr(name).map(str::to_owned);
        found.source = Source::Article;
        found.hint = Hint {
            policy: said("data-policy"),
            edition: said("data-edition"),
            language: said("lang"),
            path: None,
        };
    } else if let Some(html) = first(&page, "html[lang]") {
        let lang = html.value().attr("lang").unwrap_or_default();
        found.hint.language = lang.split('-').next().map(str::to_owned);
    }
    if let Some(link) = first(&page, "link[rel=canonical]") {
        let href = link.value().attr("href").unwrap_or_default();
        found.hint.path = path(href, base_url);
    }
    found.frame = article.map(|article| Frame::of(&page, article));
    let element = article.or_else(|| first(&page, "body"));
    let element = element.unwrap_or_else(|| page.root_element());
    // What a page of tarmaq adds to the approved text is marked.
    let added = |element: ElementRef<'_>| element.attr("data-ui").is_some();
    for line in visible_lines(element, added) {
        found.take_line(&line);
    }
    found
}

/// The first element of a page that a selector names.
pub(super) fn first<'p>(page: &'p Html, selector: &str) -> Option<ElementRef<'p>> {
    select(page, selector).next()
}

/// All elements of a page that a selector names, in order.
pub(super) fn select<'p>(
    page: &'p Html,
    selector: &str,
) -> impl Iterator<Item = ElementRef<'p>> + use<'p> {
    let selector = Selector::parse(selector).ok();
    let elements = page.tree.nodes().filter_map(ElementRef::wrap);
    elements.filter(move |element| selector.as_ref().is_some_and(|s| s.matches(element)))
}

/// The folders of an address below that of the site; `None` for one of another site.
fn path(address: &str, base_url: &str) -> Option<Vec<String>> {
    let path = address.strip_prefix(base_url)?;
    let path = path.strip_prefix('/')?;
    let parts = path.split('/').filter(|part| !part.is_empty());
    Some(parts.map(str::to_owned).collect())
}

/// Text line by line, as a browser would set it.
#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    fn break_line(&mut self) {
        if !self.open.trim().is_empty() {
            self.done.push(std::mem::take(&mut self.open));
        }
        self.open.clear();
    }

    fn all(mut self) -> Vec<String> {
        self.break_line();
        self.done
    }
}

/// The lines of an element as a browser sets them, without those of the elements that are passed
/// over. It walks without recursion: a page may nest as deep as it likes.
pub(super) fn visible_lines(
    element: ElementRef<'_>,
    passed_over: impl Fn(ElementRef<'_>) -> bool,
) -> Vec<String> {
    let mut lines = Lines::default();
    let mut stack = vec![(*element, Step::Enter)];
    while let Some((node, step)) = stack.pop() {
        if let Node::Text(text) = node.value() {
            lines.open.push_str(text);
        }
        let Some(element) = ElementRef::wrap(node) else {
            continue;
        };
        if is_unseen(element.value()) || passed_over(element) {
            continue;
        }
        if !is_inline(element.value()) {
            lines.break_line();
        }
        if step == Step::Enter {
            stack.push((node, Step::Leave));
            let children = node.children().rev();
            stack.extend(children.map(|child| (child, Step::Enter)));
        }
    }
    lines.all()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Enter,
    Leave,
}

/// What no reader sees.
fn is_unseen(element: &Element) -> bool {
    const UNSEEN: [&str; 7] = [
        "head", "noscript", "script", "style", "svg", "template", "title",
    ];
    UNSEEN.contains(&element.name()) || is_hidden(element)
}

/// Whether an element hides itself, as far as that can be told without its stylesheets.
fn is_hidden(element: &Element) -> bool {
    // A browser opens what is hidden until it is found when a reader looks for it.
    if element
        .attr("hidden")
        .is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
    {
        return true;
    }
    let Some(style) = element.attr("style") else {
        return false;
    };
    let style: String = style
        .split_whitespace()
        .collect::<String>()
        .to_ascii_lowercase();
    let mut declarations = style.split(';').filter_map(|own| own.split_once(':'));
    declarations.any(|(property, value)| {
        matches!(
            (property, value.trim_end_matches("!important")),
            ("display", "none")
                | ("visibility", "hidden" | "collapse")
                | ("opacity" | "font-size", "0")
        )
    })
}

/// Elements that stand within a line; before and after all others a browser begins a new line.
fn is_inline(element: &Element) -> bool {
    const INLINE: [&str; 30] = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
        "sup", "time", "u", "var", "wbr",
    ];
    INLINE.contains(&element.name())
}
