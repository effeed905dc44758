// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { NETWORKS } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import {
  answersPersonalCases,
  answersWithinMissingTimes,
  callsNobodyBack,
  collects,
  hasNetiquette,
  isReusedWithCredit,
  keepsOfficeHours,
  namesPurposes,
  offersNoMessages,
  opensComments,
  protects,
  remindsOfInterest,
  remindsOfRespect,
  sendsElsewhere,
  toleratesNoOffence,
  wishesRealNames,
} from './alike.ts';
import { isAsked, isRead, isTouched, MISSING, PUBLIC, reasonsOf, type Shown, said, stays, touched } from './asking.ts';

const OFFICES = 'uffici relazioni con il pubblico';
const OFFICE = { channels: NETWORKS, to: OFFICES, where: `agli ${OFFICES}` };

/** It can only be removed: the clause leads the proposal, nothing milder is proposed, and it grounds the act. */
function mustGo(world: World, id: string, { item, as }: Shown): void {
  for (const channel of NETWORKS) {
    const here = { ...item, channel };
    isTouched(world, id, { item: here, as, by: 'must-remove' });
    assert.equal(world.judge(here).proposal.action, 'remove');
    assert.match(reasonsOf(world, id, here).join(), /va rimosso/);
    assert.ok(world.grounds('remove', here).includes(id));
  }
}

proofsOf('ats-milano', ({ proof }) => {
  proof('MIL-001', 'citizens read every purpose', (world) => {
    namesPurposes(world, 'MIL-001');
  });

  proof('MIL-003', 'no network is named, none is taken for granted, and the list is told as missing', (world) => {
    const silent = ['state', 'handle', 'address', 'act', 'sharing', 'moderation', 'visitorPosts'];
    for (const network of NETWORKS)
      for (const property of [...silent, 'replicatedFrom', 'autoPublishing', 'embedding']) {
        const { what, clause } = world.card(network)[property] ?? {};
        assert.deepEqual([what, clause?.id], [MISSING, 'MIL-003'], `${network}: ${property}`);
      }
    assert.equal(said(world, 'MIL-003', 'defect').of, 'missing-datum');
    isRead(world, 'MIL-003', ['Quali siano, il testo non lo dice', 'dato mancante']);
    assert.ok(!/Facebook|Instagram|YouTube|LinkedIn|TikTok|Threads/.test(world.markup()));
  });

  proof('MIL-004', 'comments, requests, questions and suggestions are collected wherever the agency is', (world) => {
    opensComments(world, 'MIL-004', NETWORKS);
    collects(world, 'MIL-004', {
      scope: 'dialogo con i cittadini',
      channels: NETWORKS,
      texts: [
        'Io c’ero, gran bella giornata',
        'Potete ripubblicare l’elenco dei punti vaccinali?',
        'Dove si fa il vaccino contro l’influenza?',
        'Suggerimento: un calendario unico degli ambulatori sarebbe comodissimo',
      ],
    });
  });

  proof('MIL-005', 'seven types of content; what is outside them is told to a person', (world) => {
    const { force, what, outcome } = said(world, 'MIL-005', 'content');
    const types = [
      'attività e servizi',
      'novità normative',
      'pubblicazioni',
      'iniziative ed eventi del settore',
      'comunicazioni di servizio',
      'immagini',
      'video istituzionali',
    ];
    assert.deepEqual([force, what, outcome], ['may', types, 'advise']);
    isRead(world, 'MIL-005', types);
  });

  proof('MIL-006', 'reuse is free, the original channel is credited by a tag, and no licence is invented', (world) => {
    isReusedWithCredit(world, 'MIL-006', ['con un tag del canale originale, dove è possibile']);
    isRead(world, 'MIL-006', ['sempre indicando il canale da cui vengono in origine, con un tag dove si può']);
  });

  proof('MIL-010', 'a real name is a wish: nobody breaks a rule by writing without', (world) => {
    wishesRealNames(world, 'MIL-010', 'Il modulo è troppo lungo, firmato paperina80');
  });

  proof('MIL-018', 'from Monday to Friday, from ten to five', (world) => {
    const times = ['09:59', '10:00', '13:00', '16:59', '17:01'] as const;
    keepsOfficeHours(world, 'MIL-018', { channels: NETWORKS, times, noon: '12:00' });
    const due = (at: string) => world.judge({ text: 'Bella iniziativa', at }).due;
    assert.equal(due('2026-01-14T09:59')?.at.toISOString(), '2026-01-14T16:00:00.000Z');
    assert.equal(due('2026-01-14T17:01')?.at.toISOString(), '2026-01-15T16:00:00.000Z');
    assert.equal(due('2026-01-14T17:01')?.reason.clause, 'MIL-018');
    assert.match(due('2026-01-06T11:00')?.reason.text ?? '', /la policy non parla dei giorni festivi/);
    assert.equal(due('2026-01-06T11:00')?.at.toISOString(), '2026-01-06T16:00:00.000Z', 'Epiphany, not excluded');
  });

  proof('MIL-022', 'each type of request has its own time, missing, and nothing is ever late by it', (world) => {
    answersWithinMissingTimes(world, 'MIL-022', { hours: 'MIL-018' });
  });

  proof('MIL-023', 'whoever answers has words for a first information and for where to ask more', (world) => {
    const { by, text, ways } = said(world, 'MIL-023', 'reply');
    const notice = `È una prima informazione: per saperne di più può rivolgersi al contact center o agli ${OFFICES}.`;
    assert.deepEqual([by, text], ['staff', notice]);
    const question = 'Dove si fa il vaccino contro l’influenza?';
    assert.equal(world.judge(question).proposal.action, 'answer');
    assert.deepEqual(reasonsOf(world, 'MIL-023', question), [
      'Come si risponde: informazione di primo livello; indicazione del contact center, degli uffici relazioni con il pubblico o di un altro canale informativo.',
    ]);
    assert.ok(world.grounds('reply', question).includes('MIL-023'));
    assert.ok(Array.isArray(ways) && ways.length === 2);
    isRead(world, 'MIL-023', [notice, 'prima informazione', 'contact center']);
  });

  proof('MIL-026', 'a personal case gets what is of interest to all, with a link to the site', (world) => {
    const text = 'Io aspetto da marzo il rimborso, potete guardare la mia pratica?';
    answersPersonalCases(world, 'MIL-026', { site: 'www.ats-milano.it', text, channels: NETWORKS });
  });

  proof('MIL-027', 'private messages are not offered, whoever writes one is sent elsewhere', (world) => {
    const question = 'Buongiorno, a che ora apre il centro vaccinale?';
    offersNoMessages(world, 'MIL-027', { channels: NETWORKS, question });
  });

  proof('MIL-028', 'who asks to be called back is told of the public relations offices', (world) => {
    callsNobodyBack(world, 'MIL-028', { ...OFFICE, ward: 'dall’ufficio' });
    stays(world, 'MIL-028', 'Chi chiamo per disdire lo screening?');
  });

  proof('MIL-029', 'whatever cannot be dealt with here goes to offices whose addresses are missing', (world) => {
    const text = 'Ho presentato la domanda di invalidità, la mia pratica dov’è finita?';
    sendsElsewhere(world, 'MIL-029', { ...OFFICE, text });
  });

  proof('MIL-031', 'the netiquette has its section, with its rules in it', (world) => {
    const ids = ['MIL-031', 'MIL-032', 'MIL-033', 'MIL-035', 'MIL-036', 'MIL-038'] as const;
    hasNetiquette(world, ids, 'ai cittadini');
  });

  proof('MIL-032', 'what is of private interest only is reminded of, and stays', (world) => {
    remindsOfInterest(world, 'MIL-032', 'Che noia la partita di ieri, chi l’ha vista?');
    stays(world, 'MIL-032', 'E le zanzare in periferia chi le combatte?');
  });

  proof('MIL-033', 'polite criticism raises nothing; an opinion without respect is only reminded of', (world) => {
    remindsOfRespect(world, 'MIL-033', {
      channels: NETWORKS,
      polite: 'Non sono d’accordo con la chiusura del consultorio, è una scelta pessima',
      rude: 'Chi si fida ancora di voi dovrebbe tacere',
    });
  });

  proof('MIL-035', 'two pieces of the source are one rule, which notices each of the four things', (world) => {
    assert.deepEqual(said(world, 'MIL-035', 'rule').categories, ['insult', 'vulgar', 'threat', 'dignity']);
    assert.equal(said(world, 'MIL-035', 'defect').of, 'typo');
    assert.equal(world.clause('MIL-035')?.clause.prose.length, 1);
    toleratesNoOffence(world, 'MIL-035', 'Guardate come parla quel ragazzo, fa ridere');
    stays(world, 'MIL-035', 'Impreparati, ecco cosa siete stati su questa vicenda');
  });

  proof('MIL-036', 'a third person’s telephone number raises the flag', (world) => {
    const text = 'La dottoressa Pinca Pallina la trovate al 333 0000000';
    isAsked(world, 'MIL-036', { item: { text }, as: 'personal-data' });
    stays(world, 'MIL-036', 'Possibile che non esista un numero dove rispondano?');
    protects(world, 'MIL-036', ['le persone di cui si parla']);
  });

  proof('MIL-037', 'the private life of a named person is only reminded of by this clause', (world) => {
    const text = 'Il medico Tizio Semproni è distratto perché sta divorziando';
    isAsked(world, 'MIL-037', { item: { text, signals: ['private-facts'] }, as: 'private-facts' });
    stays(world, 'MIL-037', { signals: { 'private-facts': 0.3 }, text: 'Il direttore va in pensione: è vero?' });
    protects(world, 'MIL-037', ['altre persone']);
  });

  proof('MIL-038', 'a link that pays who spreads it is advertising; spam and illegal offers too', (world) => {
    const referral = 'Sconto con il mio codice, iscriviti su https://bonus.example/invito=12';
    isAsked(world, 'MIL-038', { item: { text: referral }, as: 'commercial' });
    isAsked(world, 'MIL-038', { item: { text: 'Prestito veloce, scrivimi su whatsapp' }, as: 'spam' });
    isAsked(world, 'MIL-038', { item: { text: 'Procuro patenti senza esame' }, as: 'illegal' });
    stays(world, 'MIL-038', 'Le mascherine ve le siete fatte pagare il triplo, i giornali lo hanno scritto');
  });

  proof('MIL-039', 'a party’s slogan can only be removed', (world) => {
    mustGo(world, 'MIL-039', { item: { text: 'Votate la Lista Esempio domenica' }, as: 'political' });
    stays(world, 'MIL-039', 'Chi decide questi tagli dovrebbe provare a fare la fila con noi');
    stays(world, 'MIL-039', 'Votate il disegno più bello della scuola!');
  });

  proof('MIL-040', 'a threat and foul language can only be removed', (world) => {
    mustGo(world, 'MIL-040', { item: { text: 'Guardatevi le spalle quando uscite' }, as: 'threat' });
    mustGo(world, 'MIL-040', { item: { text: 'Che cazzo di orari sono questi' }, as: 'vulgar' });
    stays(world, 'MIL-040', 'Ma vi rendete conto? È una presa in giro');
    stays(world, 'MIL-040', 'Ve la faccio pagare in tribunale, con l’avvocato');
  });

  proof('MIL-041', 'an invitation to forge a certificate goes once confirmed, as unlawful offers do', (world) => {
    const text = 'Falsificate il certificato, basta copiare il timbro: fatelo tutti';
    mustGo(world, 'MIL-041', { item: { text, signals: ['incitement'] }, as: 'incitement' });
    mustGo(world, 'MIL-041', { item: { text: 'Andiamo tutti lì e bruciamogli la sede' }, as: 'incitement' });
    mustGo(world, 'MIL-041', { item: { text: 'Vendo certificati medici falsi' }, as: 'illegal' });
    stays(world, 'MIL-041', 'Andiamo tutti in piazza sabato a farci sentire');
  });

  proof(
    'MIL-042',
    'a false alarm goes as alarming or deceptive, and so do offences and what wrongs others',
    (world) => {
      const alarm = { text: 'L’acqua è avvelenata, scappate tutti: ve lo nascondono, condividete tutti' };
      mustGo(world, 'MIL-042', { item: alarm, as: 'alarmist' });
      const hidden = { text: 'Vi nascondono la verità, condividete prima che lo cancellino' };
      mustGo(world, 'MIL-042', { item: hidden, as: 'misleading' });
      mustGo(world, 'MIL-042', { item: { text: 'Quegli idioti dello sportello' }, as: 'insult' });
      mustGo(world, 'MIL-042', { item: { signals: ['third-party-rights'] }, as: 'third-party-rights' });
      stays(world, 'MIL-042', 'L’aria in città fa paura, i dati delle centraline parlano chiaro');
    },
  );

  proof(['MIL-043', 'MIL-052'], 'of the duty and the faculty to remove, the duty wins and both are cited', (world) => {
    for (const text of ['Il mio numero è 333 0000000', 'Scrivete a caia.semproni@posta.example, è lei che firma']) {
      mustGo(world, 'MIL-043', { item: { text }, as: 'personal-data' });
      isTouched(world, 'MIL-052', { item: { text }, as: 'personal-data', by: 'may-remove' });
      assert.deepEqual(world.grounds('remove', text).slice(0, 2), ['MIL-043', 'MIL-052']);
      for (const id of ['MIL-043', 'MIL-052']) assert.equal(reasonsOf(world, id, text).length, 1);
    }
    for (const id of ['MIL-043', 'MIL-052']) {
      stays(world, id, 'Ho chiamato il contact center quattro volte, sempre occupato');
      assert.equal(said(world, id, 'defect').of, 'contradiction');
    }
    assert.deepEqual(said(world, 'MIL-052', 'rule').protects, ['persone interessate']);
  });

  proof('MIL-044', 'a false accusation against a named doctor can only be removed', (world) => {
    const text = 'Il dottor Tizio Semproni ha falsificato i tamponi';
    mustGo(world, 'MIL-044', { item: { text }, as: 'defamation' });
    stays(world, 'MIL-044', 'La gestione degli appalti non è stata trasparente, pubblicate gli atti');
  });

  proof('MIL-045', 'an offer of drugs can only be removed', (world) => {
    mustGo(world, 'MIL-045', { item: { text: 'Vendo cocaina in zona stazione' }, as: 'illegal' });
    stays(world, 'MIL-045', 'Lo spaccio davanti alla scuola continua, che cosa fate?');
  });

  proof('MIL-046', 'what is obscene goes, in words or in a picture that a person has seen', (world) => {
    mustGo(world, 'MIL-046', { item: { text: 'Video porno gratis, entrate nel mio profilo' }, as: 'obscene' });
    mustGo(world, 'MIL-046', { item: { text: 'Guardate', media: true, signals: ['obscene'] }, as: 'obscene' });
    stays(world, 'MIL-046', 'Trovo osceno che si tagli sulla prevenzione');
  });

  proof('MIL-048', 'who discriminates goes, on one of the ten grounds that the clause lists', (world) => {
    mustGo(world, 'MIL-048', {
      item: { text: 'Gli stranieri sono tutti parassiti, fuori dagli ambulatori' },
      as: 'discrimination',
    });
    stays(world, 'MIL-048', 'Perché gli opuscoli non sono anche in arabo e in cinese?');
    const grounds = ['genere', 'razza', 'etnia', 'lingua', 'credo religioso', 'opinioni politiche'];
    const others = ['orientamento sessuale', 'età', 'condizioni personali', 'condizioni sociali'];
    assert.deepEqual(said(world, 'MIL-048', 'rule').grounds, [...grounds, ...others]);
    isRead(world, 'MIL-048', [...grounds, ...others]);
  });

  proof('MIL-053', 'the page on privacy has no address, and none is made up', (world) => {
    const { purposes, address } = said(world, 'MIL-053', 'contact');
    assert.deepEqual([purposes, address], [['Privacy Policy'], MISSING]);
    assert.deepEqual(said(world, 'MIL-053', 'privacy').notice, MISSING);
    assert.equal(said(world, 'MIL-053', 'defect').of, 'missing-datum');
    isRead(world, 'MIL-053', ['Privacy Policy', 'dato mancante']);
    assert.ok(!/href="#"|href=""/.test(world.markup()));
  });

  proof('MIL-055', 'the health of somebody is flagged in public, and removal is offered', (world) => {
    for (const kind of PUBLIC) {
      const item = { kind, text: 'La vicina del terzo piano ha l’epatite, state attenti' };
      isTouched(world, 'MIL-055', { item, as: 'sensitive-data', by: 'may-remove' });
      assert.equal(world.judge(item).proposal.action, 'hide');
      for (const act of ['hide', 'remove'] as const) assert.ok(world.grounds(act, item).includes('MIL-055'));
    }
    const data = { text: 'Il mio numero è 333 0000000' };
    isTouched(world, 'MIL-055', { item: data, as: 'personal-data', by: 'may-remove' });
    assert.deepEqual(touched(world, 'MIL-055', { ...data, kind: 'message' }), []);
    stays(world, 'MIL-055', 'Per chi ha l’epatite i controlli restano gratuiti?');
  });

  proof('MIL-057', 'both reference texts are named, and both addresses are missing', (world) => {
    const texts = world.blocks('reference').filter(({ clause }) => clause.id === 'MIL-057');
    assert.deepEqual(
      texts.map(({ what: { act, address } }) => [act, address]),
      [
        ['Privacy Policy dell’agenzia', MISSING],
        ['note legali dell’agenzia', MISSING],
      ],
    );
    assert.equal(world.shown('MIL-057').split('dato mancante').length - 1, 2);
  });

  proof('MIL-059', 'for the agency’s general accounts no rule on minors is stated', (world) => {
    const scopes = world.blocks('minors').map(({ what }) => what.accounts);
    assert.ok(scopes.every((accounts) => accounts === 'for-young'));
    for (const channel of NETWORKS) stays(world, 'MIL-058', { channel, text: 'Ho 15 anni e mi piace la pagina' });
    assert.deepEqual(world.judge('Ho 15 anni e mi piace la pagina').clauses, []);
    isRead(world, 'MIL-059', ['per gli altri account il testo non dice nulla']);
  });

  proof('MIL-060', 'accounts are general or for the young, which need a project and who answers for it', (world) => {
    const accounts = world.blocks('account').filter(({ clause }) => clause.id === 'MIL-060');
    assert.deepEqual(
      accounts.map(({ what: { sort, asks } }) => [sort, asks]),
      [
        [['generali'], undefined],
        [['tematici per giovani'], ['il progetto', 'l’istituzione responsabile del progetto']],
      ],
    );
    assert.deepEqual(world.blocks('account'), accounts, 'there are no other kinds');
    isRead(world, 'MIL-060', ['account tematici per i più giovani', 'progetti con scuole, enti locali']);
  });
});
