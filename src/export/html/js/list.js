// The rows near the window. They stand in blocks; a block far away is an empty box of its height.
const PER_BLOCK = 25;
// Up to this many rows all of them stay in the page, where the browser's own search finds them.
const KEEP_ALL = 2000;
// How far beyond the window blocks are filled, in pixels.
const AHEAD = 1500;

let shown = rows;
let blocks = [];
let current = null;
let place = new Map();
// For each row that is folded its fold, and the folds that were opened.
let foldOf = new Map();
const unfolded = new Set();

function estimate(from, to) {
  const beside = view.layout === "side" && innerWidth > 700 && !stacks();
  const width = Math.max(20, $("rows").clientWidth / (beside ? seen.shown.length : 1) / 8.2);
  let height = 0;
  for (let i = from; i < to; i++) {
    if (shown[i].rows) {
      height += 44;
      continue;
    }
    const lines = shown[i].present.map((w) => Math.max(1, Math.ceil(Math.min(shown[i].t[w].length, LONGEST / 2) / width)));
    height += 26 * (stacks() && view.layout === "side" ? lines.reduce((sum, n) => sum + n, 0) : Math.max(...lines)) + 22;
  }
  return height;
}

// Lists rows and folds anew; the row at the top of the window stays there if it still is in the list.
function list(selected, keep) {
  const top = keep !== undefined ? keep : scrollY > 0 ? rowAtTop() : null;
  shown = selected;
  place = new Map(shown.map((row, i) => [row.n, i]));
  foldOf = new Map(shown.flatMap((item) => (item.rows ?? []).map((row) => [row.n, item])));
  blocks = [];
  for (let from = 0; from < shown.length; from += PER_BLOCK) {
    const to = Math.min(from + PER_BLOCK, shown.length);
    const box = element("div", { class: "block" });
    box.style.height = `${estimate(from, to)}px`;
    blocks.push({ box, from, to, filled: false });
  }
  $("rows").replaceChildren(...blocks.map((b) => b.box));
  $("nothing").hidden = shown.length > 0;
  const at = foldOf.get(top)?.n ?? top;
  if (top !== null && place.has(at)) scrollTo_(at);
  refresh();
  if (rows.length <= KEEP_ALL) requestIdleCallback(fillRest);
}

function fill(block) {
  if (block.filled) return;
  const made = [];
  for (let i = block.from; i < block.to; i++) made.push(shown[i].rows ? foldBox(shown[i]) : article(shown[i], i, shown.length));
  block.box.replaceChildren(...made);
  block.box.style.height = "";
  block.filled = true;
}

function empty(block) {
  if (block.box.contains(document.activeElement)) return;
  block.box.style.height = `${block.box.offsetHeight}px`;
  block.box.replaceChildren();
  block.filled = false;
}

function fillRest(deadline) {
  for (const block of blocks) {
    if (block.filled) continue;
    if (deadline.timeRemaining() < 4) {
      requestIdleCallback(fillRest);
      return;
    }
    fill(block);
  }
}

function fillAll() {
  blocks.forEach(fill);
}

// The first block that ends below a height of the window.
function blockBelow(y) {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].box.getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

// Fills what is near, empties what is far.
function refresh() {
  const first = blockBelow(-AHEAD);
  let last = first;
  while (last < blocks.length && blocks[last].box.getBoundingClientRect().top < innerHeight + AHEAD) fill(blocks[last++]);
  if (rows.length > KEEP_ALL) {
    blocks.forEach((block, n) => { if (block.filled && (n < first - 4 || n > last + 4)) empty(block); });
  }
  showWindow();
}

const barHeight = () => $("bar").offsetHeight + $("names").offsetHeight;

// The number of the first row that ends below the bar.
function rowAtTop() {
  const block = blocks[blockBelow(barHeight() + 8)];
  if (block === undefined || !block.filled) return null;
  const found = [...block.box.children].find((a) => a.getBoundingClientRect().bottom > barHeight() + 8);
  return found ? Number(found.id.slice(1)) : null;
}

function scrollTo_(n) {
  const at = Math.floor(place.get(n) / PER_BLOCK);
  // What stands around it gets its height first.
  for (let i = Math.max(0, at - 2); i <= Math.min(at + 2, blocks.length - 1); i++) fill(blocks[i]);
  $(`r${n}`).scrollIntoView({ block: "start" });
}

function setCurrent(n) {
  document.querySelector(".row.current")?.classList.remove("current");
  current = n;
  $(`r${n}`)?.classList.add("current");
}

// Shows the rows of a fold.
function unfold(n) {
  unfolded.add(n);
  apply(n);
}

// Goes to a row; a fold that holds it is opened, filters that hide it are taken off.
function go(n) {
  if (!byNumber.has(n)) return;
  if (foldOf.has(n)) unfold(foldOf.get(n).n);
  if (!place.has(n)) reset();
  if (foldOf.has(n)) unfold(foldOf.get(n).n);
  scrollTo_(n);
  refresh();
  scrollTo_(n);
  setCurrent(n);
  $(`r${n}`).focus({ preventScroll: true });
}

// The place of the row that keys start from: the current one while it can be seen.
function here() {
  const box = current !== null && place.has(current) ? $(`r${current}`)?.getBoundingClientRect() : undefined;
  if (box && box.bottom > 0 && box.top < innerHeight) return place.get(current);
  const top = rowAtTop();
  return top === null ? -1 : place.get(top) - 1;
}

// The next row of the list, or the one before, for which `fits` holds.
function step(by, fits = () => true) {
  for (let i = here() + by; i >= 0 && i < shown.length; i += by) {
    if (!shown[i].rows && fits(shown[i])) {
      go(shown[i].n);
      return;
    }
  }
}
