use super::digest::{of, text_digest};
use super::form;
use crate::align::{Unit, units};
use crate::model::{Digest, Text};

/// A text with its digests, as it would be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedText {
    /// The digest of the text.
    pub digest: Digest,
    /// Its units, in order.
    pub units: Vec<SealedUnit>,
}

/// A unit with its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedUnit {
    /// Its address; `title` for the title.
    pub address: String,
    /// Its number as typed, if it has one.
    pub number: Option<String>,
    /// Its canonical plain form.
    pub form: String,
    /// The digest of its form.
    pub digest: Digest,
}

impl SealedText {
    /// How many clauses it has.
    pub fn clauses(&self) -> usize {
        let numbers = self.units.iter().filter_map(|unit| unit.number.as_ref());
        numbers.count()
    }
}

/// The address that the title goes by.
pub(super) const TITLE: &str = "title";

/// What a unit is called among those of a seal.
pub(super) fn address(unit: &Unit<'_>) -> String {
    unit.address().unwrap_or_else(|| TITLE.to_owned())
}

/// Computes the digests of a text.
pub fn seal_text(text: &Text) -> SealedText {
    let units: Vec<SealedUnit> = units(text)
        .iter()
        .map(|unit| {
            let form = form(unit);
            SealedUnit {
                address: address(unit),
                number: unit.numeral.map(|numeral| numeral.typed.clone()),
                digest: of(&form),
                form,
            }
        })
        .collect();
    let lines = units
        .iter()
        .map(|unit| (unit.address.as_str(), unit.digest));
    SealedText {
        digest: text_digest(lines),
        units,
    }
}

#[cfg(test)]
mod tests {
    use super::{SealedText, seal_text};
    use crate::model::Lang;
    use crate::parse::parse;
    use crate::seal::{Kind, differences, read_witness, write_witness};
    use crate::source::{SourceFile, Sources};

    const TEXT: &str = "\
# Privacy *policy*

Words before.

## 1. Scope {#scope}

1.1. See **the Site** https://ioka.kz/ and [its terms](https://ioka.kz/terms), call
+7 701 540 18 02.\\
Next line & `a < b`:

- first ____;
- second:
  - deeper;

1.2.Glued “words” — here.

| Head | Other |
|---|---|
| a | b |

# Annex No. 1

```form
City | Date
```
";

    fn sealed(text: &str) -> SealedText {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new("en.md", text.to_owned()));
        seal_text(&parse(id, sources.get(id), &Lang::new("en").unwrap()).0)
    }

    #[test]
    fn the_canonical_plain_form_says_what_a_reader_sees() {
        let forms: Vec<String> = sealed(TEXT).units.into_iter().map(|u| u.form).collect();
        assert_eq!(
            forms.concat(),
            "\
title Privacy <i>policy</i>
text Words before.
section 1. Scope
name scope
clause 1.1. See <b>the Site</b> https://ioka.kz/ and <a href=\"https://ioka.kz/terms\">its terms</a>, \
call +7 701 540 18 02. <br> Next line &amp; <code>a &lt; b</code>:
list
  bullet first ____;
  bullet second:
    list
      bullet deeper;
clause 1.2.Glued “words” — here.
table
  row
    cell Head
    cell Other
  row
    cell a
    cell b
annex Annex No. 1
form
  left City
  right Date
"
        );
    }

    #[test]
    fn a_text_is_sealed_and_read_back_from_its_witness() {
        let sealed = sealed(TEXT);
        let witness = write_witness(&sealed);
        let units = read_witness(&witness);
        assert!(crate::seal::answers(&units, sealed.digest));
        let addresses: Vec<&str> = units.iter().map(|unit| unit.address).collect();
        assert_eq!(addresses, ["title", "1", "1.1", "1.2", "annex-1"]);
        assert!(!crate::seal::answers(
            &read_witness(&witness.replace("first", "last")),
            sealed.digest
        ));
        assert!(!crate::seal::answers(&units[1..], sealed.digest));
    }

    /// What was changed in the text, and the words of the file that are shown.
    fn told(old: &str, new: &str) -> Vec<(String, String, Kind)> {
        let witness = write_witness(&sealed(old));
        let mut sources = Sources::default();
        let id = sources.add(SourceFile::new("en.md", new.to_owned()));
        let text = parse(id, sources.get(id), &Lang::new("en").unwrap()).0;
        let list = differences(&read_witness(&witness), &text).into_iter();
        list.map(|d| (d.address, sources.get(id).slice(d.place).to_owned(), d.kind))
            .collect()
    }

    #[test]
    fn a_changed_word_is_shown_where_it_stands() {
        assert_eq!(told(TEXT, TEXT), []);
        let words = |address: &str, place: &str, was: &str, is: &str| {
            let (was, is) = (was.to_owned(), is.to_owned());
            vec![(
                address.to_owned(),
                place.to_owned(),
                Kind::Words { was, is },
            )]
        };
        let with = |old: &str, new: &str| {
            assert!(TEXT.contains(old));
            told(TEXT, &TEXT.replacen(old, new, 1))
        };
        assert_eq!(
            with("second:", "seconds:"),
            words("1.1", "seconds:", "second:", "seconds:")
        );
        assert_eq!(with("deeper;", ""), words("1.1", "second:", "deeper;", ""));
        assert_eq!(
            with("“words”", "\"words\""),
            words("1.2", "\"words\"", "“words”", "\"words\"")
        );
        assert_eq!(
            with("1.2.Glued", "1.2. Glued"),
            words("1.2", "1.2. Glued", "1.2.Glued", "1.2. Glued")
        );
    }

    #[test]
    fn the_same_words_in_another_form_are_told() {
        for (old, new) in [
            ("**the Site**", "the Site"),
            ("- first", "1) first"),
            ("https://ioka.kz/terms", "https://ioka.kz/evil"),
            ("02.\\\n", "02.\n"),
            ("{#scope}", "{#range}"),
            ("{#scope}", ""),
            ("| a | b |", "| a b | |"),
        ] {
            let told = told(TEXT, &TEXT.replacen(old, new, 1));
            assert_eq!(told.len(), 1, "{old} → {new}: {told:?}");
        }
    }

    #[test]
    fn clauses_that_are_missing_added_or_moved_are_told() {
        let text = |order: &[&str]| {
            let clauses: Vec<String> = order.iter().map(|n| format!("{n} Words {n}\n\n")).collect();
            format!("# T\n\n## 1. S\n\n{}", clauses.concat())
        };
        let kinds = |order: &[&str]| -> Vec<(String, Kind)> {
            let told = told(&text(&["1.1.", "1.2.", "1.3.", "1.4."]), &text(order));
            told.into_iter()
                .map(|(address, _, kind)| (address, kind))
                .collect()
        };
        let one = |address: &str, kind: Kind| vec![(address.to_owned(), kind)];
        assert_eq!(kinds(&["1.1.", "1.2.", "1.4."]), one("1.3", Kind::Missing));
        assert_eq!(
            kinds(&["1.1.", "1.2.", "1.3.", "1.4.", "1.5."]),
            one("1.5", Kind::Added)
        );
        let behind = "1.1".to_owned();
        assert_eq!(
            kinds(&["1.1.", "1.3.", "1.4.", "1.2."]),
            one("1.2", Kind::Moved { behind })
        );
    }
}
