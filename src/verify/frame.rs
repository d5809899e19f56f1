use scraper::{ElementRef, Html};

use super::added::without_links;
use super::html::{first, select, visible_lines};

/// What a page holds besides the words of its article: what could hide words or add some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The program that made it, as its head says.
    pub generator: String,
    /// The article with its marks, without the links that the page adds to the text.
    pub article: String,
    /// The words outside of the article, and the title.
    pub around: Vec<String>,
    /// The addresses of its stylesheets and scripts, in order.
    pub linked: Vec<String>,
    /// Styles and scripts that stand in the page itself.
    pub inline: Vec<String>,
}

impl Frame {
    /// The frame of a page around its article.
    pub(super) fn of(page: &Html, article: ElementRef<'_>) -> Self {
        let generator = first(page, "meta[name=generator]");
        let generator = generator.and_then(|meta| meta.attr("content"));
        let linked = select(page, "link[rel~=stylesheet][href], script[src]");
        let linked = linked.filter_map(|link| link.attr("href").or_else(|| link.attr("src")));
        let inline = select(
            page,
            "style, script:not([src]):not([type='application/ld+json'])",
        )
        .map(|own| own.html());
        let styled = select(page, "body [style], body [hidden]").map(|own| opening(&own));
        let mut around = first(page, "title")
            .map_or_else(Vec::new, |title| words(&title.text().collect::<String>()));
        let body = first(page, "body").unwrap_or_else(|| page.root_element());
        let lines = visible_lines(body, |element| element == article);
        around.extend(lines.iter().flat_map(|line| words(line)));
        Self {
            generator: generator.unwrap_or_default().to_owned(),
            article: without_links(&article.html()),
            around,
            linked: linked.map(str::to_owned).collect(),
            inline: inline.chain(styled).collect(),
        }
    }

    /// The last parts of the addresses of its stylesheets and scripts.
    pub fn linked_names(&self) -> impl Iterator<Item = &str> {
        let linked = self.linked.iter();
        linked.map(|address| address.rsplit('/').next().unwrap_or(address))
    }
}

fn words(line: &str) -> Vec<String> {
    line.split_whitespace().map(str::to_owned).collect()
}

/// An element without what it holds: `<p hidden>`.
fn opening(element: &ElementRef<'_>) -> String {
    let html = element.html();
    let end = html.find('>').map_or(html.len(), |end| end + 1);
    html[..end].to_owned()
}
