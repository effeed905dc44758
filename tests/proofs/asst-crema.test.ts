// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { isMissing } from '#policy';
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
import {
  isAsked,
  isRead,
  isTouched,
  listsWords,
  MISSING,
  PUBLIC,
  reasonsOf,
  type Shown,
  said,
  stays,
  touched,
} from './asking.ts';

const OFFICIAL = ['facebook', 'instagram', 'youtube'] as const;
const OFFICE = { channels: OFFICIAL, to: 'URP', where: 'all’Ufficio relazioni con il pubblico' };

/** Moderated: the clause is cited, hiding is proposed in its name and as a faculty, and it may ground either act. */
function mayGo(world: World, id: string, { item, as }: Shown): void {
  for (const channel of OFFICIAL) {
    const here = { ...item, channel };
    isTouched(world, id, { item: here, as, by: 'may-remove' });
    const { action, reasons } = world.judge(here).proposal;
    assert.equal(action, 'hide');
    assert.match(reasonsOf(world, id, here).join(), /può essere rimosso/);
    assert.ok(reasons.some(({ text }) => text.startsWith('La rimozione è una facoltà')));
    for (const act of ['hide', 'remove'] as const) assert.ok(world.grounds(act, here).includes(id));
  }
}

proofsOf('asst-crema', ({ proof }) => {
  proof('CRE-001', 'citizens read every purpose', (world) => {
    namesPurposes(world, 'CRE-001');
  });

  proof('CRE-003', 'exactly Facebook, Instagram and YouTube are official; the rest of them is missing', (world) => {
    assert.deepEqual([...world.policy.channels.keys()], OFFICIAL);
    for (const network of OFFICIAL) {
      const card = world.card(network);
      assert.deepEqual([card.state?.what, card.state?.clause.id], ['active', 'CRE-003']);
      const silent = ['handle', 'address', 'act', 'sharing', 'moderation', 'visitorPosts', 'replicatedFrom'];
      for (const property of [...silent, 'autoPublishing', 'embedding'])
        assert.deepEqual([card[property]?.what, card[property]?.clause.id], [MISSING, 'CRE-003'], property);
    }
    for (const channel of ['x', 'tiktok', 'linkedin'] as const)
      assert.ok(world.judge({ channel, text: 'Buongiorno' }).missing.some(({ what }) => what === 'other'));
    isRead(world, 'CRE-003', ['oggi Instagram, Facebook e YouTube']);
  });

  proof('CRE-006', 'comments, requests, questions and suggestions are collected on every channel', (world) => {
    opensComments(world, 'CRE-006', OFFICIAL);
    collects(world, 'CRE-006', {
      scope: 'dialogo con gli utenti',
      channels: OFFICIAL,
      texts: [
        'Io c’ero, gran bella giornata',
        'Potete pubblicare gli orari del bar?',
        'A che ora apre il punto prelievi il sabato?',
        'Suggerimento: mettete più posti a sedere in sala d’attesa',
      ],
    });
  });

  proof('CRE-007', 'texts, photos, infographics and videos may be published', (world) => {
    const { force, what, outcome } = said(world, 'CRE-007', 'content');
    assert.deepEqual([force, what, outcome], ['may', ['testi', 'foto', 'infografiche', 'video'], undefined]);
    isRead(world, 'CRE-007', ['testi, foto, infografiche e video propri']);
  });

  proof('CRE-011', 'reuse is free, the original channel is always credited, and no licence is invented', (world) => {
    isReusedWithCredit(world, 'CRE-011', ['sempre, con il nome del canale originale']);
    isRead(world, 'CRE-011', ['si possono riprodurre liberamente', 'sempre indicando il canale da cui vengono']);
  });

  proof('CRE-012', 'a real name is a wish: nobody breaks a rule by writing without', (world) => {
    wishesRealNames(world, 'CRE-012', 'Il parcheggio è troppo caro, firmato topolino77');
  });

  proof('CRE-020', 'from Monday to Friday, from half past eight to half past four', (world) => {
    const times = ['08:29', '08:30', '12:00', '16:29', '16:31'] as const;
    keepsOfficeHours(world, 'CRE-020', { channels: OFFICIAL, times, noon: '10:00' });
    const due = (at: string) => world.judge({ text: 'Bella iniziativa', at }).due;
    assert.equal(due('2026-01-16T16:29')?.at.toISOString(), '2026-01-16T15:30:00.000Z');
    assert.equal(due('2026-01-16T16:31')?.at.toISOString(), '2026-01-19T15:30:00.000Z');
    assert.equal(due('2026-01-16T16:31')?.reason.clause, 'CRE-020');
    assert.match(due('2026-01-06T09:00')?.reason.text ?? '', /la policy non parla dei giorni festivi/);
    assert.equal(due('2026-01-06T09:00')?.at.toISOString(), '2026-01-06T15:30:00.000Z', 'Epiphany, not excluded');
  });

  proof('CRE-023', 'each type of request has its own time, missing, and nothing is ever late by it', (world) => {
    answersWithinMissingTimes(world, 'CRE-023', { hours: 'CRE-020' });
  });

  proof('CRE-024', 'who asks for one’s own visit is a personal case, with general information only', (world) => {
    for (const text of [
      'Ho già prenotato, potete spostare la mia visita?',
      'Io aspetto da marzo la risonanza, a che punto è la mia pratica?',
    ]) {
      assert.ok(world.notice(text).some(({ category }) => category === 'personal-case'));
      isAsked(world, 'CRE-024', { item: { text }, as: 'personal-case' });
      assert.notEqual(world.judge(text).proposal.action, 'hide');
    }
    const templates = world.blocks('reply').filter(({ what }) => what.text !== undefined && !isMissing(what.text));
    assert.deepEqual(
      templates.map(({ clause, what }) => [clause.id, what.categories]),
      [['CRE-026', ['personal-case']]],
    );
    stays(world, 'CRE-024', 'Come si sposta una visita prenotata?');
  });

  proof('CRE-026', 'a personal case gets what is of interest to all, with a link to the site', (world) => {
    const text = 'Ho già prenotato, potete spostare la mia visita?';
    answersPersonalCases(world, 'CRE-026', { site: 'www.asst-crema.it', text, channels: OFFICIAL });
  });

  proof('CRE-027', 'private messages are not offered, whoever writes one is sent elsewhere', (world) => {
    const question = 'Buongiorno, a che ora apre il punto prelievi?';
    offersNoMessages(world, 'CRE-027', { channels: OFFICIAL, question });
  });

  proof('CRE-028', 'who asks to be called back is told of the public relations office', (world) => {
    callsNobodyBack(world, 'CRE-028', { ...OFFICE, ward: 'dal reparto' });
    stays(world, 'CRE-028', 'Chi chiamo per disdire una visita?');
  });

  proof('CRE-029', 'whatever cannot be dealt with here goes to an office whose address is missing', (world) => {
    const text = 'Ho presentato la domanda di esenzione, la mia pratica dov’è finita?';
    sendsElsewhere(world, 'CRE-029', { ...OFFICE, text });
  });

  proof('CRE-031', 'the netiquette has its section, with its rules in it', (world) => {
    const ids = ['CRE-031', 'CRE-032', 'CRE-033', 'CRE-035', 'CRE-036', 'CRE-038'] as const;
    hasNetiquette(world, ids, 'agli utenti');
  });

  proof('CRE-032', 'what is of private interest only is reminded of, and stays', (world) => {
    remindsOfInterest(world, 'CRE-032', 'Ragazzi, chi guarda la finale stasera?');
    stays(world, 'CRE-032', 'E il bar dell’ospedale quando riapre?');
  });

  proof('CRE-033', 'polite criticism raises nothing; an opinion without respect is only reminded of', (world) => {
    remindsOfRespect(world, 'CRE-033', {
      channels: OFFICIAL,
      polite: 'Non sono d’accordo con la chiusura del punto nascita, è una scelta pessima',
      rude: 'Chi difende questo ospedale dovrebbe tacere',
    });
  });

  proof('CRE-035', 'insults, foul language, threats and offences to dignity are not tolerated', (world) => {
    toleratesNoOffence(world, 'CRE-035', 'Guardate come cammina quel bambino, fa ridere');
    stays(world, 'CRE-035', 'Al telefono sono stati scortesi e sbrigativi');
  });

  proof('CRE-036', 'a third person named with a telephone number raises the flag', (world) => {
    isAsked(world, 'CRE-036', { item: { text: 'Il primario Tizio Caietti è al 333 0000000' }, as: 'personal-data' });
    stays(world, 'CRE-036', 'Ma un numero diretto del reparto non esiste?');
    protects(world, 'CRE-036', ['le persone di cui si parla']);
  });

  proof('CRE-037', 'a neighbour’s private life is nobody’s business, and only reminded of by this clause', (world) => {
    const item = { signals: ['private-facts'], text: 'Il mio vicino ha l’amante, lo sa tutto il paese' };
    isAsked(world, 'CRE-037', { item, as: 'private-facts' });
    stays(world, 'CRE-037', { signals: { 'private-facts': 0.3 }, text: 'Il primario va in pensione: è vero?' });
    protects(world, 'CRE-037', ['altre persone']);
  });

  proof('CRE-038', 'paid services, spam and illegal offers are not tolerated', (world) => {
    const advert = 'Lezioni private a 15 euro l’ora, scrivimi in privato';
    isAsked(world, 'CRE-038', { item: { text: advert }, as: 'commercial' });
    isAsked(world, 'CRE-038', { item: { text: 'Prestito veloce, scrivimi su whatsapp' }, as: 'spam' });
    isAsked(world, 'CRE-038', { item: { text: 'Procuro patenti senza esame' }, as: 'illegal' });
    stays(world, 'CRE-038', 'Le visite private costano 150 euro e le trovi subito, chissà perché');
  });

  proof('CRE-039', 'the reservation covers six things, as a faculty that needs a ground', (world) => {
    mayGo(world, 'CRE-039', { item: { signals: ['institution-decorum'] }, as: 'institution-decorum' });
    assert.deepEqual(world.grounds('remove', { signals: ['institution-decorum'] })[0], 'CRE-039');
    mayGo(world, 'CRE-039', { item: { text: 'Vendo erba dietro il parcheggio' }, as: 'illegal' });
    mayGo(world, 'CRE-039', { item: { text: 'Il primario Tizio Caietti prende mazzette' }, as: 'defamation' });
    mayGo(world, 'CRE-039', { item: { text: 'Che cazzo di ospedale è questo' }, as: 'vulgar' });
    for (const as of ['private-facts', 'dignity']) mayGo(world, 'CRE-039', { item: { signals: [as] }, as });
    stays(world, 'CRE-039', 'L’azienda ha gestito male i soldi pubblici e deve renderne conto');
    const whom = ['privacy altrui', 'dignità delle persone', 'decoro delle istituzioni', 'diritti delle minoranze'];
    const { protects } = said(world, 'CRE-039', 'rule');
    assert.deepEqual(protects, [...whom, 'diritti dei minori', 'libertà', 'uguaglianza']);
    isRead(world, 'CRE-039', whom);
  });

  proof('CRE-040', 'credentials and ways into a public system come before everything else', (world) => {
    const texts = [
      'Ecco la password del totem: Esempio123',
      'Ecco le credenziali del portale referti',
      'Le credenziali sono admin e Esempio123',
      'Entrate con utente e parola d’ordine uguali',
      'Il codice della porta è 0000',
      'C’è un exploit per il portale',
      'Con una sql injection si vede tutto',
      'Vi spiego come hackerare il sito',
      'Si può bucare il sito in due minuti',
    ];
    listsWords(world, 'CRE-040', texts);
    for (const text of texts) {
      mayGo(world, 'CRE-040', { item: { text }, as: 'accessi-divulgati' });
      assert.equal(world.judge(text).priority, 0);
      assert.match(
        reasonsOf(world, 'CRE-040', text).join(),
        /^Rischio per la sicurezza: accessi e falle dei sistemi: /,
      );
    }
    mayGo(world, 'CRE-040', { item: { signals: ['security'] }, as: 'security' });
    stays(world, 'CRE-040', 'La password del fascicolo non funziona, come la recupero?');
  });

  proof('CRE-041', 'six kinds of contents are moderated; the grounds of discrimination are not listed', (world) => {
    const alarm = 'L’acqua dell’ospedale è avvelenata, scappate tutti';
    for (const [as, text] of [
      ['alarmist', alarm],
      ['defamation', 'Il direttore Tizio Caietti si intasca i fondi'],
      ['discrimination', 'Gli stranieri sono tutti parassiti, fuori dal pronto soccorso'],
      ['insult', 'Quegli idioti dell’accettazione non sanno leggere'],
      ['obscene', 'Video porno gratis, entrate nel mio profilo'],
      ['illegal', 'Procuro patenti senza esame'],
    ] as const)
      mayGo(world, 'CRE-041', { item: { text }, as });
    stays(world, 'CRE-041', 'È vero che il reparto chiude? Nessuno ci dice niente');
    stays(world, 'CRE-041', 'Curate bene chi ha i soldi e gli altri aspettano, questa è la verità');
    assert.deepEqual(said(world, 'CRE-041', 'rule').grounds, MISSING);
  });

  proof('CRE-042', 'a party’s slogan is moderated, criticism of choices is not', (world) => {
    mayGo(world, 'CRE-042', { item: { text: 'Votate la Lista Esempio domenica' }, as: 'political' });
    stays(world, 'CRE-042', 'I tagli alla sanità si vedono tutti in questo pronto soccorso');
    stays(world, 'CRE-042', 'Votate il disegno più bello dei bambini in pediatria!');
  });

  proof('CRE-043', 'what a person found to breach another’s rights has this ground', (world) => {
    const item = { signals: ['third-party-rights'], text: 'Il video del concerto l’ho preso dal canale di un altro' };
    mayGo(world, 'CRE-043', { item, as: 'third-party-rights' });
    assert.equal(world.grounds('remove', item)[0], 'CRE-043');
    stays(world, 'CRE-043', 'Vi ho mandato una lettera e non mi avete risposto');
  });

  proof('CRE-044', 'the health of somebody is flagged as soon as it is read', (world) => {
    mayGo(world, 'CRE-044', { item: { text: 'mio figlio Marco ha il diabete' }, as: 'sensitive-data' });
    mayGo(world, 'CRE-044', { item: { text: 'La signora Semproni ha l’epatite' }, as: 'sensitive-data' });
    stays(world, 'CRE-044', 'Per l’epatite dove ci si vaccina?');
  });

  proof('CRE-045', 'the sale of a product is moderated', (world) => {
    const text = 'Vendo letto ortopedico a 199 euro, contattatemi in privato';
    mayGo(world, 'CRE-045', { item: { text }, as: 'commercial' });
    stays(world, 'CRE-045', 'In farmacia lo stesso esame costa la metà, spiegatemi');
  });

  proof('CRE-046', 'foul and violent language is moderated', (world) => {
    mayGo(world, 'CRE-046', { item: { text: 'Che cazzo di orari sono questi' }, as: 'vulgar' });
    mayGo(world, 'CRE-046', { item: { text: 'Guardatevi le spalle quando uscite' }, as: 'threat' });
    stays(world, 'CRE-046', 'Che diavolo di orari fate? Chi lavora non riesce mai a venire');
  });

  proof('CRE-047', 'the parking under a post on vaccination is off topic', (world) => {
    const post = 'Da lunedì si prenota il vaccino contro l’influenza';
    const item = { post, signals: ['off-topic'], text: 'Il parcheggio della stazione costa il doppio' };
    mayGo(world, 'CRE-047', { item, as: 'off-topic' });
    stays(world, 'CRE-047', { post, text: 'Lo stesso vale per gli esami del sangue?' });
  });

  proof('CRE-048', 'who provokes those who moderate is moderated', (world) => {
    for (const text of ['Chi modera questa pagina è un servo idiota', 'Il moderatore è un cretino'])
      mayGo(world, 'CRE-048', { item: { text }, as: 'disruption' });
    stays(world, 'CRE-048', 'Perché avete nascosto il mio commento? Non c’era niente di male');
    protects(world, 'CRE-048', ['chi gestisce i canali', 'chi li modera']);
  });

  proof('CRE-049', 'spam is moderated', (world) => {
    const text = 'Guadagna 500 euro al giorno da casa! Clicca qui: https://soldi-facili.example';
    mayGo(world, 'CRE-049', { item: { text }, as: 'spam' });
    stays(world, 'CRE-049', 'Il link per prenotare non funziona, ci provo da tre giorni');
  });

  proof('CRE-050', 'the same text by one author: from the second time on', (world) => {
    const text = 'Quando riapre l’ambulatorio di via Inventata?';
    stays(world, 'CRE-050', { text });
    for (const repeated of [1, 2]) mayGo(world, 'CRE-050', { item: { text, repeated }, as: 'repetition' });
  });

  proof('CRE-054', 'an address, a number or a mailbox may be removed, at a person’s choice', (world) => {
    for (const text of [
      'Scrivete a caia.semproni@posta.example, è la caposala',
      'Il mio cell è 347 0000001',
      'Sono Pinca Pallina, abito in via Inventata 12',
    ])
      mayGo(world, 'CRE-054', { item: { text }, as: 'personal-data' });
    stays(world, 'CRE-054', 'La visita costava 46,15 euro, ora 60: perché?');
    assert.deepEqual(said(world, 'CRE-054', 'rule').protects, ['persone interessate']);
  });

  proof('CRE-056', 'in public both clauses are cited, the one that moderates first', (world) => {
    const text = 'Mio cognato ha l’HIV e nessuno lo avvisa degli esami';
    for (const kind of PUBLIC) {
      const item = { kind, text };
      mayGo(world, 'CRE-056', { item, as: 'sensitive-data' });
      assert.deepEqual(
        world.judge(item).clauses.map(({ id }) => id),
        ['CRE-044', 'CRE-056'],
      );
      assert.deepEqual(world.grounds('hide', item).slice(0, 2), ['CRE-044', 'CRE-056']);
    }
    assert.deepEqual(touched(world, 'CRE-056', { kind: 'message', text }), []);
    mayGo(world, 'CRE-056', { item: { text: 'Il mio cell è 347 0000001' }, as: 'personal-data' });
  });

  proof('CRE-058', 'who says to be under eighteen is shown to a person, and nothing happens by itself', (world) => {
    const { age, below, accounts } = said(world, 'CRE-058', 'minors');
    assert.deepEqual([age, below, accounts], [18, 'not-allowed', 'all']);
    isRead(world, 'CRE-058', ['meno di 18 anni', 'va guardato da una persona']);
    const ages = [10, 11, 12, 13, 14, 15, 16, 17].map((years) => `Ho ${years} anni e mi piace la pagina`);
    const texts = [...ages, 'Sono minorenne, bella pagina', 'Faccio le medie, bella pagina'];
    listsWords(world, 'CRE-058', texts);
    for (const text of texts) {
      isAsked(world, 'CRE-058', { item: { text }, as: 'minorenne-che-scrive' });
      const { proposal, priority } = world.judge(text);
      assert.deepEqual([proposal.action, priority], ['none', 1]);
      assert.match(reasonsOf(world, 'CRE-058', text).join(), /^Intervento di chi dice di avere meno di 18 anni: /);
    }
    for (const years of [18, 40]) stays(world, 'CRE-058', `Ho ${years} anni e mi piace la pagina`);
  });

  proof('CRE-059', 'reports on this policy have their mailbox, which nobody’s data are', (world) => {
    const { purposes, address } = said(world, 'CRE-059', 'contact');
    assert.deepEqual([purposes, address], [['segnalazioni sui contenuti della policy'], 'comunicazione@asst-crema.it']);
    const section = world.page().sections.find(({ title }) => title === 'Contatti');
    assert.ok(section?.clauses.some(({ id }) => id === 'CRE-059'));
    isRead(world, 'CRE-059', ['comunicazione@asst-crema.it', 'segnalazioni sui contenuti della policy']);
    assert.deepEqual(world.judge('Si scrive a comunicazione@asst-crema.it anche il sabato').clauses, []);
  });
});
