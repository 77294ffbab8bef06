// The switches: which witnesses are shown, and which of them is the base.
const LAYOUTS = ["side", "apparatus", "inline"];
// Least width of a column of text, in pixels: some 36 characters.
const COLUMN = 270;
const MARGIN = 80;

const fits = () => seen.shown.length < 3 || ($("rows").clientWidth - MARGIN) / seen.shown.length >= COLUMN;
// Whether texts stand under each other: of two that is for the style alone to say.
const stacks = () => several && !fits();

// Shows these witnesses against this base; a base that is not shown gives way to the first that is.
function show(shown, base) {
  seen.shown = shown;
  seen.base = shown.includes(base) ? base : shown[0];
  stamp += 1;
  rows.forEach(assess);
  // Kinds and patterns that there are no more would hide all rows.
  const known = new Set(kinds());
  filter.kinds = new Set([...filter.kinds].filter((kind) => known.has(kind)));
  const inside = (key) => groupsIn(key).flat().every((w) => shown.includes(w));
  filter.agreements = new Set(shown.length > 2 ? [...filter.agreements].filter(inside) : []);
  chooseLayout();
  showSwitches();
  showSummary();
  showLegends();
  showOptions();
  apply();
}

// Side by side while there is room, as in the terminal; else the base and what others read otherwise.
function chooseLayout() {
  if (!view.chosen && several) view.layout = fits() ? "side" : "apparatus";
  if (view.layout === "apparatus" && isPair()) view.layout = "side";
  document.documentElement.dataset.layout = view.layout;
  document.documentElement.dataset.fit = stacks() ? "stack" : "columns";
  $("layout-button").setAttribute("aria-pressed", view.layout === "inline");
  $("apparatus-button").setAttribute("aria-pressed", view.layout === "apparatus");
  $("apparatus-button").hidden = seen.shown.length < 3;
  showNames();
}

function toggleWitness(w) {
  if (w >= sides.length) return;
  const shown = seen.shown.includes(w) ? seen.shown.filter((v) => v !== w) : [...seen.shown, w].sort((a, b) => a - b);
  if (shown.length > 0) show(shown, seen.base);
}

function nextBase() {
  show(seen.shown, seen.shown[(seen.shown.indexOf(seen.base) + 1) % seen.shown.length]);
}

function showSwitches() {
  for (const [w, button] of [...$("switches").children].entries()) {
    const on = seen.shown.includes(w);
    button.setAttribute("aria-pressed", on);
    // One has to stay.
    button.disabled = on && seen.shown.length === 1;
    button.classList.toggle("base", w === seen.base);
  }
  for (const option of $("base").options) option.disabled = !seen.shown.includes(Number(option.value));
  $("base").value = seen.base;
}

if (several) {
  $("witnesses").hidden = false;
  $("switches").append(...sides.map(({ siglum, path }, w) => {
    const button = element("button", { type: "button", title: harmless(path), "aria-pressed": true }, ...visible(siglum));
    button.addEventListener("click", () => toggleWitness(w));
    return button;
  }));
  $("base").append(...sides.map(({ siglum }, w) => element("option", { value: w }, ...visible(siglum))));
  $("base").addEventListener("change", () => show(seen.shown, Number($("base").value)));
}
