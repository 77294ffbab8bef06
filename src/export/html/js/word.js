// Words: pointing at one, touching or focusing it shows its partner and what kind of difference it is.
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
  const { letter, moved } = linkOf(row, link);
  const title = element("b", {}, [CLASS_NAME.get(letter), moved ? "moved" : ""].filter((s) => s !== "").join(", "));
  const lines = sigla.map((siglum, w) => {
    const text = reading(row, w, link);
    return element("div", {}, element("i", {}, ...visible(siglum)), " ", ...(text === "" ? ["—"] : visible(text.length > 200 ? `${text.slice(0, 200)}…` : text)));
  });
  const facts = new Set(sigla.flatMap((_, w) => factsOf(row, w, link)));
  lines.push(...[...facts].map((what) => element("div", {}, "⚑ ", ...visible(what))));
  tip.replaceChildren(title, ...lines);
  placeTip();
}

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
  const text = [row.n, ...row.t.map((t) => t.replace(/[\t\r\n]+/g, " "))].join("\t");
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
