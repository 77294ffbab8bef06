// Headless Chromium, driven over a pipe: no package is needed.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CHROMIUM = process.env.CHROMIUM ?? "chromium";

export class Browser {
  #next = 1;
  #waiting = new Map();
  #awaited = new Map();
  #session;
  // The sessions of frames and workers that run by themselves, as [kind, session].
  #others = [];
  // What went wrong in the page, and what it tried to load.
  trouble = [];
  requests = [];

  static async open() {
    const browser = new Browser();
    browser.profile = mkdtempSync(join(tmpdir(), "enregard-browser-"));
    browser.process = spawn(
      CHROMIUM,
      ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", `--user-data-dir=${browser.profile}`, "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
    );
    browser.process.on("error", (error) => { throw error; });
    let rest = "";
    browser.process.stdio[4].setEncoding("utf8").on("data", (data) => {
      const messages = (rest + data).split("\0");
      rest = messages.pop();
      messages.forEach((message) => browser.#receive(JSON.parse(message)));
    });
    const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
    browser.#session = sessionId;
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await browser.send(`${domain}.enable`);
    await browser.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    return browser;
  }

  // What the next event of this kind tells.
  once(method) {
    return new Promise((resolve, reject) => {
      this.#awaited.set(method, resolve);
      setTimeout(() => reject(new Error(`never came: ${method}`)), 30_000).unref();
    });
  }

  #attached({ sessionId, targetInfo }) {
    this.#others.push([targetInfo.type, sessionId]);
    // A frame may be gone before it is asked, and a worker has no such log.
    for (const domain of ["Runtime", "Log", "Network"]) this.send(`${domain}.enable`, {}, sessionId).catch(() => {});
  }

  #receive({ id, result, error, method, params }) {
    this.#awaited.get(method)?.(params);
    this.#awaited.delete(method);
    if (id !== undefined) {
      const { resolve, reject } = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    } else if (method === "Runtime.exceptionThrown") this.trouble.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    else if (method === "Runtime.consoleAPICalled") this.trouble.push(`console: ${params.args.map((a) => a.value).join(" ")}`);
    else if (method === "Log.entryAdded") this.trouble.push(`log: ${params.entry.text}`);
    else if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    else if (method === "Target.attachedToTarget") this.#attached(params);
    else if (method === "Target.detachedFromTarget") this.#others = this.#others.filter(([, session]) => session !== params.sessionId);
  }

  send(method, params = {}, sessionId = this.#session) {
    const id = this.#next++;
    const message = { id, method, params, ...(sessionId && { sessionId }) };
    this.process.stdio[3].write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  // The value of an expression in the page, waited for.
  async value(expression, session = this.#session) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, session);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  // The same in the frame of the page that runs by itself.
  async inFrame(expression) {
    const [, session] = this.#others.findLast(([kind]) => kind === "iframe") ?? [];
    if (session === undefined) throw new Error("there is no such frame");
    return this.value(expression, session);
  }

  // Opens a page; how many milliseconds passed until its rows were painted.
  async visit(url) {
    const start = performance.now();
    await this.send("Page.navigate", { url });
    await this.until("document.querySelector('.row, .fold') !== null");
    await this.settle();
    return performance.now() - start;
  }

  // Two frames: what was asked for has been painted.
  settle() {
    return this.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
  }

  async until(expression, value = (e) => this.value(e)) {
    for (let tries = 0; tries < 600; tries++) {
      if (await value(expression).catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`never true: ${expression}`);
  }

  async press(key, text = key.length === 1 ? key : undefined) {
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key, text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key });
    await this.settle();
  }

  async point(x, y) {
    await this.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
    await this.settle();
  }

  size(width, height) {
    return this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  theme(value) {
    return this.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
  }

  async picture(file) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  // Asked to end, it takes its children with it; one that does not answer is killed.
  async close() {
    const ended = new Promise((done) => this.process.once("exit", done));
    const late = setTimeout(() => this.process.kill("SIGKILL"), 5_000);
    this.send("Browser.close", {}, null).catch(() => {});
    await ended;
    clearTimeout(late);
    await removed(this.profile);
  }
}

// A process that outlives its parent for a moment may still write there, and rmSync reads each folder once only.
async function removed(folder) {
  for (let tries = 0; tries < 50; tries++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  console.error(`left behind: ${folder}`);
}

// Runs each test; how many failed. All of them share the browser, so a later one may see what an earlier one left.
export async function run(tests) {
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error.stack}`);
    }
  }
  return failed;
}
