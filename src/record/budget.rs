//! `budget.yaml`: figures by line and sub-line — *kinh phí, dự toán*: plan, allocation, execution.

use super::common::Common;
use super::meeting::Citation;
use super::papers::Paper;
use super::party::Body;
use super::value::{Amount, Day, Flag, Rate, Text, Unit};
use super::{choice, map_field, record};

record! {
    /// A table of figures — *bảng kinh phí*.
    struct Budget = "budget.yaml" {
        ..common: Common;
        title: Text, "Tên bảng", "Tên của bảng số liệu.";
        date: Option<Day>, "Ngày", "Ngày của số liệu khi bảng đứng một mình.";
        period: Option<Text>, "Kỳ", "năm 2024, 9 tháng năm 2024, quý III năm 2024 …";
        as_of: Option<Day>, "Tính đến", "Ngày chốt số liệu.";
        unit: Unit, "Đơn vị tính", "tỷ đồng, triệu đồng, đồng …: dùng cho số không ghi đơn vị.";
        grouped: Flag, "Dấu chấm hàng nghìn", "true nếu mọi dấu chấm trong bảng ngăn hàng nghìn: 186.400 là 186400.";
        source: Option<Body>, "Nguồn số liệu", "Cơ quan báo cáo số liệu.";
        wording: Option<Wording>, "Cách gọi", "plan, estimate, disbursement hoặc expense: gọi là kế hoạch hay dự toán, thực hiện hay giải ngân.";
        previous_period: Option<Text>, "Tên kỳ trước", "Kỳ so sánh của cả bảng: cùng kỳ năm 2025, năm 2025 …";
        intro: Vec<Text>, "Nhận định", "Những câu đứng trước số liệu.";
        total: Option<Text>, "Dòng tổng", "Tên dòng tổng cộng các dòng cấp một; bỏ trống nếu không cộng.";
        lines: Vec<Line>, "Các dòng", "Các khoản, mỗi khoản có thể có khoản con.";
        remarks: Vec<Text>, "Nhận xét", "Những câu đứng sau số liệu.";
        proposals: Vec<Text>, "Kiến nghị", "Kiến nghị của báo cáo kinh phí.";
        bases: Vec<Citation>, "Căn cứ", "Văn bản làm căn cứ.";
        report: Option<Box<Paper>>, "Báo cáo", "Số, ngày, người ký, nơi nhận của báo cáo kinh phí.";
    }
}

choice! {
    /// What plan and payment are called — *cách gọi*; told from the title when absent.
    enum Wording {
        Plan = "plan" "kế hoạch, thực hiện";
        Estimate = "estimate" "dự toán, thực hiện";
        Disbursement = "disbursement" "kế hoạch, giải ngân";
        Expense = "expense" "dự toán, chi";
    }
}

record! {
    /// One line with any of the measures — *khoản, mục*; lines may hold lines, four levels deep and more.
    struct Line = "line" {
        name: Text, "Tên khoản", "Tên của khoản.";
        code: Option<Text>, "Mã số", "Mã hoặc số thứ tự theo nguồn.";
        period: Option<Text>, "Kỳ", "Kỳ riêng của khoản, nếu khác bảng.";
        as_of: Option<Day>, "Tính đến", "Ngày chốt riêng của khoản.";
        planned: Option<Box<Amount>>, "Kế hoạch", "Số kế hoạch, dự toán được giao.";
        adjusted: Option<Box<Amount>>, "Điều chỉnh", "Kế hoạch sau điều chỉnh.";
        allocated: Option<Box<Amount>>, "Phân bổ", "Số đã phân bổ.";
        spent: Option<Box<Amount>>, "Thực hiện", "Số đã thực hiện, giải ngân.";
        estimated: Option<Box<Amount>>, "Ước thực hiện", "Số ước thực hiện.";
        previous: Option<Box<Amount>>, "Kỳ trước", "Số của kỳ so sánh.";
        previous_period: Option<Text>, "Tên kỳ trước", "cùng kỳ năm 2023 …; khoản con theo khoản cha.";
        stated: Vec<Stated>, "Tỷ lệ đã nêu", "Tỷ lệ như nguồn đã in; máy tính lại và so.";
        open: Flag, "Chưa kể hết", "true nếu các khoản con chỉ là một phần (trong đó …).";
        intro: Vec<Text>, "Dẫn", "Những câu đứng trước số liệu của khoản này.";
        remarks: Vec<Text>, "Nhận xét", "Câu nhận xét về khoản này.";
        places: Vec<Text>, "Địa phương nổi bật", "Những nơi bố trí, thực hiện cao.";
        closing: Vec<Text>, "Đánh giá", "Những câu đánh giá đứng sau cùng của khoản này.";
        owner: Option<Box<Body>>, "Chủ đầu tư", "Chủ đầu tư, đơn vị sử dụng.";
        lines: Vec<Line>, "Khoản con", "Các khoản con.";
    }
}

choice! {
    /// A measure of a line — *chỉ tiêu*.
    enum Measure {
        Planned = "planned" "kế hoạch";
        Adjusted = "adjusted" "điều chỉnh";
        Allocated = "allocated" "phân bổ";
        Spent = "spent" "thực hiện";
        Estimated = "estimated" "ước thực hiện";
        Previous = "previous" "kỳ trước";
    }
}

choice! {
    /// What a rate is a part of — *mẫu số*.
    enum Base {
        Planned = "planned" "kế hoạch";
        Adjusted = "adjusted" "điều chỉnh";
        Allocated = "allocated" "phân bổ";
        Parent = "parent" "khoản cha";
        Total = "total" "tổng số";
        Previous = "previous" "kỳ trước";
    }
}

record! {
    /// A rate that the source printed — *tỷ lệ đã nêu*; it is computed again and compared.
    struct Stated = "stated" {
        rate: Rate, "Tỷ lệ", "Tỷ lệ như đã in, ví dụ 82,26%.";
        measure: Measure, "Tử số", "Chỉ tiêu được so: planned, allocated, spent …";
        of: Option<Base>, "Mẫu số", "So với: planned (mặc định), adjusted, allocated, parent, total, previous (tăng, giảm 13,8%, hoặc bằng 113,8%).";
    }
}

map_field!(Line, Stated);

impl Line {
    /// The figure of a measure, as written.
    pub fn measure(&self, measure: Measure) -> Option<&Amount> {
        match measure {
            Measure::Planned => self.planned.as_deref(),
            Measure::Adjusted => self.adjusted.as_deref(),
            Measure::Allocated => self.allocated.as_deref(),
            Measure::Spent => self.spent.as_deref(),
            Measure::Estimated => self.estimated.as_deref(),
            Measure::Previous => self.previous.as_deref(),
        }
    }
}
