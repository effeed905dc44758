// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import { evidenceDue } from '#moderation';
import { DossierCase } from '#moderation/contract';
import { poolOf, silentLog } from '#platform';
import { analyse } from '#triage';
import { partsOf } from '../../src/moderation/dossier/zip.ts';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import type { Presence } from '../support/presences.ts';

// What is handed over of a case: nobody's data where they are to be covered, there when the authorities ask, and told who took it.

const MOSAICO = 'il-mosaico';
const DAY_MILLISECONDS = 86_400_000;
let desk: NetworksDesk;
let owner: Pool;
let moderator: Client;
let head: Client;
let page: Presence;
before(async () => {
  desk = await startNetworksDesk([MOSAICO]);
  owner = poolOf(desk.portavoce.owner, silentLog, 2);
  moderator = await desk.signIn('moderator');
  head = await desk.signIn('head');
  const found = desk.towns[0].presences.find(({ network }) => network === 'facebook');
  assert.ok(found);
  page = found;
});
after(async () => {
  await owner?.end();
  await desk?.close();
});

async function arrives(writing: { readonly text: string } & Record<string, unknown>) {
  const external = await page.writes({ author: 'Ugo Inventato', ...writing });
  desk.clock.advance(60_000);
  await page.poll();
  await desk.drain();
  const found = (await moderator.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
  assert.ok(found, writing.text);
  return { id: found.id, external };
}

async function acted(client: Client, path: string, body: object) {
  const response = await client.post(`cases/${path}`, body);
  assert.equal(response.status, 200, await response.clone().text());
  return DossierCase.parse(await response.json());
}
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(desk.clock.now());

const OF_PEOPLE = ['personal-data', 'sensitive-data', 'private-facts'];

/** Each text of a value, with where it stands; what the policy says for all is not somebody's. */
function textsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    path.startsWith('.clauses') && (key === 'text' || key === 'title') ? [] : textsIn(one, `${path}.${key}`),
  );
}

test('in no part of a masked file is anything left that triage takes for somebody’s data', async () => {
  const secrets = ['7654321', '9876543', '1239874', '5554443', '@tizia', 'caia', 'zefiro@', 'Ugo Inventato'];
  const post = await arrives({
    ...{ kind: 'visitor-post', author: 'Nino Inventato' },
    text: 'Telefonate a Tizia Inventata al 347 7654321, ha il diabete. Lo dice @tizia.inventata',
  });
  const { id } = await arrives({
    post: post.external,
    text: 'Anche a @caia_inventata, 333 9876543, siete idioti. Ugo Inventato',
  });
  const law = {
    kind: 'law',
    rule: 'Codice penale, art. 595',
    why: 'Diffonde recapiti senza consenso.',
  } as const;
  const telling = { ...law, why: 'Ha scritto il numero 347 1239874 di un’altra.' };
  await assert.rejects(
    moderator.decide(id, { kind: 'hide', grounds: [telling], reasons: 'Insulta.' }),
    /GROUND_WHY_NOT_CLEAR/,
  );
  await moderator.decide(id, { kind: 'hide', grounds: [law], reasons: 'Pubblica il 333 5554443 e insulta.' });
  await desk.drain();
  await acted(head, `${id}/hold`, {
    act: 'nota di zefiro@example.org, n. 5',
    reasons: 'Lo chiede la Procura: la persona è al 333 5554443.',
  });
  const { dossiers } = await acted(moderator, `${id}/dossiers`, { form: 'masked', purpose: 'records-request' });
  const file = await moderator.get(`dossiers/${dossiers[0]?.id}/file`);
  const parts = partsOf(Buffer.from(await file.arrayBuffer()));
  assert.ok(parts.length > 4);
  for (const { name, bytes } of parts)
    for (const secret of secrets)
      assert.ok(!bytes.toString().toLowerCase().includes(secret.toLowerCase()), `${name}: ${secret}`);
  const part = (wanted: string) => parts.find(({ name }) => name === wanted)?.bytes.toString() ?? '';
  const values = [
    JSON.parse(part('raccolta.json')) as unknown,
    ...part('registro.ndjson')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { summary: string }).summary),
  ];
  for (const [path, text] of values.flatMap((value) => textsIn(value))) {
    const left = analyse(text).filter(({ category }) => OF_PEOPLE.includes(category));
    assert.deepEqual(left, [], `${path}: ${text}`);
  }
  assert.match(part('raccolta.html'), /▮▮▮/);
});

test('a file for the authorities stays until they are told, and one that is gone is not attached', async () => {
  const threat = async (text: string) => {
    const { id } = await arrives({ text });
    await moderator.decide(id, { kind: 'remove' });
    await acted(moderator, `${id}/authorities`, {
      ...{ tell: true, reasons: 'Minaccia seria a una persona precisa.', office: 'Direzione' },
      ...{ course: 'private-complaint', knownOn: today() },
    });
    const { dossiers } = await acted(head, `${id}/dossiers`, { form: 'whole', purpose: 'authorities' });
    return { id, file: dossiers[0]?.id ?? '' };
  };
  const one = await threat('Vi aspetto fuori e vi spacco la testa uno per uno');
  const other = await threat('Stasera vi brucio la macchina, siete avvisati tutti');
  desk.clock.advance(40 * DAY_MILLISECONDS);
  await evidenceDue(desk.portavoce.ports, MOSAICO);
  assert.equal((await head.get(`dossiers/${one.file}/file`)).status, 200, 'well within three months');
  const filed = { authority: 'Procura della Repubblica', protocol: '3/2026', on: today() };
  const told = await acted(head, `${one.id}/authorities/filed`, { ...filed, dossier: one.file });
  assert.equal(told.report?.state, 'filed');
  await evidenceDue(desk.portavoce.ports, MOSAICO);
  assert.equal((await head.get(`dossiers/${one.file}/file`)).status, 410);

  await owner.query("update dossier set sealed = '', purged_at = now() where id = $1", [other.file]);
  const refused = await head.post(`cases/${other.id}/authorities/filed`, { ...filed, dossier: other.file });
  assert.equal(((await refused.json()) as { code: string }).code, 'DOSSIER_FIRST');
});

test('who took a file is in the record', async () => {
  const { id } = await arrives({ text: 'Gli orari sono scomodi e nessuno risponde mai' });
  const { dossiers } = await acted(moderator, `${id}/dossiers`, { form: 'masked', purpose: 'records-request' });
  const auditor = await desk.signIn('auditor');
  assert.equal((await auditor.get(`dossiers/${dossiers[0]?.id}/file`)).status, 200);
  const [last] = (await head.record()).items;
  assert.equal(last?.kind, 'dossier.taken');
  assert.match(JSON.stringify(last), /Persona auditor/);
});
