// Who is shown, against whom differences are told, and what follows from it: who reads the same, and who stands apart.
const view = { layout: "side", marked: new Set(), pattern: "", folds: false, few: head.few };
const seen = { shown: sides.map((_, w) => w), base: head.base };
// What was judged before something else was shown or marked is judged anew.
let stamp = 0;

const isPair = () => seen.shown.length === 2;
// Of a pair the other one.
const otherOf = (w) => seen.shown.find((v) => v !== w);

const TURNED = new Map([["o", "n"], ["n", "o"]]);

// What the words of one witness are to those of another, as a letter.
function letterBetween(pattern, one, other) {
  const [i, j] = [pattern.g[one], pattern.g[other]];
  if (i === j || i < 0 || j < 0) return "e";
  pattern.groups ??= Math.max(...pattern.g) + 1;
  const [low, high] = i < j ? [i, j] : [j, i];
  const letter = pattern.c[(low * (2 * pattern.groups - low - 1)) / 2 + high - low - 1];
  return i < j ? letter : TURNED.get(letter) ?? letter;
}

// The witnesses in groups that read the same: first that of the base, or, where it takes no part, of the one whose siglum comes first. `parts` says which letters part them.
function groupsOf(pattern, parts) {
  const told = seen.shown.filter((w) => pattern.g[w] >= 0);
  const lead = told.includes(seen.base) ? seen.base : firstOf(told);
  const order = [lead, ...told.filter((w) => w !== lead)].filter((w) => w !== undefined);
  const groups = [];
  for (const w of order) {
    const same = (letter) => letter !== UNCOMPARED && !parts(letter);
    const found = groups.find((group) => group.some((v) => same(letterBetween(pattern, v, w))));
    if (found) found.push(w);
    else groups.push([w]);
  }
  return groups.map((group) => group.sort((v, w) => v - w));
}

// How a witness stands to the others, of more than two.
const [WITH, OTHER_FORM, ALONE, DIVIDED, ALL_DIFFER] = [0, 1, 2, 3, 4];
const STANDS = [null, "form", "alone", "some", "all"];

// How many read so: as `Agreement::standings` has it.
function standingsOf(pattern, forms, words) {
  const standings = Array(sides.length).fill(WITH);
  const present = words.flat().length;
  const allDiffer = words.length > 2 && words.length === present;
  const of = (groups, w) => groups.find((group) => group.includes(w));
  for (const group of words) {
    let standing = WITH;
    if (allDiffer) standing = ALL_DIFFER;
    else if (words.length > 1 && group.length * 2 <= present) {
      const onlyHere = present === 2 && "on".includes(letterBetween(pattern, ...words.flat()));
      standing = group.length === 1 && (present > 2 || onlyHere) ? ALONE : DIVIDED;
    }
    for (const w of group) {
      const same = of(forms, w).filter((v) => group.includes(v)).length;
      standings[w] = standing === WITH && same * 2 <= group.length ? OTHER_FORM : standing;
    }
  }
  return standings;
}

// What is to be said of a pattern: it is found once, for all links that have it.
function judge(pattern) {
  if (pattern.stamp === stamp) return pattern.judged;
  const forms = groupsOf(pattern, (letter) => view.marked.has(letter));
  const words = groupsOf(pattern, (letter) => DEEP.includes(letter) && view.marked.has(letter));
  const standings = standingsOf(pattern, forms, words);
  const present = forms.flat();
  const moved = (w) => pattern.m.includes(w);
  const movers = present.filter((w) => moved(w) !== (present.includes(seen.base) && moved(seen.base)));
  const from = present.includes(seen.base) ? [seen.base] : present.slice(0, 1).map(() => firstOf(present));
  const letters = new Set(from.flatMap((v) => present.map((w) => letterBetween(pattern, v, w))));
  letters.delete("e");
  letters.delete(UNCOMPARED);
  const key = forms.length < 2 ? "" : forms.map((group) => group.join(",")).sort((a, b) => parseInt(a) - parseInt(b)).join("|");
  const deepest = [...letters].reduce((a, b) => (DEPTH.indexOf(a) > DEPTH.indexOf(b) ? a : b), "e");
  pattern.stamp = stamp;
  pattern.judged = { forms, words, standings, widest: Math.max(...standings), movers, letters, deepest, key };
  return pattern.judged;
}

// Kinds of rows; a row can be of several.
function kinds() {
  const only = seen.shown.map((w) => `only in ${sigla[w]}`);
  return ["matched", ...(seen.shown.length > 2 ? ["in all"] : []), ...only, "moved", "quotation", "not compared"];
}

function kindsOf(row) {
  const { present } = row;
  const passages = (row.q ?? []).filter(([, w]) => seen.shown.includes(w));
  const isQuoted = passages.some(([n, w]) => quotations.get(n).some((there) => there.w !== w && seen.shown.includes(there.w)));
  return [
    ...(present.length > 1 ? ["matched"] : []),
    ...(present.length > 2 && present.length === seen.shown.length ? ["in all"] : []),
    ...(present.length === 1 ? [`only in ${sigla[present[0]]}`] : []),
    ...(row.moves.length > 0 ? ["moved"] : []),
    ...(isQuoted ? ["quotation"] : []),
    ...(row.z !== undefined ? ["not compared"] : []),
  ];
}

// Kinds of facts. Where witnesses say something, and not the same, it is a contradiction whatever its kind.
const CONTRADICTION = "contradiction";
const FACTS = [CONTRADICTION, ...head.facts];

// A fact as those tell it that are shown; nothing where it is none between them.
function told(fact) {
  const places = fact.p.filter(([w]) => seen.shown.includes(w));
  const kind = head.facts[fact.k];
  if (fact.t !== undefined) return [{ kinds: places.length > 1 ? [CONTRADICTION, kind] : [kind], text: fact.t, places }];
  const sayings = fact.s.map(([text, who]) => [text, who.filter((w) => seen.shown.includes(w))]).filter(([, who]) => who.length > 0);
  if (sayings.length < 2) return [];
  const said = sayings.map(([text, who]) => `${text || "−"} ${named(who)}`).join(" | ");
  const differs = sayings.filter(([text]) => text !== "").length > 1;
  return [{ kinds: differs ? [CONTRADICTION, kind] : [kind], text: `${kind}: ${said}`, places }];
}

const named = (who) => who.map((w) => sigla[w]).join(" ");

// The share of the words that are the same, of every two of those that are shown and stand in a row the mean.
function similarityOf(row) {
  if (row.p === undefined || seen.shown.length === sides.length) return row.s;
  const pairs = pairsOf(row).filter(([v, w, share]) => share !== null && seen.shown.includes(v) && seen.shown.includes(w));
  return pairs.length === 0 ? undefined : pairs.reduce((sum, [, , share]) => sum + share, 0) / pairs.length;
}

// Every two of a row, with their similarity; null of those that are not compared.
function pairsOf(row) {
  const having = sides.map((_, w) => w).filter((w) => row.t[w] !== "");
  const pairs = having.flatMap((v, n) => having.slice(n + 1).map((w) => [v, w]));
  return pairs.map(([v, w], n) => [v, w, compares(v, w) ? (row.p?.[n] ?? 0) / 1000 : null]);
}

// The witnesses against which a row is told: the base, or of those that have it the one whose siglum comes first; and, while any is
// not compared with one of these, the first such.
function leadsOf(row) {
  const leads = [row.present.includes(seen.base) ? seen.base : firstOf(row.present)];
  for (;;) {
    const apart = row.present.filter((w) => !leads.some((lead) => compares(lead, w)));
    if (apart.length === 0) return leads;
    leads.push(firstOf(apart));
  }
}

// Whether a link is told against one of these: the first that takes part in it.
const leads = (row, link, lead) => uncompared.size === 0 || leadsOf(row).find((w) => row.links[link].g[w] >= 0) === lead;

// What is known of a row as far as its witnesses are shown.
function assess(row) {
  row.present = seen.shown.filter((w) => row.t[w] !== "");
  row.folded = undefined;
  row.moves = (row.m ?? []).filter(([w]) => row.present.includes(w));
  row.told = (row.f ?? []).flatMap(told);
  row.similarity = similarityOf(row);
  row.kinds = kindsOf(row);
  row.facts = [...new Set(row.told.flatMap((fact) => fact.kinds))];
  const letters = new Set();
  for (const pattern of row.links) {
    const { letters: own, movers } = judge(pattern);
    for (const letter of own) letters.add(letter);
    if (movers.length > 0) letters.add("m");
  }
  row.classes = [...letters];
}

// Who reads with whom in a row, and how often, as far as it is marked.
function assessAgreement(row) {
  row.places = new Map();
  for (const pattern of row.links) {
    const { key } = judge(pattern);
    if (key !== "") row.places.set(key, (row.places.get(key) ?? 0) + 1);
  }
  row.agreements = [...row.places.keys()];
}

// The facts of a row that begin in a stretch of a cell, as [start, what differs].
function factsIn(row, w, from, to) {
  const begin = ({ text, places }) => places.filter(([v]) => v === w).map(([, start]) => [start, text]);
  return row.told.flatMap(begin).filter(([start]) => start >= from && start < to);
}
