// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, WriteOutcome } from '../port.ts';
import { type Acting, readStatus, sent } from './acting.ts';
import { mentionsOthers, refused, tooLong } from './errors.ts';
import { instanceLimits } from './instance.ts';
import { MENTION_RESERVE } from './limits.ts';
import { keyed } from './publish.ts';
import { addressedTo, mentionsIn, statusLength } from './text.ts';
import { type Status, Written } from './wire.ts';

type Answer = Extract<Command, { type: 'reply' }> | Extract<Command, { type: 'answer-message' }>;

/** An answer to somebody, in public or in private: the same kind of status, as widely seen as what it answers or less. */
export async function answer(acting: Acting, command: Answer): Promise<WriteOutcome> {
  const target = await readStatus(acting, command.target);
  const { acct } = target.account;
  const isPrivate = command.type === 'answer-message';
  // A private text goes to everybody it names.
  if (isPrivate && mentionsIn(command.text).some((one) => one !== acct)) return refused(mentionsOthers);
  const text = target.account.id === acting.me ? command.text : addressedTo(acct, command.text);
  const { characters, charactersPerAddress } = await instanceLimits(acting);
  const own = statusLength(command.text, charactersPerAddress);
  if (own > characters - MENTION_RESERVE) return refused(tooLong('La risposta', own, characters - MENTION_RESERVE));
  const whole = statusLength(text, charactersPerAddress);
  if (whole > characters) return refused(tooLong('La risposta', whole, characters));
  const visibility = isPrivate ? 'direct' : visibilityUnder(target);
  const written = await sent(
    acting,
    acting.client.v1.statuses.create(
      { status: text, inReplyToId: target.id, visibility, language: 'it' },
      keyed(command.key),
    ),
    Written,
  );
  if (!written.done) return written.outcome;
  const { id, url } = written.body;
  return { state: 'accepted', externalId: id, ...(url && { permalink: url }) };
}

/** Never wider than what it answers: what was said to few is not answered in front of all. */
function visibilityUnder({ visibility }: Status): 'public' | 'unlisted' | 'private' | 'direct' {
  return visibility === 'unlisted' || visibility === 'private' || visibility === 'direct' ? visibility : 'public';
}
