//! What the preview adds to a page on its way to the browser.

/// Begins what was added.
pub(super) const BEGINS: &str = "<!--tarmaq-->";

/// Ends what was added.
pub(super) const ENDS: &str = "<!--/tarmaq-->";

/// What a page has to be allowed besides, so that the preview can ask for news.
const CONNECT: &str = "; connect-src 'self'";

/// The page with the preview's stylesheet and script at the end of its head, where their names do not
/// come in the way of its own. `state` tells the script what the page was made of.
pub(super) fn insert(page: &str, state: &str) -> String {
    let added = format!(
        "{BEGINS}<link rel=\"stylesheet\" href=\"/_tarmaq/preview.css\">\
         <script src=\"/_tarmaq/preview.js\" data-state=\"{state}\" defer></script>{ENDS}"
    );
    // The scripts of the page change it: that of the preview has to see it as it came.
    let head = page
        .find("<script")
        .filter(|at| Some(*at) < page.find("</head>"));
    let at = head.or_else(|| page.find("</head>"));
    let at = at.unwrap_or_else(|| behind_doctype(page));
    let (before, after) = page.split_at(at);
    format!("{}{added}{after}", loosened(before))
}

/// The place behind the declaration of the kind of document: before it, a browser would take the page for
/// one of the last century.
fn behind_doctype(page: &str) -> usize {
    let declared = page
        .get(..9)
        .is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    let end = page.find('>').filter(|_| declared);
    end.map_or(0, |at| at + 1)
}

/// The head of a page whose security policy lets its scripts ask this server.
fn loosened(head: &str) -> String {
    let policy = || {
        let named = head.find("Content-Security-Policy")?;
        let start = head[..named].rfind("<meta")?;
        let end = named + head[named..].find('>')?;
        let content = start + head[start..end].find("content=")? + "content=".len();
        let quote = head[content..]
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\''))?;
        let close = content + 1 + head[content + 1..end].find(quote)?;
        (!head[content..close].contains("connect-src")).then_some(close)
    };
    match policy() {
        Some(close) => format!("{}{CONNECT}{}", &head[..close], &head[close..]),
        None => head.to_owned(),
    }
}

/// The page without what was added.
#[cfg(test)]
fn without(page: &str) -> String {
    let start = page.find(BEGINS).unwrap_or(0);
    let end = page.find(ENDS).map_or(start, |at| at + ENDS.len());
    format!("{}{}", &page[..start], &page[end..]).replacen(CONNECT, "", 1)
}

#[cfg(test)]
mod tests {
    use super::{CONNECT, insert, without};

    const PAGE: &str = "<html><head><meta content=\"default-src 'none'; script-src 'self'\" \
                        http-equiv=Content-Security-Policy><script defer src=a.js></script>\
                        </head><body>x</body></html>";

    #[test]
    fn what_is_added_is_added_once_and_stands_before_scripts() {
        let page = insert(PAGE, "7");
        assert_eq!(without(&page), PAGE);
        assert!(page.contains(&format!("script-src 'self'{CONNECT}\"")));
        assert!(page.find("preview.js").unwrap() < page.find("a.js").unwrap());
    }

    #[test]
    fn a_page_that_may_ask_already_is_not_loosened() {
        let page = PAGE.replace("script-src", "connect-src https://a.example; script-src");
        assert_eq!(without(&insert(&page, "7")), page);
        assert!(!insert(&page, "7").contains(CONNECT));
    }

    #[test]
    fn a_page_without_a_head_is_served_all_the_same() {
        assert_eq!(without(&insert("in the way", "7")), "in the way");
    }
}
