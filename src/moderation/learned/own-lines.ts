// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx, Vault } from '#platform';
import { type LinearModel, MODEL_DIGEST, opened, type StoredModel, stored } from '#triage';
import { keepLines, linesFacts, sealedLines } from './store.ts';

const placeOf = (body: string, model: string): string => `learned:${body}:${model}`;

// Opening them takes longer than reading a text with them; the moment of learning says whether they are still these.
const openedOf = new Map<string, { readonly at: number; readonly lines: LinearModel }>();

/** What the body's decisions add to the model; undefined where nothing was learned, or for another model than this one. */
export async function ownLines(tx: Tx, vault: Vault, body: string): Promise<LinearModel | undefined> {
  const facts = await linesFacts(tx, body);
  if (facts === undefined || facts.model !== MODEL_DIGEST || facts.decisions === 0) return undefined;
  const known = openedOf.get(body);
  if (known?.at === facts.at.getTime()) return known.lines;
  const sealed = await sealedLines(tx, body);
  if (sealed === undefined) return undefined;
  const lines = opened(JSON.parse(vault.open(sealed, placeOf(body, MODEL_DIGEST)).toString()) as StoredModel);
  openedOf.set(body, { at: facts.at.getTime(), lines });
  return lines;
}

export async function keepOwnLines(
  tx: Tx,
  vault: Vault,
  learned: { readonly body: string; readonly lines: LinearModel; readonly decisions: number; readonly at: Date },
): Promise<void> {
  const { body, lines, decisions, at } = learned;
  const sealed = vault.seal(JSON.stringify(stored(lines)), placeOf(body, MODEL_DIGEST));
  await keepLines(tx, { body, model: MODEL_DIGEST, decisions, sealed, at });
}
