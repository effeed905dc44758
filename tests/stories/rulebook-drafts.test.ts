// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { manualClock } from '#kernel';
import { poolOf, silentLog } from '#platform';
import {
  Comparison,
  DraftChecks,
  DraftConflict,
  DraftDetail,
  DraftList,
  RevisionDetail,
  RevisionList,
  VersionDetail,
  VersionList,
} from '#rulebook/contract';
import type { Client } from '../support/client.ts';
import { BODIES, type Desk, startDesk } from '../support/desk.ts';
import {
  anotherPerson,
  type RulebookHand,
  read,
  refusedAs,
  rulebookHand,
  smallPolicy,
} from '../support/rulebook-hand.ts';

// From a draft to the version in force, written by some and approved by another.

const COMUNE = BODIES.comune.slug;
const clock = manualClock('2026-11-20T09:00:00Z');
let desk: Desk;
let owner: Pool;
let moderatorClient: Client;
let moderator: RulebookHand;
let head: RulebookHand;
let colleague: RulebookHand;
let auditor: RulebookHand;
before(async () => {
  desk = await startDesk({ clock });
  owner = poolOf(desk.portavoce.owner, silentLog, 1);
  moderatorClient = await desk.signIn('moderator', 'comune');
  const hand = (client: Client) => rulebookHand(desk.url, COMUNE, client);
  moderator = hand(moderatorClient);
  head = hand(await desk.signIn('head', 'comune'));
  auditor = hand(await desk.signIn('auditor', 'comune'));
  colleague = hand(await anotherPerson(desk.portavoce, COMUNE, { name: 'Collega Inventata', role: 'head' }));
});
after(async () => {
  await owner.end();
  await desk.close();
});

type Draft = z.infer<typeof DraftDetail>;

const NOTE = 'Si aggiunge che cosa succede a chi pubblica recapiti di altri.';
const ACT = { number: 'deliberazione della Giunta n. 12', date: '2026-11-19' };
const approval = ({ revision }: Draft, change: object = {}) => ({ revision, act: ACT, inForceFrom: null, ...change });

const propose = async (draft: Draft, by = moderator) =>
  read(DraftDetail, await by.post(`drafts/${draft.id}/proposal`, { revision: draft.revision }));

async function proposed(version: string, by = moderator): Promise<Draft> {
  const draft = await by.open(smallPolicy(version));
  return propose(await by.save(draft, { changeNote: NOTE }), by);
}

const recorded = async (kind: string) => (await moderatorClient.record()).items.filter((entry) => entry.kind === kind);

const newest = async () => (await read(VersionList, await moderator.get('versions'))).nextVersion;

test('a draft becomes the version in force, to the letter, under its act, and the record tells how', async () => {
  const next = await newest();
  assert.equal(next, '2');
  const source = smallPolicy(next).replaceAll('\n', '\r\n');
  let draft = await moderator.open(source, 'Verso la versione 2');
  assert.deepEqual(draft.may.save, { allowed: true, why: null });
  assert.equal(draft.may.approve?.allowed, false);
  draft = await moderator.save(draft, { changeNote: NOTE });
  draft = await propose(draft);
  assert.equal(draft.state, 'proposed');
  assert.equal((await head.draft(draft.id)).may.approve?.allowed, true);

  clock.advance(60_000);
  const approved = await read(DraftDetail, await head.post(`drafts/${draft.id}/approval`, approval(draft)));
  assert.deepEqual([approved.state, approved.version], ['approved', '2']);
  assert.deepEqual(
    approved.steps.map(({ step }) => step),
    ['opened', 'proposed', 'approved'],
  );

  const { items } = await read(VersionList, await auditor.get('versions'));
  const [second, first] = items;
  assert.ok(second && first);
  assert.deepEqual(
    items.map(({ version, state }) => [version, state]),
    [
      ['2', 'in-force'],
      ['1', 'past'],
    ],
  );
  assert.equal(first.inForceUntil, second.inForceSince);
  assert.equal(second.act, 'deliberazione della Giunta n. 12 del 19 novembre 2026');
  assert.equal(second.actDate, '2026-11-19');
  assert.equal(second.changeNote, NOTE);
  assert.deepEqual(
    [second.proposedBy?.name, second.approvedBy?.name],
    ['Persona moderator comune-di-esempio', 'Persona head comune-di-esempio'],
  );
  assert.equal(second.digest, createHash('sha256').update(source).digest('hex'));

  const page = await (await fetch(`${desk.url}/policy/${COMUNE}`)).text();
  assert.match(page, /Versione<\/dt><dd>2,/);
  const [adopted] = await recorded('policy.adopted');
  assert.equal(adopted?.policyVersion, '2');
  assert.equal(adopted?.person, 'Persona head comune-di-esempio');
  assert.equal((await recorded('policy.draft-proposed')).length, 1);
  assert.equal((await moderatorClient.verification()).intact, true);
});

test('a version is kept as a file and restored as a draft, byte for byte', async () => {
  const file = await moderator.get('versions/2/source');
  assert.equal(file.headers.get('content-type'), 'text/markdown; charset=utf-8');
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="comune-di-esempio.v2.policy.md"');
  const bytes = Buffer.from(await file.arrayBuffer());
  const { digest, source } = await read(VersionDetail, await moderator.get('versions/2'));
  assert.equal(createHash('sha256').update(bytes).digest('hex'), digest);
  assert.equal(bytes.toString('utf8'), source);
  const uploaded = await moderator.open(bytes.toString('utf8'), 'Ripristino da file');
  assert.equal(uploaded.source, source);
  const from = { kind: 'version', version: '1' };
  const restored = await read(DraftDetail, await moderator.post('drafts', { name: 'Ripristino', from }));
  assert.equal(restored.basedOn, '1');
  assert.equal(restored.source, (await read(VersionDetail, await moderator.get('versions/1'))).source);
  const again = await read(DraftChecks, await moderator.get(`drafts/${restored.id}/checks`));
  assert.ok(again.obstacles.some(({ code }) => code === 'VERSION_TAKEN'));
  await refusedAs(await moderator.get('versions/99/source'), 404, 'VERSION_NOT_FOUND');
});

test('two versions, or a version and a draft, are compared; a draft with mistakes is not', async () => {
  const draft = await moderator.open(smallPolicy('3').replace('anche con parole dure', 'anche con parole durissime'));
  const comparison = await read(Comparison, await auditor.get(`comparison?from=2&to=${draft.id}`));
  assert.equal(comparison.differs, true);
  assert.deepEqual(
    comparison.clauses.map(({ id, change }) => [id, change]),
    [['ESE-002', 'changed']],
  );
  assert.equal((await auditor.get('comparison?from=1&to=2')).status, 200);
  const broken = await moderator.open('non è una policy');
  await refusedAs(await auditor.get(`comparison?from=2&to=${broken.id}`), 422, 'DRAFT_HAS_MISTAKES');
  await refusedAs(await auditor.get('comparison?from=2&to=9'), 404, 'VERSION_NOT_FOUND');
});

describe('two people on one draft', () => {
  test('who saves later loses nothing: the text is put aside, and both can be merged', async () => {
    const opened = await moderator.open(smallPolicy('3'), 'A quattro mani');
    const mine = `${opened.source}\n<!-- mia -->`;
    const theirs = `${opened.source}\n<!-- loro -->`;
    const first = await moderator.save(opened, { source: mine });
    const sent = { revision: opened.revision, name: opened.name, source: theirs, changeNote: '' };
    const response = await colleague.put(`drafts/${opened.id}`, sent);
    assert.equal(response.status, 409);
    assert.equal(response.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    const conflict = DraftConflict.parse(await response.json());
    assert.equal(conflict.code, 'DRAFT_MOVED_ON');
    assert.deepEqual(
      [conflict.current.source, conflict.current.revision, conflict.current.updatedBy.name],
      [mine, first.revision, 'Persona moderator comune-di-esempio'],
    );
    assert.ok(conflict.kept);
    const revision = async (number: number) =>
      read(RevisionDetail, await colleague.get(`drafts/${opened.id}/revisions/${number}`));
    const kept = await revision(conflict.kept);
    assert.deepEqual([kept.source, kept.aside, kept.writtenOn], [theirs, true, opened.revision]);
    assert.equal((await revision(opened.revision)).source, opened.source);

    // The answer was lost and the text is sent again: one copy is enough.
    const repeated = DraftConflict.parse(await (await colleague.put(`drafts/${opened.id}`, sent)).json());
    assert.equal(repeated.kept, conflict.kept);

    const merged = await colleague.save(conflict.current, { source: `${mine}\n<!-- loro -->` });
    assert.ok(merged.revision > conflict.kept);
    const { items } = await read(RevisionList, await auditor.get(`drafts/${opened.id}/revisions`));
    assert.deepEqual(
      items.map(({ aside }) => aside),
      [false, true, false, false],
    );
    assert.deepEqual(
      merged.writers.map(({ name }) => name),
      ['Persona moderator comune-di-esempio', 'Collega Inventata'],
    );
  });

  test('many at once: each text is somewhere, and one of them stands', async () => {
    const opened = await moderator.open(smallPolicy('3'), 'In molti');
    const texts = Array.from({ length: 8 }, (_, index) => `${opened.source}\n<!-- ${index} -->`);
    const answers = await Promise.all(
      texts.map((source, index) =>
        (index % 2 === 0 ? moderator : colleague).put(`drafts/${opened.id}`, {
          revision: 1,
          name: opened.name,
          source,
          changeNote: '',
        }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 409).length, 7);
    const { items } = await read(RevisionList, await moderator.get(`drafts/${opened.id}/revisions`));
    const digests = new Set(items.map(({ digest }) => digest));
    for (const text of texts) assert.ok(digests.has(createHash('sha256').update(text).digest('hex')));
  });

  test('saving what is there adds nothing; what comes after the proposal is put aside', async () => {
    const opened = await moderator.open(smallPolicy('3'));
    assert.equal((await moderator.save(opened, {})).revision, opened.revision);
    const waiting = await propose(await moderator.save(opened, { changeNote: NOTE }));
    const late = {
      revision: waiting.revision,
      name: waiting.name,
      source: `${waiting.source}\ntardi`,
      changeNote: NOTE,
    };
    const conflict = DraftConflict.parse(await (await moderator.put(`drafts/${waiting.id}`, late)).json());
    assert.deepEqual(
      [conflict.code, conflict.current.state, conflict.current.source],
      ['DRAFT_CLOSED', 'proposed', waiting.source],
    );
    assert.ok(conflict.kept);
  });
});

describe('what is not ready is not proposed', () => {
  const obstacleOf = async (source: string, changeNote = NOTE) => {
    const draft = await moderator.save(await moderator.open(source), { changeNote });
    const checks = await read(DraftChecks, await moderator.get(`drafts/${draft.id}/checks`));
    const response = await moderator.post(`drafts/${draft.id}/proposal`, { revision: draft.revision });
    return { checks, response, first: checks.obstacles[0]?.code };
  };

  test('a text with mistakes is saved, told where, and not proposed', async () => {
    const { checks, response } = await obstacleOf(smallPolicy('3').replace('modalità: protetto', 'modalità: protetta'));
    assert.equal(checks.complaints[0]?.code, 'POL-E019');
    assert.equal(checks.examples, null);
    await refusedAs(response, 422, 'DRAFT_HAS_MISTAKES');
  });

  test('examples that fail, the policy of another body, a version there is, no note', async () => {
    const failing = smallPolicy('3').replace(
      "- intatto: «Ma un numero da chiamare non c'è?»",
      '- intatto: «Chiamatelo al 333 0000000»',
    );
    const { checks, response } = await obstacleOf(failing);
    assert.deepEqual([checks.examples?.passed, checks.examples?.failed], [1, 1]);
    assert.equal(checks.examples?.remarks[0]?.clause, 'ESE-003');
    await refusedAs(response, 422, 'EXAMPLES_FAIL');
    await refusedAs(
      (await obstacleOf(smallPolicy('3').replace('ente: comune-di-esempio', 'ente: asl-roma-1'))).response,
      422,
      'POLICY_OF_ANOTHER',
    );
    const taken = await obstacleOf(smallPolicy('2'));
    assert.equal(taken.checks.nextVersion, '3');
    await refusedAs(taken.response, 409, 'VERSION_TAKEN');
    await refusedAs((await obstacleOf(smallPolicy('3'), '')).response, 422, 'CHANGE_NOTE_MISSING');
  });
});

describe('four eyes', () => {
  const approve = async (by: RulebookHand, draft: Draft, change: object = {}) =>
    by.post(`drafts/${draft.id}/approval`, approval(draft, change));

  test('who moderates or audits does not approve, nor the head of another body', async () => {
    const draft = await proposed('3');
    await refusedAs(await approve(moderator, draft), 403, 'ROLE_TOO_NARROW');
    await refusedAs(await approve(auditor, draft), 403, 'ROLE_TOO_NARROW');
    const other = await desk.signIn('head', 'asl');
    await refusedAs(await approve(rulebookHand(desk.url, COMUNE, other), draft), 403, 'NO_MANDATE');
    await refusedAs(await approve(rulebookHand(desk.url, BODIES.asl.slug, other), draft), 404, 'DRAFT_NOT_FOUND');
  });

  test('who wrote any text of it, or proposed it, does not approve it; another does', async () => {
    const own = await proposed('3', head);
    assert.match(own.may.approve?.why ?? '', /un’altra persona/);
    await refusedAs(await approve(head, own), 403, 'FOUR_EYES');

    const shared = await moderator.save(await moderator.open(smallPolicy('3')), { changeNote: NOTE });
    const late = {
      revision: 1,
      name: shared.name,
      source: `${shared.source}\n<!-- del responsabile -->`,
      changeNote: '',
    };
    assert.equal((await head.put(`drafts/${shared.id}`, late)).status, 409);
    await refusedAs(await approve(head, await propose(shared)), 403, 'FOUR_EYES');

    const carried = await moderator.save(await moderator.open(smallPolicy('3')), { changeNote: NOTE });
    const byHead = await propose(carried, head);
    await refusedAs(await approve(head, byHead), 403, 'FOUR_EYES');
    clock.advance(1000);
    assert.equal((await approve(colleague, byHead)).status, 200);
  });

  test('the database itself refuses an approver who wrote', async () => {
    const own = await proposed(await newest(), head);
    const client = await owner.connect();
    const { rows } = await client.query<{ id: string }>(
      "select id from person where email = 'moderator@comune-di-esempio.example'",
    );
    const [{ id: writer } = { id: '' }] = rows;
    const approveAs = (person: string) =>
      client.query("update policy_draft set state = 'approved', version = '1', approved_by = $1 where id = $2", [
        person,
        own.id,
      ]);
    try {
      await assert.rejects(approveAs(own.createdBy.id), /policy_draft_check/);
      const late = { revision: 1, name: own.name, source: `${own.source}\n<!-- a parte -->`, changeNote: '' };
      assert.equal((await moderator.put(`drafts/${own.id}`, late)).status, 409);
      await assert.rejects(approveAs(writer), /wrote none of its texts/);
      const reopen =
        "update policy_draft set state = 'discarded', proposed_by = null, approved_by = null where state = 'approved'";
      await assert.rejects(client.query(reopen), /an approved draft does not change/);
    } finally {
      client.release();
    }
  });

  test('a draft sent back with reasons is written on, withdrawn, put aside and taken up again', async () => {
    let draft = await proposed(await newest());
    await refusedAs(
      await head.post(`drafts/${draft.id}/return`, { revision: draft.revision, reasons: '' }),
      422,
      'REQUEST_INVALID',
    );
    const reasons = 'Manca il punto sugli orari.';
    draft = await read(
      DraftDetail,
      await head.post(`drafts/${draft.id}/return`, { revision: draft.revision, reasons }),
    );
    assert.deepEqual([draft.state, draft.proposedBy, draft.steps.at(-1)?.reasons], ['open', null, reasons]);
    await refusedAs(await approve(head, draft), 409, 'DRAFT_STATE');
    draft = await propose(await moderator.save(draft, { name: 'Con gli orari' }));
    draft = await read(DraftDetail, await moderator.post(`drafts/${draft.id}/reopen`, { revision: draft.revision }));
    const discarded = await moderator.post(`drafts/${draft.id}/discard`, {
      revision: draft.revision,
      reasons: 'Non serve più.',
    });
    draft = await read(DraftDetail, discarded);
    const { items } = await read(DraftList, await moderator.get('drafts?state=discarded'));
    assert.deepEqual(
      items.map(({ id }) => id),
      [draft.id],
    );
    draft = await read(DraftDetail, await moderator.post(`drafts/${draft.id}/reopen`, { revision: draft.revision }));
    const steps = ['opened', 'proposed', 'returned', 'proposed', 'withdrawn', 'discarded', 'reopened'];
    assert.deepEqual(
      draft.steps.map(({ step }) => step),
      steps,
    );
  });

  test('an act of tomorrow, or of another age; a text that changed since it was read', async () => {
    const draft = await proposed(await newest());
    for (const date of ['2026-11-21', '1912-01-01'])
      await refusedAs(await approve(head, draft, { act: { ...ACT, date } }), 422, 'ACT_DATE_WRONG');
    await refusedAs(await approve(head, draft, { act: { ...ACT, date: '2026-02-30' } }), 422, 'REQUEST_INVALID');
    await refusedAs(await approve(head, draft, { inForceFrom: '2026-11-19T00:00:00Z' }), 422, 'IN_FORCE_WRONG');
    await refusedAs(await approve(head, { ...draft, revision: draft.revision - 1 }), 409, 'DRAFT_CHANGED');
  });

  test('two proposals of one version: the first approved takes it', async () => {
    clock.advance(1000);
    const version = await newest();
    const [one, other] = [await proposed(version), await proposed(version)];
    const answers = await Promise.all([approve(head, one), approve(colleague, other)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  });
});

test('reading is for every mandate, writing for who moderates, and nothing crosses to another body', async () => {
  const draft = await moderator.open(smallPolicy('9'));
  assert.equal((await auditor.get(`drafts/${draft.id}`)).status, 200);
  const writing = { revision: 1, name: 'x', source: 'x', changeNote: '' };
  await refusedAs(await auditor.put(`drafts/${draft.id}`, writing), 403, 'ROLE_TOO_NARROW');
  await refusedAs(
    await auditor.post('drafts', { name: 'x', from: { kind: 'text', source: '' } }),
    403,
    'ROLE_TOO_NARROW',
  );
  const stranger = await desk.signIn('head', 'asl');
  const through = rulebookHand(desk.url, BODIES.asl.slug, stranger);
  for (const path of ['', '/checks', '/revisions', '/revisions/1', '/source'])
    await refusedAs(await through.get(`drafts/${draft.id}${path}`), 404, 'DRAFT_NOT_FOUND');
  await refusedAs(await through.put(`drafts/${draft.id}`, writing), 404, 'DRAFT_NOT_FOUND');
  await refusedAs(await through.get(`comparison?from=1&to=${draft.id}`), 404, 'DRAFT_NOT_FOUND');
  await refusedAs(await rulebookHand(desk.url, COMUNE, stranger).get('drafts'), 403, 'NO_MANDATE');
  await refusedAs(await rulebookHand(desk.url, COMUNE, { cookie: '' }).get('drafts'), 401, 'NOT_SIGNED_IN');
});
