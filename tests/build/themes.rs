//! Themes inherit.

use crate::common::sample::Sample;

/// A sample whose theme is its own, built on the one that tarmaq brings.
fn own_theme() -> Sample {
    let sample = Sample::full();
    sample.replace("site.yaml", "languages:", "theme: own\nlanguages:");
    sample.write("themes/own/theme.yaml", "base: default\n");
    sample
}

#[test]
fn a_theme_may_change_nothing() {
    let (plain, own) = (Sample::full(), own_theme());
    plain.build().expect(0);
    own.build().expect(0);
    assert_eq!(plain.site(), own.site());
}

#[test]
fn a_template_may_take_the_place_of_the_bases() {
    let sample = own_theme();
    sample.write(
        "themes/own/templates/robots.txt",
        "User-agent: *\nDisallow: /\n",
    );
    sample.build().expect(0);
    assert_eq!(sample.page("robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn a_template_may_extend_the_one_it_takes_the_place_of() {
    let sample = own_theme();
    let template = "{% extends \"default/policy.html\" %}\n\
                    {% block main %}<p class=\"own\">A sample.</p>{{ super() }}{% endblock main %}\n";
    sample.write("themes/own/templates/policy.html", template);
    sample.build().expect(0);
    let page = sample.page("en/handbook/index.html");
    assert!(page.contains("<p class=own>A sample.</p>") && page.contains("<article"));
    assert!(page.contains("site-header"));
    assert!(!sample.page("en/index.html").contains("class=own"));
}

#[test]
fn a_component_may_take_the_place_of_the_bases() {
    let sample = own_theme();
    let component = "{% component owner(owner, @words) -%}\
                     <p class=\"own\">{{ owner.name }}</p>{%- endcomponent owner %}\n";
    sample.write("themes/own/templates/components/owner.html", component);
    sample.build().expect(0);
    let page = sample.page("en/handbook/index.html");
    assert!(page.contains("<p class=own>“Sample"), "{page}");
    assert!(!page.contains("<address"));
}

#[test]
fn a_text_is_set_by_the_components_of_its_own_theme() {
    let component = "{% component list(list) -%}<ol class=\"own\">{% for item in list.items -%}\
                     <li>{{ item.html | safe }}</li>{% endfor %}</ol>{%- endcomponent list %}\n";
    let sample = own_theme();
    sample.build().expect(0);
    assert!(!sample.page("en/handbook/index.html").contains("<ol"));
    sample.write("themes/own/templates/components/list.html", component);
    sample.build().expect(0);
    let page = sample.page("en/handbook/index.html");
    assert!(page.contains("<ol class=own><li>"), "{page}");
}

#[test]
fn a_stylesheet_may_take_the_place_of_the_bases() {
    let sample = own_theme();
    sample.write("themes/own/assets/text.css", "article { color: teal }\n");
    sample.write("themes/own/assets/extra.css", "p { margin: 0 }\n");
    sample.build().expect(0);
    let site = sample.site();
    let mut sheets = site.keys().filter(|path| path.ends_with(".css"));
    // Sheets for all pages are one file; those below `pages` are for pages of other kinds.
    let sheet = sheets.find(|path| !path.contains("/pages/")).unwrap();
    assert!(sheet.starts_with("assets/styles."), "{sheet}");
    assert_eq!(sheets.filter(|path| !path.contains("/pages/")).count(), 0);
    let css = sample.page(sheet);
    assert!(
        css.contains("article{color:teal}") && css.contains("p{margin:0}"),
        "{css}"
    );
    assert!(
        !css.contains(".clause"),
        "the sheet of the base is still there: {css}"
    );
    assert!(css.contains(".site-header"), "{css}");
    assert!(
        sample
            .page("en/handbook/index.html")
            .contains(sheet.as_str())
    );
}

#[test]
fn a_stylesheet_may_be_for_pages_of_one_kind() {
    let sample = own_theme();
    sample.write("themes/own/assets/pages/edition.css", "p { margin: 0 }\n");
    sample.build().expect(0);
    let links = |path: &str| sample.page(path).contains("assets/pages/edition.");
    assert!(links("en/handbook/1.0/index.html"));
    assert!(!links("en/handbook/index.html"));
    assert!(!links("en/index.html"));
}

#[test]
fn a_chain_of_themes_inherits_from_the_nearest() {
    let sample = own_theme();
    sample.write("themes/own/theme.yaml", "base: house\n");
    sample.write("themes/house/theme.yaml", "base: default\n");
    sample.write("themes/house/templates/robots.txt", "house\n");
    sample.write("themes/house/templates/sitemap.xml", "house\n");
    sample.write("themes/own/templates/robots.txt", "own\n");
    sample.build().expect(0);
    assert_eq!(sample.page("robots.txt"), "own\n");
    assert_eq!(sample.page("sitemap.xml"), "house\n");
}

#[test]
fn a_theme_that_is_not_there_is_a_finding() {
    let sample = Sample::small();
    sample.replace("site.yaml", "languages:", "theme: gone\nlanguages:");
    let finding = sample.finding();
    assert_eq!(finding["rule"], "missing-theme");
    assert_eq!(finding["labels"][0]["line"], 3);
    sample.build().expect(1);
}

#[test]
fn a_theme_built_on_itself_is_a_finding() {
    let sample = own_theme();
    sample.write("themes/own/theme.yaml", "base: other\n");
    sample.write("themes/other/theme.yaml", "base: own\n");
    let findings = sample.findings();
    let finding = findings
        .iter()
        .find(|finding| finding["rule"] == "missing-theme");
    assert_eq!(
        finding.unwrap()["labels"][0]["file"],
        "themes/other/theme.yaml"
    );
    sample.build().expect(1);
}

#[test]
fn a_theme_is_a_folder_of_the_site_and_no_path() {
    for name in ["../../etc", "/etc", "a/b", ".."] {
        let sample = Sample::small();
        sample.replace(
            "site.yaml",
            "languages:",
            &format!("theme: {name}\nlanguages:"),
        );
        assert_eq!(sample.finding()["rule"], "missing-theme", "{name}");
    }
}

#[test]
fn a_theme_without_a_template_is_told_by_the_check() {
    let sample = Sample::full();
    sample.replace("site.yaml", "languages:", "theme: own\nlanguages:");
    sample.write("themes/own/templates/index.html", "{{ site.title }}");
    let finding = sample.finding_of("template-error");
    assert!(finding["help"].as_str().unwrap().contains("base: default"));
}

#[test]
fn a_template_that_leaves_out_the_text_is_an_error() {
    let sample = own_theme();
    sample.write(
        "themes/own/templates/policy.html",
        "<p>{{ policy.title }}</p>",
    );
    let built = sample.build().expect(1);
    assert!(built.stderr.contains("{{ article }}"), "{}", built.stderr);
    assert!(!sample.path("public").exists());
}
