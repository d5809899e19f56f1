use super::html::escape_into;

/// What running text is written with. A mark of a text is made here, and nowhere else.
pub trait Ink {
    /// Writes words.
    fn text(&mut self, words: &str);

    /// Begins an element.
    fn open(&mut self, element: Element<'_>);

    /// Ends an element that was begun.
    fn close(&mut self, element: Element<'_>);

    /// Ends a line.
    fn line_end(&mut self);
}

/// The elements that stand in running text.
#[derive(Clone, Copy, Debug)]
pub enum Element<'e> {
    /// Words in bold.
    Strong,
    /// Words in italics.
    Emphasis,
    /// Words in a typewriter's letters.
    Code,
    /// A blank to fill in.
    Blank,
    /// A link that the text itself has.
    Link {
        /// Where it leads.
        target: &'e str,
        /// Whether its words say something else than where it leads.
        named: bool,
    },
    /// A link that the page adds.
    Mark {
        /// Its class: whether it is a reference or a term.
        class: &'static str,
        /// Where it leads.
        href: &'e str,
    },
    /// A term where it is defined, and its address.
    Definition(Option<&'e str>),
}

impl Element<'_> {
    /// The name of its tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Emphasis => "em",
            Self::Code => "code",
            Self::Blank => "span",
            Self::Link { .. } | Self::Mark { .. } => "a",
            Self::Definition(_) => "dfn",
        }
    }
}

/// HTML as templates write it.
impl Ink for String {
    fn text(&mut self, words: &str) {
        escape_into(words, self);
    }

    fn open(&mut self, element: Element<'_>) {
        self.extend(["<", element.tag()]);
        match element {
            Element::Strong | Element::Emphasis | Element::Code | Element::Definition(None) => {}
            Element::Blank => self.push_str(" class=\"blank\""),
            Element::Link { target, named } => {
                attribute("href", target, self);
                if named {
                    self.push_str(" class=\"named\"");
                }
            }
            Element::Mark { class, href } => {
                attribute("class", class, self);
                attribute("href", href, self);
            }
            Element::Definition(Some(id)) => attribute("id", id, self),
        }
        self.push('>');
    }

    fn close(&mut self, element: Element<'_>) {
        self.extend(["</", element.tag(), ">"]);
    }

    fn line_end(&mut self) {
        self.push_str("<br>");
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\""]);
    escape_into(value, out);
    out.push('"');
}
