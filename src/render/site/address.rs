//! Addresses inside the site: relative ones for links, so that it works from any folder, and their escaping.

/// `../` as often as the page lies below the root.
pub fn depth(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The path of an address on its host: `/` or `/folder/`.
pub fn root(base_url: &str) -> String {
    let path = base_url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

/// A file name as one segment of an address: what is not unreserved in RFC 3986 is percent-encoded.
pub fn segment(name: &str) -> String {
    let mut address = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_relative_and_escaped() {
        assert_eq!(depth("tin/2024/10/slug/"), "../../../../");
        assert_eq!((root("https://a.vn").as_str(), root("https://a.vn/tin").as_str()), ("/", "/tin/"));
        assert_eq!(segment("ả 1\"<.jpg"), "%E1%BA%A3%201%22%3C.jpg");
    }
}
