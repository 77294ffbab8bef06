// Keys, buttons, links to rows, printing; then the start.
function setLayout(layout) {
  view.layout = view.layout === layout ? "side" : layout;
  view.chosen = true;
  chooseLayout();
  list(shown);
  tellAddress();
}

// Folds runs of rows in which nothing differs, or shows them all.
function setFolds(folds) {
  view.folds = folds;
  unfolded.clear();
  $("fold-button").setAttribute("aria-pressed", folds);
  apply();
}

// Marks what a reader of a free rendering looks for, or all that differs.
function setFew(few) {
  view.few = few;
  $("marks-button").setAttribute("aria-pressed", few);
  list(shown);
}

const THEMES = ["system", "light", "dark"];
function nextTheme() {
  const root = document.documentElement;
  const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
  root.dataset.theme = next;
  $("theme-button").textContent = `Theme: ${next}`;
  drawMap();
}

function toggleFilters() {
  const open = document.documentElement.dataset.filters !== "open";
  document.documentElement.dataset.filters = open ? "open" : "shut";
  $("filters-button").setAttribute("aria-expanded", open);
  drawMap();
}

const moved = (row) => row.moves.length > 0;
const quoted = (row) => row.kinds.includes("quotation");
const differing = (row) => row.told.length > 0;
const KEYS = [
  ["j", "next row", () => step(1)],
  ["k", "row before", () => step(-1)],
  ["/", "search", () => $("search").focus()],
  ["?", "this help", () => $("help").showModal()],
  ["ArrowRight", "next word that differs, in this row", () => stepWord(1)],
  ["ArrowLeft", "word before", () => stepWord(-1)],
  ["m", "next row that moved", () => step(1, moved)],
  ["M", "moved row before", () => step(-1, moved)],
  ["q", "next quotation", () => step(1, quoted)],
  ["Q", "quotation before", () => step(-1, quoted)],
  ["n", "next row with a fact that differs", () => step(1, differing)],
  ["N", "such a row before", () => step(-1, differing)],
  ["Enter", "go where the row's first note points", () => $(`r${current}`)?.querySelector(".jump")?.click()],
  ["c", "copy the row", () => { if (current !== null) copy(current); }],
  ["i", "side by side, or inline", () => setLayout("inline")],
  ...(several ? [
    ["a", "side by side, or base and apparatus", () => setLayout("apparatus")],
    ["b", "the next witness as base", nextBase],
    ["1", "the first witness shown, or not; so to 9", () => toggleWitness(0)],
  ] : []),
  ["v", "few marks: not what merely follows another difference; or all", () => setFew(!view.few)],
  ["u", "fold what is unchanged, or show it", () => setFolds(!view.folds)],
  ["f", "filters", toggleFilters],
  ["g", "first row", () => { if (shown.length > 0) go(shown[0].n); }],
  ["G", "last row", () => { if (shown.length > 0) go(shown[shown.length - 1].n); }],
  ["Escape", "leave the search; show all rows", () => reset()],
];
const ACTIONS = new Map(KEYS.map(([key, , action]) => [key, action]));
for (let w = 1; several && w < 9; w++) ACTIONS.set(`${w + 1}`, () => toggleWitness(w));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  const target = event.target;
  if (target === $("search")) {
    if (event.key === "Enter" || event.key === "Escape") {
      if (event.key === "Escape") reset();
      target.blur();
      event.preventDefault();
    }
    return;
  }
  const control = target instanceof Element && target.closest("button, a, input, select, summary");
  if (control && (control.tagName === "SELECT" || ["Enter", "ArrowLeft", "ArrowRight"].includes(event.key))) return;
  const action = ACTIONS.get(event.key);
  if (action === undefined) return;
  event.preventDefault();
  action();
});

$("filters-button").addEventListener("click", toggleFilters);
$("layout-button").addEventListener("click", () => setLayout("inline"));
$("apparatus-button").addEventListener("click", () => setLayout("apparatus"));
$("marks-button").setAttribute("aria-pressed", view.few);
$("marks-button").addEventListener("click", () => setFew(!view.few));
$("fold-button").addEventListener("click", () => setFolds(!view.folds));
$("theme-button").addEventListener("click", nextTheme);
$("help-button").addEventListener("click", () => $("help").showModal());
for (const [key, what] of KEYS) {
  const shownKey = { ArrowRight: "→", ArrowLeft: "←", Escape: "Esc" }[key] ?? key;
  $("keys").append(element("dt", {}, element("kbd", {}, shownKey)), element("dd", {}, what));
}
addEventListener("scroll", () => {
  if (lit !== null && (held || lit === document.activeElement)) placeTip();
  else light(null);
  refresh();
}, { passive: true });
let width = innerWidth;
addEventListener("resize", () => {
  // What fits beside each other depends on the width.
  if (several && width !== innerWidth) {
    chooseLayout();
    list(shown);
  } else refresh();
  width = innerWidth;
  drawMap();
});
addEventListener("hashchange", followAddress);
addEventListener("beforeprint", fillAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawMap);

// What sticks below the bar needs its height, which grows where its buttons do not fit.
const measureBar = () => document.documentElement.style.setProperty("--bar", `${$("bar").offsetHeight}px`);
new ResizeObserver(measureBar).observe($("bar"));

if (innerWidth >= 1100) toggleFilters();
show(seen.shown, seen.base);
measureBar();
// Where nothing differs that is the answer, and the text is there for who asks for it.
view.folds = same() !== "";
$("fold-button").setAttribute("aria-pressed", view.folds);
if (view.folds) apply(null);
followAddress();
isOpen = true;
