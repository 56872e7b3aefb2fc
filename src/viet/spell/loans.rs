//! Words of other languages that stand in Vietnamese prose unhyphenated, and parts of place names that follow no
//! Vietnamese spelling. Both lists are closed and sorted; a project adds its own to what it exempts.

/// Common loans in small letters.
#[rustfmt::skip]
const LOANS: [&str; 494] = [
    "ads", "agile", "ai", "album", "all", "amin", "ampe", "and", "android", "apatit", "api", "app", "apps", "are", "as",
    "asean", "aspirin", "atm", "audio", "axetilen", "axit", "backlog", "backup", "baht", "band", "banner", "bar",
    "bazơ", "beer", "benzen", "best", "big", "bit", "bitcoin", "blockchain", "blog", "blogger", "bluetooth", "boxing",
    "brand", "branding", "brochure", "brom", "buffet", "bus", "byte", "bôxít", "cafe", "café", "call", "camera",
    "camping", "canxi", "carbon", "casino", "catalog", "catalogue", "catering", "cc", "cenlulo", "cent", "center",
    "chat", "chatbot", "check", "chip", "clb", "click", "clip", "clo", "cloud", "club", "cm", "coach", "coca",
    "cocktail", "cod", "code", "coder", "collagen", "comment", "concept", "condotel", "container", "cos", "cover", "cp",
    "cpu", "crypto", "css", "data", "database", "de", "deadline", "deal", "decibel", "deepfake", "demo", "derby", "des",
    "diesel", "digital", "disco", "dj", "dm", "dna", "dollar", "doping", "download", "drone", "edtech", "el", "email",
    "enzym", "et", "etanol", "etc", "ethanol", "eur", "euro", "event", "excel", "expo", "facebook", "fake", "fan",
    "fanpage", "fashion", "fax", "fdi", "feedback", "feet", "festival", "fibro", "file", "fintech", "firewall", "first",
    "folder", "follow", "follower", "for", "forum", "free", "freelance", "freelancer", "freeship", "fresher", "from",
    "fta", "full", "gallon", "gam", "game", "gamer", "gameshow", "gas", "gay", "gb", "gdp", "gel", "gen", "ghz",
    "gigabyte", "glamping", "globalgap", "glucose", "golf", "google", "gps", "gram", "gw", "gym", "haccp", "hacker",
    "halal", "hamburger", "hardware", "hd", "hecta", "hectare", "heroin", "hertz", "hiphop", "hit", "hl", "homestay", "hot",
    "hotel", "hotline", "hp", "html", "hydro", "hz", "hêrôin", "ibuprofen", "ict", "idol", "inbox", "inch", "influencer",
    "install", "insulin", "intern", "internet", "iot", "ipad", "iphone", "is", "iso", "jazz", "junior", "kaizen",
    "kali", "karaoke", "kb", "kcal", "kg", "kilowatt", "kj", "km", "koc", "kol", "kv", "kva", "kw", "kwh", "laptop",
    "laser", "lbs", "lcd", "leader", "leaflet", "league", "lean", "led", "les", "like", "link", "lipid", "live",
    "livestream", "log", "logic", "login", "logistic", "logistics", "logo", "logout", "los", "lumen", "lux", "lêkima",
    "magie", "mail", "mall", "malware", "manager", "mangan", "marathon", "marketing", "mascara", "master", "mb", "mbps",
    "mc", "media", "megabyte", "megawatt", "meme", "menu", "metanol", "metro", "mg", "mhz", "micrô", "micrôphôn",
    "mile", "ml", "mm", "mobile", "model", "modem", "mw", "mwh", "nail", "nano", "natri", "new", "news", "nitrat", "nm",
    "not", "oda", "of", "off", "offer", "officetel", "offline", "oil", "omega", "one", "online", "or", "organic", "our",
    "outlet", "outsourcing", "oxit", "ozon", "page", "pallet", "paracetamol", "part", "passport", "password", "pc",
    "pci", "pcr", "pdf", "penthouse", "per", "phishing", "phone", "photocopy", "picnic", "pin", "pixel", "pizza",
    "playoff", "plutonium", "podcast", "poker", "polyme", "pop", "porter", "portfolio", "pos", "post", "poster",
    "powerpoint", "ppm", "pr", "printer", "prompt", "protein", "psi", "pub", "qr", "radio", "ram", "ransomware", "rap",
    "reels", "remix", "reset", "resort", "restore", "rna", "robot", "rock", "router", "rpm", "saigon", "sale", "salon",
    "sandwich", "scan", "scanner", "scrum", "seal", "seminar", "senior", "sequoia", "series", "serum", "server",
    "setup", "sex", "share", "ship", "shipper", "shop", "shophouse", "shopping", "show", "showbiz", "shuttle", "silic",
    "sim", "sin", "single", "slogan", "smartphone", "sms", "software", "spa", "spin", "sport", "sprint", "start",
    "startup", "stories", "story", "stream", "stress", "studio", "style", "summit", "sunfat", "supermarket", "sushi",
    "tablet", "talkshow", "tan", "taxi", "tb", "team", "teamwork", "tennis", "test", "that", "the", "their", "this",
    "tiktok", "tiktoker", "time", "titan", "tivi", "token", "toluen", "ton", "toner", "top", "tour", "tourist", "trade",
    "trailer", "tram", "trekking", "trend", "tv", "twitter", "up", "update", "upgrade", "upload", "uranium", "usb",
    "usd", "username", "vaccine", "via", "viber", "video", "vietgap", "view", "villa", "vip", "virus", "visa",
    "vitamin", "vlog", "vlogger", "vnd", "vodka", "volt", "von", "vonfram", "vs", "watt", "web", "website", "whisky",
    "wifi", "windows", "with", "won", "word", "workshop", "world", "xenlulo", "yen", "yoga", "you", "your", "youtube",
    "youtuber", "yuan", "zalo", "ôtô", "ôxi", "ôxy",
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
