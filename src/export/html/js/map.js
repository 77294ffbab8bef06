// The map at the margin: a bar for each text, a ribbon for each row that both have; what is filtered out is faint.
const canvas = $("canvas");
const longestText = Math.max(1, ...sides.map((side) => side.length));
const SHADES = [0.3, 0.5, 0.7, 0.9];

function colour(name) {
  canvas.style.color = `var(--${name})`;
  return getComputedStyle(canvas).color;
}

// What the ribbons show, those that moved last: a row each, or rows that follow each other until they fill a pixel.
function ribbons(pixel) {
  const groups = [];
  const moves = [];
  let open = null;
  for (const row of rows) {
    const whole = row.t.every((text) => text !== "");
    if (!(row.kinds & 1)) {
      if (row.y.some(([start, end]) => end - start > pixel)) open = null;
      continue;
    }
    const listed = place.has(row.n) || foldOf.has(row.n);
    const moved = row.m !== undefined;
    const similarity = row.s ?? NaN;
    if (open !== null && whole && !moved && open.listed === listed && open.extents[0][1] - open.extents[0][0] < pixel) {
      open.extents.forEach((extent, w) => { extent[1] = Math.max(extent[1], row.y[w][1]); });
      open.similarity += similarity;
      open.count += 1;
      continue;
    }
    const extents = row.y.map((extent, w) => (row.t[w] === "" ? null : [...extent]));
    const group = { extents, similarity, count: 1, listed, moved };
    (moved ? moves : groups).push(group);
    open = whole && !moved ? group : null;
  }
  return [...groups, ...moves];
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
  const bar = 7;
  const y = (byte) => (byte / longestText) * height;
  const x = (w) => (sides.length === 1 ? 0 : (w * (width - bar)) / (sides.length - 1));
  pen.fillStyle = colour("stave");
  sides.forEach((side, w) => pen.fillRect(x(w), 0, bar, y(side.length)));
  const shades = ["r0", "r1", "r2", "r3", "r4"].map(colour);
  const [none, move] = [colour("faint"), colour("moved")];
  const ribbon = ({ extents }) => {
    let from = -1;
    extents.forEach((extent, w) => {
      if (extent === null) return;
      if (from >= 0) {
        const [x0, x1] = [x(from) + bar, x(w)];
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
      from = w;
    });
  };
  for (const group of ribbons(longestText / height)) {
    const share = group.similarity / group.count;
    pen.fillStyle = group.moved ? move : Number.isNaN(share) ? none : shades[SHADES.filter((s) => share >= s).length];
    pen.globalAlpha = group.listed ? 0.75 : 0.08;
    ribbon(group);
  }
  pen.globalAlpha = 1;
  showWindow();
}

// Marks the stretch of the first text that stands in the window.
function showWindow() {
  if (shown.length === 0 || blocks.length === 0) {
    $("window").hidden = true;
    return;
  }
  const edge = (y, last) => {
    const block = blocks[Math.min(blockBelow(y), blocks.length - 1)];
    const box = block.box.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (y - box.top) / Math.max(1, box.height)));
    let i = Math.min(block.to - 1, block.from + Math.floor(part * (block.to - block.from)));
    const of = (item) => item.rows?.at(-last) ?? item;
    while (i > 0 && of(shown[i]).t[0] === "") i -= 1;
    return (of(shown[i]).y[0][last] / longestText) * height;
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
  const w = Math.round(((event.clientX - box.left) / box.width) * (sides.length - 1));
  let best = null;
  let least = Infinity;
  for (const row of shown.flatMap((item) => item.rows ?? [item])) {
    if (row.t[w] === "") continue;
    const distance = Math.max(row.y[w][0] - byte, byte - row.y[w][1], 0);
    if (distance < least) [best, least] = [row, distance];
  }
  if (best !== null) location.hash = `r${best.n}`;
});
