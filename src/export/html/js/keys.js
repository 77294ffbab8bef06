// Keys, buttons, links to rows, printing; then the start.
function setLayout(layout) {
  view.layout = layout;
  document.documentElement.dataset.layout = layout;
  $("layout-button").setAttribute("aria-pressed", layout === "inline");
  showNames();
  list(shown);
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

const moved = (row) => row.m !== undefined;
const quoted = (row) => row.q !== undefined;
const differing = (row) => row.f !== undefined;
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
  ["i", "side by side, or inline", () => setLayout(view.layout === "side" ? "inline" : "side")],
  ["v", "few marks: not what merely follows another difference; or all", () => setFew(!view.few)],
  ["u", "fold what is unchanged, or show it", () => setFolds(!view.folds)],
  ["f", "filters", toggleFilters],
  ["g", "first row", () => { if (shown.length > 0) go(shown[0].n); }],
  ["G", "last row", () => { if (shown.length > 0) go(shown[shown.length - 1].n); }],
  ["Escape", "leave the search; show all rows", () => reset()],
];
const ACTIONS = new Map(KEYS.map(([key, , action]) => [key, action]));

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
  const control = target instanceof Element && target.closest("button, a, input");
  if (control && ["Enter", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
  const action = ACTIONS.get(event.key);
  if (action === undefined) return;
  event.preventDefault();
  action();
});

$("filters-button").addEventListener("click", toggleFilters);
$("layout-button").addEventListener("click", () => setLayout(view.layout === "side" ? "inline" : "side"));
$("marks-button").setAttribute("aria-pressed", view.few);
$("marks-button").addEventListener("click", () => setFew(!view.few));
$("fold-button").addEventListener("click", () => setFolds(!view.folds));
$("theme-button").addEventListener("click", nextTheme);
$("help-button").addEventListener("click", () => $("help").showModal());
for (const [key, what] of KEYS) {
  const shownKey = { ArrowRight: "→", ArrowLeft: "←", Escape: "Esc" }[key] ?? key;
  $("keys").append(element("dt", {}, element("kbd", {}, shownKey)), element("dd", {}, what));
}
function followHash() {
  const n = /^#r(\d+)$/.exec(location.hash);
  if (n) go(Number(n[1]));
}

addEventListener("scroll", () => {
  if (lit !== null && (held || lit === document.activeElement)) placeTip();
  else light(null);
  refresh();
}, { passive: true });
addEventListener("resize", () => {
  refresh();
  drawMap();
});
addEventListener("hashchange", followHash);
addEventListener("beforeprint", fillAll);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawMap);

// What sticks below the bar needs its height, which grows where its buttons do not fit.
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${$("bar").offsetHeight}px`)).observe($("bar"));

document.documentElement.dataset.layout = "side";
showNames();
if (innerWidth >= 1100) toggleFilters();
// Where nothing differs that is the answer, and the text is there for who asks for it.
view.folds = same() !== "";
$("fold-button").setAttribute("aria-pressed", view.folds);
apply(null);
followHash();
