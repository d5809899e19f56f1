use serde::Serialize;

use super::page::Surroundings;

/// The headers that a host should send with the site, for the file in which it reads them.
#[derive(Debug, Serialize)]
pub struct HeadersView {
    /// The path of the site below its host, without a slash at the end.
    path: String,
    /// The files whose names carry a digest, and which may be kept for ever, below the site's root.
    lasting: Vec<String>,
}

impl Surroundings<'_> {
    pub(super) fn headers(&self) -> HeadersView {
        let assets = self.assets.iter();
        let lasting = assets.filter(|asset| asset.is_stylesheet() || asset.is_script());
        HeadersView {
            path: self.path_on_host().to_owned(),
            lasting: lasting.map(|asset| asset.path.clone()).collect(),
        }
    }
}
