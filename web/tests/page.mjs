// The page in a real browser: node web/tests/page.mjs ENREGARD [FOLDER FOR PICTURES]
//
// Needs Node 20 and Chromium, and the page (web/build.sh). It is opened from a file, as who saved it does.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Browser, run } from "../../tests/browser/browser.mjs";

const [enregard, pictures] = process.argv.slice(2);
assert(enregard, "name the program to compare with");
const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const fixture = (name) => join(root, "fixtures", name);
const folder = mkdtempSync(join(tmpdir(), "enregard-page-"));
const page = pathToFileURL(join(root, "web/dist/enregard.html")).href;

function text(name, content) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const browser = await Browser.open();
const $ = (expression) => browser.value(expression);
const inReport = (expression) => browser.inFrame(expression);
await browser.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
await browser.send("Page.setInterceptFileChooserDialog", { enabled: true });

async function open() {
  await browser.send("Page.navigate", { url: page });
  await browser.until("document.readyState === 'complete' && document.getElementById('format')?.options.length > 5");
  await browser.settle();
}

// As with a mouse: file choosers open for nothing less.
async function click(selector) {
  const place = await $(`(() => { const e = document.querySelector(${JSON.stringify(selector)}); e.scrollIntoView({ block: "center" }); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`);
  const [x, y] = place;
  for (const type of ["mousePressed", "mouseReleased"]) await browser.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  await browser.settle();
}

async function drop(selector, files) {
  const [x, y] = await $(`(() => { const r = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await browser.send("Input.dispatchDragEvent", { type, x, y, data });
  await browser.settle();
}

async function paste(n, words) {
  await $(`document.querySelectorAll("#texts textarea")[${n}].focus()`);
  await browser.send("Input.insertText", { text: words });
}

// Answers the next file chooser, which opens by a click.
async function choose(selector, file) {
  const opened = browser.once("Page.fileChooserOpened");
  await click(selector);
  const { backendNodeId } = await opened;
  await browser.send("DOM.setFileInputFiles", { files: [file], backendNodeId });
}

const shown = async () => {
  await browser.until("!document.getElementById('result').hidden");
  await browser.until("document.querySelector('.row, .fold') !== null", inReport);
};
const rows = () => inReport("document.querySelectorAll('.row').length");
const named = (n) => $(`document.querySelectorAll("#texts .name")[${n}].textContent`);
const about = (n) => $(`document.querySelectorAll("#texts .about")[${n}].textContent`);
const read = (n) => browser.until(`(() => { const p = document.querySelectorAll("#texts .about")[${n}]; return !p.hidden && p.textContent !== "reading…"; })()`);

async function downloaded(format, extension) {
  await $(`document.getElementById("format").value = ${JSON.stringify(format)}`);
  const began = browser.once("Page.downloadWillBegin");
  await click("#download");
  const { suggestedFilename } = await began;
  assert(suggestedFilename.endsWith(`.${extension}`), suggestedFilename);
  const file = join(folder, suggestedFilename);
  for (let tries = 0; tries < 100 && !existsSync(file); tries++) await new Promise((done) => setTimeout(done, 50));
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}

const command = (...args) => execFileSync(resolve(enregard), [...args, "--quiet"], { cwd: folder, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

const tests = {
  async "the example is compared, and its report can be filtered"() {
    await open();
    await click("#example");
    await click("#compare");
    await shown();
    assert.equal(await rows(), 10);
    const wanted = await inReport("(() => { const l = document.querySelector('#classes label'); l.click(); return Number(l.querySelector('.n').textContent); })()");
    await browser.until(`document.querySelectorAll('.row').length === ${wanted}`, inReport);
    assert(wanted < 10);
    // Links to rows stay in the report.
    await inReport("document.querySelector('.number').click()");
    await browser.until("document.querySelector('.row.current') !== null", inReport);
    await click("#back");
    assert.equal(await $("document.getElementById('result').hidden"), true);
    assert.match(await $("document.querySelector('textarea').value"), /^Au commencement DIEU/);
  },

  async "pasted texts are compared, by Ctrl and Enter too"() {
    await open();
    await paste(0, "Les mesures principales sont prises. Le dialogue reprend.");
    await paste(1, "Les mesures majeures sont prises. Le dialogue reprend.");
    await browser.send("Input.dispatchKeyEvent", { type: "keyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, modifiers: 2 });
    await shown();
    assert.equal(await inReport("document.querySelector('#r1 .d').textContent.includes('principales')"), true);
    assert.equal(await $("document.activeElement.id"), "back");
  },

  async "files are dropped, read, shown and compared as the command does it"() {
    await open();
    await drop("#texts .text", [fixture("kremlin/001.docx")]);
    await drop("#foot", [fixture("kremlin/000.html"), fixture("kremlin/003.txt")]);
    assert.deepEqual([await named(0), await named(1), await named(2)], ["001.docx", "000.html", "003.txt"]);
    for (const n of [0, 1, 2]) await read(n);
    assert.match(await about(0), /^French, \d+ sentences/);
    await click("#compare");
    await shown();
    const files = ["001.docx", "000.html", "003.txt"].map((name) => text(name, readFileSync(fixture(`kremlin/${name}`))));
    const names = files.map((file) => file.slice(folder.length + 1));
    for (const [format, extension] of [["csv", "csv"], ["tei", "xml"], ["apparatus", "txt"]]) {
      const bytes = await downloaded(format, extension);
      const marked = format === "csv" ? ["--csv-bom"] : [];
      assert.deepEqual(bytes.toString(), command(...names, "--format", format, ...marked).toString(), format);
    }
  },

  async "every format can be downloaded"() {
    await open();
    await click("#example");
    await click("#compare");
    await shown();
    const formats = await $("[...document.querySelectorAll('#format option')].map((o) => o.value)");
    assert(formats.length >= 26, `${formats.length}`);
    assert.equal(await $("document.querySelector('optgroup[label=Others]')"), null);
    for (const [n, format] of formats.entries()) {
      // A browser lets a page that nobody touches give so many files and no more.
      if (n % 8 === 7) {
        await open();
        await click("#example");
        await click("#compare");
        await shown();
      }
      const began = browser.once("Page.downloadWillBegin");
      await $(`document.getElementById("format").value = ${JSON.stringify(format)}`);
      await click("#download");
      assert.match((await began).suggestedFilename, /^Martin, 1744 - Darby, 1885\.\w+$|^Martin_ 1744 - Darby_ 1885\.\w+$/);
      assert.equal(await $("document.getElementById('said').classList.contains('wrong')"), false, format);
    }
  },

  async "a corrected table is loaded, and what was corrected stands"() {
    await open();
    await drop("#texts", [fixture("genesis/martin.txt"), fixture("genesis/darby.txt")]);
    await click("#compare");
    await shown();
    await choose("#correct", fixture("genesis/corrected.csv"));
    await browser.until("document.querySelector('#notes ul').textContent.includes('ok')");
    const csv = (await downloaded("csv", "csv")).toString();
    for (const name of ["martin.txt", "darby.txt"]) text(name, readFileSync(fixture(`genesis/${name}`)));
    assert.equal(csv, command("apply", fixture("genesis/corrected.csv"), "martin.txt", "darby.txt", "--format", "csv", "--csv-bom").toString());
    // A workbook that was downloaded comes back, and JSON without the texts.
    const workbook = text("back.xlsx", await downloaded("xlsx", "xlsx"));
    await choose("#correct", workbook);
    await browser.until("/ok/.test(document.querySelector('#notes ul').textContent)");
    const json = text("whole.json", await downloaded("json", "json"));
    await open();
    await choose("#load", json);
    await shown();
    assert.equal((await downloaded("csv", "csv")).toString(), csv);
    await click("#back");
    assert.match(await $("document.querySelectorAll('textarea')[1].value"), /^Au commencement Dieu/);
    assert.equal(await named(0), "martin.txt");
  },

  async "what is wrong is said in the words of the library"() {
    await open();
    await click("#compare");
    assert.match(await $("document.getElementById('error').textContent"), /no text yet/);
    await paste(0, "Un seul texte.");
    await click("#compare");
    assert.match(await $("document.getElementById('error').textContent"), /one text only/);
    await open();
    await drop("#texts .text", [text("alone.txt", "Un seul texte.")]);
    await read(0);
    await click("#compare");
    await browser.until("document.getElementById('error').textContent.includes('one text only')");
    await drop("#texts .text", [text("nothing.txt", "")]);
    await read(0);
    assert.equal(await about(0), "is empty");
    await drop("#texts .text:nth-child(2)", [text("print.pdf", "%PDF-1.7\n1 0 obj\n")]);
    await read(1);
    assert.match(await about(1), /print\.pdf/);
    assert.equal(await $("document.querySelectorAll('.about')[1].classList.contains('wrong')"), true);
    await click("#compare");
    await browser.until("document.getElementById('error').textContent.includes('print.pdf')");
    await choose("#load", text("no-table.csv", "x;y\n1;2\n"));
    await browser.until("document.getElementById('error').textContent.includes('no-table.csv')");
    assert.equal(await $("document.getElementById('result').hidden"), true);
  },

  async "no text, name or table becomes markup"() {
    await open();
    const bad = "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\"></style>\u202e <!-- {{script}} fin.";
    const name = "<img src=x onerror=alert(1)>.txt";
    await drop("#texts .text", [text(name, `Bonjour. ${bad}`)]);
    await read(0);
    await paste(1, `Bonsoir. ${bad}`);
    await click("#compare");
    await shown();
    assert((await $("document.getElementById('names').textContent")).includes(name));
    assert.equal(await $("document.title"), "enregard");
    assert.equal(await $("document.querySelectorAll('img, #names *, #notes li *').length"), 0);
    assert.equal(await inReport("document.querySelectorAll('img, #rows script').length"), 0);
    assert.notEqual(await inReport("document.title"), "pwned");
    // The report cannot reach the page around it, whatever it held.
    assert.equal(await inReport("(() => { try { return parent.document.title; } catch { return 'kept out'; } })()"), "kept out");
  },

  async "a book is compared while the page stays awake, and can be cancelled"() {
    const line = (n, noun) => `Et ${noun} numéro ${(n * 7919) % 10007} dit à la tribu ${n % 613} : levez-vous, et passez le fleuve ${n % 97} avant le soir.`;
    const book = (noun) => Array.from({ length: 5500 }, (_, n) => line(n, noun)).join("\n");
    await open();
    const files = [text("book-a.txt", book("le prophète")), text("book-b.txt", book("le roi"))];
    await drop("#texts", files);
    for (const n of [0, 1]) await read(n);
    await click("#compare");
    await browser.until("!document.getElementById('progress').hidden");
    assert.notEqual(await $("document.getElementById('stage').textContent"), "");
    await click("#cancel");
    await browser.until("document.getElementById('progress').hidden");
    assert.equal(await $("document.getElementById('error').hidden && document.getElementById('result').hidden"), true);
    const began = performance.now();
    await click("#compare");
    await $("window.frames_ = 0; (function count() { window.frames_ += 1; requestAnimationFrame(count); })()");
    await shown();
    console.log(`    ${Math.round(readFileSync(files[0]).length / 1000)} kB twice in ${Math.round(performance.now() - began)} ms`);
    assert((await $("window.frames_")) > 10, "the page was painted meanwhile");
    assert.match(await inReport("document.getElementById('count').textContent"), /^\d,\d{3} rows/);
  },

  async "everything has a name for those who do not see it, and fits a narrow window"() {
    for (const width of [380, 1280]) {
      await browser.size(width, 800);
      await open();
      await click("#add");
      const nameless = "[...document.querySelectorAll('button, select, textarea, progress, iframe')].filter((e) => ((e.getAttribute('aria-label') ?? e.title) || (e.labels?.[0]?.textContent ?? e.textContent)).trim() === '' && !e.hasAttribute('aria-labelledby')).map((e) => e.outerHTML)";
      assert.deepEqual(await $(nameless), []);
      assert.equal(await $("document.documentElement.scrollWidth <= innerWidth"), true, `${width}`);
      await click("#example");
      await click("#compare");
      await shown();
      assert.equal(await $("document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"), true, `${width}`);
      assert.equal(await inReport("document.documentElement.scrollWidth <= innerWidth"), true, `${width}`);
    }
  },

  async "nothing was loaded and nothing went wrong"() {
    const foreign = browser.requests.filter((url) => url !== page && !url.startsWith("blob:") && url !== "about:blank");
    assert.deepEqual(foreign, []);
    assert.deepEqual(browser.trouble, []);
    // Nor can anything be: the policy is in force.
    await open();
    assert.equal(await $("fetch('https://example.invalid/').then(() => 'sent', () => 'refused')"), "refused");
    assert.match(browser.trouble.join(), /Content Security Policy/);
  },
};

let failed;
try {
  await browser.size(1280, 800);
  failed = await run(tests);
  for (const theme of pictures ? ["light", "dark"] : []) {
    for (const width of [1280, 380]) {
      await browser.theme(theme);
      await browser.size(width, 850);
      await open();
      await browser.picture(join(pictures, `page-${theme}-${width}.png`));
      await click("#example");
      await click("#compare");
      await shown();
      await browser.settle();
      await browser.picture(join(pictures, `page-result-${theme}-${width}.png`));
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
