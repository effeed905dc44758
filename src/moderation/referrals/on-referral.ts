// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { type CompiledPolicy, mayBeCsam, ownTerms } from '#policy';
import { analyse } from '#triage';
import { matterOf } from '../decide.ts';
import { concernOn } from '../dossier/store.ts';
import { moderationError } from '../errors.ts';
import { openWords } from '../ladder/sealing.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { type Case, caseById } from '../store.ts';
import type { LetterDue } from './events.ts';
import { type LetterFacts, letterOf, type Written } from './letters.ts';
import { linkPath } from './link.ts';
import { isFitForLetter, maskedText } from './masking.ts';
import type { Referral } from './store.ts';

export interface OnReferral {
  readonly row: Case;
  readonly item: Item;
  readonly matter: Matter;
  /** What may be shown of the words behind the link; null: they had to go, or nobody else may see them. */
  readonly shown: string | null;
  /** A child may be shown, by the judgement or by a person's word: nothing of it is copied or opened to others. */
  readonly untouchable: boolean;
  /** They changed since it was handed over. */
  readonly edited: boolean;
  readonly note: string | null;
}

/** A referral with all that is told of it. Throws CASE_NOT_FOUND. */
export async function onReferral(ports: ModerationPorts, tx: Tx, referral: Referral): Promise<OnReferral> {
  const row = await caseById(tx, referral.case_id);
  if (row === undefined) throw moderationError('CASE_NOT_FOUND');
  const { item, text, matter, signals } = await matterOf(ports, tx, row);
  const words = await openWords<{ note: string }>({ tx, vault: ports.vault }, at(referral), referral.sealed);
  const untouchable = mayBeCsam(matter.judgement.clauses) || (await concernOn(tx, { item: item.id })) !== undefined;
  const shown = untouchable || text === '' ? null : maskedText(text, signals);
  return {
    row,
    item,
    matter,
    shown,
    untouchable,
    edited: item.version !== referral.item_version,
    note: words?.note ?? null,
  };
}

export const at = ({ body, subject, id }: Pick<Referral, 'body' | 'subject' | 'id'>) => ({ body, subject, row: id });

/** A letter about a referral as it stands now; the request carries words only where it may. */
export async function letterFor(
  ports: ModerationPorts,
  tx: Tx,
  { referral, letter }: { readonly referral: Referral; readonly letter: LetterDue['letter'] },
): Promise<Written> {
  const { row, item, matter, shown, note } = await onReferral(ports, tx, referral);
  const { vault, url } = ports;
  const facts: LetterFacts = {
    bodyName: matter.policy.bodyName,
    office: referral.office_name,
    number: Number(row.number),
    network: item.network,
    writtenAt: item.written_at,
    words: referral.words ? shown : null,
    note: note === null || !mayTravel(note, matter.policy) ? null : note,
    link: `${url}${linkPath(vault, referral)}`,
    until: referral.link_until,
    desk: `${url}/banco/${row.body}/pratiche/${row.id}`,
  };
  return letterOf(letter, facts);
}

/** What the desk wrote is read by triage too: somebody's health or data stay behind the link. */
const mayTravel = (note: string, policy: CompiledPolicy): boolean =>
  isFitForLetter(analyse(note, { kind: 'comment', ...ownTerms(policy) }));
