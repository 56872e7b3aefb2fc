//! `document.yaml`: any other official document of the 29 kinds — *văn bản hành chính*.

use super::common::Common;
use super::copies::CertifiedCopy;
use super::kinds::Named;
use super::papers::{Issuer, Paper, Signer, Sizes};
use super::party::Person;
use super::value::date::Signing;
use super::value::{Count, Day, FileName, Flag, Prose, Text};
use super::{choice, map_field, record, text_or_map_field};

record! {
    /// An official document — *văn bản*.
    struct Document = "document.yaml" {
        ..common: Common;
        kind: Named, "Loại văn bản", "Tên loại hoặc chữ viết tắt: công văn, quyết định, TTr, KH …";
        subject: Option<Text>, "Trích yếu", "Trích yếu nội dung, không kèm tên loại; công văn không kèm chữ V/v.";
        number: Option<Text>, "Số", "Số (09) hoặc cả số và ký hiệu (09/QĐ-UBND); bỏ trống để hệ thống hoặc văn thư điền.";
        date: Option<Day>, "Ngày", "Ngày ban hành; bỏ trống để hệ thống hoặc văn thư điền.";
        issuer: Option<Issuer>, "Cơ quan", "Cơ quan ban hành, nếu khác site.yaml.";
        unit: Option<Text>, "Đơn vị soạn thảo", "Chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực, trong ký hiệu công văn và dòng Lưu.";
        authority: Option<Text>, "Thẩm quyền ban hành", "Dòng trên căn cứ của nghị quyết, quyết định: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …";
        bases: Vec<Basis>, "Căn cứ", "Các căn cứ theo thứ tự, cả dòng Theo đề nghị của …";
        to: Vec<Text>, "Kính gửi", "Người hoặc cơ quan nhận chính; của giấy mời là người được mời.";
        particulars: Option<Particulars>, "Các mục của giấy", "Giấy mời, giấy giới thiệu, giấy nghỉ phép, biên bản: những mục mẫu in sẵn.";
        parties: Vec<Party>, "Các bên", "Hợp đồng, bản ghi nhớ, bản thỏa thuận: các bên ký.";
        body: Option<Prose>, "Nội dung", "Nội dung bằng Markdown; # là mục I., ## là 1., ### là a); số do máy đánh; ![](so-do.png) in một ảnh của photos.";
        articles: Vec<Article>, "Các điều", "Điều, khoản, điểm; số, chữ do máy đánh.";
        attached: Option<Attached>, "Văn bản kèm theo", "Quy chế, quy định, kế hoạch … được quyết định này ban hành hoặc phê duyệt.";
        appendices: Vec<Appendix>, "Phụ lục", "Các phụ lục theo thứ tự.";
        certified_copies: Vec<CertifiedCopy>, "Bản sao", "Các bản sao của văn bản đã ban hành, mỗi bản một tệp trong documents/.";
        signer: Option<Signer>, "Người ký", "Người ký, nếu khác site.yaml.";
        signature: Option<FileName>, "Ảnh chữ ký", "Tệp .png nền trong, cạnh bản ghi.";
        seal: Option<FileName>, "Ảnh dấu", "Tệp .png nền trong của con dấu, đúng cỡ thật.";
        recipients: Vec<Text>, "Nơi nhận", "Các dòng nơi nhận, không gồm dòng Lưu.";
        archive: Option<Text>, "Lưu", "Nội dung sau chữ Lưu:, ví dụ VT, VP.";
        drafter: Option<Text>, "Người soạn thảo", "Ký hiệu người soạn thảo: PL.";
        copies: Option<Count>, "Số bản", "Số lượng bản phát hành.";
        urgency: Option<Urgency>, "Độ khẩn", "KHẨN, THƯỢNG KHẨN hoặc HỎA TỐC.";
        circulation: Option<Circulation>, "Phạm vi lưu hành", "XEM XONG TRẢ LẠI hoặc LƯU HÀNH NỘI BỘ.";
        secrecy: Option<Text>, "Độ mật", "Văn bản mật không được làm bằng phần mềm này.";
        contact: Option<Text>, "Địa chỉ liên hệ", "Địa chỉ, thư điện tử, điện thoại in ở chân trang đầu.";
        sizes: Option<Sizes>, "Cỡ chữ", "13/14 hoặc 12/13, nếu khác site.yaml.";
        public: Flag, "Công khai", "true nếu văn bản được đăng trên trang tin.";
    }
}

choice! {
    /// How fast it must travel — *độ khẩn*, NĐ 30/2020 PL I mục III.2.
    enum Urgency {
        Urgent = "KHẨN" "khẩn";
        VeryUrgent = "THƯỢNG KHẨN" "thượng khẩn";
        Express = "HỎA TỐC" "hỏa tốc";
    }
}

choice! {
    /// Who may have it — *chỉ dẫn phạm vi lưu hành*.
    enum Circulation {
        Return = "XEM XONG TRẢ LẠI" "xem xong trả lại";
        Internal = "LƯU HÀNH NỘI BỘ" "lưu hành nội bộ";
    }
}

record! {
    /// A legal basis — *căn cứ*: a line of text, or a document's data.
    struct Basis = "basis" {
        text: Option<Text>, "Căn cứ", "Cả câu căn cứ.";
        kind: Option<Text>, "Loại", "Luật, Nghị định, Quyết định … (mặc định theo ký hiệu).";
        number: Option<Text>, "Số, ký hiệu", "30/2020/NĐ-CP.";
        date: Option<Day>, "Ngày", "Ngày ban hành.";
        issuer: Option<Text>, "Cơ quan", "Cơ quan ban hành; luật, pháp lệnh không ghi.";
        about: Option<Text>, "Về", "Trích yếu; của luật là tên luật.";
    }
}

record! {
    /// An article — *điều*; a part, chapter or section begins with the article that names it.
    struct Article = "điều" {
        text: Option<Text>, "Nội dung", "Lời của điều.";
        title: Option<Text>, "Tiêu đề", "Tiêu đề của điều.";
        part: Option<Text>, "Phần", "Tên phần, nếu từ điều này sang phần mới.";
        chapter: Option<Text>, "Chương", "Tên chương, nếu từ điều này sang chương mới.";
        section: Option<Text>, "Mục", "Tên mục, nếu từ điều này sang mục mới.";
        clauses: Vec<Clause>, "Khoản", "Các khoản 1., 2., 3. …";
        points: Vec<Text>, "Điểm", "Các điểm a), b), c) … ngay dưới điều.";
    }
}

record! {
    /// A clause — *khoản*.
    struct Clause = "khoản" {
        text: Option<Text>, "Nội dung", "Lời của khoản.";
        title: Option<Text>, "Tiêu đề", "Tiêu đề của khoản.";
        points: Vec<Text>, "Điểm", "Các điểm a), b), c) …";
    }
}

record! {
    /// What a decision issues or approves — *văn bản kèm theo* (mẫu 1.3).
    struct Attached = "attached" {
        kind: Named, "Loại văn bản", "Quy chế, quy định, kế hoạch …";
        subject: Text, "Trích yếu", "Tên gọi của văn bản kèm theo.";
        body: Option<Prose>, "Nội dung", "Nội dung bằng Markdown.";
        articles: Vec<Article>, "Các điều", "Điều, khoản, điểm.";
    }
}

record! {
    /// An appendix — *phụ lục*.
    struct Appendix = "appendix" {
        title: Text, "Tên phụ lục", "Tên phụ lục.";
        body: Option<Prose>, "Nội dung", "Nội dung bằng Markdown.";
        unit: Option<Text>, "Đơn vị tính", "Đơn vị tính của bảng.";
        columns: Vec<Text>, "Cột", "Tên các cột của bảng.";
        rows: Vec<Vec<Text>>, "Dòng", "Các dòng của bảng, mỗi dòng một danh sách ô.";
        landscape: Flag, "Trang ngang", "true nếu in trên trang ngang.";
        own_file: Flag, "Tệp riêng", "true nếu phụ lục là một tệp riêng, kèm văn bản điện tử (mẫu 2.2).";
        signed_at: Option<Signing>, "Lúc ký số", "Của tệp riêng: ngày, giờ phút giây ký số (12/3/2026 14:30:05), in ở góc trên bên phải; bỏ trống để phần mềm ký in.";
    }
}

record! {
    /// The labelled lines of a printed form — *các mục in sẵn của mẫu*.
    struct Particulars = "particulars" {
        event: Option<Text>, "Cuộc họp", "Tên, nội dung cuộc họp.";
        person: Option<Person>, "Ông (bà)", "Người được giới thiệu, được nghỉ phép.";
        destination: Option<Text>, "Nơi đến", "Nơi được cử đến, nơi nghỉ phép.";
        purpose: Option<Text>, "Về việc", "Việc được cử đi làm.";
        request_date: Option<Day>, "Ngày đơn", "Ngày của đơn đề nghị nghỉ phép.";
        duration: Option<Text>, "Thời gian nghỉ", "Số ngày nghỉ, ví dụ 05 ngày.";
        from: Option<Day>, "Từ ngày", "Ngày đầu.";
        until: Option<Day>, "Đến ngày", "Ngày cuối.";
        start: Option<Text>, "Thời gian", "Giờ, ngày bắt đầu.";
        place: Option<Text>, "Địa điểm", "Địa điểm.";
        present: Vec<Text>, "Thành phần tham dự", "Những người tham dự.";
        chair: Option<Person>, "Chủ trì", "Người chủ trì, chủ tọa.";
        secretary: Option<Person>, "Thư ký", "Người ghi biên bản.";
        end: Option<Text>, "Kết thúc", "Giờ, ngày kết thúc.";
    }
}

record! {
    /// A party to an agreement — *bên*.
    struct Party = "party" {
        name: Text, "Tên", "Tên cơ quan, tổ chức.";
        address: Option<Text>, "Địa chỉ", "Địa chỉ.";
        represented: Option<Person>, "Đại diện", "Người đại diện, kèm chức vụ.";
        details: Vec<Text>, "Thông tin khác", "Điện thoại, tài khoản, mã số thuế …";
    }
}

impl Document {
    /// Number, date, signature and addressees as every paper has them.
    pub fn paper(&self) -> Paper {
        Paper {
            number: self.number.clone(),
            date: self.date,
            subject: self.subject.clone(),
            issuer: self.issuer.clone().map(Box::new),
            signer: self.signer.clone().map(Box::new),
            to: self.to.clone(),
            recipients: self.recipients.clone(),
            archive: self.archive.clone(),
            notes: Vec::new(),
            sizes: self.sizes,
            public: self.public,
        }
    }

    /// Kind and subject as one name: *Kế hoạch tổ chức hội nghị …*
    pub fn name(&self) -> String {
        let kind = self.kind.0.name;
        let Some(subject) = self.subject.as_deref() else { return kind.to_owned() };
        if subject.to_lowercase().starts_with(&kind.to_lowercase()) {
            return subject.to_owned();
        }
        let about = self.kind.0.about;
        let kind = if about.is_empty() { kind.to_owned() } else { format!("{kind} {about}") };
        let mut letters = subject.chars();
        let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
        // An abbreviation or a name keeps its capital: UBND …, Bộ Tài chính …
        let proper = subject.split(' ').take(2).any(|word| word.chars().skip(1).any(char::is_uppercase))
            || subject.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
        if proper { format!("{kind} {subject}") } else { format!("{kind} {first}{}", letters.as_str()) }
    }
}

map_field!(Attached, Appendix, Particulars, Party);
text_or_map_field!(Basis.text, Article.text, Clause.text);
