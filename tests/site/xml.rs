//! A strict reader of XML, as far as feeds and sitemaps use it: whatever is not well-formed fails
//! the test.

/// An element with what it holds.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) children: Vec<Element>,
}

impl Element {
    /// The elements of that name directly below.
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the one element of that name directly below.
    #[track_caller]
    pub(crate) fn text_of<'e>(&'e self, name: &'e str) -> &'e str {
        let found: Vec<_> = self.all(name).collect();
        assert_eq!(found.len(), 1, "{name} in {self:?}");
        found[0].text.trim()
    }

    /// An attribute.
    pub(crate) fn attribute<'e>(&'e self, name: &str) -> Option<&'e str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Reads a document and gives its root.
pub(crate) fn parse(document: &str) -> Element {
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    let mut rest = document
        .strip_prefix(declaration)
        .expect("an XML declaration");
    let mut open = vec![Element::default()];
    while let Some(at) = rest.find('<') {
        let above = open.last_mut().unwrap();
        above.text.push_str(&unescape(&rest[..at]));
        let end = rest.find('>').expect("a tag that ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let closed = open.pop().unwrap();
            assert_eq!(closed.name, name, "the wrong end tag");
            open.last_mut().expect("one root").children.push(closed);
        } else if let Some(tag) = tag.strip_suffix('/') {
            open.last_mut().unwrap().children.push(start(tag));
        } else {
            open.push(start(tag));
        }
    }
    assert!(rest.trim().is_empty(), "{rest}");
    assert_eq!(open.len(), 1, "an element without an end tag");
    let mut top = open.remove(0);
    assert!(top.text.trim().is_empty() && top.children.len() == 1);
    top.children.remove(0)
}

fn start(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let (name, value) = rest.trim_start().split_once("=\"").expect("an attribute");
        let (value, after) = value.split_once('"').expect("an attribute that ends");
        assert!(
            attributes.iter().all(|(own, _)| own != name),
            "{name} twice"
        );
        attributes.push((name.to_owned(), unescape(value)));
        rest = after;
    }
    let legal = |c: char| c.is_ascii_alphanumeric() || ":_-.".contains(c);
    assert!(!name.is_empty() && name.chars().all(legal), "{tag}");
    let name = name.to_owned();
    Element {
        name,
        attributes,
        ..Element::default()
    }
}

fn unescape(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, after) = piece.split_once(';').expect("an entity that ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" | "#34" => '"',
            "apos" | "#39" | "#x27" => '\'',
            "#x2F" => '/',
            _ => panic!("the entity &{name};"),
        });
        out.push_str(after);
    }
    assert!(!out.contains(|c: char| c.is_control() && c != '\n' && c != '\t'));
    out
}
