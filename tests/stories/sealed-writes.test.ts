// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import { forgetTexts, sealTexts } from '#delivery';
import { CrisisView } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import type { Client } from '../support/client.ts';
import { letTimePass } from '../support/in-flight.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { issuedOn, json, statementsHand } from '../support/statements-hand.ts';

// What the desk writes to people waits sealed: whoever has the tables reads nothing, whoever may see the case reads it.

const COMUNE = 'comune-di-esempio';
const DAY_MILLISECONDS = 86_400_000;

let desk: NetworksDesk;
let owner: Pool;
let moderator: Client;
let head: Client;
before(async () => {
  desk = await startNetworksDesk([COMUNE]);
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
  moderator = await desk.signIn('moderator', COMUNE);
  head = await desk.signIn('head', COMUNE);
  await json(await head.post('crisis', { reason: 'Una prova delle uscite ferme.', stop: false }));
});
after(async () => {
  await owner?.end();
  await desk?.close();
});

const { facebook, arrives, writesPrivately, answersOf, takesDown } = statementsHand(() => desk);
const crisis = async (answer: Promise<Response>) => CrisisView.parse(await json(await answer));
const stops = (on: boolean) => crisis(head.post(on ? 'crisis/stop' : 'crisis/resume', {}));

/** Every write whose row holds the words in clear. */
const inClear = async (words: string): Promise<number> => {
  const { rowCount } = await owner.query('select 1 from delivery_command as one where strpos(one::text, $1) > 0', [
    words,
  ]);
  return rowCount ?? 0;
};
const answersUnder = async (external: string): Promise<string[]> =>
  (await facebook(COMUNE).writings()).filter(({ parent }) => parent === external).map(({ text }) => text);

async function answers(text: string, reply: string) {
  const one = await arrives(COMUNE, moderator, { text, author: 'Ada Inventata' });
  const { options } = await moderator.case(one.id);
  const clause = options.find(({ kind }) => kind === 'reply')?.grounds[0]?.id ?? '';
  const { decisions } = await moderator.decide(one.id, {
    ...{ kind: 'reply', reply, reasons: 'Si risponde a una domanda.', grounds: [{ kind: 'clause', clause }] },
  });
  return { ...one, decision: decisions.at(-1)?.id ?? '' };
}

test('an answer waits sealed, is read on the screen by who may, arrives whole and is blanked after two days', async () => {
  await stops(true);
  const reply = 'Lo sportello di Borgozefirino apre alle 9.';
  const { external, decision } = await answers('A che ora apre lo sportello di prova?', reply);
  await desk.drain();
  assert.equal(await inClear('Borgozefirino'), 0);
  assert.deepEqual(
    (await crisis(moderator.get('crisis'))).waiting.map(({ text }) => text),
    [reply],
  );
  assert.deepEqual(await answersUnder(external), []);
  await stops(false);
  await letTimePass(desk, { body: COMUNE, causes: [decision] });
  assert.deepEqual(await answersUnder(external), [reply]);
  assert.equal(await inClear('Borgozefirino'), 0, 'nor in what was read back of it');

  const sealed = async () =>
    (
      await owner.query<{ text: boolean; proof: boolean }>(
        'select sealed_text is not null as text, sealed_proof is not null as proof from delivery_command where cause = $1',
        [decision],
      )
    ).rows;
  assert.deepEqual(await sealed(), [{ text: true, proof: true }]);
  await forgetTexts(desk.portavoce.ports, COMUNE);
  assert.deepEqual(await sealed(), [{ text: true, proof: true }], 'it may still be looked for');
  desk.clock.advance(3 * DAY_MILLISECONDS);
  await forgetTexts(desk.portavoce.ports, COMUNE);
  assert.deepEqual(await sealed(), [{ text: false, proof: false }]);
});

test('a statement of reasons waits sealed and arrives as it was written', async () => {
  const author = 'Ugo Inventato';
  await writesPrivately(COMUNE, { text: 'Buongiorno, quando apre lo sportello?', author });
  const { id } = await arrives(COMUNE, moderator, { text: 'Siete dei cialtroni incapaci', author });
  await takesDown(moderator, id, 'hide');
  const { text, code } = await issuedOn(moderator, id);
  assert.equal((await answersOf(COMUNE)).at(-1), text);
  assert.equal(await inClear(code), 0);
});

test('what the network will not take is told whole to who does it by hand', async () => {
  const reply = 'Il modulo è al banco di Colzefirino.';
  await facebook(COMUNE).control('POST', 'faults', { fault: 'permission-missing', on: 'write' });
  const { id } = await answers('Dove trovo il modulo di prova?', reply);
  await desk.drain();
  const [written] = (await moderator.case(id)).decisions.at(-1)?.enforcements ?? [];
  assert.ok(written?.state === 'failed' || written?.state === 'by-hand', written?.state);
  assert.ok(written.guide?.steps.some((step) => step.includes(reply)));
  assert.equal(await inClear('Colzefirino'), 0);
  await facebook(COMUNE).control('DELETE', 'faults', {});
});

test('words stored in clear by an earlier desk are sent as they are, and sealed meanwhile', async () => {
  await stops(true);
  const words = [
    'L’ufficio di Vallezefirina è al piano terra.',
    'L’ufficio di Montezefirino è al primo piano.',
  ] as const;
  const first = await answers('Dov’è il primo ufficio di prova?', words[0]);
  const second = await answers('Dov’è il secondo ufficio di prova?', words[1]);
  await desk.drain();
  const asBefore = (decision: string, text: string) =>
    owner.query(
      `update delivery_command set sealed_text = null, payload = payload || jsonb_build_object('text', $2::text) where cause = $1`,
      [decision, text],
    );
  await asBefore(first.decision, words[0]);
  await asBefore(second.decision, words[1]);
  assert.deepEqual([await inClear('Vallezefirina'), await inClear('Montezefirino')], [1, 1]);
  assert.deepEqual(
    (await crisis(moderator.get('crisis'))).waiting.map(({ text }) => text).toSorted(),
    [...words].toSorted(),
  );
  assert.equal(await sealTexts(desk.portavoce.ports, COMUNE), 2);
  assert.deepEqual([await inClear('Vallezefirina'), await inClear('Montezefirino')], [0, 0]);
  assert.equal(await sealTexts(desk.portavoce.ports, COMUNE), 0);
  await asBefore(second.decision, words[1]);
  await stops(false);
  await letTimePass(desk, { body: COMUNE, causes: [first.decision, second.decision] });
  assert.deepEqual(await answersUnder(first.external), [words[0]]);
  assert.deepEqual(await answersUnder(second.external), [words[1]], 'sent as an earlier desk had stored it');
});
