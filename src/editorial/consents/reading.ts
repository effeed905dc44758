// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { CompiledPolicy } from '#policy';
import type { DraftContent, MediaUse } from '../drafting/contract.ts';
import type { EditorialPorts } from '../ports.ts';
import { isCovered } from './media-lacks.ts';
import { openEntry } from './sealing.ts';
import type { Channel, Entry } from './standing.ts';
import { type Stored, storedByIds } from './store.ts';
import { tellableWords } from './text-bases.ts';

/** The entries of the ledger that a content names, as they stand. */
export interface BasesReading {
  readonly entries: ReadonlyMap<string, Entry>;
  /** When it goes out: the day that it is held against. */
  readonly day: string;
  /** Whether they cover everybody who is said to be seen in a picture there. */
  covers(use: MediaUse, channel: Channel): boolean;
  /** Names and data that its text may tell there. */
  tellable(channel: Channel): readonly string[];
}

interface Asked {
  readonly body: string;
  readonly content: DraftContent;
  readonly policy: CompiledPolicy;
}

const ROME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/** The day that it is in Rome, `2026-03-01`. */
export const dayInRome = (at: Date): string => ROME.format(at);

/** Reads the entries that a content names; what it does not name is not asked. */
export async function basesOf(
  { clock, vault }: Pick<EditorialPorts, 'clock' | 'vault'>,
  tx: Tx,
  { body, content, policy }: Asked,
): Promise<BasesReading> {
  const now = clock.now();
  const goesAt = content.at === null ? 0 : Date.parse(content.at);
  const day = dayInRome(new Date(Math.max(goesAt, now.getTime())));
  const ofText = content.bases ?? [];
  const named = [...new Set([...ofText, ...content.media.flatMap(({ grounds }) => grounds?.bases ?? [])])];
  const stored = (await storedByIds(tx, named)).filter(({ consent }) => consent.body === body);
  const entries = new Map(stored.map((one) => [one.consent.id, entryOf(one)]));
  const told = stored
    .filter(({ consent }) => ofText.includes(consent.id))
    .flatMap((one) => {
      const opened = openEntry(vault, one);
      return opened === null ? [] : [{ entry: entryOf(one), name: opened.name, data: opened.said.data }];
    });
  return {
    ...{ entries, day },
    covers: (use, channel) => isCovered(use, { policy, entries, day, channels: [channel] }),
    tellable: (channel) => tellableWords(told, { policy, day, channels: [channel] }),
  };
}

export const entryOf = ({ consent, subject, signatures, document, withdrawal }: Stored): Entry => ({
  ...{ id: consent.id, subject: subject.id, kind: subject.kind, age: consent.age, covers: consent.covers },
  ...{ purposes: consent.purposes, channels: consent.channels, givenOn: consent.given_on },
  ...{ from: consent.valid_from, until: consent.valid_until, form: consent.form },
  ...{ release: consent.release, basis: consent.basis, oneParentExplained: consent.one_parent_explained },
  signatures: signatures.map(({ by, signed_on: on }) => ({ by, on })),
  hasPaper: document !== null || consent.has_reference,
  withdrawnOn: withdrawal?.asked_on ?? null,
  erased: subject.sealed_key === null,
});
