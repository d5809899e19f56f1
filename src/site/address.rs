use std::fmt;

/// Where a page lies: a path below the site's root, without a leading slash. A path that is empty
/// or ends in a slash is a folder, whose page is its `index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// An address from its path, such as `en/privacy-policy/` or `robots.txt`.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path below the site's root.
    pub(super) fn path(&self) -> &str {
        &self.0
    }

    /// The file that holds the page, with `/` between the folders.
    pub fn file(&self) -> String {
        match self.0.is_empty() || self.0.ends_with('/') {
            true => format!("{}index.html", self.0),
            false => self.0.clone(),
        }
    }

    /// The full address below the site's.
    pub fn url(&self, base_url: &str) -> String {
        format!("{base_url}/{}", self.0)
    }

    /// The relative path from this page to the site's root: `../../`, or `./` at the root.
    pub fn root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The relative link from this page to another. It names the file, so that it also works in a
    /// folder opened from disk, where nothing answers for a folder with its `index.html`.
    pub fn link_to(&self, other: &Self) -> String {
        let shared = self
            .0
            .split_inclusive('/')
            .zip(other.0.split_inclusive('/'));
        let shared = shared.take_while(|(a, b)| a == b && a.ends_with('/'));
        let shared: usize = shared.map(|(a, _)| a.len()).sum();
        let up = "../".repeat(self.0[shared..].matches('/').count());
        let down = Self(other.0[shared..].to_owned()).file();
        format!("{up}{down}")
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn link(from: &str, to: &str) -> String {
        Address::new(from).link_to(&Address::new(to))
    }

    #[test]
    fn links_are_relative_and_name_files() {
        assert_eq!(
            link("en/privacy-policy/", "ru/privacy-policy/"),
            "../../ru/privacy-policy/index.html"
        );
        assert_eq!(link("en/p/", "en/p/1.1/"), "1.1/index.html");
        assert_eq!(link("en/p/1.1/", "en/p/"), "../index.html");
        assert_eq!(link("en/p/", "en/p/"), "index.html");
        assert_eq!(link("en/p/", "en/feed.xml"), "../feed.xml");
        assert_eq!(link("", "kk/"), "kk/index.html");
        assert_eq!(link("kk/", ""), "../index.html");
    }
}
