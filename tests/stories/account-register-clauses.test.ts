// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { registerAccount } from '#accounts';
import type { NetworkName } from '#channels';
import { credentialsOf, openBody } from '../support/body.ts';
import { type Client, clientOf } from '../support/client.ts';
import { joins } from '../support/colleagues.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { proves } from '../support/proves.ts';
import {
  ACT,
  ACT_WORDS,
  accountIn,
  enters,
  entry,
  newest,
  refused,
  registerOf,
  requestOf,
  step,
} from '../support/register-hand.ts';

// What each policy wants of whoever opens, runs and watches over accounts, refused on the server where it is not so.

const CALABRIA = 'regione-calabria';
const MOSAICO = 'il-mosaico';
const CREMA = 'asst-crema';
const ROMA = 'asl-roma-1';

let desk: Desk;
before(async () => {
  desk = await startDesk();
  for (const slug of [CALABRIA, MOSAICO, CREMA]) await openBody(desk.portavoce, { slug, name: slug });
});
after(() => desk.close());

const signIn = (body: string, role: 'head' | 'moderator'): Promise<Client> =>
  clientOf(desk.url, body, credentialsOf(body, role));
/** An account that was there before the desk was. */
const found = (body: string, network: NetworkName, externalId: string): Promise<string> =>
  registerAccount(desk.portavoce.ports, { body, network, act: 'atto di prova', ...placeOf(externalId) });
const placeOf = (externalId: string) => ({
  ...{ externalId, handle: externalId, name: `Account ${externalId}`, url: `https://social.example/${externalId}` },
});

describe('Calabria', () => {
  const settlement = { outcome: 'authorised', authority: 'Dirigente generale', act: ACT };
  let head: Client;
  before(async () => {
    head = await signIn(CALABRIA, 'head');
  });

  test(proves('CAL-007', 'a new platform without an act of the Director General is refused'), async () => {
    assert.equal(await refused(head, 'accounts', entry('tiktok', 'cal-nuovo')), 'ACCOUNT_NOT_AUTHORISED');
    const asker = await joins(desk.portavoce, { body: CALABRIA, name: 'Anna Centro' });
    const asked = newest(
      await step(asker.client, 'requests', requestOf(await registerOf(head), asker.id, { network: 'tiktok' })),
    );
    assert.deepEqual(asked.authorisedBy, { value: 'Dirigente generale', clause: 'CAL-007' });
    const path = `account-register/requests/${asked.id}/settlement`;
    assert.equal(await refused(head, path, { ...settlement, authority: 'Dirigente di settore' }), 'ACT_OF_ANOTHER');
    assert.equal(
      await refused(head, path, { outcome: 'authorised', authority: 'Dirigente generale' }),
      'REQUEST_INVALID',
    );
    assert.equal(await refused(head, 'accounts', entry('tiktok', 'cal-nuovo')), 'ACCOUNT_NOT_AUTHORISED');
    await step(head, `requests/${asked.id}/settlement`, settlement);
    const id = await enters(head, entry('tiktok', 'cal-nuovo', { request: asked.id }));
    const account = accountIn(await registerOf(head), id);
    assert.equal(account.act, 'Dirigente generale: deliberazione n. 41 del 20 novembre 2026');
    assert.deepEqual(
      account.keepers.map(({ name }) => name),
      ['Anna Centro'],
    );
  });

  test(
    proves('CAL-032', 'a credential typed into any field of words is refused; the vault alone takes it'),
    async () => {
      const secret = 'Password: Estate2026!';
      const id = await found(CALABRIA, 'tiktok', 'cal-vecchio');
      const register = await registerOf(head);
      const keeper = register.people[0]?.id ?? '';
      const asked = requestOf(register, keeper);
      const look = {
        digest: accountIn(register, id).texts?.digest,
        bio: true,
        pinned: true,
        links: true,
        privacy: true,
      };
      const impostor = { network: 'x', url: 'https://x.example/f', name: 'Finto', byStaff: false, note: '' };
      const standing = { act: ACT_WORDS, reason: 'Manutenzione ordinaria' };
      const tried: readonly (readonly [string, object])[] = [
        ...(['name', 'handle', 'act'] as const).map(
          (field) => ['accounts', entry('facebook', 'cal-x', { [field]: secret })] as const,
        ),
        ['account-register/requests', { ...asked, service: secret }],
        ['account-register/requests', { ...asked, answers: asked.answers.map((one) => ({ ...one, value: secret })) }],
        [`account-register/accounts/${id}/keepers`, { person: keeper, act: secret }],
        [`account-register/accounts/${id}/checks`, { ...look, note: secret }],
        [`account-register/accounts/${id}/suspension`, { ...standing, act: secret }],
        [`account-register/accounts/${id}/suspension`, { ...standing, reason: secret }],
        [`account-register/accounts/${id}/closing`, { ...standing, keptAt: secret }],
        ['account-register/impostors', { ...impostor, name: secret }],
        ['account-register/impostors', { ...impostor, note: secret }],
        ['account-register/choice', { asks: [secret], checkDays: null, silenceDays: null, act: ACT_WORDS }],
        ['account-register/choice', { asks: [], checkDays: null, silenceDays: null, act: secret }],
        [`accounts/${id}/disconnection`, { reason: secret }],
      ];
      for (const [path, content] of tried) assert.equal(await refused(head, path, content), 'SECRET_IN_TEXT', path);
      const secrets = { accessToken: 'Estate2026-nel-deposito' };
      const kept = await head.post(`accounts/${id}/secrets`, { baseUrl: 'http://127.0.0.1:1', secrets });
      assert.equal(kept.status, 200, await kept.clone().text());
      assert.ok(!(await kept.text()).includes(secrets.accessToken), 'what the vault took is not told again');
      assert.ok(!JSON.stringify(await registerOf(head)).includes(secrets.accessToken));
    },
  );

  test(proves('CAL-056', 'an unofficial page that is reported opens an internal case under the clause'), async () => {
    const moderator = await signIn(CALABRIA, 'moderator');
    const url = 'https://www.facebook.example/centro-per-l-impiego-non-ufficiale';
    const page = { network: 'facebook', url, name: 'Centro per l’impiego (fan)', byStaff: true, note: 'Posta bandi.' };
    const [noted] = (await step(moderator, 'impostors', page)).impostors;
    assert.deepEqual([noted?.clause, noted?.state, noted?.byStaff], ['CAL-056', 'to-report', true]);
    assert.equal(await refused(moderator, 'account-register/impostors', page), 'IMPOSTOR_KNOWN', 'once');
    assert.match(noted?.noticedBy ?? '', /moderator/);
    const entries = (await head.record()).items.filter(({ kind }) => kind === 'account.impostor-noticed');
    assert.deepEqual(entries[0]?.clauses, ['CAL-056']);
    assert.ok(!JSON.stringify(entries).includes(url), 'the record names nobody');
    const [reported] = (await step(moderator, `impostors/${noted?.id}/report`, { reference: 'n. 77' })).impostors;
    assert.deepEqual([reported?.state, reported?.reported?.reference], ['reported', 'n. 77']);
    const path = `account-register/impostors/${noted?.id}/report`;
    assert.equal(await refused(moderator, path, { reference: 'n. 78' }), 'IMPOSTOR_MOVED_ON');
    const outcome = { outcome: 'gone', note: 'La pagina è stata tolta.' };
    const [gone] = (await step(moderator, `impostors/${noted?.id}/settlement`, outcome)).impostors;
    assert.deepEqual([gone?.state, gone?.settled?.note], ['gone', 'La pagina è stata tolta.']);
  });

  test(
    proves('CAL-008', 'an account outside the approved list is unofficial, and the notice shows the official one'),
    async () => {
      const official = await found(CALABRIA, 'tiktok', 'cal-vecchio');
      const url = 'https://www.linkedin.example/company/lavoro-in-calabria';
      const page = { network: 'linkedin', url, name: 'Lavoro in Calabria', byStaff: false, note: '' };
      const register = await step(head, 'impostors', page);
      const noted = register.impostors.find((one) => one.url === url);
      assert.deepEqual([noted?.standing, noted?.clause], ['unofficial', 'CAL-008']);
      assert.ok(!register.accounts.some((one) => one.url === url) && accountIn(register, official));
      const markup = await (await fetch(`${desk.url}/policy/${CALABRIA}/account`)).text();
      assert.match(markup, /l’ente non risponde \(punto <a[^>]*>CAL-008<\/a>\)/);
      assert.ok(markup.includes('https://social.example/cal-vecchio') && !markup.includes(url));
    },
  );

  test('an official account is no impostor', async () => {
    const { accounts } = await registerOf(head);
    const url = `${accounts[0]?.url}/`;
    const page = { network: 'facebook', url, name: 'Nostro', byStaff: false, note: '' };
    assert.equal(await refused(head, 'account-register/impostors', page), 'IMPOSTOR_IS_OURS');
  });

  test('profiles link to each other, as the policy ties them', async () => {
    const [facebook, youtube] = [
      await found(CALABRIA, 'facebook', 'cal-fb'),
      await found(CALABRIA, 'youtube', 'cal-yt'),
    ];
    const register = await registerOf(head);
    assert.deepEqual(
      accountIn(register, facebook).linksTo.map(({ url, clause }) => [url, clause]),
      [['https://social.example/cal-yt', 'CAL-042']],
    );
    assert.equal(accountIn(register, youtube).linksTo[0]?.url, 'https://social.example/cal-fb');
  });
});

describe('Il Mosaico', () => {
  test(proves('MOS-081', 'whoever is not of the Communication office opens no account'), async () => {
    const outsider = await signIn(MOSAICO, 'head');
    assert.equal(await refused(outsider, 'accounts', entry('facebook', 'mos-fb')), 'NOT_YOUR_OFFICE');
    const { client } = await joins(desk.portavoce, {
      ...{ body: MOSAICO, name: 'Cinzia Comunicazione', role: 'head', office: 'Comunicazione' },
    });
    const id = await enters(client, entry('facebook', 'mos-fb'));
    assert.equal(accountIn(await registerOf(client), id).act, ACT_WORDS);
    assert.equal(await refused(client, 'accounts', entry('tiktok', 'mos-tt')), 'NETWORK_NOT_IN_POLICY');
  });

  test(proves('MOS-009', 'nobody is enabled but a person by name'), async () => {
    const { client, id: person } = await joins(desk.portavoce, {
      ...{ body: MOSAICO, name: 'Chiara Comunicazione', role: 'head', office: 'ufficio Comunicazione' },
    });
    const account = await found(MOSAICO, 'linkedin', 'mos-li');
    const path = `account-register/accounts/${account}/keepers`;
    for (const nobody of ['', 'redazione@ilmosaico.example', 'ufficio Comunicazione', crypto.randomUUID()])
      assert.equal(await refused(client, path, { person: nobody, act: ACT_WORDS }), 'KEEPER_UNKNOWN', nobody);
    const asked = requestOf(await registerOf(client), 'redazione@ilmosaico.example', { network: 'facebook' });
    assert.equal(await refused(client, 'account-register/requests', asked), 'KEEPER_UNKNOWN');
    const before = accountIn(await registerOf(client), account);
    assert.ok(before.faults.some(({ clauses }) => clauses.includes('MOS-009')));
    const after = accountIn(await step(client, `accounts/${account}/keepers`, { person, act: ACT_WORDS }), account);
    assert.deepEqual(
      after.keepers.map(({ name, act }) => [name, act]),
      [['Chiara Comunicazione', ACT_WORDS]],
    );
    assert.equal(await refused(client, path, { person, act: ACT_WORDS }), 'KEEPER_ALREADY');
  });

  test(
    proves('MOS-082', 'who runs a page is enabled and disabled by the Communication office, and it is recorded'),
    async () => {
      const outsider = await signIn(MOSAICO, 'head');
      const { client } = await joins(desk.portavoce, {
        ...{ body: MOSAICO, name: 'Clara Comunicazione', role: 'head', office: 'Comunicazione' },
      });
      const { id: person } = await joins(desk.portavoce, {
        body: MOSAICO,
        name: 'Fabio Fornitore',
        office: 'Fornitore',
      });
      const account = await found(MOSAICO, 'facebook', 'mos-altra');
      const path = `accounts/${account}/keepers`;
      assert.equal(await refused(outsider, `account-register/${path}`, { person, act: ACT_WORDS }), 'NOT_YOUR_OFFICE');
      const [keeper] = accountIn(await step(client, path, { person, act: ACT_WORDS }), account).keepers;
      const end = `${path}/${keeper?.id}/end`;
      assert.equal(await refused(outsider, `account-register/${end}`, { act: ACT_WORDS }), 'NOT_YOUR_OFFICE');
      assert.deepEqual(accountIn(await step(client, end, { act: ACT_WORDS }), account).keepers, []);
      const told = (await client.record()).items.filter(({ kind }) => kind.startsWith('account.keeper-'));
      assert.deepEqual(
        told.slice(0, 2).map(({ kind, person: by, clauses }) => [kind, by, clauses.includes('MOS-082')]),
        [
          ['account.keeper-ended', 'Clara Comunicazione', true],
          ['account.keeper-enabled', 'Clara Comunicazione', true],
        ],
      );
    },
  );
});

describe('Crema', () => {
  test(proves('CRE-005', 'a second thematic page on Facebook is accepted under the same body'), async () => {
    const head = await signIn(CREMA, 'head');
    const ids = [await enters(head, entry('facebook', 'cre-uno')), await enters(head, entry('facebook', 'cre-due'))];
    const { accounts, sorts } = await registerOf(head);
    assert.ok(sorts.includes('pagine tematiche'));
    assert.deepEqual(
      ids.map((id) => accounts.find((one) => one.id === id)?.state),
      ['active', 'active'],
    );
  });
});

describe('the register is validated', () => {
  const checks = [
    { id: 'MOS-008', body: MOSAICO, network: 'facebook', office: 'ufficio Comunicazione' },
    { id: 'CRE-004', body: CREMA, network: 'instagram', office: 'ufficio Comunicazione' },
    { id: 'RM1-008', body: ROMA, network: 'youtube', office: 'ufficio stampa' },
  ] as const;
  for (const { id, body, network, office } of checks)
    test(proves(id, 'a channel with nobody of the office that runs it is out of order'), async () => {
      const account = await found(body, network, `${id}-account`);
      const head = await joins(desk.portavoce, {
        ...{ body, name: 'Capo Prova', role: 'head', office: 'Comunicazione' },
      });
      const [inside, outside] = [
        await joins(desk.portavoce, { body, name: 'Ines Interna', office }),
        await joins(desk.portavoce, { body, name: 'Elio Esterno', office: 'Fornitore' }),
      ];
      const path = `accounts/${account}/keepers`;
      const isFaulty = (register: Awaited<ReturnType<typeof registerOf>>) =>
        !register.isInOrder && accountIn(register, account).faults.some(({ clauses }) => clauses.includes(id));
      assert.ok(isFaulty(await registerOf(head.client)), 'nobody runs it');
      assert.ok(isFaulty(await step(head.client, path, { person: outside.id, act: ACT_WORDS })), 'only others do');
      const mended = await step(head.client, path, { person: inside.id, act: ACT_WORDS });
      assert.deepEqual(accountIn(mended, account).faults, []);
    });
});
