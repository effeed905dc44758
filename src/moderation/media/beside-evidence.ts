// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx, Vault } from '#platform';
import type { Evidence } from '../evidence.ts';
import { extensionOf } from './known-types.ts';
import { openAlts, openBytes } from './sealing.ts';
import { allCopiesOf, evidenceMediaOf } from './store.ts';

/** What evidence says of what came with an item: each piece that the desk knows of, copied or why not. */
export async function mediaFacts(
  ports: { tx: Tx; vault: Vault },
  item: string,
): Promise<NonNullable<Evidence['media']>> {
  const copies = await allCopiesOf(ports.tx, item);
  const alts = await openAlts(ports, copies);
  return copies.map(({ id, kind, state, type, bytes, digest }) => ({
    ...{ kind, state, type, bytes, digest, alt: alts.get(id) ?? null },
  }));
}

/** The kept files of a decision's evidence, named by their order; those whose key is no more are erased. */
export async function keptFiles(
  { tx, vault }: { readonly tx: Tx; readonly vault: Vault },
  decision: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }[]> {
  const files: { name: string; bytes: Buffer }[] = [];
  for (const [index, { media, body, subject, sealed, type }] of (await evidenceMediaOf(tx, decision)).entries()) {
    const bytes = await openBytes({ tx, vault }, { media, body, subject, sealed });
    if (bytes !== null) files.push({ name: `${index + 1}.${extensionOf(type)}`, bytes });
  }
  return files;
}
