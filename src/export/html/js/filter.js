// Which rows are shown. Each option says how many rows it would show, given the other filters.
const filter = { agreements: new Set(), classes: new Set(), facts: new Set(), kinds: new Set(), least: 0, most: 100 };
// The filters by boxes: which fieldset, and what of a row they look at.
const BOXES = ["agreements", "classes", "facts", "kinds"];

const defaultMarks = CLASSES.map(([letter]) => letter).filter((letter) => !head.quiet.includes(letter));
view.marked = new Set(defaultMarks);

function matches(row) {
  if (view.pattern === "") return true;
  row.folded ??= fold([row.b ?? "", ...row.present.map((w) => row.t[w])].join("\n"));
  return row.folded.includes(view.pattern);
}

function inRange(row) {
  if (filter.least === 0 && filter.most === 100) return true;
  if (row.similarity === undefined) return false;
  const share = Math.round(100 * row.similarity);
  return filter.least <= share && share <= filter.most;
}

// Whether nothing of a row would be missed: the texts have it at one place, and nothing in it is marked.
function isUnchanged(row) {
  const inAll = row.kinds.every((kind) => kind === "matched" || kind === "in all");
  return inAll && row.present.length === seen.shown.length && row.facts.length === 0 && !row.classes.some((letter) => view.marked.has(letter));
}

// Rows around what differs that are not folded.
const CONTEXT = 2;

// The rows of a list, with a fold for each run of them in which nothing differs but for its ends.
function folded(list) {
  if (!view.folds || view.pattern !== "") return list;
  const items = [];
  for (let from = 0; from < list.length; ) {
    let to = from;
    while (to < list.length && isUnchanged(list[to])) to += 1;
    const first = from === 0 ? 0 : from + CONTEXT;
    const end = to === list.length ? to : to - CONTEXT;
    // To fold a single row would save nothing.
    if (end - first < 2 || unfolded.has(list[first].n)) items.push(...list.slice(from, to));
    else items.push(...list.slice(from, first), { n: list[first].n, rows: list.slice(first, end) }, ...list.slice(end, to));
    if (to < list.length) items.push(list[to]);
    from = to + 1;
  }
  return items;
}

// Only what is asked for is marked; what follows from that is found anew where it has changed.
function setMarked() {
  const marked = filter.classes.size === 0 ? defaultMarks : [...filter.classes];
  if (marked.length !== view.marked.size || !marked.every((letter) => view.marked.has(letter))) {
    view.marked = new Set(marked);
    stamp += 1;
  }
  if (seen.shown.length < 3) {
    for (const row of rows) row.agreements = [];
  } else if (assessed !== stamp) rows.forEach(assessAgreement);
  assessed = stamp;
}
let assessed = -1;

// Applies the filters: list, counts, histogram.
function apply(keep) {
  setMarked();
  showAgreements();
  const counts = new Map(BOXES.map((box) => [box, new Map()]));
  const bars = Array(10).fill(0);
  const selected = [];
  const there = rows.filter((row) => row.present.length > 0);
  for (const row of there) {
    if (!matches(row)) continue;
    const failed = BOXES.filter((box) => filter[box].size > 0 && !row[box].some((key) => filter[box].has(key)));
    const ofRange = inRange(row);
    for (const box of ofRange ? BOXES : []) {
      if (!failed.every((other) => other === box)) continue;
      const count = counts.get(box);
      for (const key of row[box]) count.set(key, (count.get(key) ?? 0) + 1);
    }
    if (failed.length > 0) continue;
    if (row.similarity !== undefined) bars[Math.min(9, Math.floor(10 * row.similarity))] += 1;
    if (ofRange) selected.push(row);
  }
  for (const box of BOXES) showCounts(box, counts.get(box));
  showBars(bars);
  $("count").textContent = selected.length === there.length
    ? counted(there.length, "row")
    : `${number(selected.length)} of ${counted(there.length, "row")}`;
  // On paper it has to be said that this is not all.
  $("chosen").textContent = selected.length === there.length ? "" : $("count").textContent;
  $("range").textContent = filter.least === 0 && filter.most === 100 ? "all" : `${filter.least}–${filter.most} %`;
  list(folded(selected), keep);
  drawMap();
  tellAddress();
}

function showCounts(box, counts) {
  for (const label of $(box).querySelectorAll("label")) {
    const count = counts.get(label.key) ?? 0;
    label.querySelector(".n").textContent = number(count);
    label.querySelector("input").checked = filter[box].has(label.key);
    label.classList.toggle("none", count === 0 && !filter[box].has(label.key));
  }
}

function showBars(bars) {
  const most = Math.max(1, ...bars);
  [...$("histogram").children].forEach((bar, n) => {
    bar.style.height = `${bars[n] === 0 ? 0 : Math.max(4, (100 * bars[n]) / most)}%`;
    bar.title = `${10 * n}–${10 * n + 10} %: ${bars[n]} rows`;
    bar.classList.toggle("out", 10 * n + 10 <= filter.least || 10 * n > filter.most);
  });
}

function reset() {
  for (const box of BOXES) filter[box].clear();
  Object.assign(filter, { least: 0, most: 100 });
  view.pattern = "";
  $("search").value = "";
  $("least").value = 0;
  $("most").value = 100;
  apply();
}

// The boxes of a fieldset, each with how many rows it would show, and before that how often it is there in all.
function options(box, all) {
  for (const label of $(box).querySelectorAll("label")) label.remove();
  for (const { key, name, hint = "", sample = "", total } of all) {
    const input = element("input", { type: "checkbox", checked: filter[box].has(key) });
    input.addEventListener("change", () => {
      if (!filter[box].delete(key)) filter[box].add(key);
      apply();
    });
    const often = total === undefined ? [] : [element("span", { class: "all" }, number(total))];
    const label = element("label", { title: hint }, input, element("span", { class: sample }, ...visible(name)), ...often, element("span", { class: "n" }));
    label.key = key;
    $(box).append(label);
  }
}

// The boxes that depend on who is shown.
function showOptions() {
  const base = sigla[seen.base];
  const totals = totalsOf();
  const sample = (letter) => (isPair() || letter === "m" ? `d c-${letter}` : "");
  options("classes", CLASSES.map(([letter, name, hint]) => ({
    key: letter, name, hint: hint(base, isPair() ? sigla[otherOf(seen.base)] : ""), sample: sample(letter), total: totals.classes.get(letter) ?? 0,
  })));
  const hint = "said, and not the same";
  options("facts", FACTS.map((name) => ({ key: name, name, hint: name === CONTRADICTION ? hint : "", total: totals.facts.get(name) ?? 0 })));
  const found = new Set(rows.flatMap((row) => row.kinds));
  options("kinds", kinds().filter((kind) => isFew() || found.has(kind)).map((kind) => ({ key: kind, name: kind })));
}

// So few witnesses that all can be named.
const isFew = () => seen.shown.length < 6;

// How often differences and facts are there in all: as the terminal counts them while all is shown as it was compared.
function totalsOf() {
  const classes = new Map(Object.entries(head.counts.differences));
  if (seen.shown.length !== sides.length || seen.base !== head.base) {
    classes.clear();
    const count = (letter) => classes.set(letter, (classes.get(letter) ?? 0) + 1);
    for (const row of rows) {
      for (const pattern of row.links) {
        const { deepest, movers } = judge(pattern);
        if (deepest !== "e") count(deepest);
        if (movers.length > 0) count("m");
      }
    }
  }
  const facts = new Map();
  for (const row of rows) {
    for (const kind of row.told.flatMap((fact) => fact.kinds)) facts.set(kind, (facts.get(kind) ?? 0) + 1);
  }
  return { classes, facts };
}

$("histogram").append(...Array.from({ length: 10 }, () => element("i")));
for (const id of ["least", "most"]) {
  $(id).addEventListener("input", () => {
    filter[id] = Number($(id).value);
    if (filter.least > filter.most) {
      const other = id === "least" ? "most" : "least";
      filter[other] = filter[id];
      $(other).value = filter[id];
    }
    apply();
  });
}
let pause = 0;
$("search").addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    view.pattern = fold($("search").value.trim());
    apply();
  }, rows.length > KEEP_ALL ? 200 : 60);
});
$("reset").addEventListener("click", reset);
