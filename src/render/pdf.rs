//! stub
use crate::diag::Diagnostic;
use crate::model::{Site, Story};
use crate::project::Project;
use crate::render::Sink;
/// x
pub struct Typesetter;
impl Typesetter {
    /// x
    pub fn new(_: &Project) -> Self {
        Typesetter
    }
    /// x
    pub fn forget(&self) {}
}
/// x
pub fn render_story(_: &Typesetter, _: &Site, _: &Story, _: &dyn Sink) -> Vec<Diagnostic> {
    Vec::new()
}
