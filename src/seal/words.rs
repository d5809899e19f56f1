use std::borrow::Cow;

/// A word of a canonical plain form, as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'f> {
    /// Its letters, without marks.
    pub text: Cow<'f, str>,
    /// Where it begins in the form.
    pub start: usize,
    /// Where it ends in the form.
    pub end: usize,
    /// Whether it is the first of an item that a bullet stands before.
    pub bulleted: bool,
}

/// The words of a canonical plain form, without what says how they are set.
pub fn words(form: &str) -> Vec<Word<'_>> {
    let mut list = Vec::new();
    let mut at = 0;
    for line in form.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let content = line[indent..].trim_end_matches('\n');
        if let Some((kind, words)) = content.split_once(' ')
            && !matches!(kind, "name" | "code")
        {
            let start = at + indent + kind.len() + 1;
            let first = list.len();
            add(words, start, &mut list);
            if let Some(word) = list.get_mut(first) {
                word.bulleted = kind == "bullet";
            }
        }
        at += line.len();
    }
    list
}

/// Adds the words of a line. Between the marks of a link there are spaces, so that words are told
/// apart letter by letter.
fn add<'f>(line: &'f str, offset: usize, list: &mut Vec<Word<'f>>) {
    let mut start = None;
    let mut in_mark = false;
    for (at, c) in line.char_indices() {
        match c {
            '<' => {
                start.get_or_insert(at);
                in_mark = true;
            }
            '>' => in_mark = false,
            _ if in_mark => {}
            c if c.is_whitespace() => {
                close(line, start.take(), at, offset, list);
            }
            _ => {
                start.get_or_insert(at);
            }
        }
    }
    close(line, start, line.len(), offset, list);
}

fn close<'f>(
    line: &'f str,
    start: Option<usize>,
    end: usize,
    offset: usize,
    list: &mut Vec<Word<'f>>,
) {
    let Some(start) = start else { return };
    let text = unmarked(&line[start..end]);
    if !text.is_empty() {
        list.push(Word {
            text,
            start: offset + start,
            end: offset + end,
            bulleted: false,
        });
    }
}

/// Letters without marks, as they were before they were escaped.
fn unmarked(word: &str) -> Cow<'_, str> {
    if !word.contains(['<', '&']) {
        return Cow::Borrowed(word);
    }
    let mut out = String::new();
    let mut rest = word;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = rest[at..].find('>').map_or("", |end| &rest[at + end + 1..]);
    }
    out.push_str(rest);
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_those_a_reader_sees() {
        let form = "clause 3.1. This <b>Policy</b> of <a href=\"a b\">the Site</a> <br> A&amp;B &lt;x&gt;\n\
                    name scope\nlist\n  bullet E-mails.\n  item 1) one;\n";
        let words = words(form);
        let seen: Vec<&str> = words.iter().map(|word| word.text.as_ref()).collect();
        assert_eq!(
            seen,
            [
                "3.1.", "This", "Policy", "of", "the", "Site", "A&B", "<x>", "E-mails.", "1)",
                "one;"
            ]
        );
        for word in &words {
            assert!(!form[word.start..word.end].is_empty());
        }
        assert_eq!(&form[words[8].start..words[8].end], "E-mails.");
    }
}
