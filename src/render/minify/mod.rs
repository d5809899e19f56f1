//! HTML without what no browser needs.
//!
//! The library says what that is. Most pages are of a plain kind, for which [`quick`] gives the same
//! bytes in a fraction of the time, out of the library's own tables; any other page is the library's.

mod quick;
mod seen;
mod tag;
mod text;

use minify_html::Cfg;

pub(super) use tag::{Mark, attribute, mark};
pub(super) use text::{PIECE, careful_in, is_space, may_be_written};

/// HTML without what no browser needs. Closing tags and the tags of html and head stay, scripts
/// and styles are left alone, and nothing is written that a validator would complain about.
pub fn minify(html: &str) -> String {
    quick::minify(html).unwrap_or_else(|| thorough(html))
}

/// The same for any HTML.
fn thorough(html: &str) -> String {
    let cfg = Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..Cfg::new()
    };
    let bytes = minify_html::minify(html.as_bytes(), &cfg);
    String::from_utf8(bytes).unwrap_or_else(|_| html.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{quick, thorough};

    const PLAIN: [&str; 15] = [
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title> A  &amp; “b” </title>\n<script src=\"a.js\" defer></script>\n</head>\n\
         <body data-page=\"policy\">\n<p> Words </p>\n</body>\n</html>\n",
        "<p> one  <b> two</b>\n three </p>",
        "<div>\n<span> a </span> <span>b</span>\n</div>\n",
        "<pre><code class=\"x\">  two\n\n  lines &lt;b&gt; </code></pre>",
        "<p>R &amp; D &lt; “5” &gt; &quot;4&quot; &#39;3&#39; &#x27; &#x2F;</p>",
        "<a href=\"a b\" class=\" x  y \" title=\"it's\"></a>",
        "<a title=\"say &quot;it&#39;s&quot; &quot;so&quot;\" aria-label=\"&quot;\" id=\"1.1\">x</a>",
        "<input type=\"text\" value=\"\"><input type=\"checkbox\" id=\"T\" checked=\"checked\">",
        "<ul class=\"\" role=\"list\"><li hidden> a</li>\n<li>b<br>c </li></ul>",
        "<a href=\" x \" rel=\"alternate\" hreflang=\"kk\" data-x=\" x \">y</a>",
        "<table><thead><tr><th scope=\"col\"> a </th></tr></thead></table>",
        "<ins datetime=\"2025-01-01\" cite=\"../a.html\"><span class=\"told\" data-ui> to </span></ins>",
        "<form method=\"get\"><button type=\"submit\">a</button></form>",
        "words\u{a0}alone  and\ttabs",
        "<script type=\"application/ld+json\"> {\"a\":  \"b &amp; \\u003c/p>\"}\n</script> <p>a</p>",
    ];

    #[test]
    fn plain_pages_are_made_as_the_library_makes_them() {
        for html in PLAIN {
            for _ in ["new", "seen before"] {
                assert_eq!(quick::minify(html), Some(thorough(html)), "{html}");
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_library() {
        for html in [
            "<!-- a -->",
            "<!DOCTYPE html><p>a</p>",
            "<p>a<p>b",
            "<p>a<div>b</div></p>",
            "<b>a</i></b>",
            "<b>a",
            "</b>",
            "<a href=x>a</a>",
            "<a href='x'>a</a>",
            "<a href=\"x\" href=\"y\">a</a>",
            "<br/>",
            "<A>a</A>",
            "a < b",
            "AT&amp;T",
            "a &nbsp; b",
            "≫\u{20D2}",
            "<style>a { b: c }</style>",
            "<script>a()</script>",
            "<script type=\"module\" src=\"a\"></script>",
            "<script type=\"application/json\">\"</p>\"</script>",
            "<p title=\"\u{20D2}\">a</p>",
            "<textarea> a </textarea>",
            "<svg><path d=\"M 0 0\"/></svg>",
            "<body></body><body></body>",
            "<title>a &lt; b</title>",
        ] {
            for _ in ["new", "seen before"] {
                assert_eq!(quick::minify(html), None, "{html}");
            }
        }
    }

    fn words() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[ \n\t]{1,3}",
            "[a-zА-я0-9.,'\"=`/]{1,4}",
            Just("&amp;".to_owned()),
            Just("&lt;".to_owned()),
            Just("&gt;".to_owned()),
            Just("&quot;".to_owned()),
            Just("&#39;".to_owned()),
            Just("\u{a0}".to_owned()),
        ];
        prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
    }

    fn attribute() -> impl Strategy<Value = String> {
        let name = prop::sample::select(vec![
            "class",
            "id",
            "href",
            "lang",
            "title",
            "role",
            "type",
            "value",
            "cite",
            "datetime",
            "rel",
            "hidden",
            "data-label",
            "aria-label",
            "scope",
            "media",
            "name",
            "content",
            "for",
            "method",
            "tabindex",
            "dir",
            "open",
        ]);
        (name, prop::option::of(words())).prop_map(|(name, value)| match value {
            Some(value) => format!("{name}=\"{}\"", value.replace('"', "&quot;")),
            None => name.to_owned(),
        })
    }

    fn tree() -> impl Strategy<Value = String> {
        let name = || {
            prop::sample::select(vec![
                "p",
                "div",
                "span",
                "b",
                "a",
                "ul",
                "li",
                "dl",
                "dt",
                "dd",
                "table",
                "tr",
                "td",
                "h2",
                "pre",
                "code",
                "section",
                "ins",
                "del",
                "details",
                "summary",
                "nav",
                "main",
                "button",
                "label",
                "article",
                "time",
                "i",
                "dd",
                "blockquote",
                "form",
                "option",
            ])
        };
        let attributes = || prop::collection::vec(attribute(), 0..3).prop_map(|all| all.join(" "));
        let void = (
            prop::sample::select(vec!["br", "input", "meta", "link", "hr"]),
            attributes(),
        )
            .prop_map(|(name, own)| format!("<{name} {own}>"));
        let leaf = prop_oneof![3 => words(), 1 => void];
        leaf.prop_recursive(4, 40, 5, move |inner| {
            (name(), attributes(), prop::collection::vec(inner, 0..5))
                .prop_map(|(name, own, inner)| format!("<{name} {own}>{}</{name}>", inner.concat()))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn where_it_gives_something_the_library_gives_the_same(html in tree()) {
            // Too few that are plain fail the test.
            let quick = quick::minify(&html);
            prop_assume!(quick.is_some());
            // Its tags have been seen now.
            prop_assert_eq!(&quick, &quick::minify(&html), "{}", html);
            prop_assert_eq!(quick, Some(thorough(&html)), "{}", html);
        }
    }
}
