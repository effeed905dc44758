// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accountTerms, askedOfRequests, linkedFrom, presentsNetwork } from './account-terms.ts';
import { compile } from './compile.ts';
import type { CompiledPolicy } from './compiled.ts';
import { parse } from './parse.ts';
import { profileTexts } from './profile-texts.ts';

const POLICIES = join(import.meta.dirname, '../../policies');

function policyOf(slug: string): CompiledPolicy {
  const { policy } = parse(readFileSync(join(POLICIES, `${slug}.policy.md`), 'utf8'), slug);
  assert.ok(policy);
  return compile(policy);
}

const mosaico = policyOf('il-mosaico');
const calabria = policyOf('regione-calabria');
const roma = policyOf('asl-roma-1');
const crema = policyOf('asst-crema');
const milano = policyOf('ats-milano');

test('who gives an opinion, authorises, opens and enables, each with its clause; silence stays silence', () => {
  const asked = accountTerms(roma);
  assert.deepEqual(asked.opinionBy, { value: 'area Comunicazione e relazioni esterne', clause: 'RM1-149' });
  assert.deepEqual(asked.authorisedBy, { value: 'Direzione generale', clause: 'RM1-149' });
  assert.deepEqual(asked.askedBy, { value: 'singolo servizio aziendale', clause: 'RM1-148' });
  assert.deepEqual([asked.openedBy, asked.act], [null, null]);
  assert.deepEqual(
    asked.checkMinutes,
    { value: null, clause: 'RM1-150' },
    'looked at, and the source does not say how often',
  );
  const further = accountTerms(calabria, 'tiktok');
  assert.deepEqual(further.authorisedBy, { value: 'Dirigente generale', clause: 'CAL-007' });
  assert.deepEqual(further.act, { value: 'required', clause: 'CAL-007' });
  assert.deepEqual(further.credentials, { value: 'reserved', clause: 'CAL-032' });
  assert.deepEqual(further.unofficial, { value: 'disowned', clause: 'CAL-008' });
  assert.deepEqual(further.forbidden, { value: 'forbidden', clause: 'CAL-056' });
  const pages = accountTerms(mosaico, 'facebook');
  assert.deepEqual(pages.openedBy, { value: 'ufficio Comunicazione', clause: 'MOS-081' });
  assert.deepEqual(pages.enabledBy, { value: 'ufficio Comunicazione', clause: 'MOS-082' });
  assert.deepEqual(pages.credentials, { value: 'personal', clause: 'MOS-009' });
  assert.equal(pages.unofficial?.clause, 'MOS-020');
  assert.equal(accountTerms(mosaico).unofficial, null, 'said of the profiles of one network');
  assert.equal(pages.authorisedBy, null);
  assert.equal(accountTerms(mosaico, 'x').credentials, null);
});

test('which office runs a channel, with every clause that says so', () => {
  const youtube = accountTerms(roma, 'youtube').managedBy;
  assert.deepEqual([youtube?.value, youtube?.clause], ['ufficio stampa', 'RM1-008']);
  assert.ok(accountTerms(roma, 'x').managedBy?.clauses.includes('RM1-008'));
  assert.equal(accountTerms(crema, 'facebook').managedBy?.clause, 'CRE-004');
  assert.equal(accountTerms(milano, 'facebook').managedBy?.office, false, 'people, not an office');
  assert.equal(youtube?.office, true);
});

test('what a request has to say: the list, for whom, or that the source does not give it', () => {
  assert.deepEqual(askedOfRequests(roma), { asked: [], missing: 'RM1-148', sorts: [] });
  const { asked, missing, sorts } = askedOfRequests(milano);
  assert.deepEqual(
    asked.map(({ label, sort }) => [label, sort]),
    [
      ['il progetto', 'tematici per giovani'],
      ['l’istituzione responsabile del progetto', 'tematici per giovani'],
    ],
  );
  assert.deepEqual([missing, sorts], [null, ['generali', 'tematici per giovani']]);
});

test('which networks are presented, and which profiles link to each other', () => {
  assert.ok(presentsNetwork(mosaico, 'linkedin') && !presentsNetwork(mosaico, 'tiktok'));
  assert.ok(presentsNetwork(milano, 'tiktok'), 'a policy for all networks leaves none out');
  assert.deepEqual(
    linkedFrom(calabria, 'facebook').map(({ network, clause }) => [network, clause]),
    [
      ['instagram', 'CAL-042'],
      ['linkedin', 'CAL-042'],
      ['youtube', 'CAL-042'],
    ],
  );
  assert.deepEqual(linkedFrom(roma, 'facebook'), [], 'repeated posts are no links');
});

const RULES = 'https://ente.example/policy/ente/netiquette';
const asked = { rules: RULES, accounts: 'https://ente.example/policy/ente/account', fits: () => true };

test('a profile says whose it is, how one writes there and where the rest is; what is missing is named', () => {
  const texts = profileTexts(mosaico, { ...asked, network: 'facebook', bioLength: 300 });
  assert.match(texts.bio, /^Account ufficiale di .*Mosaico.*netiquette$/);
  assert.match(texts.pinned, /privacy: https:\/\/www\.ilmosaicoservizi\.it\/il-mosaico\/privacy/);
  assert.ok(texts.pinned.includes(RULES));
  assert.ok(!texts.missing.includes('privacy-notice'));
  assert.ok(profileTexts(roma, { ...asked, network: 'x', bioLength: 160 }).missing.includes('privacy-notice'));
});

test('within the network’s length the least is dropped first, and the address of the rules last', () => {
  const long = profileTexts(roma, { ...asked, network: 'facebook', bioLength: 300 });
  assert.match(long.pinned, /Le critiche sono benvenute\.\nVengono rimossi: /);
  for (const limit of [700, 280, 150]) {
    const { pinned } = profileTexts(roma, {
      ...{ ...asked, network: 'facebook', bioLength: 300 },
      fits: (text) => text.length <= limit,
    });
    assert.ok(pinned.length <= limit && pinned.includes(RULES), pinned);
  }
  const short = profileTexts(roma, { ...asked, network: 'tiktok', bioLength: 50 });
  assert.ok([...short.bio].length <= 50 && short.linkApart);
});

test('where comments are closed it says so, and lists nothing that is removed', () => {
  const { pinned, clauses } = profileTexts(calabria, { ...asked, network: 'facebook', bioLength: 101 });
  assert.match(pinned, /I commenti qui sono chiusi\./);
  assert.ok(!pinned.includes('rimossi') && clauses.includes('CAL-021'));
});
