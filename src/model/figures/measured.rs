//! The figures of a line by measure. There are six measures and most lines have one figure: a list of what is there takes a
//! tenth of what a map would.

use serde::{Serialize, Serializer};

use super::FigureView;

/// The figures of a line by measure, in the order of their names; a line has one or two of the six there are.
#[derive(Debug, Clone, Default)]
pub struct Figures(Vec<(&'static str, FigureView)>);

impl Figures {
    /// The figure of a measure.
    pub fn get(&self, measure: &str) -> Option<&FigureView> {
        self.0.iter().find(|(name, _)| *name == measure).map(|(_, figure)| figure)
    }
}

impl FromIterator<(&'static str, FigureView)> for Figures {
    fn from_iter<I: IntoIterator<Item = (&'static str, FigureView)>>(figures: I) -> Figures {
        let mut figures: Vec<_> = figures.into_iter().collect();
        figures.sort_unstable_by_key(|(name, _)| *name);
        figures.shrink_to_fit();
        Figures(figures)
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, figure)| (name, figure)))
    }
}
