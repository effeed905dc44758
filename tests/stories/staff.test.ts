// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { ConductReports } from '#staff/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';

// Breaches of the internal rules: confirmed with their gravity and handed to the disciplinary office, which decides.

const MOSAICO = 'il-mosaico';
const CALABRIA = 'regione-calabria';
const ROMA = 'asl-roma-1';
const WHAT = 'Ha pubblicato sul proprio profilo un documento interno.';

let desk: NetworksDesk;
before(async () => {
  desk = await startNetworksDesk([MOSAICO, CALABRIA, ROMA]);
});
after(() => desk?.close());

const accepted = async (response: Response) => {
  assert.ok(response.ok, await response.clone().text());
  return ConductReports.parse(await response.json());
};
const refusal = async (response: Response, code: string, status = 422) =>
  assert.deepEqual([response.status, ((await response.json()) as { code: string }).code], [status, code]);
const today = () => desk.clock.now().toISOString().slice(0, 10);

/** What is still sealed of a body's reports, and what the record says of them. */
async function left(head: Client, body: string) {
  const kept = await desk.portavoce.ports.database.inBody(body, async (tx) => {
    const { rows } = await sql<{ sealed: Buffer | null }>`select sealed from conduct_report`.execute(tx);
    return rows.filter(({ sealed }) => sealed !== null).length;
  });
  const told = (await head.record()).items.filter(({ kind }) => kind.startsWith('conduct.'));
  return { kept, told };
}

for (const [body, clause] of [
  [MOSAICO, 'MOS-110'],
  [CALABRIA, 'CAL-057'],
] as const)
  test(proves(clause, 'a confirmed breach has its gravity and goes to the disciplinary office'), async () => {
    const head = await desk.signIn('head', body);
    const open = await accepted(await head.post('conduct-reports', { what: WHAT }));
    const [report] = open.items;
    assert.ok(report);
    assert.deepEqual([open.clause?.id, open.clause?.force, report.what], [clause, 'must', WHAT]);
    const handing = { office: 'Ufficio procedimenti disciplinari', reference: 'prot. 12/2026', on: today() };
    await refusal(await head.post(`conduct-reports/${report.id}/hand-over`, handing), 'CONDUCT_NOT_CONFIRMED');
    assert.equal(
      (await head.post(`conduct-reports/${report.id}/confirm`, {})).status,
      422,
      'never without its gravity',
    );
    await accepted(await head.post(`conduct-reports/${report.id}/confirm`, { gravity: 'medium' }));
    const sanctioned = { ...handing, sanction: 'rimprovero scritto' };
    const handed = await accepted(await head.post(`conduct-reports/${report.id}/hand-over`, sanctioned));
    const [gone] = handed.items;
    assert.deepEqual(
      [gone?.state, gone?.gravity, gone?.office, gone?.what],
      ['handed-over', 'medium', handing.office, null],
    );
    assert.equal(JSON.stringify(handed).includes('rimprovero'), false, 'there is no place for a sanction');
    await refusal(await head.post(`conduct-reports/${report.id}/dismiss`, {}), 'CONDUCT_SETTLED', 409);
    const { kept, told } = await left(head, body);
    assert.equal(kept, 0);
    assert.deepEqual(
      told.map(({ kind }) => kind),
      ['conduct.handed-over', 'conduct.confirmed', 'conduct.reported'],
    );
    assert.ok(told.every(({ clauses }) => clauses.includes(clause)));
    assert.equal(/profilo|documento interno/.test(JSON.stringify(told)), false);
  });

test('nobody but the head reads them, and where the policy is silent there are none', async () => {
  for (const role of ['moderator', 'auditor'] as const)
    assert.equal((await (await desk.signIn(role, MOSAICO)).get('conduct-reports')).status, 403);
  const head = await desk.signIn('head', ROMA);
  assert.equal((await accepted(await head.get('conduct-reports'))).clause, null);
  await refusal(await head.post('conduct-reports', { what: WHAT }), 'CONDUCT_NOT_REGULATED');
});
