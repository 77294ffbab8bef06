//! How the cells of the statistics look.

use rust_xlsxwriter::{Format, FormatAlign};

/// Size of the title, in points.
const TITLE_SIZE: f64 = 14.0;

pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) name: Format,
    pub(super) value: Format,
    pub(super) count: Format,
    pub(super) share: Format,
    pub(super) bits: Format,
}

impl Styles {
    pub(super) fn new() -> Self {
        // All in one column, so that figures and names can be compared.
        let value = Format::new().set_align(FormatAlign::Left);
        let name = Format::new().set_bold().set_align(FormatAlign::Top);
        Self {
            title: name.clone().set_font_size(TITLE_SIZE),
            name,
            count: value.clone().set_num_format("0"),
            share: value.clone().set_num_format("0 %"),
            bits: value.clone().set_num_format("0.00"),
            value: value.set_align(FormatAlign::Top).set_text_wrap(),
        }
    }
}
