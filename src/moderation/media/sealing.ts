// SPDX-License-Identifier: AGPL-3.0-or-later
import { openWith, sealWith, type Tx, type Vault } from '#platform';
import { keyOf, knownKeyOf, type Subject } from '../ladder/sealing.ts';
import type { CopyFacts } from './store.ts';

interface SealPorts {
  readonly tx: Tx;
  readonly vault: Vault;
}

const bytesPlace = (media: string): string => `media:${media}`;
const altPlace = (media: string): string => `media-alt:${media}`;

export interface ToSeal extends Subject {
  readonly id: string;
  readonly bytes: Uint8Array | null;
  readonly alt: string | null;
}

/** Bytes and the author's alternative text, under the author's key. */
export async function sealMedia(
  ports: SealPorts,
  { id, bytes, alt, ...subject }: ToSeal,
): Promise<{ readonly sealed: Buffer | null; readonly sealed_alt: Buffer | null }> {
  if (bytes === null && alt === null) return { sealed: null, sealed_alt: null };
  const key = await keyOf(ports, subject);
  return {
    sealed: bytes === null ? null : sealWith(key, bytes, bytesPlace(id)),
    sealed_alt: alt === null ? null : sealWith(key, alt, altPlace(id)),
  };
}

/** Null where its key is no more. */
export async function openBytes(
  ports: SealPorts,
  { media, sealed, ...subject }: Subject & { readonly media: string; readonly sealed: Buffer },
): Promise<Buffer | null> {
  const key = await knownKeyOf(ports, subject);
  return key === null ? null : openWith(key, sealed, bytesPlace(media));
}

/** The alternative texts that can still be opened, by copy. */
export async function openAlts(ports: SealPorts, copies: readonly CopyFacts[]): Promise<ReadonlyMap<string, string>> {
  const alts = new Map<string, string>();
  for (const { id, body, subject, sealed_alt } of copies) {
    const key = sealed_alt === null ? null : await knownKeyOf(ports, { body, subject });
    if (sealed_alt !== null && key !== null) alts.set(id, openWith(key, sealed_alt, altPlace(id)).toString());
  }
  return alts;
}
