// SPDX-License-Identifier: AGPL-3.0-or-later
import { fingerprintOf } from '#inbox';
import { newId } from '#kernel';
import { decideTogether } from '../bulk/decide-together.ts';
import { moderationError } from '../errors.ts';
import type { ModerationPorts } from '../ports.ts';
import { enter, type InCrisis, live } from './begin.ts';
import type { CrisisAnswerRequest } from './contract.ts';
import { insertText, retireText, textsReady } from './store.ts';

/** The head approves a text for the day it is needed. */
export async function approveText(
  ports: ModerationPorts,
  { body, actor, title, text }: InCrisis & { readonly title: string; readonly text: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const id = newId();
    const approved = { approved_by: actor.id, approved_by_name: actor.name, approved_at: at };
    await insertText(tx, { id, body, title, text, ...approved });
    await enter(tx, body, at, {
      kind: 'crisis.text-approved',
      subject: id,
      person: actor,
      summary: `Approvato un testo per le emergenze («${title}»)`,
      facts: { text: fingerprintOf(ports.vault, text) },
    });
  });
}

/** Puts a text away; asked again, changes nothing. */
export async function retire(
  ports: ModerationPorts,
  { body, actor, id }: InCrisis & { readonly id: string },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const text = await retireText(tx, id, at);
    if (text === undefined) return;
    await enter(tx, body, at, {
      kind: 'crisis.text-retired',
      subject: id,
      person: actor,
      summary: `Ritirato un testo per le emergenze («${text.title}»)`,
      facts: { text: fingerprintOf(ports.vault, text.text) },
    });
  });
}

/** Answers many with one approved text, under one ground; each by itself in the record. Returns the id of the whole. */
export async function answerMany(
  ports: ModerationPorts,
  { body, actor, key, request }: InCrisis & { readonly key: string; readonly request: CrisisAnswerRequest },
): Promise<string> {
  const { text: id, ...rest } = request;
  const approved = await ports.database.inBody(body, async (tx) => {
    await live(tx, body);
    return (await textsReady(tx, body)).find((one) => one.id === id);
  });
  if (approved === undefined) throw moderationError('CRISIS_TEXT_NOT_FOUND');
  return decideTogether(ports, { body, actor, key, request: { ...rest, kind: 'reply', reply: approved.text } });
}
