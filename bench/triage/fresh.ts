// SPDX-License-Identifier: AGPL-3.0-or-later
// node --expose-gc fresh.ts start|whole: a process of its own that knows nothing yet; to read the whole corpus it has no
// network. Prints what the first answer and the whole corpus cost it, as one line of JSON. Nothing is imported that
// an office’s own process would not need for a first answer.

export interface Fresh {
  /** From the start of the process to the first answer, and the first answer alone once the engine is loaded. */
  readonly sinceStartMs: number;
  readonly loadingMs: number;
  readonly firstMs: number;
  /** Growth of the memory in use, collected before and after. */
  readonly residentMb: number;
  readonly keptMb: number;
  /** Of every signal of the corpus; empty where it was not read. */
  readonly digest: string;
}

const refuse = (): never => {
  throw new Error('triage asked for the network');
};

/** Memories of WebAssembly, of which Node’s figures do not tell. */
let apart = 0;
const engine = globalThis as unknown as { WebAssembly: { Memory: new (size: object) => { buffer: ArrayBuffer } } };
engine.WebAssembly.Memory = class extends engine.WebAssembly.Memory {
  constructor(size: object) {
    super(size);
    apart += this.buffer.byteLength;
  }
};

const used = () => {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { resident: rss / 1e6, kept: (heapUsed + arrayBuffers + apart) / 1e6 };
};

async function cutOff(): Promise<void> {
  const { Socket } = await import('node:net');
  globalThis.fetch = refuse;
  Socket.prototype.connect = refuse;
}

async function corpusDigest(analyse: typeof import('#triage').analyse): Promise<string> {
  const { readCorpus } = await import('../../corpus/corpus.ts');
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const { text } of readCorpus()) hash.update(JSON.stringify(analyse(text)));
  return hash.digest('hex');
}

async function main(mode: string | undefined): Promise<void> {
  if (mode === 'whole') await cutOff();
  const before = used();
  const from = performance.now();
  const { analyse } = await import('#triage');
  const loaded = performance.now();
  analyse('siete dei ladri');
  const answered = performance.now();
  const digest = mode === 'whole' ? await corpusDigest(analyse) : '';
  const after = used();
  const fresh: Fresh = {
    sinceStartMs: answered,
    loadingMs: loaded - from,
    firstMs: answered - loaded,
    residentMb: after.resident - before.resident,
    keptMb: after.kept - before.kept,
    digest,
  };
  process.stdout.write(`${JSON.stringify(fresh)}\n`);
}

if (import.meta.main) await main(process.argv[2]);
