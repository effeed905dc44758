// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { openWith, sealWith, type Vault } from '#platform';
import type { ConsentView } from './contract.ts';
import type { Stored, Subject } from './store.ts';

// What is known of somebody is sealed under a key of their own, and that under the vault's: without it they are erased.

const KEY_BYTES = 32;
const placeOf = ({ body, id }: Pick<Subject, 'body' | 'id'>): string => `consent-subject:${body}:${id}`;

/** A key for a new subject, and how it is kept. */
export function newKey(vault: Vault, subject: Pick<Subject, 'body' | 'id'>): { key: Buffer; sealed_key: Buffer } {
  const key = randomBytes(KEY_BYTES);
  return { key, sealed_key: vault.seal(key, placeOf(subject)) };
}

/** Null where it is no more. */
export const keyOf = (vault: Vault, subject: Subject): Buffer | null =>
  subject.sealed_key === null ? null : vault.open(subject.sealed_key, placeOf(subject));

export const sealWords = (key: Buffer, words: unknown, row: string): Buffer =>
  sealWith(key, JSON.stringify(words), `consent:${row}`);

const openedWords = <Words>(key: Buffer, sealed: Buffer, row: string): Words =>
  JSON.parse(openWith(key, sealed, `consent:${row}`).toString()) as Words;

/** What an entry says in words. */
export type Said = NonNullable<ConsentView['said']>;

/** What is sealed of an entry, opened. */
export interface Opened {
  readonly name: string;
  readonly said: Said;
  /** In the order of the signatures. */
  readonly signers: readonly string[];
  readonly withdrawal: { readonly askedBy: string; readonly how: string } | null;
}

export const rowOfSubject = (id: string): string => `subject:${id}`;
export const rowOfSigner = (consent: string, nth: number): string => `signature:${consent}:${nth}`;
export const rowOfWithdrawal = (consent: string): string => `withdrawal:${consent}`;
export const placeOfDocument = (consent: string): string => `consent-document:${consent}`;

/** Null where it was erased. */
export function openEntry(vault: Vault, { consent, subject, signatures, withdrawal }: Stored): Opened | null {
  const key = keyOf(vault, subject);
  if (key === null) return null;
  return {
    name: openedWords<string>(key, subject.sealed, rowOfSubject(subject.id)),
    said: openedWords<Said>(key, consent.sealed, consent.id),
    signers: signatures.map(({ nth, sealed }) => openedWords<string>(key, sealed, rowOfSigner(consent.id, nth))),
    withdrawal: withdrawal === null ? null : openedWords(key, withdrawal.sealed, rowOfWithdrawal(consent.id)),
  };
}
