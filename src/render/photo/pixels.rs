//! The pixels of a photo: read within bounds, turned upright, scaled, written anew.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Refusal, Scaled};

/// The most pixels of a photo, before anything is decoded; and the most memory that decoding may take, in bytes.
const MAX_PIXELS: u64 = 64_000_000;
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// A picture without transparency.
pub(super) fn on_white(image: DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return image;
    }
    let mut image = image.into_rgba8();
    for pixel in image.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let over = |part: u32| u8::try_from((part * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        pixel.0 = [over(red), over(green), over(blue), 255];
    }
    DynamicImage::from(image).into_rgb8().into()
}

/// JPEG or PNG, told by the first bytes and never by the name.
pub(super) fn format(bytes: &[u8]) -> Option<ImageFormat> {
    image::guess_format(bytes).ok().filter(|format| matches!(format, ImageFormat::Jpeg | ImageFormat::Png))
}

/// Width and height as shown, from the header alone.
pub(super) fn dimensions(bytes: &[u8]) -> Result<(u32, u32), Refusal> {
    let format = format(bytes).ok_or(Refusal::Unreadable)?;
    let mut decoder = decoder(bytes, format)?;
    let (width, height) = decoder.dimensions();
    match u64::from(width) * u64::from(height) {
        0 => Err(Refusal::Unreadable),
        1..=MAX_PIXELS if decoder.total_bytes() <= MAX_MEMORY => {
            let turned = matches!(
                decoder.orientation().unwrap_or(Orientation::NoTransforms),
                Orientation::Rotate90
                    | Orientation::Rotate270
                    | Orientation::Rotate90FlipH
                    | Orientation::Rotate270FlipH
            );
            Ok(if turned { (height, width) } else { (width, height) })
        }
        _ => Err(Refusal::TooLarge),
    }
}

fn decoder(bytes: &[u8], format: ImageFormat) -> Result<impl ImageDecoder + '_, Refusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(2 * MAX_MEMORY);
    reader.limits(limits);
    reader.into_decoder().map_err(|_| Refusal::Unreadable)
}

pub(super) fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Refusal> {
    let mut decoder = decoder(bytes, format)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Unreadable)?;
    image.apply_orientation(orientation);
    // Eight bits a channel, and only the channels that say something.
    let color = image.color();
    Ok(match (color.has_alpha() && format == ImageFormat::Png, color.has_color()) {
        (true, _) => image.into_rgba8().into(),
        (false, true) => image.into_rgb8().into(),
        (false, false) => image.into_luma8().into(),
    })
}

/// A much larger picture is halved roughly before it is scaled finely.
pub(super) fn scaled(image: DynamicImage, to: &Scaled) -> DynamicImage {
    if (image.width(), image.height()) == (to.width, to.height) {
        return image;
    }
    let rough = image.width() / 3 > to.width && image.height() / 3 > to.height;
    let image = if rough { image.thumbnail_exact(to.width * 2, to.height * 2) } else { image };
    image.resize_exact(to.width, to.height, FilterType::CatmullRom)
}

pub(super) fn encoded(image: &DynamicImage, format: ImageFormat, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        ImageFormat::Jpeg => image.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).ok()?,
        _ => image.write_with_encoder(PngEncoder::new(&mut bytes)).ok()?,
    }
    Some(bytes)
}

/// The largest size of these proportions that a frame holds; nothing is enlarged.
pub(super) fn within(width: u32, height: u32, frame: (u32, u32)) -> Scaled {
    let [wide, tall, most_wide, most_tall] = [width, height, frame.0, frame.1].map(u64::from);
    let part = |of: u64, over: u64| u32::try_from((2 * of / over).div_ceil(2)).unwrap_or(u32::MAX).max(1);
    let (width, height) = match (wide <= most_wide && tall <= most_tall, wide * most_tall >= tall * most_wide) {
        (true, _) => (width, height),
        (false, true) => (frame.0, part(tall * most_wide, wide)),
        (false, false) => (part(wide * most_tall, tall), frame.1),
    };
    Scaled { name: String::new(), width, height }
}
