//! What is published of a seal.

use serde_json::Value;

use super::sealing::{EDITION, EN, seal, sealed};
use crate::common::sample::Sample;
use crate::common::schema::fits;

fn data(sample: &Sample, lang: &str) -> Value {
    serde_json::from_str(&sample.page(&format!("{lang}/sample-policy/1.0/edition.json"))).unwrap()
}

#[test]
fn the_facts_of_an_edition_are_published_as_they_are_described() {
    let schema = Sample::nothing()
        .run(&["explain", "--schema", "edition"])
        .expect(0);
    let unsealed = Sample::small();
    let sealed = sealed();
    let corrected = super::sealing::sealed();
    corrected.replace(EN, "is made up", "was made up");
    corrected.append(
        EDITION,
        "corrigenda:\n- date: 2026-01-10\n  reason: { en: a slip of the pen, ru: описка }\n",
    );
    seal(&corrected, "1.0", 0);
    for sample in [&unsealed, &sealed, &corrected] {
        sample.build().expect(0);
        let data = data(sample, "en");
        fits(&schema.stdout, &data);
        assert_eq!(data["order"]["number"], "01-П");
        assert_eq!(data["state"], "in-force");
        assert_eq!(data["languages"][0]["clauses"][2]["address"], "1.1");
        assert_eq!(
            sample.page("en/sample-policy/1.0/edition.json"),
            sample.page("ru/sample-policy/1.0/edition.json")
        );
    }
    assert_eq!(data(&unsealed, "en")["digest"], Value::Null);
    assert_eq!(
        data(&unsealed, "en")["languages"],
        data(&sealed, "en")["languages"]
    );
    assert_ne!(
        data(&corrected, "en")["digest"],
        data(&sealed, "en")["digest"]
    );
    assert_eq!(
        data(&corrected, "en")["corrigenda"][0]["clauses"][0]["address"],
        "1.1"
    );
}

#[test]
fn the_page_of_an_edition_shows_its_digest_and_its_corrections() {
    let sample = sealed();
    sample.replace(EN, "is made up", "was made up");
    sample.append(
        EDITION,
        "corrigenda:\n- date: 2026-01-10\n  reason: { en: a slip of the pen, ru: описка }\n",
    );
    let told = seal(&sample, "1.0", 0);
    let digest = told.lines().last().unwrap();
    sample.build().expect(0);
    for (lang, reason, day) in [
        ("en", "a slip of the pen", "10 January 2026"),
        ("ru", "описка", "10 января 2026"),
    ] {
        let page = sample.page(&format!("{lang}/sample-policy/1.0/index.html"));
        for words in [digest, &digest[7..19], reason, day, "edition.json"] {
            assert!(page.contains(words), "{lang}: {words}\n{page}");
        }
    }
}
