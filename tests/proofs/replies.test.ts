// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import {
  automaticReplies,
  automaticReplyFor,
  type ItemKind,
  linksPromised,
  type NetworkName,
  nightHours,
  ownTerms,
  type ReplyRegime,
  replyRegime,
} from '#policy';
import { checkReply } from '../../src/moderation/replies/checks.ts';
import { offeredTopics } from '../../src/moderation/replies/topics.ts';
import { instantOf } from '../../src/policy/values/moment.ts';
import { proofsOf } from '../support/proof.ts';
import type { TriedItem, World } from '../support/world.ts';
import { isRead, said } from './asking.ts';

// Answers as pure questions to each policy: which links, which ways, what stops an answer, what answers by itself.

const NETWORKS: readonly NetworkName[] = ['facebook', 'instagram', 'threads', 'x', 'linkedin', 'youtube', 'tiktok'];
const CASE = 'Io aspetto da marzo il rimborso, potete guardare a che punto è la mia pratica?';
const HEALTH_CASE = 'Ho il diabete, il mio referto dice una cosa e il medico un’altra: a chi mi rivolgo?';

function answering(world: World, item: TriedItem) {
  const facts = {
    channel: item.channel ?? 'facebook',
    kind: item.kind ?? 'comment',
    text: item.text ?? '',
    at: new Date(0),
  };
  const regime: ReplyRegime = replyRegime(world.policy, { item: facts, judgement: world.judge(item) });
  const say = (text: string) =>
    checkReply({ policy: world.policy, facts, signals: world.notice(item), regime, text, alike: 0 });
  return { regime, say };
}

/** Where a clause promises links, on which networks and for whom. */
const promisedOn = (world: World, id: string, kind: ItemKind = 'comment'): NetworkName[] =>
  NETWORKS.filter((channel) => linksPromised(world.policy, { channel, kind }).some((clause) => clause.id === id));

const TOPIC = {
  ...{ id: 't', title: 'Vaccini', words: ['vaccin*'], valid_until: null },
  links: [{ label: 'Vaccini', url: 'https://www.asl.example/vaccini' }],
};

/** A catalogued topic is recognised in the item, and its link offered in the clause's name. */
function offersLinks(world: World, id: string, channels: readonly NetworkName[], title: string): void {
  assert.equal(world.policy.clauses.get(id)?.title, title);
  assert.deepEqual(promisedOn(world, id), channels);
  assert.deepEqual(promisedOn(world, id, 'mention'), channels);
  assert.deepEqual(promisedOn(world, id, 'message'), channels);
  const [channel = 'facebook'] = channels;
  const facts = { channel, kind: 'comment' as const, text: 'Dove si fanno i vaccini?' };
  const [topic] = offeredTopics([TOPIC], { policy: world.policy, facts, now: new Date(0) });
  assert.equal(topic?.recognised, true);
  assert.ok(topic?.clauses.includes(id));
}

proofsOf('asl-roma-1', ({ proof }) => {
  const LINKS = { 'RM1-044': 'x', 'RM1-058': 'facebook', 'RM1-072': 'instagram', 'RM1-084': 'linkedin' } as const;
  for (const [id, channel] of Object.entries(LINKS))
    proof(id, 'a catalogued topic has its link offered there', (world) => {
      offersLinks(world, id, [channel], 'Risposte con link');
      assert.deepEqual(said(world, id, 'reply').ways, ['link a documenti utili']);
      isRead(world, id, ['documenti utili']);
    });

  proof('RM1-061', 'at night, in chat on Facebook, the clause’s own words', (world) => {
    const { policy } = world;
    const night = { from: 20 * 60, to: 8 * 60 };
    const at = (moment: string, channel: NetworkName = 'facebook', kind: ItemKind = 'message') =>
      automaticReplyFor(policy, { channel, kind }, { moment: instantOf(moment), night });
    const given = at('2026-11-22T23:30');
    assert.equal(given?.clause.id, 'RM1-061');
    assert.equal(given?.text, said(world, 'RM1-061', 'reply').text);
    assert.match(given?.text ?? '', /Abbiamo ricevuto il tuo messaggio.*8 alle 17\.30\.$/s);
    assert.equal(at('2026-11-23T03:00')?.period, given?.period, 'the same night');
    assert.notEqual(at('2026-11-23T23:30')?.period, given?.period, 'another night');
    assert.equal(at('2026-11-23T12:00'), undefined);
    for (const other of ['x', 'instagram', 'linkedin', 'tiktok', 'threads'] as const)
      assert.equal(at('2026-11-22T23:30', other), undefined, other);
    assert.equal(at('2026-11-22T23:30', 'facebook', 'comment'), undefined);
    // The source gives no hours of the night: without the body's own nothing is sent.
    assert.deepEqual(nightHours(policy, 'facebook').source, 'missing');
    assert.equal(nightHours(policy, 'facebook').clause?.id, 'RM1-061');
    assert.equal(nightHours(policy, 'x').clause, undefined);
    assert.equal(
      automaticReplyFor(policy, { channel: 'facebook', kind: 'message' }, { moment: instantOf('2026-11-22T23:30') }),
      undefined,
    );
    assert.deepEqual(
      automaticReplies(policy, 'facebook').map(({ clause }) => clause.id),
      ['RM1-061'],
    );
    assert.deepEqual(said(world, 'RM1-061', 'hours').days, [1, 2, 3, 4, 5, 6, 7]);
    const { channels, kinds } = said(world, 'RM1-061', 'reply');
    assert.deepEqual([channels, kinds], [{ except: false, networks: ['facebook'] }, ['message']]);
    const defect = said(world, 'RM1-061', 'defect');
    assert.equal(defect.of, 'missing-datum');
    assert.match(defect.note, /quando comincia e quando finisce la notte/);
    assert.equal(policy.clauses.get('RM1-061')?.title, 'Di notte risponde un messaggio automatico');
    isRead(world, 'RM1-061', ['di notte', 'risposta automatica']);
  });
});

proofsOf('ats-milano', ({ proof }) => {
  proof('MIL-025', 'an answer cannot quote or discuss a personal health case', (world) => {
    const { regime, say } = answering(world, { text: HEALTH_CASE });
    assert.equal(regime.personalCase?.how, 'forbidden');
    for (const text of [
      'Il diabete va seguito con cura.',
      'Lei scrive: «il mio referto dice una cosa e il medico un’altra»',
    ]) {
      const [found] = say(text);
      assert.deepEqual([found?.check, found?.severity], ['personal-case', 'block'], text);
      assert.ok(found?.clauses.some(({ id }) => id === 'MIL-025'));
    }
    assert.deepEqual(say('Sui social non si trattano casi personali: trova le informazioni su www.ats-milano.it.'), []);
    assert.deepEqual(answering(world, { text: HEALTH_CASE, kind: 'message' }).regime.personalCase, undefined);
    assert.equal(world.judge({ text: CASE }).clauses.find(({ id }) => id === 'MIL-025')?.modality, 'asked');
    assert.equal(world.policy.clauses.get('MIL-025')?.title, 'Casi personali e privacy');
    isRead(world, 'MIL-025', ['riservatezza', 'casi personali']);
  });
});

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-051', 'the matching link is proposed', (world) => {
    offersLinks(world, 'MOS-051', NETWORKS, 'Collegamenti utili nelle risposte');
    assert.deepEqual(said(world, 'MOS-051', 'reply').ways, ['link a documenti', 'link a pagine web']);
    isRead(world, 'MOS-051', ['pagina web', 'documento']);
  });

  proof('MOS-100', 'two ways are offered, and the public one is discouraged', (world) => {
    for (const kind of ['comment', 'reply', 'mention', 'visitor-post'] as const) {
      const { regime, say } = answering(world, { text: CASE, kind });
      assert.equal(regime.personalCase?.how, 'discouraged', kind);
      assert.deepEqual(
        regime.personalCase?.options.map(({ kind: way, clause }) => [way, clause.id]),
        [
          ['private-message', 'MOS-100'],
          ['office-contacts', 'MOS-100'],
        ],
      );
      const [found] = say('La sua pratica è in lavorazione.');
      assert.deepEqual([found?.check, found?.severity], ['personal-case', 'justify']);
    }
    assert.equal(answering(world, { text: CASE, kind: 'message' }).regime.personalCase, undefined);
    const { kinds } = said(world, 'MOS-100', 'reply');
    assert.deepEqual([...(kinds ?? [])].toSorted(), ['comment', 'mention', 'reply', 'visitor-post']);
    const words = ['invito a proseguire con messaggio privato', 'contatti dell’ufficio competente'];
    assert.deepEqual(said(world, 'MOS-100', 'reply').ways, words);
    assert.equal(world.policy.clauses.get('MOS-100')?.title, 'Richieste personali in pubblico');
    assert.equal(world.policy.clauses.get('MOS-100')?.audience, 'internal');
  });

  proof('MOS-057', 'a personal case is known as such, with the office to point to', (world) => {
    const tried = { text: 'mia madre aspetta da maggio, pratica 123' };
    const { clauses, route } = world.judge(tried);
    const touched = clauses.find(({ id }) => id === 'MOS-057');
    assert.deepEqual([touched?.modality, touched?.categories.includes('personal-case')], ['must-remove', true]);
    assert.equal(route?.office, 'ufficio competente');
    assert.ok(answering(world, tried).regime.personalCase?.clauses.some(({ id }) => id === 'MOS-057'));
    assert.ok(ownTerms(world.policy).ownContacts.includes('info@ilmosaicoservizi.it'));
    assert.equal(world.policy.clauses.get('MOS-057')?.title, 'Niente casi personali');
    isRead(world, 'MOS-057', ['casi personali', 'ufficio competente']);
  });
});
