//! How far something moved, from one time to another: as a figure, a rate, some times over.

pub(super) mod earlier;
pub(super) mod ends;
pub(super) mod growth;
pub(super) mod mover;
pub(super) mod moves;
pub(super) mod near;
pub(super) mod period;
pub(super) mod rates;
pub(super) mod times;
pub(super) mod way;
mod yearly;

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn changes_of_one_thing() {
        told_of_slips(&[
            (
                "Có 48 người chết, 165 người bị thương. So với trước, giảm 5 người chết (9,4%) và {} (13,2%).",
                "giảm 25 người bị thương",
                &["giảm 45 người bị thương"],
            ),
            ("Đồ gỗ đạt 8,4 tỷ USD, giảm {} (tương ứng giảm 1,2 tỷ USD).", "12,5%", &["15,2%", "14,1%"]),
            (
                "So với cùng kỳ, đạt 42,18 tỷ USD, lớn nhất. Mặt hàng này tăng 6,35 tỷ USD, tương ứng tăng {}.",
                "17,7%",
                &["12,7%"],
            ),
            ("Kim ngạch đạt 8,42 tỷ USD, tăng {} so với 8,05 tỷ USD cùng kỳ.", "4,6 %", &["6,4 %", "9,9 %"]),
            (
                "Có 485 người mắc bệnh, 647 người khỏi. So với năm trước giảm 36 người mắc bệnh (giảm {}).",
                "6,91%",
                &["6,19%"],
            ),
            (
                "Công suất lò đạt 131,24%, giảm {} phần trăm so với cùng kỳ (năm 2017 đạt 183,5%).",
                "52,26 điểm",
                &["52,62 điểm", "51,26 điểm"],
            ),
            (
                "Cả tỉnh có 654 trường, tăng 14 trường so với năm trước; trong đó có 231 trường công (tăng {}) và 423 trường tư (tăng 05).",
                "09",
                &["06"],
            ),
        ]);
        left_alone(&[
            "Thu đạt 8,4 tỷ đồng, giảm 14,1%; chi 5 tỷ đồng, giảm 1,2 tỷ đồng.",
            // What has a change of its own is the base of no other, and *so với* of the figure before is none of its words.
            "Doanh thu đạt 45,2 tỷ đồng, vượt 14% so với kế hoạch năm; lợi nhuận đạt 3 tỷ đồng, vượt 50% so với kế hoạch.",
            "Riêng tháng 5, hàng qua cảng đạt 61,4 tỷ đồng, tăng 31,8% so với tháng trước. Tính chung 5 tháng đầu năm, hàng đạt 248,6 tỷ \
             đồng, tăng 14,4%.",
            "Bến Vông đạt 4.260 tấn, tăng 13,9% so cùng kỳ năm trước; Gò Me đạt 8.690 tấn, tăng 1,5% so với cùng kỳ năm trước; riêng Cầu \
             Đúc đạt 4.172 tấn, giảm 25% so với cùng kỳ năm trước.",
        ]);
    }
}
