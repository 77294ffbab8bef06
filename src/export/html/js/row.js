// One row.
const view = { layout: "side", marked: new Set(), pattern: "", folds: false, few: head.few };
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
  if (row.f === undefined) return [];
  return placesOf(row, w, link).flatMap(({ start, end }) => factsIn(row, w, start, end)).map(([, what]) => what);
}

// How a link is shown: nothing, or the classes of its mark. Where few are marked, what merely follows another difference is
// not, unless a kind of difference is asked for.
function markOf(row, link) {
  const { letter, moved } = linkOf(row, link);
  const voice = (view.few && filter.classes === 0 && row.v?.[link]) || "f";
  const classes = [];
  if (view.marked.has(letter) && voice.toLowerCase() !== "s") {
    classes.push(`c-${letter}`);
    if (voice.toLowerCase() === "l") classes.push("low");
  }
  if (moved && view.marked.has("m") && voice === voice.toLowerCase()) classes.push("c-m");
  return { letter, moved, classes: classes.join(" ") };
}

// A stretch of linked words in the side by side view.
function word(row, w, cell, { start, end, link }) {
  const { letter, moved, classes } = markOf(row, link);
  const nodes = plain(cell, start, end);
  const data = { "data-link": link, "data-row": row.n };
  if (classes === "") return element("span", data, ...nodes);
  const others = sigla.map((_, v) => v).filter((v) => v !== w && row.x[v].length > 0);
  const there = others.map((v) => [sigla[v], reading(row, v, link)]).filter(([, text]) => text !== "");
  const properties = { ...data, class: `d ${classes}`, tabIndex: -1 };
  if (there.length === 0) {
    const tag = w === 0 ? "del" : "ins";
    return element(tag, properties, said(`[only in ${sigla[w]}: `), ...nodes, said("]"));
  }
  if (moved) nodes.unshift(said("[moved: "));
  if (w === 0 && letter !== "e") nodes.push(said(` (${there.map(([s, text]) => `${s}: ${text}`).join("; ")})`));
  if (moved) nodes.push(said("]"));
  return element("mark", properties, ...nodes);
}

function sideCell(row, w) {
  const cell = cellOf(row, w);
  const nodes = [];
  let at = 0;
  for (const stretch of stretches(row, w)) {
    if (stretch.end > cell.end) break;
    nodes.push(...plain(cell, at, stretch.start), word(row, w, cell, stretch));
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
const jump = (n, text) => (byNumber.has(n) ? element("a", { href: `#r${n}`, class: "jump" }, text) : text);

// What stands beside a row: where it is elsewhere, what is quoted.
function notes(row) {
  const out = [];
  const last = sigla[sigla.length - 1];
  if (row.m !== undefined) {
    const where = row.m === 0 ? ["at the beginning"] : ["after ", jump(row.m, `row ${row.m}`)];
    out.push(element("p", { class: "note move" }, `→ moved: ${last} has this `, ...where));
  }
  for (const q of row.q ?? []) {
    const others = (quotations.get(q[0]) ?? []).filter((p) => p.w !== q[1]);
    for (const { row: there, w, start, length } of others) {
      const text = there.t[w].slice(start, start + length);
      const short = text.length > 60 ? `${text.slice(0, 58)}…` : text;
      const shown = element("q", { class: "passage" }, ...visible(short));
      out.push(element("p", { class: "note quote" }, `≈ ${sigla[w]} `, shown, " in ", jump(there.n, `row ${there.n}`)));
    }
  }
  const here = arrivals.get(row.n) ?? [];
  if (here.length > 0) {
    const links = here.flatMap((n, i) => (i > 0 ? [", ", jump(n, `${n}`)] : [jump(n, `row ${n}`)]));
    out.push(element("p", { class: "note move" }, `← after this, ${last} has `, ...links));
  }
  // What is told when a word is pointed at, for paper.
  for (const { t } of row.f ?? []) out.push(element("p", { class: "note paper" }, "⚑ ", ...visible(t)));
  if (row.z !== undefined) out.push(element("p", { class: "note" }, ...visible(row.z)));
  return out;
}

function describe(row) {
  const parts = [`row ${row.n}`];
  parts.push(KINDS.filter((_, n) => row.kinds & (1 << n)).map(([name]) => name).join(", "));
  if (row.s !== undefined) parts.push(`${percent(row.s)} alike`);
  return parts.join(", ");
}

// The cells of a row: one a witness, or one for all.
function cellsOf(row) {
  const only = row.t.filter((text) => text !== "").length === 1 && row.z === undefined;
  if (view.layout === "inline") {
    const base = Math.max(0, row.t.findIndex((text) => text !== ""));
    const cell = element("div", { class: "cell", lang: sides[base].lang, dir: "auto" });
    if (!only) cell.append(...inlineCell(row, base));
    else cell.append(element(base === 0 ? "del" : "ins", { class: "alone" }, said(`[only in ${sigla[base]}: `), ...inlineCell(row, base), said("]")));
    return [cell];
  }
  return row.t.map((text, w) => {
    const cell = element("div", { class: "cell", lang: sides[w].lang, dir: "auto" });
    if (text === "") {
      cell.classList.add("empty");
      return cell;
    }
    cell.append(element("b", { class: "siglum" }, ...visible(sigla[w])));
    if (only) cell.append(said(`[only in ${sigla[w]}] `));
    cell.append(...sideCell(row, w));
    return cell;
  });
}

// What stands at the margin: the number, how much is alike, or which text alone has it.
function margin(row) {
  const link = element("a", { class: "number", href: `#r${row.n}`, "aria-label": `link to row ${row.n}` }, `${row.n}`);
  const made = element("div", { class: "margin" }, link);
  if (row.s !== undefined) {
    made.append(element("span", { class: "similarity", title: `confidence ${percent(row.c ?? 0)}` }, percent(row.s)));
  } else if (row.z === undefined) {
    const having = sigla.filter((_, w) => row.t[w] !== "");
    if (having.length === 1) made.append(element("span", { class: "having" }, "only ", ...visible(having[0])));
  }
  return made;
}

// The article of a row, at a place of the list.
function article(row, place, count) {
  const classes = ["row"];
  if (!(row.kinds & 1)) classes.push(row.z === undefined ? "only" : "skipped");
  if (row.m !== undefined) classes.push("moved");
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
