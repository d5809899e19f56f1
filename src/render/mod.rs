//! Views become bytes: Tera fills the templates, syntect colours code, minify-html takes out what
//! no browser needs.

mod article;
mod data;
mod engine;
mod highlight;
mod minify;
mod rows;
mod setting;
mod steady;
mod texts;
mod words;

pub use article::Article;
pub use data::data;
pub use engine::Engine;
pub use minify::minify;
pub use words::missing_words;
