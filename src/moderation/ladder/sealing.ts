// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { openWith, sealWith, type Tx, type Vault } from '#platform';
import { subjectKey } from '../evidence-store.ts';
import { subjectKeys } from './author-store.ts';

export interface Subject {
  readonly body: string;
  /** The author, or the item where the author is unknown: destroying its key erases what is sealed here. */
  readonly subject: string;
}

/** What is sealed, and the row that it is bound to. */
export interface Sealed {
  readonly row: string;
  readonly subject: string;
  readonly sealed: Buffer;
}

interface SealPorts {
  readonly tx: Tx;
  readonly vault: Vault;
}

const KEY_BYTES = 32;
const placeOf = ({ body, subject }: Subject): string => `subject:${body}:${subject}`;

/** The subject's key; made if there is none. */
export async function keyOf({ tx, vault }: SealPorts, { body, subject }: Subject): Promise<Buffer> {
  const place = placeOf({ body, subject });
  const sealed_key = await subjectKey(tx, { body, subject, sealed_key: vault.seal(randomBytes(KEY_BYTES), place) });
  return vault.open(sealed_key, place);
}

/** Null where it is no more. */
export async function knownKeyOf({ tx, vault }: SealPorts, { body, subject }: Subject): Promise<Buffer | null> {
  const key = (await subjectKeys(tx, body, [subject])).get(subject);
  return key === undefined ? null : vault.open(key, placeOf({ body, subject }));
}

/** Words about an author, sealed under their key and bound to the row that holds them. */
export async function sealWords(
  ports: SealPorts,
  { body, subject, row }: Subject & { readonly row: string },
  words: object,
): Promise<Buffer> {
  return sealWith(await keyOf(ports, { body, subject }), JSON.stringify(words), `ladder:${row}`);
}

/** Words by row; those whose key is no more are erased, and not among them. */
export async function openAll<Words>(
  { tx, vault }: SealPorts,
  body: string,
  all: readonly Sealed[],
): Promise<ReadonlyMap<string, Words>> {
  const keys = await subjectKeys(tx, body, [...new Set(all.map(({ subject }) => subject))]);
  const opened = new Map<string, Words>();
  for (const { row, subject, sealed } of all) {
    const key = keys.get(subject);
    if (key === undefined) continue;
    const plain = openWith(vault.open(key, placeOf({ body, subject })), sealed, `ladder:${row}`);
    opened.set(row, JSON.parse(plain.toString()) as Words);
  }
  return opened;
}

/** One of them; null where its key is no more. */
export async function openWords<Words>(
  ports: SealPorts,
  { body, subject, row }: Subject & { readonly row: string },
  sealed: Buffer,
): Promise<Words | null> {
  return (await openAll<Words>(ports, body, [{ row, subject, sealed }])).get(row) ?? null;
}
