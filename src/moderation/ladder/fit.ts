// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { ModerationPorts } from '../ports.ts';
import { replyError } from '../replies/errors.ts';
import { refuseUnlessFit } from '../replies/fit.ts';
import { hasStrayBraces, placesIn } from '../replies/placeholders.ts';
import { latestReplyChoice } from '../replies/store.ts';
import { ladderError } from './errors.ts';
import type { OnCase } from './on-case.ts';
import type { Told } from './tables.ts';

export interface Tellable {
  readonly where: Pick<OnCase, 'row' | 'item' | 'matter' | 'signals'>;
  readonly told: Told;
  /** As the person signs it, before the page of the reasons is put to it. */
  readonly text: string;
  /** The desk's own words for telling it in public. */
  readonly own: string;
}

/**
 * What everybody will read passes the checks of every answer; where the body has answers approved by another person, only the
 * desk's own words pass without one. Throws REPLY_UNFILLED, REPLY_STOPPED, REPLY_UNJUSTIFIED, ONLY_OWN_WORDS.
 */
export async function refuseUnlessTellable(
  ports: ModerationPorts,
  tx: Tx,
  { where, told, text, own }: Tellable,
): Promise<void> {
  if (placesIn(text).length > 0 || hasStrayBraces(text)) throw replyError('REPLY_UNFILLED', placesIn(text).join(', '));
  if (told !== 'public') return;
  await refuseUnlessFit(ports, tx, { on: where, text });
  if (text !== own && (await needsApproval(tx, where.row.body))) throw ladderError('ONLY_OWN_WORDS');
}

/** The body chose that another person reads an answer before it goes out. */
export const needsApproval = async (tx: Tx, body: string): Promise<boolean> =>
  (await latestReplyChoice(tx, body))?.approval === true;
