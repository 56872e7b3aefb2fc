//! Width and height of a photo, read from its JPEG or PNG header; nothing is decoded, nothing is trusted.

/// How large a photo is shown, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// The size of a JPEG or PNG file; nothing if it is neither, or its header is cut or contradicts itself.
pub fn size(bytes: &[u8]) -> Option<Size> {
    let found = if bytes.starts_with(PNG) { png(bytes) } else { jpeg(bytes) };
    found.filter(|size| size.width > 0 && size.height > 0)
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn png(bytes: &[u8]) -> Option<Size> {
    let header = bytes.get(PNG.len()..)?;
    let is_header = number(header, 0, 4, Order::Big)? == 13 && header.get(4..8)? == b"IHDR";
    let side = |at| number(header, at, 4, Order::Big).filter(|side| *side <= 0x7fff_ffff);
    is_header.then_some(Size { width: side(8)?, height: side(12)? })
}

/// Walks the segments until the one that starts the frame; each says its own length, so the walk is linear.
fn jpeg(bytes: &[u8]) -> Option<Size> {
    let mut at = bytes.starts_with(&[0xff, 0xd8]).then_some(2_usize)?;
    let mut turned = false;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            // Fill bytes before a marker, and markers without a length.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            // The picture begins or ends, and no frame was told.
            0x00 | 0xd8..=0xda => return None,
            _ => {
                let length = usize::try_from(number(bytes, at + 2, 2, Order::Big)?).ok()?;
                let body = bytes.get(at + 4..at + 2 + length)?;
                if marker == 0xe1 {
                    turned = turned || is_turned(body).unwrap_or(false);
                }
                if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
                    let (height, width) = (number(body, 1, 2, Order::Big)?, number(body, 3, 2, Order::Big)?);
                    return Some(if turned { Size { width: height, height: width } } else { Size { width, height } });
                }
                at += 2 + length;
            }
        }
    }
}

/// Whether Exif says that the camera was held upright: browsers turn the picture by a quarter then.
fn is_turned(segment: &[u8]) -> Option<bool> {
    let tiff = segment.strip_prefix(b"Exif\0\0")?;
    let order = match tiff.get(..2)? {
        b"II" => Order::Little,
        b"MM" => Order::Big,
        _ => return None,
    };
    let table = usize::try_from(number(tiff, 4, 4, order)?).ok()?;
    let entries = usize::try_from(number(tiff, table, 2, order)?).ok()?;
    let orientation = (0..entries)
        .map_while(|entry| tiff.get(table + 2 + entry * 12..))
        .find(|entry| number(entry, 0, 2, order) == Some(0x0112))?;
    Some((5..=8).contains(&number(orientation, 8, 2, order)?))
}

/// Which byte of a number comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Big,
    Little,
}

fn number(bytes: &[u8], at: usize, length: usize, order: Order) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: u32, byte: &u8| (sum << 8) | u32::from(*byte);
    Some(if order == Order::Big { part.iter().fold(0, add) } else { part.iter().rev().fold(0, add) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A segment with its marker and length.
    fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    }

    fn frame() -> Vec<u8> {
        segment(0xc2, &[8, 0x03, 0x20, 0x04, 0xb0, 3, 1, 0x22, 0])
    }

    fn exif(orientation: u8) -> Vec<u8> {
        let tiff = [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[orientation, 0, 0, 0]].concat();
        segment(0xe1, &[b"Exif\0\0", &tiff[..]].concat())
    }

    fn photo(segments: &[Vec<u8>]) -> Vec<u8> {
        [vec![0xff, 0xd8], segments.concat()].concat()
    }

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [PNG, &[0, 0, 0, 13], b"IHDR", &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat()
    }

    #[test]
    fn headers_are_read() {
        let of = |width, height| Some(Size { width, height });
        assert_eq!(size(&png_of(1200, 630)), of(1200, 630));
        assert_eq!(size(&photo(&[segment(0xe0, b"JFIF\0"), vec![0xff, 0xff], frame()])), of(1200, 800));
        assert_eq!(size(&photo(&[exif(1), frame()])), of(1200, 800));
        assert_eq!(size(&photo(&[exif(6), frame()])), of(800, 1200));
    }

    #[test]
    fn cut_and_hostile_headers_are_nothing() {
        for whole in [png_of(1200, 630)[..24].to_vec(), photo(&[exif(6), frame()])[..].to_vec()] {
            for cut in 0..whole.len() - 4 {
                assert_eq!(size(&whole[..cut]), None, "cut at {cut}");
            }
        }
        let no_length = photo(&[vec![0xff, 0xe0, 0, 0], frame()]);
        let endless = [vec![0xff, 0xd8], vec![0xff; 4096]].concat();
        let far_table = segment(0xe1, b"Exif\0\0MM\0*\xff\xff\xff\xff");
        for hostile in [
            png_of(0, 630),
            png_of(u32::MAX, 1),
            no_length,
            endless,
            photo(&[segment(0xda, b"")]),
            b"<svg/>".to_vec(),
            Vec::new(),
        ] {
            assert_eq!(size(&hostile), None);
        }
        assert_eq!(size(&photo(&[far_table, frame()])).map(|size| size.width), Some(1200));
    }
}
