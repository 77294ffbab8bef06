// Words: pointing at one, touching or focusing it shows what others have in its place and what kind of difference it is.
let lit = null;

function light(target) {
  if (target === lit) return;
  document.querySelectorAll(".lit").forEach((e) => e.classList.remove("lit"));
  lit = target;
  const tip = $("tip");
  tip.hidden = target === null;
  if (target === null) return;
  const [n, link] = [Number(target.dataset.row), Number(target.dataset.link)];
  $(`r${n}`).querySelectorAll(`[data-link="${link}"]`).forEach((e) => e.classList.add("lit"));
  const row = byNumber.get(n);
  const { title, lines } = isPair() || row.present.length < 2 ? tellPair(row, link) : tellReadings(row, link);
  const facts = new Set(seen.shown.flatMap((w) => factsOf(row, w, link)));
  lines.push(...[...facts].map((what) => element("div", {}, "⚑ ", ...visible(what))));
  tip.replaceChildren(title, ...lines);
  placeTip();
}

const shortened = (text) => (text === "" ? ["—"] : visible(text.length > 200 ? `${text.slice(0, 200)}…` : text));
const titleOf = (...parts) => element("b", {}, parts.filter((part) => part !== "").join(", "));

// What each of two has of a link, and how that differs.
function tellPair(row, link) {
  const { letter, moved } = markOf(row, link);
  const lines = seen.shown.map((w) => element("div", {}, siglumIn([w]), " ", ...shortened(reading(row, w, link))));
  return { title: titleOf(CLASS_NAME.get(letter), moved ? "moved" : ""), lines };
}

// What all have of a link, those together that have the same words: `sans forme: A D · désolation: B`; what those have that are not
// shown behind them.
function tellReadings(row, link) {
  const pattern = row.links[link];
  const { key, movers } = judge(pattern);
  const line = (who, faint) => Map.groupBy(who, (w) => reading(row, w, link)).entries().map(([text, group]) => {
    const letter = pattern.g[seen.base] < 0 ? "e" : letterBetween(pattern, seen.base, group[0]);
    const name = group.includes(seen.base) || letter === "e" ? "" : CLASS_NAME.get(letter);
    return element("div", { class: faint ? "faint" : "" }, siglumIn(group), " ", ...shortened(text), " ", element("small", {}, name));
  });
  const order = [...row.present].sort((v, w) => (w === seen.base) - (v === seen.base) || v - w);
  const hidden = sides.map((_, w) => w).filter((w) => !seen.shown.includes(w) && row.t[w] !== "");
  const moved = movers.length > 0 ? `moved in ${named(movers)}` : "";
  return { title: titleOf(key === "" ? "the same" : nameOf(key), moved), lines: [...line(order, false), ...line(hidden, true)] };
}

const siglumIn = (who) => element("i", {}, ...visible(named(who)));

// Above the word, or below where there is no room.
function placeTip() {
  const tip = $("tip");
  const word = lit.getClientRects()[0] ?? lit.getBoundingClientRect();
  const box = tip.getBoundingClientRect();
  const above = word.top - box.height - 8;
  tip.style.left = `${Math.max(4, Math.min(word.left, innerWidth - box.width - 8))}px`;
  tip.style.top = `${above > barHeight() ? above : word.bottom + 8}px`;
}

const wordAt = (event) => (event.target instanceof Element ? event.target.closest("[data-link]") : null);
// A word that was touched or clicked stays lit until something else is.
let held = false;
$("rows").addEventListener("pointerover", (event) => {
  if (!held && event.pointerType !== "touch") light(wordAt(event));
});
$("rows").addEventListener("pointerleave", () => { if (!held) light(null); });
document.addEventListener("click", (event) => {
  const found = wordAt(event);
  held = found !== null && getSelection().isCollapsed;
  light(held ? found : null);
  const article = event.target instanceof Element ? event.target.closest(".row") : null;
  if (article) setCurrent(Number(article.id.slice(1)));
});
$("rows").addEventListener("focusin", (event) => {
  const found = wordAt(event);
  if (found) light(found);
});
$("rows").addEventListener("focusout", () => { if (!held) light(null); });

// The next word of the current row that differs.
function stepWord(by) {
  if (current === null) step(1);
  const words = [...($(`r${current}`)?.querySelectorAll(".d") ?? [])];
  if (words.length === 0) return;
  const at = words.indexOf(document.activeElement);
  const next = at === -1 ? (by > 0 ? 0 : words.length - 1) : (at + by + words.length) % words.length;
  words[next].focus();
}

// A row as a line of a table: number, then a text a column.
async function copy(n) {
  const row = byNumber.get(n);
  const text = [row.n, ...seen.shown.map((w) => row.t[w].replace(/[\t\r\n]+/g, " "))].join("\t");
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers refuse the clipboard to pages from a file, but not the old way.
    const area = element("textarea", { value: text });
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  $("count").textContent = done ? `row ${n} copied` : `row ${n} could not be copied`;
}

$("rows").addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (button?.dataset.copy) copy(Number(button.dataset.copy));
  if (button?.dataset.unfold) unfold(Number(button.dataset.unfold));
  if (button?.dataset.open) {
    opened.add(Number(button.dataset.open));
    list(shown);
  }
});
