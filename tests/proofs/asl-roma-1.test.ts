// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { moderationHours, NETWORKS, REGULATED_CATEGORIES } from '#policy';
import { contactFor } from '../../src/policy/contacts.ts';
import { known } from '../../src/policy/missing.ts';
import { covers } from '../../src/policy/values/networks.ts';
import { proofsOf } from '../support/proof.ts';
import type { TriedItem, World } from '../support/world.ts';
import { MISSING, mayCarry, reasonOf, said, touchedBy } from './asking.ts';
import { eachWordRoutes, isRouted, isTruncated, MODERATED, OFFICIAL, onEach, QUESTION } from './asl-roma-1.ts';

const SATURDAY_NIGHT = '2026-01-17T23:30';
const SPECIFIC_OFFICE = 'Ufficio relazioni con il pubblico o protocollo aziendale';

/** The clause asks to avoid it, and the general reservation lets a person take it down. */
function isAsked(world: World, id: string, { item, as }: { readonly item: TriedItem; readonly as: string }): void {
  const touched = touchedBy(world, id, item);
  assert.ok(touched?.categories.includes(as), `${id} is not cited for ${as}: ${JSON.stringify(item)}`);
  assert.equal(touched?.modality, 'asked');
  assert.equal(world.judge(item).proposal.action, 'hide');
  assert.ok(reasonOf(world, id, item));
  assert.ok(world.grounds('hide', item).includes(id));
}

function isAskedOnEach(
  world: World,
  id: string,
  { item, as }: { readonly item: TriedItem; readonly as: string },
): void {
  for (const placed of onEach(world, id, (channel) => ({ ...item, channel }))) isAsked(world, id, { item: placed, as });
}

/** It can only be removed: the clause says so, nothing milder is proposed, and the author can be told why. */
function mustGoOnEach(world: World, id: string, { item, as }: { readonly item: TriedItem; readonly as: string }): void {
  for (const placed of onEach(world, id, (channel) => ({ ...item, channel }))) {
    const touched = touchedBy(world, id, placed);
    assert.ok(touched?.categories.includes(as), `${id} is not cited for ${as}: ${JSON.stringify(placed)}`);
    assert.equal(touched?.modality, 'must-remove');
    assert.equal(world.judge(placed).proposal.action, 'remove', 'nothing milder is proposed');
    assert.match(reasonOf(world, id, placed) ?? '', /va rimosso/);
    assert.ok(world.grounds('remove', placed).includes(id));
  }
}

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-002', 'ASL Roma 1 owns the document, which covers all its sites', (world) => {
    assert.equal(world.policy.bodyName, 'ASL Roma 1');
    const { purposes, channels } = said(world, 'RM1-002', 'purpose');
    assert.deepEqual(purposes, ['regolare i comportamenti sui social della ASL Roma 1']);
    const covered = NETWORKS.filter((network) => channels !== undefined && covers(channels, network));
    assert.deepEqual(covered, [...world.policy.channels.keys()]);
    assert.match(world.shown('RM1-002'), /tutti i social della ASL Roma 1/);
  });

  proof('RM1-003', 'users read one part, employees have another', (world) => {
    const { purposes, audience } = said(world, 'RM1-003', 'purpose');
    assert.deepEqual(audience, ['utenti', 'dipendenti']);
    assert.deepEqual(purposes, ['regole per chi usa i canali', 'regole per chi lavora nella ASL']);
    assert.deepEqual(
      world.document.parts.map((part) => part.audience),
      ['external', 'internal'],
    );
    assert.equal(world.shown('RM1-138'), '', 'the internal part is not on the page');
    assert.match(world.shown('RM1-003'), /due parti/);
  });

  proof('RM1-004', 'the external part tells purposes, contents and behaviour', (world) => {
    const { purposes, audience } = said(world, 'RM1-004', 'purpose');
    assert.deepEqual(purposes, ['finalità delle pagine', 'tipi di contenuto', 'comportamenti consentiti']);
    assert.deepEqual(audience, ['utenti']);
    for (const kind of ['purpose', 'content', 'rule'] as const)
      assert.ok(world.blocks(kind).some(({ clause }) => clause.audience === 'external' && clause.id !== 'RM1-004'));
  });

  proof('RM1-005', 'the internal part is about personal accounts only', (world) => {
    const { force, what, use } = said(world, 'RM1-005', 'staff');
    assert.deepEqual([force, what, use], ['must', ['seguire le regole della parte interna'], 'personal']);
    const inside = world.blocks('staff').filter(({ clause }) => clause.audience === 'internal');
    assert.ok(inside.length > 5);
    for (const { clause, what: rule } of inside) assert.equal(rule.use, use, clause.id);
  });

  proof('RM1-007', 'seven networks are official and no other', ({ policy, card }) => {
    assert.deepEqual([...policy.channels.keys()].toSorted(), OFFICIAL.toSorted());
    for (const network of OFFICIAL)
      assert.deepEqual([card(network).state?.what, card(network).state?.clause.id], ['active', 'RM1-007'], network);
  });

  proof('RM1-009', 'six types of content everywhere; what is outside them is told to a person', (world) => {
    for (const network of OFFICIAL) {
      const { what, check, outcome } = mayCarry(world, network).get('RM1-009') ?? {};
      assert.deepEqual(what, [
        'attività e servizi',
        'comunicati stampa',
        'pubblicazioni e documenti ufficiali',
        'novità normative',
        'iniziative ed eventi',
        'immagini e video istituzionali',
      ]);
      assert.deepEqual([check, outcome], ['person', 'advise']);
    }
  });

  proof('RM1-010', 'criticism alone is never a violation, however harsh', (world) => {
    const harsh = [
      'Servizio pessimo, il direttore si dimetta',
      'Tre mesi per una visita, è una vergogna!',
      'Siete lenti, disorganizzati e non rispondete mai',
    ];
    const tried = harsh.flatMap((text): TriedItem[] => [{ text }, { text, signals: ['criticism'] }]);
    for (const one of tried)
      for (const item of onEach(world, 'RM1-010', (channel) => ({ ...one, channel }))) {
        assert.equal(touchedBy(world, 'RM1-010', item)?.modality, 'protected', item.text);
        assert.equal(world.judge(item).proposal.action, 'none');
        assert.ok(world.grounds('no-action', item).includes('RM1-010'));
      }
    assert.match(world.shown('RM1-010'), /commenti, richieste, domande, suggerimenti e anche critiche/);
  });

  proof(
    'RM1-011',
    'whoever wants to book a vaccination is told where, and is asked nothing of their health',
    (world) => {
      const text = 'Buongiorno, vorrei prenotare il vaccino';
      for (const item of onEach(world, 'RM1-011', (channel) => ({ channel, text })))
        assert.equal(isRouted(world, 'RM1-011', item), 'canale di prenotazione delle vaccinazioni');
      assert.equal(
        said(world, 'RM1-011', 'routing').answer,
        'si indica come prenotare, senza chiedere dati sulla salute',
      );
      eachWordRoutes(world, 'RM1-011', {
        label: 'Prenotazione di una vaccinazione',
        texts: [
          'vorrei prenotare il vaccino',
          'devo prenotare la vaccinazione di richiamo',
          'per la prenotazione vaccini il sito non va',
          'vorrei prenotare l’antinfluenzale',
          'mi serve un appuntamento per il vaccino',
          'vorrei prenotarmi per il vaccino',
        ],
      });
      assert.equal(world.judge('Ho fatto il vaccino ieri, tutto bene').route, undefined);
    },
  );

  proof('RM1-014', 'the licence is Creative Commons BY-ND 3.0, however the source spells it', (world) => {
    const { of, name } = said(world, 'RM1-014', 'licence');
    assert.deepEqual([of, name], ['own', 'CC BY-ND 3.0']);
    assert.equal(said(world, 'RM1-014', 'defect').of, 'typo');
    assert.match(world.shown('RM1-014'), /Creative Commons BY-ND 3\.0/);
  });

  proof('RM1-017', 'the hours of moderation are missing, and those of the services are not taken for them', (world) => {
    const { days, ranges, holidays, of } = said(world, 'RM1-017', 'hours');
    assert.deepEqual([of, days, ranges, holidays], ['moderation', MISSING, MISSING, MISSING]);
    for (const channel of MODERATED) {
      const { due, missing } = world.judge({ channel, text: QUESTION });
      assert.equal(due, undefined);
      const notice = missing.find(({ what }) => what === 'hours');
      assert.deepEqual([notice?.clause, /dato mancante/.test(notice?.text ?? '')], ['RM1-017', true]);
    }
    assert.equal(moderationHours(world.policy, 'youtube').clause, undefined);
    const chosen = world.under({ hours: { days: [2], ranges: [{ from: 540, to: 780 }], holidays: 'excluded' } });
    const due = chosen.judge({ channel: 'x', text: QUESTION }).due;
    assert.equal(due?.at.toISOString(), '2026-01-13T12:00:00.000Z');
    assert.match(due.reason.text, /la policy non lo indica/);
    assert.match(world.shown('RM1-017'), /lo deve confermare l’ente/);
  });

  proof('RM1-019', 'a comment is visible at once, and moderated afterwards', (world) => {
    for (const channel of MODERATED) {
      const { comments, moderation } = world.card(channel);
      for (const mode of [comments, moderation]) assert.equal(mode?.clause.id, 'RM1-019');
      assert.deepEqual([comments?.what, moderation?.what], ['open', 'after']);
      for (const kind of ['comment', 'reply'] as const) {
        const item = { channel, kind, text: 'Bella iniziativa, ci vediamo sabato' };
        assert.notEqual(world.judge(item).proposal.action, 'hold');
        assert.equal(reasonOf(world, 'RM1-019', item), undefined, 'nothing is said against it');
        assert.ok(world.grounds('publish', item).includes('RM1-019'));
      }
    }
  });

  proof('RM1-021', 'no time is promised, but for private messages on Facebook', (world) => {
    const isSilent = (item: TriedItem): boolean =>
      world.judge(item).missing.some(({ what, clause }) => what === 'response-time' && clause === 'RM1-021');
    for (const channel of MODERATED) {
      const item = { channel, text: QUESTION };
      assert.equal(world.judge(item).due, undefined);
      assert.ok(isSilent(item));
      assert.ok(world.grounds('reply', item).includes('RM1-021'), 'people answer');
      assert.ok(!world.grounds('no-action', item).includes('RM1-021'), 'and do not merely take note');
    }
    assert.ok(!isSilent({ channel: 'youtube', text: QUESTION }));
    const message = { channel: 'facebook', kind: 'message', text: QUESTION, at: SATURDAY_NIGHT } as const;
    const due = world.judge(message).due;
    assert.equal(due?.at.toISOString(), '2026-01-17T22:45:00.000Z');
    assert.match(due.reason.text, /15 minuti, in media/);
  });

  proof(
    'RM1-024',
    'complaints go to the public relations office or the registry, and are not discussed here',
    (world) => {
      const text = 'Voglio fare un reclamo formale contro il poliambulatorio';
      for (const kind of ['comment', 'message'] as const)
        for (const item of onEach(world, 'RM1-024', (channel) => ({ channel, kind, text })))
          assert.equal(isRouted(world, 'RM1-024', item), SPECIFIC_OFFICE);
      assert.equal(
        said(world, 'RM1-024', 'routing').answer,
        'si invita a rivolgersi all’Ufficio relazioni con il pubblico o al protocollo aziendale, senza entrare nel merito',
      );
    },
  );

  proof('RM1-025', 'parties are not answered, and nothing is removed for that', (world) => {
    const text = 'Votate Lista Civica Aurora: un consultorio in ogni quartiere. Che ne pensate del nostro programma?';
    for (const kind of ['comment', 'mention', 'message'] as const)
      for (const item of onEach(world, 'RM1-025', (channel) => ({ channel, kind, text }))) {
        assert.equal(touchedBy(world, 'RM1-025', item)?.modality, 'no-reply');
        assert.equal(world.judge(item).proposal.action, 'none');
        assert.match(reasonOf(world, 'RM1-025', item) ?? '', /non rispondere; non è un motivo di rimozione/);
        for (const act of ['hide', 'remove'] as const) assert.ok(!world.grounds(act, item).includes('RM1-025'));
      }
  });

  proof('RM1-026', 'who is offended need not be there; nor need it be a person', (world) => {
    const offences = [
      ['Sei un cretino', 'insult'],
      ['Il primario del terzo piano è un cretino', 'insult'],
      ['Gli zingari sono tutti ladri', 'discrimination'],
      ['Il moderatore è un idiota', 'disruption'],
    ] as const;
    for (const [text, as] of offences) isAskedOnEach(world, 'RM1-026', { item: { text }, as });
    const protects = 'altri utenti, presenti o assenti; enti; associazioni; aziende; chi gestisce e modera i canali';
    assert.ok(world.shown('RM1-026').includes(`Tutela: ${protects} Canali`));
  });

  proof('RM1-027', 'threats, insults, foul language and what harms dignity are each noticed', (world) => {
    isAskedOnEach(world, 'RM1-027', { item: { text: 'Vi vengo a cercare e vi ammazzo' }, as: 'threat' });
    isAskedOnEach(world, 'RM1-027', { item: { text: 'Siete dei bastardi' }, as: 'insult' });
    isAskedOnEach(world, 'RM1-027', { item: { text: 'Cazzo, ho perso il turno' }, as: 'vulgar' });
    isAskedOnEach(world, 'RM1-027', { item: { signals: ['dignity'] }, as: 'dignity' });
    const protects = 'la dignità delle persone; le minoranze; i minori; libertà e uguaglianza';
    assert.ok(world.shown('RM1-027').includes(`Tutela: ${protects} Canali`));
  });

  proof('RM1-028', 'the list is cut off: told as missing, and nothing must go because of it', (world) => {
    assert.ok(isTruncated(world, 'RM1-028'));
    const { modality, categories } = said(world, 'RM1-028', 'rule');
    assert.deepEqual([modality, categories], ['must-remove', MISSING]);
    const isTold = (item: TriedItem): boolean =>
      world.judge(item).missing.some(({ what, clause }) => what === 'removal-list' && clause === 'RM1-028');
    for (const channel of MODERATED) {
      const item = { channel, text: 'Siete dei bastardi' };
      assert.equal(world.judge(item).proposal.action, 'hide');
      assert.ok(isTold(item));
    }
    assert.ok(!isTold({ channel: 'youtube', signals: ['personal-case'] }));
    for (const { slug } of REGULATED_CATEGORIES)
      assert.equal(touchedBy(world, 'RM1-028', { signals: [slug] }), undefined, slug);
    assert.match(world.shown('RM1-028'), /l’elenco non è riportato/);
  });

  proof('RM1-029', 'whatever the rules ask to avoid may be taken down, at the body’s discretion', (world) => {
    const asked = world.policy.rules.filter(({ modality }) => modality === 'asked');
    const discretionary = new Set(asked.flatMap(({ categories }) => categories));
    for (const other of ['personal-data', 'sensitive-data', 'personal-case']) discretionary.delete(other);
    assert.ok(discretionary.size >= 14, [...discretionary].join());
    for (const slug of [...discretionary, 'other-violation'])
      for (const item of onEach(world, 'RM1-029', (channel) => ({ channel, signals: [slug] }))) {
        assert.equal(world.judge(item).proposal.action, 'hide', slug);
        assert.match(reasonOf(world, 'RM1-029', item) ?? '', /può essere rimosso/, slug);
        for (const act of ['hide', 'remove'] as const) assert.ok(world.grounds(act, item).includes('RM1-029'), slug);
      }
    assert.equal(touchedBy(world, 'RM1-029', { signals: ['other-violation'] })?.modality, 'may-remove');
    assert.deepEqual(world.grounds('remove', { channel: 'youtube', signals: ['personal-case'] }), []);
  });

  proof('RM1-033', 'symptoms are a matter for health staff, in person and not by message', (world) => {
    const text = 'Ho il diabete e mi gira la testa, che cosa posso prendere?';
    for (const channel of OFFICIAL) {
      const { proposal, route } = world.judge({ channel, text });
      assert.equal(proposal.action, 'route');
      assert.deepEqual([route?.office, route?.reason.clause], ['personale sanitario di riferimento', 'RM1-033']);
    }
    assert.equal(
      said(world, 'RM1-033', 'routing').answer,
      'si invita a parlarne di persona con il personale sanitario, non in messaggio privato',
    );
  });

  proof('RM1-121', 'an insult is one proposal, citing both clauses that speak of it', (world) => {
    const item = { text: 'Siete dei bastardi' };
    isAskedOnEach(world, 'RM1-121', { item, as: 'insult' });
    isAskedOnEach(world, 'RM1-121', { item: { text: 'Cazzo, ho perso il turno' }, as: 'vulgar' });
    isAskedOnEach(world, 'RM1-121', { item: { text: 'Vi vengo a cercare e vi ammazzo' }, as: 'threat' });
    for (const id of ['RM1-027', 'RM1-121']) assert.ok(reasonOf(world, id, item), `${id} is not among the reasons`);
  });

  proof('RM1-122', 'polite criticism raises nothing; an opinion without respect does', (world) => {
    const polite = { text: 'Non sono d’accordo con la vostra scelta: chiudere quel reparto è un errore' };
    for (const item of onEach(world, 'RM1-122', (channel) => ({ ...polite, channel }))) {
      assert.equal(touchedBy(world, 'RM1-122', item), undefined);
      assert.equal(world.judge(item).proposal.action, 'none');
    }
    isAskedOnEach(world, 'RM1-122', { item: { signals: ['uncivil-opinion'] }, as: 'uncivil-opinion' });
  });

  proof('RM1-123', 'a personal case is noticed and sent on, not hidden', (world) => {
    const text = 'Io aspetto da marzo la risonanza e nessuno mi richiama';
    for (const item of onEach(world, 'RM1-123', (channel) => ({ channel, text }))) {
      assert.deepEqual(touchedBy(world, 'RM1-123', item)?.categories, ['personal-case']);
      assert.equal(touchedBy(world, 'RM1-123', item)?.modality, 'asked');
      assert.equal(world.judge(item).proposal.action, 'route');
      assert.equal(world.judge(item).route?.reason.clause, 'RM1-033');
    }
    isAskedOnEach(world, 'RM1-123', { item: { signals: ['no-public-interest'] }, as: 'no-public-interest' });
  });

  proof('RM1-124', 'advertising, spam and illegal offers', (world) => {
    const advert = 'Super offerta, sbiancamento dei denti a 49 €, www.sorriso.example.com';
    isAskedOnEach(world, 'RM1-124', { item: { text: advert }, as: 'commercial' });
    isAskedOnEach(world, 'RM1-124', { item: { text: 'Prestiti veloci, scrivimi su whatsapp' }, as: 'spam' });
    isAskedOnEach(world, 'RM1-124', { item: { text: 'Vendo certificati medici falsi' }, as: 'illegal' });
  });

  proof('RM1-125', 'the data of a third person raise the privacy flag', (world) => {
    const text = 'Il medico ha come numero privato 347 555 0118';
    for (const item of onEach(world, 'RM1-125', (channel) => ({ channel, text }))) {
      assert.deepEqual(touchedBy(world, 'RM1-125', item)?.categories, ['personal-data']);
      assert.equal(touchedBy(world, 'RM1-125', item)?.modality, 'asked');
      assert.ok(reasonOf(world, 'RM1-125', item));
    }
    assert.equal(touchedBy(world, 'RM1-125', 'Il numero del medico dove si trova?'), undefined);
  });

  proof('RM1-126', 'a private detail about a named person', (world) => {
    const text = 'Il dottor Sempronelli si è appena separato dalla moglie';
    isAskedOnEach(world, 'RM1-126', { item: { text, signals: ['private-facts'] }, as: 'private-facts' });
  });

  proof(
    'RM1-127',
    'a slur against disabled people is discrimination, on a ground that only this clause lists',
    (world) => {
      const slur = 'Al telefono risponde sempre il solito mongoloide';
      isAskedOnEach(world, 'RM1-127', { item: { text: slur }, as: 'discrimination' });
      isAskedOnEach(world, 'RM1-127', { item: { text: 'Siete dei bastardi' }, as: 'insult' });
      isAskedOnEach(world, 'RM1-127', { item: { text: 'Vi vengo a cercare e vi ammazzo' }, as: 'threat' });
      const grounds =
        'genere; orientamento sessuale; età; religione; convinzioni personali; orientamenti politici; origini etniche; disabilità';
      assert.ok(world.shown('RM1-127').includes(`Motivi: ${grounds} Canali`));
      const listed = world.blocks('rule').filter(({ what }) => known(what.grounds)?.includes('disabilità'));
      assert.deepEqual(
        listed.map(({ clause }) => clause.id),
        ['RM1-127'],
      );
    },
  );

  proof('RM1-128', 'an account number, a telephone, a mailbox or an address can only be removed', (world) => {
    const data = [
      'Donate qui: IT70X9999999999000000123456',
      'Chiamate Carlo Fantasia al 347 555 0182',
      'Scrivete a carlo.fantasia@example.org',
      'La caposala abita in via delle Lanterne 14',
    ];
    for (const text of data) {
      mustGoOnEach(world, 'RM1-128', { item: { text }, as: 'personal-data' });
      assert.equal(world.grounds('remove', text)[0], 'RM1-128', 'the strictest clause comes first');
    }
    assert.equal(touchedBy(world, 'RM1-128', 'La mail è ancora ufficio.stampa@aslroma1.it?'), undefined);
  });

  proof('RM1-129', 'health data in public are removed, once a person confirms them', (world) => {
    const text = 'Sono positivo all’HIV e al centro mi hanno mandato via';
    assert.ok(world.notice(text).some(({ category }) => category === 'sensitive-data'));
    mustGoOnEach(world, 'RM1-129', { item: { text, signals: ['sensitive-data'] }, as: 'sensitive-data' });
    const ofAnother = 'La signora Rossini del terzo piano ha l’epatite';
    mustGoOnEach(world, 'RM1-129', { item: { text: ofAnother }, as: 'sensitive-data' });
    assert.match(world.shown('RM1-129'), /rimossi, per tutelare le persone interessate/);
  });

  proof('RM1-130', 'trademarks and copyright are two grounds of one clause', (world) => {
    for (const as of ['trademark', 'copyright']) {
      isAskedOnEach(world, 'RM1-130', { item: { text: 'Ecco il vostro logo sul volantino', signals: [as] }, as });
      assert.deepEqual(touchedBy(world, 'RM1-130', { signals: [as] })?.categories, [as]);
    }
  });

  proof('RM1-132', 'sensitive data must go, also inside criticism', (world) => {
    const text = 'Vergogna! Mia suocera ha il tumore e la fate aspettare, siete pessimi';
    mustGoOnEach(world, 'RM1-132', { item: { text }, as: 'sensitive-data' });
    assert.equal(touchedBy(world, 'RM1-132', 'Vergogna, chi ha un tumore non può aspettare'), undefined);
  });

  proof('RM1-136', 'abuse and copyright go to the press office, complaints elsewhere', (world) => {
    const mail = 'ufficio.stampa@aslroma1.it';
    for (const purpose of [/^abusi$/, /^violazioni del diritto d’autore$/])
      assert.deepEqual(contactFor(world.policy, purpose), { clause: 'RM1-136', address: mail });
    assert.equal(said(world, 'RM1-136', 'contact').office, said(world, 'RM1-136', 'routing').office);
    const unmistakable = [
      'c’è una violazione del copyright nel post',
      'nel video una violazione del diritto d’autore',
      'la mappa è stata usata senza il mio permesso',
      'scusate ma la foto è mia',
      'un profilo finge di essere il vostro',
    ];
    for (const text of unmistakable)
      for (const channel of OFFICIAL) {
        const { route, priority } = world.judge({ channel, text });
        assert.deepEqual([route?.office, route?.address, priority], ['ufficio stampa', mail, 2], text);
        assert.match(route?.reason.text ?? '', /^Segnalazione di un abuso o di una violazione del diritto d’autore: /);
      }
    // «segnalo» may also be said of a service: both offices are cited, and a person chooses.
    for (const text of ['vorrei segnalare un abuso', 'segnalo un abuso'])
      for (const id of ['RM1-024', 'RM1-136']) assert.ok(reasonOf(world, id, text), `${id} is not among the reasons`);
    assert.equal(said(world, 'RM1-136', 'routing').answer, 'si invita a scrivere all’ufficio stampa');
    assert.equal(world.judge('Vorrei presentare un reclamo sullo sportello').route?.office, SPECIFIC_OFFICE);
  });

  proof('RM1-138', 'the internal part is about personal profiles and messaging services', (world) => {
    const { purposes, audience } = said(world, 'RM1-138', 'purpose');
    assert.deepEqual(purposes, ['regole per i profili personali', 'cautele con i servizi di messaggistica']);
    assert.deepEqual(audience, ['dipendenti']);
    for (const kind of ['staff', 'messaging'] as const)
      assert.ok(
        world.blocks(kind).some(({ clause }) => clause.audience === 'internal'),
        kind,
      );
  });

  proof('RM1-147', 'the list of conduct rules is cut off, and none is made up', (world) => {
    const { force, what, use } = said(world, 'RM1-147', 'staff');
    assert.deepEqual([force, what, use], ['must', MISSING, 'personal']);
    assert.ok(isTruncated(world, 'RM1-147'));
  });

  proof('RM1-151', 'the accounts of services keep the general rules; the list of qualities is cut off', (world) => {
    const { force, what } = said(world, 'RM1-151', 'content');
    assert.deepEqual([force, what], ['must', MISSING]);
    assert.ok(isTruncated(world, 'RM1-151'));
    const general = world.blocks('content').filter(({ what: rule }) => covers(rule.channels, 'other'));
    assert.ok(general.some(({ clause, what: rule }) => clause.id === 'RM1-032' && rule.force === 'must-not'));
  });
});
