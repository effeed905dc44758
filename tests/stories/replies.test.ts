// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { NetworkName } from '#channels';
import { type ReplyAids, ReplyChecked, ReplyLibrary } from '#moderation/contract';
import type { Client } from '../support/client.ts';
import { type NetworksDesk, startNetworksDesk } from '../support/networks-desk.ts';
import { proves } from '../support/proves.ts';
import { accepted, type RepliesHand, refusal, repliesHand } from './replies-hand.ts';

// Answers in public: topics with their links, texts kept ready, personal cases, reasons, and the approval of another person.

const ASL = 'asl-roma-1';
const MILANO = 'ats-milano';
const MOSAICO = 'il-mosaico';

let desk: NetworksDesk;
let hand: RepliesHand;
before(async () => {
  desk = await startNetworksDesk([ASL, MILANO, MOSAICO]);
  hand = repliesHand(desk);
});
after(() => desk?.close());

const LINK = 'https://www.asl.example/vaccini-antinfluenzali';
const topic = (words: readonly string[], more: object = {}) => ({
  ...{ title: 'Vaccino antinfluenzale', words, links: [{ label: 'Dove e quando vaccinarsi', url: LINK }], ...more },
});
const library = async (response: Response) => ReplyLibrary.parse(await accepted(response));
const recognised = ({ topics }: ReplyAids) => topics.filter((one) => one.recognised);
const ownUnder = async (body: string, network: NetworkName, external: string) =>
  (await hand.on(body, network).writings())
    .filter(({ parent, own }) => own && parent === external)
    .map(({ text }) => text);

const LINK_CLAUSES = {
  x: 'RM1-044',
  facebook: 'RM1-058',
  instagram: 'RM1-072',
  linkedin: 'RM1-084',
} as const satisfies Partial<Record<NetworkName, string>>;

test(
  proves(Object.values(LINK_CLAUSES), 'a catalogued topic has its link offered, and the length is counted'),
  async () => {
    const moderator = await desk.signIn('moderator', ASL);
    await library(await moderator.post('reply-topics', topic(['vaccin*', 'antinfluenzale'])));
    const asked = 'Buongiorno, dove si fanno i vaccini contro l’influenza?';
    for (const [network, clause] of Object.entries(LINK_CLAUSES) as [keyof typeof LINK_CLAUSES, string][]) {
      const place = hand.on(ASL, network);
      // On X people name the account.
      const { id, external } = await hand.arrives(moderator, place, {
        ...{ text: asked.replace('Buongiorno', `Buongiorno da ${network}`), author: 'Ada Inventata' },
        ...(network === 'x' && { kind: 'mention' }),
      });
      const aids = await hand.aids(moderator, id);
      const [offered] = recognised(aids);
      assert.deepEqual([offered?.links[0]?.url, offered?.clauses.includes(clause)], [LINK, true], network);

      const text = `Buongiorno, trova sedi e orari qui: ${offered?.links[0]?.url}`;
      const { length, findings } = await hand.check(moderator, id, text);
      assert.deepEqual(findings, []);
      if (network === 'x') {
        // An address weighs 23 there, whatever its length.
        assert.deepEqual(length, { used: text.length - LINK.length + 23, limit: 280, unit: 'weighted' });
        const long = `${text} ${'e altro ancora '.repeat(20)}`;
        assert.ok((await hand.check(moderator, id, long)).length.used > 280);
        await refusal(await hand.reply(moderator, id, long), 'REPLY_TOO_LONG');
      }
      await accepted(await hand.reply(moderator, id, text, { grounds: [{ kind: 'clause', clause }] }));
      await desk.drain();
      if (network === 'facebook') assert.deepEqual(await ownUnder(ASL, network, external), [text]);
    }
    const other = await hand.arrives(moderator, hand.on(ASL), {
      text: 'A che ora apre lo sportello in via Inventata?',
    });
    assert.deepEqual(recognised(await hand.aids(moderator, other.id)), []);

    // A topic out of date is offered no more, and whoever may only read writes none.
    const [kept] = (await library(await moderator.get('reply-library'))).topics;
    await library(await moderator.post('reply-topics', topic(['vaccin*'], { id: kept?.id, validUntil: '2020-01-31' })));
    const late = await hand.arrives(moderator, hand.on(ASL), { text: 'E per i bambini, il vaccino?' });
    assert.deepEqual((await hand.aids(moderator, late.id)).topics, []);
    const auditor = await desk.signIn('auditor', ASL);
    assert.equal((await auditor.post('reply-topics', topic(['x y z']))).status, 403);
    assert.equal(
      (
        await moderator.post(
          'reply-topics',
          topic(['vaccino'], { links: [{ label: 'a', url: 'javascript:alert(1)' }] }),
        )
      ).status,
      422,
    );
  },
);

test(proves('MOS-051', 'the matching link is proposed beside the answer'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  await library(await moderator.post('reply-topics', topic(['centro estivo'], { title: 'Centri estivi' })));
  const { id } = await hand.arrives(moderator, hand.on(MOSAICO), {
    text: 'Quando aprono le iscrizioni al centro estivo?',
  });
  const [offered] = recognised(await hand.aids(moderator, id));
  assert.deepEqual([offered?.title, offered?.clauses, offered?.links[0]?.url], ['Centri estivi', ['MOS-051'], LINK]);
});

const HEALTH = 'Ho il diabete, il mio referto dice una cosa e il medico un’altra: che cosa devo fare?';

test(
  proves('MIL-025', 'a personal health case is answered in general: the answer neither quotes nor discusses it'),
  async () => {
    const moderator = await desk.signIn('moderator', MILANO);
    const place = hand.on(MILANO);
    const { id, external } = await hand.arrives(moderator, place, { text: HEALTH, author: 'Ugo Inventato' });
    const { regime, templates } = await hand.aids(moderator, id);
    assert.equal(regime.personalCase?.how, 'forbidden');
    assert.ok(regime.personalCase?.clauses.some((clause) => clause.id === 'MIL-025'));
    assert.deepEqual([regime.privately, regime.privatelyClause?.id], ['kept-out', 'MIL-027']);

    for (const text of [
      'Il diabete va seguito con attenzione: ne parli con il suo medico.',
      'Ci dispiace che «il mio referto dice una cosa e il medico un’altra».',
      'Abbiamo guardato la sua pratica: la sua visita è giovedì.',
    ]) {
      const [first] = (await hand.check(moderator, id, text)).findings;
      assert.deepEqual([first?.check, first?.severity], ['personal-case', 'block'], text);
      assert.ok(first?.clauses.some((clause) => clause.id === 'MIL-025'));
      const { detail } = await refusal(await hand.reply(moderator, id, text), 'REPLY_STOPPED');
      assert.match(detail ?? '', /MIL-025/);
    }
    await refusal(await hand.reply(moderator, id, 'Buongiorno, ci scriva in privato.'), 'REPLY_STOPPED');
    await refusal(await hand.reply(moderator, id, 'Ci mandi qui il referto'), 'REPLY_STOPPED');
    assert.deepEqual(await ownUnder(MILANO, 'facebook', external), []);

    // The clause beside it has the words, and they come as they are.
    const general = templates.find(({ clauses, fits }) => fits && clauses.includes('MIL-026'));
    assert.match(general?.text ?? '', /www\.ats-milano\.it/);
    assert.deepEqual(general?.unfilled, []);
    await accepted(await hand.reply(moderator, id, general?.text ?? ''));
    await desk.drain();
    assert.deepEqual(await ownUnder(MILANO, 'facebook', external), [general?.text]);
  },
);

test(
  proves('MOS-100', 'private message or the office’s contacts: in public it is discouraged, and wants reasons'),
  async () => {
    const moderator = await desk.signIn('moderator', MOSAICO);
    const place = hand.on(MOSAICO);
    const { id, external } = await hand.arrives(moderator, place, {
      text: 'Io aspetto da marzo il rimborso della retta, la mia pratica dov’è finita?',
    });
    const { regime } = await hand.aids(moderator, id);
    assert.equal(regime.personalCase?.how, 'discouraged');
    assert.deepEqual(
      regime.personalCase?.options.map(({ kind, clause }) => [kind, clause.id]),
      [
        ['private-message', 'MOS-100'],
        ['office-contacts', 'MOS-100'],
      ],
    );
    for (const { text } of regime.personalCase?.options ?? [])
      assert.deepEqual(
        (await hand.check(moderator, id, text)).findings.filter(({ check }) => check !== 'unfilled'),
        [],
        text,
      );
    const inPublic = 'Buongiorno, la sua pratica è in lavorazione.';
    const [found] = (await hand.check(moderator, id, inPublic)).findings;
    assert.deepEqual([found?.check, found?.severity, found?.justified], ['personal-case', 'justify', null]);
    await refusal(await hand.reply(moderator, id, inPublic), 'REPLY_UNJUSTIFIED');
    const why = {
      text: inPublic,
      check: 'personal-case',
      reasons: 'Lo ha chiesto in pubblico e la notizia è già nota a tutti.',
    };
    const justified = ReplyChecked.parse(
      await accepted(await moderator.post(`cases/${id}/replies/justifications`, why)),
    );
    assert.equal(justified.findings[0]?.justified?.reasons, why.reasons);
    // Of those words only.
    await refusal(await hand.reply(moderator, id, `${inPublic} Abbia pazienza.`), 'REPLY_UNJUSTIFIED');
    await accepted(await hand.reply(moderator, id, inPublic));
    await desk.drain();
    assert.deepEqual(await ownUnder(MOSAICO, 'facebook', external), [inPublic]);
    const entry = (await moderator.record()).items.find(({ kind }) => kind === 'reply.justified');
    assert.ok(entry?.clauses.includes('MOS-057'));
    assert.doesNotMatch(JSON.stringify(entry), /rimborso|retta|pazienza/);
  },
);

test(proves('MOS-057', 'a personal case is proposed as such, with an answer that points to the office'), async () => {
  const moderator = await desk.signIn('moderator', MOSAICO);
  const { id } = await hand.arrives(moderator, hand.on(MOSAICO), { text: 'mia madre aspetta da maggio, pratica 123' });
  const { signals, cited } = await moderator.case(id);
  assert.ok(signals.some(({ category }) => category === 'personal-case'));
  assert.ok(cited.some((clause) => clause.id === 'MOS-057'));
  const { templates } = await hand.aids(moderator, id);
  const pointing = templates.find(({ fits, office }) => fits && office !== null);
  assert.match(pointing?.text ?? '', /ufficio competente/);
  // How that office is reached the policy does not say: it is written before it goes out.
  assert.deepEqual(pointing?.unfilled, ['recapito']);
  await refusal(await hand.reply(moderator, id, pointing?.text ?? ''), 'REPLY_UNFILLED');
});

test('a text of the library: written, approved by the head, filled, kept in its versions', async () => {
  const [moderator, head] = [await desk.signIn('moderator', MILANO), await desk.signIn('head', MILANO)];
  const template = {
    ...{ title: 'Dove chiedere', text: 'Buongiorno da {ente}: siamo qui {orari}. Si rivolga a {sportello}.' },
    ...{ categories: ['question'], clauses: ['MIL-029'] },
  };
  await refusal(await moderator.post('reply-templates', { ...template, text: 'Scriva a {ufficio' }), 'TEMPLATE_BRACES');
  await refusal(await moderator.post('reply-templates', { ...template, clauses: ['MIL-999'] }), 'CLAUSE_UNKNOWN');
  const written = await library(await moderator.post('reply-templates', template));
  const id = written.templates[0]?.id ?? '';
  assert.deepEqual(
    written.templates[0]?.versions[0]?.places.map(({ name, filledBy }) => [name, filledBy === null]),
    [
      ['ente', false],
      ['orari', false],
      ['sportello', true],
    ],
  );
  const asked = await hand.arrives(moderator, hand.on(MILANO), {
    text: 'A che ora aprite lo sportello di via Inventata?',
  });
  const offered = async () => (await hand.aids(moderator, asked.id)).templates.find((one) => one.id === id);
  assert.equal(await offered(), undefined, 'before its approval nobody has it');
  assert.equal((await moderator.post(`reply-templates/${id}/approve`, { version: 1 })).status, 403);
  await library(await head.post(`reply-templates/${id}/approve`, { version: 1 }));
  const filled = await offered();
  assert.deepEqual([filled?.unfilled, filled?.from], [['sportello'], 'library']);
  assert.match(filled?.text ?? '', /siamo qui dal lunedì al venerdì dalle 10 alle 17/);
  await refusal(await hand.reply(moderator, asked.id, filled?.text ?? ''), 'REPLY_UNFILLED');

  // A new version is used once it is approved; the old one stays to be read.
  await library(await moderator.post('reply-templates', { ...template, id, text: 'Si rivolga agli uffici.' }));
  assert.match((await offered())?.text ?? '', /siamo qui/);
  await refusal(await head.post(`reply-templates/${id}/approve`, { version: 1 }), 'TEMPLATE_CHANGED', 409);
  await library(await head.post(`reply-templates/${id}/approve`, { version: 2 }));
  assert.equal((await offered())?.text, 'Si rivolga agli uffici.');
  const kept = await library(await moderator.get('reply-library'));
  assert.deepEqual(
    kept.templates[0]?.versions.map(({ version }) => version),
    [2, 1],
  );
  await accepted(
    await hand.reply(moderator, asked.id, 'Si rivolga agli uffici relazioni con il pubblico di via Inventata.'),
  );

  // To nearly the same question, what a colleague answered is offered.
  const again = await hand.arrives(moderator, hand.on(MILANO), {
    text: 'Scusate, a che ora aprite lo sportello in via Inventata?',
  });
  assert.deepEqual(
    (await hand.aids(moderator, again.id)).answered.map(({ text, times }) => [text, times]),
    [['Si rivolga agli uffici relazioni con il pubblico di via Inventata.', 1]],
  );
  await library(await head.post(`reply-templates/${id}/retire`, {}));
  assert.equal(await offered(), undefined);
});

async function answers(client: Client, text: string, reply: string): Promise<void> {
  const { id } = await hand.arrives(client, hand.on(MILANO, 'instagram'), { text });
  await accepted(await hand.reply(client, id, reply));
}

test('the same answer again and again under one post is remarked on', async () => {
  const moderator = await desk.signIn('moderator', MILANO);
  const reply = 'Buongiorno, gli orari aggiornati sono sul sito www.ats-milano.it.';
  for (const name of ['uno', 'due', 'tre']) await answers(moderator, `Domanda ${name}: quando aprite?`, reply);
  const { id } = await hand.arrives(moderator, hand.on(MILANO, 'instagram'), {
    text: 'Domanda quattro: quando aprite?',
  });
  const { findings } = await hand.check(moderator, id, `${reply} Grazie!`);
  assert.deepEqual(
    findings.map(({ check, severity }) => [check, severity]),
    [['similar', 'advise']],
  );
  // Remarked on, never kept from being sent.
  await accepted(await hand.reply(moderator, id, `${reply} Grazie!`));
});

test('where the body wants it another person approves: sends it, or sends it back; other words are another draft', async () => {
  const [moderator, head] = [await desk.signIn('moderator', MOSAICO), await desk.signIn('head', MOSAICO)];
  const place = hand.on(MOSAICO, 'linkedin');
  const { id, external } = await hand.arrives(moderator, place, { text: 'Cercate ancora educatori per l’estate?' });
  const { grounds = [] } = (await moderator.case(id)).options.find(({ kind }) => kind === 'reply') ?? {};
  const draft = {
    ...{ text: 'Sì, le candidature sono aperte sul sito.', reasons: 'Domanda generale.' },
    grounds: [{ kind: 'clause', clause: grounds[0]?.id }],
  };
  await refusal(await moderator.post(`cases/${id}/reply-drafts`, draft), 'APPROVAL_NOT_ASKED');
  const choice = { approval: true, automatic: false, night: null, act: 'ordine di servizio di prova n. 2' };
  await library(await head.post('reply-choices', choice));

  await refusal(await hand.reply(moderator, id, draft.text), 'REPLY_NEEDS_APPROVAL');
  await refusal(
    await moderator.post(`cases/${id}/reply-drafts`, { ...draft, text: 'Scriva a {ufficio}' }),
    'REPLY_UNFILLED',
  );
  await accepted(await moderator.post(`cases/${id}/reply-drafts`, draft));
  await refusal(await hand.reply(moderator, id, draft.text), 'OWN_REPLY');
  const [seen] = (await hand.aids(head, id)).drafts;
  assert.deepEqual([seen?.state, seen?.text, seen?.mine], ['waiting', draft.text, false]);
  assert.equal((await library(await head.get('reply-library'))).waiting[0]?.case.id, id);
  await refusal(await moderator.post(`reply-drafts/${seen?.id}/return`, { note: 'da rivedere' }), 'OWN_REPLY');
  await accepted(await head.post(`reply-drafts/${seen?.id}/return`, { note: 'Aggiungi il collegamento alla pagina.' }));
  const [returned] = (await hand.aids(moderator, id)).drafts;
  assert.deepEqual([returned?.state, returned?.note], ['returned', 'Aggiungi il collegamento alla pagina.']);
  await refusal(await hand.reply(head, id, draft.text), 'REPLY_NEEDS_APPROVAL');

  // Edited after it was sent for approval, it is other words: the first ones wait no more.
  await accepted(await moderator.post(`cases/${id}/reply-drafts`, draft));
  const better = { ...draft, text: `${draft.text} Grazie dell’interesse.` };
  await accepted(await moderator.post(`cases/${id}/reply-drafts`, better));
  await refusal(await hand.reply(head, id, draft.text), 'REPLY_NEEDS_APPROVAL');
  await accepted(await hand.reply(head, id, better.text));
  await desk.drain();
  assert.deepEqual(await ownUnder(MOSAICO, 'linkedin', external), [better.text]);
  const states = (await hand.aids(moderator, id)).drafts.map(({ state }) => state);
  assert.deepEqual(states, ['approved', 'replaced', 'returned']);
  const entry = (await head.record()).items.find(({ kind }) => kind === 'reply.approved');
  assert.equal(entry?.role, 'head');
  await library(await head.post('reply-choices', { ...choice, approval: false }));
  assert.equal((await head.verification()).intact, true);
});
