use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::{Found, Hint, Source};

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
    let mut lines = Lines::default();
    match article.or_else(|| first(&page, "body")) {
        Some(element) => collect(element, &mut lines),
        None => collect(page.root_element(), &mut lines),
    }
    for line in lines.all() {
        found.take_line(&line);
    }
    found
}

fn first<'p>(page: &'p Html, selector: &str) -> Option<ElementRef<'p>> {
    let selector = Selector::parse(selector).ok()?;
    page.select(&selector).next()
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

/// Takes in the words of an element. It walks without recursion: a page may nest as deep as it likes.
fn collect(element: ElementRef<'_>, lines: &mut Lines) {
    let mut stack = vec![(*element, Step::Enter)];
    while let Some((node, step)) = stack.pop() {
        match node.value() {
            Node::Text(text) => lines.open.push_str(text),
            Node::Element(element) if is_unseen(element) => {}
            Node::Element(element) => {
                if !is_inline(element) {
                    lines.break_line();
                }
                if step == Step::Enter {
                    stack.push((node, Step::Leave));
                    let mut children: Vec<_> = node.children().collect();
                    children.reverse();
                    stack.extend(children.into_iter().map(|child| (child, Step::Enter)));
                }
            }
            _ => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Enter,
    Leave,
}

/// What no reader sees, and what a page of tarmaq adds to the approved text.
fn is_unseen(element: &Element) -> bool {
    const UNSEEN: [&str; 7] = [
        "head", "noscript", "script", "style", "svg", "template", "title",
    ];
    UNSEEN.contains(&element.name()) || element.attr("data-ui").is_some()
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
