//! sitemaps.org 0.9: every page that a search engine may show, with the moment of its last change.

use std::io;

use super::newest;
use super::xml::{document, parent, text};
use crate::model::{Site, Story};
use crate::render::{List, Plan, Sheet};

/// Addresses in one file, by the protocol.
const LOCATIONS: usize = 50_000;

/// An address with the moment of its last change.
struct Location<'a> {
    address: String,
    modified: Option<&'a str>,
}

/// Names and bytes of the files: one, or several with an index over them.
pub fn sitemaps(site: &Site, plan: &Plan) -> Vec<(String, Vec<u8>)> {
    split(site, &pages(site, plan), LOCATIONS)
}

fn split(site: &Site, pages: &[Location], most: usize) -> Vec<(String, Vec<u8>)> {
    let file = |kind, of: &[Location]| sitemap(kind, of).unwrap_or_default();
    if pages.len() <= most {
        return vec![("sitemap.xml".to_owned(), file(("urlset", "url"), pages))];
    }
    let mut files = Vec::new();
    let mut index = Vec::new();
    for (number, part) in pages.chunks(most).enumerate() {
        let name = format!("sitemap-{}.xml", number + 1);
        let modified = newest(part.iter().filter_map(|page| page.modified));
        index.push(Location { address: format!("{}/{name}", site.base_url), modified });
        files.push((name, file(("urlset", "url"), part)));
    }
    files.push(("sitemap.xml".to_owned(), file(("sitemapindex", "sitemap"), &index)));
    files
}

fn pages<'a>(site: &Site, plan: &Plan<'a>) -> Vec<Location<'a>> {
    let address = |path: &str| format!("{}/{path}", site.base_url);
    let of_list = |list: &List<'a>| Location {
        address: address(&list.path),
        modified: newest(list.stories.iter().map(|story| story.updated.as_str())),
    };
    let of_story = |story: &&'a Story| Location { address: address(&story.path), modified: Some(&story.updated) };
    let latest = newest(plan.stories.iter().map(|story| story.updated.as_str()));
    let of_sheet = |sheet: &Sheet| Location {
        address: address(&sheet.path()),
        modified: latest.filter(|_| sheet.follows_stories()),
    };
    let lists = plan.lists.iter().map(of_list).chain(plan.sheets.iter().map(of_sheet));
    lists.chain(plan.stories.iter().map(of_story)).collect()
}

/// A list of pages, or of such lists.
fn sitemap((root, item): (&str, &str), locations: &[Location]) -> io::Result<Vec<u8>> {
    document(root, &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        locations.iter().try_for_each(|location| {
            parent(xml, item, |xml| {
                text(xml, "loc", &location.address)?;
                location.modified.map_or(Ok(()), |modified| text(xml, "lastmod", modified))
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_pages_are_split_and_indexed() {
        let site = crate::papers::tests::site("base_url: https://a.vn", "title: Họp\ndate: 10/10/2024", "");
        let page = |number: usize| Location {
            address: format!("https://a.vn/{number}/"),
            modified: Some(if number == 0 { "2024-02-01" } else { "2024-01-01" }),
        };
        let pages: Vec<Location> = (0..5).map(page).collect();
        let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&split(&site, &pages, 5)), ["sitemap.xml"]);
        let files = split(&site, &pages, 4);
        assert_eq!(names(&files), ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let index = String::from_utf8(files[2].1.clone()).unwrap();
        assert!(index.contains("<loc>https://a.vn/sitemap-1.xml</loc>\n  <lastmod>2024-02-01</lastmod>"), "{index}");
        assert!(index.contains("<loc>https://a.vn/sitemap-2.xml</loc>\n  <lastmod>2024-01-01</lastmod>"), "{index}");
    }
}
