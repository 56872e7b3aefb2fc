//! Lists with their totals, right and wrong.

use crate::check::figures::tests::found;

#[test]
fn parts_among_other_figures() {
    for (text, told) in [
        (
            "Huyện đón 541.200 lượt khách (tăng 7% so với cùng kỳ); trong đó, khách quốc tế đạt 94.000 lượt (tăng 10% so \
             với cùng kỳ), khách nội địa đạt 457.200 lượt (tăng 6% so với cùng kỳ); doanh thu đạt 489 tỷ đồng.",
            Some("541.200 lượt"),
        ),
        (
            "Gieo được 655,4 nghìn ha, bằng 99,3% cùng kỳ (vụ xuân đạt 307,1 nghìn ha, bằng 99,4% cùng kỳ; vụ hè đạt \
             154,8 nghìn ha, bằng 100,5%; vụ mùa đạt 139,5 nghìn ha, bằng 97,9%).",
            Some("139,5 nghìn ha"),
        ),
        (
            "Huyện đón 551.200 lượt khách (tăng 7% so với cùng kỳ); trong đó, khách quốc tế đạt 94.000 lượt (tăng 10% so \
             với cùng kỳ), khách nội địa đạt 457.200 lượt (tăng 6% so với cùng kỳ); doanh thu đạt 489 tỷ đồng.",
            None,
        ),
        (
            "Thu 1.221 tỷ đồng, đạt 51,8% nghị quyết (2.360 tỷ đồng); trong đó, thu nội địa 1.015 tỷ đồng, đạt 50,5% và \
             thu khác là 322 tỷ đồng.",
            Some("1.221 tỷ đồng"),
        ),
        (
            "Gieo được 655,4 nghìn ha, bằng 99,3% cùng kỳ (vụ xuân đạt 307,1 nghìn ha, bằng 99,4% cùng kỳ; vụ hè đạt \
             154,8 nghìn ha, bằng 100,5%; vụ mùa đạt 193,5 nghìn ha, bằng 97,9%).",
            None,
        ),
        (
            "Có 331 lượt góp vốn với 4,79 tỷ USD, trong đó có 47 lượt làm tăng vốn với giá trị 1,64 tỷ USD và 286 lượt mua \
             lại với giá trị 3,15 tỷ USD.",
            Some("331 lượt"),
        ),
        ("Có thêm 220 ca mới, trong đó, Bình Minh 187 ca, Hòa An 30 ca, và 12 ca tại nơi khác.", Some("187 ca")),
        ("Có 248 ca tại chỗ, gồm Bình Minh 168 ca, Hòa An 77 ca, Phú Tân, An Lạc và Tân Lập mỗi xã có 1 ca.", None),
        (
            "Có 258 ca tại chỗ, gồm Bình Minh 168 ca, Hòa An 77 ca, Phú Tân, An Lạc và Tân Lập mỗi xã có 1 ca.",
            Some("258 ca"),
        ),
        ("Có 252 thanh niên khám tuyển. Trong đó, đi bộ đội 238 người, đi công an 24 người.", Some("252 thanh niên")),
        (
            "Kim ngạch đạt 7,58 tỷ USD, tăng 10,4%. Trong đó, xuất khẩu đạt 3,68 tỷ USD, tăng 17%; riêng hàng may đạt 1,1 \
             tỷ USD. Đối với nhập khẩu, kim ngạch đạt 4,10 tỷ USD, tăng 4,6%.",
            Some("7,58 tỷ USD"),
        ),
        (
            "Kim ngạch đạt 7,58 tỷ USD, tăng 10,4%. Trong đó, xuất khẩu đạt 3,68 tỷ USD, tăng 17%; riêng hàng may đạt 1,1 \
             tỷ USD. Đối với nhập khẩu, kim ngạch đạt 3,90 tỷ USD, tăng 4,6%.",
            None,
        ),
        (
            "Tổng vốn 100 tỷ đồng, trong đó ngân sách 60 tỷ đồng (gồm tỉnh 45 tỷ đồng, xã 15 tỷ đồng), dân góp 40 tỷ đồng.",
            None,
        ),
        ("Thu 1.174 tỷ đồng. Trong đó, thu nội địa 972 tỷ đồng, thu qua hải quan 197 tỷ đồng.", None),
        ("Bão làm thiệt hại 24,1 tỷ USD. Trong đó, lúa 13,1 tỷ USD; tôm 6,6 tỷ USD; cá 3,7 tỷ USD.", None),
        ("Tổng vốn 100 tỷ đồng, trong đó giảm nghèo 60 tỷ đồng, nông thôn mới 35 tỷ đồng.", None),
        ("Trong 120 xã của tỉnh có 54 xã vùng I, 32 xã vùng II và 43 xã vùng III.", Some("120 xã")),
        ("Trong 120 xã của tỉnh có 54 xã vùng I, 23 xã vùng II và 43 xã vùng III.", None),
        ("Có 25 người trúng cử. Trong đó, nữ 8 người, trẻ tuổi 9 người, ngoài Đảng 4 người, dân tộc 10 người.", None),
        ("Có 1.450 giáo viên, trong đó 1.520 người đạt chuẩn.", Some("1.450 giáo viên")),
        ("Có 4 ca nặng. Trong đó, 4.309 ca nhập viện.", None),
        ("Trao 18.796 suất cho 17.269 hộ nghèo và 1.572 hộ khó khăn.", Some("1.572 hộ")),
        (
            "Đoàn kiểm tra 2.541 nhà. Kết quả có 2.189 trường hợp đúng phép, 235 trường hợp sai phép, 157 trường hợp không phép.",
            Some("2.541 nhà"),
        ),
        (
            "Toàn tỉnh trồng 16.470 ha, có 6.700 ha lúa. Các xã trồng màu, gồm: khoai 2.400 ha; ngô 5.200 ha; lạc 5.800 ha; rau 5.770 ha.",
            Some("5.200 ha"),
        ),
        // One item called otherwise, and what fills a whole by its very name.
        (
            "Xã trao 428 suất quà, trong đó 54 suất cho người già, 150 suất cho hộ nghèo và 278 trẻ em.",
            Some("428 suất"),
        ),
        ("Xã trao 482 suất quà, trong đó 54 suất cho người già, 150 suất cho hộ nghèo và 278 trẻ em.", None),
        ("Huyện có 12 xã, phường, trong đó 9 xã và 4 phường.", Some("12 xã")),
        ("Huyện có 13 xã, phường, trong đó 9 xã và 4 phường.", None),
        ("Đội có 541 VĐV (367 nam, 147 nữ).", Some("541 VĐV")),
        ("Đội có 514 VĐV (367 nam, 147 nữ).", None),
        ("Hội bầu 24 Ủy viên. Trong đó, 7 Ủy viên ở tỉnh; 12 Ủy viên ở huyện; 6 Ủy viên ở xã.", Some("24 Ủy viên")),
        ("Hội bầu 25 Ủy viên. Trong đó, 7 Ủy viên ở tỉnh; 12 Ủy viên ở huyện; 6 Ủy viên ở xã.", None),
        // What is told the other way is taken off, and a balance is no part.
        ("Tỉnh xuất siêu 3,2 tỷ USD, trong đó khu vực A xuất siêu 8,1 tỷ USD; khu vực B nhập siêu 4,9 tỷ USD.", None),
        ("Đạt 20,6 tỷ USD; trong đó, xuất khẩu 11,2 tỷ USD; nhập khẩu 9,4 tỷ USD; xuất siêu 1,8 tỷ USD.", None),
        (
            "Trong số thu 814,2 tỷ đồng, thu nội địa đạt 694 tỷ đồng, thu từ dầu 37,7 tỷ đồng, thu khác 125,2 tỷ đồng.",
            Some("814,2 tỷ"),
        ),
        (
            "Trong số thu 814,2 tỷ đồng, thu nội địa đạt 649 tỷ đồng, thu từ dầu 37,7 tỷ đồng, thu khác 125,2 tỷ đồng.",
            None,
        ),
        ("Trong tổng số người trúng cử, tỉnh có 194 người; huyện có 301 người.", None),
        ("Phải thu 12 tỷ 345 triệu đồng, gồm 4 tỷ 120 triệu đồng và 8 tỷ 252 triệu đồng.", Some("8 tỷ 252 triệu đồng")),
        ("Phải thu 12 tỷ 345 triệu đồng, gồm 4 tỷ 120 triệu đồng và 8 tỷ 225 triệu đồng.", None),
        ("Có 285 hộ, tăng 35 hộ, trong đó 20 hộ nghèo và 15 hộ cận nghèo.", None),
    ] {
        let found = found(text);
        assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
        assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
    }
}
