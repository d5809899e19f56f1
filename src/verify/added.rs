/// The HTML of an article without the links that the page adds to its words, and without what marks
/// definitions. They change with the other policies of the site and hide no word. A link that leads to
/// another site, or has anything else about it, stays.
pub(super) fn without_links(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // The tag that closes the link that is open.
    let mut open: Option<&str> = None;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        out.push_str(words);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, behind) = tag.split_at(end);
        match (open, closing(tag)) {
            (Some(close), _) if tag == close => open = None,
            (None, Some(close)) => open = Some(close),
            _ => out.push_str(&tag.replace(" data-definition=\"\"", "")),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// The tag that closes an added element, from the one that opens it.
fn closing(tag: &str) -> Option<&'static str> {
    let value = |start: &str| {
        let value = tag.strip_prefix(start)?.strip_suffix("\">")?;
        (!value.contains('"')).then_some(value)
    };
    if tag == "<dfn>" || value("<dfn id=\"Term-").is_some() {
        return Some("</dfn>");
    }
    let href = value("<a class=\"ref\" href=\"").or_else(|| value("<a class=\"term\" href=\""))?;
    let inside = !href.contains([':', '\\']) && !href.starts_with('/');
    inside.then_some("</a>")
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn what_a_page_adds_is_taken_out() {
        let page = "<p data-definition=\"\">The <dfn id=\"Term-User\">User</dfn> and the \
            <a class=\"term\" href=\"#1.1\">Company</a>, see <a class=\"ref\" \
            href=\"../x/index.html\">X <em>Policy</em></a>.</p>";
        let plain = "<p>The User and the Company, see X <em>Policy</em>.</p>";
        assert_eq!(without_links(page), plain);
    }

    #[test]
    fn other_links_and_hidden_ones_stay() {
        for page in [
            "<p><a href=\"https://ioka.kz/\">https://ioka.kz/</a></p>",
            "<a class=\"ref\" href=\"https://evil.kz/\">clause 5</a>",
            "<a class=\"ref\" href=\"//evil.kz/\">clause 5</a>",
            "<a class=\"term\" href=\"#1\" hidden=\"\">not</a>",
            "<dfn hidden=\"\">not</dfn>",
        ] {
            assert_eq!(without_links(page), page);
        }
    }
}
