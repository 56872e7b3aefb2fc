//! A reader of finished PDFs: what stands where on each page, in points from the top left corner.
//!
//! It follows the content streams alone; neither the templates nor the tags are asked where anything ought to be.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// Points a millimetre.
pub const MM: f64 = 72.0 / 25.4;

/// A colour as red, green and blue from 0 to 1.
pub type Colour = [f64; 3];

/// A font of the file.
#[derive(Debug, Clone, Default)]
pub struct Font {
    /// Family and face without the subset's tag: `Tinos-BoldItalic`.
    pub name: String,
    pub embedded: bool,
    pub subset: bool,
    widths: BTreeMap<u32, f64>,
    default_width: f64,
    letters: BTreeMap<u32, String>,
}

impl Font {
    pub fn bold(&self) -> bool {
        self.name.contains("Bold")
    }

    pub fn italic(&self) -> bool {
        self.name.contains("Italic") || self.name.contains("Oblique")
    }
}

/// One glyph.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// What it stands for; empty if the file does not tell.
    pub text: String,
    /// The code in the font: 0 is the box of a missing glyph.
    pub code: u32,
    pub x0: f64,
    pub x1: f64,
    pub baseline: f64,
    pub size: f64,
    /// Into [`Pdf::fonts`].
    pub font: usize,
    pub colour: Colour,
}

/// A straight line drawn, or a filled box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawn {
    pub x0: f64,
    pub y0: f64,
    pub x1: f64,
    pub y1: f64,
    /// Thickness of a line; 0 for a filled box.
    pub weight: f64,
    pub dashed: bool,
    pub colour: Colour,
}

impl Drawn {
    pub fn length(&self) -> f64 {
        (self.x1 - self.x0).hypot(self.y1 - self.y0)
    }

    pub fn is_level(&self) -> bool {
        self.weight > 0.0 && (self.y1 - self.y0).abs() < 0.1 && self.length() > 1.0
    }

    pub fn is_upright(&self) -> bool {
        self.weight > 0.0 && (self.x1 - self.x0).abs() < 0.1 && self.length() > 1.0
    }
}

/// One page.
#[derive(Debug, Default)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub glyphs: Vec<Glyph>,
    pub drawn: Vec<Drawn>,
    pub pictures: Vec<Picture>,
}

/// A picture made of pixels.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Left, top, right, bottom.
    pub area: [f64; 4],
    /// Whether some of it lets the page through.
    pub transparent: bool,
    /// The mean of what is not transparent.
    pub colour: Colour,
}

impl Picture {
    pub fn is_blue(&self) -> bool {
        let [r, g, b] = self.colour;
        b > r + 0.15 && b > g + 0.1
    }

    pub fn is_red(&self) -> bool {
        let [r, g, b] = self.colour;
        r > g + 0.15 && r > b + 0.15
    }
}

/// A finished file.
#[derive(Debug, Default)]
pub struct Pdf {
    pub pages: Vec<Page>,
    pub fonts: Vec<Font>,
    /// Title, Author, Subject, Keywords of the information dictionary, and `Lang` of the catalogue.
    pub facts: BTreeMap<String, String>,
    /// The metadata for archives, as it stands in the file.
    pub xmp: String,
    pub tagged: bool,
    /// For each row of a table, on how many pages its cells stand.
    pub row_pages: Vec<usize>,
    pub version: String,
}

type Matrix = [f64; 6];

/// First `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn at(matrix: Matrix, x: f64, y: f64) -> (f64, f64) {
    (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
}

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<usize>,
    size: f64,
    fill: Colour,
    stroke: Colour,
    weight: f64,
    dashed: bool,
}

/// Reads a whole file.
pub fn read(bytes: &[u8]) -> Pdf {
    let file = Document::load_mem(bytes).unwrap();
    let mut pdf = Pdf { version: file.version.clone(), ..Pdf::default() };
    let catalog = file.catalog().unwrap();
    if let Ok(lang) = catalog.get(b"Lang").and_then(lopdf::decode_text_string) {
        pdf.facts.insert("Lang".to_owned(), lang);
    }
    if let Some(info) = file.trailer.get(b"Info").ok().and_then(|info| dictionary(&file, info)) {
        for (key, value) in info {
            if let Ok(text) = lopdf::decode_text_string(value) {
                pdf.facts.insert(String::from_utf8_lossy(key).into_owned(), text);
            }
        }
    }
    if let Some(Object::Stream(metadata)) = catalog.get(b"Metadata").ok().map(|metadata| resolved(&file, metadata)) {
        let bytes = metadata.get_plain_content().unwrap_or_else(|_| metadata.content.clone());
        pdf.xmp = String::from_utf8(bytes).unwrap();
    }
    pdf.tagged = catalog.get(b"StructTreeRoot").is_ok();
    if let Ok(root) = catalog.get(b"StructTreeRoot") {
        rows(&file, root, &mut pdf.row_pages);
    }
    let mut known = BTreeMap::new();
    for id in file.get_pages().into_values() {
        let page = page(&file, id, (&mut pdf.fonts, &mut known));
        pdf.pages.push(page);
    }
    pdf
}

fn resolved<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).unwrap().1
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match resolved(file, object) {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

fn number(object: &Object) -> f64 {
    match object {
        Object::Integer(value) => *value as f64,
        Object::Real(value) => f64::from(*value),
        _ => 0.0,
    }
}

fn numbers(file: &Document, object: &Object) -> Vec<f64> {
    let list = resolved(file, object).as_array().unwrap();
    list.iter().map(|item| number(resolved(file, item))).collect()
}

/// For each `TR` of the tag tree: on how many pages its content lies.
fn rows(file: &Document, node: &Object, out: &mut Vec<usize>) {
    match resolved(file, node) {
        Object::Array(children) => children.iter().for_each(|child| rows(file, child, out)),
        Object::Dictionary(node) => {
            if node.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"TR") {
                let mut pages = Vec::new();
                pages_of(file, node, &mut pages);
                pages.sort_unstable();
                pages.dedup();
                out.push(pages.len());
            }
            if let Ok(children) = node.get(b"K") {
                rows(file, children, out);
            }
        }
        _ => {}
    }
}

fn pages_of(file: &Document, node: &Dictionary, out: &mut Vec<ObjectId>) {
    let marked = |object: &Object| matches!(object, Object::Integer(_));
    let Ok(children) = node.get(b"K") else { return };
    let children = match resolved(file, children) {
        Object::Array(children) => children.clone(),
        other => vec![other.clone()],
    };
    if children.iter().any(marked) {
        out.extend(node.get(b"Pg").and_then(Object::as_reference).ok());
    }
    for child in children.iter().filter_map(|child| dictionary(file, child)) {
        if child.has(b"MCID") {
            let own = child.get(b"Pg").or_else(|_| node.get(b"Pg"));
            out.extend(own.and_then(Object::as_reference).ok());
        }
        pages_of(file, child, out);
    }
}

type Fonts<'a> = (&'a mut Vec<Font>, &'a mut BTreeMap<ObjectId, usize>);

fn page(file: &Document, id: ObjectId, fonts: Fonts) -> Page {
    let own = file.get_dictionary(id).unwrap();
    let inherited = |key: &[u8]| {
        let mut node = own;
        loop {
            if let Ok(value) = node.get(key) {
                return Some(resolved(file, value));
            }
            node = dictionary(file, node.get(b"Parent").ok()?)?;
        }
    };
    let area = numbers(file, inherited(b"MediaBox").unwrap());
    let (width, height) = (area[2] - area[0], area[3] - area[1]);
    // The page's origin goes to the top left corner, and down is positive.
    let base = [1.0, 0.0, 0.0, -1.0, -area[0], area[3]];
    let mut reader = Reader { file, page: Page { width, height, ..Page::default() }, fonts };
    let resources = inherited(b"Resources").unwrap().as_dict().unwrap();
    let content = file.get_page_content(id);
    reader.run(&content, resources, base);
    reader.page
}

struct Reader<'a, 'b> {
    file: &'a Document,
    page: Page,
    fonts: Fonts<'b>,
}

impl Reader<'_, '_> {
    fn run(&mut self, content: &[u8], resources: &Dictionary, base: Matrix) {
        let mut state =
            State { matrix: base, font: None, size: 0.0, fill: [0.0; 3], stroke: [0.0; 3], weight: 1.0, dashed: false };
        let mut saved = Vec::new();
        let mut text: Matrix = IDENTITY;
        let mut path: Vec<Vec<(f64, f64)>> = Vec::new();
        for Operation { operator, operands } in Content::decode(content).unwrap().operations {
            let values: Vec<f64> = operands.iter().map(number).collect();
            match operator.as_str() {
                "q" => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap(),
                "cm" => state.matrix = times(values.try_into().unwrap(), state.matrix),
                "w" => state.weight = values[0],
                "d" => state.dashed = !operands[0].as_array().unwrap().is_empty(),
                "g" | "rg" | "k" | "sc" | "scn" => state.fill = colour(&values),
                "G" | "RG" | "K" | "SC" | "SCN" => state.stroke = colour(&values),
                "BT" => text = IDENTITY,
                "Tm" => text = values.try_into().unwrap(),
                "Td" => text = times([1.0, 0.0, 0.0, 1.0, values[0], values[1]], text),
                "Tf" => {
                    state.font = Some(self.font(resources, operands[0].as_name().unwrap()));
                    state.size = values[1];
                }
                "Tj" => self.show(&operands, (&state, &mut text)),
                "TJ" => self.show(operands[0].as_array().unwrap(), (&state, &mut text)),
                "m" => path.push(vec![at(state.matrix, values[0], values[1])]),
                "l" => path.last_mut().unwrap().push(at(state.matrix, values[0], values[1])),
                "c" => path.last_mut().unwrap().push(at(state.matrix, values[4], values[5])),
                "h" => {
                    let first = path.last().unwrap()[0];
                    path.last_mut().unwrap().push(first);
                }
                "re" => {
                    let [x, y, w, h] = values.try_into().unwrap();
                    let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)];
                    path.push(corners.iter().map(|(x, y)| at(state.matrix, *x, *y)).collect());
                }
                "S" | "s" => self.stroke(std::mem::take(&mut path), &state),
                "f" | "F" | "f*" => self.fill(std::mem::take(&mut path), &state),
                "B" | "B*" | "b" | "b*" => {
                    self.fill(path.clone(), &state);
                    self.stroke(std::mem::take(&mut path), &state);
                }
                "n" => path.clear(),
                "Do" => self.object(resources, operands[0].as_name().unwrap(), state.matrix),
                _ => {}
            }
        }
    }

    fn stroke(&mut self, path: Vec<Vec<(f64, f64)>>, state: &State) {
        for ((x0, y0), (x1, y1)) in path.iter().flat_map(|points| points.windows(2).map(|pair| (pair[0], pair[1]))) {
            let (x0, x1, y0, y1) = (x0.min(x1), x0.max(x1), y0.min(y1), y0.max(y1));
            let State { weight, dashed, stroke: colour, .. } = *state;
            self.page.drawn.push(Drawn { x0, y0, x1, y1, weight, dashed, colour });
        }
    }

    fn fill(&mut self, path: Vec<Vec<(f64, f64)>>, state: &State) {
        for points in path {
            let over = |take: fn(&(f64, f64)) -> f64, pick: fn(f64, f64) -> f64| points.iter().map(take).reduce(pick);
            let (Some(x0), Some(x1)) = (over(|p| p.0, f64::min), over(|p| p.0, f64::max)) else { continue };
            let (Some(y0), Some(y1)) = (over(|p| p.1, f64::min), over(|p| p.1, f64::max)) else { continue };
            self.page.drawn.push(Drawn { x0, y0, x1, y1, weight: 0.0, dashed: false, colour: state.fill });
        }
    }

    fn object(&mut self, resources: &Dictionary, name: &[u8], matrix: Matrix) {
        let file = self.file;
        let objects = dictionary(file, resources.get(b"XObject").unwrap()).unwrap();
        let Object::Stream(stream) = resolved(file, objects.get(name).unwrap()) else { return };
        if stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap() == b"Image" {
            let ((xa, ya), (xb, yb)) = (at(matrix, 0.0, 0.0), at(matrix, 1.0, 1.0));
            let area = [xa.min(xb), ya.min(yb), xa.max(xb), ya.max(yb)];
            let (transparent, colour) = pixels(file, stream);
            self.page.pictures.push(Picture { area, transparent, colour });
            return;
        }
        let own = match stream.dict.get(b"Matrix") {
            Ok(own) => numbers(file, own).try_into().unwrap(),
            Err(_) => IDENTITY,
        };
        let inner = stream.dict.get(b"Resources").ok().and_then(|inner| dictionary(file, inner));
        self.run(&stream.get_plain_content().unwrap(), inner.unwrap_or(resources), times(own, matrix));
    }

    fn show(&mut self, parts: &[Object], (state, text): (&State, &mut Matrix)) {
        let at_font = state.font.expect("text without a font");
        for part in parts {
            let Object::String(codes, _) = part else {
                *text = times([1.0, 0.0, 0.0, 1.0, -number(part) / 1000.0 * state.size, 0.0], *text);
                continue;
            };
            for code in codes.chunks(2).map(|pair| pair.iter().fold(0_u32, |code, byte| (code << 8) | u32::from(*byte)))
            {
                let font = &self.fonts.0[at_font];
                let width = font.widths.get(&code).copied().unwrap_or(font.default_width) / 1000.0 * state.size;
                let full = times(*text, state.matrix);
                let ((x0, baseline), (x1, _)) = (at(full, 0.0, 0.0), at(full, width, 0.0));
                self.page.glyphs.push(Glyph {
                    text: font.letters.get(&code).cloned().unwrap_or_default(),
                    code,
                    x0,
                    x1,
                    baseline,
                    size: state.size * (full[2].hypot(full[3])),
                    font: at_font,
                    colour: state.fill,
                });
                *text = times([1.0, 0.0, 0.0, 1.0, width, 0.0], *text);
            }
        }
    }

    fn font(&mut self, resources: &Dictionary, name: &[u8]) -> usize {
        let file = self.file;
        let fonts = dictionary(file, resources.get(b"Font").unwrap()).unwrap();
        let id = fonts.get(name).unwrap().as_reference().unwrap();
        if let Some(known) = self.fonts.1.get(&id) {
            return *known;
        }
        self.fonts.0.push(font(file, file.get_dictionary(id).unwrap()));
        self.fonts.1.insert(id, self.fonts.0.len() - 1);
        self.fonts.0.len() - 1
    }
}

/// Whether a picture has a mask that lets something through, and the mean colour of the rest.
fn pixels(file: &Document, stream: &Stream) -> (bool, Colour) {
    let mask = stream.dict.get(b"SMask").ok().map(|mask| resolved(file, mask));
    let mask = mask.and_then(|mask| mask.as_stream().ok()?.get_plain_content().ok()).unwrap_or_default();
    // A photo is packed otherwise; only stamps and signatures are of interest here.
    let plain = stream.get_plain_content().unwrap_or_default();
    let size = |key: &[u8]| stream.dict.get(key).map_or(0.0, number) as usize;
    let count = (size(b"Width") * size(b"Height")).max(1);
    let (inks, mut sum, mut seen) = (plain.len() / count, [0.0; 3], 0.0);
    if !matches!(inks, 1 | 3) || !plain.len().is_multiple_of(count) {
        return (false, [0.0; 3]);
    }
    for (at, pixel) in plain.chunks(inks).enumerate() {
        let weight = mask.get(at).map_or(1.0, |alpha| f64::from(*alpha) / 255.0);
        let colour = colour(&pixel.iter().map(|ink| f64::from(*ink) / 255.0).collect::<Vec<_>>());
        sum = [0, 1, 2].map(|ink| sum[ink] + weight * colour[ink]);
        seen += weight;
    }
    (mask.iter().any(|alpha| *alpha < 128), sum.map(|ink| ink / f64::max(seen, 1.0)))
}

/// Grey, red–green–blue or cyan–magenta–yellow–black.
fn colour(values: &[f64]) -> Colour {
    match values {
        [grey] => [*grey; 3],
        [r, g, b] => [*r, *g, *b],
        [c, m, y, k] => [c, m, y].map(|ink| 1.0 - (ink + k).min(1.0)),
        _ => [0.0; 3],
    }
}

fn font(file: &Document, dict: &Dictionary) -> Font {
    let name = String::from_utf8_lossy(dict.get(b"BaseFont").unwrap().as_name().unwrap()).into_owned();
    let subset = name.find('+') == Some(6);
    let name = name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned());
    let below = resolved(file, dict.get(b"DescendantFonts").unwrap()).as_array().unwrap();
    let inner = dictionary(file, &below[0]).unwrap();
    let described = dictionary(file, inner.get(b"FontDescriptor").unwrap()).unwrap();
    let embedded = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].iter().any(|key| described.has(key));
    let mut widths = BTreeMap::new();
    let list = inner.get(b"W").ok().map(|list| resolved(file, list).as_array().unwrap());
    let mut parts = list.into_iter().flatten();
    while let Some(first) = parts.next() {
        let first = number(first) as u32;
        match resolved(file, parts.next().unwrap()) {
            Object::Array(each) => widths.extend((first..).zip(each.iter().map(number))),
            last => {
                let width = number(parts.next().unwrap());
                widths.extend((first..=number(last) as u32).map(|code| (code, width)));
            }
        }
    }
    let letters = match resolved(file, dict.get(b"ToUnicode").unwrap()) {
        Object::Stream(map) => letters(map),
        _ => BTreeMap::new(),
    };
    let default_width = inner.get(b"DW").map_or(1000.0, number);
    Font { name, embedded, subset, widths, default_width, letters }
}

/// The letters that codes stand for: `bfchar` and `bfrange` of the map.
fn letters(map: &Stream) -> BTreeMap<u32, String> {
    let text = String::from_utf8(map.get_plain_content().unwrap()).unwrap();
    let mut letters = BTreeMap::new();
    let (mut section, mut buffer) = ("", Vec::new());
    for line in text.lines() {
        if line.ends_with("beginbfchar") || line.ends_with("beginbfrange") {
            section = if line.ends_with("char") { "char" } else { "range" };
        } else if line.starts_with("endbf") {
            section = "";
        } else if !section.is_empty() {
            buffer.clear();
            buffer.extend(line.split('<').skip(1).map(|part| part.split('>').next().unwrap()));
            let code = |hex: &str| u32::from_str_radix(hex, 16).unwrap();
            if section == "char" {
                letters.insert(code(buffer[0]), utf16(buffer[1]));
            } else {
                assert_eq!(buffer.len(), 3, "{line}");
                let start = code(buffer[2]);
                let all = (code(buffer[0])..=code(buffer[1])).zip(start..);
                letters.extend(all.filter_map(|(code, letter)| Some((code, char::from_u32(letter)?.to_string()))));
            }
        }
    }
    letters
}

fn utf16(hex: &str) -> String {
    let bytes: Vec<u8> = hex
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).unwrap()
}
