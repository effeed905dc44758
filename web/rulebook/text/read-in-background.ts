// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Complaint, PolicyComparison } from '#policy';
import type { Meaning } from './reading.ts';
import address from './worker.ts?worker&url';

/** What the background reader is asked, and what it answers. */
export type Asked =
  | { readonly id: number; readonly what: 'read'; readonly text: string; readonly against: string | null }
  | { readonly id: number; readonly what: 'compare'; readonly before: string; readonly after: string };
export type Answered =
  | { readonly id: number; readonly what: 'mistakes'; readonly complaints: readonly Complaint[] }
  | { readonly id: number; readonly what: 'meaning'; readonly meaning: Meaning | null }
  | { readonly id: number; readonly what: 'comparison'; readonly comparison: PolicyComparison | null };

interface TrustedPolicy {
  createScriptURL(address: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: TrustedPolicy): TrustedPolicy;
}

const ours: TrustedPolicy = {
  createScriptURL: (wanted) => {
    if (wanted !== address) throw new TypeError('only the reader of policies runs in the background');
    return wanted;
  },
};

// The content security policy takes the address of a script only from a policy that vouches for it.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const trusted = trustedTypes?.createPolicy('portavoce-rulebook', ours) ?? ours;

/** Reads policies away from the page, so that typing never waits for it. Stop it when the page is left. */
export interface BackgroundReader {
  /** Only the last text asked is read to its end. */
  read(text: string, against: string | null, hear: (answer: Answered) => void): void;
  compare(before: string, after: string): Promise<PolicyComparison | null>;
  stop(): void;
}

export function backgroundReader(): BackgroundReader {
  const worker = new Worker(trusted.createScriptURL(address), { type: 'module' });
  let id = 0;
  const waiting = new Map<number, (answer: Answered) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => waiting.get(data.id)?.(data));
  const ask = (asked: Asked, hear: (answer: Answered) => void) => {
    waiting.set(asked.id, hear);
    worker.postMessage(asked);
  };
  let reading = 0;
  return {
    read: (text, against, hear) => {
      waiting.delete(reading);
      id += 1;
      reading = id;
      ask({ id, what: 'read', text, against }, hear);
    },
    compare: (before, after) =>
      new Promise((resolve) => {
        id += 1;
        ask({ id, what: 'compare', before, after }, (answer) => {
          waiting.delete(answer.id);
          resolve(answer.what === 'comparison' ? answer.comparison : null);
        });
      }),
    stop: () => {
      waiting.clear();
      worker.terminate();
    },
  };
}
