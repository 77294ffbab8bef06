// Text into the page: always as text nodes, never as markup.
const $ = (id) => document.getElementById(id);

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "class") made.className = value;
    else if (name.includes("-") || name === "role" || name === "href" || name === "for") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

// Said to those who do not see colours, and neither shown nor copied.
const said = (text) => element("span", { class: "vh" }, text);

// Characters that are invisible controls, or would turn the direction of what stands around them.
const HARMFUL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]/;
const HARMFUL_PARTS = /([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb])/;

function spelled(c) {
  const code = c.codePointAt(0);
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? "␡" : `\\u{${code.toString(16)}}`;
}

// Text as nodes; harmful characters are spelled out.
function visible(text) {
  if (!HARMFUL.test(text)) return [text];
  return text
    .split(HARMFUL_PARTS)
    .filter((part) => part !== "")
    .map((part) => (HARMFUL.test(part) ? element("span", { class: "control" }, spelled(part)) : part));
}

// Words whole that the end of a line divides; a hyphen before a capital is the word's own.
const whole = (text) =>
  text.replace(/(?<=\p{L})[-\u00ad\u2010\u2011¬⸗⹀]\s*[\n\r\f]\s*(?=(\p{L}))/gu, (_, next) => (/\p{Lu}/u.test(next) ? "-" : ""));

// The same as a string, where no nodes can stand.
const harmless = (text) => visible(text).map((part) => part.textContent ?? part).join("");

// A share in whole percent: 100 and 0 only where they are exact.
const percent = (share) => `${share >= 1 ? 100 : share <= 0 ? 0 : Math.min(99, Math.max(1, Math.round(100 * share)))} %`;

// `1 row`, `3 rows`.
const number = (n) => n.toLocaleString("en");
const counted = (n, what) => `${number(n)} ${what}${n === 1 ? "" : "s"}`;

const SAME = new Map([["œ", "oe"], ["æ", "ae"], ["ß", "ss"], ["’", "'"], ["‘", "'"], ["ʼ", "'"], ["ſ", "s"], ["\u00ad", ""]]);

// A text as it is searched: without accents, capitals, ligatures, kinds of apostrophes and of spaces.
function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[œæß’‘ʼſ\u00ad]/g, (c) => SAME.get(c))
    .replace(/\s/g, " ");
}

// Where a folded pattern stands in a text, as [start, end) pairs.
function hits(text, pattern) {
  if (pattern === "") return [];
  let folded = "";
  const places = [];
  let at = 0;
  for (const c of text) {
    const part = fold(c);
    for (let i = 0; i < part.length; i++) places.push(at);
    folded += part;
    at += c.length;
  }
  places.push(at);
  const found = [];
  let from = folded.indexOf(pattern);
  while (from !== -1) {
    const to = from + pattern.length;
    // A letter ends where the next begins, its accents included.
    let end = places[to];
    if (end === places[to - 1]) end += 1;
    found.push([places[from], end]);
    from = folded.indexOf(pattern, to);
  }
  return found;
}
