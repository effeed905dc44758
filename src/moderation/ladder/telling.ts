// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, lengthIn } from '#channels';
import type { Wanted } from '#delivery';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { mayWritePrivately } from '#policy';
import { targetOf } from '../enforce.ts';
import type { Matter } from '../options.ts';
import { lengthLimit, privateWrite } from '../statements/private-write.ts';
import { latestMessageOf, type PrivatePlace } from './author-store.ts';
import { ladderError } from './errors.ts';
import type { Told } from './tables.ts';

const HOUR_MILLISECONDS = 3_600_000;

/** How the author of an item can be told something, the private way first, and why some ways are not there. */
export interface Telling {
  readonly ways: readonly { readonly told: Told; readonly effect: string }[];
  readonly missing: readonly string[];
  /** The conversation that an answer goes to. */
  readonly privately: PrivatePlace | null;
}

interface On {
  readonly item: Item;
  readonly matter: Matter;
  readonly now: Date;
}

const BY_HAND = 'Lo dice una persona per un’altra via, per esempio a voce o per lettera, e qui lo annota.';

export async function tellingOf(tx: Tx, on: On): Promise<Telling> {
  const { privately, why } = await privateWay(tx, on);
  const [inPublic, whyNot] = publicWay(on);
  const message = adapterOf(on.item.network)?.capabilities['answer-message'].effect ?? '';
  return {
    ways: [
      ...(privately === null ? [] : [{ told: 'private' as const, effect: message }]),
      ...(inPublic === null ? [] : [{ told: 'public' as const, effect: inPublic }]),
      { told: 'by-hand' as const, effect: BY_HAND },
    ],
    missing: [why, whyNot].filter((one) => one !== null),
    privately,
  };
}

/** Only who wrote to the account can be answered there, within the network's time and where the policy does not keep it out. */
async function privateWay(
  tx: Tx,
  { item, matter, now }: On,
): Promise<{ privately: PrivatePlace | null; why: string | null }> {
  const none = (why: string) => ({ privately: null, why });
  const adapter = adapterOf(item.network);
  const how = adapter?.capabilities['answer-message'].how;
  if (adapter === null || how === undefined || how === 'none' || item.author_id === null)
    return none('Su questo social non si può scrivere in privato all’autore.');
  if (!mayWritePrivately(matter.policy, matter.facts.channel))
    return none('La policy non usa i messaggi privati su questo canale.');
  const place = await latestMessageOf(tx, { author: item.author_id, account: item.account_id });
  if (place === undefined)
    return none('L’autore non ha mai scritto in privato: il social non lascia scrivere per primi.');
  const hours = adapter.limits.messageWindowHours;
  if (hours !== undefined && now.getTime() - place.written_at.getTime() > hours * HOUR_MILLISECONDS)
    return none(`L’autore ha scritto in privato da più di ${hours} ore: il social non lascia più rispondere.`);
  return { privately: place, why: null };
}

function publicWay({ item, matter }: On): [effect: string | null, why: string | null] {
  if (item.kind === 'message') return [null, null];
  const state = adapterOf(item.network)?.capabilities.reply;
  if (state === undefined || state.how === 'none') return [null, 'Su questo social non si può rispondere in pubblico.'];
  if (matter.deleted) return [null, 'L’intervento non c’è più: non gli si può rispondere in pubblico.'];
  return [`${state.effect} Il testo resta generico, senza dettagli.`, null];
}

/** The write that tells it; null where a person does. Throws CANNOT_TELL_SO, TEXT_TOO_LONG. */
export function writeTelling(
  { item, text, told }: { item: Item; text: string; told: Told },
  telling: Telling,
): Wanted | null {
  if (told === 'none') return null;
  if (!telling.ways.some((way) => way.told === told)) throw ladderError('CANNOT_TELL_SO', telling.missing.join(' '));
  if (told === 'by-hand') return null;
  refuseTooLong(item, text, told);
  if (told === 'public') return { type: 'reply', ...targetOf(item), text };
  if (telling.privately === null) throw ladderError('CANNOT_TELL_SO');
  return privateWrite(telling.privately, text);
}

function refuseTooLong({ network }: Item, text: string, told: Told): void {
  const { length: most, unit } = lengthLimit(network, told === 'private' ? 'privately' : 'publicly');
  const length = lengthIn(text, unit);
  if (length > most) throw ladderError('TEXT_TOO_LONG', `${length} su ${most}`);
}
