// The data: a head, then the rows, as data.rs writes them; the texts as plain.rs does, in the table for browsers without scripts.
const all = JSON.parse(document.getElementById("data").textContent);
const head = all[0];
const rows = all.slice(1);
const sides = head.witnesses;
const sigla = sides.map((side) => side.siglum);
// Of more than two witnesses, columns can be switched off and the base be chosen.
const several = sides.length > 2;

function readTexts(source) {
  const one = (found, code) => (code ? String.fromCodePoint(parseInt(code, 16)) : found === "&lt;" ? "<" : "&");
  const given = (text) => (/[&\\]/.test(text) ? text.replace(/&lt;|&amp;|\\u\{([0-9a-f]+)\}/g, one) : text);
  const body = source.slice(source.indexOf("<tbody>"), source.lastIndexOf("\n</table>"));
  body.split("\n<tr>").slice(1).forEach((line, i) => { rows[i].t = line.split(/<td[^>]*>/).slice(1).map(given); });
}
readTexts(document.getElementById("plain").textContent);
document.getElementById("data").textContent = "";
document.getElementById("plain").textContent = "";
// Whose words are not compared: those of two that are in two languages.
const uncompared = new Set((head.uncompared ?? []).map(([v, w]) => `${v},${w}`));
const compares = (v, w) => uncompared.size === 0 || !uncompared.has(v < w ? `${v},${w}` : `${w},${v}`);
// Of some witnesses the one whose siglum comes first: against it that is told in which the base has no part.
const firstOf = (who) => who.reduce((v, w) => (sigla[w] < sigla[v] ? w : v), who[0]);
const byNumber = new Map(rows.map((row) => [row.n, row]));

// Letter, name, what it says.
const CLASSES = [
  ["w", "wording", () => "other words"],
  ["o", "omission", (base, other) => (other ? `only in ${base}` : `in ${base}, and not in others`)],
  ["n", "addition", (base, other) => (other ? `only in ${other}` : `in others, and not in ${base}`)],
  ["d", "derivation", () => "a word of the same family"],
  ["i", "inflection", () => "another form of the word"],
  ["s", "spelling", () => "another spelling"],
  ["a", "accent", () => "another accent"],
  ["c", "case", () => "capital or small letter"],
  ["t", "typographic", () => "apostrophes, quotation marks, spaces"],
  ["q", "sentence marks", () => "a question, an exclamation, or none"],
  ["p", "punctuation", () => "punctuation only"],
  ["m", "moved words", () => "elsewhere in the sentence"],
];
const CLASS_NAME = new Map(CLASSES.map(([letter, name]) => [letter, name]));
CLASS_NAME.set("e", "same");
// From the slightest difference to the deepest.
const DEPTH = "eptcasidqwon";
// What two say that are not compared.
const UNCOMPARED = "-";
// Differences of words and not of their forms alone.
const DEEP = "qwon";

// What the witnesses are to each other at a link: for each its group (`g`), a letter for every two groups (`c`), who has the words in
// another order (`m`). Of two witnesses a letter says it all, a capital where words have moved.
const patterns = [];
const ofLetters = new Map();
function patternOf(letter) {
  if (!ofLetters.has(letter)) {
    const small = letter.toLowerCase();
    const same = small === "e";
    ofLetters.set(letter, { g: same ? [0, 0] : [0, 1], c: same ? "" : small, m: letter === small ? [] : [1] });
  }
  return ofLetters.get(letter);
}

// For each quotation its passages; for each row number the rows that another text has after it, as [witness, row].
const quotations = new Map();
const arrivals = new Map();
for (const row of rows) {
  patterns.push(...(row.d ?? []).map((pattern) => ({ c: "", m: [], ...pattern })));
  row.links = typeof row.l === "string" ? [...row.l].map(patternOf) : row.l.map((n) => patterns[n]);
  for (const [quotation, w, start, length] of row.q ?? []) {
    if (!quotations.has(quotation)) quotations.set(quotation, []);
    quotations.get(quotation).push({ row, w, start, length });
  }
  for (const [w, after] of row.m ?? []) {
    if (!arrivals.has(after)) arrivals.set(after, []);
    arrivals.get(after).push([w, row.n]);
  }
}

// In the order of the text that has them there.
const startOf = ([w, n]) => byNumber.get(n).y[w][0];
for (const [, there] of arrivals) there.sort((one, other) => one[0] - other[0] || startOf(one) - startOf(other));

// The linked stretches of a cell: start, end, link.
function stretches(row, w) {
  const out = [];
  const flat = row.x[w];
  let at = 0;
  for (let i = 0; i < flat.length; i += 3) {
    const start = at + flat[i];
    at = start + flat[i + 1];
    out.push({ start, end: at, link: flat[i + 2] });
  }
  return out;
}

// Where a witness says what a link has of it. The places of the row last asked about are kept.
let known = { row: null, places: [] };
function placesOf(row, w, link) {
  if (known.row !== row) {
    const places = sides.map((_, v) => Map.groupBy(stretches(row, v), (stretch) => stretch.link));
    known = { row, places };
  }
  return known.places[w].get(link) ?? [];
}

// What a witness has of a link.
function reading(row, w, link) {
  return placesOf(row, w, link).map(({ start, end }) => whole(row.t[w].slice(start, end))).join(" … ");
}
