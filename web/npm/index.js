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

// A text, or a file by its bytes and its name, as the library takes it.
function given(texts) {
  const files = texts.map((text) => (typeof text === "string" ? encoder.encode(text) : text.bytes ?? encoder.encode(text.text)));
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
  const [[corrected], [file]] = given([table]);
  return new Table(ask, ask({ do: "compare", texts: sources, options, table: corrected }, [...files, file]).answer);
}

export async function about() {
  const ask = await library();
  return ask({ do: "about" }).answer;
}
