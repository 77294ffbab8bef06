// One row.
// Longer cells are cut until asked for: a run of a thousand sentences would hide what comes after.
const LONGEST = 3000;
const opened = new Set();

// What stands before the first word of a fact that differs.
function flag(what) {
  const told = harmless(what);
  return element("span", { class: "fact", title: told }, element("span", { "aria-hidden": "true" }, "⚑"), said(`[${told}] `));
}

// Text between two places of a cell, with the passages quoted, the words searched for and the facts that differ.
function plain(cell, from, to) {
  const edges = new Set([from, to]);
  for (const [start, end] of cell.ranges) {
    if (start > from && start < to) edges.add(start);
    if (end > from && end < to) edges.add(end);
  }
  for (const [start] of cell.facts) if (start > from && start < to) edges.add(start);
  const sorted = [...edges].sort((a, b) => a - b);
  const nodes = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [start, end] = [sorted[i], sorted[i + 1]];
    nodes.push(...cell.facts.filter(([at]) => at === start).map(([, what]) => flag(what)));
    const parts = visible(whole(cell.text.slice(start, end)));
    const inside = (kind) => cell.ranges.find(([s, e, k]) => k === kind && s <= start && end <= e);
    const classes = ["hit", "quoted"].filter(inside);
    if (classes.length === 0) nodes.push(...parts);
    else nodes.push(element("span", { class: classes.join(" ") }, ...parts));
  }
  return nodes;
}

function cellOf(row, w) {
  const text = row.t[w];
  const found = hits(text, view.pattern).map(([start, end]) => [start, end, "hit"]);
  const quoted = (row.q ?? []).filter((q) => q[1] === w).map((q) => [q[2], q[2] + q[3], "quoted"]);
  const long = text.length > LONGEST && !opened.has(row.n) && view.pattern === "";
  const facts = factsIn(row, w, 0, text.length);
  return { text, ranges: [...found, ...quoted], facts, end: long ? text.lastIndexOf(" ", LONGEST / 2) : text.length };
}

// What differs of the facts that begin in the words a witness has of a link.
function factsOf(row, w, link) {
  if (row.told.length === 0) return [];
  return placesOf(row, w, link).flatMap(({ start, end }) => factsIn(row, w, start, end)).map(([, what]) => what);
}

// How a link is shown in the words of a witness, or for all: nothing, or the classes of its mark. Of two witnesses how they differ, of
// more how many read so. Where few are marked, what merely follows another difference is not, unless a kind of difference is asked for; where
// one text is printed with what others have instead, it is faint.
function markOf(row, link, w) {
  const pattern = row.links[link];
  const judged = judge(pattern);
  const few = view.few && filter.classes.size === 0;
  const voice = (few && row.v?.[link]) || "f";
  const asked = filter.agreements.size === 0 || filter.agreements.has(judged.key);
  const letter = isPair() ? letterBetween(pattern, seen.base, otherOf(seen.base)) : judged.deepest;
  const classes = [];
  let standing = WITH;
  const beside = view.layout === "side";
  const silent = voice.toLowerCase() === "s";
  if (asked && (!silent || !beside)) {
    if (isPair()) {
      if (view.marked.has(letter)) classes.push(`c-${letter}`);
    } else {
      standing = w === undefined ? judged.widest : judged.standings[w];
      // Where the words differ, in what form some have them says little.
      if (few && beside && standing === OTHER_FORM && judged.widest > OTHER_FORM) standing = WITH;
      if (standing !== WITH) classes.push(`g-${STANDS[standing]}`);
    }
    if (classes.length > 0 && silent) classes.push("faint");
    if (classes.length > 0 && voice.toLowerCase() === "l") classes.push("low");
  }
  const moved = isPair() || w === undefined ? judged.movers.length > 0 : judged.movers.includes(w);
  if (asked && moved && view.marked.has("m") && (!beside || voice === voice.toLowerCase())) classes.push("c-m");
  return { letter, moved, standing, classes: classes.join(" ") };
}

// What others have of a link, those together that have the same: `B D: désolation; C: informe`.
function readingsElsewhere(row, w, link) {
  const texts = Map.groupBy(row.present.filter((v) => v !== w), (v) => reading(row, v, link));
  texts.delete("");
  return [...texts].map(([text, who]) => `${named(who)}: ${text}`).join("; ");
}

// A stretch of linked words in the side by side view.
function word(row, w, cell, { start, end, link }) {
  const { letter, moved, classes } = markOf(row, link, w);
  const nodes = plain(cell, start, end);
  const data = { "data-link": link, "data-row": row.n };
  if (classes === "") return element("span", data, ...nodes);
  const there = row.links[link] === undefined || row.present.length < 2 ? "" : readingsElsewhere(row, w, link);
  const properties = { ...data, class: `d ${classes}`, tabIndex: -1 };
  if (there === "") {
    const tag = w === seen.base ? "del" : "ins";
    return element(tag, properties, said(`[only in ${sigla[w]}: `), ...nodes, said("]"));
  }
  if (moved) nodes.unshift(said("[moved: "));
  if (w === seen.base && letter !== "e") nodes.push(said(` (${there})`));
  if (moved) nodes.push(said("]"));
  return element("mark", properties, ...nodes);
}

// Where a witness leaves out what others say, of more than two: the place in its text, and the link.
function gapsOf(row, w) {
  const gaps = new Map();
  if (row.present.length < 3) return gaps;
  let at = 0;
  row.links.forEach((_, link) => {
    const places = placesOf(row, w, link);
    if (places.length > 0) at = places.at(-1).end;
    else if (!gaps.has(at) && markOf(row, link, w).standing > OTHER_FORM) gaps.set(at, link);
  });
  return gaps;
}

function gap(row, w, link) {
  const { classes } = markOf(row, link, w);
  return element("span", { class: `d gap ${classes}`, "data-link": link, "data-row": row.n, tabIndex: -1 }, said("[left out] "));
}

function sideCell(row, w) {
  const cell = cellOf(row, w);
  const gaps = gapsOf(row, w);
  const left = (place) => (gaps.has(place) ? [gap(row, w, gaps.get(place))] : []);
  const nodes = left(0);
  let at = 0;
  for (const stretch of stretches(row, w)) {
    if (stretch.end > cell.end) break;
    nodes.push(...plain(cell, at, stretch.start), word(row, w, cell, stretch), ...left(stretch.end));
    at = stretch.end;
  }
  nodes.push(...plain(cell, at, cell.end));
  return close(row, cell, nodes);
}

// The end of a cell that is cut says how much it leaves out.
function close(row, cell, nodes) {
  if (cell.end < cell.text.length) {
    const label = `… ${number(cell.text.length - cell.end)} more characters`;
    nodes.push(" ", element("button", { class: "more", type: "button", "data-open": row.n }, label));
  }
  return nodes;
}

// A link to a row; a text alone when the report leaves that row out.
const jump = (n, text) => (byNumber.has(n) ? element("a", { href: hashOf(n), class: "jump" }, text) : text);

// What stands beside a row: where it is elsewhere, what is quoted.
function notes(row) {
  const out = [];
  for (const [after, moves] of Map.groupBy(row.moves, (move) => move[1])) {
    const where = after === 0 ? ["at the beginning"] : ["after ", jump(after, `row ${after}`)];
    const who = moves.map(([w]) => w);
    out.push(element("p", { class: "note move" }, `→ moved: ${named(who)} ${who.length > 1 ? "have" : "has"} this `, ...where));
  }
  for (const q of (row.q ?? []).filter(([, w]) => seen.shown.includes(w))) {
    const others = quotations.get(q[0]).filter((p) => p.w !== q[1] && seen.shown.includes(p.w));
    for (const { row: there, w, start, length } of others) {
      const text = there.t[w].slice(start, start + length);
      const short = text.length > 60 ? `${text.slice(0, 58)}…` : text;
      const shown = element("q", { class: "passage" }, ...visible(short));
      out.push(element("p", { class: "note quote" }, `≈ ${sigla[w]} `, shown, " in ", jump(there.n, `row ${there.n}`)));
    }
  }
  const here = (arrivals.get(row.n) ?? []).filter(([w]) => seen.shown.includes(w));
  for (const [w, moves] of Map.groupBy(here, ([v]) => v)) {
    const links = moves.flatMap(([, n], i) => (i > 0 ? [", ", jump(n, `${n}`)] : [jump(n, `row ${n}`)]));
    out.push(element("p", { class: "note move" }, `← after this, ${sigla[w]} has `, ...links));
  }
  // What is told when a word is pointed at, for paper; of more than two witnesses who says what.
  for (const { text, kinds } of row.told) {
    const open = several && kinds.includes(CONTRADICTION);
    out.push(element("p", { class: open ? "note" : "note paper" }, "⚑ ", ...visible(text)));
  }
  if (row.z !== undefined) out.push(element("p", { class: "note" }, ...visible(row.z)));
  return out;
}

function describe(row) {
  const parts = [`row ${row.n}`, ...(row.b === undefined ? [] : [row.b]), row.kinds.join(", ")];
  if (row.similarity !== undefined) parts.push(`${percent(row.similarity)} alike`);
  return parts.join(", ");
}

const only = (row) => row.present.length === 1 && row.z === undefined;

// The cells of a row: one a witness; one for those that have the same text, where they stand under each other; or one for all that
// are compared.
function cellsOf(row) {
  if (view.layout !== "side") {
    return leadsOf(row).map((base, n) => {
      const cell = cellBox(base);
      const content = () => (view.layout === "inline" ? inlineCell(row, base) : apparatusCell(row, base));
      if (!only(row)) cell.append(...content());
      else cell.append(element(base === seen.base ? "del" : "ins", { class: "alone" }, said(`[only in ${sigla[base]}: `), ...content(), said("]")));
      if (base !== seen.base && (n > 0 || view.layout === "apparatus")) cell.prepend(siglumOf([base]));
      return cell;
    });
  }
  const groups = stacks() ? [...Map.groupBy(row.present, (w) => row.t[w]).values()] : seen.shown.map((w) => [w]);
  return groups.map((who) => {
    const [w] = who;
    const cell = cellBox(w);
    if (row.t[w] === "") {
      cell.classList.add("empty");
      return cell;
    }
    cell.append(siglumOf(who));
    if (only(row)) cell.append(said(`[only in ${sigla[w]}] `));
    cell.append(...sideCell(row, w));
    return cell;
  });
}

const cellBox = (w) => element("div", { class: "cell", lang: sides[w].lang, dir: "auto" });
const siglumOf = (who) => element("b", { class: "siglum" }, ...visible(named(who)));

// What stands at the margin: the number, how much is alike, which text alone has it, or has it not.
function margin(row) {
  const link = element("a", { class: "number", href: hashOf(row.n), "aria-label": `link to row ${row.n}` }, `${row.n}`);
  const made = element("div", { class: "margin" }, link);
  if (row.b !== undefined) made.append(element("span", { class: "label" }, ...visible(row.b)));
  if (row.similarity !== undefined) {
    made.append(element("span", { class: "similarity", title: `confidence ${percent(row.c ?? 0)}` }, percent(row.similarity)));
  }
  if (only(row)) made.append(element("span", { class: "having" }, "only ", ...visible(sigla[row.present[0]])));
  // Of more than two, who does not stand here.
  const absent = seen.shown.filter((w) => !row.present.includes(w));
  if (row.present.length > 1 && absent.length > 0) made.append(element("span", { class: "having" }, "not ", ...visible(named(absent))));
  return made;
}

// The article of a row, at a place of the list.
function article(row, place, count) {
  const classes = ["row"];
  if (row.present.length < 2) classes.push(row.z === undefined ? "only" : "skipped");
  if (row.moves.length > 0) classes.push("moved");
  if (row.n === current) classes.push("current");
  return element(
    "article",
    { id: `r${row.n}`, class: classes.join(" "), tabIndex: -1, "aria-label": describe(row), "aria-posinset": place + 1, "aria-setsize": count },
    margin(row),
    element("div", { class: "body" }, element("div", { class: "cells" }, ...cellsOf(row)), ...notes(row)),
    element("button", { class: "copy", type: "button", "data-copy": row.n, "aria-label": `copy row ${row.n}` }, "copy"),
  );
}

// What stands for a run of rows that are not shown.
function foldBox(fold) {
  const label = `… ${number(fold.rows.length)} rows in which nothing differs`;
  return element("div", { class: "fold", "data-said": label, id: `r${fold.n}` }, element("button", { type: "button", "data-unfold": fold.n }, label));
}
