// The library, in a worker: started when it is first needed, ended when somebody cancels, then started anew.
const bytesOf = (base64) => Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));

// Compiled once; workers are given what was compiled.
async function compile() {
  const packed = new Blob([bytesOf($("data-library").textContent)]);
  const unpacked = packed.stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

const library = {
  module: null,
  worker: null,
  waiting: new Map(),
  next: 1,
  onStage: () => {},

  // The answer and the file with it. The error of one that was cancelled is `null`.
  async ask(request, files = []) {
    this.module ??= compile();
    const module = await this.module;
    if (this.worker === null) {
      const url = URL.createObjectURL(new Blob([$("data-worker").textContent], { type: "text/javascript" }));
      this.worker = new Worker(url);
      URL.revokeObjectURL(url);
      this.worker.onmessage = ({ data }) => this.heard(data);
      this.worker.onerror = (event) => this.end(new Error(event.message || "the browser could not start the program"));
      this.worker.postMessage({ module });
    }
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, request, files });
    });
  },

  heard({ stage, id, answer, file, error, told }) {
    if (stage !== undefined) return this.onStage(stage);
    const { resolve, reject } = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) return resolve({ answer, file });
    reject(new Error(error));
    // What it did not tell itself is a fault, after which nothing of it can be used.
    if (!told) this.end(new Error(error));
  },

  // Tables that it has made are gone with it.
  end(error) {
    this.worker?.terminate();
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  },
};
