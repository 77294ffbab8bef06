#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| enregard_fuzz::folds(data));
