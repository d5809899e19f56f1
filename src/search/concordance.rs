/// How many bytes of a word are compared at once.
const BEGINNING: usize = size_of::<u128>();

/// Which words stand in the passages of a text, and where.
#[derive(Debug, Default)]
pub(super) struct Concordance {
    /// The words one behind the other, as they were noted.
    letters: String,
    found: Vec<Found>,
}

#[derive(Clone, Copy, Debug)]
struct Found {
    /// The bytes that the word begins with, as a number: most words differ in them.
    beginning: u128,
    start: usize,
    end: usize,
    place: u32,
}

impl Concordance {
    /// Notes a word of a passage. A place is the number of the passage, doubled, and one more where the
    /// word says what the passage is about. Passages come in their order.
    pub(super) fn note(&mut self, word: &str, place: u32) {
        let start = self.letters.len();
        self.letters.push_str(word);
        let end = self.letters.len();
        let mut beginning = [0; BEGINNING];
        let length = word.len().min(BEGINNING);
        beginning[..length].copy_from_slice(&word.as_bytes()[..length]);
        self.found.push(Found {
            beginning: u128::from_be_bytes(beginning),
            start,
            end,
            place,
        });
    }

    /// Gives each word once, in the order of their letters, with its places: one a passage, in order.
    pub(super) fn read(mut self, mut take: impl FnMut(&str, Vec<u32>)) {
        let letters = &self.letters;
        let word = |found: &Found| &letters[found.start..found.end];
        let compare = |a: &Found, b: &Found| {
            let beginning = a.beginning.cmp(&b.beginning);
            beginning.then_with(|| word(a).cmp(word(b)))
        };
        // It keeps the order of equal words, which is that of the passages.
        self.found.sort_by(compare);
        for same in self.found.chunk_by(|a, b| compare(a, b).is_eq()) {
            let mut places: Vec<u32> = Vec::with_capacity(same.len());
            for Found { place, .. } in same {
                match places.last_mut() {
                    Some(last) if *last / 2 == place / 2 => *last = (*last).max(*place),
                    _ => places.push(*place),
                }
            }
            places.shrink_to_fit();
            if let Some(first) = same.first() {
                take(word(first), places);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Concordance;

    /// Words that begin alike; the first has as many bytes as are compared at once.
    const LONG: [&str; 3] = ["неприкос", "неприкосновенности", "неприкосновенность"];

    #[test]
    fn each_word_with_its_passages() {
        let mut words = Concordance::default();
        for (word, place) in [
            ("b", 0),
            ("a", 0),
            ("b", 1),
            ("b", 0),
            ("a", 2),
            ("c", 4),
            ("a", 5),
            (LONG[2], 6),
            (LONG[0], 6),
            (LONG[1], 6),
        ] {
            words.note(word, place);
        }
        let mut read = Vec::new();
        words.read(|word, places| read.push((word.to_owned(), places)));
        let expected = [
            ("a", vec![0, 2, 5]),
            ("b", vec![1]),
            ("c", vec![4]),
            (LONG[0], vec![6]),
            (LONG[1], vec![6]),
            (LONG[2], vec![6]),
        ];
        assert_eq!(
            read,
            expected.map(|(word, places)| (word.to_owned(), places))
        );
    }
}
