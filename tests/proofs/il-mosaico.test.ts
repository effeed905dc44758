// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { type GroundedAction, isMissing, moderationHours, type NetworkName } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { Tried, World } from '../support/world.ts';
import { answersWithinMissingTimes, collects } from './alike.ts';
import { MISSING, mayCarry } from './asking.ts';

const NETWORKS = ['facebook', 'linkedin'] as const;
const SATURDAY_NOON = '2026-01-17T12:00';

/** The item must go: the clause is cited for the category, leads the proposal and may ground the removal. */
function mustGo({ judge, grounds }: World, id: string, { item, as }: { item: Tried; as: string }): void {
  const { clauses, proposal } = judge(item);
  const touched = clauses.find((clause) => clause.id === id);
  assert.ok(touched !== undefined, `${id} is not cited: ${JSON.stringify(item)}`);
  assert.ok(touched.categories.includes(as), `${id} is not cited for ${as}: ${JSON.stringify(item)}`);
  assert.equal(touched.modality, 'must-remove');
  assert.equal(proposal.action, 'remove');
  assert.ok(proposal.reasons.some(({ clause }) => clause === id));
  assert.ok(grounds('remove', item).includes(id));
}

/** The item stays where it is, and the clause has nothing to do with it. */
function stays({ judge, grounds }: World, id: string, item: Tried): void {
  const { clauses, proposal } = judge(item);
  assert.ok(!clauses.some((clause) => clause.id === id), `${id} is cited: ${JSON.stringify(item)}`);
  assert.ok(!['hide', 'remove', 'hold'].includes(proposal.action), proposal.action);
  assert.ok(grounds('no-action', item).length > 0);
}

const without = (address: unknown): string => {
  assert.ok(typeof address === 'string');
  const { host, pathname, protocol } = new URL(address);
  assert.equal(protocol, 'https:');
  return host + pathname;
};

function isOpen(world: World, network: NetworkName, id: string): void {
  const { comments, sharing, moderation } = world.card(network);
  for (const said of [comments, sharing, moderation]) assert.equal(said?.clause.id, id);
  assert.deepEqual([comments?.what, sharing?.what], ['open', 'allowed']);
  assert.deepEqual(moderation?.what, MISSING);
  const comment = { channel: network, text: 'Bella festa, la condivido con le altre famiglie' };
  stays(world, id, comment);
  assert.ok(world.grounds('no-action', comment).includes(id));
  assert.match(world.shown(id), /commentare e condividere/);
}

function isAnsweredInPrivate(world: World, network: NetworkName, id: string): void {
  assert.equal(world.card(network).messages?.what, 'used');
  assert.equal(world.card(network).messages?.clause.id, id);
  const message = { channel: network, kind: 'message', text: 'A che ora apre lo sportello?' } as const;
  assert.equal(world.judge(message).proposal.action, 'answer');
  assert.ok(world.grounds('reply', message).length > 0);
  assert.ok(world.grounds('no-action', message).includes(id));
  assert.match(world.shown(id), /messaggi privati/);
}

/** Photos and news, statements of whom, communications from whom: the same sentence for each network. */
function carries(world: World, network: NetworkName, ids: readonly [string, string, string]): void {
  const [types, statements, others] = ids.map((id) => mayCarry(world, network).get(id));
  assert.deepEqual(types?.what, ['foto', 'video', 'articoli', 'comunicati stampa', 'notizie']);
  assert.deepEqual(statements?.what, ['dichiarazioni']);
  assert.deepEqual(statements?.speakers, [
    'referenti della cooperativa',
    'chi collabora con la cooperativa',
    'chi partecipa alle attività, alle iniziative o ai progetti',
  ]);
  assert.deepEqual(others?.what, ['comunicazioni di altri']);
  assert.deepEqual(others?.sources, ['istituzioni pubbliche', 'soggetti che perseguono interessi pubblici']);
  for (const block of [types, statements, others]) assert.equal(block?.outcome, 'advise');
  for (const [at, words] of [/comunicati/, /referenti/, /istituzioni pubbliche/].entries())
    assert.match(world.shown(ids[at] ?? ''), words);
}

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-001', 'the cooperative owns the document and each of its channels is inside it', (world) => {
    assert.equal(world.policy.bodyName, 'Il Mosaico servizi ETS');
    assert.match(world.shown('MOS-001'), /ogni social in cui la cooperativa sociale Il Mosaico servizi ETS/);
    for (const channel of world.policy.channels.keys())
      assert.ok(!world.judge({ channel, text: 'Buongiorno' }).missing.some(({ what }) => what === 'other'));
  });

  proof('MOS-004', 'the four kinds of fragile people are the purposes, told to citizens too', ({ blocks, shown }) => {
    const said = blocks('purpose').find(({ clause }) => clause.id === 'MOS-004')?.what;
    assert.deepEqual(said?.purposes, ['anziani', 'minori', 'famiglie', 'persone con disabilità']);
    assert.equal(said?.scope, 'sostegno alle persone fragili');
    assert.match(shown('MOS-004'), /anziani, minori, famiglie, persone con disabilità.*metro.*Finalità/);
  });

  proof('MOS-005', 'the public page is the external part alone and speaks of all three things', (world) => {
    assert.match(world.shown('MOS-005'), /a che cosa servono, che cosa vi si pubblica e come ci si comporta/);
    const published = world.page().sections.flatMap(({ clauses }) => clauses.map(({ id }) => id));
    for (const id of published) assert.equal(world.clause(id)?.audience, 'external');
    assert.ok(!world.markup().includes('MOS-078"') && !world.markup().includes('MOS-110"'));
    for (const id of ['MOS-003', 'MOS-033', 'MOS-055']) assert.ok(world.shown(id).length > 0);
  });

  proof('MOS-007', 'the cooperative is on Facebook and LinkedIn and nowhere else', ({ policy, card, judge }) => {
    assert.deepEqual([...policy.channels.keys()], NETWORKS);
    for (const network of NETWORKS) {
      const { state, act, replicatedFrom, embedding } = card(network);
      assert.deepEqual(
        [state, act, replicatedFrom, embedding].map((said) => said?.clause.id),
        ['MOS-007', 'MOS-007', 'MOS-007', 'MOS-007'],
      );
      assert.equal(state?.what, 'active');
      for (const said of [act, replicatedFrom, embedding]) assert.deepEqual(said?.what, MISSING);
    }
    const elsewhere = judge({ channel: 'instagram', text: 'Bella festa' }).missing;
    assert.ok(elsewhere.some(({ what, text }) => what === 'other' && text.includes('Instagram')));
  });

  proof('MOS-011', 'the Facebook page has its address', ({ card, shown }) => {
    const { address } = card('facebook');
    assert.equal(address?.clause.id, 'MOS-011');
    assert.equal(without(address?.what), 'www.facebook.com/ilmosaicoservizi');
    assert.match(shown('MOS-011'), /www\.facebook\.com\/ilmosaicoservizi/);
  });
  proof('MOS-021', 'the LinkedIn page has its address', ({ card, shown }) => {
    const { address } = card('linkedin');
    assert.equal(address?.clause.id, 'MOS-021');
    assert.equal(without(address?.what), 'www.linkedin.com/company/ilmosaicoservizi');
    assert.match(shown('MOS-021'), /www\.linkedin\.com\/company\/ilmosaicoservizi/);
  });

  proof('MOS-012', 'comments and sharing are open on Facebook', (world) => isOpen(world, 'facebook', 'MOS-012'));
  proof('MOS-022', 'comments and sharing are open on LinkedIn', (world) => isOpen(world, 'linkedin', 'MOS-022'));

  proof('MOS-013', 'a private message on Facebook is answered there', (world) =>
    isAnsweredInPrivate(world, 'facebook', 'MOS-013'),
  );
  proof('MOS-023', 'a private message on LinkedIn is answered there', (world) =>
    isAnsweredInPrivate(world, 'linkedin', 'MOS-023'),
  );

  proof(['MOS-015', 'MOS-016', 'MOS-017'], 'what Facebook may carry, whose words and from where', (world) => {
    carries(world, 'facebook', ['MOS-015', 'MOS-016', 'MOS-017']);
    for (const id of ['MOS-015', 'MOS-016', 'MOS-017']) assert.ok(!mayCarry(world, 'linkedin').has(id));
  });
  proof(['MOS-025', 'MOS-026', 'MOS-027'], 'what LinkedIn may carry, whose words and from where', (world) => {
    carries(world, 'linkedin', ['MOS-025', 'MOS-026', 'MOS-027']);
    for (const id of ['MOS-025', 'MOS-026', 'MOS-027']) assert.ok(!mayCarry(world, 'facebook').has(id));
  });

  proof('MOS-031', 'purposes, contents and behaviour each have a section with something in it', ({ page, shown }) => {
    assert.match(shown('MOS-031'), /scopi, tipi di contenuto e comportamenti ammessi/);
    for (const title of ['Premessa', 'Cosa postiamo', 'Cosa non postiamo', 'Netiquette', 'Che cosa non è tollerato']) {
      const section = page().sections.find((each) => each.title === title);
      assert.ok(section !== undefined && section.clauses.length > 0, title);
      for (const { prose } of section.clauses) assert.ok(prose.length > 0);
    }
  });

  proof('MOS-035', 'comments, requests, questions and suggestions are all welcome', (world) => {
    collects(world, 'MOS-035', {
      scope: 'dialogo con gli utenti',
      channels: NETWORKS,
      texts: [
        'Io c’ero, gran bella festa',
        'Potete pubblicare il menu della mensa?',
        'A che ora apre lo sportello per le famiglie?',
        'Un suggerimento: mettete gli orari in testa alla pagina',
      ],
    });
    assert.match(world.shown('MOS-035'), /commenti, richieste, domande e suggerimenti/);
    assert.equal(world.judge('Voglio fare un reclamo per il ritardo del pulmino').proposal.action, 'route');
  });

  proof('MOS-046', 'Saturday is not among the days; the hours are missing and none is guessed', (world) => {
    const said = world.policy.hours.find(({ clause }) => clause.id === 'MOS-046')?.what;
    assert.deepEqual(said?.days, [1, 2, 3, 4, 5]);
    assert.ok(isMissing(said?.ranges) && isMissing(said?.holidays));
    assert.match(String(said?.exceptions), /evento.*\(MOS-047\)$/);
    for (const channel of NETWORKS) {
      const hours = moderationHours(world.policy, channel);
      assert.deepEqual([hours.source, hours.clause, hours.openings], ['missing', 'MOS-046', []]);
      for (const at of [SATURDAY_NOON, '2026-01-13T10:00']) {
        const { due, missing } = world.judge({ channel, at, text: 'Bella iniziativa' });
        assert.equal(due, undefined);
        assert.ok(missing.some(({ what, clause }) => what === 'hours' && clause === 'MOS-046'));
      }
    }
    assert.match(world.shown('MOS-046'), /dal lunedì al venerdì.*Ore: dato mancante/);
  });

  proof('MOS-047', 'the pages may be looked after out of hours for events and circumstances', ({ blocks, shown }) => {
    const said = blocks('cover').find(({ clause }) => clause.id === 'MOS-047')?.what;
    assert.deepEqual(said?.reasons, ['eventi', 'circostanze contingenti']);
    assert.deepEqual(said?.decidedBy, MISSING);
    assert.match(shown('MOS-047'), /altri giorni e orari.*Decide: dato mancante/);
  });

  proof('MOS-049', 'each type of request has its own time, missing, and nothing is ever late', (world) => {
    answersWithinMissingTimes(world, 'MOS-049', { at: '2025-01-13T10:00' });
  });

  proof('MOS-052', 'a complaint is sent to the secretariat, and its merits are not discussed', (world) => {
    for (const item of [
      'Voglio fare un reclamo per il ritardo del pulmino',
      { kind: 'message', channel: 'linkedin', text: 'Devo segnalare un problema serio con la mensa' },
    ] satisfies Tried[]) {
      const { clauses, proposal, route } = world.judge(item);
      assert.deepEqual(
        clauses.map(({ id, modality }) => [id, modality]),
        [['MOS-052', 'route']],
      );
      assert.deepEqual(
        [proposal.action, route?.office, route?.address],
        ['route', 'segreteria', 'info@ilmosaicoservizi.it'],
      );
      assert.deepEqual(new Set(proposal.reasons.map(({ clause }) => clause)), new Set(['MOS-052']));
      assert.ok(world.grounds('reply', item).includes('MOS-052'));
    }
    const answer = world.blocks('routing').find(({ clause }) => clause.id === 'MOS-052')?.what.answer;
    assert.match(String(answer), /^per reclami .* scriva alla segreteria, all’indirizzo info@ilmosaicoservizi\.it$/);
  });

  proof('MOS-053', 'on Facebook visitor posts wait for approval, comments do not', (world) => {
    const { judge, grounds, shown } = world;
    const post = { kind: 'visitor-post', channel: 'facebook', text: 'Vi lascio il programma della tombola' } as const;
    for (const item of [post, { ...post, media: true }]) {
      const { action, reasons } = judge(item).proposal;
      assert.equal(action, 'hold');
      assert.ok(reasons.some(({ clause }) => clause === 'MOS-053'));
      for (const act of ['hide', 'publish'] satisfies GroundedAction[])
        assert.ok(grounds(act, item).includes('MOS-053'));
    }
    assert.equal(judge({ ...post, kind: 'comment' }).proposal.action, 'none');
    assert.equal(judge({ ...post, channel: 'linkedin' }).proposal.action, 'none');
    assert.match(shown('MOS-053'), /solo dopo l’approvazione/);
  });

  proof('MOS-055', 'criticism is free; an opinion without respect is only asked to change', (world) => {
    const polite = 'Non sono d’accordo con la chiusura del centro diurno, è una scelta pessima';
    const { clauses, proposal } = world.judge(polite);
    assert.deepEqual(
      clauses.map(({ id, modality }) => [id, modality]),
      [['MOS-055', 'protected']],
    );
    assert.equal(proposal.action, 'none');
    assert.ok(proposal.reasons.some(({ clause }) => clause === 'MOS-055'));
    assert.ok(world.grounds('no-action', polite).includes('MOS-055'));
    assert.match(world.shown('MOS-055'), /liberamente.*anche per criticare.*misura, rispetto.*dati/);

    const rude = { signals: ['uncivil-opinion'], text: 'Chi la pensa come voi dovrebbe stare zitto' };
    const asked = world.judge(rude);
    assert.deepEqual(
      asked.clauses.map(({ id, modality }) => [id, modality]),
      [['MOS-055', 'asked']],
    );
    assert.equal(asked.proposal.action, 'none');
    for (const item of [polite, rude]) assert.ok(!world.grounds('remove', item).includes('MOS-055'));
  });

  proof('MOS-056', 'what has nothing to do with the purposes goes, on this ground', (world) => {
    const item = { signals: ['no-public-interest'], text: 'Ragazzi, chi guarda la finale stasera?' };
    mustGo(world, 'MOS-056', { item, as: 'no-public-interest' });
    stays(world, 'MOS-056', 'Un corso per chi assiste i genitori anziani quando lo fate?');
  });

  proof(['MOS-058', 'MOS-069'], 'what is off topic goes, and both clauses are cited', (world) => {
    const item = { signals: ['off-topic'], text: 'E delle buche quando parliamo?', post: 'Domenica gita al lago' };
    for (const id of ['MOS-058', 'MOS-069']) {
      mustGo(world, id, { item, as: 'off-topic' });
      stays(world, id, { text: 'La gita è anche per i nonni?', post: 'Domenica gita al lago' });
    }
    const proposed = world.judge(item).proposal.reasons.flatMap(({ clause }) => clause ?? []);
    assert.deepEqual(proposed, ['MOS-058', 'MOS-069']);
    assert.deepEqual(world.grounds('remove', item).slice(0, 2), ['MOS-058', 'MOS-069']);
  });

  proof(
    'MOS-059',
    'a group demeaned by religion goes, with the ground noted; so do those who moderate, insulted',
    (world) => {
      const item = 'I musulmani sono bestie, nel centro diurno non li voglio vedere';
      mustGo(world, 'MOS-059', { item, as: 'discrimination' });
      const grounds = world.notice(item).flatMap(({ ground }) => ground ?? []);
      assert.ok(grounds.includes('religione'), grounds.join(', '));
      const rule = world.blocks('rule').find(({ clause }) => clause.id === 'MOS-059')?.what;
      assert.ok(Array.isArray(rule?.grounds) && rule.grounds.includes('religione'));
      mustGo(world, 'MOS-059', { item: 'Il moderatore è un cretino', as: 'disruption' });
      mustGo(world, 'MOS-059', { item: 'Cooperativa di parassiti e fannulloni', as: 'insult' });
      stays(world, 'MOS-059', 'Non è vero che i disabili sono un costo, è un’idea da combattere');
      const shown = world.shown('MOS-059');
      const nine = ['genere', 'etnia', 'lingua', 'religione', 'opinioni politiche', 'condizioni personali'];
      for (const ground of [...nine, 'condizioni sociali', 'orientamento sessuale', 'età'])
        assert.match(shown, new RegExp(`Motivi: [^.]*${ground}`));
      assert.match(shown, /Tutela: chi modera; utenti; gruppi di utenti; enti; associazioni; aziende/);
    },
  );

  proof('MOS-060', 'insults, foul language, threats and offences to dignity go; threats come first', (world) => {
    mustGo(world, 'MOS-060', { item: 'vi spacco tutto', as: 'threat' });
    assert.equal(world.judge('vi spacco tutto').priority, 0);
    mustGo(world, 'MOS-060', { item: 'Siete dei buffoni e dei cretini', as: 'insult' });
    mustGo(world, 'MOS-060', { item: 'Ma che minchia avete scritto', as: 'vulgar' });
    const item = { signals: ['dignity'], text: 'Guardate come cammina quel bambino, fa ridere' };
    mustGo(world, 'MOS-060', { item, as: 'dignity' });
    stays(world, 'MOS-060', 'Siete lenti, disorganizzati e pure arroganti al telefono');
    stays(world, 'MOS-060', 'Mi ammazzo di lavoro e poi trovo chiuso');
    for (const whom of ['dignità personale', 'minoranze', 'minori', 'libertà', 'uguaglianza'])
      assert.match(world.shown('MOS-060'), new RegExp(`Tutela: .*${whom}`));
  });

  proof('MOS-061', 'a photo waits for a person’s eyes, and goes when it shows who is in it', (world) => {
    const photo = { text: 'Ecco la gita di ieri', media: true };
    const unseen = world.judge(photo);
    assert.equal(unseen.mustLook, true);
    assert.ok(unseen.proposal.reasons.some(({ text }) => text.startsWith('Non analizzato: guardare')));
    const item = { ...photo, signals: ['identifiable-media'] };
    mustGo(world, 'MOS-061', { item, as: 'identifiable-media' });
    assert.equal(world.judge(item).mustLook, true);
    stays(world, 'MOS-061', { ...photo, signals: { 'identifiable-media': 0.2 } });
  });

  proof('MOS-062', 'personal data of the author or of others go, as soon as they are read', (world) => {
    for (const item of [
      'Il bonifico fatelo qui: IT38O0000000000000000123456',
      'Chiamatela al 333 0000000, risponde lei',
      'Scrivetemi a pinca.pallina@posta.example',
      'Sono Pinca Pallina, abito in via Inventata 12',
    ])
      mustGo(world, 'MOS-062', { item, as: 'personal-data' });
    stays(world, 'MOS-062', 'Si può scrivere a info@ilmosaicoservizi.it anche il sabato?');
    stays(world, 'MOS-062', 'La fattura del 12/03/2025 era di 1.250,00 euro');
    assert.match(world.shown('MOS-062'), /Tutela: chi scrive; altre persone/);
  });

  proof('MOS-063', 'vulgar, threatening and licentious language goes', (world) => {
    mustGo(world, 'MOS-063', { item: 'Che cazzo di orari sono questi', as: 'vulgar' });
    mustGo(world, 'MOS-063', { item: 'Guardatevi le spalle quando uscite', as: 'threat' });
    mustGo(world, 'MOS-063', { item: 'Belle tette la volontaria in seconda fila', as: 'obscene' });
    stays(world, 'MOS-063', 'Che diavolo di orari sono questi');
  });

  proof('MOS-064', 'obscene, inciting, denigrating, illegal and deceptive contents go', (world) => {
    for (const [as, item] of [
      ['incitement', 'Picchiamolo tutti insieme, il coordinatore'],
      ['obscene', 'Video porno gratis nel mio profilo'],
      ['defamation', 'L’educatrice Caia Semproni ruba i soldi agli ospiti'],
      ['illegal', 'Procuro patenti senza esame'],
      ['misleading', 'Vi nascondono la verità, condividete prima che lo cancellino'],
    ] as const)
      mustGo(world, 'MOS-064', { item, as });
    stays(world, 'MOS-064', 'Andiamo tutti lì sabato e facciamoci sentire, con i cartelli');
    stays(world, 'MOS-064', 'I conti non tornano: dove sono finiti i soldi delle rette?');
  });

  proof('MOS-065', 'what a moderator found to breach copyright goes on this ground', (world) => {
    const item = { signals: ['copyright'], text: 'Vi carico qui il film intero' };
    mustGo(world, 'MOS-065', { item, as: 'copyright' });
    assert.equal(world.grounds('remove', item)[0], 'MOS-065');
    stays(world, 'MOS-065', 'Il libro presentato ieri è in biblioteca');
  });

  proof('MOS-066', 'advertising with a price and a link to a shop goes', (world) => {
    mustGo(world, 'MOS-066', { item: 'Vendo scarpe a 25 euro: https://negozio.example', as: 'commercial' });
    stays(world, 'MOS-066', 'Con quello che costa la retta mi pago un albergo');
  });

  proof('MOS-067', 'a call to vote goes, criticism of choices stays', (world) => {
    mustGo(world, 'MOS-067', { item: 'Votate la Lista Esempio domenica', as: 'political' });
    stays(world, 'MOS-067', 'Il governo ha tagliato i fondi e il conto lo pagano le famiglie');
    stays(world, 'MOS-067', 'Votate il disegno più bello della festa!');
  });

  proof('MOS-068', 'the same link by one person under five posts is spam on each', (world) => {
    const text = 'Qui il regolamento della sagra: https://canale-inventato.example/sagra';
    assert.ok(!world.judge({ text }).proposal.reasons.some(({ clause }) => clause === 'MOS-068'));
    for (const spread of [2, 3, 4]) mustGo(world, 'MOS-068', { item: { text, spread }, as: 'spam' });
  });

  proof('MOS-075', 'the three acts are cited under their one name', ({ blocks, shown }) => {
    const cited = blocks('reference').filter(({ clause }) => clause.id === 'MOS-075');
    assert.deepEqual(
      cited.map(({ what: { act, norm } }) => [act, norm]),
      [
        ['regolamento (UE) 2016/679', 'UE 2016/679'],
        ['decreto legislativo 196/2003 (Codice privacy)', 'D.Lgs. 196/2003'],
        ['decreto legislativo 101/2018', 'D.Lgs. 101/2018'],
      ],
    );
    for (const { what } of cited) assert.ok(shown('MOS-075').includes(`Identificativo: ${String(what.norm)}`));
  });

  proof('MOS-076', 'the privacy notice has its page, and citizens find it', ({ blocks, shown }) => {
    const page = 'www.ilmosaicoservizi.it/il-mosaico/privacy';
    const notice = blocks('privacy').find(({ clause }) => clause.id === 'MOS-076')?.what.notice;
    assert.equal(without(notice), page);
    const contact = blocks('contact').find(({ clause }) => clause.id === 'MOS-076')?.what;
    assert.deepEqual(contact?.purposes, ['informativa sulla privacy']);
    assert.equal(contact?.address, notice);
    assert.match(shown('MOS-076'), new RegExp(`Informativa: https://${page}`));
  });

  proof('MOS-077', 'abuse and copyright are reported to one address', ({ blocks, shown }) => {
    const contact = blocks('contact').find(({ clause }) => clause.id === 'MOS-077')?.what;
    assert.equal(contact?.address, 'info@ilmosaicoservizi.it');
    for (const purpose of ['segnalazioni', 'abusi', 'violazioni del diritto d’autore'])
      assert.ok(contact?.purposes.includes(purpose), purpose);
    assert.match(shown('MOS-077'), /Per: .*abusi.*diritto d’autore Indirizzo: info@ilmosaicoservizi\.it/);
  });
});
