//! Which colours the inks have: a theme, in as many colours as the terminal can show.

use colored::Color;

use crate::hue::Hue;

use super::ink::Ink;

/// Where the colours come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The sixteen colours that the terminal's own theme defines.
    Terminal,
    /// Colours for a dark background.
    Dark,
    /// Colours for a light background.
    Light,
}

/// How many colours a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Depth {
    /// The sixteen base colours; every theme is [`Theme::Terminal`] there.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
    /// Any.
    True,
}

/// Whether a view is coloured, and how. It is a value: nothing of the process is read or set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colours {
    /// Text without escape sequences; every colour has a sign beside it.
    #[default]
    None,
    /// The colours of a theme, in as many colours as the terminal can show.
    Themed(Theme, Depth),
}

impl Colours {
    /// The escape sequence that begins text in an ink; `None` where there is nothing to say.
    pub(super) fn escape(self, ink: Ink) -> Option<String> {
        let Self::Themed(theme, depth) = self else {
            return None;
        };
        let look = ink.look();
        let styles = look.styles.iter().map(|&style| (style as u8).to_string());
        let colour = look.hue.map(|hue| foreground(color(hue, theme, depth)));
        let codes: Vec<String> = styles.chain(colour).collect();
        (!codes.is_empty()).then(|| format!("\x1B[{}m", codes.join(";")))
    }
}

/// The code of a colour. `colored` writes any but true colours as they are; those it would change by its environment.
fn foreground(color: Color) -> String {
    match color {
        Color::TrueColor { r, g, b } => format!("38;2;{r};{g};{b}"),
        other => other.to_fg_str().into_owned(),
    }
}

/// The colour of a hue in a theme.
fn color(hue: Hue, theme: Theme, depth: Depth) -> Color {
    let (index, tone) = match theme {
        Theme::Terminal => return base(hue),
        Theme::Dark => (indexed(hue).0, hue.dark()),
        Theme::Light => (indexed(hue).1, hue.light()),
    };
    match depth {
        Depth::Sixteen => base(hue),
        Depth::Indexed => Color::AnsiColor(index),
        Depth::True => rgb(tone),
    }
}

/// No yellow and no white, which light themes swallow, no plain blue, which dark ones do; no pair of red and green,
/// which many cannot tell apart.
fn base(hue: Hue) -> Color {
    match hue {
        Hue::Wording => Color::BrightRed,
        Hue::Only => Color::Cyan,
        Hue::Form => Color::BrightBlue,
        Hue::Moved => Color::BrightMagenta,
    }
}

/// The nearest of xterm's 256 colours, for a dark and for a light background.
fn indexed(hue: Hue) -> (u8, u8) {
    match hue {
        Hue::Wording => (209, 130),
        Hue::Only => (79, 23),
        Hue::Form => (141, 26),
        Hue::Moved => (218, 127),
    }
}

fn rgb(code: u32) -> Color {
    let [_, r, g, b] = code.to_be_bytes();
    Color::TrueColor { r, g, b }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn palette(theme: Theme, depth: Depth) -> [Color; 4] {
        Hue::ALL.map(|hue| color(hue, theme, depth))
    }

    #[test]
    fn every_theme_has_its_colours_and_sixteen_are_the_terminals_own() {
        let own = palette(Theme::Terminal, Depth::True);
        for depth in [Depth::Sixteen, Depth::Indexed, Depth::True] {
            assert_eq!(palette(Theme::Terminal, depth), own);
        }
        for theme in [Theme::Dark, Theme::Light] {
            assert_eq!(palette(theme, Depth::Sixteen), own);
            for depth in [Depth::Indexed, Depth::True] {
                let colors = palette(theme, depth);
                assert!(colors.iter().all(|c| !own.contains(c)));
                for (n, color) in colors.iter().enumerate() {
                    assert!(!colors[..n].contains(color));
                }
            }
        }
    }

    #[test]
    fn escapes_name_style_and_colour() {
        let escape = |ink| Colours::Themed(Theme::Dark, Depth::True).escape(ink);
        assert_eq!(escape(Ink::Plain), None);
        assert_eq!(escape(Ink::Margin).as_deref(), Some("\x1B[2m"));
        assert_eq!(
            escape(Ink::Wording).as_deref(),
            Some("\x1B[1;38;2;255;143;94m")
        );
        let base = Colours::Themed(Theme::Terminal, Depth::Sixteen);
        assert_eq!(base.escape(Ink::OnlySign).as_deref(), Some("\x1B[36m"));
        assert_eq!(Colours::None.escape(Ink::Wording), None);
    }

    /// The contrast of WCAG 2.
    fn contrast(x: u32, y: u32) -> f64 {
        let luminance = |code: u32| {
            let linear = |shift: u32| {
                let c = f64::from(code >> shift & 0xFF) / 255.0;
                if c <= 0.040_45 {
                    c / 12.92
                } else {
                    ((c + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
        };
        let (x, y) = (luminance(x), luminance(y));
        (x.max(y) + 0.05) / (x.min(y) + 0.05)
    }

    /// A colour of xterm's cube.
    fn cube(index: u8) -> u32 {
        let level = |n: u8| u32::from([0u8, 95, 135, 175, 215, 255][usize::from(n)]);
        let n = index - 16;
        level(n / 36) << 16 | level(n / 6 % 6) << 8 | level(n % 6)
    }

    #[test]
    fn colours_can_be_read_on_their_background() {
        for hue in Hue::ALL {
            let (dark, light) = indexed(hue);
            for (color, ground) in [
                (hue.dark(), 0x00_00_00),
                (hue.dark(), 0x2B_2B_2B),
                (cube(dark), 0x2B_2B_2B),
                (hue.light(), 0xFF_FF_FF),
                (hue.light(), 0xFD_F6_E3),
                (cube(light), 0xFF_FF_FF),
            ] {
                let contrast = contrast(color, ground);
                assert!(
                    contrast >= 4.5,
                    "{hue:?} {color:06x} {ground:06x} {contrast}"
                );
            }
        }
    }
}
