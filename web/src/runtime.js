// Python, started in a worker that is handed everything; the network is asked for the page's own parts.

const OF_PARTS = 55; // per cent of the way
const STAGES = { packages: 78, import: 86 };
const waiting = new Map();
let worker;
let held; // the parts, to start again from
let count = 0;

/** What this browser lacks; empty where it has all that is needed. */
export function lacking() {
  return ["WebAssembly", "Worker", "DecompressionStream", "TextDecoder"].filter((name) => !(name in globalThis));
}

export const isFolder = location.protocol === "file:";

/** Starts Python; `tell` is called with the per cent of the way and the name of the stage. */
export async function start(tell) {
  const parts = {};
  const whole = PARTS.reduce((sum, part) => sum + part.size, 0);
  let had = 0;
  for (const part of PARTS) {
    const packed = await (isFolder ? fromScript : fromServer)(part, (bytes) => {
      had += bytes;
      tell(Math.min(OF_PARTS, Math.round((OF_PARTS * had) / whole)), "parts");
    });
    parts[part.name] = await unpacked(packed);
  }
  tell(OF_PARTS + 5, "python");
  held = parts;
  return begun(parts, tell);
}

async function fromServer(part, tell) {
  const answer = await fetch(`parts/${part.name}.gz`);
  if (!answer.ok) throw new Error(`parts/${part.name}.gz: ${answer.status}`);
  const reader = answer.body.getReader();
  const pieces = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    pieces.push(value);
    tell(value.length);
  }
}

function fromScript(part, tell) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = `parts/${part.name}.js`;
    script.onload = () => {
      const text = atob(globalThis.indicatorParts[part.name]);
      delete globalThis.indicatorParts[part.name];
      script.remove();
      tell(part.size);
      done(new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))]));
    };
    script.onerror = () => failed(new Error(script.src));
    document.head.append(script);
  });
}

async function unpacked(packed) {
  const first = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  // A server may have unpacked it on the way.
  if (first[0] !== 0x1f || first[1] !== 0x8b) return packed.arrayBuffer();
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

function begun(parts, tell) {
  const source = new Blob([parts.worker], { type: "text/javascript" });
  worker = new Worker(URL.createObjectURL(source));
  return new Promise((done, failed) => {
    worker.onerror = (event) => failed(new Error(event.message || "worker"));
    worker.onmessage = ({ data }) => {
      if (data.ready) {
        tell(100, "ready");
        done(data.ready);
      } else if (data.progress) {
        tell(STAGES[data.progress], data.progress);
      } else if (data.number === undefined) {
        failed(new Error(data.fault));
      } else {
        const { done: answered, failed: refused } = waiting.get(data.number);
        waiting.delete(data.number);
        if (data.fault) refused(new Error(data.fault));
        else answered(data.record);
      }
    };
    const { worker: _, ...rest } = parts;
    worker.postMessage({ parts: rest });
  });
}

/** Whether a question has waited longer than so many milliseconds. */
export function isSlow(longest) {
  const now = performance.now();
  return [...waiting.values()].some((each) => now - each.since > longest);
}

/** Ends whatever Python is at, and starts it anew; what it had open is forgotten. */
export async function restart(tell) {
  worker.terminate();
  const refused = [...waiting.values()];
  waiting.clear();
  await begun(held, tell);
  for (const each of refused) each.failed(new Stopped());
}

export class Stopped extends Error {}

/** Python's answer to a question; `content` are the bytes of a file. */
export function ask(question, content) {
  count += 1;
  const number = count;
  return new Promise((done, failed) => {
    waiting.set(number, { done, failed, since: performance.now() });
    worker.postMessage({ number, question, content });
  });
}
