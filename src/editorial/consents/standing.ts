// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Consent, isInForm, NETWORK_LABELS, type NetworkName } from '#policy';
import type { ConsentView, Covered } from './contract.ts';
import type { Purpose } from './grounds-contract.ts';

/** An entry of the ledger as the rules see it: nobody's name is in it. Days are days in Rome, `2026-03-01`. */
export interface Entry {
  readonly id: string;
  readonly subject: string;
  readonly kind: ConsentView['kind'];
  readonly age: ConsentView['age'];
  readonly covers: readonly Covered[];
  readonly purposes: readonly Purpose[];
  readonly channels: readonly string[];
  readonly givenOn: string;
  readonly from: string;
  readonly until: string | null;
  readonly form: ConsentView['form'];
  readonly release: ConsentView['release'];
  readonly basis: ConsentView['basis'];
  readonly signatures: readonly { readonly by: ConsentView['signatures'][number]['by']; readonly on: string }[];
  /** Why one parent signs alone is written. */
  readonly oneParentExplained: boolean;
  /** The paper is attached, or where it is is written. */
  readonly hasPaper: boolean;
  readonly withdrawnOn: string | null;
  readonly erased: boolean;
}

export interface Channel {
  readonly network: NetworkName;
  readonly account: string;
}

/** What an entry is leaned on for. */
export interface Use {
  readonly what: 'image' | 'name' | 'data' | 'premises';
  /** When it goes out. */
  readonly day: string;
  readonly channels: readonly Channel[];
  /** Null: for whatever purpose. */
  readonly purpose: Purpose | null;
  /** The consent that a clause asks for; null: none does, and the law alone holds. */
  readonly asked: Consent | null;
}

/** How obstacles and the record call an entry. */
export const codeOf = (id: string): string => `L-${id.replaceAll('-', '').slice(-6)}`;

const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' });
export const inWords = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** Why an entry is good for nothing, whatever it is leaned on for; null: it may be good. In Italian, to follow «non vale:». */
export function lackOf(entry: Entry): string | null {
  if (entry.erased) return 'è stata cancellata';
  if (entry.withdrawnOn !== null) return `è stata revocata il ${inWords(entry.withdrawnOn)}`;
  const unsigned = signaturesLacking(entry);
  if (unsigned !== null) return unsigned;
  if (entry.form === 'written' && isSigned(entry) && !entry.hasPaper)
    return 'manca il documento firmato: allegalo, o scrivi dove si trova';
  return null;
}

/** Something was agreed to by somebody: a release, a consent, an authorisation. */
const isSigned = ({ release, basis, kind, age }: Entry): boolean =>
  kind !== 'event' && (release === 'given' || basis === 'consent' || kind === 'premises' || age === 'minor');

function signaturesLacking(entry: Entry): string | null {
  const by = (who: Entry['signatures'][number]['by']): number =>
    entry.signatures.filter((one) => one.by === who).length;
  if (!isSigned(entry)) return null;
  if (entry.kind === 'premises') return by('premises') > 0 ? null : 'manca la firma di chi risponde della struttura';
  switch (entry.age) {
    case 'minor':
      if (by('guardian') > 0 || by('parent') > 1 || (by('parent') === 1 && entry.oneParentExplained)) return null;
      return by('parent') === 1
        ? 'manca la firma del secondo genitore, o il motivo per cui firma uno solo'
        : 'mancano le firme di entrambi i genitori, o di chi ne fa le veci';
    case 'deceased':
      return by('heir') > 0 ? null : 'manca la firma dei familiari (art. 93 L. 633/1941)';
    default:
      return by('self') > 0 ? null : 'manca la firma della persona';
  }
}

/** Why an entry is no ground for that use; null: it is one. In Italian, to follow «non vale:». */
export function whyNot(entry: Entry, use: Use): string | null {
  return lackOf(entry) ?? whyNotThen(entry, use) ?? whyNotThere(entry, use) ?? whyNotSo(entry, use);
}

function whyNotThen({ givenOn, from, until, signatures }: Entry, { day }: Use): string | null {
  const latest = [givenOn, ...signatures.map(({ on }) => on)].toSorted().at(-1) ?? givenOn;
  if (latest > day) return `è del ${inWords(latest)}, dopo l’uscita: il consenso si raccoglie prima`;
  if (from > day) return `vale soltanto dal ${inWords(from)}`;
  return until !== null && until < day ? `scade il ${inWords(until)}, prima dell’uscita` : null;
}

function whyNotThere(entry: Entry, { channels, purpose }: Use): string | null {
  const left = channels.find(
    ({ network, account }) => !entry.channels.includes(network) && !entry.channels.includes(account),
  );
  if (left !== undefined) return `non vale su ${NETWORK_LABELS[left.network]}`;
  return purpose !== null && !entry.purposes.includes(purpose) ? 'è stata data per un altro scopo' : null;
}

function whyNotSo(entry: Entry, { what, asked }: Use): string | null {
  if (what === 'premises') return entry.kind === 'premises' ? inForm(entry, asked) : 'non è di una struttura';
  if (entry.kind === 'premises') return 'è di una struttura, non di una persona';
  if (!entry.covers.includes(what))
    return what === 'image' ? 'non riguarda l’immagine' : 'non riguarda il nome o i dati che il testo dice';
  if (what === 'image' && entry.release === 'missing') return 'manca la liberatoria per l’immagine';
  if (asked === null) return null;
  if (entry.kind === 'event') return 'la policy chiede il consenso di ogni persona';
  if (what === 'image' && entry.release !== 'given') return 'la policy chiede la liberatoria della persona';
  return inForm(entry, asked);
}

function inForm({ form }: Entry, asked: Consent | null): string | null {
  if (asked === null || isInForm(form, asked.form)) return null;
  return asked.form === 'written' ? 'non è scritta' : 'non è esplicita';
}
