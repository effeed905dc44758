// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { adopt } from '#rulebook';
import { joins } from '../support/colleagues.ts';
import { contentWith, editorialHand, variantOn } from '../support/editorial-hand.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';

// A policy that names who approves contents is kept to: leading the desk is not enough.

const BODY = 'asst-crema';
const OFFICE = 'Direzione sanitaria';
const HOUR_MILLISECONDS = 3_600_000;

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([BODY]);
  const file = `policies/${BODY}.policy.md`;
  const source = (await readFile(file, 'utf8')).replace('\nversione: 1\n', '\nversione: 2\n');
  const named = source.replace(
    'cosa: testi; foto; infografiche; video\n~~~\n',
    `cosa: testi; foto; infografiche; video\n~~~\n\n~~~approvazione\ndi: contenuti\nda: ${OFFICE}\n~~~\n`,
  );
  assert.notEqual(named, source);
  desk.clock.advance(HOUR_MILLISECONDS);
  await adopt(desk.portavoce.ports, { source: named, file, act: 'atto di prova', person: null });
  desk.clock.advance(HOUR_MILLISECONDS);
});
after(() => desk?.close());

test('where the policy names who approves contents, only whoever has a mandate there does', async () => {
  const hand = await editorialHand(desk, desk.towns[0]);
  const [author, head] = [await desk.signIn('moderator'), await desk.signIn('head')];
  const variants = [variantOn(hand.on('facebook').account)];
  const opened = await hand.opens(author, contentWith({ text: 'Da lunedì lo sportello apre alle 9.', variants }));
  const draft = await hand.does(author, await hand.answers(author, opened), 'proposal');
  assert.deepEqual(draft.approvers, [{ by: OFFICE, clause: 'CRE-007', of: 'content' }]);
  const until = new Date(desk.clock.now().getTime() + HOUR_MILLISECONDS).toISOString();
  const other = await hand.tries(head, draft, 'approval', { digest: draft.digest, until });
  assert.deepEqual(other, { status: 403, code: 'OTHER_APPROVER' });
  const doctor = await joins(desk.portavoce, {
    body: BODY,
    name: 'Sanitaria Prova',
    role: 'head',
    office: `la ${OFFICE}`,
  });
  const approved = await hand.approves(doctor.client, draft);
  assert.deepEqual([approved.state, approved.approval?.person.name], ['approved', 'Sanitaria Prova']);
});
