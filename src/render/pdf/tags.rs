//! Lists for those who listen: the tags of a list, its items' labels and bodies around words that look like paragraphs.
//!
//! The typesetter's own lists hang their lines; clauses and points of official documents run on from the margin.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Args, CastInfo, Content, Context, IntoValue, NativeFuncData, NativeFuncPtr, Scope, Value};
use typst::pdf::PdfMarkerTag;

/// What templates may call beside the typesetter's own functions.
pub fn define(scope: &mut Scope) {
    for function in [&LIST, &LABEL, &BODY] {
        scope.define_func_with_data(function);
    }
}

/// `tagged-list(numbered, items)`: a list, its items numbered or under dashes.
static LIST: NativeFuncData = function("tagged-list", "Tagged list", &|_, _, arguments| {
    let numbered = arguments.eat()?.unwrap_or_default();
    let items: Content = arguments.eat()?.unwrap_or_default();
    Ok(PdfMarkerTag::Bibliography(numbered, items).into_value())
});

/// `tagged-label(words)`: the number of an item.
static LABEL: NativeFuncData = function("tagged-label", "Tagged label", &|_, _, arguments| {
    let words: Content = arguments.eat()?.unwrap_or_default();
    Ok(PdfMarkerTag::ListItemLabel(words).into_value())
});

/// `tagged-body(words)`: what an item says; its label stands right before it.
static BODY: NativeFuncData = function("tagged-body", "Tagged body", &|_, _, arguments| {
    let words: Content = arguments.eat()?.unwrap_or_default();
    Ok(PdfMarkerTag::ListItemBody(words).into_value())
});

type Native = dyn Fn(&mut Engine, Tracked<Context>, &mut Args) -> SourceResult<Value> + Send + Sync;

const fn function(name: &'static str, title: &'static str, native: &'static Native) -> NativeFuncData {
    NativeFuncData {
        function: NativeFuncPtr(native),
        name,
        title,
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&|| Scope::new()),
        params: LazyLock::new(&|| Vec::new()),
        returns: LazyLock::new(&|| CastInfo::Any),
    }
}
