//! `site.yaml`: who publishes, who answers for the content, who signs, and the house style.

use super::papers::{Issuer, Signer, Sizes};
use super::value::{Day, FileName, Text};
use super::{choice, map_field, record};

record! {
    /// The publishing office — *cơ quan chủ quản trang tin*.
    struct SiteRecord = "site.yaml" {
        title: Text, "Tên trang", "Tên trang tin.";
        tagline: Option<Text>, "Dòng giới thiệu", "Một dòng dưới tên trang.";
        base_url: Option<Text>, "Địa chỉ gốc", "Địa chỉ https của trang tin.";
        first_url: Option<Text>, "Địa chỉ đầu tiên", "Địa chỉ đầu tiên của trang, ghi lại khi dời trang sang địa chỉ khác: mã của tin trong các luồng tin và lịch giữ theo địa chỉ này.";
        issuer: Issuer, "Cơ quan ban hành", "Cơ quan ban hành văn bản: chủ quản, tên, ký hiệu, địa danh.";
        signer: Option<Signer>, "Người ký", "Người ký văn bản khi văn bản không ghi.";
        archive: Option<Text>, "Lưu", "Nội dung sau chữ Lưu:, mặc định VT.";
        managing_body: Option<Text>, "Cơ quan chủ quản trang tin", "Cơ quan chủ quản trang tin.";
        responsible: Option<Text>, "Chịu trách nhiệm nội dung", "Họ tên, chức vụ người chịu trách nhiệm nội dung.";
        address: Option<Text>, "Địa chỉ", "Địa chỉ cơ quan.";
        phone: Option<Text>, "Điện thoại", "Số điện thoại.";
        email: Option<Text>, "Thư điện tử", "Địa chỉ thư điện tử.";
        logo: Option<FileName>, "Biểu trưng", "Tên tệp ảnh biểu trưng của cơ quan trong thư mục static/; mặc định là hình của trang.";
        hours: Option<Text>, "Giờ làm việc", "Giờ làm việc, tiếp công dân, in ở trang liên hệ.";
        spokesperson: Option<Text>, "Người phát ngôn", "Họ tên, chức vụ, điện thoại người phát ngôn, cung cấp thông tin cho báo chí.";
        about: Vec<Text>, "Giới thiệu", "Các đoạn giới thiệu trang tin, in ở trang giới thiệu.";
        reuse: Option<Text>, "Sử dụng lại", "Điều kiện đăng lại tin, dùng lại dữ liệu.";
        accessibility: Option<Accessibility>, "Khả năng tiếp cận", "Kết quả kiểm tra trang tin với người khuyết tật.";
        notice: Option<Text>, "Thông báo chung", "Câu in ở đầu mọi trang.";
        page_size: Option<super::value::Count>, "Số tin một trang", "Mặc định 20.";
        style: Option<Style>, "Lối viết", "Lối viết của cơ quan.";
        sizes: Option<Sizes>, "Cỡ chữ", "Cỡ chữ của văn bản: 13/14 (mặc định) hoặc 12/13.";
        archive_format: Option<ArchiveFormat>, "Dạng lưu trữ", "a-2a (mặc định); a-3a: bản của cơ quan mang theo bản ghi gốc.";
        documents: Option<DocumentsMode>, "Văn bản", "facts, listed hoặc none.";
        cards: Option<Cards>, "Ảnh chia sẻ", "Ảnh hiện khi chia sẻ một tin lên mạng xã hội: stories (mặc định) hoặc site.";
    }
}

choice! {
    /// Levels of the Web Content Accessibility Guidelines 2.2 — *mức tiếp cận*.
    enum AccessLevel {
        Single = "A" "mức A";
        Double = "AA" "mức AA";
        Triple = "AAA" "mức AAA";
    }
}

record! {
    /// What was found when the site was last tested with people with disabilities in mind — *khả năng tiếp cận*.
    struct Accessibility = "accessibility" {
        level: AccessLevel, "Mức đạt được", "A, AA hoặc AAA của WCAG 2.2.";
        tested: Day, "Ngày kiểm tra", "Ngày kiểm tra gần nhất.";
        method: Text, "Cách kiểm tra", "Ai kiểm tra, bằng cách nào.";
        gaps: Vec<Text>, "Hạn chế đã biết", "Những chỗ chưa đạt và cách thay thế.";
        contact: Option<Text>, "Nơi tiếp nhận", "Bộ phận tiếp nhận phản ánh về khả năng tiếp cận.";
    }
}

choice! {
    /// Which documents a build makes — *làm văn bản nào*.
    enum DocumentsMode {
        Facts = "facts" "đủ dữ kiện thì làm";
        Listed = "listed" "chỉ văn bản có trong papers";
        Never = "none" "không làm";
    }
}

choice! {
    /// The archive format of the office's PDFs, ISO 19005 — *dạng lưu trữ*.
    enum ArchiveFormat {
        Plain = "a-2a" "PDF/A-2a";
        WithRecords = "a-3a" "PDF/A-3a, mang bản ghi gốc";
    }
}

choice! {
    /// Which picture a shared page shows — *ảnh chia sẻ*.
    enum Cards {
        Stories = "stories" "mỗi tin một ảnh";
        Site = "site" "một ảnh chung";
    }
}

choice! {
    /// How points of a conclusion are counted in articles — *cách đánh số kết luận*.
    enum Counting {
        Cardinal = "cardinal" "Một là";
        Ordinal = "ordinal" "Thứ nhất";
        Figures = "figures" "1.";
        Prose = "prose" "văn xuôi";
    }
}

record! {
    /// House style — *lối viết*.
    struct Style = "style" {
        counting: Option<Counting>, "Đánh số", "cardinal: Một là; ordinal: Thứ nhất; figures: 1.; prose: văn xuôi.";
        end_mark: Option<Text>, "Dấu kết", "Dấu cuối bài, mặc định ./.";
        dates: Option<DateStyle>, "Ngày", "padded: 09/01/2024 (mặc định); unpadded: 9/1/2024.";
        profile: Option<Profile>, "Khối cơ quan", "state: hòa, kỹ; party: hoà, kỹ; school: hoà, kĩ. Không ghi: chỉ xét một bài viết hai kiểu.";
        tones: Option<Tones>, "Dấu thanh", "first_vowel: hòa, thủy; main_vowel: hoà, thuỷ. Thay cho khối cơ quan.";
        i_or_y: Option<Letter>, "I hay y", "y: kỹ, lý, tỷ; i: kĩ, lí, tỉ. Thay cho khối cơ quan.";
        quotes: Option<Quotes>, "Dấu ngoặc kép", "curly: “ ”; straight: dấu thẳng.";
        dashes: Option<Dashes>, "Dấu gạch", "hyphen: kinh tế - xã hội; dash: kinh tế – xã hội.";
    }
}

choice! {
    /// Whose spelling a house follows — *khối cơ quan*.
    enum Profile {
        State = "state" "cơ quan nhà nước";
        Party = "party" "cơ quan Đảng";
        School = "school" "trường học";
    }
}

choice! {
    /// Where tones stand in oa, oe, uy — *vị trí dấu thanh*.
    enum Tones {
        FirstVowel = "first_vowel" "hòa, thủy";
        MainVowel = "main_vowel" "hoà, thuỷ";
    }
}

choice! {
    /// The letter of the sound i — *viết i hay y*.
    enum Letter {
        Y = "y" "kỹ, lý";
        I = "i" "kĩ, lí";
    }
}

choice! {
    /// Quotation marks — *dấu ngoặc kép*.
    enum Quotes {
        Curly = "curly" "ngoặc cong";
        Straight = "straight" "ngoặc thẳng";
    }
}

choice! {
    /// The stroke between phrases — *dấu gạch giữa hai cụm từ*.
    enum Dashes {
        Hyphen = "hyphen" "gạch ngắn";
        Dash = "dash" "gạch dài";
    }
}

choice! {
    /// Zeros in numeric dates — *số 0 trong ngày tháng*.
    enum DateStyle {
        Padded = "padded" "09/01/2024";
        Unpadded = "unpadded" "9/1/2024";
    }
}

map_field!(Style, Accessibility);
