//! What a case needs around its texts: a policy that holds them, and the languages.

use std::collections::BTreeMap;

use tarmaq::config;
use tarmaq::lang::{Glossary, Language, built_in};
use tarmaq::model::{Edition, Lang, Order, Places, Policy, Text};
use tarmaq::source::{FileId, SourceFile, Sources, Span};

/// A policy with one edition of these texts, and the file that describes it.
#[allow(dead_code, reason = "redlines are of texts alone")]
pub(crate) fn policy(texts: Vec<Text>, sources: &mut Sources) -> Policy {
    let date = "2025-12-10".parse().unwrap();
    let number = "06-О/Д".to_owned();
    let file = sources.add(SourceFile::new("edition.yaml", number.clone()));
    let span = Span::new(0, number.len());
    let edition = Edition {
        file,
        number: "1.1".to_owned(),
        places: Places::default(),
        order: Some(Order {
            number,
            span,
            date: Some(date),
            date_span: span,
        }),
        updated: Some(date),
        in_force: None,
        until: None,
        repeal: None,
        summary: BTreeMap::new(),
        corrigenda: Vec::new(),
        accepted: Vec::new(),
        texts,
        seal: None,
        unread: Vec::new(),
        spoilt: None,
    };
    Policy {
        editions: vec![edition],
        ..config::bare_policy("sample-policy")
    }
}

/// The languages that tarmaq brings.
pub(crate) fn languages() -> BTreeMap<Lang, Language> {
    let languages = ["kk", "ru", "en"].map(|code| {
        let lang = Lang::new(code).unwrap();
        let (path, text) = built_in(&lang).unwrap();
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new(&path, text.to_owned()));
        let reading = config::read(id, sources.get(id));
        assert_eq!(reading.findings, vec![], "{path}");
        (lang.clone(), Language::new(lang, reading.value).unwrap())
    });
    languages.into()
}

/// The glossary that a case brings.
#[allow(
    dead_code,
    reason = "only some test programs have cases with a glossary"
)]
pub(crate) fn glossary(id: FileId, file: &SourceFile) -> Glossary {
    let languages = ["kk", "ru", "en"].map(|code| Lang::new(code).unwrap());
    let (glossary, findings) = config::glossary(id, file, config::read(id, file), &languages);
    assert_eq!(findings, vec![], "{}", file.path());
    Glossary::new(glossary)
}
