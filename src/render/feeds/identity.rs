//! Permanent ids: made of the site's first address and of what never changes about a story, not of where its page lies.

use crate::model::Site;

/// The year in `tag:` addresses (RFC 4151); any fixed one serves, and it must never change.
const TAG_YEAR: u16 = 2026;

/// The id of a story or, without one, of a feed: `tag:host,2026:/folder/id`.
pub fn tag(site: &Site, id: &str) -> String {
    let (host, folder) = place(site);
    let mut tag = format!("tag:{host},{TAG_YEAR}:");
    encode(&mut tag, &format!("/{folder}{}{id}", if folder.is_empty() { "" } else { "/" }));
    tag
}

/// The id of a meeting in calendars: `id@host`.
pub fn uid(site: &Site, id: &str) -> String {
    let (host, folder) = place(site);
    let mut uid = String::new();
    encode(&mut uid, &format!("{id}{}{folder}", if folder.is_empty() { "" } else { "." }));
    format!("{uid}@{host}")
}

/// Host and folder of the site's first address; a build for a trial server keeps the ids of the real one.
fn place(site: &Site) -> (String, &str) {
    let record = &site.record;
    let first = record.first_url.as_deref().or(record.base_url.as_deref()).unwrap_or(&site.base_url);
    let place = first.split_once("://").map_or(first, |(_, place)| place).trim_end_matches('/');
    let (host, folder) = place.split_once('/').unwrap_or((place, ""));
    let port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let host = host.rsplit_once(':').filter(|(_, last)| port(last)).map_or(host, |(host, _)| host);
    (host.to_lowercase(), folder)
}

fn encode(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'/') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::site;

    #[test]
    fn ids_outlive_addresses() {
        let meeting = "title: Họp\ndate: 10/10/2024";
        for (settings, id) in [
            ("base_url: https://A.vn:8080/tin/", "tag:a.vn,2026:/tin/hop%20dan"),
            ("base_url: https://moi.vn\nfirst_url: https://cu.vn", "tag:cu.vn,2026:/hop%20dan"),
        ] {
            let mut site = site(settings, meeting, "");
            assert_eq!(tag(&site, "hop dan"), id);
            site.base_url = "http://localhost:1111".to_owned();
            assert_eq!(tag(&site, "hop dan"), id);
        }
        assert_eq!(uid(&site("base_url: https://a.vn/tin", meeting, ""), "hop"), "hop.tin@a.vn");
    }
}
