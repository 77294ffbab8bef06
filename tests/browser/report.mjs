// The HTML report in a real browser: node tests/browser/report.mjs ENREGARD [FOLDER FOR PICTURES]
//
// Needs Node 20 and Chromium (`chromium`, or what CHROMIUM names).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Browser, run } from "./browser.mjs";

const [enregard, pictures] = process.argv.slice(2);
assert(enregard, "name the program to test");
const fixtures = resolve(dirname(fileURLToPath(import.meta.url)), "../../fixtures");
const folder = mkdtempSync(join(tmpdir(), "enregard-report-"));

function report(name, ...args) {
  const file = join(folder, `${name}.html`);
  execFileSync(resolve(enregard), [...args, "-o", file, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
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

// Of more than two texts: who is shown, and what is marked in the words of each, as [witness, words, how many read so].
const FOUR = [
  "La terre était informe et vide, et le roi parla aux soldats. Le traité fut signé en 1972.",
  "La terre était informe et vide, et le roi parla aux guerriers. Le traité fut signé en 1973.",
  "La terre était informe et vide, et le prince parla aux soldats. Le traité fut signé en 1972.",
  "La terre était déserte et vide, et le prince parla aux soldats. Le traité fut signé en 1972.",
];
const four = () => report("four", ...FOUR.map((line, n) => text(`four-${n}.txt`, `${line}\n`)), "--lang", "fr");
const marked = () => $(`[...document.querySelectorAll('#r1 .cell')].flatMap((cell) => [...cell.querySelectorAll('.d')].map((d) => {
  const copy = d.cloneNode(true);
  copy.querySelectorAll('.vh').forEach((e) => e.remove());
  return [cell.querySelector('.siglum').textContent, copy.textContent, d.className.replace(/^d /, "")];
}))`);
// The words in a colour, as `row siglum colour word`, of rows in which several stand: as the terminal shows them, and as the page does.
const COLOURS = { "168;66;0": "some", "0;107;117": "alone", "153;43;134": "all", "47;79;191": "form" };
function inTheTerminal(files) {
  const args = [...files, "--lang", "fr", "--view", "side", "--width", "6000", "--color", "always", "--theme", "light"];
  const env = { ...process.env, COLORTERM: "truecolor", TERM: "xterm-256color" };
  const page = execFileSync(resolve(enregard), args, { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const rows = new Map();
  let number;
  for (const line of page.split("\n").filter((line) => line.includes("│"))) {
    // The number of the row, or blanks, then the cells.
    number = /^(?:\x1b\[[\d;]*m)? *(\d+)\b/.exec(line)?.[1] ?? number;
    let [colour, cell] = ["", 0];
    const words = rows.get(number) ?? [];
    rows.set(number, words);
    for (const part of line.split(/(\x1b\[[\d;]*m|│)/)) {
      if (part === "│") cell += 1;
      else if (part.startsWith("\x1b")) colour = COLOURS[/38;2;(\d+;\d+;\d+)/.exec(part)?.[1]] ?? "";
      else words.push(...(part.match(/[\p{L}\d]+/gu) ?? []).map((word) => [cell, colour, word]));
    }
  }
  const several = [...rows].filter(([number, words]) => new Set(words.filter(([, , word]) => word !== number).map(([cell]) => cell)).size > 1);
  return several.flatMap(([number, words]) => {
    const coloured = words.filter(([, colour]) => colour !== "").toSorted(([v], [w]) => v - w);
    return coloured.map(([cell, colour, word]) => `${number} ${"ABCDEFGH"[cell]} ${colour} ${word}`);
  });
}
const inThePage = () => $(`[...document.querySelectorAll('.row')].flatMap((row) => {
  const cells = [...row.querySelectorAll('.cell')].filter((cell) => !cell.classList.contains('empty'));
  return cells.length < 2 ? [] : cells.flatMap((cell) => [...cell.querySelectorAll('.d')].flatMap((d) => {
    const copy = d.cloneNode(true);
    copy.querySelectorAll('.vh').forEach((e) => e.remove());
    const colour = /g-(\\w+)/.exec(d.className)?.[1];
    const words = copy.textContent.match(/[\\p{L}\\d]+/gu) ?? [];
    return colour === undefined ? [] : words.map((word) => row.id.slice(1) + " " + cell.querySelector('.siglum').textContent + " " + colour + " " + word);
  }));
})`);
const switchOf = (siglum) => `[...document.querySelectorAll('#switches button')].find((b) => b.textContent === '${siglum}')`;
async function choose(siglum) {
  await $(`${switchOf(siglum)}.click()`);
  await browser.settle();
}
async function base(siglum) {
  await $(`(() => { const s = document.getElementById("base"); s.value = [...s.options].find((o) => o.textContent === "${siglum}").value; s.dispatchEvent(new Event("change")); })()`);
  await browser.settle();
}
const agreements = () => $("[...document.querySelectorAll('#agreements label')].map((l) => [l.children[1].textContent, l.querySelector('.all').textContent, l.querySelector('.n').textContent])");

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
    // By kind, and what both say otherwise apart; each with how often it is there and in how many rows.
    const box = (name) => `[...document.querySelectorAll('#facts label')].find((l) => l.textContent.startsWith('${name}'))`;
    for (const [name, expected] of [["contradiction", "11"], ["number", "11"], ["date", "00"], ["negation", "11"]]) {
      assert.equal(await $(`${box(name)}.querySelector('.all').textContent + ${box(name)}.querySelector('.n').textContent`), expected, name);
    }
    for (const [name, row] of [["contradiction", 2], ["negation", 3]]) {
      await $(`${box(name)}.querySelector('input').click()`);
      await browser.settle();
      assert.deepEqual(await $("[...document.querySelectorAll('.row')].map((r) => r.id)"), [`r${row}`]);
      await $(`${box(name)}.querySelector('input').click()`);
    }
    await browser.settle();
    assert(await $("[...document.querySelectorAll('#legend p')].some((p) => p.textContent.includes('⚑'))"));
  },

  async "inline, a row is one text with what one has and the other"() {
    await browser.visit(kremlin);
    await browser.press("i");
    assert(await $("document.querySelector('#r2 del') !== null && document.querySelector('#r2 ins') !== null"));
    assert.equal(await $("document.querySelectorAll('#r2 .cell').length"), 1);
    assert.equal(await $("document.querySelectorAll('#names > div').length"), 1);
    await browser.press("i");
    assert.equal(await $("document.querySelectorAll('#names > div').length"), 2);
  },

  async "inline, the same word otherwise written is as faint as beside the other text"() {
    const a = text("faint-a.txt", "Commencement de l’Évangile de Jésus-Christ. Voici la voix. Il chantait. Il parle peu.\n");
    const b = text("faint-b.txt", "Commencement de l’Evangile de Jésus-Christ, Fils de Dieu. Voici la Voix. Il chanta. Il dit peu.\n");
    await browser.visit(report("faint", a, b, "--lang", "fr"));
    await browser.press("i");
    const faint = await $("[...document.querySelectorAll('.row mark')].map((m) => m.lastChild.previousSibling.textContent)");
    assert.deepEqual(faint, ["Évangile", "voix", "chantait"]);
    assert.deepEqual(await $("[...document.querySelectorAll('.row del')].map((m) => m.className)"), ["d c-w"]);
    // What is not seen is there for readers of the screen.
    assert(await $("document.querySelector('#r1 ins.hushed').textContent.includes('Evangile') && document.querySelector('#r1 ins.hushed').offsetWidth <= 1"));
    assert(await $("document.querySelector('#r3 ins.small').textContent.includes('chanta')"));
    const shown = await $("(() => { const copy = document.querySelector('#r1 .cell').cloneNode(true); copy.querySelectorAll('.vh, .hushed').forEach((e) => e.remove()); return copy.textContent; })()");
    assert.match(shown, /^Commencement de l’Évangile de Jésus-Christ, (⚑?)Fils de ⚑Dieu\.$/);
    await browser.press("i");
  },

  async "what is counted is what the terminal counts"() {
    await browser.visit(kremlin);
    const summary = execFileSync(resolve(enregard), [join(fixtures, "kremlin/001.txt"), join(fixtures, "kremlin/000.txt"), "--view", "summary", "--width", "500"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const boxes = await $("[...document.querySelectorAll('#classes label')].map((l) => [l.children[1].textContent, l.querySelector('.all').textContent])");
    for (const [name, all] of boxes) {
      const said = new RegExp(`(\\d+) ${name.replace(" words", "")}\\b`).exec(summary)?.[1] ?? "0";
      assert.equal(all, said, name);
    }
    const above = await $("document.getElementById('summary').textContent");
    for (const part of [/\d+ % of A has a counterpart in B/, /\d+ wording/, /1 fact in one text only: 1 name/]) {
      assert.match(summary, part);
      assert(above.includes(part.exec(summary)[0]), above);
    }
  },

  async "the colours are those of the terminal"() {
    await browser.visit(kremlin);
    for (const [theme, expected] of [["light", "rgb(168, 66, 0)"], ["dark", "rgb(255, 143, 94)"]]) {
      await browser.theme(theme);
      assert.match(await $("getComputedStyle(document.querySelector('.c-w')).boxShadow"), new RegExp(expected.replace(/[()]/g, "\\$&")));
    }
  },

  async "few marks leave out what follows another difference, until it is asked for"() {
    const words = () => $("document.querySelectorAll('#rows .d').length");
    await browser.visit(kremlin);
    const few = await words();
    await browser.press("v");
    const all = await words();
    await browser.press("v");
    assert.equal(await words(), few);
    assert(few < all && few > all / 4, `${few} of ${all}`);
    assert.equal(await $("document.getElementById('marks-button').getAttribute('aria-pressed')"), "true");
    assert(await $("document.querySelector('#rows .low') !== null"));
    // A kind of difference that is asked for is marked wherever it is.
    const box = "document.querySelector('#classes input')";
    await $(`${box}.click()`);
    await browser.settle();
    const asked = await words();
    await browser.press("v");
    assert.equal(await words(), asked);
    await browser.visit(report("all", join(fixtures, "kremlin/001.txt"), join(fixtures, "kremlin/000.txt"), "--marks", "all"));
    assert.equal(await words(), all);
  },

  async "what is unchanged is folded when asked for, and opened again"() {
    const lines = (other) => Array.from({ length: 40 }, (_, n) => `Le marin numéro ${n + 1} ${n === 20 ? other : "regarde"} la mer.`).join("\n");
    const [a, b, c] = [text("fold-a.txt", lines("regarde")), text("fold-b.txt", lines("contemple")), text("fold-c.txt", lines("regarde"))];
    const options = ["--unit", "line", "--lang", "fr"];
    await browser.visit(report("fold", a, b, ...options));
    assert.equal(await count(), 40);
    await browser.press("u");
    assert.deepEqual(await $("[...document.querySelectorAll('.row')].map((r) => r.id)"), ["r19", "r20", "r21", "r22", "r23"]);
    assert.deepEqual(await $("[...document.querySelectorAll('.fold button')].map((b) => b.textContent)"), ["… 18 rows in which nothing differs", "… 17 rows in which nothing differs"]);
    assert(await $("document.getElementById('window').getBoundingClientRect().bottom <= document.getElementById('map').getBoundingClientRect().bottom + 1"));
    await $("document.querySelector('.fold button').click()");
    await browser.settle();
    assert.equal(await count(), 23);
    await $("location.hash = 'r33'");
    await browser.until("document.querySelector('.row.current')?.id === 'r33'");
    assert.equal(await count(), 40);
    await browser.press("u");
    await browser.press("u");
    assert.equal(await $("document.querySelectorAll('.fold').length"), 2);
    // Identical texts: that is the answer.
    await browser.visit(report("identical", a, c, ...options));
    assert.equal(await count(), 0);
    assert.deepEqual(await $("[...document.querySelectorAll('.fold button')].map((b) => b.textContent)"), ["… 40 rows in which nothing differs"]);
    assert.match(await $("document.getElementById('summary').textContent"), /A and B are the same text/);
    await browser.press("u");
    assert.equal(await count(), 40);
    const d = text("fold-d.txt", lines("regarde").replaceAll(" la mer", ", la mer"));
    await browser.visit(report("marks", a, d, ...options));
    assert.match(await $("document.getElementById('summary').textContent"), /A and B have the same words; only what is punctuation differs/);
  },

  async "rows that moved are told in the order of the text that has them there"() {
    const sentences = ["La mer est calme ce matin.", "Un marin répare ses filets déchirés.", "Les mouettes crient au-dessus du port.", "Le phare clignote encore dans la brume.", "Une vieille femme vend des oranges.", "Le capitaine appelle son équipage."];
    const order = [0, 4, 5, 3, 1, 2];
    const a = text("order-a.txt", `${sentences.join("\n")}\n`);
    const b = text("order-b.txt", `${order.map((n) => sentences[n]).join("\n")}\n`);
    await browser.visit(report("order", a, b, "--unit", "line", "--lang", "fr"));
    const told = await $("[...document.querySelectorAll('.note.move')].filter((n) => n.textContent.startsWith('←')).map((n) => [...n.querySelectorAll('.jump')].map((j) => Number(/\\d+/.exec(j.textContent)[0])))");
    assert(told.some((rows) => rows.length > 1), `${JSON.stringify(told)}`);
    for (const rows of told) {
      const places = rows.map((n) => order.indexOf(n - 1));
      assert.deepEqual(places, places.toSorted((x, y) => x - y), `${rows}`);
    }
  },

  async "on paper: title, counts and legend, signs beside the colours, no controls"() {
    await browser.visit(kremlin);
    await browser.theme("dark");
    await browser.press("i");
    await browser.press("i");
    await browser.send("Emulation.setEmulatedMedia", { media: "print" });
    const seen = (id) => $(`document.getElementById('${id}').offsetHeight > 0`);
    for (const id of ["title", "summary", "key"]) assert(await seen(id), id);
    for (const id of ["bar", "filters", "map"]) assert(!(await seen(id)), id);
    const sign = (of, where) => $(`getComputedStyle(document.querySelector('${of}'), '${where}').content`);
    for (const [of, before, after] of [["#rows mark.c-w:not(.c-m)", "⌊", "⌋"], ["#rows del.c-o", "{", "}"], ["#rows ins.c-n", "{", "}"], ["#rows mark.c-a", "~", undefined]]) {
      assert.equal(await sign(of, "::before"), `"${before}"`, of);
      if (after) assert.equal(await sign(of, "::after"), `"${after}"`, of);
    }
    assert.equal(await $("getComputedStyle(document.querySelector('#r1')).breakInside"), "avoid");
    assert.equal(await $("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    const { data } = await browser.send("Page.printToPDF", { preferCSSPageSize: true });
    const pages = Buffer.from(data, "base64").toString("latin1").match(/\/Type \/Page\b/g).length;
    assert(pages >= 2 && pages <= 4, `${pages} pages`);
    await browser.send("Emulation.setEmulatedMedia", { media: "" });
  },

  async "a narrow window shows all without scrolling sideways"() {
    await browser.size(360, 740);
    await browser.visit(kremlin);
    for (const layout of ["side", "inline"]) {
      assert.equal(await $("document.documentElement.scrollWidth <= innerWidth"), true, layout);
      await browser.press("i");
    }
    await browser.size(1400, 900);
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
    // Nor in a name, with more than two texts.
    const named = report("hostile-many", ...["x", "y", "z"].map((name) => text(`<img src=x onerror=alert(1)>${name}.txt`, `Bonjour ${name}. ${bad}`)));
    await browser.visit(named);
    assert.equal(await $("document.querySelectorAll('img, #rows script, #bar script').length"), 0);
    await browser.press("a");
    assert((await $("document.getElementById('rows').textContent")).includes("<img src=x onerror="));
    await browser.visit(page);
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

  async "of many, words have the colours that they have in the terminal, whoever is the base"() {
    await browser.size(2400, 900);
    const lone = ["roi", "prince", "prince", "prince"].map((who, n) => text(`lone-${n}.txt`, `Le ${who} parla aux soldats${n > 1 ? "" : " du pays"}, et la foule pleurait au bord du ${["fleuve", "ruisseau", "torrent", "lac"][n]}.\n`));
    const three = ["001", "000", "003"].map((name) => join(fixtures, `kremlin/${name}.txt`));
    const fours = FOUR.map((line, n) => text(`four-${n}.txt`, `${line}\n`));
    for (const [name, files] of [["lone", lone], ["three", three], ["fours", fours]]) {
      const marked = inTheTerminal(files);
      assert(marked.length > 5, name);
      for (const siglum of name === "three" ? ["A", "B"] : ["A", "D"]) {
        await browser.visit(report(name, ...files, "--lang", "fr"));
        await base(siglum);
        assert.deepEqual(await inThePage(), marked, `${name}, base ${siglum}`);
      }
    }
    await browser.size(1400, 900);
  },

  async "of many, each witness has its words marked by how many read so, and of two that are left by how they differ"() {
    await browser.size(1700, 900);
    await browser.visit(four());
    assert.equal(await $("document.documentElement.dataset.layout + document.documentElement.dataset.fit"), "sidecolumns");
    const all = [
      ["A", "roi", "g-some"], ["B", "roi", "g-some"], ["B", "guerriers", "g-alone"], ["C", "prince", "g-some"], ["D", "déserte", "g-alone"], ["D", "prince", "g-some"],
    ];
    assert.deepEqual(await marked(), all);
    await base("D");
    assert.deepEqual(await marked(), all);
    assert.equal(await $("location.hash"), "#base=D");
    // Two that are left are told as two are: by how they differ.
    await choose("B");
    await choose("C");
    assert.deepEqual(await marked(), [["A", "informe", "c-w"], ["A", "roi", "c-w"], ["D", "déserte", "c-w"], ["D", "prince", "c-w"]]);
    assert.equal(await $("document.querySelectorAll('#names > div').length"), 2);
    assert.equal(await $("document.getElementById('agreements').hidden"), true);
    await choose("A");
    assert.equal(await $(`${switchOf("D")}.disabled`), true);
    assert.equal(await $("location.hash"), "#show=D&base=D");
    await browser.size(1400, 900);
  },

  async "of many, the filter by agreement says who reads together, among those that are shown"() {
    await browser.visit(four());
    const found = await agreements();
    assert.deepEqual(found.map(([name, all]) => [name, all]), [["B alone", "2"], ["D alone", "1"], ["A B | C D", "1"]]);
    assert.equal(await $("document.querySelector('#agreements label').title"), "A C D | B");
    await choose("B");
    assert.deepEqual((await agreements()).map(([name]) => name), ["D alone", "A alone"]);
    await choose("B");
    // What is asked for alone is marked, and the rows that have it are shown.
    await browser.press("i");
    await browser.press("i");
    await $("[...document.querySelectorAll('#agreements input')][2].click()");
    await browser.settle();
    assert.deepEqual(await $("[...document.querySelectorAll('.row')].map((r) => r.id)"), ["r1"]);
    assert.deepEqual([...new Set((await marked()).map(([, words]) => words))].toSorted(), ["prince", "roi"]);
    assert.equal(await $("document.activeElement.isConnected"), true);
    const hash = await $("location.hash");
    assert.equal(hash, "#read=A,B;C,D&layout=side");
    await browser.press("Escape");
  },

  async "of many, what the address says is restored: who is shown, the base, the filter, the layout, the row"() {
    const page = four();
    await browser.visit(`${page}?restored#r1&show=A,B,D&base=B&read=A,D;B&layout=apparatus`);
    assert.deepEqual(await $("[...document.querySelectorAll('#switches button')].map((b) => b.getAttribute('aria-pressed'))"), ["true", "true", "false", "true"]);
    assert.equal(await $("document.getElementById('base').selectedOptions[0].textContent"), "B");
    assert.equal(await current(), 1);
    assert.equal(await $("document.querySelector('#agreements input:checked').closest('label').title"), "A D | B");
    const told = await $("document.querySelector('#r1 .apparatus').textContent");
    assert(told.includes("guerriers] soldats A D"), told);
    assert.equal(await $("location.hash"), "#r1&show=A,B,D&base=B&read=A,D;B&layout=apparatus");
    assert((await $("document.querySelector('#r1 .number').hash")).endsWith("&show=A,B,D&base=B&read=A,D;B&layout=apparatus"));
    // A filter alone, and a row that is not hidden by what stands above it.
    await browser.visit(`${page}?filtered#r2&read=A,C,D;B`);
    assert.equal(await $("document.querySelector('#agreements input:checked').closest('label').title"), "A C D | B");
    await browser.visit(`${page}?row#r2`);
    assert(await $("document.getElementById('r2').getBoundingClientRect().top >= document.getElementById('names').getBoundingClientRect().bottom - 1 || scrollY === 0"));
    // What names nobody, or is no address, does no harm.
    await browser.visit(`${page}?odd#show=Z,%E0&base=&read=;;&layout=none`);
    assert.equal(await count(), 2);
  },

  async "of many, a word tells the readings of all, those together that have the same"() {
    await browser.visit(four());
    await browser.press("j");
    await browser.press("ArrowRight");
    while (!(await $("document.activeElement.textContent.includes('roi')"))) await browser.press("ArrowRight");
    assert.deepEqual(await $("[...document.getElementById('tip').children].map((e) => e.textContent.trim())"), ["A B | C D", "A B roi", "C D prince wording"]);
    await choose("C");
    await browser.press("ArrowRight");
    assert((await $("document.querySelectorAll('#tip .faint').length")) > 0);
  },

  async "of many, the apparatus says behind which word others have what is elsewhere"() {
    const three = ["001", "000", "003"].map((name) => join(fixtures, `kremlin/${name}.txt`));
    await browser.visit(`${report("three", ...three, "--lang", "fr")}?elsewhere#r5&layout=apparatus`);
    const told = await $("document.querySelector('#r5 .apparatus').textContent");
    assert(told.includes("principaux] majeurs transp. post stratégiques B"), told);
    // At the beginning of the whole text, and of a row behind another.
    const order = ["Hier le navire quitta le port. Demain les marins chantent au large.", "Le navire quitta le port hier. Les marins chantent au large demain.", "Hier le navire quitta le port. Demain les marins chantent au large."];
    await browser.visit(`${report("order", ...order.map((line, n) => text(`order-${n}.txt`, `${line}\n`)), "--lang", "fr", "--base", "B")}?elsewhere#layout=apparatus`);
    const entries = await $("[...document.querySelectorAll('.apparatus')].map((p) => p.textContent)");
    assert.match(entries[0], /hier\] (Hier )?transp\. ad init\. A C/);
    assert.match(entries[1], /demain\] (Demain )?transp\. post port A C/);
    // What each adds at one place is one reading, as in the terminal.
    const adds = ["Un hidalgo vivía aquí.", "Un hidalgo vivía hace poco aquí.", "Un hidalgo vivía no hace mucho aquí.", "Un hidalgo vivía hace poco aquí."];
    await browser.visit(`${report("adds", ...adds.map((line, n) => text(`adds-${n}.txt`, `${line}\n`)), "--lang", "es")}?adds#layout=apparatus`);
    assert.equal(await $("document.querySelector('#r1 .apparatus').textContent"), "vivía] add. hace poco B D · add. no hace mucho C");
  },

  async "of many, facts say who says what, and moves who has them"() {
    await browser.visit(four());
    assert.deepEqual(await $("[...document.querySelectorAll('#r2 .note')].map((n) => n.textContent)"), ["⚑ number: 1972 A C D | 1973 B"]);
    await choose("B");
    assert.equal(await $("document.querySelectorAll('#r2 .note, #r2 .fact').length"), 0);
    await choose("B");
    const part = (n) => `Le chapitre ${"abcdefghi"[n].repeat(6)} raconte ${["une histoire de marins perdus", "une recette de pain noir", "un procès à Lyon", "la fonte des cloches", "un voyage en Perse", "le siège de La Rochelle", "la taille des vignes", "un duel au pistolet", "la chute de Byzance"][n]}.`;
    const order = (...parts) => parts.map(part).join("\n") + "\n";
    const texts = [order(0, 1, 2, 3, 4, 5, 6, 7, 8), order(0, 1, 2, 3, 4, 5, 6, 7, 8), order(0, 5, 6, 7, 8, 1, 2, 3, 4)];
    await browser.visit(report("moved-many", ...texts.map((content, n) => text(`moved-${n}.txt`, content)), "--unit", "line", "--lang", "fr"));
    assert.match(await $("document.querySelector('.note.move').textContent"), /^(→ moved: C has this|← after this, C has)/);
    await choose("C");
    assert.equal(await $("document.querySelectorAll('.note.move').length"), 0);
  },

  async "twenty witnesses: base and apparatus, stacked when asked for, and no scrolling sideways"() {
    const noun = (n) => ["le roi", "le prince", "le juge", "le prêtre"][n % 4];
    const files = Array.from({ length: 20 }, (_, n) => text(`many-${n}.txt`, `Alors ${noun(n)} parla longuement à la foule assemblée.\nEt tous s’en allèrent chez eux avant la nuit.\n`));
    const page = report("twenty", ...files, "--unit", "line", "--lang", "fr");
    for (const width of [1400, 400]) {
      await browser.size(width, 850);
      await browser.visit(`${page}?${width}`);
      assert.equal(await $("document.documentElement.dataset.layout"), "apparatus");
      assert.match(await $("document.querySelector('#r1 .apparatus').textContent"), /roi\] .*prince B F J N R/);
      assert.equal(await $("document.documentElement.scrollWidth <= innerWidth"), true, `${width}`);
      await browser.press("a");
      assert.deepEqual(await $("[...document.querySelectorAll('#r1 .siglum')].map((s) => s.textContent)"), ["A E I M Q", "B F J N R", "C G K O S", "D H L P T"]);
      assert.equal(await $("document.documentElement.scrollWidth <= innerWidth"), true, `${width}, stacked`);
    }
    await browser.size(1400, 900);
    // Keys: the third is switched off, the next is the base.
    await browser.press("3");
    await browser.press("b");
    assert.match(await $("location.hash"), /^#show=A,B,D,.*&base=B/);
  },

  async "without scripts the texts are there as a table"() {
    await browser.send("Emulation.setScriptExecutionDisabled", { value: true });
    await browser.send("Page.navigate", { url: `${four()}?plain` });
    await new Promise((done) => setTimeout(done, 500));
    const { root } = await browser.send("DOM.getDocument", { depth: -1 });
    const { nodeIds } = await browser.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "#plain tbody td" });
    const { outerHTML } = await browser.send("DOM.getOuterHTML", { nodeId: nodeIds[0] });
    await browser.send("Emulation.setScriptExecutionDisabled", { value: false });
    assert.equal(nodeIds.length, 8);
    assert.match(outerHTML, /La terre était informe et vide/);
  },

  async "nothing was loaded and nothing went wrong"() {
    const foreign = browser.requests.filter((url) => !url.startsWith(pathToFileURL(folder).href) && url !== "about:blank");
    assert.deepEqual(foreign, []);
    assert.deepEqual(browser.trouble, []);
  },
};

let failed;
try {
  await browser.size(1400, 900);
  failed = await run(tests);
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
