// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Command, InboundEvent, WriteOutcome } from '#channels';
import { askedToTell, receiverFor } from '../channels/receiver.ts';
import { ACCOUNT, type Stage } from '../channels/x-world.ts';

/** Everything that the desk ever asks of X, with and without the answer of the write, well and refused. */
export async function useX(stage: Stage): Promise<void> {
  const { adapter, account, control, idOf, sandbox } = stage;
  const first = await adapter.pull(account, null);
  await control('POST', 'writings', {
    ...{ account: ACCOUNT.id, author: 'Leo Finto', text: 'Vedi https://comune.example/a & @comunediesempio 👍' },
    post: await idOf('p1'),
  });
  const long = 'Una frase lunga. '.repeat(30);
  const gone = await control('POST', 'writings', {
    account: ACCOUNT.id,
    author: 'Ada Prova',
    text: long,
    post: await idOf('p1'),
  });
  const second = await adapter.pull(account, first.cursor);
  await control('POST', 'edits', { id: await idOf('c1'), text: 'Grazie mille!' });
  await control('POST', 'deletions', { id: gone.id });
  await control('POST', 'states', { id: await idOf('c3'), state: 'hidden' });
  const third = await adapter.pull(account, second.cursor);
  sandbox.clock.advance(600);
  await adapter.pull(account, third.cursor);
  for (const command of await commands(stage, first.events)) await carry(stage, command);
  const media = [{ type: 'image', alt: 'Un punto' }, { type: 'video' }];
  const shown = await control('POST', 'writings', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Ecco', media });
  const said = await control('POST', 'messages', { account: ACCOUNT.id, author: 'Ada Prova', text: 'Ecco', media });
  for (const [externalId, kind] of [[`${shown.id}`, 'mention'] as const, [`${said.id}`, 'message'] as const]) {
    const told = await adapter.attached?.(account, { externalId, kind, conversation: null });
    assert.deepEqual(
      told?.map((one) => [one.kind, one.alt]),
      [
        ['image', 'Un punto'],
        ['video', null],
      ],
    );
  }
  await adapter.insights?.(account);
  await adapter.check?.(account);
  await askedToTell(adapter, account);
  await moved(stage);
  await refusals(stage);
}

async function commands({ sandbox, idOf }: Stage, events: readonly InboundEvent[]): Promise<Command[]> {
  const message = events.find((event) => 'kind' in event && event.kind === 'message');
  assert.ok(message && 'conversation' in message && message.conversation);
  const post = await idOf('p1');
  const target = await idOf('c1');
  const author = events
    .flatMap((event) => ('author' in event && event.externalId === target ? event.author : []))
    .at(0);
  const link = { url: 'https://comune.example/avviso', title: 'Avviso', description: 'Un avviso' };
  const image = {
    kind: 'image' as const,
    type: 'image/jpeg',
    alt: 'Un punto',
    url: `${sandbox.url}/samples/image.jpg`,
  };
  const video = { kind: 'video' as const, type: 'video/mp4', alt: '', url: `${sandbox.url}/samples/video.mp4` };
  const content = [
    { text: 'Un avviso', media: [] },
    { text: 'Un avviso con due immagini', media: [image, image] },
    { text: 'Un avviso con un video', media: [video] },
    { text: 'Un avviso con un indirizzo', media: [], link },
    { text: 'Un avviso senza risposte', media: [], comments: 'nobody' as const },
  ];
  const place = { target, post };
  return [
    { type: 'hide', key: 'u1', ...place },
    { type: 'unhide', key: 'u2', ...place },
    { type: 'reply', key: 'u3', text: 'Grazie della segnalazione', ...place },
    { type: 'ban', key: 'u4', target: author?.externalId ?? '', post: target },
    { type: 'unban', key: 'u5', target: author?.externalId ?? '', post: target },
    ...content.map((one, index): Command => ({ type: 'publish', key: `u6-${index}`, content: one })),
    {
      ...{ type: 'answer-message', key: 'u7', target: message.externalId, post: message.conversation },
      ...{ text: 'Buongiorno a lei', writtenAt: message.at },
    },
  ];
}

/** Sends, reads back with what was answered, and again as if the answer had been lost. */
async function carry({ adapter, account, sandbox }: Stage, command: Command): Promise<string | undefined> {
  let outcome: WriteOutcome = await adapter.write(account, command);
  while (outcome.state === 'under-way') outcome = await adapter.write(account, command, outcome.progress);
  assert.equal(outcome.state, 'accepted', `${command.type}: ${JSON.stringify(outcome)}`);
  const written = outcome.state === 'accepted' ? outcome.externalId : undefined;
  const dated = 'since' in command ? command : { ...command, since: new Date(sandbox.clock.now().getTime() - 60_000) };
  for (const id of [written, undefined]) {
    const seen = await adapter.readBack(account, dated, id);
    assert.equal(seen.state, 'confirmed', `${command.type}: ${JSON.stringify(seen)}`);
  }
  if (command.type === 'publish' && written !== undefined && command.content.text === 'Un avviso') {
    await carry({ adapter, account, sandbox } as Stage, {
      type: 'edit-post',
      key: 'u8',
      target: written,
      text: 'Un avviso corretto',
    });
    await carry({ adapter, account, sandbox } as Stage, { type: 'remove-post', key: 'u9', target: written });
  }
  return written;
}

/** What X answers when it does not do what it is asked. */
async function refusals({ adapter, account, control, idOf }: Stage): Promise<void> {
  const [target, post] = [await idOf('c2'), await idOf('p1')];
  const closing: Command = { type: 'close-comments', key: 'r0', target: post };
  assert.equal((await adapter.readBack(account, closing)).state, 'absent');
  await control('POST', 'faults', { fault: 'problems-with-200' });
  assert.equal((await adapter.write(account, { type: 'hide', key: 'r1', target, post })).state, 'refused');
  for (const fault of ['rate-limited', 'token-expired', 'blocked', 'rejected-content', 'self-serve']) {
    await control('POST', 'faults', { fault });
    const reply: Command = { type: 'reply', key: `r-${fault}`, target, post, text: `Risposta ${fault}` };
    assert.equal((await adapter.write(account, reply)).state, 'refused', fault);
  }
  for (const fault of ['usage-capped', 'token-expired', 'error-before-effect']) {
    await control('POST', 'faults', { fault, on: 'read' });
    await assert.rejects(adapter.pull(account, null));
  }
}

/** The webhook of before is gone wrong: it is asked to prove itself, cannot, and another takes its place. */
async function moved({ adapter, account, control }: Stage): Promise<void> {
  const { own } = await control<{ own: Record<string, { url: string }> }>('GET', 'own?prefix=webhook/');
  const [known] = Object.entries(own);
  assert.ok(known);
  const { entries } = await control<{ entries: { type: string; key?: string }[] }>('GET', 'state');
  const broken = { type: 'own', key: known[0], value: { ...known[1], valid: false } };
  await control('PUT', 'state', { entries: [...entries, broken] });
  const url = new URL(known[1].url);
  const receiver = await receiverFor(adapter, account, () => new Date());
  await assert.rejects(async () => adapter.connection?.subscribe?.(account, url.href), { name: 'ChannelFault' });
  await adapter.connection?.subscribe?.(account, receiver.url);
  receiver.close();
}
