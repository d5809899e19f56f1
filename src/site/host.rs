/// The hosts that are told of headers in a file of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Those that read `_headers`.
    Headers,
    /// Apache.
    Apache,
    /// nginx.
    Nginx,
}

impl Host {
    /// All kinds.
    pub(super) const ALL: [Self; 3] = [Self::Headers, Self::Apache, Self::Nginx];

    /// Its file at the root of the site.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Headers => "_headers",
            Self::Apache => ".htaccess",
            Self::Nginx => "headers.nginx.conf",
        }
    }

    /// The template of that file.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::Headers => "headers.txt",
            Self::Apache => "headers-apache.txt",
            Self::Nginx => "headers-nginx.txt",
        }
    }
}
