//! Totals and their parts: how the words open a list, which figures are its parts, whether they make up the whole.

pub(super) mod beyond;
pub(super) mod classes;
pub(super) mod columns;
pub(super) mod entries;
pub(super) mod fit;
pub(super) mod items;
pub(super) mod list;
pub(super) mod listed;
pub(super) mod opener;
pub(super) mod outcomes;
pub(super) mod parts;
pub(super) mod rows;
pub(super) mod sides;
pub(super) mod sum;
pub(super) mod total;
pub(super) mod with;

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn totals_and_items() {
        told_of_slips(&[
            (
                "Cả huyện đạt {}. Trong số đó, xã A đạt 3.150 tấn, tăng 5%; xã B đạt 6.204 tấn; riêng xã C đạt 3.109 tấn.",
                "12.463 tấn",
                &["12.643 tấn"],
            ),
            ("Có {} chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2), xóm Bắc (1).", "12 hộ", &["13 hộ"]),
            (
                "Tháng 9, thu phí đạt 4.120 tỷ đồng, lũy kế 31.204 tỷ đồng. Trong đó, thu tàu là 2.800 tỷ đồng, lũy kế 20.990 tỷ đồng; thu \
                 xe là 1.320 tỷ đồng, lũy kế {}.",
                "10.214 tỷ đồng",
                &["12.014 tỷ đồng"],
            ),
            (
                "Đã xảy ra {}, gồm Gò Me 3, Bến Vông 2, Cầu Đúc 2, Láng Sen 14, Hòa An 5, Tân Lập 4.",
                "30 sự cố",
                &["20 sự cố", "40 sự cố"],
            ),
            (
                "Đoàn giành 19 huy chương. {} tấm huy chương này đến từ 4 môn: Vật 7, Bơi 6, Judo 4 và Karate 2.",
                "19",
                &["17"],
            ),
        ]);
        left_alone(&[
            "Cả huyện đạt 12.463 tấn. Trong đó, xã A đạt 3.150 tấn, xã B đạt 2.204 tấn.",
            "Có 40 hộ chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2).",
            // Items without a number, for several at once, of groups that overlap.
            "Khối quản lý có 18 người, gồm Giám đốc, 2 Phó Giám đốc và 15 trưởng phòng.",
            "Trong đó, 3 ca từ ngoài vào; 42 ca tại chỗ, gồm Gò Me 28 ca, Bến Vông 9 ca, Cầu Đúc 3 ca; Láng Sen và Hòa An mỗi xã 1 ca.",
            // A part with its own parts in brackets.
            "Tổng số 312 hồ sơ, đã giải quyết 298 hồ sơ (trước hạn 251 hồ sơ, đúng hạn 47 hồ sơ), đang giải quyết 14 hồ sơ, không có hồ sơ quá hạn.",
            // Two wholes, each with its part.
            "Có 612 phiếu xanh, trong đó 597 phiếu hợp lệ; 629 phiếu hồng cấp tỉnh, trong đó 604 phiếu hợp lệ.",
            // Items of one row, and examples.
            "Có 5 vụ khiếu nại đúng, 24 vụ tố cáo đúng, 62 vụ tố cáo sai, 15 vụ tố cáo có đúng có sai và 49 vụ không có cơ sở.",
            "Các huyện đã họp 98 phiên định kỳ, 51 phiên đột xuất. Trong đó, một số huyện họp nhiều phiên như: Gò Me (8 phiên); Bến Vông, Cầu \
             Đúc (7 phiên); Láng Sen (6 phiên).",
            "Ngành đạt 190,6 tỷ đồng. Tháng 7 xe đạt 12,15 tỷ đồng, giảm 1,6% so với tháng trước và 7 tháng đạt 81,09 tỷ đồng, tăng 19,8%.",
            "Hội thi có 4.120 thí sinh, trong đó 3.904 thí sinh thi nấu ăn và 3.515 thí sinh thi cắm hoa.",
        ]);
    }
}
