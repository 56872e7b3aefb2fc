//! The tables of the legacy encodings, as facts: what each byte stands for, and how VNI spells letters with two bytes.

/// TCVN 5712:1993 VN1 from 0x80 on; its small letters are those of the ABC fonts (*TCVN3*).
pub(super) const TCVN: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{a0}ĂÂÊÔƠƯĐăâêôơưđẶ\u{300}\u{309}\u{303}\u{301}\
    \u{323}àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// The capitals TCVN 5712 puts among the control characters.
pub(super) const TCVN_LOW: [(u8, char); 12] = [
    (0x01, 'Ú'),
    (0x02, 'Ụ'),
    (0x04, 'Ừ'),
    (0x05, 'Ử'),
    (0x06, 'Ữ'),
    (0x11, 'Ứ'),
    (0x12, 'Ự'),
    (0x13, 'Ỳ'),
    (0x14, 'Ỷ'),
    (0x15, 'Ỹ'),
    (0x16, 'Ý'),
    (0x17, 'Ỵ'),
];

/// VISCII 1.1 (RFC 1456) from 0x80 on.
pub(super) const VISCII: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵ\
    ÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

/// The capitals VISCII puts among the control characters.
pub(super) const VISCII_LOW: [(u8, char); 6] =
    [(0x02, 'Ẳ'), (0x05, 'Ẵ'), (0x06, 'Ẫ'), (0x14, 'Ỷ'), (0x19, 'Ỹ'), (0x1e, 'Ỵ')];

/// windows-1252 from 0x80 to 0x9f; what it leaves undefined stands for itself, as browsers read it.
pub(super) const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Where windows-1258 differs from windows-1252: three vowels with the đ, and five tones that follow their letter.
pub(super) const VIETNAMESE_WINDOWS: [(u8, char); 14] = [
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

/// VNI for Windows: letters of one byte, by the windows-1252 character drawn in their place.
pub(super) const VNI_LETTERS: [(char, char); 9] =
    [('ô', 'ơ'), ('ö', 'ư'), ('ñ', 'đ'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ')];

/// VNI: what a second byte adds to the letter before it, in combining marks, and to which letters.
pub(super) const VNI_MARKS: [(char, &str, &str); 17] = [
    ('ù', "\u{301}", "aeouyôö"),
    ('ø', "\u{300}", "aeouyôö"),
    ('û', "\u{309}", "aeouyôö"),
    ('õ', "\u{303}", "aeouyôö"),
    ('ï', "\u{323}", "aeouyôö"),
    ('â', "\u{302}", "aeo"),
    ('á', "\u{302}\u{301}", "aeo"),
    ('à', "\u{302}\u{300}", "aeo"),
    ('å', "\u{302}\u{309}", "aeo"),
    ('ã', "\u{302}\u{303}", "aeo"),
    ('ä', "\u{302}\u{323}", "aeo"),
    ('ê', "\u{306}", "a"),
    ('é', "\u{306}\u{301}", "a"),
    ('è', "\u{306}\u{300}", "a"),
    ('ú', "\u{306}\u{309}", "a"),
    ('ü', "\u{306}\u{303}", "a"),
    ('ë', "\u{306}\u{323}", "a"),
];
