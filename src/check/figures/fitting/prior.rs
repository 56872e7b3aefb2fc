//! What is known of each form of figures before the fit.

use crate::check::fitting::Prior;

/// The forms in the order of the table.
pub(super) const FORMS: [Prior; 6] = [
    Prior {
        form: "sum",
        is_rare: false,
        set: &[("of another scale", 4.0), ("named anew", 2.5), ("several each", 2.3)],
    },
    Prior {
        form: "product",
        is_rare: true,
        set: &[
            ("always", -3.5),
            ("per such", 2.0),
            ("per", 0.5),
            ("each", 1.0),
            ("mean", 1.0),
            ("mean before", 0.5),
            ("a total's word", 1.5),
            ("other prices", -1.0),
            ("other counts", -0.7),
            ("sentences", -0.5),
            ("others between", -0.5),
            ("each of the total", -2.0),
            ("per of the total", -2.0),
            ("turned", 3.0),
            ("turned of two", 1.9),
            ("digit", 2.0),
            ("scaled", 3.0),
            ("of another scale", 3.0),
            ("off by 50%", -0.5),
            ("rough term", -0.7),
            ("rough result", -0.7),
            ("equals", 0.5),
            ("a count of things", 0.5),
        ],
    },
    Prior {
        form: "gap",
        is_rare: true,
        set: &[
            ("always", -3.0),
            ("one name", 2.2),
            ("its rate holds", 3.0),
            ("moved", 1.0),
            ("a gap's word", 0.5),
            ("from", 1.0),
            ("kin near", -0.8),
            ("the way of the words", 1.0),
            ("other kinds", -2.0),
            ("turned", 3.0),
            ("digit", 1.5),
            ("scaled", 1.5),
            ("sentences", -0.5),
            ("others between", -0.3),
        ],
    },
    Prior { form: "share", is_rare: false, set: &[("of another scale", 4.0), ("told with its whole", 2.0)] },
    Prior { form: "growth", is_rare: false, set: &[("of another scale", 3.0)] },
    Prior { form: "change", is_rare: true, set: &[("always", -2.0)] },
];
