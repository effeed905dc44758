// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { checkDraft, type Entry, mediaLacks, tellableWords } from '#editorial';
import { type Grounds, type MediaUse, NO_GROUNDS } from '#editorial/contract';
import { mayShow, type NetworkName, showingExceptions, showingTerms } from '#policy';
import { proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { MISSING, said } from './asking.ts';

// What a policy wants before people, places and others' materials are shown, as the desk holds a draft against it.

const DAY = '2026-03-10';
const BEFORE = '2026-03-01';
const AFTER = '2026-03-11';

const entry = (more: Partial<Entry> = {}): Entry => ({
  ...{ id: randomUUID(), subject: randomUUID(), kind: 'person', age: 'adult', covers: ['image', 'name', 'data'] },
  ...{ purposes: ['events'], channels: ['facebook'], givenOn: BEFORE, from: BEFORE, until: null, form: 'written' },
  ...{ release: 'given', basis: 'consent', oneParentExplained: false, hasPaper: true, withdrawnOn: null },
  ...{ erased: false, signatures: [{ by: 'self', on: BEFORE }] },
  ...more,
});
const ofPremises = (more: Partial<Entry> = {}): Entry =>
  entry({ kind: 'premises', age: null, signatures: [{ by: 'premises', on: BEFORE }], ...more });

const OWN = { rights: 'own', premises: false, minors: 0, purpose: 'events' } as const;

/** The clauses that keep a picture from going out on Facebook, in their order. */
function stoppedBy({ policy }: World, grounds: Partial<Grounds>, entries: readonly Entry[] = []): (string | null)[] {
  const use: MediaUse = {
    ...{ media: randomUUID(), alt: 'La sala.', licence: '', people: '' },
    grounds: { ...NO_GROUNDS, ...OWN, bases: entries.map(({ id }) => id), ...grounds },
  };
  const channels: readonly { network: NetworkName; account: string }[] = [
    { network: 'facebook', account: randomUUID() },
  ];
  const ledger = new Map(entries.map((one) => [one.id, one]));
  return mediaLacks(use, { policy, entries: ledger, day: DAY, channels }).map(({ clause }) => clause);
}

proofsOf('il-mosaico', ({ proof }) => {
  proof('MOS-089', 'a picture stops where people can be recognised, or nobody said whether', (world) => {
    assert.deepEqual(stoppedBy(world, { seen: 0 }), [], 'nobody is seen');
    assert.deepEqual(stoppedBy(world, { seen: null }), ['MOS-089'], 'nobody has said');
    assert.deepEqual(stoppedBy(world, { seen: 1 }), ['MOS-089'], 'without consents');
    assert.deepEqual(stoppedBy(world, { seen: 3, minors: 1 }), ['MOS-089', 'MOS-089']);
    const { force, what, asks, categories, seeks, check, outcome } = said(world, 'MOS-089', 'content');
    assert.deepEqual([force, check, outcome], ['must-not', 'person', 'block']);
    assert.deepEqual(what, ['immagini, video o altri materiali che rendono riconoscibili le persone ritratte']);
    assert.deepEqual(asks, ['se le persone ritratte sono riconoscibili', 'i consensi scritti (MOS-090)']);
    assert.deepEqual([categories, seeks], [['identifiable-media'], ['minor', 'named-without-basis']]);
  });

  proof('MOS-090', 'of two people both consents, in writing and before: one is not enough', (world) => {
    const [one, other] = [entry(), entry()];
    assert.deepEqual(stoppedBy(world, { seen: 2 }, [one]), ['MOS-090']);
    assert.deepEqual(stoppedBy(world, { seen: 2 }, [one, other]), []);
    assert.deepEqual(stoppedBy(world, { seen: 2 }, [one, { ...one, id: randomUUID() }]), ['MOS-090'], 'of one person');
    for (const wrong of [{ form: 'explicit' }, { release: 'missing' }, { givenOn: AFTER }, { until: BEFORE }] as const)
      assert.deepEqual(stoppedBy(world, { seen: 2 }, [one, entry(wrong)]), ['MOS-090', 'MOS-090']);
    const { of, form, shows, applies } = said(world, 'MOS-090', 'consent');
    assert.deepEqual([of, form, applies], [['ogni persona riconoscibile'], 'written', 'staff']);
    assert.deepEqual(shows, ['immagini', 'video', 'altri contenuti multimediali']);
    assert.deepEqual(showingTerms(world.policy).people?.clause, 'MOS-090');
    const { act, norm, cited } = said(world, 'MOS-090', 'reference');
    assert.deepEqual([act, norm, cited], ['regolamento (UE) 2016/679', 'UE 2016/679', 'GDPR 679/2016']);
  });

  proof('MOS-088', 'personal data stop a draft until a consent dated before it goes out is attached', (world) => {
    const { policy } = world;
    const text = 'Per i laboratori chiamate Dario Inventini al 333 1234567.';
    const blocked = (entries: readonly Entry[]): boolean => {
      const told = entries.map((one) => ({ entry: one, name: 'Dario Inventini', data: ['333 1234567'] }));
      const channels = [{ network: 'facebook', account: randomUUID() }] as const;
      const consented = tellableWords(told, { policy, day: DAY, channels });
      return checkDraft({ text, network: 'facebook', consented }, policy).some(({ severity }) => severity === 'block');
    };
    assert.equal(blocked([]), true);
    assert.equal(blocked([entry()]), false);
    assert.equal(blocked([entry({ form: 'verbal' })]), false, 'in whatever form: the clause does not say');
    assert.equal(blocked([entry({ givenOn: AFTER })]), true, 'collected afterwards');
    assert.equal(blocked([entry({ withdrawnOn: BEFORE })]), true);
    assert.equal(blocked([entry({ covers: ['image'] })]), true);
    const { of, form, shows, applies } = said(world, 'MOS-088', 'consent');
    assert.deepEqual([of, form, shows, applies], [['l’interessato'], MISSING, ['dati personali'], 'staff']);
    assert.deepEqual(showingTerms(policy).data, { of: 'l’interessato', form: null, clause: 'MOS-088' });
  });

  proof('MOS-108', 'a photo of premises with guests is not allowed without whoever is in it', (world) => {
    const { policy } = world;
    const shows = ['locali', 'personale', 'ospiti', 'utenti'];
    for (const one of shows) {
      const { allowed, lacking } = mayShow(policy, { shows: [one], given: [] });
      assert.deepEqual([allowed, lacking.map(({ clause }) => clause)], [false, ['MOS-108']], one);
    }
    const [of, other] = ['le persone coinvolte', 'il responsabile'];
    const with_ = (given: Parameters<typeof mayShow>[1]['given']) =>
      mayShow(policy, { shows: ['locali', 'ospiti'], given }).allowed;
    assert.equal(with_([]), false);
    assert.equal(with_([{ of: other, form: 'explicit' }]), false);
    assert.equal(with_([{ of, form: 'verbal' }]), false);
    assert.equal(with_([{ of, form: 'explicit' }]), true);
    assert.equal(said(world, 'MOS-108', 'consent').applies, 'staff');
    const { force, what, use } = said(world, 'MOS-108', 'staff');
    assert.deepEqual([force, use], ['must-not', 'personal']);
    assert.deepEqual(what, ['pubblicare foto e video di locali, personale, ospiti o utenti senza autorizzazione']);
  });

  proof('MOS-036', 'materials of unknown rights, or of others with conditions, stop', (world) => {
    for (const rights of ['unknown', 'third-party', null] as const)
      assert.deepEqual(stoppedBy(world, { seen: 0, rights }), ['MOS-036'], String(rights));
    assert.deepEqual(stoppedBy(world, { seen: 0, rights: 'public-domain' }), []);
    const licensed = { seen: 0, rights: 'creative-commons', licence: 'CC BY 4.0', holder: 'Studio Inventato' } as const;
    assert.deepEqual(stoppedBy(world, licensed), []);
    assert.deepEqual(stoppedBy(world, { ...licensed, holder: '' }), ['MOS-036'], 'nobody to credit');
    const { force, what, asks, seeks, check, outcome } = said(world, 'MOS-036', 'content');
    assert.deepEqual([force, check, outcome, seeks], ['must', 'machine', 'block', ['rights-missing']]);
    assert.deepEqual(what, ['foto, video e altri materiali della cooperativa, oppure liberi da vincoli e licenze']);
    assert.deepEqual(asks, ['di chi è il materiale', 'la licenza']);
    const { of, how } = said(world, 'MOS-036', 'licence');
    assert.deepEqual([of, how], ['others', ['soltanto se liberi da vincoli e licenze']]);
  });

  proof('MOS-087', 'what somebody else holds the rights of stops without a licence', (world) => {
    const agency = { seen: 0, holder: 'Agenzia Inventata' } as const;
    assert.deepEqual(stoppedBy(world, { ...agency, rights: 'own' }), ['MOS-087']);
    assert.deepEqual(stoppedBy(world, { ...agency, rights: null }), ['MOS-087']);
    assert.deepEqual(stoppedBy(world, { ...agency, rights: 'licensed' }), ['MOS-087'], 'and no paper');
    assert.deepEqual(stoppedBy(world, { ...agency, rights: 'licensed', proof: 'contratto 12/2026' }), []);
    assert.deepEqual(stoppedBy(world, { seen: 0, holder: 'Il Mosaico servizi ETS' }), [], 'the body itself');
    const { force, what, asks, categories, check, outcome } = said(world, 'MOS-087', 'content');
    assert.deepEqual([force, check, outcome, categories], ['must-not', 'person', 'block', ['copyright']]);
    assert.deepEqual(what, ['materiale protetto dal diritto d’autore']);
    assert.deepEqual(asks, ['di chi sono i diritti', 'la licenza']);
    const { of, reuse } = said(world, 'MOS-087', 'licence');
    assert.deepEqual([of, reuse], ['others', 'forbidden']);
  });

  proof('MOS-086', 'an attachment for inside only stops', (world) => {
    assert.deepEqual(stoppedBy(world, { seen: 0, internal: false }), []);
    const use = { ...{ media: randomUUID(), alt: 'Il modulo.', licence: '', people: '' } };
    const around = { policy: world.policy, entries: new Map(), day: DAY, channels: [] };
    const lacks = mediaLacks({ ...use, grounds: { ...NO_GROUNDS, ...OWN, seen: 0, internal: true } }, around);
    assert.equal(lacks.length, 1);
    assert.ok(
      lacks.some(({ what, clause }) => clause === 'MOS-086' || what.includes('MOS-086')),
      JSON.stringify(lacks),
    );
    const { force, what, seeks, check, outcome } = said(world, 'MOS-086', 'content');
    assert.deepEqual([force, check, outcome, seeks], ['must-not', 'person', 'block', ['reserved-act']]);
    assert.deepEqual(what, ['materiali aziendali', 'informazioni riservate']);
  });
});

proofsOf('regione-calabria', ({ proof }) => {
  proof('CAL-054', 'people authorised it and the place did not: it stops', (world) => {
    const person = entry();
    assert.deepEqual(stoppedBy(world, { seen: 1, premises: true }, [person]), ['CAL-054']);
    assert.deepEqual(stoppedBy(world, { seen: 1, premises: true }, [person, ofPremises()]), []);
    assert.deepEqual(stoppedBy(world, { seen: 1, premises: true }, [ofPremises()]), ['CAL-054'], 'the place alone');
    assert.deepEqual(stoppedBy(world, { seen: 1, premises: null }, [person]), ['CAL-054'], 'nobody has said');
    const spoken = ofPremises({ form: 'verbal' });
    assert.deepEqual(stoppedBy(world, { seen: 1, premises: true }, [person, spoken]), ['CAL-054', 'CAL-054']);
    const [event] = showingExceptions(world.policy);
    const public_ = { seen: 4, premises: true, circumstance: event?.words ?? '', event: 'Fiera del lavoro 2026' };
    assert.deepEqual(stoppedBy(world, public_), [], 'a public event (CAL-055)');
    assert.deepEqual(stoppedBy(world, { ...public_, event: '' }).length > 0, true, 'and nobody says which');
    assert.notDeepEqual(stoppedBy(world, { ...public_, minors: 1 }), [], 'children are asked of all the same');
    const { of, form, shows, applies } = said(world, 'CAL-054', 'consent');
    assert.deepEqual([of, form, applies], [['strutture coinvolte', 'persone coinvolte'], 'explicit', 'staff']);
    assert.deepEqual(shows, ['foto', 'video', 'altri materiali multimediali']);
    assert.equal(showingTerms(world.policy).premises?.clause, 'CAL-054');
    assert.equal(showingTerms(world.policy).people?.clause, 'CAL-054');
  });
});
