//! Photos as pages show them and documents print them: turned upright, without the camera's notes (place, device, time), encoded
//! anew; for pages in several sizes.

mod pixels;

use image::{DynamicImage, ImageFormat};
use sha2::{Digest, Sha256};

use crate::cache::{Cache, Key};
use crate::diag::Diagnostic;
use crate::model::Story;
use crate::record::value::FileName;
use crate::source::Span;
use pixels::{decoded, dimensions, encoded, format, on_white, scaled, within};

/// A photo with its sizes, the smallest first; the last bears the file's own name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    sizes: Vec<Scaled>,
    quality: u8,
}

/// One size of a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaled {
    /// Name of its file.
    pub name: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Why a photo cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Neither a JPEG nor a PNG, or a broken one.
    Unreadable,
    /// More pixels than a camera makes.
    TooLarge,
}

/// Widths in pixels: a phone, a column of text, the same on a dense screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// JPEG quality of photos in pages, and of pictures that are attached in their own size.
const IN_PAGE: u8 = 80;
const ATTACHED: u8 = 92;

/// The most pixels of a photo in a document, across and down: sharp on paper, small in the file.
const PRINTED: (u32, u32) = (960, 720);

/// The largest photo or attachment that is read.
const MAX_FILE: u64 = 50 * 1024 * 1024;

/// The least size of a picture that may stand for a shared page.
const SHARED: (u32, u32) = (1200, 630);

impl Photo {
    /// The sizes a page offers; one whose name is another file's is left out.
    ///
    /// # Errors
    /// The file is no photo, or has too many pixels.
    pub fn in_page(name: &str, bytes: &[u8], others: &[&str]) -> Result<Photo, Refusal> {
        let (width, height) = dimensions(bytes)?;
        let widest = width.min(WIDTHS[2]);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let smaller = WIDTHS.iter().filter(|smaller| **smaller < widest);
        let named = smaller.map(|smaller| (format!("{stem}-{smaller}.{ending}"), *smaller));
        let free = named.filter(|(name, _)| !others.iter().any(|other| other.to_lowercase() == name.to_lowercase()));
        let sizes = free.chain([(name.to_owned(), widest)]).map(|(name, of)| {
            let scaled = u64::from(height) * u64::from(of);
            let height = (scaled + u64::from(width) / 2) / u64::from(width);
            Scaled { name, width: of, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
        });
        Ok(Photo { sizes: sizes.collect(), quality: IN_PAGE })
    }

    /// A picture to load down, in its own size.
    ///
    /// # Errors
    /// The file is no photo, or has too many pixels.
    pub fn attached(name: &str, bytes: &[u8]) -> Result<Photo, Refusal> {
        let (width, height) = dimensions(bytes)?;
        Ok(Photo { sizes: vec![Scaled { name: name.to_owned(), width, height }], quality: ATTACHED })
    }

    /// File names and bytes of all sizes, those that an earlier build made from the cache.
    ///
    /// # Errors
    /// The file is broken behind its header.
    pub fn files(&self, bytes: &[u8], cache: Option<&Cache>) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
        let format = format(bytes).ok_or(Refusal::Unreadable)?;
        let digest = Sha256::digest(bytes);
        let key = |of: &Scaled| {
            let size = [of.width.to_be_bytes(), of.height.to_be_bytes()].concat();
            Key::of(&[b"photo", &digest, &size, &[self.quality]])
        };
        let mut source: Option<DynamicImage> = None;
        let mut files = Vec::new();
        // From the largest down: each size is made of the one before it.
        for of in self.sizes.iter().rev() {
            let known = cache.and_then(|cache| cache.get(&key(of)));
            let made = match known {
                Some(known) => known,
                None => {
                    let whole = match source.take() {
                        Some(source) => source,
                        None => decoded(bytes, format)?,
                    };
                    let scaled = scaled(whole, of);
                    let made = encoded(&scaled, format, self.quality).ok_or(Refusal::Unreadable)?;
                    source = Some(scaled);
                    if let Some(cache) = cache {
                        cache.put(&key(of), &made);
                    }
                    made
                }
            };
            files.push((of.name.clone(), made));
        }
        Ok(files)
    }

    /// Its sizes, the smallest first.
    pub fn sizes(&self) -> &[Scaled] {
        &self.sizes
    }

    /// Whether it is large enough to stand for a shared page.
    pub fn may_be_shared(&self) -> bool {
        self.sizes.last().is_some_and(|of| of.width >= SHARED.0 && of.height >= SHARED.1)
    }
}

/// The bytes of an ordinary file of bounded size in the story's folder; a link, a device or a pipe is never opened.
///
/// # Errors
/// There is no such file; the fault says so.
pub fn bytes_of(story: &Story, file: &FileName) -> Result<Vec<u8>, Box<Diagnostic>> {
    let path = story.dir.join(&file.value);
    let ordinary = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_FILE);
    ordinary.then(|| std::fs::read(&path).ok()).flatten().ok_or_else(|| {
        let fault = Diagnostic::error("file-not-ordinary").with("file", &file.value);
        Box::new(fault.at(&story.source, Span::default()).hint_id("file-not-ordinary.hint"))
    })
}

/// What is told of a photo that cannot be shown.
pub fn refused(refusal: Refusal, story: &Story, file: &FileName) -> Box<Diagnostic> {
    let (rule, hint) = match refusal {
        Refusal::Unreadable => ("photo-unreadable", "photo-kind.hint"),
        Refusal::TooLarge => ("photo-too-large", "photo-too-large.hint"),
    };
    Box::new(Diagnostic::error(rule).with("file", file).hint_id(hint).at(&story.source, file.span))
}

/// A photo for paper, as JPEG or PNG, whichever is smaller; what is transparent lies on white.
///
/// # Errors
/// The file is no photo, or has too many pixels.
pub fn printed(bytes: &[u8], cache: Option<&Cache>) -> Result<Vec<u8>, Refusal> {
    let (width, height) = dimensions(bytes)?;
    let key = Key::of(&[b"printed photo", &Sha256::digest(bytes)]);
    if let Some(known) = cache.and_then(|cache| cache.get(&key)) {
        return Ok(known);
    }
    let format = format(bytes).ok_or(Refusal::Unreadable)?;
    let picture = on_white(scaled(decoded(bytes, format)?, &within(width, height, PRINTED)));
    let jpeg = encoded(&picture, ImageFormat::Jpeg, IN_PAGE).ok_or(Refusal::Unreadable)?;
    let png = if format == ImageFormat::Png { encoded(&picture, format, IN_PAGE) } else { None };
    let made = png.filter(|png| png.len() < jpeg.len()).unwrap_or(jpeg);
    if let Some(cache) = cache {
        cache.put(&key, &made);
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::codecs::png::PngEncoder;

    use super::*;

    /// A picture with the notes of a camera: held upright, and where it was.
    fn taken(width: u32, height: u32) -> Vec<u8> {
        let image = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
        let mut jpeg = Vec::new();
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, 90)).unwrap();
        let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
            [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
        };
        let orientation = entry(0x0112, 3, 1, [6, 0, 0, 0]);
        let to_place = entry(0x8825, 4, 1, 38_u32.to_le_bytes());
        let place = entry(0x0001, 2, 2, *b"N\0\0\0");
        let none = [0; 4];
        let parts: [&[u8]; 9] = [
            b"Exif\0\0II*\0\x08\0\0\0",
            &[2, 0],
            &orientation,
            &to_place,
            &none,
            &[1, 0],
            &place,
            &none,
            b"NOTED PLACE",
        ];
        let exif = parts.concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
    }

    fn sizes(photo: &Photo) -> Vec<(&str, u32, u32)> {
        photo.sizes.iter().map(|of| (of.name.as_str(), of.width, of.height)).collect()
    }

    fn found(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|part| part == words)
    }

    #[test]
    fn a_photo_is_turned_upright_and_tells_no_place() {
        let bytes = taken(60, 30);
        assert!(found(&bytes, b"Exif") && found(&bytes, b"NOTED PLACE"));
        for photo in [Photo::in_page("a.jpg", &bytes, &["a.jpg"]).unwrap(), Photo::attached("a.jpg", &bytes).unwrap()] {
            assert_eq!(sizes(&photo), [("a.jpg", 30, 60)]);
            let files = photo.files(&bytes, None).unwrap();
            assert!(!found(&files[0].1, b"Exif") && !found(&files[0].1, b"NOTED PLACE"));
            assert_eq!(dimensions(&files[0].1), Ok((30, 60)));
        }
    }

    #[test]
    fn pages_offer_smaller_sizes_under_free_names() {
        let bytes = taken(900, 2000);
        let photo = Photo::in_page("a.jpg", &bytes, &["a.jpg"]).unwrap();
        assert_eq!(sizes(&photo), [("a-480.jpg", 480, 216), ("a-960.jpg", 960, 432), ("a.jpg", 1600, 720)]);
        for (name, file) in photo.files(&bytes, None).unwrap() {
            let of = photo.sizes.iter().find(|of| of.name == name).unwrap();
            assert_eq!(dimensions(&file), Ok((of.width, of.height)));
        }
        let photo = Photo::in_page("a.jpg", &bytes, &["a.jpg", "a-480.jpg"]).unwrap();
        assert_eq!(sizes(&photo)[0].0, "a-960.jpg");
        assert!(photo.may_be_shared());
    }

    #[test]
    fn transparency_stays_and_words_in_a_file_do_not() {
        let image = image::RgbaImage::from_fn(8, 8, |x, _| image::Rgba([9, 9, 9, (x * 30) as u8]));
        let mut png = Vec::new();
        image.write_with_encoder(PngEncoder::new(&mut png)).unwrap();
        let mut chunk = [&9_u32.to_be_bytes()[..], b"tEXtNOTED\0now"].concat();
        chunk.extend([0; 4]);
        png.splice(33..33, chunk);
        let photo = Photo::in_page("a.png", &png, &[]).unwrap();
        let made = photo.files(&png, None).unwrap().remove(0).1;
        assert!(!found(&made, b"NOTED"));
        assert_eq!(image::load_from_memory(&made).unwrap().to_rgba8().get_pixel(3, 0).0[3], 90);
    }

    #[test]
    fn a_printed_photo_is_small_and_lies_on_white() {
        let size = |width, height| dimensions(&printed(&taken(width, height), None).unwrap()).unwrap();
        // Held upright: what the camera wrote across stands on its end.
        assert_eq!([size(60, 30), size(1500, 2000), size(3000, 400)], [(30, 60), (960, 720), (96, 720)]);
        let image = image::RgbaImage::from_pixel(64, 64, image::Rgba([200, 0, 0, 0]));
        let mut png = Vec::new();
        image.write_with_encoder(PngEncoder::new(&mut png)).unwrap();
        let made = printed(&png, None).unwrap();
        assert_eq!(image::load_from_memory(&made).unwrap().to_rgba8().get_pixel(3, 3).0, [255; 4]);
    }

    #[test]
    fn what_is_no_photo_is_refused_before_it_is_decoded() {
        let whole = taken(60, 30);
        for (bytes, refusal) in [
            (&b"<svg onload='x'/>"[..], Refusal::Unreadable),
            (b"GIF89a\x01\0\x01\0", Refusal::Unreadable),
            (&whole[..40], Refusal::Unreadable),
            (b"", Refusal::Unreadable),
        ] {
            assert_eq!(Photo::in_page("a.jpg", bytes, &[]), Err(refusal));
        }
        for cut in 0..whole.len() {
            // Whatever a cut file is taken for, it does not stop the program.
            drop(Photo::in_page("a.jpg", &whole[..cut], &[]).and_then(|photo| photo.files(&whole[..cut], None)));
        }
    }
}
