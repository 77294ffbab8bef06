// One running text: the first witness that has the row, with the readings of the others where they differ.

// The same word, otherwise written: it is underlined, and what the others have is told where it is pointed at, and on paper.
const FAINT = "tcas";
// Another form of the word, or one of its family: what the others have stands behind it, small.
const FORM = "id";

// Nodes of what a witness has of a link.
function readingNodes(row, v, link, cell) {
  return placesOf(row, v, link).flatMap(({ start, end }, n) => [...(n > 0 ? [" … "] : []), ...plain(cell, start, end)]);
}

// Readings put in at a place of the base, with the spaces that they have where they come from. Behind words whose place they
// take there is always one.
function spaced(text, place, { made, first, last }, behind) {
  if (made.length === 0) return [];
  const before = place > 0 && !/\s/.test(text[place - 1]) && (behind || /\s/.test(first)) ? [" "] : [];
  const after = /[\p{L}\p{N}«(]/u.test(text[place] ?? "") && /\s/.test(last) ? [" "] : [];
  return [...before, ...made, ...after];
}

function inlineCell(row, base) {
  const cells = sides.map((_, v) => cellOf(row, v));
  const cell = cells[base];
  const others = row.present.filter((v) => v !== base);
  const data = (link, classes) => ({ class: `d ${classes}`, "data-link": link, "data-row": row.n, tabIndex: -1 });

  // What the others have in the place of `text`, an element each, and the characters around it there.
  function readings(link, text, classes) {
    const found = { made: [], first: "", last: "" };
    for (const v of others) {
      const other = reading(row, v, link);
      if (other === "" || other === text) continue;
      const siglum = !isPair() ? [element("sup", {}, ...visible(sigla[v]))] : [];
      found.made.push(element("ins", data(link, classes), said(`[${sigla[v]}: `), ...readingNodes(row, v, link, cells[v]), ...siglum, said("]")));
      const places = placesOf(row, v, link);
      if (found.made.length === 1) found.first = row.t[v][places[0].start - 1] ?? "";
      found.last = row.t[v][places.at(-1).end] ?? "";
    }
    return found;
  }

  // A stretch of the base, and behind the last of its link the readings of the others.
  function stretch({ start, end, link }) {
    const { letter, moved, classes } = markOf(row, link);
    const text = plain(cell, start, end);
    if (classes === "") return [element("span", { "data-link": link, "data-row": row.n }, ...text)];
    const own = reading(row, base, link);
    const found = readings(link, own, classes);
    const { made } = found;
    if (made.length === 0 && letter !== "o" && (moved || letter === "e")) {
      return [element("mark", data(link, classes), said("[moved: "), ...text, said("]"))];
    }
    const shared = letter === "e" || FORM.includes(letter) || FAINT.includes(letter) || ("pq".includes(letter) && made.length > 0);
    const tag = shared ? "mark" : "del";
    const nodes = [element(tag, data(link, classes), said(`[${sigla[base]}: `), ...text, said("]"))];
    if (placesOf(row, base, link).at(-1).end !== end) return nodes;
    const way = FORM.includes(letter) ? "small" : shared ? "hushed" : "";
    for (const ins of made) if (way !== "") ins.classList.add(way);
    return [...nodes, ...(way === "hushed" ? made : spaced(cell.text, end, found, true))];
  }

  const nodes = [];
  const linked = stretches(row, base);
  const own = new Set(linked.map((s) => s.link));
  let at = 0;
  let next = 0;
  const additions = (before) => {
    for (; next < before; next++) {
      const { classes } = markOf(row, next);
      if (own.has(next) || classes === "" || !leads(row, next, base)) continue;
      nodes.push(...spaced(cell.text, at, readings(next, "", classes), false));
    }
  };
  for (const one of linked) {
    if (one.end > cell.end) break;
    additions(one.link);
    nodes.push(...plain(cell, at, one.start), ...stretch(one));
    at = one.end;
  }
  nodes.push(...plain(cell, at, cell.end));
  if (cell.end === cell.text.length) additions(row.links.length);
  return close(row, cell, nodes);
}
