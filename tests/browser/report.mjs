// The HTML report in a real browser: node tests/browser/report.mjs ENREGARD [FOLDER FOR PICTURES]
//
// Needs Node 20 and Chromium (`chromium`, or what CHROMIUM names).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Browser } from "./browser.mjs";

const [enregard, pictures] = process.argv.slice(2);
assert(enregard, "name the program to test");
const fixtures = resolve(dirname(fileURLToPath(import.meta.url)), "../../fixtures");
const folder = mkdtempSync(join(tmpdir(), "enregard-report-"));

function report(name, a, b, ...options) {
  const file = join(folder, `${name}.html`);
  execFileSync(resolve(enregard), [a, b, "-o", file, "--quiet", ...options], { stdio: ["ignore", "ignore", "inherit"] });
  return pathToFileURL(file).href;
}

function text(name, content) {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const kremlin = report("kremlin", join(fixtures, "kremlin/001.txt"), join(fixtures, "kremlin/000.txt"));
const browser = await Browser.open();
const $ = (expression) => browser.value(expression);
const count = () => $("document.querySelectorAll('.row').length");
const said = () => $("document.getElementById('count').textContent");
const current = () => $("Number(document.querySelector('.row.current')?.id.slice(1) ?? 0)");

// Whether some row is painted in each tenth of the window.
const BLANK = `(() => {
  for (let i = 2; i < 10; i++) {
    const found = document.elementFromPoint(innerWidth / 2, (innerHeight * i) / 10);
    if (!found?.closest(".row")) return i;
  }
  return 0;
})()`;

async function search(pattern) {
  await $(`(() => { const s = document.getElementById("search"); s.value = ${JSON.stringify(pattern)}; s.dispatchEvent(new Event("input")); })()`);
  await new Promise((done) => setTimeout(done, 400));
  await browser.settle();
}

const tests = {
  async "filters say how many rows they show, and show them"() {
    await browser.visit(kremlin);
    const rows = await count();
    const labels = await $("[...document.querySelectorAll('#filters label:has(input[type=checkbox])')].map((l, n) => [n, l.querySelector('.n').textContent])");
    for (const [n, expected] of labels) {
      if (expected === "0") continue;
      await $(`document.querySelectorAll('#filters input[type=checkbox]')[${n}].click()`);
      await browser.settle();
      assert.equal(await count(), Number(expected), `filter ${n}`);
      await $(`document.querySelectorAll('#filters input[type=checkbox]')[${n}].click()`);
    }
    await browser.settle();
    assert.equal(await count(), rows);
    await $("(() => { const r = document.getElementById('least'); r.value = 60; r.dispatchEvent(new Event('input')); })()");
    const shares = await $("[...document.querySelectorAll('.row .similarity')].map((s) => parseInt(s.textContent))");
    assert(shares.length > 0 && shares.length < rows && shares.every((s) => s >= 60), `${shares}`);
    assert.equal(await count(), shares.length);
    await browser.press("Escape");
    assert.equal(await count(), rows);
  },

  async "the search folds accents, capitals and apostrophes"() {
    await browser.visit(kremlin);
    await search("D'ETRE ");
    const none = await count();
    await search("etats-unis");
    assert.match(await said(), / of /);
    const found = await $("[...document.querySelectorAll('.hit')].map((h) => h.textContent)");
    assert(found.includes("États-Unis") && found.includes("Etats-Unis"), `${found}`);
    assert(none < await count() || none > 0);
    await search("");
    assert.equal(await $("document.querySelectorAll('.hit').length"), 0);
  },

  async "a word shows its partner and its class, under the mouse and from the keyboard"() {
    await browser.visit(kremlin);
    const [x, y] = await $("(() => { const r = document.querySelector('#r2 mark.c-w').getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()");
    await browser.point(x, y);
    assert.match(await $("document.getElementById('tip').textContent"), /wording/);
    assert.equal(await $("new Set([...document.querySelectorAll('.lit')].map((e) => e.closest('.cell').lang + e.textContent)).size"), 2);
    await browser.point(1, 1);
    assert.equal(await $("document.getElementById('tip').hidden"), true);
    await browser.press("j");
    await browser.press("j");
    await browser.press("ArrowRight");
    assert.equal(await $("document.activeElement.closest('.row').id"), "r2");
    assert.equal(await $("document.getElementById('tip').hidden"), false);
  },

  async "keys, jumps and links to rows"() {
    await browser.visit(kremlin);
    await browser.press("j");
    await browser.press("j");
    await browser.press("k");
    assert.equal(await current(), 1);
    await browser.press("/");
    assert.equal(await $("document.activeElement.id"), "search");
    await browser.press("Escape");
    await browser.press("?");
    assert.equal(await $("document.getElementById('help').open"), true);
    await $("document.getElementById('help').close()");
    await browser.press("q");
    const from = await current();
    const to = await $("Number(document.querySelector('.row.current .note.quote .jump').textContent.slice(4))");
    await browser.press("Enter");
    await browser.until(`document.querySelector(".row.current").id === "r${to}"`);
    assert.notEqual(from, to);
    assert.equal(await $("location.hash"), `#r${to}`);
    await browser.visit(`${kremlin}?again#r9`);
    assert.equal(await current(), 9);
  },

  async "moves are told at both places"() {
    const part = (from, to) => Array.from({ length: to - from }, (_, i) => `Le chapitre ${"abcdefghijklmnopqrst"[from + i].repeat(6)} raconte ${"une histoire de marins perdus,une recette de pain noir,un procès à Lyon,la fonte des cloches,un voyage en Perse,le siège de La Rochelle,la taille des vignes,un duel au pistolet,la chute de Byzance,une éclipse de lune,un bal masqué,la construction du phare".split(",")[from + i]}.`).join("\n");
    const a = text("a.txt", `${part(0, 3)}\n${part(3, 6)}\n${part(6, 12)}\n`);
    const b = text("b.txt", `${part(0, 3)}\n${part(6, 12)}\n${part(3, 6)}\n`);
    await browser.visit(report("moved", a, b));
    const departures = await $("document.querySelectorAll('.row.moved .note.move .jump').length");
    assert(departures > 0);
    assert((await $("[...document.querySelectorAll('.note.move')].filter((n) => n.textContent.startsWith('←')).length")) > 0);
    await browser.press("m");
    assert.equal(await $("document.querySelector('.row.current').classList.contains('moved')"), true);
  },

  async "facts that differ have their sign, their filter and their keys"() {
    const same = "Les ministres des deux pays voisins parlèrent longuement de la paix ce soir.";
    const a = text("facts-a.txt", `${same}\nLe traité de paix fut signé en 1972 par les rois.\nIls reviendront demain au palais du roi.\n`);
    const b = text("facts-b.txt", `${same}\nLe traité de paix fut signé en 1973 par les rois.\nIls ne reviendront pas demain au palais du roi.\n`);
    await browser.visit(report("facts", a, b, "--unit", "line", "--lang", "fr"));
    const flags = (row) => $(`[...document.querySelectorAll('#r${row} .fact')].map((f) => [f.title, f.firstChild.textContent, f.nextSibling.textContent])`);
    assert.deepEqual(await flags(1), []);
    assert.deepEqual(await flags(2), [["number: 1972 → 1973", "⚑", "1972"], ["number: 1972 → 1973", "⚑", "1973"]]);
    assert.equal((await flags(3)).length, 1);
    const colour = () => $("getComputedStyle(document.querySelector('.fact')).color");
    await browser.theme("light");
    const light = await colour();
    await browser.theme("dark");
    assert.notEqual(await colour(), light);
    await browser.press("n");
    await browser.press("n");
    assert.equal(await current(), 3);
    await browser.press("N");
    assert.equal(await current(), 2);
    await browser.press("i");
    assert((await flags(2)).length === 2 && (await flags(3)).length === 1, "inline");
    await browser.press("i");
    const box = "[...document.querySelectorAll('#kinds label')].find((l) => l.textContent.startsWith('facts differ'))";
    assert.equal(await $(`${box}.querySelector('.n').textContent`), "2");
    await $(`${box}.querySelector('input').click()`);
    await browser.settle();
    assert.equal(await count(), 2);
    assert(await $("[...document.querySelectorAll('#legend p')].some((p) => p.textContent.includes('⚑'))"));
  },

  async "inline, a row is one text with what one has and the other"() {
    await browser.visit(kremlin);
    await browser.press("i");
    assert(await $("document.querySelector('#r2 del') !== null && document.querySelector('#r2 ins') !== null"));
    assert.equal(await $("document.querySelectorAll('#r2 .cell').length"), 1);
    await browser.press("i");
  },

  async "readers of the screen are told what differs"() {
    await browser.visit(kremlin);
    assert(await $("[...document.querySelectorAll('.row del .vh')].some((s) => s.textContent.includes('only in A'))"));
    assert(await $("[...document.querySelectorAll('.row ins .vh')].some((s) => s.textContent.includes('only in B'))"));
    assert(await $("[...document.querySelectorAll('.row')].every((r) => r.getAttribute('aria-label').startsWith('row '))"));
    assert(await $("[...document.querySelectorAll('button')].every((b) => (b.getAttribute('aria-label') ?? b.textContent).trim() !== '')"));
  },

  async "a row can be copied"() {
    await browser.visit(kremlin);
    await browser.press("j");
    await browser.press("j");
    await browser.press("c");
    await browser.until("/row 2 (copied|could not)/.test(document.getElementById('count').textContent)");
    assert.match(await said(), /row 2 copied/);
  },

  async "no text becomes markup or turns the line"() {
    const bad = "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\"></style>\u202e\u2066 \u0001 {{data}} <!-- fin.\n";
    const page = report("hostile", text("x.txt", `Bonjour. ${bad}`), text("y.txt", `Bonsoir. ${bad}`));
    await browser.visit(page);
    assert.notEqual(await $("document.title"), "pwned");
    assert.equal(await $("document.querySelectorAll('img, #rows script').length"), 0);
    const shown = await $("document.getElementById('rows').textContent");
    assert(shown.includes("<img src=x onerror="), shown);
    assert(shown.includes("\\u{202e}") && !shown.includes("\u202e"), shown);
  },

  async "24,000 rows: all can be reached, and none is blank on the way"() {
    const line = (n, noun) => `Verset ${n} du livre, où ${noun} numéro ${(n * 7919) % 10007} parle à la tribu ${n % 613}.`;
    const lines = (noun) => Array.from({ length: 24000 }, (_, n) => line(n, noun)).join("\n");
    const page = report("long", text("long-a.txt", lines("le prophète")), text("long-b.txt", lines("le roi")), "--unit", "line");
    console.log(`    opens in ${Math.round(await browser.visit(page))} ms`);
    assert.match(await said(), /24,000 rows/);
    for (let i = 0; i <= 20; i++) {
      await $(`scrollTo(0, document.documentElement.scrollHeight * ${i} / 20)`);
      await browser.settle();
      assert.equal(await $(BLANK), 0, `blank at ${i} twentieths`);
    }
    assert((await count()) < 2000, "rows far away are let go");
    await $("location.hash = 'r17321'");
    await browser.until("document.querySelector('.row.current')?.id === 'r17321'");
    const top = await $("document.getElementById('r17321').getBoundingClientRect().top");
    assert(top >= 0 && top < 300, `${top}`);
    const start = performance.now();
    await search("numero 4242 ");
    console.log(`    searches in ${Math.round(performance.now() - start - 400)} ms`);
    assert.match(await said(), /^[1-9]\d* of 24,000 rows/);
  },

  async "nothing was loaded and nothing went wrong"() {
    const foreign = browser.requests.filter((url) => !url.startsWith(pathToFileURL(folder).href) && url !== "about:blank");
    assert.deepEqual(foreign, []);
    assert.deepEqual(browser.trouble, []);
  },
};

let failed = 0;
try {
  await browser.size(1400, 900);
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error.stack}`);
    }
  }
  for (const theme of pictures ? ["light", "dark"] : []) {
    await browser.theme(theme);
    await browser.visit(`${kremlin}?${theme}#r4`);
    await browser.picture(join(pictures, `report-${theme}.png`));
    await browser.press("i");
    await browser.picture(join(pictures, `inline-${theme}.png`));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
