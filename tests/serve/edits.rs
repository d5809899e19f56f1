//! Edits of a small site: of all kinds that may change what it shows or what is found in it.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use crate::common::sample::Sample;

/// The site that is edited: two policies that speak of each other, one of them with two editions.
pub(crate) fn site() -> Sample {
    let sample = Sample::small();
    for (folder, number, date) in [
        ("content/sample-policy/1.1", "1.1", "2025-06-01"),
        ("content/other-notice/1.0", "1.0", "2025-04-01"),
    ] {
        let yaml = format!(
            "edition: \"{number}\"\norder:\n  number: {number}-П\n  date: {date}\nupdated: {date}\n"
        );
        sample.write(&format!("{folder}/edition.yaml"), yaml);
        let titles = match number {
            "1.1" => ["Sample Policy", "Политика-образец"],
            _ => ["Notice of Other Things", "Уведомление о прочем"],
        };
        for (lang, title, text) in [
            ("en", titles[0], texts::EN[0]),
            ("ru", titles[1], texts::RU[0]),
        ] {
            sample.write(
                &format!("{folder}/{lang}.md"),
                format!("# {title}\n\n{text}"),
            );
        }
    }
    sample.write("content/other-notice/policy.yaml", "position: 2\n");
    sample
}

/// What is done to the site.
#[derive(Clone, Debug)]
pub(crate) enum Edit {
    /// A file gets these bytes.
    Write(String, Vec<u8>),
    /// A file or folder is taken away.
    Remove(String),
    /// A file or folder gets another name.
    Rename(String, String),
    /// A folder is copied.
    Copy(String, String),
    /// A folder is made.
    Folder(String),
    /// An edition is sealed.
    Seal(String, String),
}

impl Edit {
    /// Does it; gives the paths that were touched. What cannot be done is left undone.
    pub(crate) fn carry_out(&self, site: &Sample) -> Vec<String> {
        let done = |did: std::io::Result<()>, paths: &[&String]| match did {
            Ok(()) => paths.iter().map(|path| (*path).clone()).collect(),
            Err(_) => Vec::new(),
        };
        match self {
            Self::Write(path, bytes) => {
                let place = site.path(path);
                let made = fs::create_dir_all(place.parent().unwrap());
                done(made.and_then(|()| fs::write(place, bytes)), &[path])
            }
            Self::Remove(path) => {
                let place = site.path(path);
                let removed = match place.is_dir() {
                    true => fs::remove_dir_all(place),
                    false => fs::remove_file(place),
                };
                done(removed, &[path])
            }
            Self::Rename(from, to) => done(fs::rename(site.path(from), site.path(to)), &[from, to]),
            Self::Copy(from, to) => match site.path(from).exists() && !site.path(to).exists() {
                false => Vec::new(),
                true => done(copy(&site.path(from), &site.path(to)), &[to]),
            },
            Self::Folder(path) => done(fs::create_dir_all(site.path(path)), &[path]),
            Self::Seal(policy, edition) => {
                site.run(&[
                    "seal",
                    policy,
                    edition,
                    "--date",
                    crate::common::tarmaq::DAY,
                ]);
                vec![format!("content/{policy}/{edition}/seal.yaml")]
            }
        }
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy(&from, &to)?,
            false => fs::copy(&from, &to).map(|_| ())?,
        }
    }
    Ok(())
}

/// Some edits, one behind the other.
pub(crate) fn edits(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 1..=most)
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => text_edit(),
        3 => facts_edit(),
        3 => folder_edit(),
        2 => frame_edit(),
    ]
}

fn policy() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["sample-policy", "other-notice", "third"])
}

fn edition() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["1.0", "1.1", "2.0"])
}

fn text_edit() -> impl Strategy<Value = Edit> {
    let body = (any::<bool>(), 0..texts::TITLES.len(), 0..texts::EN.len());
    (policy(), edition(), body, 0..12_u8).prop_map(|(policy, edition, (ru, title, body), how)| {
        let lang = if ru { "ru" } else { "en" };
        let path = format!("content/{policy}/{edition}/{lang}.md");
        let body = if ru { texts::RU[body] } else { texts::EN[body] };
        let title = texts::TITLES[title][usize::from(ru)];
        match how {
            0 => Edit::Remove(path),
            1 => Edit::Write(path, b"# \xC4\xE0\n\n1.1. \xED\xE5\xF2.\n".to_vec()),
            2 => Edit::Write(path, Vec::new()),
            3 => Edit::Write(path, format!("\n\n# {title}\n\n{body}").into_bytes()),
            _ => Edit::Write(path, format!("# {title}\n\n{body}").into_bytes()),
        }
    })
}

fn facts_edit() -> impl Strategy<Value = Edit> {
    let facts = prop::sample::select(texts::FACTS.to_vec());
    (policy(), edition(), facts, 0..10_u8).prop_map(|(policy, edition, facts, how)| match how {
        0 => Edit::Write(
            format!("content/{policy}/policy.yaml"),
            b"position: 1\n".to_vec(),
        ),
        1 => Edit::Write(
            format!("content/{policy}/policy.yaml"),
            b"redlines: all\nposition: 3\n".to_vec(),
        ),
        2 => Edit::Remove(format!("content/{policy}/policy.yaml")),
        3 => Edit::Seal(policy.to_owned(), edition.to_owned()),
        _ => {
            let yaml = format!("edition: \"{edition}\"\n{facts}");
            Edit::Write(
                format!("content/{policy}/{edition}/edition.yaml"),
                yaml.into_bytes(),
            )
        }
    })
}

fn folder_edit() -> impl Strategy<Value = Edit> {
    let places = (policy(), policy(), edition(), edition());
    (places, 0..10_u8).prop_map(|((policy, other, edition, next), how)| {
        let (one, two) = (format!("content/{policy}"), format!("content/{other}"));
        match how {
            0 => Edit::Rename(one, two),
            1 => Edit::Copy(one, two),
            2 => Edit::Remove(one),
            3 => Edit::Rename(format!("{one}/{edition}"), format!("{one}/{next}")),
            4 => Edit::Copy(format!("{one}/{edition}"), format!("{two}/{next}")),
            5 => Edit::Remove(format!("{one}/{edition}")),
            6 => Edit::Folder(format!("{one}/3.0")),
            7 => Edit::Folder("content/empty".to_owned()),
            8 => Edit::Write(format!("{one}/{edition}/notes/stray.txt"), b"x".to_vec()),
            _ => Edit::Remove(format!("{one}/{edition}/seal.yaml")),
        }
    })
}

fn frame_edit() -> impl Strategy<Value = Edit> {
    prop::sample::select(texts::FRAME.to_vec()).prop_map(|(path, text)| match text {
        "" => Edit::Remove(path.to_owned()),
        text => Edit::Write(path.to_owned(), text.as_bytes().to_vec()),
    })
}

/// What is written.
mod texts {
    /// Titles in English and Russian.
    pub(super) const TITLES: [[&str; 2]; 3] = [
        ["Sample Policy", "Политика-образец"],
        ["Notice of Other Things", "Уведомление о прочем"],
        ["Rules of the House", "Правила дома"],
    ];

    /// Texts in English.
    pub(super) const EN: [&str; 5] = [
        "## 1. General\n\n1.1. See the Notice of Other Things and the Sample Policy.\n\n\
         1.2. A request is answered within 3 (three) days.\n",
        "## 1. General\n\n1.1. See the Rules of the House.\n\n\
         1.2. A request is answered within 4 (four) days.\n\n## 2. Contact\n\n2.1. Write to us.\n",
        "## 1. General\n\n1.1. The house is open.\n\n1.3. See clause 1.1.\n\n\
         | Day | Hours |\n|---|---|\n| Monday | 8 |\n",
        "## 1. General\n\n1.1. The company keeps the data carrier.\n",
        "1.1 Nothing\n\n- a\n- b\n\n```\nlet a = 1;\n```\n",
    ];

    /// Texts in Russian, in the same order.
    pub(super) const RU: [&str; 5] = [
        "## 1. Общие положения\n\n1.1. См. Уведомление о прочем и Политику-образец.\n\n\
         1.2. Ответ на запрос дается в течение 3 (трех) дней.\n",
        "## 1. Общие положения\n\n1.1. См. Правила дома.\n\n\
         1.2. Ответ на запрос дается в течение 4 (четырех) дней.\n\n\
         ## 2. Контакты\n\n2.1. Пишите нам.\n",
        "## 1. Общие положения\n\n1.1. Дом открыт.\n\n1.3. См. пункт 1.1.\n\n\
         | День | Часы |\n|---|---|\n| Понедельник | 8 |\n",
        "## 1. Общие положения\n\n1.1. Компания хранит носитель данных.\n",
        "1.1 Ничего\n\n- а\n- б\n\n```\nlet a = 1;\n```\n",
    ];

    /// Facts of an edition.
    pub(super) const FACTS: [&str; 5] = [
        "order:\n  number: 7-П\n  date: 2025-05-01\nupdated: 2025-05-01\n",
        "order:\n  number: 7-П\n  date: 2025-07-01\nupdated: 2025-07-01\nin_force: 2026-03-01\n",
        "",
        "order: [\n",
        "order:\n  number: 8-П\n  date: 2025-02-01\nupdated: 2025-02-01\naccepted:\n\
         - rule: number-gap\n  language: ru\n  clause: \"1.3\"\n  words: 1.3.\n  reason: so approved\n",
    ];

    /// What holds for all policies; nothing for a file that is taken away.
    pub(super) const FRAME: [(&str, &str); 13] = [
        (
            "site.yaml",
            "base_url: https://sample.example/legal\nlanguages: [ru, en]\n\
             title: {en: Legal, ru: Право}\nowner: {name: {en: A, ru: Б}}\n",
        ),
        (
            "site.yaml",
            "base_url: https://sample.example\nlanguages: [en, ru]\ntheme: own\n\
             rules: {number-gap: off}\ntitle: {en: Legal, ru: Право}\n",
        ),
        ("site.yaml", "base_url: [\n"),
        (
            "site.yaml",
            "base_url: https://sample.example\nlanguages: [en, ru]\n\
             title: {en: Legal, ru: Право}\nowner: {name: {en: A, ru: Б}}\n",
        ),
        ("themes/own/theme.yaml", "base: default\n"),
        (
            "themes/own/templates/not-found.html",
            "{% extends \"default/not-found.html\" %}\n",
        ),
        ("themes/own/templates/not-found.html", "{% extends \n"),
        ("themes/own/templates/not-found.html", ""),
        ("themes/own/assets/own.css", "p { color: #ff0000 }\n"),
        ("static/hello.txt", "hello\n"),
        ("static/en/index.html", "in the way\n"),
        ("static/en/index.html", ""),
        (
            "content/glossary.yaml",
            "terms:\n- en: data carrier\n  ru: носитель данных\n",
        ),
    ];
}
