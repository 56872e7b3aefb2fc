//! Dialects of the spoken number — *phương ngữ*: the regional and scholastic switches of a reading.

/// The regional switches of a reading — *cách đọc theo vùng*; the default is the textbook's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Style {
    /// The word for an empty tens place (rule N6).
    pub filler: Filler,
    /// The word for 10³ (rule N9).
    pub thousand: Thousand,
    /// The word for 10⁹ (rule N9).
    pub billion: Billion,
    /// The unit 4 after twenty and more (rule N4).
    pub four: Four,
    /// The word for 7 (rule N10).
    pub seven: Seven,
    /// Whether an empty group of three is spoken (rule N8).
    pub zero_groups: ZeroGroups,
    /// When *chẵn* ends an amount of money (rule N12).
    pub even: Even,
}

/// The word between a hundred and a lone unit: 105.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Filler {
    /// *một trăm linh năm*: textbooks, the North.
    #[default]
    Linh,
    /// *một trăm lẻ năm*: the South, ICU.
    Le,
}

/// The word for a thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Thousand {
    /// *nghìn*: documents and most news.
    #[default]
    Nghin,
    /// *ngàn*: the South.
    Ngan,
}

/// The word for a milliard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Billion {
    /// *tỷ*: laws and news.
    #[default]
    TyWithY,
    /// *tỉ*: textbooks (QĐ 1989/QĐ-BGDĐT art. 9).
    TiWithI,
}

/// The unit four after twenty and more: 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Four {
    /// *hai mươi tư*
    #[default]
    Tu,
    /// *hai mươi bốn*
    Bon,
}

/// The word for seven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Seven {
    /// *bảy*
    #[default]
    WithA,
    /// *bẩy*: spoken in the North, not for documents.
    WithBreveless,
}

/// Empty groups of three inside a number: 700.000.231.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ZeroGroups {
    /// *bảy trăm triệu hai trăm ba mươi mốt*
    #[default]
    Silent,
    /// *bảy trăm triệu không nghìn hai trăm ba mươi mốt*: a school custom.
    Spoken,
}

/// The word *chẵn*, "exactly", after an amount: a custom of receipts that no law prescribes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Even {
    /// After whole thousands above zero.
    #[default]
    WholeThousands,
    /// After every amount above zero.
    Always,
    /// Never.
    Never,
}
