//! Figures that others make, with a slip in them and without, in any wording.

use crate::check::figures::tests::{left_alone, told_of_slips};

/// A text, its right figure, and the slips for it that are told.
const TIES: [(&str, &str, &[&str]); 32] = [
    // Totals of any wording.
    (
        "Ngành đã xử phạt 2.064 lượt hộ theo các cách sau đây: nhắc nhở 1.352 lượt hộ, phạt tiền 571 lượt hộ, đình chỉ {} lượt hộ.",
        "141",
        &["114"],
    ),
    (
        "Ba trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa, trạm Gò Me mua {} tấn lúa.",
        "1.835",
        &["1.853"],
    ),
    // Parts in other units, and without any.
    ("Đoàn mang về {} huy chương các loại (11 vàng, 17 bạc, 19 đồng).", "47", &["41"]),
    (
        "Bão làm sập 1.463 căn nhà. Trong đó, Gò Me 418 nhà, Bến Vông 296 nhà, Cầu Đúc 507 nhà, Láng Sen {} nhà.",
        "242",
        &["224"],
    ),
    // The total sentences behind its parts, one of them told as an addition.
    (
        "Huyện cấp mới 14 dự án với vốn 1,62 tỷ USD; 9 dự án có vốn tăng thêm 640,5 triệu USD; góp vốn 1,15 tỷ USD. Tính chung, \
         tổng vốn đăng ký là {} tỷ USD.",
        "3,41",
        &["3,14"],
    ),
    // The total named anew before its parts, whatever else explains it.
    (
        "Lũ làm 30 người chết và mất tích, gồm {} người chết, 12 người mất tích. Số người chết theo xã: Gò Me 5, Bến Vông 6, \
         Cầu Đúc 3, Láng Sen 4.",
        "18",
        &["81"],
    ),
    // A slip in the price, not in the total.
    ("Kho bán 308.472 tấn gạo, thu 167,71 triệu USD, giá trung bình {} USD/tấn.", "543,7", &["534,7"]),
    // What is left beside a part that has parts of its own.
    (
        "Đoàn kiểm tra 246 cơ sở. Có 38 cơ sở vi phạm, phạt 27 cơ sở, nhắc nhở 11 cơ sở; {} cơ sở còn lại chấp hành tốt.",
        "208",
        &["218"],
    ),
    // Rates of any wording.
    ("Bến cá đón 3.482 lượt tàu. Tàu lớn vào bến 1.274 lượt tàu, tỷ trọng lên tới {}.", "36,59%", &["63,59%"]),
    ("Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ, tức {}.", "78,31%", &["87,31%"]),
    ("Phát hiện sai phạm {} đồng (đã thu hồi 1.527 triệu đồng, đạt 92,6%).", "1.649 triệu", &["1.649 tỷ"]),
    // Products and means.
    ("Trường có 1.161 học sinh, biên chế 27 lớp, bình quân {} em/lớp.", "43", &["34"]),
    ("Phí gửi xe 65.000 đồng/tháng, thu 9 tháng, cộng {} đồng.", "585.000", &["558.000", "5.850.000"]),
    ("Tính chung 6 tháng, cả vùng có 2.353 người bị thương. Bình quân 1 ngày có {} người bị thương.", "13", &["31"]),
    // How far two figures lie apart.
    ("Tại kỳ này, mỗi lít dầu giảm {} đồng, từ 19.870 đồng xuống 19.236 đồng.", "634", &["643"]),
    // The same of one of several rows, by its name.
    (
        "Cơn lũ làm 17 người chết, 52 người bị thương; trận lũ năm 2020 làm 48 người chết và 66 người bị thương. So với năm đó đã \
         giảm {} người chết, giảm 14 người bị thương.",
        "31",
        &["21", "13"],
    ),
    (
        "Cuối năm, huyện có 9.412,6 ha rừng tự nhiên và 3.857,2 ha rừng trồng; đầu năm có 9.105,3 ha rừng tự nhiên và 4.180,9 ha rừng \
         trồng. Trong năm, rừng trồng giảm {} ha do bị cháy.",
        "323,7",
        &["323,1", "332,7"],
    ),
    // What it is compared with stands in a bracket, told for one.
    (
        "Bình quân mỗi xã đạt 14 tiêu chí, cao hơn {} tiêu chí so với bình quân cả vùng (11,64 tiêu chí/xã).",
        "2,36",
        &["3,26"],
    ),
    ("Xã Gò Me bán 1.356 tấn, bỏ xa xã Bến Vông đến {} tấn. Xã Bến Vông bán 911 tấn.", "445", &["454"]),
    // A total of another order than its parts.
    (
        "Ước đến cuối tháng, tổng nợ là {}, giảm 23,7 tỷ đồng. Trong đó, nợ có khả năng thu là 575,7 tỷ đồng, nợ khó thu là 85,3 tỷ đồng.",
        "661 tỷ đồng",
        &["661 triệu đồng"],
    ),
    (
        "Đoàn phát hiện vi phạm với tổng số tiền {} tỷ đồng, kiến nghị thu hồi 8,8 tỷ đồng, giảm trừ 33,3 tỷ đồng.",
        "42,1",
        &["4,21"],
    ),
    // A fall in hundredths of what is now.
    (
        "Từ đầu năm có 32.189 ca mắc, trong đó có 5 ca nặng. So với cùng kỳ (36.276 ca mắc, 6 ca nặng), số ca mắc giảm {}.",
        "11,3%",
        &["12,7%"],
    ),
    // What is left of a total that stands between, and of one two sentences before.
    ("Số em đến tiêm là 4.826 em trên tổng số 5.103 em của huyện. Số em không đến tiêm là {} em.", "277", &["272"]),
    // So many each, and the others so many.
    (
        "Hội trao {} suất quà cho 9 xã trong huyện. Trong đó, các xã Gò Me, Bến Vông, Cầu Đúc, mỗi xã có 20 hộ nhận quà; 6 xã còn lại, \
         mỗi nơi 5 suất.",
        "90",
        &["95"],
    ),
    // A gap told as a rate too, one with the slip in its end, a rate between bare figures.
    (
        "Thu chợ đạt 38,4 tỷ đồng, giảm 18,64% (tương đương {} đồng) so với cùng kỳ năm trước (47,2 tỷ đồng).",
        "8,8 tỷ",
        &["8,8 triệu"],
    ),
    (
        "Năm 2021, kho nhập {} thùng hàng, xuất 308.585 thùng hàng. Năm 2022, nhập 359.748 thùng hàng, xuất 332.896 thùng hàng; so \
         với năm trước nhập tăng 26.589 thùng, xuất tăng 24.311 thùng.",
        "333.159",
        &["333.195"],
    ),
    // Parts that name their noun, prices before what they make.
    (
        "Cục nhận 136.806 phương tiện, trong đó phương tiện nhập khẩu là {}, phương tiện xuất khẩu là 58.082.",
        "78.724",
        &["78.424"],
    ),
    (
        "Thuê đất 26 tháng, mỗi tháng là 1.200.000 đồng với số tiền là 31.200.000 đồng; thuê tiếp 9 tháng, mỗi tháng là 1.350.000 đồng \
         với số tiền là 12.150.000 đồng. Tổng số tiền phải trả là {} đồng.",
        "43.350.000",
        &["43.530.000"],
    ),
    // A digit of a long figure, however far off it leads.
    ("Tỉnh có tổng cộng 62.820 con trâu, trong đó {} con của dân và 2.085 con của trại.", "60.735", &["50.735"]),
    // Prizes in their order count nothing in words.
    (
        "Trường giành {} giải, trong đó có 14 giải nhất, 35 giải nhì, 46 giải ba và 51 giải khuyến khích.",
        "146",
        &["164", "140"],
    ),
    ("Cả tỉnh có {} em đoạt giải với 27 giải Nhất, 61 giải Nhì, 84 giải Ba và 92 giải Khuyến khích.", "264", &["246"]),
    // Parts of another kind, behind those that make a total.
    (
        "Xã thu 8.640 tấn nông sản, gồm lúa 5.210 tấn, ngô 1.980 tấn, rau 1.450 tấn. Trong đó, vụ xuân thu 4.715 tấn; vụ mùa thu {} tấn.",
        "3.925",
        &["3.952"],
    ),
];

/// Figures that need not make one another.
const LEFT: [&str; 25] = [
    // Items of a list that semicolons part.
    "Vượt dự toán có Gò Me thu 174 tỷ đồng; Bến Vông thu 792 tỷ đồng; Cầu Đúc thu 176 tỷ đồng; Láng Sen thu 2.713 tỷ đồng.",
    // Two of many stations need not make up the whole.
    "Các trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa.",
    // A rate of something else.
    "Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ; lãi suất vay 6,12%.",
    // A total told less finely than its parts, and one told again.
    "Lúa ngập 6.077 ha (Gò Me 1.241,5 ha, Bến Vông 2.716 ha, Cầu Đúc 2.119 ha).",
    "Thu phí chợ 192,2 tỷ đồng. Thu khác 15 tỷ đồng. Riêng thu phí chợ là 192.157 triệu đồng.",
    // The rest is told in words, or not at all.
    "Có 47 ca, gồm: Gò Me (36), Bến Vông (9), Cầu Đúc và Láng Sen mỗi nơi một ca.",
    "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh 32,3 tỷ đồng, vốn xã 59 tỷ đồng...",
    // Where the bidding starts is no price of the total.
    "Bán 1.240 con giống. Giá khởi điểm 12.300 đồng/con. Tổng giá trị con giống: 18.972.000 đồng.",
    // No word tells that one is the total of many.
    "Kho bán 480 kg thịt, còn 34 thùng (20 kg/thùng).",
    // Brackets of their own, and parts of a total that holds.
    "Đoàn giành 91 huy chương, gồm 45 HCV, 24 HCB và 22 HCĐ. Xếp sau là Gò Me (23 HCV), Bến Vông (21 HCV), Cầu Đúc (16 HCV).",
    // Thousands show no gap of hundreds; what follows a gap is none of its ends, and what follows a rate in the next sentence
    // has not moved by it.
    "Thóc ước 14 nghìn tấn. Tổng sản lượng lương thực ước trên 19 nghìn tấn, tăng 637,7 tấn so với năm trước.",
    "Tai nạn làm chết 21 người, tăng 13 người so với cùng kỳ; bị thương 9 người.",
    // How far two figures lie apart is told already, or one of them is a part of the other.
    "Tòa thụ lý 84 vụ, giải quyết 55 vụ. So với cùng kỳ, thụ lý giảm 26 vụ. Còn tồn 29 vụ.",
    "Có 3.180 người, tăng 4.060 người; trong đó bắt buộc 2.390 người, tăng 1.051 người; tự nguyện 790 người.",
    "Phát hiện 318 vụ. Trong đó xảy ra 180 vụ phạm tội, ít hơn 03 vụ so với cùng kỳ. Trong số này có 53 vụ trộm cắp.",
    "Thu đạt 1.450 tỷ đồng, tăng 8% (tương đương 107 tỷ đồng) so với cùng kỳ. Chi đạt 1.320 tỷ đồng, bằng 45% dự toán.",
    // A total with a part of its own, so many each of what a total has, what is of another body.
    "Tổng số phiếu phát ra là 250, số phiếu thu về là 248, trong đó 245 phiếu hợp lệ và 3 phiếu không hợp lệ.",
    "Hội trao 150 suất cho 12 xã. Trong đó, các xã Gò Me, Bến Vông, Cầu Đúc, mỗi xã 20 suất; 9 xã còn lại, mỗi nơi 10 suất.",
    "Tặng 12 căn nhà, mỗi căn 80 triệu đồng; 25 suất, mỗi suất 2 triệu đồng. Tổng kinh phí 1,01 tỷ đồng.",
    "Ban chấp hành gồm 45 đồng chí, có mặt 41 đồng chí, vắng 4 đồng chí; Ban Thường vụ 13 đồng chí.",
    // Those behind in an order, numbers of units, some of the parts of another total.
    "Đoàn giành 101 huy chương, trong đó có 50 HCV, 27 HCB và 24 HCĐ. Xếp sau là Gò Me (25 HCV), Bến Vông (24 HCV).",
    "Tân binh được giao về: Sư đoàn 315 nhận 35 tân binh; Trung đoàn Bộ binh 95 nhận 79 tân binh; Trung đoàn 28 nhận 10 tân binh.",
    "Tỉnh có 106 em được khen, trong đó có 11 em đoạt giải Nhất, 45 giải Nhì và 50 giải Ba. Cả vùng có 93 giải Nhất.",
    "Có 21 người nhiễm, tăng 13 người; đã khỏi 12 người, còn 9 người đang điều trị.",
    "Nông sản đạt 24,3 tỷ USD, tăng 21% so với năm trước. Trong các mặt hàng, chè đạt 2,9 tỷ USD; gạo 2,65 tỷ USD.",
];

#[test]
fn figures_that_others_make() {
    told_of_slips(&TIES);
    left_alone(&LEFT);
}
