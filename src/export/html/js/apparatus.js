// The text of the base, and under it what others read otherwise, as critical editions print it:
// `sans forme] désolation B · informe C D`.

// The places of a row where others read otherwise, in the order of the base: links side by side where the same read the same.
function entriesOf(row, base) {
  const entries = [];
  const add = (entry) => {
    const last = entries.at(-1);
    const goesOn = last !== undefined && last.key === entry.key && last.from !== undefined && entry.from !== undefined
      && !/[\p{L}\p{N}]/u.test(row.t[base].slice(last.to, entry.from));
    const adds = last !== undefined && last.key === entry.key && entry.from === undefined && last.to === entry.to;
    if (goesOn || adds) Object.assign(last, { links: [...last.links, ...entry.links], to: entry.to });
    else entries.push(entry);
  };
  const entry = (link, from, to) => {
    const { classes } = markOf(row, link);
    const judged = judge(row.links[link]);
    const groups = judged.forms;
    if (classes !== "") add({ links: [link], from, to, groups, movers: judged.movers, key: JSON.stringify([groups, judged.movers]) });
  };
  const linked = stretches(row, base);
  const own = new Set(linked.map((stretch) => stretch.link));
  const toldOf = new Set();
  let at = 0;
  let next = 0;
  const additions = (before) => {
    for (; next < before; next++) if (!own.has(next) && leads(row, next, base)) entry(next, undefined, at);
  };
  for (const { start, end, link } of linked) {
    additions(link);
    if (!toldOf.has(link)) entry(link, start, end);
    toldOf.add(link);
    at = end;
  }
  additions(row.links.length);
  return entries;
}

// The entries, of which those that add at one place are one: for each witness all that it adds there, and those together that have the
// same in each.
function joined(entries) {
  const places = Map.groupBy(entries, ({ from, to }, n) => (from === undefined ? `behind ${to}` : n));
  return [...places.values()].map((parts) => {
    if (parts.length === 1) return parts[0];
    const said = (w) => parts.map(({ groups }) => groups.findIndex((group) => group.includes(w))).join();
    const all = [...new Set(parts.flatMap(({ groups }) => groups.flat()))].sort((v, w) => v - w);
    const groups = Map.groupBy(all, said);
    // Who adds nothing in any reads with the base.
    const none = parts.map(() => 0).join();
    const others = [...groups].filter(([key]) => key !== none).map(([, group]) => group);
    return { ...parts[0], links: parts.flatMap(({ links }) => links), groups: [groups.get(none) ?? [], ...others], movers: [] };
  });
}

// The words of a witness in some links: whole where they stand side by side.
function wordsOf(row, w, links) {
  const places = links.flatMap((link) => placesOf(row, w, link)).sort((a, b) => a.start - b.start);
  const parts = [];
  for (const { start, end } of places) {
    const last = parts.at(-1);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(row.t[w].slice(last.end, start))) last.end = end;
    else parts.push({ start, end });
  }
  return parts.map(({ start, end }) => whole(row.t[w].slice(start, end))).join(" … ");
}

// The word of the base behind which others have more, or before which, at the beginning.
function wordBeside(row, base, place) {
  const before = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(row.t[base].slice(0, place));
  const [after = ""] = /[\p{L}\p{N}]+/u.exec(row.t[base]) ?? [];
  return before ? before[0].trim() : `before ${after}`;
}

// That witnesses have words elsewhere, of which these are those of the first: behind which word of its own.
function transposed(row, w, links) {
  const start = Math.min(...links.flatMap((link) => placesOf(row, w, link)).map((place) => place.start));
  const wordBefore = (text) => /[\p{L}\p{N}][\p{L}\p{N}’'-]*(?=[^\p{L}\p{N}]*$)/u.exec(text)?.[0];
  // At the beginning of a row the row before it in that text tells.
  const earlier = () => rows.filter((other) => other.t[w] !== "" && other.y[w][1] <= row.y[w][0]);
  const last = () => earlier().reduce((found, other) => (found === undefined || other.y[w][1] > found.y[w][1] ? other : found), undefined);
  const word = wordBefore(row.t[w].slice(0, start)) ?? wordBefore(last()?.t[w] ?? "");
  return [element("i", {}, word === undefined ? "transp. ad init." : "transp. post"), ...(word === undefined ? [] : [" ", ...visible(word)])];
}

function entryNode(row, base, { links, from, to, groups, movers }) {
  const lemma = from === undefined ? wordBeside(row, base, to) : wordsOf(row, base, links);
  const adds = from === undefined;
  const node = element("span", { class: "entry", "data-link": links[0], "data-row": row.n });
  node.append(...visible(lemma), "] ");
  const readings = [];
  const [first, ...others] = groups;
  const elsewhere = first.filter((w) => w !== base && movers.includes(w));
  if (elsewhere.length > 0) readings.push([...transposed(row, elsewhere[0], links), " ", siglumOf(elsewhere)]);
  for (const group of others) {
    const text = wordsOf(row, group[0], links);
    const marks = links.map((link) => markOf(row, link, group[0]));
    const shade = marks.reduce((a, b) => (b.standing > a.standing ? b : a)).classes;
    const what = text === "" ? element("i", {}, "om.") : element("span", { class: shade, lang: sides[group[0]].lang }, ...visible(text));
    const more = adds && text !== "" ? [element("i", {}, "add."), " "] : [];
    const moved = group.every((w) => movers.includes(w)) ? [" ", ...transposed(row, group[0], links)] : [];
    if (!adds || text !== "") readings.push([...more, what, ...moved, " ", siglumOf(group)]);
  }
  readings.forEach((parts, n) => node.append(...(n > 0 ? [" · "] : []), ...parts));
  return readings.length > 0 ? [node] : [];
}

// The base with its words marked by how widely they differ, and its apparatus.
function apparatusCell(row, base) {
  const cell = cellOf(row, base);
  const entries = row.present.length > 1 ? entriesOf(row, base) : [];
  const gaps = new Map(entries.filter((entry) => entry.from === undefined).map((entry) => [entry.to, entry.links[0]]));
  const left = (place) => {
    if (!gaps.has(place)) return [];
    const link = gaps.get(place);
    const { classes } = markOf(row, link);
    return [element("span", { class: `d gap ${classes}`, "data-link": link, "data-row": row.n, tabIndex: -1 }, said("[more in others] "))];
  };
  const nodes = left(0);
  let at = 0;
  for (const { start, end, link } of stretches(row, base)) {
    if (end > cell.end) break;
    const { classes } = markOf(row, link);
    const data = { "data-link": link, "data-row": row.n };
    const marked = classes === "" ? {} : { class: `d ${classes}`, tabIndex: -1 };
    nodes.push(...plain(cell, at, start), element(classes === "" ? "span" : "mark", { ...data, ...marked }, ...plain(cell, start, end)), ...left(end));
    at = end;
  }
  nodes.push(...plain(cell, at, cell.end));
  const parts = joined(entries).flatMap((entry) => entryNode(row, base, entry));
  const under = parts.flatMap((node, n) => [...(n > 0 ? [element("span", { class: "bar" }, " | ")] : []), node]);
  return [...close(row, cell, nodes), ...(parts.length > 0 ? [element("p", { class: "apparatus" }, ...under)] : [])];
}
