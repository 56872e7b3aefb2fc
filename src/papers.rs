//! stub
use crate::model::{Site, Story};
/// A public paper.
pub struct PublicPaper {
    /// file
    pub file: String,
    /// kind
    pub kind: &'static str,
}
/// Public papers.
pub fn public_papers(_: &Site, _: &Story) -> Vec<PublicPaper> {
    Vec::new()
}
