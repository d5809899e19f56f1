//! What a configuration file says, as lines.

use tarmaq::config::{self, EditionFile, FormsFile, PolicyFile, SiteFile};
use tarmaq::diagnostic::Finding;
use tarmaq::model::{Lang, Localized, Redlines};
use tarmaq::source::{FileId, SourceFile};

/// Reads `site.yaml`, `glossary.yaml`, `policy.yaml` or `edition.yaml`; an edition's folder is called as the number
/// it names, or 1.0.
pub(crate) fn dump(id: FileId, file: &SourceFile) -> (String, Vec<Finding>) {
    let mut lines = Vec::new();
    let mut fact =
        |name: &str, value: &dyn std::fmt::Debug| lines.push(format!("{name} {value:?}"));
    let findings = match file.path() {
        "site.yaml" => {
            let (site, findings) = config::site(id, file, config::read::<SiteFile>(id, file));
            fact("base_url", &site.base_url);
            let languages: Vec<_> = site.languages.iter().map(ToString::to_string).collect();
            fact("languages", &languages.join(" "));
            fact("theme", &site.theme);
            for (name, level) in &site.rules {
                fact(&format!("rule {name}"), level);
            }
            let parts = [
                ("title", &site.title),
                ("owner name", &site.owner.name),
                ("owner address", &site.owner.address),
                ("owner phone", &site.owner.phone),
                ("owner email", &site.owner.email),
            ];
            for (name, words) in parts {
                localized(name, words, &mut fact);
            }
            findings
        }
        "policy.yaml" => {
            let reading = config::read::<PolicyFile>(id, file);
            let (policy, findings) = config::policy(id, file, "privacy-policy", reading);
            fact("position", &policy.position);
            match &policy.redlines {
                Redlines::Neighbours => {}
                Redlines::All => fact("redlines", &"all"),
                Redlines::Pairs(pairs) => {
                    for pair in pairs {
                        fact("redline", &format!("{} to {}", pair.from, pair.to));
                    }
                }
            }
            findings
        }
        "edition.yaml" => {
            let reading = config::read::<EditionFile>(id, file);
            let languages = ["kk", "ru", "en"].map(|code| Lang::new(code).unwrap());
            let (edition, findings) = config::edition(id, file, "1.10", &languages, reading);
            fact("edition", &edition.number);
            match &edition.order {
                None => fact("order", &None::<String>),
                Some(order) => {
                    fact("order number", &order.number);
                    match &order.date {
                        None => fact("order date", &None::<String>),
                        Some(date) => fact("order date", date),
                    }
                }
            }
            match &edition.updated {
                None => fact("updated", &None::<String>),
                Some(updated) => fact("updated", updated),
            }
            fact("in force", &edition.in_force);
            if let Some(until) = edition.until {
                fact("until", &until);
            }
            if let Some(repeal) = &edition.repeal {
                fact("repealed", &repeal.date);
                if let Some(order) = &repeal.order {
                    fact("repealed by order", &order.number);
                    match &order.date {
                        None => fact("repealed by order of", &None::<String>),
                        Some(date) => fact("repealed by order of", date),
                    }
                }
            }
            localized("summary", &edition.summary, &mut fact);
            for corrigendum in &edition.corrigenda {
                fact("corrigendum", &corrigendum.date);
                localized("  because", &corrigendum.reason, &mut fact);
                fact("  at", &file.slice(corrigendum.span));
            }
            for accepted in &edition.accepted {
                let clauses = accepted.clauses.join(" ");
                let (rule, language) = (&accepted.rule, &accepted.language);
                fact(
                    &format!("accepted {rule} {language} [{clauses}]"),
                    &accepted.words,
                );
                fact("  because", &accepted.reason);
                fact("  at", &file.slice(accepted.span));
            }
            findings
        }
        "glossary.yaml" => {
            let languages = ["kk", "ru", "en"].map(|code| Lang::new(code).unwrap());
            let reading = config::read(id, file);
            let (glossary, findings) = config::glossary(id, file, reading, &languages);
            for words in &glossary.protected {
                fact("protected", &words.0);
            }
            for (concept, entry) in &glossary.concepts {
                forms(&concept.0, &entry.forms, &mut fact);
                forms(&format!("{} not", concept.0), &entry.forbidden, &mut fact);
                if let Some(note) = &entry.note {
                    fact(&format!("{} note", concept.0), &note.0);
                }
            }
            findings
        }
        other => panic!("nobody reads {other}"),
    };
    lines.push(String::new());
    (lines.join("\n"), findings)
}

fn localized(name: &str, words: &Localized, fact: &mut impl FnMut(&str, &dyn std::fmt::Debug)) {
    for (lang, words) in words {
        fact(&format!("{name} {lang}"), words);
    }
}

fn forms(name: &str, forms: &FormsFile, fact: &mut impl FnMut(&str, &dyn std::fmt::Debug)) {
    for (code, forms) in forms {
        let forms: Vec<&str> = forms.iter().map(|form| form.0.as_str()).collect();
        fact(&format!("{name} {}", code.0), &forms.join(", "));
    }
}
