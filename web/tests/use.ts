// The types, as a program in TypeScript uses them.
import { readFile } from "node:fs/promises";
import { type Options, type Row, EnregardError, apply, compare } from "enregard";

const options: Options = { unit: "clause", ignore: ["typographic"] };
const table = await compare(["Il pleut.", { bytes: await readFile("b.docx"), name: "b.docx", language: "fr" }], options);
const rows: Row[] = table.rows;
const words: (string | null)[] = rows.flatMap((row) => row.differences.flatMap((difference) => difference.texts));
const report: string = table.to("html");
const workbook: Uint8Array = table.to("xlsx");
try {
  await apply({ bytes: workbook, name: "t.xlsx" }, ["Il pleut.", report, ...words.filter((word) => word !== null)]);
} catch (error) {
  if (error instanceof EnregardError) console.log(error.message);
}
// @ts-expect-error: there is no such unit.
await compare([], { unit: "word" });
// @ts-expect-error: nobody makes a table but these functions.
new (await import("enregard")).Table();
