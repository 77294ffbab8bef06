// The npm package as others use it: packed, installed, called from Node and from TypeScript: node web/tests/package.mjs
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(here, "../dist");
const archives = readdirSync(dist).filter((name) => name.endsWith(".tgz"));
assert.equal(archives.length, 1, `${archives}`);
const folder = mkdtempSync(join(tmpdir(), "enregard-npm-"));
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, stdio: "inherit" });
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", "install", "--silent", "--no-audit", "--no-fund", join(dist, archives[0]), "typescript@5.9", "@types/node@20");
  for (const name of ["use.mjs", "use.ts"]) cpSync(join(here, name), join(folder, name));
  run("node", "--test", "use.mjs");
  run("npx", "--no-install", "tsc", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "use.ts");
  console.log("the types fit");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
