use minify_html::Cfg;

/// HTML without what no browser needs. Closing tags and the tags of html and head stay, scripts
/// and styles are left alone, and nothing is written that a validator would complain about.
pub fn minify(html: &str) -> String {
    let cfg = Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        ..Cfg::new()
    };
    let bytes = minify_html::minify(html.as_bytes(), &cfg);
    String::from_utf8(bytes).unwrap_or_else(|_| html.to_owned())
}
