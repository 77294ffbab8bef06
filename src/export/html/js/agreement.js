// The filter by agreement: which witnesses read together, the most frequent first.
const MOST_PATTERNS = 12;
let allPatterns = false;
let listedBefore = "";

const groupsIn = (key) => key.split("|").map((group) => group.split(",").map(Number));

// `B alone`, `A C | B D`; of many the largest group as the rest.
function nameOf(key) {
  const groups = groupsIn(key);
  const complete = groups.flat().length === seen.shown.length;
  const [least, most] = [...groups].sort((a, b) => a.length - b.length);
  if (complete && groups.length === 2 && least.length === 1 && most.length > 1) return `${named(least)} alone`;
  if (groups.length > 2 && groups.every((group) => group.length === 1) && complete) return "all differ";
  const largest = groups.reduce((a, b) => (b.length > a.length ? b : a));
  if (!complete || largest.length < 5) return groups.map(named).join(" | ");
  return [...groups.filter((group) => group !== largest).map(named), "the rest"].join(" | ");
}

const fullName = (key) => groupsIn(key).map(named).join(" | ");

// The boxes of the patterns that there are, and of those that are chosen.
function showAgreements() {
  const several = seen.shown.length > 2;
  $("agreements").hidden = !several;
  if (!several) return;
  const totals = new Map();
  for (const row of rows) {
    for (const [key, count] of row.places) totals.set(key, (totals.get(key) ?? 0) + count);
  }
  for (const key of filter.agreements) if (!totals.has(key)) totals.set(key, 0);
  const sorted = [...totals].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const listed = sorted.filter(([key], n) => allPatterns || n < MOST_PATTERNS || filter.agreements.has(key));
  // Boxes that are the ones that are there stay, and the one that was pressed keeps the focus.
  const there = JSON.stringify([seen.shown, listed]);
  if (there === listedBefore) return;
  listedBefore = there;
  options("agreements", listed.map(([key, total]) => ({ key, name: nameOf(key), hint: fullName(key), total })));
  const more = $("more-agreements");
  more.hidden = sorted.length <= MOST_PATTERNS;
  more.textContent = allPatterns ? "fewer" : `all ${number(sorted.length)}`;
  $("agreements").append(more);
}

$("more-agreements").addEventListener("click", () => {
  allPatterns = !allPatterns;
  apply();
});
