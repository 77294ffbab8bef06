// The texts to compare: each is written or pasted, or a file, of which the beginning is shown.
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letter = (n) => (n < 26 ? LETTERS[n] : `${LETTERS[n % 26]}${Math.floor(n / 26)}`);

const texts = [];

function addText() {
  const siglum = element("span", { class: "siglum" });
  const name = element("span", { class: "name" });
  const open = element("button", { type: "button" }, "Open a file…");
  const remove = element("button", { type: "button" }, "×");
  const area = element("textarea", { spellcheck: "false", placeholder: "Paste a text here, or drop a file." });
  const about = element("p", { class: "about", role: "status", hidden: "" });
  const card = element("li", { class: "text" }, element("header", {}, siglum, name, open, remove), area, about);
  const text = { card, siglum, name, open, remove, area, about, file: null, called: null };
  texts.push(text);
  $("texts").append(card);
  open.addEventListener("click", async () => {
    const files = await chosen("", true);
    takeFiles(files, text);
  });
  remove.addEventListener("click", () => {
    if (texts.length > 2 && isEmpty(text)) {
      texts.splice(texts.indexOf(text), 1);
      card.remove();
      (texts.at(-1).area).focus();
    } else {
      clearText(text);
      area.focus();
    }
    number();
  });
  area.addEventListener("input", () => { whole = null; number(); });
  card.addEventListener("dragover", () => card.classList.add("over"));
  card.addEventListener("dragleave", () => card.classList.remove("over"));
  number();
  return text;
}

const isEmpty = (text) => text.file === null && text.area.value.trim() === "";

function clearText(text) {
  whole = null;
  Object.assign(text, { file: null, called: null });
  text.area.value = "";
  text.area.readOnly = false;
  text.name.textContent = text.name.title = "";
  text.about.hidden = true;
}

function nameText(text, name) {
  text.called = name;
  text.name.textContent = text.name.title = name;
}

// Letters, labels and what the buttons do follow from the places of the texts.
function number() {
  texts.forEach((text, n) => {
    const own = letter(n);
    text.siglum.textContent = `Text ${own}`;
    text.area.setAttribute("aria-label", text.file === null ? `Text ${own}` : `The beginning of text ${own}`);
    text.open.setAttribute("aria-label", `Open a file as text ${own}`);
    const leaves = texts.length > 2 && isEmpty(text);
    text.remove.setAttribute("aria-label", leaves ? `Remove text ${own}` : `Empty text ${own}`);
    text.remove.hidden = !leaves && isEmpty(text);
  });
}

// Files go to the text they were dropped on, then to empty ones, then to new ones.
function takeFiles(files, first = null) {
  [...files].forEach((file, n) => {
    const text = (n === 0 && first) || texts.find(isEmpty) || addText();
    clearText(text);
    text.file = file;
    nameText(text, file.name);
    text.area.readOnly = true;
    text.area.value = "";
    preview(text);
  });
  number();
}

// Shows how a file is read.
async function preview(text) {
  const { file } = text;
  tell(text, "reading…");
  try {
    const bytes = await bytesOfFile(file);
    const { answer } = await library.ask({ do: "read", text: { name: file.name, length: bytes.length }, options: options() }, [bytes]);
    if (text.file !== file) return;
    const { begins, chars, parts, notes } = answer;
    text.area.value = begins.length < chars ? `${begins} …` : begins;
    const units = `${answer.text.units.toLocaleString("en")} ${$("unit").value}${answer.text.units === 1 ? "" : "s"}`;
    const columns = parts.length > 1 ? `${parts.length} texts: ${parts.join(", ")}` : `${languageName(answer.text.language)}, ${units}`;
    // What holds nothing is in no language.
    tell(text, [...(answer.text.units > 0 ? [columns] : []), ...notes].join(" · "));
  } catch (error) {
    if (text.file === file && error !== null) tell(text, error.message, true);
  }
}

function tell(text, said, wrong = false) {
  text.about.textContent = said;
  text.about.classList.toggle("wrong", wrong);
  text.about.hidden = false;
}

async function bytesOfFile(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name}: the browser cannot read it; is it a folder, or has it been moved?`);
  }
}

// Asks for files; none where somebody thinks better of it.
function chosen(accept, multiple) {
  const input = $("file");
  Object.assign(input, { accept, multiple, value: "" });
  return new Promise((resolve) => {
    input.onchange = () => resolve([...input.files]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}
