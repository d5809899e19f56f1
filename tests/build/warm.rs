//! Whatever was built before, a site is as if it were built anew.

use proptest::prelude::*;

use tarmaq::diagnostic::Strictness;
use tarmaq::driver::{Means, Occasion, Unseen, build};
use tarmaq::site::Drafts;

use crate::common::cases::cases;
use crate::common::sample::Sample;

/// What a person may do between two builds.
#[derive(Clone, Debug)]
enum Edit {
    /// Changes the words of a clause in one language.
    Words(usize, &'static str, u8),
    /// Gives a policy another title, which others may refer to.
    Title(usize, u8),
    /// Adds a clause to both texts.
    Clause(usize),
    /// Adds a policy, or takes it away.
    Policy(usize),
    /// Names a policy's folder otherwise.
    Rename(usize),
    /// Moves a policy on the index.
    Position(usize, u8),
    /// Changes a fact of the site.
    Site(u8),
    /// Switches a kind of pages off.
    Pages(u8),
    /// Adds, changes or removes a file that is published as it is.
    Static(u8),
    /// Replaces a template of the theme.
    Template(u8),
    /// Changes the glossary.
    Glossary(u8),
    /// Builds for another day.
    Day(u8),
    /// Shows drafts, or hides them.
    Drafts,
    /// Begins an edition that no order has approved, or takes it away.
    Draft(usize),
}

fn edits() -> impl Strategy<Value = Edit> {
    let policy = 0..3_usize;
    let lang = prop_oneof![Just("en"), Just("ru")];
    prop_oneof![
        4 => (policy.clone(), lang, 0..4_u8).prop_map(|(p, l, n)| Edit::Words(p, l, n)),
        2 => (policy.clone(), 0..3_u8).prop_map(|(p, n)| Edit::Title(p, n)),
        2 => policy.clone().prop_map(Edit::Clause),
        2 => policy.clone().prop_map(Edit::Policy),
        1 => policy.clone().prop_map(Edit::Rename),
        1 => (policy.clone(), 0..4_u8).prop_map(|(p, n)| Edit::Position(p, n)),
        1 => (0..3_u8).prop_map(Edit::Site),
        1 => (0..3_u8).prop_map(Edit::Pages),
        1 => (0..3_u8).prop_map(Edit::Static),
        1 => (0..3_u8).prop_map(Edit::Template),
        1 => (0..2_u8).prop_map(Edit::Glossary),
        2 => (0..4_u8).prop_map(Edit::Day),
        1 => Just(Edit::Drafts),
        1 => policy.prop_map(Edit::Draft),
    ]
}

const FIRST: &str = "order: { number: 1, date: 2025-01-10 }\nupdated: 2025-01-10\n";
const SECOND: &str =
    "order: { number: 2, date: 2025-12-01 }\nupdated: 2025-12-01\nin_force: 2026-03-01\n";
const DAYS: [&str; 4] = ["2026-01-15", "2026-01-16", "2026-03-01", "2027-01-01"];

/// A site that is edited.
struct Edited {
    sample: Sample,
    names: [String; 3],
    there: [bool; 3],
    titles: [u8; 3],
    clauses: [u8; 3],
    words: [[u8; 2]; 3],
    drafts: [bool; 3],
    positions: [u8; 3],
    site: u8,
    pages: u8,
    day: usize,
    shown: Drafts,
}

impl Edited {
    fn new() -> Self {
        let sample = Sample::small();
        sample.remove("content/sample-policy");
        let edited = Self {
            sample,
            names: ["privacy", "refunds", "cookies"].map(str::to_owned),
            there: [true, true, false],
            titles: [0; 3],
            clauses: [0; 3],
            words: [[0; 2]; 3],
            drafts: [false; 3],
            positions: [0, 1, 2],
            site: 0,
            pages: 0,
            day: 0,
            shown: Drafts::Hidden,
        };
        for policy in 0..3 {
            edited.write(policy);
        }
        edited
    }

    fn title(&self, policy: usize, lang: &str) -> String {
        let names = match lang {
            "en" => ["Privacy Policy", "Refund Policy", "Cookie Policy"],
            _ => [
                "Политика приватности",
                "Политика возврата",
                "Политика файлов",
            ],
        };
        match self.titles[policy] {
            0 => names[policy].to_owned(),
            more => format!("{} {more}", names[policy]),
        }
    }

    /// Writes the files of a policy as they are to be.
    fn write(&self, policy: usize) {
        let folder = format!("content/{}", self.names[policy]);
        if self.sample.path(&folder).exists() {
            self.sample.remove(&folder);
        }
        if !self.there[policy] {
            return;
        }
        let position = self.positions[policy];
        self.sample.write(
            &format!("{folder}/policy.yaml"),
            format!("position: {position}\n"),
        );
        let mut editions = vec![("1.0", FIRST), ("1.1", SECOND)];
        if self.drafts[policy] {
            editions.push(("2.0", ""));
        }
        for (number, facts) in editions {
            let edition = format!("{folder}/{number}");
            let yaml = format!("edition: \"{number}\"\n{facts}");
            self.sample.write(&format!("{edition}/edition.yaml"), yaml);
            for (at, lang) in ["en", "ru"].into_iter().enumerate() {
                let other = self.title((policy + 1) % 3, lang);
                let days = 3 + self.words[policy][at];
                let mut text = match lang {
                    "en" => format!(
                        "# {}\n\n## 1. General\n\n1.1. A request is answered within {days} days, edition {number}.\n\n1.2. See the {other} and clause 1.1.\n",
                        self.title(policy, lang)
                    ),
                    _ => format!(
                        "# {}\n\n## 1. Общее\n\n1.1. На запрос отвечают в течение {days} дней, редакция {number}.\n\n1.2. См. «{other}» и пункт 1.1.\n",
                        self.title(policy, lang)
                    ),
                };
                for clause in 0..self.clauses[policy] {
                    text += &format!("\n1.{}. {}\n", clause + 3, ["One more.", "Ещё один."][at]);
                }
                self.sample.write(&format!("{edition}/{lang}.md"), text);
            }
        }
    }

    fn carry_out(&mut self, edit: &Edit) {
        match *edit {
            Edit::Words(policy, lang, words) => {
                self.words[policy][usize::from(lang != "en")] = words;
            }
            Edit::Title(policy, title) => self.titles[policy] = title,
            Edit::Clause(policy) => self.clauses[policy] = (self.clauses[policy] + 1) % 3,
            Edit::Policy(policy) => self.there[policy] = !self.there[policy],
            Edit::Rename(policy) => {
                let folder = format!("content/{}", self.names[policy]);
                if self.there[policy] {
                    self.sample.remove(&folder);
                }
                self.names[policy].push_str("-x");
            }
            Edit::Position(policy, position) => self.positions[policy] = position,
            Edit::Draft(policy) => self.drafts[policy] = !self.drafts[policy],
            Edit::Site(site) => self.site = site,
            Edit::Pages(pages) => self.pages = pages,
            Edit::Static(number) => match number {
                0 => drop(self.sample.write("static/a.txt", "a")),
                1 => drop(self.sample.write("static/a.txt", "b")),
                _ if self.sample.path("static").exists() => drop(self.sample.remove("static")),
                _ => {}
            },
            Edit::Template(number) => {
                self.sample
                    .write("themes/own/theme.yaml", "base: default\n");
                let html = format!("<footer>{number}</footer>");
                self.sample.write("themes/own/templates/components/owner.html", format!("{{% component owner(owner, @words) -%}}\n{html}\n{{%- endcomponent owner %}}\n"));
            }
            Edit::Glossary(number) => {
                let (en, ru) = [("request", "запрос"), ("answer", "ответ")][usize::from(number)];
                let yaml = format!(
                    "concepts:\n  thing:\n    forms:\n      en: [{en}~]\n      ru: [{ru}~]\n"
                );
                self.sample.write("content/glossary.yaml", yaml);
            }
            Edit::Day(day) => self.day = usize::from(day),
            Edit::Drafts => {
                self.shown = match self.shown {
                    Drafts::Hidden => Drafts::Shown,
                    Drafts::Shown => Drafts::Hidden,
                }
            }
        }
        for policy in 0..3 {
            self.write(policy);
        }
        let theme = match self.sample.path("themes/own").exists() {
            true => "theme: own\n",
            false => "",
        };
        let pages =
            ["", "pages: { history: no }\n", "pages: { editions: no }\n"][usize::from(self.pages)];
        let site = format!(
            "base_url: https://sample.example\nlanguages: [en, ru]\ntitle: {{ en: Legal {}, ru: Право }}\n\
             owner: {{ name: {{ en: Sample, ru: Образец }} }}\n{theme}{pages}",
            self.site
        );
        self.sample.write("site.yaml", site);
    }

    /// Builds with the cache, then anew; both have to be the same, findings and all.
    fn compare(&self, room: usize) {
        let root = self.sample.path("");
        let occasion = Occasion {
            today: DAYS[self.day].parse().unwrap(),
            drafts: self.shown,
        };
        let cache = self.sample.path(".tarmaq-cache");
        let told = |output: &str, means| {
            let output = self.sample.path(output);
            let report = build(&root, &output, occasion, Strictness::Usual, means, &Unseen);
            let report = report.unwrap().report;
            let findings: Vec<String> = report
                .findings
                .iter()
                .map(|finding| {
                    let places = finding.labels.iter().map(|label| {
                        let file = report.sources.get(label.file);
                        (file.path().to_owned(), label.span)
                    });
                    let places: Vec<_> = places.collect();
                    format!("{} {} {places:?}", finding.rule.name, finding.message)
                })
                .collect();
            (findings, report.scope)
        };
        let within = Means {
            cache: Some(cache.as_path()),
            room,
        };
        let warm = told("public", within);
        let cold = told("cold", Means::default());
        assert_eq!(warm, cold);
        let files = |folder| crate::common::sample::files(&self.sample.path(folder));
        let (warm, cold) = match self.sample.path("public").exists() {
            true => (files("public"), files("cold")),
            false => return,
        };
        let paths = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
            files.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(paths(&warm), paths(&cold));
        let other = warm.iter().find(|(path, bytes)| cold[*path] != **bytes);
        assert_eq!(other.map(|(path, _)| path), None);
    }
}

/// Builds, edits and builds again.
fn follow(edits: &[Edit], room: usize) {
    let mut site = Edited::new();
    site.compare(room);
    for edit in edits {
        site.carry_out(edit);
        site.compare(room);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn warm_equals_cold(edits in proptest::collection::vec(edits(), 1..6)) {
        follow(&edits, Means::default().room);
    }

    /// Without room for the texts they are read twice.
    #[test]
    fn warm_equals_cold_without_room(edits in proptest::collection::vec(edits(), 1..6)) {
        follow(&edits, 0);
    }
}
