//! Objects of a document, looked up whether they stand there or elsewhere.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream};

use super::matrix::Matrix;

/// So far up the tree a page looks for what it has not itself.
const DEEPEST: usize = 64;

/// What stands under `key`, wherever it is.
pub(super) fn get<'a>(pdf: &'a Pdf, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    resolved(pdf, dictionary.get(key).ok()?)
}

/// What an object is, or refers to.
pub(super) fn resolved<'a>(pdf: &'a Pdf, object: &'a Object) -> Option<&'a Object> {
    Some(pdf.dereference(object).ok()?.1)
}

/// The dictionary under `key`.
pub(super) fn dictionary<'a>(
    pdf: &'a Pdf,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Dictionary> {
    match get(pdf, dictionary, key)? {
        Object::Dictionary(found) => Some(found),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// The stream under `key`.
pub(super) fn stream<'a>(
    pdf: &'a Pdf,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a Stream> {
    get(pdf, dictionary, key)?.as_stream().ok()
}

/// The array under `key`.
pub(super) fn array<'a>(
    pdf: &'a Pdf,
    dictionary: &'a Dictionary,
    key: &[u8],
) -> Option<&'a [Object]> {
    Some(get(pdf, dictionary, key)?.as_array().ok()?.as_slice())
}

/// The name under `key`.
pub(super) fn name<'a>(pdf: &'a Pdf, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
    get(pdf, dictionary, key)?.as_name().ok()
}

/// The number under `key`.
pub(super) fn number(pdf: &Pdf, dictionary: &Dictionary, key: &[u8]) -> Option<f64> {
    value(get(pdf, dictionary, key)?)
}

/// A number that can be counted with.
pub(super) fn value(object: &Object) -> Option<f64> {
    let value = f64::from(object.as_float().ok()?);
    value.is_finite().then_some(value)
}

/// Six numbers that make a map.
pub(super) fn matrix(objects: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = objects.iter().map_while(value).collect();
    Some(Matrix(numbers.try_into().ok()?))
}

/// The resources of a page, or of what it stands under.
pub(super) fn resources(pdf: &Pdf, page: ObjectId) -> Option<&Dictionary> {
    let mut node = pdf.get_dictionary(page).ok()?;
    for _ in 0..DEEPEST {
        if let Some(found) = dictionary(pdf, node, b"Resources") {
            return Some(found);
        }
        node = dictionary(pdf, node, b"Parent")?;
    }
    None
}
