use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::examine::{Examined, examine_policy, links_of};
use super::press::Press;
use super::recall::Recall;
use super::recording::Recording;
use super::settle::settle_of;
use super::sheets::PolicySheets;
use super::{Occasion, Progress};
use crate::check::{Context, Pieces, stale_acceptance};
use crate::diagnostic::{Finding, Severity, Strictness, Summary};
use crate::links::Links;
use crate::load::Loaded;
use crate::model::{Level, Policy};
use crate::site::plan_policy;
use crate::source::{Error, FileId};
use crate::write::Output;

/// A round of the policies of a site: each is examined, and its pages are made and written.
///
/// What that takes is dropped behind it, so that a large site does not stand in memory as a whole; and
/// pages are made of what was just examined, not fetched from far away again.
pub(super) struct Round<'r> {
    pub(super) loaded: &'r Loaded,
    pub(super) context: &'r Context<'r>,
    pub(super) occasion: Occasion,
    /// What a build before found out.
    pub(super) recall: Option<&'r Recall<'r>>,
    /// What makes the pages; without it, policies are only examined.
    pub(super) printer: Option<&'r Printer<'r>>,
    pub(super) progress: &'r dyn Progress,
}

/// What makes the pages of policies.
pub(super) struct Printer<'r> {
    pub(super) press: Press<'r>,
    /// Where they are recorded for the next build.
    pub(super) recording: Option<&'r Recording<'r>>,
    pub(super) strictness: Strictness,
    /// Whether something was found with which the site will not be published: no more pages are made.
    pub(super) hopeless: AtomicBool,
}

/// What came of a round.
pub(super) struct Walked {
    pub(super) findings: Vec<Finding>,
    /// What is compared between the policies.
    pub(super) pieces: Vec<Arc<Pieces>>,
    /// What templates could not do.
    pub(super) met: Result<Vec<Finding>, Error>,
}

impl Round<'_> {
    /// Goes round.
    pub(super) fn walk(&self) -> Walked {
        let policies = self.loaded.site.policies.par_iter();
        let steps: Vec<_> = policies.map(|policy| self.step(policy)).collect();
        let count = steps.iter().map(|(examined, _)| examined.findings.len());
        let mut findings = Vec::with_capacity(count.sum());
        let mut met = Ok(Vec::new());
        let mut pieces = Vec::with_capacity(steps.len());
        for (examined, printed) in steps {
            findings.extend(examined.findings);
            pieces.push(Arc::new(examined.pieces));
            match (&mut met, printed) {
                (Ok(met), Ok(printed)) => met.extend(printed),
                (Ok(_), Err(error)) => met = Err(error),
                (Err(_), _) => {}
            }
        }
        Walked {
            findings,
            pieces,
            met,
        }
    }

    /// Examines a policy, and has its pages made.
    fn step(&self, policy: &Policy) -> (Examined, Result<Vec<Finding>, Error>) {
        let whole = OnceCell::new();
        let whole = || &**whole.get_or_init(|| self.loaded.whole(policy));
        let known = self.recall.and_then(|recall| recall.examined(policy));
        let recalled = known.is_some();
        let mut examined = known.unwrap_or_else(|| examine_policy(whole(), self.context));
        if let Some(recall) = self.recall.filter(|_| !recalled) {
            recall.keep(policy, &examined);
        }
        let links = std::mem::take(&mut examined.links);
        let printed = match self.printer {
            Some(printer) if !self.gives_up(printer, policy, &examined.findings) => {
                let links = (!recalled).then_some(links);
                let own = OwnPages {
                    round: self,
                    whole: &whole,
                    links: links.map(OnceCell::from).unwrap_or_default(),
                };
                match printer.recording {
                    Some(recording) => recording.print_policy(policy, recalled, &own),
                    None => own.print(printer.press.output),
                }
            }
            _ => Ok(Vec::new()),
        };
        self.progress.advance(1);
        (examined, printed)
    }

    /// Whether no pages are to be made any more: with what was found in this policy, or in one before,
    /// the site will not be published.
    fn gives_up(&self, printer: &Printer<'_>, policy: &Policy, findings: &[Finding]) -> bool {
        let own = std::slice::from_ref(policy);
        if fails_already(self.loaded, own, findings, printer.strictness) {
            printer.hopeless.store(true, Ordering::Relaxed);
        }
        printer.is_hopeless()
    }
}

/// Whether a site will not be published with what was found about some policies, whatever else is found.
/// An acceptance that nothing answers to yet may still be answered.
pub(super) fn fails_already(
    loaded: &Loaded,
    policies: &[Policy],
    findings: &[Finding],
    strictness: Strictness,
) -> bool {
    // Most sites have nothing of the kind, and need not be looked at closely.
    let raised = |finding: &Finding| {
        loaded.site.rules.get(finding.rule.name) == Some(&Level::Error)
            || strictness == Strictness::Strict
    };
    let severe = |finding: &&Finding| finding.severity == Severity::Error || raised(finding);
    let severe: Vec<Finding> = findings.iter().filter(severe).cloned().collect();
    if severe.is_empty() {
        return false;
    }
    let mut settled = settle_of(loaded, policies, severe, &[]);
    let stale = |finding: &Finding| finding.rule.name == stale_acceptance::RULE.name;
    settled.findings.retain(|finding| !stale(finding));
    Summary::of(&settled.findings, &[]).fails(strictness)
}

impl Printer<'_> {
    /// Whether no more pages are to be made.
    pub(super) fn is_hopeless(&self) -> bool {
        self.hopeless.load(Ordering::Relaxed)
    }
}

/// The pages about one policy, as far as they are needed.
pub(super) struct OwnPages<'o> {
    round: &'o Round<'o>,
    /// The policy with all its texts.
    whole: &'o dyn Fn() -> &'o Policy,
    links: OnceCell<BTreeMap<FileId, Links>>,
}

impl OwnPages<'_> {
    /// Where the words of its texts lead.
    pub(super) fn links(&self) -> &BTreeMap<FileId, Links> {
        self.links
            .get_or_init(|| links_of((self.whole)(), self.round.context))
    }

    /// Makes them and writes them to an output. What templates cannot do is in the findings.
    pub(super) fn print(&self, output: &dyn Output) -> Result<Vec<Finding>, Error> {
        let Round {
            loaded,
            occasion,
            printer,
            ..
        } = self.round;
        let Some(printer) = printer else {
            return Ok(Vec::new());
        };
        let whole = (self.whole)();
        let plan = plan_policy(&loaded.site, whole, occasion.today, occasion.drafts);
        let press = Press {
            output,
            links: self.links(),
            ..printer.press
        };
        let sheets = PolicySheets::of(plan.pages.iter().collect());
        press.print_policy(whole, &sheets)
    }
}
