//! Packs the language data into one block of bytes, and a table, that the proof-reader reads in place.

// The grammar is shared with the library; what the packing does not need of it stays unused here.
#[allow(dead_code)]
#[path = "src/viet"]
mod viet {
    pub mod fold;
    pub mod letter;
    pub mod syllable;
    pub mod tone;
    pub mod unicode;
}

#[allow(dead_code)]
#[path = "src/viet/spell/layout.rs"]
mod layout;

#[path = "src/viet/spell/gather.rs"]
mod gather;

#[path = "src/viet/spell/pack.rs"]
mod pack;

#[path = "src/viet/spell/slips.rs"]
mod slips;

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new("src/viet/data");
    for file in ["syllables.txt", "syllables_more.txt", "pairs.tsv.gz", "phrases.txt", "triples.txt.gz"] {
        println!("cargo:rerun-if-changed={}", data.join(file).display());
    }
    for source in [
        "build.rs",
        "src/viet/spell/layout.rs",
        "src/viet/spell/gather.rs",
        "src/viet/spell/pack.rs",
        "src/viet/spell/slips.rs",
        "src/viet/syllable.rs",
        "src/viet/syllable/rimes.rs",
    ] {
        println!("cargo:rerun-if-changed={source}");
    }
    let attested =
        fs::read_to_string(data.join("syllables.txt"))? + &fs::read_to_string(data.join("syllables_more.txt"))?;
    let unpacked = |name: &str| -> Result<String, Box<dyn Error>> {
        let mut text = String::new();
        flate2::read::GzDecoder::new(fs::File::open(data.join(name))?).read_to_string(&mut text)?;
        Ok(text)
    };
    let phrases = fs::read_to_string(data.join("phrases.txt"))?;
    let block = pack::pack(&attested, &unpacked("pairs.tsv.gz")?, &phrases, &unpacked("triples.txt.gz")?);
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("lexicon.bin"), block)?;
    for (table, row) in [("twins", "Twin"), ("confusions", "Confusion")] {
        let file = data.join(table).with_extension("tsv");
        println!("cargo:rerun-if-changed={}", file.display());
        fs::write(out.join(table).with_extension("rs"), rows(&fs::read_to_string(file)?, row))?;
    }
    println!("cargo:rustc-env=BANTIN_RENDERERS={:016x}", renderers()?);
    Ok(())
}

/// A table as an expression, so that the program reads it in place; of more than four columns the last is for the tests.
fn rows(table: &str, name: &str) -> String {
    let mut rows: Vec<Vec<&str>> =
        table.lines().filter(|row| !row.starts_with('#')).map(|row| row.split('\t').take(4).collect()).collect();
    rows.sort();
    let rows = rows.iter().map(|row| {
        let cells: Vec<String> = (0..4).map(|at| format!("{:?}", row.get(at).copied().unwrap_or_default())).collect();
        format!("{name}({}),\n", cells.join(", "))
    });
    format!("[\n{}]", rows.collect::<String>())
}

/// What makes pictures and documents beside their data: our code and the libraries. The cache of builds asks for it.
fn renderers() -> Result<u64, Box<dyn Error>> {
    let mut hash = DefaultHasher::new();
    let mut open = vec![PathBuf::from("Cargo.lock"), PathBuf::from("src/render.rs"), PathBuf::from("src/render")];
    while let Some(path) = open.pop() {
        println!("cargo:rerun-if-changed={}", path.display());
        if path.is_dir() {
            let mut inside =
                fs::read_dir(&path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
            inside.sort();
            open.extend(inside);
        } else {
            fs::read(&path)?.hash(&mut hash);
        }
    }
    Ok(hash.finish())
}
