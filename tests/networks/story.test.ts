// SPDX-License-Identifier: AGPL-3.0-or-later
// The whole product against the real servers: what a citizen writes on Bluesky, to what everyone sees of it afterwards.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { pollAccount } from '../../src/inbox/index.ts';
import { systemClock } from '../../src/kernel/index.ts';
import { credentialsOf, openAccountOf, openBody } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { drainJobs } from '../support/desk.ts';
import { type OwnPortavoce, startOwnPortavoce } from '../support/own-portavoce.ts';
import {
  createAccount,
  createAppPassword,
  describeNetwork,
  ozoneReports,
  type Person,
  post,
  reply,
  settle,
  thread,
} from './network.ts';

const BODY = 'comune-di-esempio';

let own: OwnPortavoce;
let account: string;
let moderator: Client;
let body: Person;
let citizen: Person;
let onlooker: Person;

before(async () => {
  own = await startOwnPortavoce({ clock: systemClock });
  body = await createAccount('comune-storia');
  citizen = await createAccount('cittadino-storia');
  onlooker = await createAccount('curiosa-storia');
  moderator = await openDesk();
});
after(async () => {
  await own?.close();
});

async function openDesk(): Promise<Client> {
  const { portavoce } = own;
  await openBody(portavoce, { slug: BODY, name: 'Comune di Esempio' });
  const { did: externalId, handle } = body;
  const credentials = { identifier: handle, appPassword: await createAppPassword(body) };
  account = await openAccountOf(portavoce, {
    ...{ body: BODY, network: 'bluesky', externalId, handle, name: 'Comune di Esempio' },
    ...{ url: `https://bsky.app/profile/${handle}`, baseUrl: describeNetwork().pds, credentials },
  });
  return clientOf(portavoce.url, BODY, credentialsOf(BODY, 'moderator'));
}

/** Everyone knows of the post before anyone answers it. */
const publish = async (text: string) => {
  const notice = await post(body, text);
  await settle();
  return notice;
};

const read = async () => {
  await settle();
  await pollAccount(own.portavoce.ports, { body: BODY, account });
  await drainJobs(own.portavoce);
};

test('a reply arrives by notification, is judged, hidden and reported; the thread and Ozone show it', async () => {
  const notice = await publish('Da lunedì la biblioteca apre alle 9.');
  const words = 'Siete dei buffoni, chiamate quel ladro del bibliotecario al 347 1234567';
  const answer = await reply(citizen, notice, words);
  await read();

  const queued = (await moderator.queue()).items.find(
    ({ network, excerpt }) => network === 'bluesky' && excerpt === words,
  );
  assert.ok(queued, 'the reply is in the queue');
  const detail = await moderator.case(queued.id);
  assert.ok(detail.signals.some(({ category }) => category === 'personal-data'));
  assert.ok(['hide', 'remove'].includes(detail.proposal), detail.proposal);
  assert.equal(
    detail.options.find(({ kind }) => kind === 'remove')?.available,
    false,
    'Bluesky removes nobody else’s posts',
  );

  const clause = detail.options.find(({ kind }) => kind === 'hide')?.grounds[0]?.id ?? '';
  const decided = await moderator.decide(queued.id, {
    kind: 'hide',
    grounds: [{ kind: 'clause', clause }],
    reasons: 'Insulti e recapito di una persona.',
    report: true,
  });
  assert.equal(decided.state, 'decided');
  await drainJobs(own.portavoce);
  await settle();

  assert.ok((await thread(onlooker, notice)).hidden.includes(answer.uri), 'hidden for who looks at the thread');
  const reports = await ozoneReports(answer.uri);
  assert.equal(reports.length, 1, 'Ozone has the report, once');

  const done = await moderator.case(queued.id);
  assert.equal(done.enforcement, 'confirmed');
  assert.deepEqual(
    done.decisions
      .at(-1)
      ?.enforcements.map(({ type }) => type)
      .sort(),
    ['hide', 'report'],
  );
  const act = done.record.find(({ kind }) => kind === 'decision.taken');
  assert.deepEqual([act?.clauses, act?.role, act?.policyVersion], [[clause], 'moderator', done.policy.version]);
  assert.equal((await moderator.verification()).intact, true);
});

test('undoing shows the reply again', async () => {
  const notice = await publish('Domenica la piazza resta chiusa.');
  const answer = await reply(citizen, notice, 'Scrivete a tizio.inventato@example.org che lo sa');
  await read();
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt.includes('tizio.inventato'));
  assert.ok(queued);
  const decided = await moderator.decide(queued.id, { kind: 'hide' });
  await drainJobs(own.portavoce);
  const decision = decided.decisions.at(-1)?.id;
  const undone = await moderator.post(`decisions/${decision}/undo`, { reasons: 'È un indirizzo pubblico.' });
  assert.equal(undone.status, 200);
  await drainJobs(own.portavoce);
  await settle();
  assert.ok(!(await thread(onlooker, notice)).hidden.includes(answer.uri));
  assert.equal((await moderator.case(queued.id)).state, 'open');
});

test('the body’s answer appears in the thread, once', async () => {
  const notice = await publish('Gli sportelli cambiano sede.');
  await reply(citizen, notice, 'E dove vanno?');
  await read();
  const queued = (await moderator.queue()).items.find(({ excerpt }) => excerpt === 'E dove vanno?');
  assert.ok(queued);
  const words = `In via dei Glicini, dal 1° dicembre. ${randomUUID().slice(0, 8)}`;
  await moderator.decide(queued.id, { kind: 'reply', reply: words });
  await drainJobs(own.portavoce);
  const answers = (await thread(onlooker, notice)).replies.filter(({ text }) => text === words);
  assert.equal(answers.length, 1);
  assert.equal((await moderator.case(queued.id)).enforcement, 'confirmed');
});
