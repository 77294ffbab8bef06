// What stands above the rows: the counts of the whole, in the words of the terminal; on paper the title and the legend too.
const share = (part) => (part === null ? "–" : percent(part));
const thousandths = (part) => (part === null ? "–" : percent(part / 1000));

// `66 % of A has a counterpart in B, 80 % of B in A`; of more than two, for each what it has in common with whom.
function coverage() {
  const having = sides.filter(({ only }) => only > 0);
  const only = having.map(({ siglum, only }, n) => `${n === 0 ? counted(only, head.unit) : number(only)} only in ${siglum}`);
  if (several) return only.join(", ");
  const there = (w) => (sides.length < 2 ? " has a counterpart" : w === 0 ? ` has a counterpart in ${sigla[1]}` : ` in ${sigla[0]}`);
  const shares = sides.map(({ siglum, coverage }, w) => `${share(coverage)} of ${siglum}${there(w)}`);
  return [shares.join(", "), ...(only.length > 0 ? [only.join(", ")] : [])].join("; ");
}

// `all`, `all but F`, `A B`.
function whoOf(who) {
  const others = seen.shown.filter((w) => !who.includes(w));
  if (others.length === 0) return "all";
  return 2 * others.length < who.length ? `all but ${named(others)}` : named(who);
}

// Who stands in how many rows: `9 rows of all, 3 of A B`.
const MOST_GROUPS = 4;
function matched() {
  const groups = [...Map.groupBy(rows.filter((row) => row.present.length > 1), (row) => row.present.join(","))];
  const isAll = ([, of]) => of[0].present.length === seen.shown.length;
  groups.sort((one, other) => isAll(other) - isAll(one) || other[1].length - one[1].length);
  const named_ = groups.slice(0, MOST_GROUPS).map((group, n) => {
    const [, of] = group;
    return `${n === 0 ? counted(of.length, "row") : number(of.length)} of ${whoOf(of[0].present)}`;
  });
  const rest = groups.slice(MOST_GROUPS).reduce((sum, [, of]) => sum + of.length, 0);
  const moved = seen.shown.map((w) => [rows.filter((row) => row.moves.some(([v]) => v === w)).length, w]).filter(([n]) => n > 0);
  return [...named_, ...(rest > 0 ? [`${number(rest)} of others`] : []), ...moved.map(([n, w]) => `${number(n)} moved in ${sigla[w]}`)].join(", ");
}

// What is said otherwise first, as in the terminal.
function facts() {
  const all = rows.flatMap((row) => row.told);
  const kinds = (of) => head.facts.flatMap((name) => {
    const n = of.filter((fact) => fact.kinds.includes(name)).length;
    return n > 0 ? [counted(n, name)] : [];
  }).join(", ");
  const otherwise = all.filter((fact) => fact.kinds.includes(CONTRADICTION));
  const alone = all.length - otherwise.length;
  const left = several ? "left out by some" : "in one text only";
  if (all.length === 0) return "";
  if (otherwise.length === 0) return `${counted(alone, "fact")} ${left}: ${kinds(all)}`;
  const rest = alone > 0 ? `; ${number(alone)} ${left}` : "";
  return `${counted(otherwise.length, "fact")} differ${otherwise.length === 1 ? "s" : ""}: ${kinds(otherwise)}${rest}`;
}

function differences() {
  const { counts } = head;
  const classes = totalsOf().classes;
  const named = CLASSES.filter(([letter]) => classes.get(letter) > 0).map(([letter, name]) => `${number(classes.get(letter))} ${name}`);
  const pair = () => `${counted(counts.beads, "matched row")}${counts.moved > 0 ? `, ${number(counts.moved)} of them moved` : ""}`;
  const quoted = [...quotations.values()].filter((of) => new Set(of.map((p) => p.w).filter((w) => seen.shown.includes(w))).size > 1);
  return [
    several ? matched() : pair(),
    named.join(", "),
    facts(),
    quoted.length > 0 ? counted(quoted.length, "quotation") : "",
    counts.skipped > 0 ? `${number(counts.skipped)} not compared` : "",
  ].filter((part) => part !== "").join(" · ");
}

// In a line, that the texts have the same words, with what is not marked at first; nothing where they have not.
function same() {
  const compared = rows.filter((row) => row.z === undefined && row.present.length > 0);
  const agrees = (row) => row.present.length === seen.shown.length && row.moves.length === 0 && row.classes.every((letter) => head.quiet.includes(letter));
  if (seen.shown.length < 2 || compared.length === 0 || !compared.every((row) => agrees(row) && !row.kinds.includes("quotation"))) return "";
  const all = seen.shown.map((w) => sigla[w]);
  const names = `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  const { classes } = totalsOf();
  const differs = CLASSES.filter(([letter]) => classes.get(letter) > 0).map(([, name]) => name);
  return differs.length === 0 ? `${names} are the same text` : `${names} have the same words; only what is ${differs.join(" or ")} differs`;
}

// How alike every two of the witnesses are, and how much of each the other has: a table, its cells the darker the less alike.
const WIDEST_MATRIX = 12;
function matrix() {
  const { similarity, held, by_all: byAll, own } = head.between;
  const bits = (v) => (own[v] === null ? "" : `${(own[v] / 100).toFixed(2)} bits of its own · `);
  const cellOfPair = (v, w) => {
    const alike = similarity[v][w];
    if (v !== w && !compares(v, w)) return element("td", { title: `the words of ${sigla[v]} and ${sigla[w]} are not compared` }, "–");
    if (v === w || alike === null) return element("td", {}, v === w ? "·" : "–");
    const title = `${thousandths(alike)} of the words of both are the same; ${thousandths(held[v][w])} of ${sigla[v]} stands in rows of ${sigla[w]}`;
    const cell = element("td", { title }, String(Math.round(alike / 10)));
    cell.style.setProperty("--heat", `${Math.round((1000 - alike) / 10)}%`);
    return cell;
  };
  const heads = seen.shown.map((w) => element("th", { scope: "col" }, ...visible(sigla[w])));
  const lines = seen.shown.map((v) => element("tr", {}, element("th", { scope: "row" }, ...visible(sigla[v])), ...seen.shown.map((w) => cellOfPair(v, w)),
    element("td", { class: "path" }, `${thousandths(byAll[v])} in all · ${bits(v)}`, ...visible(sides[v].path))));
  const what = "% the same, of every two; how much stands in rows of all; how rare its words are among the others; the files";
  const table = element("table", { class: "matrix", "aria-label": what },
    element("thead", {}, element("tr", {}, element("td", {}), ...heads, element("td", {}))), element("tbody", {}, ...lines));
  const name = element("p", {}, what);
  if (seen.shown.length <= WIDEST_MATRIX) return element("div", { class: "between" }, name, table);
  return element("details", { class: "between" }, element("summary", {}, `similarity of every two of ${seen.shown.length}`), name, table);
}

function showSummary() {
  const remark = (text) => element("p", { class: "remark" }, ...visible(text));
  const line = (text) => (text === "" ? [] : [element("p", {}, ...visible(text))]);
  const answer = same();
  $("summary").replaceChildren(
    // The note says it as well.
    ...(answer !== "" && !head.notes.includes(answer) ? [remark(answer)] : []),
    ...line(coverage()),
    ...line(differences()),
    ...head.notes.map(remark),
    ...(several ? [matrix()] : []),
  );
}

// What the marks mean.
function legend() {
  const sample = (classes, text, ...what) => element("p", {}, element("span", { class: classes }, text), ...what);
  const other = isPair() ? sigla[otherOf(seen.base)] : "";
  const classes = CLASSES.map(([letter, name, what]) => sample(`d c-${letter}`, name, ` ${what(sigla[seen.base], other)}`));
  const standings = [
    sample("d g-alone", "alone", " this one reads so, and no other"),
    sample("d g-some", "some", " some read so, and some otherwise"),
    sample("d g-all", "all differ", " no two read the same"),
    sample("d g-form", "form", " the word of others in another form"),
    element("p", {}, element("span", { class: "d gap g-alone" }), " this one leaves out what others say; in the apparatus, others have more"),
    sample("d c-m", "moved words", " elsewhere in the sentence of the base"),
  ];
  const low = isPair() ? "c-w" : "g-some";
  return [
    ...(isPair() || !several ? classes : standings),
    sample(`d ${low} low`, "words", " few marks: words that perhaps do not stand for each other"),
    sample("quoted", "passage", " quoted or paraphrased elsewhere"),
    sample("fact", "⚑", "word a number, a date, a name or a negation that another text has not there"),
  ];
}

function showLegends() {
  $("key").replaceChildren(...legend());
  $("legend").replaceChildren(...legend());
}

// The names of the texts above their columns; where they have none, there is one line.
function showNames() {
  const name = (w) => element("div", { class: several && w === seen.base ? "base" : "" }, element("b", { class: "siglum" }, ...visible(sigla[w])), " ", ...visible(sides[w].path));
  const shown = view.layout === "side" ? seen.shown : [seen.base, ...seen.shown.filter((w) => w !== seen.base)];
  $("names").hidden = view.layout === "side" && stacks();
  $("names").replaceChildren(...shown.map(name));
  if (view.layout === "side" || shown.length < 2) return;
  const [base, ...others] = shown;
  const parts = others.flatMap((w, n) => [n === 0 ? ", and where they differ " : ", ", ...(others.length > 4 ? [sigla[w]] : name(w).childNodes)]);
  $("names").replaceChildren(element("div", {}, ...name(base).childNodes, ...parts));
}

$("title").append(...visible(head.title));
