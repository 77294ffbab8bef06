// Makes the page (dist/enregard.html) and the npm package (dist/npm) of the library in WebAssembly: node assemble.mjs LIBRARY
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { start } from "./js/core.js";

// What may go over the network, in bytes: the library as servers send it.
const MOST = 1_975_000;

const web = dirname(fileURLToPath(import.meta.url));
const dist = join(web, "dist");
const read = (...path) => readFileSync(join(web, ...path), "utf8");

// The library without its custom sections, which tell other tools how it was made.
function stripped(wasm) {
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const begin = at;
    const id = wasm[at++];
    let [length, shift] = [0, 0];
    do {
      length += (wasm[at] & 0x7f) * 2 ** shift;
      shift += 7;
    } while (wasm[at++] & 0x80);
    at += length;
    if (id !== 0) parts.push(wasm.subarray(begin, at));
  }
  return Buffer.concat(parts);
}

const wasm = stripped(readFileSync(process.argv[2]));
const brotli = brotliCompressSync(wasm, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: wasm.length } });
console.log(`library: ${wasm.length} bytes, ${brotli.length} compressed with brotli`);
if (brotli.length > MOST) throw new Error(`the library has ${brotli.length} bytes compressed with brotli, more than ${MOST}`);

// The report is shown inside the page, whose policy has to let its style and its script be; these are the same in all reports.
async function ofReport() {
  const ask = await start(await WebAssembly.compile(wasm));
  const words = [Buffer.from("One."), Buffer.from("Two.")];
  const { answer } = ask({ do: "compare", texts: words.map(({ length }) => ({ length })), options: {} }, words);
  const { file } = ask({ do: "export", table: answer.table, format: "html" });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(Buffer.from(file).toString())[1];
  return ["style", "script"].map((what) => new RegExp(`${what}-src ([^;]*)`).exec(policy)[1]);
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
// A script in an element must not end it, nor begin a comment.
function safe(name, text) {
  if (/<\/script|<!--|\r/i.test(text)) throw new Error(`${name} cannot stand in a page`);
  return text;
}
const plain = (source) => source.replace(/^import .*\n/gm, "").replace(/^export /gm, "");

const style = read("page/page.css");
const script = safe("the script", `(() => {\n"use strict";\n${["dom", "library", "texts", "result", "start"].map((name) => read("page", `${name}.js`)).join("\n")}})();\n`);
const worker = safe("the worker", plain(read("js/core.js")) + plain(read("js/worker.js")));
const example = safe("the example", ["martin", "darby"].map((name) => read("../fixtures/genesis", `${name}.txt`).trim()).join("\n=====\n"));
const [styleOfReport, scriptOfReport] = await ofReport();
const parts = {
  policy: [
    "default-src 'none'",
    `style-src ${hash(style)} ${styleOfReport}`,
    `script-src ${hash(script)} ${scriptOfReport} 'wasm-unsafe-eval'`,
    "worker-src blob:", "frame-src blob:", "base-uri 'none'", "form-action 'none'",
  ].join("; "),
  style, script, worker, example,
  library: gzipSync(wasm, { level: 9 }).toString("base64"),
};
const page = read("page/index.html").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "npm"), { recursive: true });
writeFileSync(join(dist, "enregard.html"), page);
console.log(`page: ${Buffer.byteLength(page)} bytes`);
for (const name of ["package.json", "index.js", "index.d.ts", "README.md"]) cpSync(join(web, "npm", name), join(dist, "npm", name));
for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) cpSync(join(web, "..", name), join(dist, "npm", name));
cpSync(join(web, "js/core.js"), join(dist, "npm", "core.js"));
writeFileSync(join(dist, "npm", "enregard.wasm"), wasm);
