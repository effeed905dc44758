// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '#channels';
import type { DecisionRequest, Ground } from './contract.ts';
import { moderationError } from './errors.ts';
import { type Matter, optionFor } from './options.ts';
import { answerLimit } from './statements/private-write.ts';

/** Refuses what has no ground offered for this item, no reasons, or no way to be carried out there. */
export function refuseUnlessFounded({ kind, grounds, reasons, reply, report }: DecisionRequest, matter: Matter): void {
  if (grounds.length === 0) throw moderationError('GROUND_MISSING');
  const option = optionFor(kind, matter);
  const offered = new Set(option.grounds.map((ground) => ground.id));
  for (const ground of grounds) {
    if (ground.kind === 'clause' && !offered.has(ground.clause))
      throw moderationError('GROUND_NOT_OFFERED', ground.clause);
  }
  if (reasons.trim() === '') throw moderationError('REASONS_MISSING');
  if (!option.available) throw moderationError('DECISION_NOT_POSSIBLE', option.effect);
  if (report === true && kind !== 'hide' && kind !== 'remove') throw moderationError('REPORT_ALONE');
  if (kind === 'reply') refuseUnlessSendable(reply ?? '', matter);
}

function refuseUnlessSendable(reply: string, { facts }: Matter): void {
  if (reply.trim() === '') throw moderationError('REPLY_MISSING');
  const { length: most, unit } = answerLimit({ network: facts.channel, kind: facts.kind });
  const length = lengthIn(reply, unit);
  if (length > most) throw moderationError('REPLY_TOO_LONG', `${length} su ${most}`);
}

const GROUND_NAMES: { readonly [Kind in Ground['kind']]: (ground: Extract<Ground, { kind: Kind }>) => string } = {
  clause: ({ clause }) => clause,
  law: ({ rule }) => rule,
  order: ({ authority }) => `Ordine: ${authority}`,
};

/** Grounds as the record and the summaries name them. */
export const groundNames = (grounds: readonly Ground[]): string[] =>
  grounds.map((ground) => (GROUND_NAMES[ground.kind] as (one: Ground) => string)(ground));
