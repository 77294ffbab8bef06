// Calls the package: it is copied beside an installed one, and run there.
import assert from "node:assert/strict";
import test from "node:test";
import { EnregardError, about, apply, compare } from "enregard";

const A = "Les mesures principales sont prises. Le dialogue reprend entre les deux pays.";
const B = "Les mesures majeures sont prises. Le dialogue reprend entre les pays.";
const bytes = (text) => new TextEncoder().encode(text);

test("texts are compared", async () => {
  const table = await compare([A, B]);
  assert.deepEqual(table.rows.map(({ changes }) => changes), ["principales → majeures", "− deux"]);
  assert.deepEqual(table.texts.map(({ siglum, name, language, units }) => [siglum, name, language, units]), [["A", "text A", "fr", 2], ["B", "text B", "fr", 2]]);
  assert.equal(table.rows[0].A, "Les mesures principales sont prises.");
  assert.equal(table.toJSON().schema, "enregard/1");
});

test("options are kept to, and what is none is told", async () => {
  const table = await compare([A, { text: B, name: "b", language: "fr" }], { unit: "paragraph", sigla: ["Old", "New"], base: "New", ignore: ["wording"] });
  assert.equal(table.unit, "paragraph");
  assert.equal(table.rows.length, 1);
  assert.equal(table.toJSON().base, "New");
  await assert.rejects(compare([A, B], { unit: "word" }), /unit "word": .*clause, sentence, line, paragraph/);
  await assert.rejects(compare([A, B], { units: "word" }), /units/);
  await assert.rejects(compare([A, B], { sigla: ["Old"] }), /one a text/);
  await assert.rejects(compare([A, B], { base: "C" }), /A, B/);
  await assert.rejects(compare([A]), /one text only/);
  for (const wrong of [3, null, { name: "b" }, { bytes: "b", name: "b" }]) await assert.rejects(compare([A, wrong]), /text 2: a string/);
  await assert.rejects(compare(A), /an array/);
  await assert.rejects(apply(null, [A, B]), /the table: a string/);
  await assert.rejects(compare([]), EnregardError);
});

test("files are read by their bytes, and one alone by its parts", async () => {
  const html = bytes(`<html lang="fr"><body><article><p>${A}</p></article></body></html>`);
  const table = await compare([{ bytes: html, name: "a.html" }, B]);
  assert.equal(table.rows.length, 2);
  const sheet = await compare([{ bytes: bytes('{"old": "Il pleut.", "new": "Il pleuvait."}\n{"old": "Je sors.", "new": "Je pars."}\n'), name: "t.jsonl" }]);
  assert.deepEqual(sheet.rows.map((row) => [row.A, row.B]), [["Il pleut.", "Il pleuvait."], ["Je sors.", "Je pars."]]);
  await assert.rejects(compare([{ bytes: bytes("%PDF-1.7\n"), name: "x.pdf" }, B]), /x\.pdf/);
});

test("every format is written, the same each time", async () => {
  const { formats, languages } = await about();
  assert(languages.includes("fr"));
  const table = await compare([A, B, A.replace("deux", "trois")]);
  for (const { name, binary } of formats) {
    const file = table.to(name);
    assert.equal(typeof file, binary ? "object" : "string", name);
    assert(file.length > 0, name);
    assert.deepEqual(table.to(name), file, name);
  }
  assert.throws(() => table.to("pdf"), /format "pdf"/);
});

test("corrections stand", async () => {
  const table = await compare([A, B]);
  const corrected = table.to("csv").replace(",auto,", ",ok,");
  const applied = await apply(corrected, [A, B]);
  assert.deepEqual(applied.rows.map(({ status }) => status), ["ok", "auto"]);
  assert.match(applied.notes.join(), /1 row is ok/);
  const alone = await apply({ bytes: bytes(applied.to("json")), name: "t.json" }, []);
  assert.equal(alone.to("csv"), applied.to("csv"));
  await assert.rejects(apply(corrected, []), /only JSON holds the texts/);
  await assert.rejects(apply(corrected, [A, "Tout autre chose."]), EnregardError);
});

test("a table that was freed is gone", async () => {
  const table = await compare([A, B]);
  table.free();
  assert.throws(() => table.to("csv"), /no such table/);
});
