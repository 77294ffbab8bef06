// enregard in JavaScript. `index.d.ts` says what each function takes and gives.
import { EnregardError, start } from "./core.js";

export { EnregardError };

let started;
async function library() {
  started ??= load();
  return started;
}

async function load() {
  const place = new URL("./enregard.wasm", import.meta.url);
  if (place.protocol !== "file:") return start(await WebAssembly.compileStreaming(fetch(place)));
  const { readFile } = await import("node:fs/promises");
  return start(await WebAssembly.compile(await readFile(place)));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The bytes of what is called `what`; what holds none is told, and not taken for an empty text.
function bytesOf(given, what) {
  const { bytes, text } = typeof given === "string" ? { text: given } : given ?? {};
  if (bytes instanceof Uint8Array) return bytes;
  if (bytes === undefined && typeof text === "string") return encoder.encode(text);
  throw new TypeError(`${what}: a string, { text } or { bytes, name } with a Uint8Array is needed`);
}

// Texts, or files by their bytes and their names, as the library takes them.
function given(texts, what = (n) => `text ${n + 1}`) {
  if (!Array.isArray(texts)) throw new TypeError("texts: an array is needed");
  const files = texts.map((text, n) => bytesOf(text, what(n)));
  const sources = texts.map((text, n) => {
    const { name, language } = typeof text === "string" ? {} : text;
    return { length: files[n].length, ...(name !== undefined && { name }), ...(language !== undefined && { language }) };
  });
  return [sources, files];
}

const unused = new FinalizationRegistry(({ ask, table }) => ask({ do: "free", table }));

export class Table {
  #ask;
  #number;

  // Made by `compare` and `apply`.
  constructor(ask, { table, unit, texts, notes }) {
    this.#ask = ask;
    this.#number = table;
    Object.assign(this, { unit, texts, notes });
    unused.register(this, { ask, table }, this);
  }

  get rows() {
    const lines = this.to("jsonl").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  }

  to(format, { bom = false } = {}) {
    const { answer, file } = this.#ask({ do: "export", table: this.#number, format, bom });
    return answer.form.binary ? file : decoder.decode(file);
  }

  toJSON() {
    return JSON.parse(this.to("json"));
  }

  free() {
    unused.unregister(this);
    this.#ask({ do: "free", table: this.#number });
  }
}

export async function compare(texts, options = {}) {
  const ask = await library();
  const [sources, files] = given(texts);
  return new Table(ask, ask({ do: "compare", texts: sources, options }, files).answer);
}

export async function apply(table, texts, options = {}) {
  const ask = await library();
  const [sources, files] = given(texts);
  const [[corrected], [file]] = given([table], () => "the table");
  return new Table(ask, ask({ do: "compare", texts: sources, options, table: corrected }, [...files, file]).answer);
}

export async function about() {
  const ask = await library();
  return ask({ do: "about" }).answer;
}
