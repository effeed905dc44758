// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Command, WriteOutcome } from '#channels';
import { CHANNEL, openStage, type Stage } from '../channels/youtube-world.ts';
import { type DiscoverySpec, type GoogleCall, openDiscovery } from './discovery-spec.ts';

const spec = openDiscovery(['youtube__v3', 'youtubeAnalytics__v2']);
const NAME = "youtube calls and the sandbox's answers agree with Google's descriptions";
if (spec === null) it(NAME, { skip: 'the folder of specs (PORTAVOCE_SHARED) is absent' });
else describe(NAME, () => checks(spec));

/** Where one signs in is described nowhere; pieces of an upload go to an address that the network itself gave. */
const isDescribed = ({ method, path }: GoogleCall): boolean =>
  /^(youtube\/v3|upload\/youtube\/v3|v2)\//.test(path) && !(method === 'PUT' && path.startsWith('upload/'));

const EXPECTED = [
  'youtube.commentThreads.list',
  'youtube.comments.list',
  'youtube.comments.insert',
  'youtube.comments.setModerationStatus',
  'youtube.comments.delete',
  'youtube.videos.list',
  'youtube.videos.insert',
  'youtube.videos.update',
  'youtube.videos.delete',
  'youtube.videos.reportAbuse',
  'youtube.videoAbuseReportReasons.list',
  'youtube.channels.list',
  'youtube.playlistItems.list',
  'youtubeAnalytics.reports.query',
];

function checks(spec: DiscoverySpec): void {
  let stage: Stage;
  let calls: readonly GoogleCall[];
  let scopes: ReadonlySet<string>;

  before(async () => {
    stage = await openStage();
    scopes = new Set(Object.keys(stage.adapter.connection?.scopes ?? {}));
    await useEverything(stage);
    calls = (await stage.control<{ calls: GoogleCall[] }>('GET', 'calls')).calls.filter(isDescribed);
  });
  after(() => stage.sandbox.close());

  it('every call: address, parameters, values, body and permissions', (test) => {
    assert.deepEqual([...new Set(calls.flatMap((call) => spec.faultsOfCall(call, scopes)))], []);
    const kinds = new Set(calls.map((call) => spec.operationOf(call)));
    for (const kind of EXPECTED) assert.ok(kinds.has(kind), `${kind} was never called, hence not checked`);
    const forms = new Set(calls.map((call) => `${spec.operationOf(call)} ${call.query.map(([name]) => name).sort()}`));
    test.diagnostic(`${kinds.size} distinct calls to YouTube in ${forms.size} forms, ${calls.length} in all`);
  });

  it('never asks for what the description lists and the reference forbids: a list of rejected comments', () => {
    const asked = calls.filter(({ path, query }) => path.endsWith('/commentThreads') && query.length > 0);
    assert.ok(asked.length > 3);
    for (const { query } of asked) assert.ok(!query.some(([, value]) => value === 'rejected'));
    const marked = calls.filter(({ path }) => path.endsWith('/setModerationStatus'));
    for (const { query } of marked) assert.ok(!query.some(([, value]) => value === 'likelySpam'));
  });

  it('every answer has only what is described, of its type', () => {
    const answers = calls.filter(({ answered }) => typeof answered === 'number' && answered < 300);
    assert.ok(answers.length > 40, 'too few answers to have checked anything');
    assert.deepEqual([...new Set(answers.flatMap((call) => spec.faultsOfAnswer(call)))], []);
  });

  it('would notice a wrong call and a wrong answer', () => {
    const base = { method: 'GET', path: 'youtube/v3/commentThreads', sent: null, answered: 200, body: {} };
    const wrong = (more: Partial<GoogleCall>, asked = scopes) =>
      spec.faultsOfCall({ ...base, query: [['part', 'snippet']], ...more }, asked).length;
    assert.equal(wrong({}), 0);
    assert.equal(wrong({ path: 'youtube/v3/comment' }), 1);
    assert.equal(wrong({ query: [] }), 1);
    assert.equal(
      wrong({
        query: [
          ['part', 'snippet'],
          ['colour', 'blue'],
        ],
      }),
      1,
    );
    assert.equal(
      wrong({
        query: [
          ['part', 'snippet'],
          ['moderationStatus', 'held'],
        ],
      }),
      1,
    );
    assert.equal(
      wrong({
        query: [
          ['part', 'snippet'],
          ['maxResults', '101'],
        ],
      }),
      1,
    );
    assert.equal(
      wrong({
        query: [
          ['part', 'snippet'],
          ['videoId', 'a'],
          ['videoId', 'b'],
        ],
      }),
      1,
    );
    assert.equal(wrong({}, new Set(['https://www.googleapis.com/auth/youtube.upload'])), 1);
    const insert = { method: 'POST', path: 'youtube/v3/comments' };
    assert.equal(wrong({ ...insert, sent: { snippet: { text: 'x' } } }), 1);
    assert.equal(wrong({ ...insert, sent: { snippet: { textOriginal: 7 } } }), 1);
    const answer = (body: unknown) => spec.faultsOfAnswer({ ...base, query: [], body }).length;
    assert.equal(answer({ items: [{ id: 'a', snippet: { canReply: true } }] }), 0);
    assert.equal(answer({ items: [{ id: 'a', snippet: { canReply: 'yes', colour: 1 } }] }), 2);
    assert.equal(answer({ items: {} }), 1);
  });
}

async function useEverything(stage: Stage): Promise<void> {
  const { adapter, account, video } = stage;
  const parent = await stage.idOf('c1');
  for (let number = 0; number < 110; number++) await stage.citizen(`Commento ${number}`);
  for (let number = 0; number < 8; number++) await stage.citizen(`Risposta ${number}`, { parent });
  await stage.citizen('In attesa', { held: true });
  const first = await adapter.pull(account, null);
  const gone = await stage.citizen('Sparirà');
  const second = await adapter.pull(account, first.cursor);
  await stage.control('POST', 'deletions', { id: gone });
  await adapter.pull(account, second.cursor);

  const target = await stage.citizen('Bersaglio');
  const author = (await stage.see(target)).from?.id ?? '';
  const on = { key: 'k', target, post: video };
  const reply: Command = { ...on, type: 'reply', text: 'Grazie, provvediamo.' };
  await done(stage, { ...on, type: 'hide' });
  await done(stage, { ...on, type: 'unhide' });
  await done(stage, { ...on, type: 'approve' });
  const own = await done(stage, reply);
  assert.equal((await adapter.readBack(account, reply)).state, 'confirmed');
  await done(stage, { ...on, type: 'remove', target: own ?? '' });
  await done(stage, { key: 'k', type: 'report', target: 'abcdefghijk', post: null, reason: 'spam', text: 'Imita noi' });
  await done(stage, { key: 'k', type: 'ban', target: author, post: target });
  const media = [{ kind: 'video', type: 'video/mp4', alt: '', url: `${stage.sandbox.url}/samples/video.mp4` } as const];
  const published: Command = { key: 'k', type: 'publish', content: { text: 'Testo', title: 'Titolo', media } };
  const id = await done(stage, published);
  assert.equal((await adapter.readBack(account, published)).state, 'confirmed');
  await done(stage, { key: 'k', type: 'edit-post', target: id ?? '', text: 'Testo nuovo' });
  await adapter.readBack(account, { key: 'k', type: 'close-comments', target: id ?? '' });
  await done(stage, { key: 'k', type: 'remove-post', target: id ?? '' });
  await adapter.insights?.(account);
  assert.deepEqual((await adapter.check?.(account))?.lacking, []);
  assert.equal(account.externalId, CHANNEL.id);
}

async function done({ adapter, account }: Stage, command: Command): Promise<string | undefined> {
  let outcome: WriteOutcome = await adapter.write(account, command);
  for (let step = 0; outcome.state === 'under-way' && step < 5; step++) {
    outcome = await adapter.write(account, command, outcome.progress);
  }
  assert.equal(outcome.state, 'accepted', `${command.type} ${JSON.stringify(outcome)}`);
  const id = outcome.state === 'accepted' ? outcome.externalId : undefined;
  assert.equal((await adapter.readBack(account, command, id)).state, 'confirmed', command.type);
  return id;
}
