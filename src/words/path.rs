//! Where in one sentence the words of another stand: a hidden Markov model in the manner of Vogel (1996), and the
//! posterior probability of every pair.
//!
//! States are the words of the one side, observations those of the other. The jump from one word's place to the next
//! one's has weights that fall geometrically, so a step costs time linear in the length of the side, not quadratic.

/// By how much a jump that skips one more word forward is less likely.
const FORWARD: f32 = 0.6;
/// The weight of a jump back, and by how much one more word back is less likely.
const BACK: f32 = 0.3;
const BACKWARD: f32 = 0.75;
/// The weight of staying at the same word.
const STAY: f32 = 0.3;
/// The weight of a jump anywhere, shared by all words: how a moved phrase is reached.
const ANYWHERE: f32 = 0.15;
/// The weight of any place to end at, beside that of the jump from there past the last word: ends meet, as beginnings do.
const END: f32 = 0.1;
/// The weight of passing over a word that has no counterpart, against an emission of 1.
const UNLINKED: f32 = 0.004;
/// The share of words that have one.
const LINKED: f32 = 0.8;

/// Scratch memory of the model, to be used again for the next pair.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// For each observation and state the forward probability of a link there, and of the place with or without a link.
    linked: Vec<f32>,
    place: Vec<f32>,
    /// By how much the jumps from a state are scaled to sum to one.
    scale: Vec<f32>,
    weights: Vec<f32>,
    jumped: Vec<f32>,
    /// The part of `jumped` that leads back.
    back: Vec<f32>,
    after: Vec<f32>,
}

impl Path {
    /// The posterior probability that observation `j` is linked to state `i`, at `j * states + i` of `posterior`.
    ///
    /// `emission` has the same layout. Neither side may be empty.
    pub(super) fn posteriors(&mut self, emission: &[f32], states: usize, posterior: &mut [f32]) {
        // Place 0 is before the first word.
        let places = states + 1;
        let steps = emission.len() / states;
        self.linked.clear();
        self.linked.resize(steps * places, 0.0);
        self.place.clear();
        self.place.resize(steps * places, 0.0);
        self.jumped.resize(places, 0.0);
        self.back.resize(places, 0.0);
        self.weights.resize(places, 0.0);
        self.scales(places);

        let mut before = vec![0.0; places];
        before[0] = 1.0;
        for (step, emission) in emission.chunks_exact(states).enumerate() {
            self.jump_from(&before);
            let row = step * places..(step + 1) * places;
            let (linked, place) = (&mut self.linked[row.clone()], &mut self.place[row]);
            let mut sum = UNLINKED * before[0];
            for i in 1..places {
                linked[i] = LINKED * self.jumped[i] * emission[i - 1];
                sum += linked[i] + UNLINKED * before[i];
            }
            let norm = sum.recip();
            for i in 0..places {
                linked[i] *= norm;
                place[i] = linked[i] + UNLINKED * before[i] * norm;
            }
            before.copy_from_slice(place);
        }

        let mut after = std::mem::take(&mut self.after);
        after.clear();
        after.resize(places, 0.0);
        let mut past_last = 1.0;
        for after in after.iter_mut().rev() {
            *after = past_last + END;
            past_last *= FORWARD;
        }
        for step in (0..steps).rev() {
            let row = step * places..(step + 1) * places;
            let (linked, place) = (&self.linked[row.clone()], &self.place[row]);
            let all: f32 = place.iter().zip(&after).map(|(p, a)| p * a).sum();
            let norm = all.recip();
            let emission = &emission[step * states..(step + 1) * states];
            let out = &mut posterior[step * states..(step + 1) * states];
            self.weights[0] = 0.0;
            for i in 1..places {
                out[i - 1] = linked[i] * after[i] * norm;
                self.weights[i] = emission[i - 1] * after[i];
            }
            self.jump_to();
            let mut top = 0.0_f32;
            for (after, jumped) in after.iter_mut().zip(&self.jumped) {
                *after = LINKED * jumped + UNLINKED * *after;
                top = top.max(*after);
            }
            let norm = top.recip();
            after.iter_mut().for_each(|a| *a *= norm);
        }
        self.after = after;
    }

    /// The scale of the jumps from each place: they lead to places 1 and on.
    fn scales(&mut self, places: usize) {
        self.weights.fill(1.0);
        self.weights[0] = 0.0;
        self.scale.clear();
        self.scale.resize(places, 1.0);
        self.jump_to();
        self.scale.clear();
        self.scale.extend(self.jumped.iter().map(|sum| sum.recip()));
    }

    /// For each place the weight of all jumps that lead there, from places as probable as `before` says.
    fn jump_from(&mut self, before: &[f32]) {
        let places = before.len();
        let mut sum = 0.0;
        for ((w, b), s) in self.weights.iter_mut().zip(before).zip(&self.scale) {
            *w = b * s;
            sum += *w;
        }
        let anywhere = ANYWHERE / places as f32;
        // Both ways in one loop: each is a chain of dependent steps, and the processor works on both at once.
        let (mut forward, mut backward) = (0.0, 0.0);
        let ahead = self.jumped.iter_mut().zip(&self.weights);
        let behind = self.back.iter_mut().zip(&self.weights).rev();
        for ((jumped, w), (back, v)) in ahead.zip(behind) {
            *jumped = forward + STAY * w + anywhere * (sum - w);
            forward = forward * FORWARD + w;
            *back = BACK * backward;
            backward = (backward + v) * BACKWARD;
        }
        for (jumped, back) in self.jumped.iter_mut().zip(&self.back) {
            *jumped += back;
        }
    }

    /// For each place the weight of all jumps from there, to places that weigh what `self.weights` says.
    fn jump_to(&mut self) {
        let places = self.weights.len();
        let sum: f32 = self.weights.iter().sum();
        let anywhere = ANYWHERE / places as f32;
        let (mut forward, mut backward) = (0.0, 0.0);
        let ahead = self.jumped.iter_mut().zip(&self.weights).rev();
        let behind = self.back.iter_mut().zip(&self.weights);
        for ((jumped, w), (back, v)) in ahead.zip(behind) {
            *jumped = forward + STAY * w + anywhere * (sum - w);
            forward = forward * FORWARD + w;
            *back = BACK * backward;
            backward = (backward + v) * BACKWARD;
        }
        let jumped = self.jumped.iter_mut().zip(&self.back);
        for ((jumped, back), scale) in jumped.zip(&self.scale) {
            *jumped = (*jumped + back) * scale;
        }
    }
}
