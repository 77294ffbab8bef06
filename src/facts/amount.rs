//! What a number says, exactly: `1,5 million` is a million and a half.

use std::fmt;

/// A number from zero on, in billionths of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount(u128);

/// Decimals that are kept: as many as billionths have.
const DECIMALS: usize = 9;
const ONE: u128 = 10_u128.pow(DECIMALS as u32);

impl Amount {
    /// A whole number.
    pub(super) fn whole(n: u64) -> Self {
        Self(u128::from(n) * ONE)
    }

    /// The number of these digits before and behind the point; `None` where there are more than can be kept.
    pub(super) fn parse(whole: &str, decimals: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(decimals) || decimals.len() > DECIMALS {
            return None;
        }
        let whole: u64 = whole.parse().ok()?;
        let decimals: u128 = format!("{decimals:0<DECIMALS$}").parse().ok()?;
        Some(Self(Self::whole(whole).0 + decimals))
    }

    /// So many times as much; what is too great for a number stays as it is.
    pub(super) fn times(self, n: u64) -> Self {
        Self(self.0.checked_mul(n.into()).unwrap_or(self.0))
    }

    /// With half of `unit` more.
    pub(super) fn and_half(self, unit: u64) -> Self {
        Self(self.0.saturating_add(Self::whole(unit).0 / 2))
    }

    /// Its value where it is whole and lies between two others.
    pub(super) fn within(self, least: u64, most: u64) -> Option<u64> {
        let value = u64::try_from(self.0 / ONE).ok()?;
        (self.0.is_multiple_of(ONE) && (least..=most).contains(&value)).then_some(value)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0 / ONE)?;
        if self.0.is_multiple_of(ONE) {
            return Ok(());
        }
        let decimals = format!("{:0DECIMALS$}", self.0 % ONE);
        write!(f, ".{}", decimals.trim_end_matches('0'))
    }
}
