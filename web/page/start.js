// The way from the texts to the comparison; then the start.
const EXAMPLE = [["Martin, 1744", "Darby, 1885"], "\n=====\n"];
const STAGES = { read: "Reading", normalize: "Preparing the words", align: "Matching sentences", words: "Matching words", write: "Writing the report" };
const TABLES = ".xlsx,.csv,.tsv,.json";

// Of texts that came with a table alone, that table: files are read as they were then.
let whole = null;

const languageName = (code) => {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
};

const options = () => ({ unit: $("unit").value, ...($("language").value && { language: $("language").value }) });

function failed(error) {
  $("error").hidden = error === null;
  $("error").textContent = error?.message ?? "";
}

// Carries out what takes time, with its stages told; whether it went well.
async function patiently(work, onError) {
  const began = performance.now();
  let stage = "read";
  const show = () => {
    const seconds = Math.round((performance.now() - began) / 1000);
    $("stage").textContent = `${STAGES[stage]} …${seconds > 2 ? ` ${seconds} s` : ""}`;
  };
  library.onStage = (now) => { stage = now; show(); };
  const ticking = setInterval(show, 1000);
  $("compare").disabled = true;
  show();
  // What is done at once needs no bar.
  const slow = setTimeout(() => { $("progress").hidden = false; }, 150);
  try {
    const made = await work();
    library.onStage("write");
    await showTable(made);
  } catch (error) {
    onError(error);
  } finally {
    clearTimeout(slow);
    clearInterval(ticking);
    library.onStage = () => {};
    $("progress").hidden = true;
    $("compare").disabled = false;
  }
}

// What is compared: sources as the library wants them, and their bytes.
async function sources() {
  const full = texts.filter((text) => !isEmpty(text));
  const bytes = await Promise.all(full.map(({ file, area }) => (file === null ? new TextEncoder().encode(area.value) : bytesOfFile(file))));
  const named = full.map(({ called }, n) => ({ ...(called !== null && { name: called }), length: bytes[n].length }));
  return { texts: named, bytes };
}

async function compare(table = null) {
  const request = { do: "compare", texts: [], options: options() };
  const given = await sources();
  const files = [];
  if (whole === null) {
    request.texts = given.texts;
    files.push(...given.bytes);
  }
  for (const [key, file] of Object.entries({ table, whole })) {
    if (file === null) continue;
    const bytes = await bytesOfFile(file);
    request[key] = { name: file.name, length: bytes.length };
    files.push(bytes);
  }
  if (table === null && whole === null) {
    const [first] = given.texts;
    if (first === undefined) throw new Error("There is no text yet: paste or drop two, or look at the example.");
    if (given.texts.length === 1 && first.name === undefined) throw new Error("There is one text only: paste or drop another beside it.");
  }
  const { answer } = await library.ask(request, files);
  return answer;
}

// A table that a person has corrected: around it everything is aligned anew.
async function correct(onError) {
  const [table] = await chosen(TABLES, false);
  if (table === undefined) return;
  await patiently(async () => {
    const alone = texts.every(isEmpty);
    const made = await compare(table);
    if (alone) await unpack(table);
    return made;
  }, onError);
}

// The texts that a table in JSON holds, as texts.
async function unpack(table) {
  const { witnesses } = JSON.parse(await table.text());
  while (texts.length < witnesses.length) addText();
  witnesses.forEach(({ path, text }, n) => {
    clearText(texts[n]);
    nameText(texts[n], path);
    texts[n].area.value = text;
  });
  whole = table;
  number();
}

async function start() {
  addText();
  addText();
  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    failed(null);
    patiently(() => compare(), failed);
  });
  $("add").addEventListener("click", () => addText().area.focus());
  $("example").addEventListener("click", () => {
    const [names, between] = EXAMPLE;
    $("data-example").textContent.split(between).forEach((content, n) => {
      const text = texts[n];
      clearText(text);
      nameText(text, names[n]);
      text.area.value = content;
    });
    texts.slice(2).forEach(clearText);
    number();
    $("compare").focus();
  });
  for (const choice of ["language", "unit"]) {
    $(choice).addEventListener("change", () => texts.filter(({ file }) => file !== null).forEach(preview));
  }
  $("cancel").addEventListener("click", () => library.end(null));
  $("back").addEventListener("click", backToTexts);
  $("download").addEventListener("click", download);
  $("load").addEventListener("click", () => {
    failed(null);
    correct(failed);
  });
  $("correct").addEventListener("click", () => correct((error) => say(error?.message ?? "", true)));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("progress").hidden) library.end(null);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !$("desk").hidden) $("form").requestSubmit();
  });
  dropping();
  const { answer } = await library.ask({ do: "about" });
  listFormats(answer.formats);
  const named = answer.languages.map((code) => [languageName(code), code]).sort();
  $("language").append(...named.map(([name, value]) => element("option", { value }, name)));
}

// Files may be dropped anywhere.
function dropping() {
  let over = 0;
  const shade = (on) => {
    over = on ? over : 0;
    $("drop").hidden = !on || $("desk").hidden;
  };
  addEventListener("dragenter", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    over += 1;
    shade(true);
  });
  addEventListener("dragleave", () => {
    over -= 1;
    if (over <= 0) shade(false);
  });
  addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    shade(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    failed(null);
    texts.forEach(({ card }) => card.classList.remove("over"));
    const on = texts.find(({ card }) => card.contains(event.target));
    takeFiles(event.dataTransfer.files, on);
  });
}

start().catch(failed);
