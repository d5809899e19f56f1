//! The pages that set the languages of an edition side by side.

use scraper::{ElementRef, Html, Selector};

use crate::built::{all, both, history};
use crate::common::page::{attribute, attributes, one, select, text};
use crate::common::sample::Sample;
use crate::common::words::{Markers, words};

/// Whether languages stand side by side at a path: of an edition, not of changes.
fn parallel(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts[..], [_, _, _, "parallel", _])
}

/// The pages of the built sites, each with its site's languages, that of the page first.
fn pages() -> Vec<(String, Vec<&'static str>, Html)> {
    let mut found = Vec::new();
    for site in all() {
        for (path, page) in site.pages_at(parallel) {
            let (lang, _) = path.split_once('/').unwrap();
            let (mut first, others): (Vec<&str>, Vec<&str>) =
                site.languages.iter().partition(|own| **own == lang);
            first.extend(others);
            found.push((path.to_owned(), first, page));
        }
    }
    found
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    element
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

/// The cells of a page, row by row: the words of each, without its language.
fn cells(page: &Html) -> Vec<Vec<String>> {
    let rows = select(page, ".row").into_iter();
    let said = |cell: ElementRef<'_>| {
        let absent = within(cell, ".absent").first().map(|absent| text(*absent));
        absent.map_or_else(
            || words(cell, Markers::Paper).join(" "),
            |a| format!("({a})"),
        )
    };
    rows.map(|row| within(row, ".cell").into_iter().map(said).collect())
        .collect()
}

fn built(sample: &Sample, path: &str) -> Html {
    sample.build().expect(0);
    Html::parse_document(&sample.page(&format!("{path}index.html")))
}

#[test]
fn each_edition_has_its_page_in_each_language() {
    let expected = |site: &crate::built::Built| -> Vec<String> {
        let pages = site.pages().filter_map(|(path, page)| {
            let own = attributes(&page, "article", "data-edition");
            let path = path.strip_suffix("index.html")?;
            let [edition] = &own[..] else { return None };
            path.ends_with(&format!("/{edition}/"))
                .then(|| format!("{path}parallel/index.html"))
        });
        pages.collect()
    };
    let expected: Vec<String> = all().iter().flat_map(expected).collect();
    let found: Vec<String> = pages().into_iter().map(|(path, ..)| path).collect();
    assert_eq!(found, expected);
    assert!(found.contains(&"en/privacy-policy/1.1/parallel/index.html".to_owned()));
}

#[test]
fn the_language_of_the_page_comes_first_then_the_others_in_the_order_of_the_site() {
    for (path, languages, page) in pages() {
        assert_eq!(
            attributes(&page, ".heads span", "lang"),
            languages,
            "{path}"
        );
        for row in select(&page, ".row") {
            let cells = within(row, ".cell");
            let langs: Vec<_> = cells.iter().filter_map(|cell| cell.attr("lang")).collect();
            assert_eq!(langs, languages, "{path}");
            // A reader who hears the page is told the language before the words.
            for cell in cells {
                let label = cell.child_elements().next().unwrap();
                assert_eq!(label.attr("class"), Some("language"), "{path}");
            }
        }
    }
}

#[test]
fn a_row_bears_the_address_that_the_clause_has_on_the_page_of_its_edition() {
    for site in all() {
        for (path, page) in site.pages_at(parallel) {
            let edition = path.strip_suffix("parallel/index.html").unwrap();
            let edition = Html::parse_document(site.text(&format!("{edition}index.html")));
            // Terms have addresses on the page of the edition alone.
            let expected = attributes(&edition, "article [id]:not(dfn)", "id");
            assert_eq!(attributes(&page, "article [id]", "id"), expected, "{path}");
            assert!(select(&page, ".cell [id], .cell[id]").is_empty(), "{path}");
        }
    }
}

/// What the cells of a language say, one below the other, is what the page of the edition says.
#[test]
fn each_column_reads_as_the_page_of_its_language() {
    let mut read = 0;
    for site in all() {
        for (path, page) in site.pages_at(parallel) {
            let parts: Vec<&str> = path.split('/').collect();
            let [_, policy, edition, "parallel", _] = parts[..] else {
                continue;
            };
            for lang in site.languages {
                let own = site.text(&format!("{lang}/{policy}/{edition}/index.html"));
                let own = Html::parse_document(own);
                let column = select(&page, &format!(".cell[lang={lang}]")).into_iter();
                let column: Vec<String> = column.flat_map(|c| words(c, Markers::Paper)).collect();
                assert_eq!(
                    column,
                    words(one(&own, "article"), Markers::Paper),
                    "{path}"
                );
                read += 1;
            }
        }
    }
    assert!(read > 100, "{read}");
}

#[test]
fn a_clause_that_one_language_lacks_stands_in_its_place_in_the_others() {
    let sample = Sample::small();
    sample.append(
        "site.yaml",
        "rules: { missing-clause: warning, extra-clause: warning, number-gap: warning }\n",
    );
    let folder = "content/sample-policy/1.0";
    sample.replace(
        &format!("{folder}/ru.md"),
        "1.2. Ответ на запрос дается в течение 3 (трех) дней.\n",
        "",
    );
    assert_eq!(
        cells(&built(&sample, "ru/sample-policy/1.0/parallel/")),
        [
            [
                "Политика-образец Последнее обновление: 1 марта 2025 года Редакция 1.0, утверждена Приказом № 01-П от 01.03.2025 года",
                "Sample Policy Last Updated: 1 March 2025 Edition 1.0, approved by Order No.01-П dated 1 March 2025",
            ],
            ["1. Общие положения", "1. General"],
            [
                "1.1. Это образец. Компания вымышлена.",
                "1.1. This is a sample. The company is made up.",
            ],
            [
                "(В тексте на этом языке такой части нет.)",
                "1.2. A request is answered within 3 (three) days.",
            ],
            ["2. Контакты", "2. Contact"],
            [
                "2.1. Пишите на office@sample.example.",
                "2.1. Write to office@sample.example.",
            ],
        ]
    );
    // The page tells it in its own language, wherever the text is missing.
    let page = Html::parse_document(&sample.page("en/sample-policy/1.0/parallel/index.html"));
    assert_eq!(
        cells(&page)[3],
        [
            "1.2. A request is answered within 3 (three) days.",
            "(The text in this language has no such part.)",
        ]
    );
    assert_eq!(attributes(&page, ".absent", "lang"), ["en"]);
    assert_eq!(
        attributes(&page, ".row", "id"),
        ["1", "1.1", "1.2", "2", "2.1"]
    );
}

#[test]
fn annexes_tables_and_forms_stand_whole_in_their_rows() {
    let [site, _] = both();
    let page = Html::parse_document(site.text("en/handbook/1.0/parallel/index.html"));
    let count = |anchor: &str, what: &str| {
        let row = one(&page, &format!("[id=\"{anchor}\"]"));
        let cells = within(row, ".cell").into_iter();
        cells
            .map(|cell| within(cell, what).len())
            .collect::<Vec<_>>()
    };
    assert_eq!(count("3", "table"), [2, 2]);
    assert_eq!(count("annex-1", "h2"), [1, 1]);
    assert_eq!(count("annex-1-1.1", ".form table"), [1, 1]);
    // A name that survives renumbering is an address here too.
    assert_eq!(
        attributes(&page, ".row > .name", "id"),
        ["clauses", "deepest"]
    );
}

#[test]
fn headings_follow_one_another_without_a_gap() {
    for (path, _, page) in pages() {
        let mut level = 0;
        for heading in select(&page, "h1, h2, h3, h4, h5, h6") {
            let own: u8 = heading.value().name()[1..].parse().unwrap();
            assert!(own <= level + 1, "{path}: {}", text(heading));
            level = own;
        }
        assert_eq!(select(&page, "h1").len(), 1, "{path}");
    }
}

#[test]
fn languages_are_chosen_where_there_are_more_than_two() {
    for (path, languages, page) in pages() {
        let boxes = attributes(&page, ".choice > input[type=checkbox][checked]", "id");
        let labels = attributes(&page, ".choice > input + label", "for");
        assert_eq!(boxes, labels, "{path}");
        let expected = if languages.len() > 2 {
            languages.len()
        } else {
            0
        };
        assert_eq!(boxes.len(), expected, "{path}");
        // The stylesheet knows the boxes and the columns by their places.
        for (at, id) in boxes.iter().enumerate() {
            assert_eq!(*id, format!("Show-{}", at + 1));
            let column = format!(".cell.column-{}[lang={}]", at + 1, languages[at]);
            assert_eq!(select(&page, &column).len(), select(&page, ".row").len());
        }
    }
}

#[test]
fn an_edition_says_here_too_what_it_is() {
    for number in ["1.4", "1.5", "2.0", "2.1"] {
        let path = format!("kk/refund-policy/{number}/");
        let site = history();
        let own = Html::parse_document(site.text(&format!("{path}index.html")));
        let page = Html::parse_document(site.text(&format!("{path}parallel/index.html")));
        for part in [".standing .state", ".notice", "#Corrections"] {
            let said = |page: &Html| select(page, part).into_iter().map(text).collect::<Vec<_>>();
            assert_eq!(said(&page), said(&own), "{number}: {part}");
        }
        let watermark = |page: &Html| attributes(page, ".sheet", "data-watermark");
        assert_eq!(watermark(&page), watermark(&own));
    }
}

/// It repeats what other pages say, in several languages at once, so it is not to be found instead
/// of them; and it is no other page's double, so it names itself.
#[test]
fn search_engines_are_asked_to_pass_it_over() {
    for (path, _, page) in pages() {
        let draft = path.contains("/2.1/");
        let robots = if draft {
            "noindex, nofollow"
        } else {
            "noindex, follow"
        };
        assert_eq!(
            attribute(&page, "meta[name=robots]", "content"),
            robots,
            "{path}"
        );
        let canonical = attribute(&page, "link[rel=canonical]", "href");
        let own = path.strip_suffix("index.html").unwrap();
        assert!(canonical.ends_with(&format!("/{own}")), "{canonical}");
    }
}

#[test]
fn the_way_leads_there_and_back() {
    let [_, site] = both();
    let links = |path: &str| {
        let page = Html::parse_document(site.text(path));
        attributes(&page, ".standing a", "href")
    };
    let there = links("ru/privacy-policy/index.html");
    assert!(
        there.contains(&"1.1/parallel/index.html".to_owned()),
        "{there:?}"
    );
    let there = links("ru/privacy-policy/1.1/index.html");
    assert!(
        there.contains(&"parallel/index.html".to_owned()),
        "{there:?}"
    );
    // The edition that counts is read at the address of the policy.
    let back = links("ru/privacy-policy/1.1/parallel/index.html");
    assert_eq!(back, ["../../index.html", "../../history/index.html"]);
    let page = Html::parse_document(history().text("ru/refund-policy/1.4/parallel/index.html"));
    assert_eq!(attributes(&page, ".standing a", "href")[0], "../index.html");
}

#[test]
fn one_language_has_nothing_beside_it() {
    let sample = Sample::small();
    sample.replace("site.yaml", "languages: [en, ru]", "languages: [en]");
    sample.replace("site.yaml", "  ru: Правовая информация\n", "");
    sample.replace("site.yaml", "    ru: ТОО «Образец»\n", "");
    sample.remove("content/sample-policy/1.0/ru.md");
    let page = built(&sample, "en/sample-policy/");
    assert!(!sample.path("public/en/sample-policy/1.0/parallel").exists());
    let links = attributes(&page, ".standing a", "href");
    assert_eq!(links, ["history/index.html"]);
}

#[test]
fn a_script_of_another_direction_says_so_in_its_cells() {
    let sample = Sample::small();
    sample.write("content/languages/ru.yaml", "direction: rtl\n");
    let page = built(&sample, "en/sample-policy/1.0/parallel/");
    assert!(select(&page, ".cell[lang=en][dir]").is_empty());
    let turned = select(&page, ".cell[lang=ru][dir=rtl]").len();
    assert_eq!(turned, select(&page, ".row").len());
}

#[test]
fn a_theme_that_leaves_out_a_cell_is_told_so() {
    let sample = Sample::small();
    sample.append("site.yaml", "theme: own\n");
    sample.write("themes/own/theme.yaml", "base: default\n");
    sample.write(
        "themes/own/templates/rows.html",
        "{% for row in rows %}{{ row.cells[0].text | safe }}{% endfor %}",
    );
    let told = sample.build().expect(1).stderr;
    assert!(
        told.contains("this template does not show each cell once"),
        "{told}"
    );
    assert!(told.contains("themes/own/templates/rows.html"), "{told}");
}
