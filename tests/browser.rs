//! The sample site in a real browser: keyboard, landmarks, search, no scripts, paper, and pictures beside reviewed references.
//!
//! Where Chromium is missing these tests say so and pass; with `BANTIN_REQUIRE_TOOLS=1` it must be there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "project/browser.rs"]
mod chromium;
mod project;
#[path = "project/server.rs"]
mod server;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock};

use chromium::{DESKTOP, Look, PHONE, Page};

type Site = (Page, String);

/// The sample site on a server of its own, and the browser that looks at it; one test at a time, since only a page in front is drawn.
fn site() -> Option<MutexGuard<'static, Site>> {
    static SITE: OnceLock<Option<Mutex<Site>>> = OnceLock::new();
    let made = SITE.get_or_init(|| {
        let page = Page::start()?;
        Some(Mutex::new((page, server::serve(&project::sample().join("public")))))
    });
    made.as_ref().map(|site| site.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
}

/// One page of every template.
const PAGES: [&str; 14] = [
    "/",
    "/luu-tru/",
    "/2026/",
    "/2026/05/",
    "/chuyen-muc/",
    "/chuyen-muc/khuyen-cong/",
    "/nhan/",
    "/nguoi/",
    "/co-quan/so-tai-chinh/",
    "/nhiem-vu/",
    "/gioi-thieu/",
    "/kha-nang-tiep-can/",
    "/tim-kiem/",
    "/tin/2024/10/hoi-nghi-khuyen-cong-phia-nam/",
];

const ARTICLE: &str = "/tin/2024/10/hoi-nghi-khuyen-cong-phia-nam/";

/// What holds the focus: its words, the width of its outline, whether it can be seen; and remembers it.
const FOCUSED: &str = "(async () => { const one = document.activeElement; if (one === document.body) return ['', 1, true];
    (window.reached ??= new Set()).add(one);
    const inSight = () => { const box = one.getClientRects()[0]; if (box.bottom <= 0 || box.top >= innerHeight) return false;
      const over = document.elementFromPoint(box.x + box.width / 2, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2);
      return over === one || one.contains(over); };
    for (let frame = 0; frame < 60 && !inSight(); frame++) await new Promise(requestAnimationFrame);
    const style = getComputedStyle(one), outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
    return [one.tagName + ' ' + one.textContent.trim().slice(0, 60), outline, inSight()]; })()";

/// What cannot be reached although it is shown.
const MISSED: &str = "[...document.querySelectorAll('a[href],button,input,select,summary')]
    .filter((one) => one.checkVisibility() && !one.disabled && !window.reached.has(one)).map((one) => one.outerHTML)";

#[test]
fn the_keyboard_alone_reaches_everything() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    for path in ["/", "/nhiem-vu/", "/tim-kiem/?q=khuyen+cong", ARTICLE] {
        page.open(&format!("{address}{path}"), DESKTOP);
        if path.contains("?q=") {
            page.wait("document.querySelectorAll('#ket-qua a').length > 0");
        }
        let count: usize = page.ask("document.querySelectorAll('a[href],button,input,select,summary').length");
        for _ in 0..count + 2 {
            page.press("Tab");
            let (name, outline, seen): (String, f64, bool) = page.ask(FOCUSED);
            assert!(outline >= 1.0, "{path}: the focus on {name} is not shown");
            assert!(seen, "{path}: {name} has the focus and cannot be seen");
        }
        let missed: Vec<String> = page.ask(MISSED);
        assert!(missed.is_empty(), "{path}: {missed:?}");
    }
}

#[test]
fn the_first_link_skips_to_the_content() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    page.open(&format!("{address}{ARTICLE}"), PHONE);
    page.press("Tab");
    let target: String = page.ask("document.activeElement.hash");
    page.press("Enter");
    page.wait("location.hash !== ''");
    assert_eq!(page.ask::<String>("location.hash"), target);
    page.press("Tab");
    assert!(page.ask::<bool>("document.querySelector('main').contains(document.activeElement)"));
}

#[test]
fn screen_readers_find_the_landmarks() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    for path in PAGES {
        page.open(&format!("{address}{path}"), DESKTOP);
        let told = page.told();
        let named =
            |role: &str| told.iter().filter(|(one, _)| one == role).map(|(_, name)| name.as_str()).collect::<Vec<_>>();
        for role in ["banner", "main", "contentinfo"] {
            assert_eq!(named(role).len(), 1, "{path}: {role}");
        }
        let navigations = named("navigation");
        let distinct: BTreeSet<&str> = navigations.iter().copied().collect();
        assert!(!navigations.is_empty() && distinct.len() == navigations.len(), "{path}: {navigations:?}");
        assert!(!distinct.contains(""), "{path}: a navigation without a name");
        let unnamed: Vec<_> = told
            .iter()
            .filter(|(role, name)| {
                ["link", "button", "img", "image", "searchbox", "textbox", "combobox"].contains(&role.as_str())
                    && name.is_empty()
            })
            .collect();
        assert!(unnamed.is_empty(), "{path}: {unnamed:?}");
    }
}

/// Every page there is but those that lead on at once.
fn every_page() -> Vec<String> {
    let files = project::tree(&project::sample().join("public")).into_iter();
    let pages = files.filter(|(path, bytes)| {
        path.ends_with(".html") && !String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\"")
    });
    pages.map(|(path, _)| format!("/{}", path.strip_suffix("index.html").unwrap_or(&path))).collect()
}

/// What a small screen, large letters and thick fingers make of a page; WCAG 2.2, 1.4.10, 1.4.12, 2.5.8. Targets smaller
/// than 24 pixels must stand in a sentence or keep others out of the circle of 24 pixels around them.
const MEASURED: &str = "(() => { const wrong = [], shown = (one) => one.checkVisibility() && one.getClientRects().length > 0;
    const wide = () => document.documentElement.scrollWidth > 320;
    if (wide()) wrong.push('wider than the screen');
    if (document.getAnimations().length || getComputedStyle(document.documentElement).scrollBehavior === 'smooth') wrong.push('moves');
    const targets = [...document.querySelectorAll('a[href],button,input,select,summary')].filter((one) => shown(one) && !one.matches('.skip'));
    const boxes = targets.map((one) => one.getBoundingClientRect());
    const small = (box) => box.width < 23.9 || box.height < 23.9;
    const far = (box, x, y) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    targets.forEach((one, i) => { const box = boxes[i]; if (!small(box)) return;
      const block = one.closest('p,dd,li,figcaption'), sentence = block && block.textContent.trim().length > one.textContent.trim().length + 3;
      if (sentence && getComputedStyle(one).display === 'inline') return;
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const near = targets.some((other, j) => j !== i && (far(boxes[j], x, y) < 12 || small(boxes[j]) && Math.hypot(boxes[j].left + boxes[j].width / 2 - x, boxes[j].top + boxes[j].height / 2 - y) < 24));
      if (near) wrong.push(`a target of ${box.width.toFixed()} x ${box.height.toFixed()}: ${one.outerHTML.slice(0, 80)}`); });
    const sheet = new CSSStyleSheet(); sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');
    document.adoptedStyleSheets = [sheet];
    if (wide()) wrong.push('with wide letters wider than the screen');
    for (const one of document.querySelectorAll('body *')) { const style = getComputedStyle(one), cut = ['hidden', 'clip'];
      if (shown(one) && one.textContent.trim() && (cut.includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1 || cut.includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1)) wrong.push('cut: ' + one.outerHTML.slice(0, 80)); }
    const foreign = performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith(location.origin));
    if (foreign.length) wrong.push('asks ' + foreign);
    if (document.cookie || localStorage.length || sessionStorage.length) wrong.push('keeps something');
    return wrong; })()";

#[test]
fn every_page_fits_small_screens_and_complains_of_nothing() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    let pages = every_page();
    assert!(pages.len() > 60, "{}", pages.len());
    let mut wrong = Vec::new();
    for path in pages {
        page.open(&format!("{address}{path}"), Look { width: 320, motion: "reduce", ..PHONE });
        let measured: Vec<String> = page.ask(MEASURED);
        wrong.extend(measured.into_iter().chain(page.complaints()).map(|told| format!("{path}: {told}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn without_scripts_everything_can_be_read() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    let silent = Look { scripts: "off", ..DESKTOP };
    page.open(&format!("{address}{ARTICLE}"), silent);
    let shown: String = page.ask("document.querySelector('main').innerText.replaceAll('\\u00a0', ' ')");
    let told = project::sample().join("public").join(&ARTICLE[1..]).join("hoi-nghi-khuyen-cong-phia-nam.txt");
    let told = std::fs::read_to_string(told).unwrap();
    for paragraph in told.lines().filter(|line| line.len() > 120) {
        assert!(shown.contains(&paragraph.replace('\u{a0}', " ")), "not on the page: {paragraph}");
    }
    page.open(&format!("{address}/tim-kiem/?q=khuyen+cong"), silent);
    let archive: String = page.ask("document.querySelector('main noscript a, main .box a').getAttribute('href')");
    assert!(archive.ends_with("luu-tru/index.html"), "{archive}");
    assert!(page.ask::<String>("document.querySelector('main').innerText").contains("lưu trữ"));
}

#[test]
fn a_reader_asks_from_any_page() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    for (start, question) in [("/", "duong giao thong"), (ARTICLE, "KHUYẾN CÔNG")] {
        page.open(&format!("{address}{start}"), PHONE);
        page.ask::<bool>("(document.querySelector('header input[type=search]').focus(), true)");
        page.type_in(question);
        page.press("Enter");
        page.wait("location.pathname.includes('/tim-kiem/') && document.querySelector('[role=status]').textContent.startsWith('Tìm thấy')");
        let (count, marked): (usize, usize) =
            page.ask("['#ket-qua a', '#ket-qua mark'].map((one) => document.querySelectorAll(one).length)");
        assert!(count > 0 && marked > 0, "{question}: {count} found, {marked} words marked");
        page.ask::<bool>("(document.querySelector('#ket-qua a').click(), true)");
        page.wait("location.pathname.startsWith('/tin/') && document.querySelector('h1') !== null");
    }
}

#[test]
fn paper_shows_the_story_and_not_the_navigation() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    page.open(&format!("{address}{ARTICLE}"), Look { media: "print", ..DESKTOP });
    let shown: Vec<String> = page.ask("[...document.querySelectorAll('nav, form, .skip')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))");
    assert!(shown.is_empty(), "on paper: {shown:?}");
    assert!(page.ask::<bool>(
        "document.querySelector('h1').checkVisibility() && document.querySelector('main p').checkVisibility()"
    ));
    let told: String = page.ask("document.querySelector('.printed').innerText");
    assert!(told.ends_with(ARTICLE), "where it was printed from: {told}");
    let file = lopdf::Document::load_mem(&page.printed()).unwrap();
    assert!((1..=8).contains(&file.get_pages().len()), "{} sheets", file.get_pages().len());
}

#[test]
fn paper_names_the_addresses_of_links_outside() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    let story = "/tin/2026/05/hoi-nghi-truc-tuyen-phong-chong-thien-tai/";
    page.open(&format!("{address}{story}"), Look { media: "print", ..DESKTOP });
    let named: Vec<(String, String)> = page.ask("[...document.querySelectorAll('main a[href^=http]')].map((one) => [one.href, getComputedStyle(one, '::after').content])");
    assert!(!named.is_empty());
    assert!(named.iter().all(|(href, shown)| shown.contains(href.as_str())), "{named:?}");
}

/// Pictures that a person has looked at: name, page, look.
const PICTURES: [(&str, &str, Look); 12] = [
    ("home-desktop", "/", DESKTOP),
    ("home-phone", "/", PHONE),
    ("home-phone-dark", "/", Look { scheme: "dark", ..PHONE }),
    ("article-desktop", ARTICLE, DESKTOP),
    ("article-phone", ARTICLE, PHONE),
    ("figures-desktop-dark", "/tin/2025/05/le-ton-vinh-san-pham-tieu-bieu/", Look { scheme: "dark", ..DESKTOP }),
    ("figures-phone", "/tin/2025/05/le-ton-vinh-san-pham-tieu-bieu/#so-lieu", Look { motion: "reduce", ..PHONE }),
    ("figures-print", "/tin/2025/05/le-ton-vinh-san-pham-tieu-bieu/", Look { width: 794, media: "print", ..DESKTOP }),
    ("tasks-phone", "/nhiem-vu/", PHONE),
    ("missing-tablet-dark", "/404.html", Look { width: 768, scheme: "dark", ..DESKTOP }),
    ("person-desktop", "/nguoi/phan-thuc-hien/", DESKTOP),
    ("search-desktop", "/tim-kiem/?q=khuyen+cong", DESKTOP),
];

/// Squares of 8 × 8 pixels may differ by this much of 255 in the mean, and this share of them by more: another release of
/// the browser draws the edges of letters a little differently.
const TOLERATED: (u32, f64) = (20, 0.02);

#[test]
fn pages_look_as_they_were_reviewed() {
    let Some(site) = site() else { return };
    let (page, address) = &*site;
    let references = Path::new("tests/pictures");
    for (name, path, look) in PICTURES {
        let address = format!("{address}{path}");
        page.open(&address, Look { policy: "off", ..look });
        if path.contains("?q=") {
            page.wait("document.querySelectorAll('#ket-qua a').length > 0");
        }
        let shown = image::load_from_memory(&page.picture()).unwrap().to_rgb8();
        let reference = references.join(format!("{name}.jpg"));
        if std::env::var_os("BLESS").is_some() {
            shown.save(&reference).unwrap();
            continue;
        }
        let wanted = image::open(&reference).unwrap_or_else(|error| panic!("{}: {error}", reference.display()));
        let share = differing(&shown, &wanted.to_rgb8());
        if share > TOLERATED.1 {
            let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            shown.save(&beside).unwrap();
            panic!("{name}: {:.1} % differs from {}; see {}", share * 100.0, reference.display(), beside.display());
        }
    }
}

/// Share of the squares whose mean colour differs by more than is tolerated; 1 for pictures of other sizes.
fn differing(one: &image::RgbImage, other: &image::RgbImage) -> f64 {
    if one.dimensions() != other.dimensions() {
        return 1.0;
    }
    let mean = |picture: &image::RgbImage, x: u32, y: u32, channel: usize| -> u32 {
        (0..64).map(|i| u32::from(picture.get_pixel(x * 8 + i % 8, y * 8 + i / 8)[channel])).sum::<u32>() / 64
    };
    let (columns, rows) = (one.width() / 8, one.height() / 8);
    let squares = (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y)));
    let far = |&(x, y): &(u32, u32)| (0..3).any(|c| mean(one, x, y, c).abs_diff(mean(other, x, y, c)) > TOLERATED.0);
    squares.filter(far).count() as f64 / f64::from(columns * rows)
}
