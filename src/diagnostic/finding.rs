use std::borrow::Cow;

use super::{Rule, Severity};
use crate::model::ClauseNumber;
use crate::source::{FileId, SITE_FILE, Sources, Span};

/// One thing that is wrong, told so that a lawyer can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Which policy, edition, language and clause it is about.
    pub place: Place,
    /// The words in question, most important first. Never empty but for findings about a file
    /// that is not there at all.
    pub labels: Vec<Label>,
    /// How to mend it.
    pub help: Cow<'static, str>,
}

/// What a finding is about; `None` where that says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The policy's folder name.
    pub policy: Option<String>,
    /// The edition's number.
    pub edition: Option<String>,
    /// The language's code.
    pub language: Option<String>,
    /// The clause's number, such as "5.1.2".
    pub clause: Option<String>,
}

/// Words in a file, and what is to be said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub file: FileId,
    /// Where in the file.
    pub span: Span,
    /// What is to be said of them; may be empty.
    pub message: Cow<'static, str>,
}

impl Finding {
    /// Whether all places it points at are in their files: one that is told again may be of other files.
    pub fn fits(&self, sources: &Sources) -> bool {
        let mut labels = self.labels.iter();
        labels.all(|label| sources.get(label.file).has(label.span))
    }

    /// A finding of a rule with its message. Labels, place and help are added by the methods below.
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            place: Place::default(),
            labels: Vec::new(),
            help: Cow::Borrowed(""),
        }
    }

    /// Adds words in question, after those already there.
    #[must_use]
    pub fn label(
        mut self,
        file: FileId,
        span: Span,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.labels.push(Label {
            file,
            span,
            message: message.into(),
        });
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = help.into();
        self
    }

    /// Says which clause it is about.
    #[must_use]
    pub fn clause(mut self, number: &ClauseNumber) -> Self {
        self.place.clause = Some(number.to_string());
        self
    }

    /// Fills in what the place does not say yet.
    pub fn locate(&mut self, place: &Place) {
        let fill = |own: &mut Option<String>, other: &Option<String>| {
            if own.is_none() {
                own.clone_from(other);
            }
        };
        fill(&mut self.place.policy, &place.policy);
        fill(&mut self.place.edition, &place.edition);
        fill(&mut self.place.language, &place.language);
        fill(&mut self.place.clause, &place.clause);
    }

    /// Where the finding stands among others: by file, then place in it, then rule. `site.yaml` comes
    /// first, then what lies in `content/`. In which order the files were read says nothing.
    pub fn order(&self, sources: &Sources) -> impl Ord + use<> {
        let first = self.labels.first().map(|label| {
            let path = sources.get(label.file).path();
            let rank = match path {
                SITE_FILE => 0,
                path if path.starts_with("content/") => 1,
                _ => 2,
            };
            // A folder stands where its name stands, with all that lies in it.
            (rank, path.replace('/', "\0"), label.span)
        });
        let place = self.place.clone();
        (first, self.rule.name, self.message.clone(), place)
    }
}
