// The library in WebAssembly, and how it is asked: the other side of src/lib.rs.
const STAGES = ["read", "normalize", "align", "words"];

// The library does not use what these would do; their crates are in it all the same.
const UNUSED = { __wbg_now: () => 0 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// What the library says is wrong, in its own words.
export class EnregardError extends Error {
  name = "EnregardError";
}

// Starts a compiled module; `onStage` is told of each stage of a comparison. What comes back asks it: a request and the files it
// tells of, to the answer and the file that comes with it.
export async function start(module, onStage = () => {}) {
  let failed = "";
  const imports = { env: {
    enregard_stage: (stage) => onStage(STAGES[stage]),
    enregard_failed: (at, length) => { failed = decoder.decode(new Uint8Array(library.memory.buffer, at, length)); },
  } };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    const known = Object.keys(UNUSED).find((start) => name.startsWith(start));
    imports[from][name] ??= UNUSED[known] ?? (() => { throw new Error(`${name} is not there`); });
  }
  const { exports: library } = await WebAssembly.instantiate(module, imports);

  return function ask(request, files = []) {
    if (failed !== "") throw new Error(`enregard has failed: ${failed}`);
    const json = encoder.encode(JSON.stringify(request));
    const length = files.reduce((sum, file) => sum + file.length, 4 + json.length);
    let answered;
    try {
      const room = library.enregard_room(length);
      const frame = new Uint8Array(library.memory.buffer, room, length);
      new DataView(frame.buffer, room).setUint32(0, json.length, true);
      frame.set(json, 4);
      let at = 4 + json.length;
      for (const file of files) {
        frame.set(file, at);
        at += file.length;
      }
      answered = library.enregard_run();
    } catch (error) {
      failed ||= error instanceof RangeError ? "the texts are too large for the memory of a page" : String(error);
      throw new Error(`enregard has failed: ${failed}`, { cause: error });
    }
    const start = library.enregard_answer();
    const frame = library.memory.buffer.slice(start, start + answered);
    const said = new DataView(frame).getUint32(0, true);
    const answer = JSON.parse(decoder.decode(new Uint8Array(frame, 4, said)));
    if (answer.error !== undefined) throw new EnregardError(answer.error);
    return { answer, file: new Uint8Array(frame, 4 + said) };
  };
}
