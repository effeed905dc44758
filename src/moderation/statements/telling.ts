// SPDX-License-Identifier: AGPL-3.0-or-later
import { lengthIn } from '#channels';
import { order, type Wanted } from '#delivery';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { placeOf, targetOf } from '../enforce.ts';
import { tellingOf } from '../ladder/telling.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { lengthLimit, privateWrite } from './private-write.ts';
import type { ToldBy } from './tables.ts';

/** The way by which an author will be told, and why better ones are not there. */
export interface Way {
  readonly told: Exclude<ToldBy, 'with-measure'>;
  readonly effect: string;
  readonly missing: readonly string[];
  readonly privately: Awaited<ReturnType<typeof tellingOf>>['privately'];
}

interface On {
  readonly item: Item;
  readonly matter: Matter;
  readonly now: Date;
  /** Whether a generic notice may stand under the item: the body turned it on, and the item stays where it was. */
  readonly inPublic: 'allowed' | 'turned-off' | 'gone';
}

/** Where the network refuses an answer to what is hidden. */
const NO_ANSWER_TO_HIDDEN: readonly Item['network'][] = ['instagram'];

const BY_HAND =
  'Nessuna via automatica: il testo e il codice li dà una persona, per esempio per e-mail o allo sportello.';

/** Privately first; else, where it may, a generic public notice with the page of the reasons; else a person does. */
export async function wayOf(tx: Tx, { item, matter, now, inPublic }: On): Promise<Way> {
  const { privately, ways, missing } = await tellingOf(tx, { item, matter, now });
  const message = ways.find(({ told }) => told === 'private');
  if (message !== undefined) return { told: 'private', effect: message.effect, missing: [], privately };
  const why = missing.slice(0, 1);
  const refusal = publicRefusal(item, inPublic);
  const notice = ways.find(({ told }) => told === 'public');
  if (refusal === null && notice !== undefined)
    return { told: 'public', effect: notice.effect, missing: why, privately };
  return { told: 'by-hand', effect: BY_HAND, missing: [...why, ...(refusal === null ? [] : [refusal])], privately };
}

function publicRefusal({ network, kind }: Item, inPublic: On['inPublic']): string | null {
  if (kind === 'message') return 'In pubblico non si risponde a un messaggio privato.';
  if (inPublic === 'gone') return 'Sotto un intervento rimosso non si può rispondere.';
  if (inPublic === 'turned-off') return 'L’ente non ha attivato l’avviso pubblico con il codice.';
  return NO_ANSWER_TO_HIDDEN.includes(network) ? 'Su questo social non si risponde a ciò che è nascosto.' : null;
}

export interface Texts {
  /** The longest that fits is sent. */
  readonly privately: readonly [string, ...string[]];
  readonly publicly: string;
}

interface Telling {
  readonly item: Item;
  readonly texts: Texts;
  /** What the writes are because of. */
  readonly cause: string;
  readonly person: string;
}

/** Promises what tells the author, in the caller's transaction; nothing where a person does. */
export async function tell(ports: ModerationPorts, tx: Tx, way: Way, telling: Telling): Promise<void> {
  const command = writeOf(way, telling);
  if (command === null) return;
  const place = placeOf(telling.item, { cause: telling.cause, person: telling.person });
  await order({ ...ports, tx }, { ...place, command });
}

function writeOf({ told, privately }: Way, { item, texts }: Telling): Wanted | null {
  if (told === 'public') return { type: 'reply', ...targetOf(item), text: texts.publicly };
  if (told === 'by-hand' || privately === null) return null;
  return privateWrite(privately, fitting(item, texts));
}

function fitting({ network }: Item, { privately, publicly }: Texts): string {
  const { length, unit } = lengthLimit(network, 'privately');
  return privately.find((text) => lengthIn(text, unit) <= length) ?? publicly;
}
