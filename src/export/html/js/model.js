// The data: a head, then the rows, as data.rs writes them.
const all = JSON.parse(document.getElementById("data").textContent);
const head = all[0];
const rows = all.slice(1);
const byNumber = new Map(rows.map((row) => [row.n, row]));
document.getElementById("data").textContent = "";
const sides = head.witnesses;
const sigla = sides.map((side) => side.siglum);

// Letter, name, what it says.
const CLASSES = [
  ["w", "wording", "other words"],
  ["o", "omission", sides.length === 2 ? `only in ${sigla[0]}` : "not in every text"],
  ["n", "addition", sides.length === 2 ? `only in ${sigla[1]}` : "not in the first text"],
  ["d", "derivation", "a word of the same family"],
  ["i", "inflection", "another form of the word"],
  ["s", "spelling", "another spelling"],
  ["a", "accent", "another accent"],
  ["c", "case", "capital or small letter"],
  ["t", "typographic", "apostrophes, quotation marks, spaces"],
  ["q", "sentence marks", "a question, an exclamation, or none"],
  ["p", "punctuation", "punctuation only"],
  ["m", "moved words", "elsewhere in the sentence"],
];
const CLASS_BIT = new Map(CLASSES.map(([letter], n) => [letter, 1 << n]));
const CLASS_NAME = new Map(CLASSES.map(([letter, name]) => [letter, name]));
CLASS_NAME.set("e", "same");

// Kinds of rows: a bit each. A row can be of several.
const KINDS = [
  ["matched", (row) => row.t.filter((text) => text !== "").length > 1],
  ...sides.map((side, w) => [
    `only in ${side.siglum}`,
    (row) => row.t.every((text, v) => (text !== "") === (v === w)),
  ]),
  ["moved", (row) => row.m !== undefined],
  ["quotation", (row) => row.q !== undefined],
  ["not compared", (row) => row.z !== undefined],
];

// Kinds of facts: a bit each. Where both say something, and not the same, it is a contradiction whatever its kind.
const FACTS = [
  ["contradiction", "both say it, and not the same", (fact) => fact.p.length > 1],
  ...head.facts.map((name, k) => [name, "", (fact) => fact.k === k]),
];

// For each quotation its passages; for each row number the rows that the other text has after it.
const quotations = new Map();
const arrivals = new Map();
for (const row of rows) {
  row.classes = 0;
  for (const letter of row.l) {
    const small = letter.toLowerCase();
    row.classes |= CLASS_BIT.get(small) ?? 0;
    if (letter !== small) row.classes |= CLASS_BIT.get("m");
  }
  row.kinds = 0;
  KINDS.forEach(([, is], n) => { if (is(row)) row.kinds |= 1 << n; });
  row.facts = 0;
  FACTS.forEach(([, , is], n) => { if (row.f?.some(is)) row.facts |= 1 << n; });
  for (const [quotation, w, start, length] of row.q ?? []) {
    if (!quotations.has(quotation)) quotations.set(quotation, []);
    quotations.get(quotation).push({ row, w, start, length });
  }
  if (row.m !== undefined) {
    if (!arrivals.has(row.m)) arrivals.set(row.m, []);
    arrivals.get(row.m).push(row.n);
  }
}

// In the order of the text that has them there.
for (const [, there] of arrivals) there.sort((m, n) => byNumber.get(m).y.at(-1)[0] - byNumber.get(n).y.at(-1)[0]);

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

// The facts of a row that begin in a stretch of a cell, as [start, what differs].
function factsIn(row, w, from, to) {
  const begin = ({ t, p }) => p.filter(([v]) => v === w).map(([, start]) => [start, t]);
  return (row.f ?? []).flatMap(begin).filter(([start]) => start >= from && start < to);
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

// Class and move of a link.
function linkOf(row, link) {
  const letter = row.l[link];
  const small = letter.toLowerCase();
  return { letter: small, moved: letter !== small };
}
