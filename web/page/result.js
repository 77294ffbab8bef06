// The comparison: the report, what can be downloaded, and corrections that come back.
const FORMATS = {
  "To read": {
    "html": "Report (HTML)", "docx-facing": "Facing columns (Word)", "epub": "Facing book (EPUB)", "docx": "Tracked changes (Word)",
    "latex-facing": "Facing pages (LaTeX)", "markdown": "Table (Markdown)", "svg": "Map (SVG)", "svg-tree": "Likeness tree (SVG)",
  },
  "To correct and load again": { "xlsx": "Workbook (XLSX)", "csv": "Table (CSV)", "tsv": "Table (TSV)", "json": "Whole table (JSON)" },
  "Critical apparatus": { "apparatus": "Apparatus (text)", "latex": "Apparatus (LaTeX)", "tei": "TEI, parallel", "tei-standoff": "TEI, stand-off" },
  "For other programs": {
    "tmx": "Translation memory (TMX)", "jsonl": "JSON Lines", "collatex": "CollateX (JSON)", "dot": "Variant graph (Graphviz)",
    "graphml": "Variant graph (GraphML)", "newick": "Likeness tree (Newick)", "vecalign": "vecalign", "ladder": "hunalign ladder",
    "word-diff": "Word diff (git)", "criticmarkup": "CriticMarkup",
  },
};

// What is shown: the number of its table, its texts, and the names that files of it begin with.
let shown = null;

// Of formats those that the library has; what this page has no name for goes by its own.
function listFormats(formats) {
  const left = new Set(formats.map(({ name }) => name));
  const group = (label, names) => {
    const known = Object.entries(names).filter(([name]) => left.delete(name));
    if (known.length > 0) $("format").append(element("optgroup", { label }, ...known.map(([value, label]) => element("option", { value }, label))));
  };
  for (const [label, names] of Object.entries(FORMATS)) group(label, names);
  group("Others", Object.fromEntries([...left].map((name) => [name, name])));
}

async function showTable(made) {
  const { file } = await library.ask({ do: "export", table: made.table, format: "html" });
  if (shown !== null) {
    library.ask({ do: "free", table: shown.table }).catch(() => {});
    URL.revokeObjectURL(shown.url);
  }
  const stems = made.texts.map(({ name }) => name.replace(/\.[^.#]*(#|$)/, "$1"));
  const url = URL.createObjectURL(new Blob([file], { type: "text/html" }));
  shown = { ...made, url, stem: stems.slice(0, 3).join(" - ").replace(/[^\p{L}\p{N} ._-]/gu, "_").slice(0, 80) };
  $("report").src = url;
  $("names").textContent = made.texts.map(({ siglum, name }) => (name === `text ${siglum}` ? name : `${siglum} ${name}`)).join("  ·  ");
  $("names").title = $("names").textContent;
  $("notes").hidden = made.notes.length === 0;
  $("notes").open = false;
  $("notes").querySelector("summary").textContent = made.notes.length === 1 ? "1 note" : `${made.notes.length} notes`;
  $("notes").querySelector("ul").replaceChildren(...made.notes.map((note) => element("li", {}, note)));
  say("");
  $("desk").hidden = true;
  $("result").hidden = false;
  $("back").focus();
}

function backToTexts() {
  $("result").hidden = true;
  $("desk").hidden = false;
  $("report").removeAttribute("src");
  $("compare").focus();
}

function say(what, wrong = false) {
  $("said").textContent = what;
  $("said").classList.toggle("wrong", wrong);
}

async function download() {
  const format = $("format").value;
  try {
    // Excel takes a table in UTF-8 for another encoding where it has no mark.
    const bom = ["csv", "tsv"].includes(format);
    const { answer, file } = await library.ask({ do: "export", table: shown.table, format, bom });
    const type = { html: "text/html", svg: "image/svg+xml" }[answer.form.extension] ?? "application/octet-stream";
    const url = URL.createObjectURL(new Blob([file], { type }));
    element("a", { href: url, download: `${shown.stem}.${answer.form.extension}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say(answer.loses ? `What this format cannot hold: ${answer.loses}` : "");
  } catch (error) {
    say(error?.message ?? "", true);
  }
}
