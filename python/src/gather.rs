//! Columns of batches put together: any type of Arrow, by the one way that copies all of them.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, make_array};
use arrow_data::ArrayData;
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, DataType};

/// The rows of some batches, counted through.
pub(crate) struct Given<'a> {
    batches: &'a [RecordBatch],
    /// For each row its batch, and its row there.
    places: Vec<(usize, usize)>,
}

impl<'a> Given<'a> {
    /// `batches` have the same columns; there is one at least.
    pub(crate) fn new(batches: &'a [RecordBatch]) -> Self {
        let rows = batches.iter().enumerate();
        let places = rows.flat_map(|(i, batch)| (0..batch.num_rows()).map(move |row| (i, row)));
        Self {
            places: places.collect(),
            batches,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// The names of the columns.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let schema = self.batches.first().map(RecordBatch::schema_ref);
        let fields = schema.into_iter().flat_map(|schema| schema.fields().iter());
        fields.map(|field| field.name().as_str())
    }

    /// A column of texts.
    pub(crate) fn texts(&self, name: &str) -> Result<Vec<Option<&'a str>>, ArrowError> {
        let mut texts = Vec::with_capacity(self.len());
        for batch in self.batches {
            let column = batch.column_by_name(name).ok_or_else(|| {
                let names: Vec<&str> = self.names().collect();
                let there = names.join(", ");
                ArrowError::InvalidArgumentError(format!(
                    "texts: no column {name}; there are {there}"
                ))
            })?;
            let read = push_texts(column.as_ref(), &mut texts);
            read.map_err(|kind| {
                ArrowError::InvalidArgumentError(format!("column {name}: {kind} is no text"))
            })?;
        }
        Ok(texts)
    }

    /// Of a column, counted from 0, the values of `rows`, any of them many times.
    pub(crate) fn values(&self, column: usize, rows: &[u32]) -> Result<ArrayRef, ArrowError> {
        let parts = self.batches.iter();
        let parts: Vec<ArrayData> = parts.map(|part| part.column(column).to_data()).collect();
        let mut values = MutableArrayData::new(parts.iter().collect(), false, rows.len());
        for &row in rows {
            let (batch, row) = self.places[row as usize];
            values.try_extend(batch, row, row + 1)?;
        }
        Ok(make_array(values.freeze()))
    }
}

/// The arrays, which are of one type and at least one, in one.
pub(crate) fn joined<'a>(
    arrays: impl Iterator<Item = &'a ArrayRef>,
) -> Result<ArrayRef, ArrowError> {
    let parts: Vec<ArrayData> = arrays.map(|array| array.to_data()).collect();
    let all = parts.iter().map(ArrayData::len).sum();
    let mut joined = MutableArrayData::new(parts.iter().collect(), false, all);
    for (i, part) in parts.iter().enumerate() {
        joined.try_extend(i, 0, part.len())?;
    }
    Ok(make_array(joined.freeze()))
}

/// Appends the texts of an array; the error is its type.
fn push_texts<'a>(array: &'a dyn Array, texts: &mut Vec<Option<&'a str>>) -> Result<(), DataType> {
    match array.data_type() {
        DataType::Utf8 => texts.extend(array.as_string::<i32>()),
        DataType::LargeUtf8 => texts.extend(array.as_string::<i64>()),
        DataType::Utf8View => texts.extend(array.as_string_view()),
        // A column without any value has no type in some programs.
        DataType::Null => texts.resize(texts.len() + array.len(), None),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let mut words = Vec::new();
            push_texts(dictionary.values().as_ref(), &mut words)?;
            let keys = dictionary.normalized_keys().into_iter().enumerate();
            texts.extend(keys.map(|(i, key)| {
                let is_there = array.is_valid(i);
                is_there.then(|| words.get(key).copied().flatten())?
            }));
        }
        other => return Err(other.clone()),
    }
    Ok(())
}
