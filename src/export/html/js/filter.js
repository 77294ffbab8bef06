// Which rows are shown. Each option says how many rows it would show, given the other filters.
const filter = { classes: 0, kinds: 0, least: 0, most: 100 };

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

// Applies the filters: list, counts, histogram.
function apply(keep) {
  const classCounts = CLASSES.map(() => 0);
  const kindCounts = KINDS.map(() => 0);
  const bars = Array(10).fill(0);
  const selected = [];
  for (const row of rows) {
    if (!matches(row)) continue;
    const ofClass = filter.classes === 0 || (row.classes & filter.classes) !== 0;
    const ofKind = filter.kinds === 0 || (row.kinds & filter.kinds) !== 0;
    const ofRange = inRange(row);
    if (ofKind && ofRange) classCounts.forEach((_, n) => { if (row.classes & (1 << n)) classCounts[n] += 1; });
    if (ofClass && ofRange) kindCounts.forEach((_, n) => { if (row.kinds & (1 << n)) kindCounts[n] += 1; });
    if (ofClass && ofKind && row.s !== undefined) bars[Math.min(9, Math.floor(10 * row.s))] += 1;
    if (ofClass && ofKind && ofRange) selected.push(row);
  }
  // Only what is asked for is marked.
  view.marked = new Set(
    filter.classes === 0 ? defaultMarks : CLASSES.filter((_, n) => filter.classes & (1 << n)).map(([letter]) => letter),
  );
  showCounts("classes", classCounts, filter.classes);
  showCounts("kinds", kindCounts, filter.kinds);
  showBars(bars);
  const count = (n) => n.toLocaleString("en");
  $("count").textContent = selected.length === rows.length
    ? `${count(rows.length)} row${rows.length === 1 ? "" : "s"}`
    : `${count(selected.length)} of ${count(rows.length)} rows`;
  $("range").textContent = filter.least === 0 && filter.most === 100 ? "all" : `${filter.least}–${filter.most} %`;
  list(selected, keep);
  drawMap();
}

function showCounts(id, counts, chosen) {
  [...$(id).querySelectorAll("label")].forEach((label, n) => {
    label.querySelector(".n").textContent = counts[n].toLocaleString("en");
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
  Object.assign(filter, { classes: 0, kinds: 0, least: 0, most: 100 });
  view.pattern = "";
  $("search").value = "";
  $("least").value = 0;
  $("most").value = 100;
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) box.checked = false;
  apply();
}

function options(id, names, key) {
  names.forEach(([name, hint, sample], n) => {
    const box = element("input", { type: "checkbox" });
    box.addEventListener("change", () => {
      filter[key] ^= 1 << n;
      apply();
    });
    const text = element("span", { class: sample ? `d ${sample}` : "" }, name);
    $(id).append(element("label", { title: hint }, box, text, element("span", { class: "n" })));
  });
}

options("classes", CLASSES.map(([letter, name, hint]) => [name, hint, `c-${letter}`]), "classes");
options("kinds", KINDS.map(([name]) => [name, "", ""]), "kinds");
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
