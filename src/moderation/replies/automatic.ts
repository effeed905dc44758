// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { adapterOf } from '#channels';
import { order } from '#delivery';
import { fingerprintOf, type Item, itemsByIds } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { type AutomaticReply, automaticReplyFor } from '#policy';
import { holdRulebook, inForce } from '#rulebook';
import type { ToConsider } from '../consider.ts';
import { placeOf } from '../enforce.ts';
import type { ModerationPorts } from '../ports.ts';
import { privateWrite } from '../statements/private-write.ts';
import { conversationOf } from './answering.ts';
import { nightOf } from './library.ts';
import { insertAutomatic, latestReplyChoice, type ReplyChoice } from './store.ts';

/**
 * Answers private messages with the words of the clause that has the program answer at that time, where the body turned it
 * on: once a conversation and night. It is no answer of a person, and the case stays as it is. Told again, does nothing.
 */
export async function answerByItself(ports: ModerationPorts, all: readonly ToConsider[]): Promise<void> {
  for (const [body, ofBody] of Map.groupBy(all, (one) => one.body))
    await ports.database.inBody(body, async (tx) => {
      const choice = await latestReplyChoice(tx, body);
      if (choice?.automatic !== true) return;
      const items = await itemsByIds(tx, [...new Set(ofBody.map(({ item }) => item))]);
      for (const item of items.filter(canBeAnswered)) await answer(ports, tx, { item, choice });
    });
}

function canBeAnswered({ kind, own, visibility, network }: Item): boolean {
  const how = adapterOf(network)?.capabilities['answer-message'].how;
  return kind === 'message' && !own && visibility !== 'deleted' && (how === 'api' || how === 'limited');
}

async function answer(
  ports: ModerationPorts,
  tx: Tx,
  { item, choice }: { readonly item: Item; readonly choice: ReplyChoice },
): Promise<void> {
  await holdRulebook(tx, item.body);
  const now = ports.clock.now();
  const { compiled, version } = await inForce(tx, item.body, now);
  const place = { channel: item.network, kind: item.kind };
  const at = (moment: Date) =>
    automaticReplyFor(compiled, place, { moment, night: nightOf(choice) ?? undefined, holidays: ports.holidays });
  const given = at(item.written_at);
  // Read in the morning, what was written at night waits for a person, who is there by now.
  if (given === undefined || at(now)?.period !== given.period) return;
  await send(ports, tx, { item, answer: given, version });
}

interface Sending {
  readonly item: Item;
  readonly answer: AutomaticReply;
  readonly version: string;
}

async function send(ports: ModerationPorts, tx: Tx, { item, answer, version }: Sending): Promise<void> {
  const { clause, text, period } = answer;
  const [id, at] = [newId(), ports.clock.now()];
  const conversation = conversationOf(item);
  const fresh = await insertAutomatic(tx, {
    ...{ id, body: item.body, account_id: item.account_id, conversation, period, item_id: item.id },
    ...{ clause: clause.id, policy_version: version, at },
  });
  if (!fresh) return;
  await record(tx, item.body, at, {
    kind: 'reply.automatic',
    subject: item.id,
    person: null,
    grounds: [clause.id],
    policyVersion: version,
    summary: `Risposta automatica a un messaggio privato, come prevede il punto ${clause.id}: non conta come risposta`,
    facts: { answer: id, period, text: fingerprintOf(ports.vault, text) },
  });
  const place = { ...placeOf(item, { cause: id, person: '' }), person: null };
  await order({ ...ports, tx }, { ...place, command: privateWrite(item, text) });
}
