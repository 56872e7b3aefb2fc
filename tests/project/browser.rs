//! Chromium, driven: one browser a test file, a fresh page for each look.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use headless_chrome::protocol::cdp::types::{Event, Method};
use headless_chrome::protocol::cdp::{Emulation, Page as Pages};
use headless_chrome::{Browser, LaunchOptions, Tab};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Where the server gives out the font that makes pictures alike on every machine.
pub const FONT_PATH: &str = "/~";

/// What a page is looked at with.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// `light` or `dark`.
    pub scheme: &'static str,
    /// `screen` or `print`.
    pub media: &'static str,
    /// `no-preference`, or `reduce` for readers whom motion makes ill.
    pub motion: &'static str,
    /// Whether the browser runs scripts.
    pub scripts: &'static str,
    /// Whether the page's own policy on content holds; pictures bring a font of their own.
    pub policy: &'static str,
}

/// A desktop by day.
pub const DESKTOP: Look = Look {
    width: 1280,
    height: 1200,
    scheme: "light",
    media: "screen",
    motion: "no-preference",
    scripts: "on",
    policy: "on",
};

/// A phone.
pub const PHONE: Look = Look { width: 390, ..DESKTOP };

/// The one page of a running browser.
pub struct Page {
    tab: Arc<Tab>,
    /// What the browser complained of since it was last asked.
    complaints: Arc<Mutex<Vec<String>>>,
    _browser: Browser,
}

impl Page {
    /// Starts the browser; `None` where there is none and none is required.
    pub fn start() -> Option<Page> {
        let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
        let Some(path) = path.into_iter().find(|path| path.is_file()) else {
            assert!(std::env::var_os("BANTIN_REQUIRE_TOOLS").is_none(), "chromium is not installed");
            eprintln!("skipped: chromium is not installed");
            return None;
        };
        let flags = [
            "--disable-quic",
            "--disable-component-update",
            "--hide-scrollbars",
            "--font-render-hinting=none",
            "--enable-blink-features=ComputedAccessibilityInfo",
        ];
        let options = LaunchOptions::default_builder()
            .path(Some(path))
            .sandbox(false)
            .idle_browser_timeout(Duration::from_secs(300))
            .args(flags.map(OsStr::new).to_vec())
            .build()
            .unwrap();
        let browser = Browser::new(options).unwrap();
        let tab = browser.new_tab().unwrap();
        let complaints = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&complaints);
        let listen = move |event: &Event| {
            let told = match event {
                Event::LogEntryAdded(added) => format!("{:?}: {}", added.params.entry.level, added.params.entry.text),
                Event::RuntimeExceptionThrown(thrown) => thrown.params.exception_details.text.clone(),
                _ => return,
            };
            heard.lock().unwrap().push(told);
        };
        tab.add_event_listener(Arc::new(listen)).unwrap();
        tab.enable_log().unwrap().enable_runtime().unwrap();
        Some(Page { tab, complaints, _browser: browser })
    }

    /// Opens an address under a look and waits until everything is there.
    pub fn open(&self, address: &str, look: Look) {
        let size =
            json!({"width": look.width, "height": look.height, "deviceScaleFactor": 1.0, "mobile": look.width < 600});
        self.send::<Emulation::SetDeviceMetricsOverride>(size);
        let features = json!([{"name": "prefers-color-scheme", "value": look.scheme}, {"name": "prefers-reduced-motion", "value": look.motion}]);
        self.send::<Emulation::SetEmulatedMedia>(json!({"media": look.media, "features": features}));
        self.send::<Emulation::SetScriptExecutionDisabled>(json!({"value": look.scripts == "off"}));
        self.send::<Pages::SetBypassCSP>(json!({"enabled": look.policy == "off"}));
        self.go("about:blank");
        self.go(address);
        let status: u32 = self.ask("performance.getEntriesByType('navigation')[0].responseStatus");
        assert!(status == 200, "{address} answers {status}");
    }

    /// Goes to an address and waits until everything of the page is there.
    fn go(&self, address: &str) {
        self.tab.navigate_to(address).unwrap();
        self.wait(&format!("location.href === new URL('{address}').href && document.readyState === 'complete'"));
    }

    /// A command of the protocol with its parameters as JSON.
    fn send<M>(&self, parameters: Value) -> M::ReturnObject
    where
        M: Method + DeserializeOwned + serde::Serialize + std::fmt::Debug,
        M::ReturnObject: std::fmt::Debug,
    {
        self.tab.call_method(serde_json::from_value::<M>(parameters).unwrap()).unwrap()
    }

    /// The value of an expression; promises are awaited. Works without scripts on the page too.
    pub fn ask<T: DeserializeOwned>(&self, expression: &str) -> T {
        let wrapped = format!("(async () => JSON.stringify(await ({expression})))()");
        let answer = self.tab.evaluate(&wrapped, true).unwrap_or_else(|error| panic!("{expression}: {error}"));
        let text = answer.value.unwrap_or_else(|| panic!("{expression} gives nothing"));
        serde_json::from_str(text.as_str().unwrap()).unwrap_or_else(|error| panic!("{expression}: {error}: {text}"))
    }

    /// Waits until an expression is true, over changes of the page too.
    pub fn wait(&self, expression: &str) {
        let wrapped = format!("Boolean({expression})");
        for _ in 0..400 {
            let answer = self.tab.evaluate(&wrapped, false).ok().and_then(|answer| answer.value);
            if answer == Some(Value::Bool(true)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(25));
        }
        panic!("never true: {expression}");
    }

    /// What the browser complained of since this was last asked: refused loads, errors of scripts, its own warnings.
    pub fn complaints(&self) -> Vec<String> {
        std::mem::take(&mut *self.complaints.lock().unwrap())
    }

    /// Presses a key.
    pub fn press(&self, key: &str) {
        self.tab.press_key(key).unwrap();
    }

    /// Types into what has the focus.
    pub fn type_in(&self, words: &str) {
        self.tab.type_str(words).unwrap();
    }

    /// Role and name of every element that assistive software is told of, as the browser itself computes them; a picture
    /// that says nothing of its own is none.
    pub fn told(&self) -> Vec<(String, String)> {
        self.ask("[...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility() && !one.matches('img[alt=\"\"]')).map((one) => [one.computedRole || '', one.computedName || ''])")
    }

    /// The page on paper.
    pub fn printed(&self) -> Vec<u8> {
        self.tab.print_to_pdf(None).unwrap()
    }

    /// A picture of the window, in the project's own font so that it is alike on every machine.
    pub fn picture(&self) -> Vec<u8> {
        let faces = format!(
            "(async () => {{ for (const [weight, name] of [['400', 'Regular'], ['700', 'Bold']]) {{
               const face = new FontFace('Ban in', `url({FONT_PATH}Tinos-${{name}}.ttf)`, {{ weight }});
               document.fonts.add(await face.load()); }}
             const style = document.createElement('style'); style.textContent = '* {{ font-family: \"Ban in\" !important }}';
             document.head.append(style); await document.fonts.ready;
             await Promise.all([...document.images].map((one) => {{ one.loading = 'eager'; return one.decode(); }}));
             for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); return true; }})()"
        );
        assert!(self.ask::<bool>(&faces));
        self.tab.capture_screenshot(Pages::CaptureScreenshotFormatOption::Png, None, None, true).unwrap()
    }
}
