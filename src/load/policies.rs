use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Shelf;
use super::content::{Content, EditionFolder, PolicyFolder};
use super::folder_names::{is_edition_name, is_policy_name};
use super::headings::Headings;
use super::recalled::recalled;
use super::{Memory, redlines, seals};
use crate::check::{
    broken_seal, invalid_folder, locate, missing_edition_file, missing_language, no_editions,
    unknown_file,
};
use crate::config;
use crate::diagnostic::{Finding, Place};
use crate::model::{Edition, Lang, Policy, Seal, Site, SpoiltSeal, Text};
use crate::parse::parse;
use crate::seal;
use crate::source::{Error, FileId, Sources, Span};

/// What becomes of texts once all is known of them that the rest of the site needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// They stay as they are.
    Kept,
    /// They are set aside, but for those that are not as they were sealed.
    SetAside,
}

/// The policies of the site, in the order of the index, with all their texts.
pub(super) fn policies(
    shelf: &mut Shelf,
    site: &Site,
    content: Content,
    texts: Texts,
    memory: &dyn Memory,
) -> Result<Vec<Policy>, Error> {
    let sources = &shelf.sources;
    let witnesses = content.witnesses;
    let headings = Headings::new(&site.languages);
    let read = content.policies.into_par_iter().map(|(name, folder)| {
        let mut desk = Desk {
            sources,
            site,
            findings: Vec::new(),
        };
        let files = folder.files();
        if let Some((mut policy, findings)) = recalled(memory, &name, &files, sources, site) {
            headings.count(&mut policy);
            return Ok((Some(policy), Vec::new(), findings));
        }
        let mut policy = desk.policy(&name, folder);
        let odd = policy.as_ref().map(|policy| seals::odd(policy, &witnesses));
        let odd = odd.transpose()?.unwrap_or_default();
        if let Some(policy) = &policy
            && odd.is_empty()
        {
            memory.keep(&name, &files, policy, &desk.findings, sources);
        }
        if let Some(policy) = &mut policy
            && texts == Texts::SetAside
            && odd.is_empty()
        {
            let own = policy.editions.iter_mut().flat_map(|e| &mut e.texts);
            own.for_each(Text::set_aside);
        }
        if let Some(policy) = &mut policy {
            headings.count(policy);
        }
        Ok((policy, odd, desk.findings))
    });
    let read: Vec<_> = read.collect::<Result<_, Error>>()?;
    let mut policies = Vec::with_capacity(read.len());
    for (policy, odd, findings) in read {
        shelf.findings.extend(findings);
        if let Some(mut policy) = policy {
            seals::tell(shelf, &mut policy, odd, &witnesses);
            policies.push(policy);
        }
    }
    headings.forget_unlisted(&mut policies);
    put_in_order(&mut policies);
    Ok(policies)
}

/// Puts policies in the order of the index.
pub(super) fn put_in_order(policies: &mut [Policy]) {
    policies.sort_by(|a, b| order(a).cmp(&order(b)));
}

fn order(policy: &Policy) -> (u32, &str) {
    (policy.position.unwrap_or(u32::MAX), &policy.slug)
}

/// Where one policy is put together.
struct Desk<'a> {
    sources: &'a Sources,
    site: &'a Site,
    findings: Vec<Finding>,
}

impl Desk<'_> {
    fn policy(&mut self, name: &str, folder: PolicyFolder) -> Option<Policy> {
        let any = folder
            .policy
            .or_else(|| folder.editions.values().find_map(any_file))?;
        if !is_policy_name(name) {
            self.findings.push(invalid_folder::finding(any, name));
        }
        let mut policy = match folder.policy {
            Some(id) => {
                let file = self.sources.get(id);
                let (policy, findings) = config::policy(id, file, name, config::read(id, file));
                self.findings.extend(findings);
                policy
            }
            None => config::bare_policy(name),
        };
        if folder.editions.is_empty() {
            self.findings.push(no_editions::finding(any));
        }
        for (edition_name, edition_folder) in folder.editions {
            let before = self.findings.len();
            policy
                .editions
                .extend(self.edition(name, &edition_name, &edition_folder));
            let place = Place {
                policy: Some(name.to_owned()),
                edition: Some(edition_name),
                ..Place::default()
            };
            for finding in &mut self.findings[before..] {
                finding.locate(&place);
            }
        }
        let place = Place {
            policy: Some(name.to_owned()),
            ..Place::default()
        };
        for finding in &mut self.findings {
            finding.locate(&place);
        }
        policy.editions.sort_by_key(Edition::place_in_history);
        if let Some(id) = folder.policy {
            redlines::report(id, &policy, &mut self.findings);
        }
        Some(policy)
    }

    fn edition(&mut self, policy: &str, name: &str, folder: &EditionFolder) -> Option<Edition> {
        let any = any_file(folder)?;
        if !is_edition_name(name) {
            self.findings.push(invalid_folder::finding(any, name));
        }
        let Some(id) = folder.edition else {
            let path = format!("content/{policy}/{name}/edition.yaml");
            self.findings
                .push(missing_edition_file::finding(any, &path));
            return None;
        };
        let file = self.sources.get(id);
        let reading = config::read_once(id, file);
        let (mut edition, findings) =
            config::edition(id, file, name, &self.site.languages, reading);
        self.findings.extend(findings);
        self.report_strangers(&folder.texts);
        for lang in &self.site.languages {
            match folder.texts.get(lang.code()) {
                Some(text) => edition.texts.push(self.text(*text, lang)),
                None => {
                    let path = format!("content/{policy}/{name}/{lang}.md");
                    let finding = missing_language::finding(id, Span::at(0), lang, &path);
                    self.findings.push(finding);
                }
            }
        }
        match folder.seal.map(|id| self.seal(id)) {
            None => {}
            Some(Some(seal)) if seal.facts.edition == edition.number => edition.seal = Some(seal),
            Some(Some(seal)) => edition.spoilt = Some(SpoiltSeal::Foreign(Box::new(seal))),
            Some(None) => edition.spoilt = Some(SpoiltSeal::Unreadable),
        }
        Some(edition)
    }

    /// The seal in a file, unless it is faulty.
    fn seal(&mut self, id: FileId) -> Option<Seal> {
        match seal::read(id, self.sources.get(id)) {
            Ok(seal) => Some(seal),
            Err(fault) => {
                let finding = broken_seal::finding(id, fault.range.into(), &fault.why);
                self.findings.push(finding);
                None
            }
        }
    }

    fn text(&mut self, id: FileId, lang: &Lang) -> Text {
        let (text, mut findings) = parse(id, self.sources.get(id), lang);
        locate(&text, &mut findings);
        self.findings.extend(findings);
        text.fitted()
    }

    /// Reports the texts in languages that the site does not have.
    fn report_strangers(&mut self, texts: &BTreeMap<String, FileId>) {
        for (name, id) in texts {
            if !self.site.languages.iter().any(|lang| lang.code() == name) {
                let why = format!("the site has no language `{name}`");
                let help = "rename the file, or add the language to `languages` in site.yaml";
                self.findings.push(unknown_file::finding(*id, &why, help));
            }
        }
    }
}

fn any_file(folder: &EditionFolder) -> Option<FileId> {
    folder
        .edition
        .or_else(|| folder.texts.values().next().copied())
}
