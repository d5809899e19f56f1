use crate::seal::words;

/// What a page of a sealed text has to say, part by part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a sealed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The address of the unit; `title` for the title, `None` for the lines below the title that are
    /// made of the edition's facts.
    pub address: Option<String>,
    /// Its words.
    pub words: Vec<String>,
    /// Which of them are the first of an item that a bullet stands before, in ascending order.
    pub bulleted: Vec<usize>,
}

impl Outline {
    /// The outline of a text from the addresses and canonical plain forms of its units, and the lines
    /// about the edition that stand below its title.
    pub fn new<'u>(units: impl Iterator<Item = (&'u str, &'u str)>, lines: &[String]) -> Self {
        let mut outline = Self::default();
        for (at, (address, form)) in units.enumerate() {
            // The lines stand between the title and what follows it.
            let (head, rest) = match at {
                0 => form.split_at(form.find('\n').map_or(form.len(), |end| end + 1)),
                _ => (form, ""),
            };
            outline.add(Some(address), head);
            if at == 0 {
                let words = lines.iter().flat_map(|line| line.split_whitespace());
                outline.parts.push(Part {
                    address: None,
                    words: words.map(str::to_owned).collect(),
                    bulleted: Vec::new(),
                });
                outline.add(Some(address), rest);
            }
        }
        outline
    }

    fn add(&mut self, address: Option<&str>, form: &str) {
        let words = words(form);
        let bulleted = words.iter().enumerate().filter(|(_, word)| word.bulleted);
        let bulleted = bulleted.map(|(at, _)| at).collect();
        let words: Vec<String> = words.into_iter().map(|w| w.text.into_owned()).collect();
        if !words.is_empty() {
            self.parts.push(Part {
                address: address.map(str::to_owned),
                words,
                bulleted,
            });
        }
    }
}
