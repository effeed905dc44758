// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answered, Asked } from './read-in-background.ts';
import { comparisonOf, meaningOf, mistakesIn } from './reading.ts';

interface Port {
  postMessage(answer: Answered): void;
  addEventListener(kind: 'message', hear: (event: { readonly data: Asked }) => void): void;
}
const port = globalThis as unknown as Port;

let latest = 0;

port.addEventListener('message', ({ data }) => {
  const { id } = data;
  if (data.what === 'compare') {
    port.postMessage({ id, what: 'comparison', comparison: comparisonOf(data.before, data.after) });
    return;
  }
  latest = id;
  port.postMessage({ id, what: 'mistakes', complaints: mistakesIn(data.text) });
  // A newer text may have come meanwhile: what takes longer is then left to it.
  setTimeout(() => {
    if (latest === id) port.postMessage({ id, what: 'meaning', meaning: meaningOf(data.text, data.against) });
  });
});
