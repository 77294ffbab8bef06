// The library in a worker, so that the page never waits for it. Each message is { id, request, files }, or the compiled module first.
import { start, EnregardError } from "./core.js";

let ready;
onmessage = async ({ data }) => {
  if (data.module) {
    ready = start(data.module, (stage) => postMessage({ stage }));
    return;
  }
  const { id, request, files } = data;
  try {
    const ask = await ready;
    const { answer, file } = ask(request, files);
    postMessage({ id, answer, file }, [file.buffer]);
  } catch (error) {
    postMessage({ id, error: error.message, told: error instanceof EnregardError });
  }
};
