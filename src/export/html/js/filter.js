// Which rows are shown. Each option says how many rows it would show, given the other filters.
const ALL = { classes: 0, facts: 0, kinds: 0, least: 0, most: 100 };
const filter = { ...ALL };
// The filters by boxes: which fieldset, and what of a row they look at.
const BOXES = ["classes", "facts", "kinds"];

const defaultMarks = CLASSES.map(([letter]) => letter).filter((letter) => !head.quiet.includes(letter));

function matches(row) {
  if (view.pattern === "") return true;
  row.folded ??= fold(row.t.join("\n"));
  return row.folded.includes(view.pattern);
}

function inRange(row) {
  if (filter.least === 0 && filter.most === 100) return true;
  if (row.s === undefined) return false;
  const s = Math.round(100 * row.s);
  return filter.least <= s && s <= filter.most;
}

// Whether nothing of a row would be missed: the texts have it at one place, and nothing in it is marked.
function isUnchanged(row) {
  const marked = CLASSES.reduce((bits, [letter], n) => (view.marked.has(letter) ? bits | (1 << n) : bits), 0);
  return row.kinds === 1 && row.facts === 0 && (row.classes & marked) === 0;
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

// Applies the filters: list, counts, histogram.
function apply(keep) {
  const counts = { classes: CLASSES.map(() => 0), facts: FACTS.map(() => 0), kinds: KINDS.map(() => 0) };
  const bars = Array(10).fill(0);
  const selected = [];
  for (const row of rows) {
    if (!matches(row)) continue;
    const failed = BOXES.filter((box) => filter[box] !== 0 && (row[box] & filter[box]) === 0);
    const ofRange = inRange(row);
    for (const box of ofRange ? BOXES : []) {
      if (failed.every((other) => other === box)) counts[box].forEach((_, n) => { if (row[box] & (1 << n)) counts[box][n] += 1; });
    }
    if (failed.length > 0) continue;
    if (row.s !== undefined) bars[Math.min(9, Math.floor(10 * row.s))] += 1;
    if (ofRange) selected.push(row);
  }
  // Only what is asked for is marked.
  view.marked = new Set(
    filter.classes === 0 ? defaultMarks : CLASSES.filter((_, n) => filter.classes & (1 << n)).map(([letter]) => letter),
  );
  for (const box of BOXES) showCounts(box, counts[box], filter[box]);
  showBars(bars);
  $("count").textContent = selected.length === rows.length
    ? counted(rows.length, "row")
    : `${number(selected.length)} of ${counted(rows.length, "row")}`;
  // On paper it has to be said that this is not all.
  $("chosen").textContent = selected.length === rows.length ? "" : $("count").textContent;
  $("range").textContent = filter.least === 0 && filter.most === 100 ? "all" : `${filter.least}–${filter.most} %`;
  list(folded(selected), keep);
  drawMap();
}

function showCounts(id, counts, chosen) {
  [...$(id).querySelectorAll("label")].forEach((label, n) => {
    label.querySelector(".n").textContent = number(counts[n]);
    label.classList.toggle("none", counts[n] === 0 && !(chosen & (1 << n)));
  });
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
  Object.assign(filter, ALL);
  view.pattern = "";
  $("search").value = "";
  $("least").value = 0;
  $("most").value = 100;
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) box.checked = false;
  apply();
}

// The boxes of a fieldset, each with how many rows it would show, and before that how often it is there in all.
function options(id, boxes) {
  boxes.forEach(({ name, hint = "", sample = "", total }, n) => {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      filter[id] ^= 1 << n;
      apply();
    });
    const text = element("span", { class: sample }, ...visible(name));
    const all = total === undefined ? [] : [element("span", { class: "all" }, number(total))];
    $(id).append(element("label", { title: hint }, box, text, ...all, element("span", { class: "n" })));
  });
}

const contradictions = rows.reduce((sum, row) => sum + (row.f ?? []).filter(FACTS[0][2]).length, 0);
options("classes", CLASSES.map(([letter, name, hint]) => ({ name, hint, sample: `d c-${letter}`, total: head.counts.differences[letter] ?? 0 })));
options("facts", FACTS.map(([name, hint], n) => ({ name, hint, total: n === 0 ? contradictions : head.counts.facts[n - 1] })));
options("kinds", KINDS.map(([name]) => ({ name })));
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
