//! Format cases: prose documents in which each heading states a law, and fenced blocks below it
//! hold a source and what has to become of it.
//!
//! `source ru` is the text in a language, `source site.yaml` a configuration file; with the word
//! `escaped`, what cannot be typed in a document stands as `\r`, `\t`, `\u{0}`, `\x{FF}` (a byte)
//! or `\s` (a space that would not be seen). The expected blocks are `tree`, `facts` (of a
//! configuration file) and `findings`; `findings in full` also shows labels and help.

use std::fmt::Write as _;
use std::ops::Range;

/// A document of cases.
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) cases: Vec<Case>,
}

/// One case: the law it states, its sources, and what is expected.
#[derive(Debug, Default)]
pub(crate) struct Case {
    pub(crate) law: String,
    pub(crate) line: usize,
    pub(crate) sources: Vec<Source>,
    pub(crate) expected: Vec<Expected>,
    /// Where a block that is not there yet would be put.
    end: usize,
}

/// A file of a case.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its name: `ru.md`, `site.yaml`.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// A block of what is expected.
#[derive(Debug)]
pub(crate) struct Expected {
    /// What is written after its fence.
    pub(crate) kind: String,
    pub(crate) content: String,
    /// Its place in the document, with the fences.
    range: Range<usize>,
}

impl Document {
    /// Reads a document. A fence is closed by a line that holds the same fence and nothing else.
    pub(crate) fn read(text: String) -> Self {
        let mut cases: Vec<Case> = Vec::new();
        let mut open: Option<(&str, &str, usize)> = None;
        let mut content = String::new();
        let mut at = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let start = at;
            at += line.len();
            let words = line.trim_end();
            if let Some((fence, info, from)) = open {
                if words == fence {
                    let case = cases.last_mut().expect("a block stands below a heading");
                    case.take(info, std::mem::take(&mut content), from..at);
                    open = None;
                } else {
                    content.push_str(line);
                }
            } else if words.starts_with("```") {
                let length = words.len() - words.trim_start_matches('`').len();
                open = Some((&words[..length], words[length..].trim(), start));
            } else if let Some(law) = words.strip_prefix("## ") {
                cases.push(Case {
                    law: law.to_owned(),
                    line: number + 1,
                    ..Case::default()
                });
            }
        }
        assert!(open.is_none(), "a block is never closed");
        Self { text, cases }
    }

    /// The document with its expected blocks replaced by what came out: for each case, by kind.
    pub(crate) fn updated(&self, actual: &[Vec<(String, String)>]) -> String {
        let mut out = String::new();
        let mut from = 0;
        for (case, blocks) in self.cases.iter().zip(actual) {
            for expected in &case.expected {
                out.push_str(&self.text[from..expected.range.start]);
                from = expected.range.end;
                if let Some((kind, content)) = find(blocks, &expected.kind) {
                    write_block(&mut out, kind, content);
                }
            }
            out.push_str(&self.text[from..case.end]);
            from = case.end;
            for (kind, content) in blocks {
                if !case.expected.iter().any(|expected| expected.kind == *kind) {
                    out.push('\n');
                    write_block(&mut out, kind, content);
                }
            }
        }
        out.push_str(&self.text[from..]);
        out
    }
}

impl Case {
    fn take(&mut self, info: &str, content: String, range: Range<usize>) {
        self.end = range.end;
        let Some(about) = info.strip_prefix("source") else {
            self.expected.push(Expected {
                kind: info.to_owned(),
                content,
                range,
            });
            return;
        };
        let mut words: Vec<&str> = about.split_whitespace().collect();
        let escaped = words.first() == Some(&"escaped");
        words.drain(..usize::from(escaped));
        let name = words.first().copied().unwrap_or("en");
        let name = match name.contains('.') {
            true => name.to_owned(),
            false => format!("{name}.md"),
        };
        let bytes = match escaped {
            true => unescape(&content),
            false => content.into_bytes(),
        };
        self.sources.push(Source { name, bytes });
    }

    /// Whether a block of this kind is asked for.
    #[allow(dead_code, reason = "only some test programs have blocks to ask for")]
    pub(crate) fn asks_for(&self, kind: &str) -> bool {
        self.expected.iter().any(|expected| expected.kind == kind)
    }
}

fn find<'b>(blocks: &'b [(String, String)], kind: &str) -> Option<&'b (String, String)> {
    blocks.iter().find(|(own, _)| own == kind)
}

fn write_block(out: &mut String, kind: &str, content: &str) {
    let mut fence = "```".to_owned();
    while content.contains(&fence) {
        fence.push('`');
    }
    let _ = write!(out, "{fence}{kind}\n{content}{fence}\n");
}

/// Resolves the visible escapes. A line end of the document counts only as a line end of the
/// source where no `\r`, `\n` or `\c` (nothing) stands before it.
fn unescape(content: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = content;
    while let Some(at) = rest.find('\\') {
        bytes.extend(rest[..at].bytes());
        rest = &rest[at + 1..];
        let letter = rest.chars().next().expect("an escape ends in a letter");
        rest = &rest[letter.len_utf8()..];
        match letter {
            's' => bytes.push(b' '),
            't' => bytes.push(b'\t'),
            'r' => bytes.push(b'\r'),
            'c' => rest = rest.strip_prefix('\n').unwrap_or(rest),
            '\\' => bytes.push(b'\\'),
            'u' | 'x' => {
                let (code, after) = rest[1..].split_once('}').expect("a code in braces");
                let code = u32::from_str_radix(code, 16).expect("a code in hexadecimal digits");
                rest = after;
                match letter {
                    'x' => bytes.push(u8::try_from(code).expect("a byte")),
                    _ => {
                        let c = char::from_u32(code).expect("a character");
                        bytes.extend(c.to_string().bytes());
                    }
                }
            }
            other => panic!("there is no escape \\{other}"),
        }
    }
    bytes.extend(rest.bytes());
    bytes
}
