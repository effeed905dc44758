// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examplesOf, moderationHours, parse, print } from '#policy';
import { importPolicy } from '../../src/rulebook/importing/index.ts';
import { documentOf, proofsOf } from '../support/proof.ts';
import { proves } from '../support/proves.ts';
import { type Tried, type World, worldOf } from '../support/world.ts';
import { MISSING, touchedBy } from './asking.ts';
import {
  as,
  asks,
  type Cases,
  CLOSED,
  cites,
  forMentions,
  NETWORKS,
  opened,
  protectsOthers,
  recording,
  removes,
  rulesAsleep,
  stays,
  staysAsleep,
  TAKEN_DOWN,
} from './regione-calabria.ts';

/** The mistakes found when a clause says that too. */
const mistakesWith = ({ document }: World, block: string): readonly string[] =>
  parse(`${print(document)}\n### CAL-900 · Prova\n\nProva.\n\n~~~canale\n${block}\n~~~\n`, 'prova').complaints.map(
    ({ code }) => code,
  );

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-001', 'the Labour Department owns the document, on labour policies and employment centres', (world) => {
    for (const owner of [world.policy.bodyName, world.page().body])
      assert.equal(owner, 'Regione Calabria - Dipartimento Lavoro');
    const said = world.blocks('purpose').find(({ clause }) => clause.id === 'CAL-001')?.what;
    assert.equal(said?.scope, 'politiche attive del lavoro e attività dei Centri per l’impiego');
    assert.deepEqual(said?.purposes, ['uso e gestione delle pagine social del Dipartimento Lavoro']);
    assert.match(world.shown('CAL-001'), /politiche attive del lavoro e all’attività dei Centri per l’impiego/);
  });

  proof('CAL-002', 'the page tells the approving act, its number and its date', ({ page, shown, blocks }) => {
    assert.match(page().adopted ?? '', /^deliberazione della Giunta regionale n\. 297 del 21 giugno 2024$/);
    const approval = blocks('approval').find(({ clause }) => clause.id === 'CAL-002')?.what;
    assert.deepEqual([approval?.of, approval?.by, approval?.form], ['policy', 'Giunta regionale', 'act']);
    const cited = blocks('reference').find(({ clause }) => clause.id === 'CAL-002')?.what;
    assert.equal(cited?.norm, 'DGR 297/2024');
    assert.equal(cited.act, 'deliberazione della Giunta regionale 21 giugno 2024, n. 297');
    assert.match(shown('CAL-002'), /n\. 297 del 21 giugno 2024 \(DGR 297\/2024\)/);
  });

  proof('CAL-003', 'one handbook, though two ministries are named for it', ({ blocks, shown }) => {
    const cited = blocks('reference').filter(({ what }) => what.act.includes('vademecum'));
    assert.deepEqual(
      cited.map(({ clause, what }) => [clause.id, what.cited]),
      [
        ['CAL-003', 'linee guida del Ministero della PA'],
        ['CAL-034', 'linee guida del Ministero della Funzione Pubblica'],
        ['CAL-050', 'linee guida del Ministero della PA'],
      ],
    );
    assert.equal(new Set(cited.map(({ what }) => what.act)).size, 1);
    assert.match(shown('CAL-003'), /vademecum «Pubblica amministrazione e social media»/);
  });

  proof('CAL-004', 'purposes, contents and rules of use each have something on the page', ({ page, shown }) => {
    assert.match(shown('CAL-004'), /a che cosa servono.*che cosa vi si pubblica.*con quali regole/);
    for (const topic of [/finalità$/, /^Contenuti da pubblicare$/, /› Regole per chi interviene$/]) {
      const section = page().sections.find(({ title }) => topic.test(title));
      assert.ok(section !== undefined && section.clauses.length > 5, topic.source);
    }
  });

  proof('CAL-005', 'four networks and no other; what the source does not say of them is missing', (world) => {
    assert.deepEqual([...world.policy.channels.keys()], NETWORKS);
    for (const network of NETWORKS) {
      const { visitorPosts, messages, replicatedFrom, autoPublishing, embedding } = world.card(network);
      for (const said of [visitorPosts, messages, replicatedFrom, autoPublishing, embedding]) {
        assert.equal(said?.clause.id, 'CAL-005');
        assert.deepEqual(said?.what, MISSING);
      }
    }
    const elsewhere = world.judge({ channel: 'tiktok', text: 'Quando esce l’avviso?' }).missing;
    assert.ok(elsewhere.some(({ what, text }) => what === 'other' && text.includes('TikTok')));
    assert.match(world.shown('CAL-005'), /Facebook, Instagram, LinkedIn e YouTube/);
  });

  proof('CAL-006', 'no channel has a name, an address or an act, and none is shown as official', (world) => {
    for (const network of NETWORKS) {
      const { state, handle, address, act } = world.card(network);
      for (const said of [state, handle, address, act]) assert.equal(said?.clause.id, 'CAL-006');
      assert.equal(state?.what, 'planned');
      for (const said of [handle, address, act]) assert.deepEqual(said?.what, MISSING);
    }
    assert.match(world.shown('CAL-006'), /nessun account si può indicare come ufficiale.*(?:dato mancante.*){3}/);
    assert.doesNotMatch(world.markup(), /(?:facebook|instagram|linkedin|youtube)\.com/);
  });

  for (const [id, what] of [
    ['CAL-011', 'rete dei Centri per l’impiego, indirizzi e contatti'],
    ['CAL-012', 'attività e servizi dei Centri per l’impiego'],
    ['CAL-014', 'notizie sulle iniziative dei Centri nei territori'],
    ['CAL-015', 'programmi, bandi e misure di politica attiva del lavoro'],
    ['CAL-016', 'norme e moduli'],
  ] as const)
    proof(id, `among the contents: ${what}`, (world) => {
      const listed = world.blocks('content').find((said) => said.clause.id === id)?.what;
      assert.deepEqual([listed?.force, listed?.what, listed?.outcome], ['may', [what], 'advise']);
      assert.ok(world.shown(id).includes(what));
    });

  proof(CLOSED, 'comments are closed everywhere and only an act opens them', (world) => {
    const comment = { text: 'Bello il corso di cucina' };
    for (const channel of NETWORKS) {
      const { comments } = world.card(channel);
      assert.deepEqual([comments?.what, comments?.clause.id], ['closed-until-act', CLOSED]);
      for (const kind of ['comment', 'reply'] as const) {
        const item = { ...comment, channel, kind };
        const { action, reasons } = world.judge(item).proposal;
        assert.equal(action, 'none');
        assert.match(reasons.find(({ clause }) => clause === CLOSED)?.text ?? '', /dovrebbero essere chiusi/);
        assert.ok(!world.grounds('no-action', item).includes(CLOSED));
        const open = recording(world, [CLOSED]).judge(item).proposal.reasons;
        assert.ok(!open.some(({ clause }) => clause === CLOSED));
      }
      const mention = world.judge({ ...comment, channel, kind: 'mention' }).proposal.reasons;
      assert.ok(!mention.some(({ clause }) => clause === CLOSED));
    }
    for (const rete of ['Facebook', 'Instagram', 'LinkedIn', 'YouTube'])
      assert.deepEqual(mistakesWith(world, `rete: ${rete}\ncommenti: aperti`), ['POL-E038']);
    assert.match(world.shown(CLOSED), /non possono inserire commenti di nessun tipo/);
  });

  proof('CAL-022', 'the rules for users sleep until the integrating act, and wake when it is recorded', (world) => {
    const sleeping = rulesAsleep(world);
    for (const { waitsFor } of sleeping) assert.equal(waitsFor, 'provvedimento integrativo');
    const rules = world.page().sections.find(({ title }) => title.startsWith('Social media policy esterna'));
    const asleep = new Set(sleeping.map(({ clause }) => clause));
    assert.equal(asleep.size, 25);
    const others = rules?.clauses.map(({ id }) => id).filter((id) => !asleep.has(id));
    assert.deepEqual(others, ['CAL-062', 'CAL-066', 'CAL-080', 'CAL-087', 'CAL-088']);
    const ruling = ({ policy }: World, dormant: boolean) =>
      policy.rules.filter(({ clause }) => clause.dormant === dormant).map(({ clause }) => clause.id);
    assert.deepEqual(ruling(world, false), ['CAL-088']);
    assert.deepEqual(ruling(forMentions(world), true), []);
    const act = world.blocks('approval').find(({ clause }) => clause.id === 'CAL-022')?.what;
    assert.deepEqual([act?.of, act?.by, act?.form], ['policy', MISSING, 'act']);
    assert.match(world.shown('CAL-022'), /rinviata a un provvedimento successivo/);
  });

  proof('CAL-027', 'reuse is free, with credit to the original channel and no derivatives', ({ blocks, shown }) => {
    assert.match(shown('CAL-027'), /indicato il canale originale.*non ammette opere derivate/);
    const licence = blocks('licence').find(({ clause }) => clause.id === 'CAL-027')?.what;
    assert.deepEqual([licence?.of, licence?.reuse, licence?.credit], ['own', 'free', 'required']);
    assert.deepEqual(licence?.how, ['si indica il canale originale', 'nessuna opera derivata']);
  });

  proof('CAL-044', 'sharing is allowed everywhere and no clause may switch it off', (world) => {
    for (const network of NETWORKS) {
      const { sharing } = world.card(network);
      assert.deepEqual([sharing?.what, sharing?.clause.id], ['allowed', 'CAL-044']);
    }
    for (const rete of ['Facebook', 'Instagram', 'LinkedIn', 'YouTube'])
      assert.deepEqual(mistakesWith(world, `rete: ${rete}\ncondivisioni: non consentite`), ['POL-E038']);
    assert.match(world.shown('CAL-044'), /non si può limitare/);
  });

  proof('CAL-059', 'the page marks each rule as not applied, and says to what it could apply', (world) => {
    assert.match(world.shown('CAL-059'), /non si applica finché non lo prevede un atto.*menzioni, tag e condivisioni/);
    const said = world.blocks('purpose').find(({ clause }) => clause.id === 'CAL-059')?.what;
    assert.deepEqual(said?.purposes, ['comunicazione e dialogo con gli utenti, nel rispetto delle regole d’uso']);
    for (const { clause } of world.policy.rules.filter((rule) => rule.modality !== 'route'))
      assert.match(world.shown(clause.id), /non si applica finché non lo prevede un atto/, clause.id);
    assert.doesNotMatch(world.shown('CAL-062'), /non si applica finché/);
  });

  proof('CAL-060', 'criticism is left alone; an opinion without respect is only asked to change', (world) => {
    const polite = 'Secondo me il bando è scritto male: i requisiti non si capiscono';
    stays(world, 'CAL-060', polite);
    for (const state of [world, opened(world)]) {
      assert.deepEqual(state.judge(polite).clauses, []);
      assert.equal(state.judge(polite).proposal.action, 'none');
    }
    asks(world, 'CAL-060', { 'uncivil-opinion': { text: 'Tacete, incapaci', signals: ['uncivil-opinion'] } });
  });

  proof('CAL-061', 'a personal file is sent to its office, what interests nobody is asked not to be there', (world) => {
    const file = 'Ho fatto domanda di disoccupazione e la mia pratica è ferma da maggio';
    staysAsleep(world, 'CAL-061', { item: file, category: 'personal-case', modality: 'asked' });
    const awake = forMentions(world);
    for (const state of [world, awake]) assert.equal(state.judge(as('mention', file)).proposal.action, 'route');
    assert.equal(touchedBy(awake, 'CAL-061', as('mention', file))?.dormant, false);
    asks(world, 'CAL-061', { 'no-public-interest': { text: 'Raduno di moto', signals: ['no-public-interest'] } });
    stays(world, 'CAL-061', 'Le graduatorie escono sempre in ritardo, per tutti');
  });

  proof('CAL-063', 'insults, foul language and threats are not tolerated, in a mention too', (world) => {
    asks(world, 'CAL-063', {
      insult: 'Siete dei buffoni e dei cretini',
      vulgar: 'Ma che minchia avete scritto nel bando',
      threat: 'Ve la faccio pagare',
    });
    stays(world, 'CAL-063', 'Siete lenti e poco chiari, un disastro');
  });

  proof('CAL-064', 'a stranger’s phone number in a mention is flagged, rule asleep or awake', (world) => {
    const item = 'La tutor risponde al 333 0000000, chiamatela la sera';
    const { mustLook, proposal } = world.judge(as('mention', item));
    assert.equal(mustLook, true);
    assert.ok(proposal.reasons.some(({ text }) => /^Dati personali: .*la legge sì/.test(text)));
    asks(world, 'CAL-064', { 'personal-data': item });
    stays(world, 'CAL-064', 'Il decreto 333 del 2024 prevede altro');
    protectsOthers(world, 'CAL-064');
  });

  proof('CAL-065', 'somebody’s private life is not to be told', (world) => {
    const item = { text: 'La signora Pinca Pallina si è lasciata col marito', signals: ['private-facts'] };
    asks(world, 'CAL-065', { 'private-facts': item });
    stays(world, 'CAL-065', { ...item, signals: { 'private-facts': 0.4 } });
    stays(world, 'CAL-065', 'Il direttore ha firmato l’avviso con due mesi di ritardo');
    protectsOthers(world, 'CAL-065');
  });

  proof('CAL-067', 'what has nothing to do with the topic is asked not to be there', (world) => {
    const post = 'Aperto l’avviso per i tirocini';
    asks(world, 'CAL-067', { 'off-topic': { text: 'E le strade chi le asfalta?', post, signals: ['off-topic'] } });
    stays(world, 'CAL-067', { text: 'L’avviso vale anche per chi ha cinquant’anni?', post });
  });

  proof('CAL-068', 'adverts, spam and illegal offers are not tolerated', (world) => {
    asks(world, 'CAL-068', {
      commercial: 'Vendo divise nuove a 20 euro, info al 333 0000000',
      spam: 'Guadagna 500 euro al giorno da casa! Clicca qui: https://soldi-facili.example',
      illegal: 'Procuro patenti senza esame',
    });
    stays(world, 'CAL-068', 'Le offerte che pubblicate sono sempre le stesse da mesi');
  });

  proof('CAL-069', 'a logo misused, once found, has this ground, and so has copyright', (world) => {
    const cases = {
      trademark: { text: 'Agenzia ufficiale, ecco il marchio sul nostro volantino', signals: ['trademark'] },
      copyright: { text: 'Vi carico qui il manuale intero', signals: ['copyright'] },
    };
    asks(world, 'CAL-069', cases);
    for (const item of Object.values(cases)) assert.equal(opened(world).grounds('remove', item)[0], 'CAL-069');
    stays(world, 'CAL-069', 'Il logo nuovo dei Centri è proprio brutto');
  });

  proof('CAL-070', 'a party slogan goes and a public policy may be discussed', (world) => {
    removes(world, 'CAL-070', {
      political: 'Domenica votate la Lista Esempio, l’unica per il lavoro',
      discrimination: 'Gli stranieri sono tutti ladri, il lavoro solo agli italiani',
    });
    const policies = 'Il governo ha sbagliato la riforma dei tirocini, lo dicono i numeri';
    stays(world, 'CAL-070', policies);
    for (const { category, strength } of world.notice(policies))
      assert.ok(category !== 'political' || strength < 0.5, 'no party, no propaganda');
    stays(world, 'CAL-070', 'Sono straniera e cerco lavoro: posso iscrivermi?');
  });

  proof('CAL-071', 'credentials given away go', (world) => {
    removes(world, 'CAL-071', { security: { text: 'La password è Esempio123, entrate', signals: ['security'] } });
    stays(world, 'CAL-071', 'Ho perso la password del portale, come la recupero?');
  });

  proof('CAL-072', 'an advert for a paid course goes', (world) => {
    removes(world, 'CAL-072', { commercial: 'Vendo corsi di inglese a soli 99 euro, contattatemi in privato' });
    stays(world, 'CAL-072', 'I corsi privati costano una fortuna, quelli pubblici dove sono?');
  });

  proof('CAL-073', 'threats and foul language go, threats first', (world) => {
    removes(world, 'CAL-073', { threat: 'Vengo lì e vi spacco tutto', vulgar: 'Che cazzo di bando è questo' });
    assert.equal(world.judge('Vengo lì e vi spacco tutto').priority, 0);
    stays(world, 'CAL-073', 'Questo bando è una presa in giro bella e buona');
  });

  proof('CAL-074', 'an offer of undeclared work goes as unlawful, and so does incitement', (world) => {
    const work = { text: 'Cerco operai, paga in nero e niente contratto', signals: ['illegal'] };
    removes(world, 'CAL-074', { illegal: work, incitement: 'Andiamo tutti lì e bruciamogli la sede' });
    removes(world, 'CAL-074', { illegal: 'Procuro patenti senza esame' });
    assert.equal(opened(world).grounds('remove', work)[0], 'CAL-074');
    stays(world, 'CAL-074', 'Andiamo tutti lì lunedì, con i cartelli e i fischietti');
    stays(world, 'CAL-074', 'Mi hanno offerto di lavorare in nero: i controlli chi li fa?');
  });

  proof('CAL-075', 'a false job offer, once found, goes as deceptive; so do the other four', (world) => {
    const offer = { text: 'Assunzioni immediate, basta versare 50 euro', signals: ['misleading'] };
    removes(world, 'CAL-075', {
      misleading: offer,
      insult: 'Quegli idioti dell’ufficio non sanno leggere',
      alarmist: 'Terremoto previsto stanotte, scappate tutti',
      'third-party-rights': { text: 'Ecco il progetto del mio concorrente', signals: ['third-party-rights'] },
      repetition: { text: 'Rispondete alla domanda di ieri', signals: ['repetition'] },
    });
    assert.equal(opened(world).grounds('remove', offer)[0], 'CAL-075');
    stays(world, 'CAL-075', 'Questa offerta mi sembra ingannevole: controllate chi la pubblica?');
  });

  proof('CAL-076', 'a fiscal code is noticed and goes, and so does an accusation', (world) => {
    const item = 'Controllate la pratica di PLLPNC80A41D086C';
    assert.ok(world.notice(item).some(({ category, strength }) => category === 'personal-data' && strength > 0.5));
    assert.equal(world.judge(item).mustLook, true);
    removes(world, 'CAL-076', { 'personal-data': item, defamation: 'Il direttore Caio Prova è un corrotto' });
    stays(world, 'CAL-076', 'Sul modulo va messo il codice fiscale o basta la firma?');
    protectsOthers(world, 'CAL-076');
  });

  proof('CAL-077', 'pornographic media, once found, go', (world) => {
    const item = { text: 'Guardate bene', media: true, signals: ['obscene'] };
    assert.equal(world.judge(item).mustLook, true);
    removes(world, 'CAL-077', { obscene: item });
    removes(world, 'CAL-077', { obscene: 'Video porno gratis, entrate nel mio profilo' });
    stays(world, 'CAL-077', 'È osceno che si debba ancora fare la fila per un timbro');
  });

  proof(
    'CAL-081',
    'the same text three times is cited as repetition; awake it may go, like spam and what is off topic',
    (world) => {
      const text = 'Quando pagate i tirocini di via Inventata?';
      stays(world, 'CAL-081', { text });
      const cases: Cases = {
        repetition: { text, repeated: 2 },
        spam: { text: 'Iscrivetevi qui: https://canale.example', signals: ['spam'] },
        'off-topic': { text: 'Parliamo invece della sagra', signals: ['off-topic'] },
      };
      for (const [category, item] of Object.entries(cases)) {
        const touch = { item, category, modality: 'may-remove' } as const;
        staysAsleep(world, 'CAL-081', touch);
        const comment = as('comment', item);
        cites(opened(world), 'CAL-081', { ...touch, item: comment, dormant: false });
        assert.ok(TAKEN_DOWN.includes(opened(world).judge(comment).proposal.action));
        for (const act of ['hide', 'remove'] as const)
          assert.ok(opened(world).grounds(act, comment).includes('CAL-081'));
      }
    },
  );

  proof('CAL-085', 'once comments are open one is visible at once, and waits for somebody to look', (world) => {
    const awake = opened(world);
    for (const channel of NETWORKS) {
      const { moderation } = awake.card(channel);
      assert.deepEqual([moderation?.what, moderation?.clause.id], ['after', 'CAL-085']);
      const comment = { channel, text: 'Bello il corso di cucina' };
      assert.equal(awake.judge(comment).proposal.action, 'none');
      assert.ok(awake.grounds('no-action', comment).includes('CAL-085'));
      assert.ok(!world.grounds('no-action', comment).includes('CAL-085'), 'it sleeps with the rest');
    }
    assert.match(world.shown('CAL-085'), /a posteriori, cioè dopo la pubblicazione/);
  });

  proof('CAL-086', 'moderation is as quick as is reasonable: no hours, no figure, nothing late', (world) => {
    const awake = opened(world);
    for (const channel of NETWORKS) {
      const { source, clause: silent, openings } = moderationHours(awake.policy, channel);
      assert.deepEqual([source, silent, openings], ['missing', 'CAL-086', []]);
      const { due, missing } = awake.judge({ channel, text: 'Bello il corso di cucina', at: '2025-01-13T10:00' });
      assert.equal(due, undefined);
      assert.ok(missing.some(({ what, clause }) => what === 'hours' && clause === 'CAL-086'));
    }
    const hours = world.policy.hours.find(({ clause }) => clause.id === 'CAL-086')?.what;
    assert.deepEqual([hours?.days, hours?.ranges, hours?.holidays], [MISSING, MISSING, MISSING]);
    const target = world.blocks('measure').find(({ clause }) => clause.id === 'CAL-086')?.what;
    assert.deepEqual([target?.what, target?.every], [['contenimento dei comportamenti scorretti'], MISSING]);
    assert.equal(target?.target, 'nei tempi e nei modi ragionevolmente esigibili');
  });

  proof('CAL-088', 'a complaint or a personal case is pointed to its office, whose address is missing', (world) => {
    for (const item of [
      { kind: 'mention', channel: 'instagram', text: 'Voglio fare un reclamo contro il Centro per l’impiego' },
      { kind: 'message', text: 'Ho fatto domanda e la mia pratica è ferma da maggio' },
    ] satisfies Tried[]) {
      const { clauses, proposal, route, missing } = world.judge(item);
      assert.ok(clauses.some(({ id, modality, dormant }) => id === 'CAL-088' && modality === 'route' && !dormant));
      assert.equal(proposal.action, 'route');
      assert.deepEqual([route?.office, route?.address], ['uffici competenti per materia', undefined]);
      assert.ok(missing.some(({ what, clause }) => what === 'route' && clause === 'CAL-088'));
      assert.ok(world.grounds('reply', item).includes('CAL-088'));
    }
    const answer = world.blocks('routing').find(({ clause }) => clause.id === 'CAL-088')?.what.answer;
    assert.equal(answer, 'la richiesta va presentata all’ufficio competente, nel modo stabilito per la materia');
    assert.match(world.shown('CAL-088'), /non sostituiscono i canali tradizionali.*dato mancante/);
  });

  proof('CAL-097', 'the page says that the address of the privacy notice is missing', ({ blocks, shown }) => {
    assert.match(shown('CAL-097'), /Gli indirizzi non sono scritti.*dato mancante.*informativa.*dato mancante/);
    assert.deepEqual(blocks('privacy').find(({ clause }) => clause.id === 'CAL-097')?.what.notice, MISSING);
    const contact = blocks('contact').find(({ clause }) => clause.id === 'CAL-097')?.what;
    assert.deepEqual([contact?.purposes, contact?.address], [['informativa sulla privacy'], MISSING]);
  });

  proof('CAL-098', 'the document says when it was written', ({ document, shown }) => {
    assert.equal(document.header.drafted, 'giugno 2024');
    assert.match(shown('CAL-098'), /redatto nel mese di giugno 2024/);
  });
});

test(proves('CAL-005', 'misspelt names of networks are read for what they are'), async () => {
  const source = `Social media policy dell’Ente di prova

I nostri canali
L’ente è presente sui social: Facebook, lnstagram, Linkedin, You Tube.

Le regole
Sono rimossi i commenti offensivi.
`;
  const { policy } = parse((await importPolicy(new TextEncoder().encode(source), 'prova.txt')).draft, 'prova.txt');
  assert.ok(policy);
  assert.deepEqual([...worldOf(policy).policy.channels.keys()], NETWORKS);
});

test('what the examples show of sleeping rules holds when they are awake too', () => {
  const asleep = worldOf(documentOf('regione-calabria'));
  const awake = opened(asleep);
  const examples = examplesOf(asleep.policy);
  assert.ok(examples.length > 200);
  for (const { item, about, expected, signals } of examples) {
    const byHand = Object.fromEntries((signals ?? []).map(({ category, strength }) => [category, strength]));
    const { post: _, ...facts } = item;
    const tried = { ...facts, ...(signals && { signals: byHand }) };
    const touched = touchedBy(awake, about, tried);
    const { action } = awake.judge(tried).proposal;
    if (expected === 'intact') assert.ok(!TAKEN_DOWN.includes(action), `${about}: ${item.text}: ${action}`);
    else if (expected === 'route') assert.equal(action, 'route', item.text);
    else assert.equal(touched?.dormant, false, `${about}: ${item.text}`);
  }
});
