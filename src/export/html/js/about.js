// What stands above the rows: the counts of the whole, in the words of the terminal; on paper the title and the legend too.
function coverage() {
  const two = sides.length === 2;
  const shares = sides.map(({ siglum, coverage }, w) => {
    const there = two ? (w === 0 ? ` has a counterpart in ${sigla[1]}` : ` in ${sigla[0]}`) : w === 0 ? " has a counterpart" : "";
    return `${percent(coverage)} of ${siglum}${there}`;
  });
  const having = sides.filter(({ only }) => only > 0);
  const only = having.map(({ siglum, only }, n) => `${n === 0 ? counted(only, head.unit) : number(only)} only in ${siglum}`);
  return [shares.join(", "), ...(only.length > 0 ? [only.join(", ")] : [])].join("; ");
}

// What is said otherwise first, as in the terminal.
function facts() {
  const all = rows.flatMap((row) => row.f ?? []);
  const kinds = (of) => head.facts.flatMap((name, k) => {
    const n = of.filter((fact) => fact.k === k).length;
    return n > 0 ? [counted(n, name)] : [];
  }).join(", ");
  const otherwise = all.filter(FACTS[0][2]);
  const alone = all.length - otherwise.length;
  if (all.length === 0) return "";
  if (otherwise.length === 0) return `${counted(alone, "fact")} in one text only: ${kinds(all)}`;
  const rest = alone > 0 ? `; ${number(alone)} in one text only` : "";
  return `${counted(otherwise.length, "fact")} differ${otherwise.length === 1 ? "s" : ""}: ${kinds(otherwise)}${rest}`;
}

function differences() {
  const { counts } = head;
  const classes = CLASSES.filter(([letter]) => counts.differences[letter] > 0);
  return [
    `${counted(counts.beads, "matched row")}${counts.moved > 0 ? `, ${number(counts.moved)} of them moved` : ""}`,
    classes.map(([letter, name]) => `${number(counts.differences[letter])} ${name}`).join(", "),
    facts(),
    counts.quotations > 0 ? counted(counts.quotations, "quotation") : "",
    counts.skipped > 0 ? `${number(counts.skipped)} not compared` : "",
  ].filter((part) => part !== "").join(" · ");
}

// In a line, that the texts have the same words, with what is not marked at first; nothing where they have not.
function same() {
  const quiet = CLASSES.reduce((bits, [letter], n) => (head.quiet.includes(letter) ? bits | (1 << n) : bits), 0);
  const compared = rows.filter((row) => row.z === undefined);
  if (compared.length === 0 || !compared.every((row) => row.kinds === 1 && (row.classes & ~quiet) === 0)) return "";
  const names = sigla.join(" and ");
  const differs = CLASSES.filter(([letter]) => head.counts.differences[letter] > 0).map(([, name]) => name);
  return differs.length === 0 ? `${names} are the same text` : `${names} have the same words; only what is ${differs.join(" or ")} differs`;
}

// What the marks mean.
function legend() {
  const meanings = CLASSES.map(([letter, name, what]) => element("p", {}, element("span", { class: `d c-${letter}` }, name), ` ${what}`));
  return [
    ...meanings,
    element("p", {}, element("span", { class: "d c-w low" }, "wording"), " few marks: words that perhaps do not stand for each other"),
    element("p", {}, element("span", { class: "quoted" }, "passage"), " quoted or paraphrased elsewhere"),
    element("p", {}, element("span", { class: "fact" }, "⚑"), "word a number, a date, a name or a negation that the other text has not there"),
  ];
}

// The names of the texts above their columns; inline there is one.
function showNames() {
  const name = (side) => element("div", {}, element("b", { class: "siglum" }, ...visible(side.siglum)), " ", ...visible(side.path));
  $("names").replaceChildren(...sides.map(name));
  if (view.layout !== "inline" || sides.length < 2) return;
  const parts = sides.flatMap((side, w) => [w === 0 ? "" : w === 1 ? ", and where they differ " : ", ", ...name(side).childNodes]);
  $("names").replaceChildren(element("div", {}, ...parts));
}

$("title").append(...visible(head.title));
$("summary").append(element("p", {}, ...visible(coverage())), element("p", {}, ...visible(differences())));
const answer = same();
// The note says it as well.
if (answer !== "" && !head.notes.includes(answer)) $("summary").prepend(element("p", { class: "remark" }, ...visible(answer)));
$("summary").append(...head.notes.map((note) => element("p", { class: "remark" }, ...visible(note))));
$("key").append(...legend());
$("legend").append(...legend());
