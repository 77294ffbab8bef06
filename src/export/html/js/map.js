// The map at the margin: a bar for each text, a ribbon for each row that several have; what is filtered out is faint. Of more than
// two texts the bars have the heat: how far each stands from the others there.
const canvas = $("canvas");
const longestText = Math.max(1, ...sides.map((side) => side.length));
const SHADES = [0.3, 0.5, 0.7, 0.9];
const shadeOf = (share) => SHADES.filter((s) => share >= s).length;
// Texts above which ribbons would hide more than they show, and the widths of bars, in pixels.
const MOST_RIBBONS = 4;
const BAR = 7;
const WIDE_BAR = 14;

function colour(name) {
  canvas.style.color = `var(--${name})`;
  return getComputedStyle(canvas).color;
}

const isListed = (row) => place.has(row.n) || foldOf.has(row.n);

// What the ribbons show, those that moved last: a row each, or rows that follow each other until they fill a pixel.
function ribbons(pixel) {
  const groups = [];
  const moves = [];
  let open = null;
  const extentsOf = (row) => seen.shown.map((w) => (row.t[w] === "" ? null : [...row.y[w]]));
  for (const row of rows) {
    const whole = row.present.length === seen.shown.length;
    if (row.present.length < 2) {
      if (row.present.some((w) => row.y[w][1] - row.y[w][0] > pixel)) open = null;
      continue;
    }
    const listed = isListed(row);
    const moved = row.moves.length > 0;
    const similarity = row.similarity ?? NaN;
    if (open !== null && whole && !moved && open.listed === listed && open.extents[0][1] - open.extents[0][0] < pixel) {
      open.extents.forEach((extent, n) => { extent[1] = Math.max(extent[1], row.y[seen.shown[n]][1]); });
      open.similarity += similarity;
      open.count += 1;
      continue;
    }
    const group = { extents: extentsOf(row), similarity, count: 1, listed, moved };
    (moved ? moves : groups).push(group);
    open = whole && !moved ? group : null;
  }
  return [...groups, ...moves];
}

// For each text, pixel by pixel, how alike it is to the others there, and whether it is listed; nothing where no row is compared.
function heat(height) {
  const bars = seen.shown.map(() => Array.from({ length: Math.ceil(height) }, () => ({ sum: 0, weight: 0, listed: false })));
  // Others are those with which it is compared and has a row; a text that is compared with none has no heat.
  const among = (holds) => seen.shown.map((w) => seen.shown.filter((v) => v !== w && holds(v, w)).length);
  const others = among((v, w) => !several || head.between.similarity[v][w] !== null);
  const alone = among((v, w) => compares(v, w) && sides[v].coverage !== null).map((n) => n === 0);
  for (const row of rows) {
    if (row.z !== undefined && row.present.length < 2) continue;
    const alike = new Map(row.present.map((w) => [w, 0]));
    for (const [v, w, share] of pairsOf(row)) {
      if (share === null || !alike.has(v) || !alike.has(w)) continue;
      alike.set(v, alike.get(v) + share);
      alike.set(w, alike.get(w) + share);
    }
    const listed = isListed(row);
    seen.shown.forEach((w, n) => {
      if (!alike.has(w) || (others[n] === 0 && alone[n])) return;
      const [from, to] = row.y[w].map((byte) => (byte / longestText) * height);
      for (let y = Math.floor(from); y < to && y < bars[n].length; y++) {
        const weight = Math.min(to, y + 1) - Math.max(from, y);
        bars[n][y].sum += (weight * alike.get(w)) / Math.max(1, others[n]);
        bars[n][y].weight += weight;
        bars[n][y].listed ||= listed;
      }
    });
  }
  return bars;
}

// Draws soon, and once however often it is asked: the rows come first.
let drawing = 0;
function drawMap() {
  clearTimeout(drawing);
  drawing = setTimeout(drawNow, 30);
}

function drawNow() {
  const [width, height] = [$("map").clientWidth, $("map").clientHeight];
  if (width === 0 || height === 0) return;
  const ratio = devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  const count = seen.shown.length;
  const withRibbons = count <= MOST_RIBBONS;
  const bar = count < 3 ? BAR : withRibbons ? Math.min(WIDE_BAR, (width / count) * 0.5) : width / count - (width > 4 * count ? 1 : 0);
  const y = (byte) => (byte / longestText) * height;
  const x = (n) => (count === 1 ? 0 : (n * (width - bar)) / (count - 1));
  pen.fillStyle = colour("stave");
  seen.shown.forEach((w, n) => pen.fillRect(x(n), 0, bar, y(sides[w].length)));
  const shades = ["r0", "r1", "r2", "r3", "r4"].map(colour);
  const [none, move] = [colour("faint"), colour("moved")];
  const ribbon = ({ extents }) => {
    let from = -1;
    extents.forEach((extent, n) => {
      if (extent === null) return;
      if (from >= 0) {
        const [x0, x1] = [x(from) + bar, x(n)];
        const middle = (x0 + x1) / 2;
        const [a0, b0] = [y(extents[from][0]), y(extent[0])];
        const [a1, b1] = [Math.max(a0 + 0.4, y(extents[from][1])), Math.max(b0 + 0.4, y(extent[1]))];
        pen.beginPath();
        pen.moveTo(x0, a0);
        pen.bezierCurveTo(middle, a0, middle, b0, x1, b0);
        pen.lineTo(x1, b1);
        pen.bezierCurveTo(middle, b1, middle, a1, x0, a1);
        pen.fill();
      }
      from = n;
    });
  };
  for (const group of withRibbons ? ribbons(longestText / height) : []) {
    const share = group.similarity / group.count;
    pen.fillStyle = group.moved ? move : Number.isNaN(share) ? none : shades[shadeOf(share)];
    pen.globalAlpha = group.listed ? 0.75 : 0.08;
    ribbon(group);
  }
  (count < 3 ? [] : heat(height)).forEach((cells, n) => {
    cells.forEach(({ sum, weight, listed }, top) => {
      if (weight === 0) return;
      pen.fillStyle = shades[shadeOf(sum / weight)];
      pen.globalAlpha = listed ? 1 : 0.15;
      pen.fillRect(x(n), top, bar, 1);
    });
  });
  pen.globalAlpha = 1;
  showWindow();
}

// Marks the stretch of the text whose order the rows follow, or of the base, that stands in the window.
function showWindow() {
  if (shown.length === 0 || blocks.length === 0) {
    $("window").hidden = true;
    return;
  }
  const w = seen.shown.includes(head.base) ? head.base : seen.base;
  const edge = (y, last) => {
    const block = blocks[Math.min(blockBelow(y), blocks.length - 1)];
    const box = block.box.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (y - box.top) / Math.max(1, box.height)));
    let i = Math.min(block.to - 1, block.from + Math.floor(part * (block.to - block.from)));
    const of = (item) => item.rows?.at(-last) ?? item;
    while (i > 0 && of(shown[i]).t[w] === "") i -= 1;
    return (of(shown[i]).y[w][last] / longestText) * height;
  };
  const height = $("map").clientHeight;
  const least = 6;
  const top = Math.min(edge(barHeight(), 0), height - least);
  const end = Math.min(height, Math.max(top + least, edge(innerHeight, 1)));
  $("window").hidden = false;
  $("window").style.top = `${top}px`;
  $("window").style.height = `${end - top}px`;
}

$("map").addEventListener("click", (event) => {
  const box = $("map").getBoundingClientRect();
  const byte = ((event.clientY - box.top) / box.height) * longestText;
  const w = seen.shown[Math.round(((event.clientX - box.left) / box.width) * (seen.shown.length - 1))];
  let best = null;
  let least = Infinity;
  for (const row of shown.flatMap((item) => item.rows ?? [item])) {
    if (row.t[w] === "") continue;
    const distance = Math.max(row.y[w][0] - byte, byte - row.y[w][1], 0);
    if (distance < least) [best, least] = [row, distance];
  }
  if (best !== null) goTo(best.n);
});
