//! Rates as shares: of which part, of which base, and which is the larger.

pub(super) mod base;
pub(super) mod closed;
pub(super) mod mend;
mod named;
pub(super) mod paired;
pub(super) mod part;
pub(super) mod planned;
pub(super) mod rank;
pub(super) mod rated;
pub(super) mod share;
pub(super) mod untold;
pub(super) mod votes;
pub(super) mod whole;

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn shares_of_a_told_whole() {
        told_of_slips(&[
            ("Ông A nhận 62/76 số phiếu, tương đương với {}.", "81,58%", &["85,1%"]),
            ("Có 41 trên 52 phiếu tán thành, ứng với {}.", "78,85%", &["87,85%"]),
            ("Mẻ này 118/125 bộ đạt chuẩn – tương đương {}.", "94,4%", &["94,9%"]),
            (
                "Xã nhận 2.415 đơn. Lọc trùng còn 2.360 đơn, trong đó 119 đơn về đất (5,04%), 1.947 đơn về đường ({}), 294 đơn khác (12,46%).",
                "82,5%",
                &["80,62%"],
            ),
            (
                "Theo kế hoạch năm, huyện mở 3 đợt với số lượng 450 đơn vị; đã thu 585 đơn vị, đạt {} kế hoạch năm.",
                "130%",
                &["120%"],
            ),
            ("Số hộ nghèo còn 2.312 hộ. Tính trên tổng số 412.600 hộ dân thì hộ nghèo chiếm {}.", "0,56%", &["0,65%"]),
            ("Vụ này cả xã gieo được 241,35 ha trên 270 ha kế hoạch, đạt {}.", "89,4%", &["98,4%"]),
            (
                "Cả nước đạt 9,6 tỷ USD, tăng 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm {} kim ngạch.",
                "85,0%",
                &["58,0%", "65,0%"],
            ),
            ("Còn 6.315 hộ cận nghèo. Với tổng số 412.600 hộ dân thì số hộ cận nghèo còn {}.", "1,53%", &["1,35%"]),
            (
                "Về giáo viên, 88,2% xếp loại hoàn thành tốt nhiệm vụ trở lên, {} hoàn thành nhiệm vụ và 0,7% không hoàn thành nhiệm vụ.",
                "11,1%",
                &["17,1%"],
            ),
            ("Tỷ lệ các loại là: {} loại A, 44,6% loại B, 4,2% loại C.", "51,2%", &["52,1%"]),
        ]);
        left_alone(&[
            "Cả nước đạt 9,6 tỷ USD, vượt 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm 31,7% kim ngạch.",
            // What a part is told to have moved is not held against its whole; a share of what was is none of a third figure.
            "Trong hơn 9.200 hộ vay vốn trong 8 tháng đầu năm nay có hơn 7.340 hộ vay mới, tăng 19,7% và hơn 1.870 hộ vay lại, tăng 65,1%.",
            "Gò Me đạt 497 ha, giảm 19,6 ha so với vụ trước; Bến Vông đạt 157,4 ha, giảm 6,3 ha. Đến nay đã thu hoạch được 176,5 ha, bằng \
             117,2% cùng kỳ năm trước.",
            "Tính đến nay, số cũ chuyển sang là 690 việc; từ ngày 1/10 đến ngày 31/3, thụ lý mới 735 việc, tăng 92 việc. Như vậy, tổng thụ lý \
             là 1.425 việc. Qua phân loại có: 1.144 việc có điều kiện (chiếm tỷ lệ 80,91%) tăng 91 việc so với năm trước và 270 việc chưa có điều kiện (chiếm tỷ lệ 19,09%).",
            "Tổng thu đến ngày 15/6 ước đạt 3.620 tỷ đồng, bằng 56,9% so với cùng kỳ năm trước.",
        ]);
    }
}
