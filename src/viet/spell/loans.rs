//! Words of other languages that stand in Vietnamese prose unhyphenated, and parts of place names that follow no
//! Vietnamese spelling. Both lists are closed and sorted; a project adds its own to what it exempts.

/// Common loans in small letters.
#[rustfmt::skip]
const LOANS: [&str; 390] = [
    "ads", "agile", "ai", "album", "all", "amin", "ampe", "and", "api", "app", "apps", "are", "as", "asean", "atm",
    "audio", "axetilen", "axit", "backlog", "baht", "band", "banner", "bar", "bazơ", "beer", "benzen", "best",
    "big", "bit", "bitcoin", "blockchain", "blog", "blogger", "boxing", "brand", "branding", "brochure", "brom",
    "buffet", "bus", "byte", "cafe", "café", "call", "camera", "canxi", "carbon", "casino", "catalog", "catalogue",
    "catering", "cenlulo", "cent", "center", "ceo", "chat", "check", "chip", "clb", "click", "clip", "clo", "cloud",
    "club", "cm", "coach", "coca", "cocktail", "cod", "code", "coder", "concept", "condotel", "container", "cos",
    "cover", "cpu", "crypto", "css", "data", "database", "de", "deadline", "deal", "decibel", "demo", "derby",
    "des", "diesel", "digital", "disco", "dj", "dollar", "doping", "drone", "edtech", "el", "email", "enzym", "et",
    "etanol", "etc", "ethanol", "eur", "euro", "event", "excel", "expo", "facebook", "fan", "fanpage", "fashion",
    "fax", "fdi", "feedback", "festival", "file", "fintech", "first", "folder", "for", "forum", "free", "freelance",
    "freelancer", "freeship", "fresher", "from", "fta", "full", "gam", "game", "gamer", "gameshow", "gas", "gay",
    "gdp", "gen", "gigabyte", "globalgap", "glucose", "golf", "google", "gps", "gram", "gw", "gym", "haccp",
    "halal", "hamburger", "hardware", "hd", "hecta", "hectare", "hertz", "hiphop", "hit", "homestay", "hot",
    "hotel", "hotline", "html", "hydro", "ict", "idol", "insulin", "intern", "internet", "iot", "is", "iso", "jazz",
    "junior", "kaizen", "kali", "karaoke", "kg", "kilowatt", "km", "kv", "kva", "kwh", "laptop", "laser", "lcd",
    "leader", "leaflet", "league", "lean", "led", "les", "link", "lipid", "live", "livestream", "log", "logic",
    "logistic", "logistics", "logo", "los", "lumen", "lux", "magie", "mail", "mall", "manager", "marathon",
    "marketing", "master", "mc", "media", "megabyte", "megawatt", "menu", "metanol", "metro", "mm", "mobile",
    "model", "mw", "mwh", "nano", "natri", "new", "nitrat", "not", "oda", "of", "off", "offer", "officetel",
    "offline", "oil", "one", "online", "or", "organic", "our", "outlet", "outsourcing", "oxit", "ozon", "page",
    "pallet", "part", "passport", "pc", "pci", "pdf", "penthouse", "per", "phone", "photocopy", "pin", "pixel",
    "pizza", "playoff", "plutonium", "podcast", "poker", "polyme", "pop", "portfolio", "pos", "post", "poster",
    "powerpoint", "ppm", "pr", "printer", "protein", "pub", "qr", "radio", "ram", "rap", "remix", "resort", "robot",
    "rock", "saigon", "sale", "salon", "sandwich", "scan", "scanner", "scrum", "seal", "seminar", "senior",
    "server", "sex", "ship", "shipper", "shop", "shophouse", "shopping", "show", "showbiz", "shuttle", "silic",
    "sim", "sin", "single", "slogan", "smartphone", "sms", "software", "spa", "spin", "sport", "sprint", "start",
    "startup", "stream", "stress", "studio", "style", "summit", "sunfat", "supermarket", "sushi", "tablet",
    "talkshow", "tan", "taxi", "team", "teamwork", "tennis", "test", "that", "the", "their", "this", "tiktok",
    "time", "titan", "tivi", "token", "toluen", "ton", "top", "tour", "tourist", "trade", "trailer", "tram",
    "trend", "tv", "twitter", "up", "uranium", "usb", "usd", "vaccine", "via", "viber", "video", "vietgap", "villa",
    "vip", "virus", "visa", "vitamin", "vnd", "vodka", "volt", "von", "vs", "watt", "web", "website", "whisky",
    "wifi", "with", "won", "word", "workshop", "world", "xenlulo", "yen", "yoga", "you", "your", "youtube", "yuan",
    "zalo", "ôxi", "ôxy",
];

/// Syllables of names of places and peoples outside the grammar, in small letters.
#[rustfmt::skip]
const NAME_PARTS: [&str; 78] = [
    "ayun", "bahnar", "bana", "bdê", "becamex", "blah", "blao", "bliă", "brâu", "buk", "búk", "chrey", "churu",
    "châm", "chư", "cơtu", "cư", "drăng", "ea", "giarai", "gir", "glei", "glong", "hmông", "hra", "hđơk", "jrai",
    "jút", "jơng", "kbang", "klông", "kon", "kpă", "krông", "ksor", "kuin", "kơho", "kạn", "lăk", "lạch", "lắk",
    "mgar", "mil", "mlô", "mnông", "mạ", "ngok", "niê", "pak", "pakô", "plei", "pleiku", "prông", "pôkô", "păc",
    "păh", "pắk", "pờ", "raglai", "raglay", "rbrih", "rơ", "rơmăm", "sdang", "sró", "stiêng", "sê", "tum", "xtiêng",
    "xêđăng", "xơđăng", "êđê", "đrắk", "đăk", "đăng", "đưk", "đắc", "đắk",
];

/// Whether the word is a common loan.
pub(super) fn is_loan(word: &str) -> bool {
    LOANS.binary_search(&word).is_ok() || NAME_PARTS.binary_search(&word).is_ok()
}

/// Whether a capitalised word is known as part of a name.
pub(super) fn is_name_part(word: &str) -> bool {
    NAME_PARTS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{LOANS, NAME_PARTS};

    #[test]
    fn lists_are_sorted() {
        assert!(LOANS.is_sorted() && NAME_PARTS.is_sorted());
    }
}
