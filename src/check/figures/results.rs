//! What two figures and more make that are no list: rests, balances, products, means, measures, series.

pub(super) mod balance;
pub(super) mod mean;
pub(super) mod measures;
pub(super) mod one;
pub(super) mod product;
pub(super) mod rest;
pub(super) mod serial;
pub(super) mod several;
pub(super) mod sided;
pub(super) mod span;
pub(super) mod stock;
pub(super) mod total;

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn rests() {
        told_of_slips(&[
            ("Có 61/66 ca được cách ly; {} còn lại đang được điều tra.", "5 ca", &["7 ca"]),
            (
                "Chi cục theo dõi 64 bản án, gồm 41 bản án cũ và 23 bản án mới; đã thi hành xong 6 bản án, còn phải theo dõi {}.",
                "58 bản án",
                &["41 bản án", "48 bản án"],
            ),
            (
                "Có 5.446 thí sinh đăng ký, 5.410 thí sinh dự thi, {} bỏ thi.",
                "36 thí sinh",
                &["63 thí sinh", "46 thí sinh"],
            ),
        ]);
        left_alone(&["Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số hàng lậu còn lại khoảng 4.120 thùng."]);
    }
}
