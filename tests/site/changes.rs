//! The pages that show what changed between two editions: what `tests/sites/history/CHANGES.md` says
//! is found on them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use scraper::{ElementRef, Html};

use crate::common::page::{attributes, one, select, text};
use crate::common::sample::Sample;

const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// The files of the site whose policies live through editions.
fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE.get_or_init(|| {
        let sample = Sample::history();
        sample.run(&["build", "--date", "2026-11-01"]).expect(0);
        sample.site()
    })
}

#[track_caller]
fn page(path: &str) -> Html {
    let file = format!("{path}index.html");
    let bytes = site().get(&file).unwrap_or_else(|| panic!("no {file}"));
    Html::parse_document(std::str::from_utf8(bytes).unwrap())
}

/// The pages that show changes, by path.
fn pages() -> Vec<(&'static str, Html)> {
    let html = site().keys().filter(|path| path.ends_with("index.html"));
    let own = html.filter(|path| path.contains("/changes/"));
    own.map(|path| {
        (
            path.as_str(),
            page(path.strip_suffix("index.html").unwrap()),
        )
    })
    .collect()
}

#[test]
fn each_edition_but_the_first_and_each_pair_that_was_asked_for_has_its_pages() {
    let mut expected = BTreeSet::new();
    let mut add = |pages: &[&str]| {
        for (lang, page) in LANGUAGES
            .iter()
            .flat_map(|l| pages.iter().map(move |p| (l, p)))
        {
            expected.insert(format!("{lang}/{page}/index.html"));
        }
    };
    for edition in ["1.1", "1.2", "1.3", "1.4", "1.5", "2.0"] {
        add(&[&format!("refund-policy/{edition}/changes")]);
        add(&[&format!("refund-policy/{edition}/changes/parallel")]);
        add(&[&format!("refund-policy/{edition}/changes/table")]);
    }
    for edition in ["1.1", "1.2"] {
        add(&[&format!("bonus-programme/{edition}/changes")]);
        add(&[&format!("bonus-programme/{edition}/changes/parallel")]);
        add(&[&format!("bonus-programme/{edition}/changes/table")]);
    }
    add(&[
        "refund-policy/1.5/changes/1.0",
        "refund-policy/2.0/changes/1.0",
        "bonus-programme/1.2/changes/1.0",
    ]);
    // Two languages stand side by side where one of them is the first of the site.
    let neighbours = expected.iter().filter(|path| path.contains("/table/"));
    let beside = neighbours.flat_map(|path| {
        let path = path.strip_suffix("index.html").unwrap();
        let others: &[&str] = match path.starts_with("kk/") {
            true => &["ru", "en"],
            false => &["kk"],
        };
        others
            .iter()
            .map(move |other| format!("{path}{other}/index.html"))
    });
    let beside: Vec<String> = beside.collect();
    expected.extend(beside);
    let found: BTreeSet<String> = pages().iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_draft_is_compared_when_drafts_are_published() {
    let sample = Sample::history();
    sample
        .run(&["build", "--date", "2026-11-01", "--drafts"])
        .expect(0);
    let page = Html::parse_document(&sample.page("en/refund-policy/2.1/changes/index.html"));
    assert_eq!(
        attributes(&page, "meta[name=robots]", "content"),
        ["noindex, nofollow"]
    );
    assert!(attributes(&page, "ins", "datetime").is_empty());
    assert!(!attributes(&page, "ins", "cite").is_empty());
}

#[test]
fn a_pair_asked_for_backwards_shows_what_the_newer_edition_changed() {
    let sample = Sample::history();
    let policy = "content/refund-policy/policy.yaml";
    sample.replace(
        policy,
        "from: \"1.0\", to: \"1.5\"",
        "from: \"1.5\", to: \"1.0\"",
    );
    sample.replace(
        policy,
        "from: \"1.0\", to: \"2.0\"",
        "from: \"1.0\", to: \"1.1\"",
    );
    sample.run(&["build", "--date", "2026-11-01"]).expect(0);
    assert!(
        sample
            .path("public/en/refund-policy/1.5/changes/1.0/index.html")
            .exists()
    );
    assert!(
        !sample
            .path("public/en/refund-policy/1.1/changes/1.0")
            .exists()
    );
    assert!(!sample.path("public/en/refund-policy/1.0/changes").exists());
}

/// What stands at an anchor of a page.
#[track_caller]
fn at<'h>(page: &'h Html, anchor: &str) -> ElementRef<'h> {
    one(page, &format!("[id=\"{anchor}\"]"))
}

/// What the page says became of what stands at an anchor.
#[track_caller]
fn fate(page: &Html, anchor: &str) -> String {
    let line = scraper::Selector::parse(".change-line > p:first-child").unwrap();
    text(
        at(page, anchor)
            .select(&line)
            .next()
            .unwrap_or_else(|| panic!("{anchor}")),
    )
}

/// The words that stand in one of the texts alone.
#[track_caller]
fn marked(page: &Html, anchor: &str, mark: &str) -> Vec<String> {
    let marks = scraper::Selector::parse(&format!(".words {mark}")).unwrap();
    let marks = at(page, anchor).select(&marks);
    marks.map(|mark| read(mark, &|_| false).join(" ")).collect()
}

#[test]
fn changed_words_and_facts() {
    let page = page("en/refund-policy/1.1/changes/");
    let counts = select(&page, ".counts li").into_iter().map(text);
    assert_eq!(counts.collect::<Vec<_>>()[0], "Changed: 8");
    assert_eq!(fate(&page, "5.3"), "Changed");
    assert_eq!(marked(&page, "5.3", "del"), ["30 (thirty) calendar"]);
    assert_eq!(marked(&page, "5.3", "ins"), ["10 (ten) business"]);
    let facts = select(&page, ".facts li").into_iter();
    let facts: Vec<String> = facts.map(|fact| read(fact, &|_| false).join(" ")).collect();
    let told = |words: &str| facts.iter().any(|fact| fact.ends_with(words));
    assert!(
        told("30 (thirty) calendar days → 10 (ten) business days"),
        "{facts:#?}"
    );
    assert!(told("5 (five) years → 3 (three) years"), "{facts:#?}");
}

#[test]
fn added_removed_and_renumbered_clauses() {
    let page = page("ru/refund-policy/1.2/changes/");
    assert_eq!(fate(&page, "old-4.4"), "Исключено");
    assert_eq!(
        select(&page, "[id=\"old-4.4\"] > .words > del > p").len(),
        1
    );
    assert_eq!(fate(&page, "5.2"), "Добавлено");
    assert_eq!(select(&page, "[id=\"5.2\"] > .words > ins > p").len(), 1);
    let folds = select(&page, ".fold.renumbered summary")
        .into_iter()
        .map(text);
    assert_eq!(
        folds.collect::<Vec<_>>(),
        [
            "Изменён только номер: 4.5 → 4.4",
            "Изменён только номер: 5.2 → 5.3, 5.3 → 5.4, 5.4 → 5.5"
        ]
    );
    assert_eq!(marked(&page, "5.1", "del"), ["4.5"]);
    assert_eq!(marked(&page, "5.1", "ins"), ["4.4"]);
}

#[test]
fn moved_split_and_merged_clauses_lead_to_each_other() {
    let page = page("en/refund-policy/1.3/changes/");
    assert_eq!(fate(&page, "4.5"), "Moved; former place: 3.2");
    assert_eq!(text(at(&page, "old-3.2")), "3.2 Moved; new place: 4.5");
    assert_eq!(fate(&page, "5.5"), "Split; part split off: 5.6");
    assert_eq!(fate(&page, "5.6"), "Split; split off from: 5.5");
    assert_eq!(fate(&page, "7.2").split_once(';').unwrap().0, "Merged");
    for (anchor, leads) in [("4.5", "#old-3.2"), ("5.5", "#5.6"), ("5.6", "#5.5")] {
        let links = select(
            &page,
            &format!("[id=\"{anchor}\"] .change-line p:first-child a"),
        );
        assert_eq!(links[0].value().attr("href"), Some(leads));
    }
    assert_eq!(select(&page, "[id=\"5.6\"] ins.moved").len(), 1);
}

#[test]
fn tables_cell_by_cell_and_lists_item_by_item() {
    let page = page("ru/refund-policy/1.4/changes/");
    assert_eq!(marked(&page, "1.3", "li.deleted").len(), 1);
    assert_eq!(marked(&page, "3.2", "li.inserted").len(), 1);
    assert_eq!(marked(&page, "4.2", "li.moved").len(), 1);
    assert!(text(one(&page, "[id=\"4.2\"] li.moved")).starts_with("перемещён"));
    let row = |class: &str| {
        text(one(
            &page,
            &format!("[id=\"6.1\"] tr.{class} td:first-child .label"),
        ))
    };
    assert_eq!(row("deleted"), "исключена строка");
    assert_eq!(row("inserted"), "добавлена строка");
    assert_eq!(
        marked(&page, "6.1", "li > del"),
        ["договор с оператором связи"]
    );
}

#[test]
fn what_was_only_typed_in_another_way_is_folded_apart() {
    for lang in LANGUAGES {
        let page = page(&format!("{lang}/refund-policy/1.5/changes/"));
        assert_eq!(select(&page, ".changes-summary .none").len(), 1);
        assert!(select(&page, ".change, .changes-summary .facts, nav.contents").is_empty());
        let folded = attributes(&page, ".fold.cosmetic .entry", "id");
        assert!(folded.contains(&"9.1".to_owned()), "{folded:?}");
        assert_eq!(select(&page, "[id=\"9.1\"] .typing").len(), 2);
        one(&page, "#Typing");
    }
}

/// The page holds both texts: without what was inserted the old one, without what was deleted the
/// new one. Moved clauses stand in the order of the new one.
#[test]
fn a_redline_reads_as_either_edition() {
    let mut read_pages = 0;
    for (path, redline) in pages() {
        if path.contains("/parallel/") || path.contains("/table/") {
            continue;
        }
        read_pages += 1;
        let article = one(&redline, "article");
        let edition = |which: &str| {
            let parts: Vec<&str> = path.split('/').collect();
            let number = article.value().attr(which).unwrap();
            page(&format!("{}/{}/{number}/", parts[0], parts[1]))
        };
        let (old, new) = (edition("data-from"), edition("data-to"));
        let top = |e: ElementRef<'_>| {
            let name = e.value().name();
            name == "h1"
                || ["edition-line", "updated-line"]
                    .iter()
                    .any(|c| has_class(e, c))
        };
        let own = |mark: &'static str| {
            move |e: ElementRef<'_>| {
                let title = e.parent().and_then(ElementRef::wrap);
                let title = title.is_some_and(|words| {
                    let entry = words.parent().and_then(ElementRef::wrap);
                    entry.is_some_and(|entry| has_class(entry, "unit-title"))
                });
                e.value().name() == mark || (title && e.value().name() == "h2")
            }
        };
        let words = read(one(&new, "article"), &top);
        same(path, &read(article, &own("del")), &words);
        let numbered = |e: ElementRef<'_>| has_class(e, "number");
        let mut words = read(one(&old, "article"), &|e| top(e) || numbered(e));
        let ins = own("ins");
        let mut found = read(article, &|e| ins(e) || numbered(e));
        words.sort();
        found.sort();
        same(path, &found, &words);
    }
    assert_eq!(read_pages, 33);
}

/// Tells the first word that differs.
#[track_caller]
fn same(path: &str, found: &[String], expected: &[String]) {
    let differ = found
        .iter()
        .zip(expected)
        .position(|(own, other)| own != other);
    if let Some(at) = differ {
        let around = at.saturating_sub(5)..at + 1;
        panic!(
            "{path}: {:?} for {:?}",
            &found[around.clone()],
            &expected[around]
        );
    }
    assert_eq!(found.len(), expected.len(), "{path}");
}

/// The words of an element, without what the page adds and without some elements.
fn read(element: ElementRef<'_>, without: &dyn Fn(ElementRef<'_>) -> bool) -> Vec<String> {
    let mut words = String::new();
    collect(element, without, &mut words);
    words.split_whitespace().map(str::to_owned).collect()
}

fn collect(element: ElementRef<'_>, without: &dyn Fn(ElementRef<'_>) -> bool, into: &mut String) {
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            into.push_str(text);
        } else if let Some(inner) = ElementRef::wrap(child) {
            let name = inner.value().name();
            if inner.value().attr("data-ui").is_some() || without(inner) {
                continue;
            }
            let apart = !["ins", "del", "span", "strong", "em", "a", "code", "dfn"].contains(&name);
            into.push_str(if apart { " " } else { "" });
            collect(inner, without, into);
            into.push_str(if apart { " " } else { "" });
        }
    }
}

fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().classes().any(|own| own == class)
}

#[test]
fn what_was_inserted_and_deleted_names_the_order_and_is_told_in_words() {
    for (path, page) in pages() {
        let marks = select(&page, "article ins, article del");
        for mark in marks {
            let own = mark.value();
            assert!(
                own.attr("datetime").is_some_and(|date| date.len() == 10),
                "{path}"
            );
            assert_eq!(resolved(path, own.attr("cite").unwrap()), {
                let (edition, _) = path.split_once("changes/").unwrap();
                format!("{edition}index.html")
            });
            let typed = mark.parent().and_then(ElementRef::wrap);
            if typed.is_some_and(|parent| has_class(parent, "typing")) {
                continue;
            }
            let told = scraper::Selector::parse(":scope > .told").unwrap();
            assert_eq!(mark.select(&told).count(), 2, "{path}: {}", mark.html());
        }
    }
}

#[test]
fn each_change_has_an_anchor_and_all_links_lead_somewhere() {
    for (path, page) in pages() {
        let ids = attributes(&page, "[id]", "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{path}");
        for link in attributes(&page, "body [href]", "href") {
            match link.strip_prefix('#') {
                Some(anchor) => assert!(ids.iter().any(|id| id == anchor), "{path}: {link}"),
                None if link.contains(':') => {}
                None => assert!(
                    site().contains_key(&resolved(path, &link)),
                    "{path}: {link}"
                ),
            }
        }
        if path.contains("/table/") {
            continue;
        }
        let changes = ids.iter().filter(|id| id.starts_with("change-")).count();
        assert_eq!(changes == 0, !select(&page, ".none").is_empty(), "{path}");
    }
}

/// The file that a link leads to.
fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn search_engines_are_asked_to_leave_changes_out() {
    for (path, page) in pages() {
        assert_eq!(
            attributes(&page, "meta[name=robots]", "content"),
            ["noindex, follow"],
            "{path}"
        );
    }
    let map = std::str::from_utf8(&site()["sitemap.xml"]).unwrap();
    assert!(!map.contains("changes"));
}

#[test]
fn an_edition_leads_to_what_it_changed() {
    let link = |path: &str| attributes(&page(path), "a[href$='changes/index.html']", "href");
    assert_eq!(link("kk/refund-policy/1.2/"), ["changes/index.html"]);
    assert_eq!(link("kk/refund-policy/"), ["1.5/changes/index.html"]);
    assert!(link("kk/refund-policy/1.0/").is_empty());
    assert!(link("kk/cookie-notice/").is_empty());
}

#[test]
fn all_languages_stand_side_by_side_clause_by_clause() {
    for lang in LANGUAGES {
        let page = page(&format!("{lang}/refund-policy/1.1/changes/parallel/"));
        let rows = attributes(&page, ".row", "id");
        assert_eq!(
            rows,
            ["4.1", "5.1", "5.3", "6.3", "7.1", "8.1", "9.2", "9.3"]
        );
        assert!(select(&page, ".uneven").is_empty());
        assert_eq!(attributes(&page, "[id=\"5.3\"] article", "lang"), LANGUAGES);
        assert_eq!(marked(&page, "5.3", "del").len(), 3);
    }
}

#[test]
fn a_change_in_one_language_alone_is_said_in_words() {
    let sample = Sample::history();
    sample.append(
        "site.yaml",
        "\nrules:\n  one-sided-change: off\n  amount-mismatch: off\n",
    );
    for edition in ["1.0", "1.1", "1.2"] {
        // What is sealed cannot be changed.
        sample.remove(&format!("content/bonus-programme/{edition}/seal.yaml"));
        sample.remove(&format!("content/bonus-programme/{edition}/seal"));
    }
    let new = "content/bonus-programme/1.1/en.md";
    sample.replace(new, "2 (two) percent", "1 (one) percent");
    sample.run(&["build", "--date", "2026-11-01"]).expect(0);
    let page = sample.page("en/bonus-programme/1.1/changes/parallel/index.html");
    let page = Html::parse_document(&page);
    assert_eq!(attributes(&page, ".row", "id"), ["2.1"]);
    assert_eq!(text(one(&page, ".uneven")), "Not changed in all languages");
    let english = "[id=\"2.1\"] article[lang=en]";
    assert_eq!(
        text(one(&page, &format!("{english} .told-apart"))),
        "Unchanged in this language."
    );
    assert!(select(&page, &format!("{english} ins")).is_empty());
    assert!(text(one(&page, &format!("{english} .words"))).contains("1 (one) percent"));
}

#[test]
fn the_comparative_table_sets_the_wordings_side_by_side() {
    let page = page("kk/refund-policy/1.1/changes/table/");
    assert!(text(one(&page, "h1")).starts_with("Салыстырмалы кесте: "));
    let rows = select(&page, ".comparative > table > tbody > tr");
    assert_eq!(rows.len(), 8);
    let cells = scraper::Selector::parse("td > p").unwrap();
    let row = rows[2];
    let wordings: Vec<String> = row.select(&cells).map(text).collect();
    assert_eq!(wordings.len(), 2, "{wordings:?}");
    assert!(wordings[0].contains("30 (отыз)"), "{wordings:?}");
    assert!(wordings[1].contains("10 (он)"), "{wordings:?}");
    let marks = scraper::Selector::parse("td b").unwrap();
    assert!(row.select(&marks).count() >= 2);
}

#[test]
fn a_comparative_table_of_two_languages_has_a_page_in_each_of_them() {
    for (lang, other) in [("kk", "ru"), ("ru", "kk")] {
        let page = page(&format!("{lang}/refund-policy/1.1/changes/table/{other}/"));
        assert_eq!(text(one(&page, "h1")).split_once(':').unwrap().0, {
            match lang {
                "kk" => "Салыстырмалы кесте",
                _ => "Сравнительная таблица",
            }
        });
        assert_eq!(attributes(&page, ".beside", "lang"), [other]);
        let rows = select(&page, ".comparative > table.of-2 > tbody > tr");
        assert_eq!(rows.len(), 8);
        let cells = scraper::Selector::parse("td[lang]").unwrap();
        let langs = rows[2].select(&cells).map(|cell| cell.value().attr("lang"));
        assert_eq!(
            langs.collect::<Vec<_>>(),
            [Some(lang), Some(lang), Some(other), Some(other)]
        );
        // The other language of the site leads to the table it has beside the first one.
        let switch = attributes(&page, ".language-switch a", "href");
        let switch: Vec<String> = switch
            .iter()
            .map(|link| {
                let own = format!("{lang}/refund-policy/1.1/changes/table/{other}/index.html");
                resolved(&own, link)
            })
            .collect();
        let table = "refund-policy/1.1/changes/table";
        let kk = format!("kk/{table}/ru/index.html");
        let others = ["ru", "en"].map(|lang| format!("{lang}/{table}/kk/index.html"));
        assert_eq!(switch, [kk, others[0].clone(), others[1].clone()]);
    }
}

#[test]
fn the_pages_of_a_comparative_table_lead_to_each_other() {
    let forms = |path: &str| {
        let links = attributes(&page(path), ".forms a", "href").into_iter();
        let links = links.map(|link| resolved(&format!("{path}index.html"), &link));
        links
            .filter(|link| link.contains("/table/"))
            .collect::<Vec<_>>()
    };
    let table = "kk/refund-policy/1.1/changes/table/";
    let beside = ["ru", "en"].map(|other| format!("{table}{other}/index.html"));
    assert_eq!(forms(table), beside);
    assert_eq!(
        forms(&format!("{table}ru/")),
        [format!("{table}index.html"), beside[1].clone()]
    );
    assert_eq!(
        forms("kk/refund-policy/1.1/changes/"),
        [format!("{table}index.html")]
    );
}

/// A text without numbers of clauses, in which hardly anything changes.
fn long_section(word: &str, row: &str) -> String {
    let paragraph = |at: usize| format!("Line {at} says what the Company does with the data.\n\n");
    let paragraphs = |from: usize| (from..from + 4).map(paragraph).collect::<String>();
    let sentence = |at: usize| {
        format!("Sentence {at} of this paragraph says at some length what does not change at all. ")
    };
    let sentences = |from: usize| (from..from + 4).map(sentence).collect::<String>();
    let items: String = (1..6).map(|at| format!("- thing {at};\n")).collect();
    let rows: String = (1..6)
        .map(|at| format!("| part {at} | stays |\n"))
        .collect();
    format!(
        "# Policy\n\n## Data\n\n{}{}The User {word} the data. {}\n\n{}We keep:\n\n{items}- {row};\n\n\
         | Row | What |\n| --- | --- |\n{rows}| {row} | comes |\n",
        paragraphs(1),
        sentences(1),
        sentences(5),
        paragraphs(5)
    )
}

#[test]
fn what_did_not_change_inside_of_a_clause_is_folded_with_its_count() {
    let sample = Sample::editions(&[(
        "policy",
        &[
            (
                "1.0",
                "order: { number: 1-O, date: 2024-01-01 }; updated: 2024-01-01",
            ),
            (
                "1.1",
                "order: { number: 2-O, date: 2024-02-01 }; updated: 2024-02-01",
            ),
        ],
    )]);
    sample.replace("site.yaml", "[en, ru]", "[en]");
    for (edition, word, thing) in [("1.0", "gives", "old thing"), ("1.1", "takes", "new thing")] {
        let folder = format!("content/policy/{edition}");
        sample.remove(&format!("{folder}/ru.md"));
        sample.write(&format!("{folder}/en.md"), long_section(word, thing));
    }
    sample.run(&["build"]).expect(0);
    let page = sample.page("en/policy/1.1/changes/index.html");
    let page = Html::parse_document(&page);
    let told = |css: &str| -> Vec<String> { select(&page, css).into_iter().map(text).collect() };
    assert_eq!(
        told("details.quiet > summary"),
        ["Paragraphs not changed in substance: 4"; 2]
    );
    assert_eq!(
        told("label.gap"),
        ["Sentences not changed in substance: 4"; 2]
    );
    assert_eq!(
        told("li.quiet summary"),
        ["Items not changed in substance: 5"]
    );
    assert_eq!(told("tbody.gap"), ["Rows not changed in substance: 5"]);
    assert_eq!(select(&page, "tbody.kept tr").len(), 5);
    // What leads to a list that changed, and the sentence beside a change, are shown.
    let words = told(".unit-section .words > p");
    assert!(words.iter().any(|words| words == "We keep:"), "{words:#?}");
    let diff = |more: &[&str]| {
        let all = [&["diff", "policy", "--language", "en"], more].concat();
        sample.run(&all).expect(1).stdout
    };
    let told = diff(&[]);
    for line in [
        "… 4 paragraphs unchanged …",
        "… 4 sentences unchanged …",
        "… 5 items unchanged …",
        "… 5 rows unchanged …",
    ] {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert!(!diff(&["--all"]).contains("unchanged …"));
    let table = diff(&["--format", "markdown"]);
    assert!(!table.contains("Line 2"), "{table}");
    assert!(diff(&["--format", "markdown", "--all"]).contains("Line 2"));
}
