// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import type { ConsentDetail, NewConsent } from './contract.ts';
import { dayInRome } from './reading.ts';
import { keyOf, newKey, rowOfSigner, rowOfSubject, sealWords } from './sealing.ts';
import { codeOf } from './standing.ts';
import { choiceOf, insertConsent, insertSignatures, insertSubject, lockSubject, storedByIds } from './store.ts';
import { detailIn } from './view.ts';

/**
 * Enters a ground for showing somebody, a place or an occasion; sent twice it is entered once. It may still lack signatures or
 * its paper: it is then good for nothing. Throws CONSENT_INCOMPLETE, CONSENT_NOT_FOUND, CONSENT_WITHDRAWN.
 */
export async function enterConsent(
  ports: EditorialPorts,
  { body, actor }: Acting,
  entry: NewConsent,
): Promise<ConsentDetail> {
  return ports.database.inBody(body, async (tx) => {
    if ((await storedByIds(tx, [entry.id])).length > 0) return detailIn(ports, tx, { body, actor, id: entry.id });
    const now = ports.clock.now();
    const isPublic = (await choiceOf(tx, body))?.kind !== 'private';
    const [missing] = missingOf(entry, { today: dayInRome(now), isPublic });
    if (missing !== undefined) throw editorialError('CONSENT_INCOMPLETE', missing);
    const { id: subject, key, kind } = await subjectOf(ports, tx, { body, entry, at: now });
    if (kind !== entry.kind) throw editorialError('CONSENT_INCOMPLETE', 'la voce è di un altro tipo');
    const { releaseWhy, basisNote, aloneWhy, data, reference } = entry;
    const isNew = await insertConsent(tx, {
      ...{ id: entry.id, body, subject_id: subject, age: entry.kind === 'person' ? entry.age : null },
      ...{ covers: entry.covers, purposes: entry.purposes, channels: entry.channels },
      ...{ given_on: entry.givenOn, valid_from: entry.from, valid_until: entry.until, form: entry.form },
      ...{ release: entry.release, basis: entry.basis, one_parent_explained: told(aloneWhy) },
      ...{ has_reference: told(reference), written_by: actor.id, written_by_name: actor.name, at: now },
      sealed: sealWords(key, { releaseWhy, basisNote, aloneWhy, data, reference }, entry.id),
    });
    // Somebody's entry of another body has that id: nothing of it is said.
    if (!isNew) throw editorialError('CONSENT_NOT_FOUND');
    await insertSignatures(
      tx,
      entry.signatures.map(({ by, name, on }, nth) => ({
        ...{ consent_id: entry.id, body, nth, by, signed_on: on },
        sealed: sealWords(key, name, rowOfSigner(entry.id, nth)),
      })),
    );
    await record(tx, body, now, {
      kind: 'editorial.consent-entered',
      subject: entry.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Registrata una base per mostrare persone o luoghi: ${codeOf(entry.id)}`,
      facts: {
        ...{ consent: entry.id, of: subject, kind: entry.kind, age: entry.age, covers: entry.covers },
        ...{ basis: entry.basis, release: entry.release, from: entry.from, until: entry.until },
        signatures: entry.signatures.map(({ by, on }) => ({ by, on })),
      },
    });
    return detailIn(ports, tx, { body, actor, id: entry.id });
  });
}

const sameTwice = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.trim().toLowerCase())).size < names.length;

const told = (words: string): boolean => words.trim().length > 1;

/** What an entry cannot be entered without, in Italian. */
function missingOf(
  entry: NewConsent,
  { today, isPublic }: { readonly today: string; readonly isPublic: boolean },
): readonly string[] {
  const { kind, basis, release } = entry;
  const missing: (readonly [boolean, string])[] = [
    [entry.subject === null && !told(entry.name), 'il nome'],
    [kind === 'person' && entry.age === null, 'se la persona è maggiorenne'],
    [entry.channels.length === 0, 'almeno un canale: senza, la voce non vale da nessuna parte'],
    [entry.givenOn > today, 'una data di raccolta che non sia nel futuro'],
    [entry.signatures.some(({ on }) => on > today), 'firme con date che non siano nel futuro'],
    [sameTwice(entry.signatures.map(({ name }) => name)), 'firme di persone diverse'],
    [entry.until !== null && entry.until < entry.from, 'una scadenza dopo l’inizio'],
    [kind === 'event' && basis === 'consent', 'una base diversa dal consenso: un’occasione non lo dà'],
    [release === 'not-needed' && !told(entry.releaseWhy), 'perché la liberatoria non serve (art. 97 L. 633/1941)'],
    [
      kind !== 'premises' && basis !== 'consent' && !told(entry.basisNote),
      'la norma, l’atto o il fatto che fa da base',
    ],
    [
      kind === 'person' && basis === 'consent' && isPublic && !told(entry.basisNote),
      'perché un ente pubblico può basarsi sul consenso',
    ],
    [entry.covers.includes('data') && entry.data.length === 0, 'i dati che si possono dire, alla lettera'],
    [
      kind !== 'person' && entry.covers.some((one) => one === 'name' || one === 'data'),
      'soltanto immagine, voce o intervista',
    ],
  ];
  return missing.flatMap(([is, what]) => (is ? [what] : []));
}

interface Entering {
  readonly body: string;
  readonly entry: NewConsent;
  readonly at: Date;
}

/** Whom the entry is about: known, or new. */
async function subjectOf({ vault }: EditorialPorts, tx: Tx, { body, entry, at }: Entering) {
  if (entry.subject !== null) {
    const known = await lockSubject(tx, entry.subject);
    if (known === undefined) throw editorialError('CONSENT_NOT_FOUND');
    const key = keyOf(vault, known);
    if (key === null) throw editorialError('CONSENT_WITHDRAWN');
    return { id: known.id, key, kind: known.kind };
  }
  const id = newId();
  const { key, sealed_key } = newKey(vault, { body, id });
  const sealed = sealWords(key, entry.name.trim(), rowOfSubject(id));
  await insertSubject(tx, {
    ...{ id, body, kind: entry.kind, sealed_key, sealed, at, erased_at: null, erased_by: null },
  });
  return { id, key, kind: entry.kind };
}
