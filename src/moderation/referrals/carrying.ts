// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf } from '#channels';
import type { Office } from '#governance';
import type { Item } from '#inbox';
import type { Tx } from '#platform';
import { afterOpenMinutes, type CompiledPolicy, feastsOf, moderationHours, type Opening, type Signal } from '#policy';
import { keepingTerm } from '../keeping-basis.ts';
import type { ModerationPorts } from '../ports.ts';
import { isDelicate } from './masking.ts';

export interface Carrying {
  readonly words: boolean;
  /** Italian. */
  readonly why: string;
}

interface Speaking {
  readonly item: Pick<Item, 'body' | 'kind' | 'network'>;
  readonly text: string;
  readonly signals: readonly Signal[];
  readonly now: Date;
}

const LINK_ONLY = 'La lettera porta solo il collegamento:';

/** Whether a letter about an item may carry its words. */
export async function carrying(tx: Tx, { item, text, signals, now }: Speaking): Promise<Carrying> {
  if (item.kind === 'message') return { words: false, why: `${LINK_ONLY} il messaggio è privato.` };
  if (isDelicate(signals))
    return { words: false, why: `${LINK_ONLY} si parla della salute o dei fatti di una persona.` };
  if (text === '') return { words: false, why: `${LINK_ONLY} le parole non ci sono, o non si possono più conservare.` };
  const term = await keepingTerm(tx, { body: item.body, adapter: adapterOf(item.network), now });
  if (!term.words || term.withItem)
    return { words: false, why: `${LINK_ONLY} il contratto del social non lascia conservare altrove le parole.` };
  return { words: true, why: 'La lettera porta le parole dell’intervento, senza i dati di altre persone.' };
}

interface Waiting {
  readonly policy: CompiledPolicy;
  readonly item: Pick<Item, 'network'>;
  readonly office: Pick<Office, 'opening'>;
  readonly start: Date;
  readonly minutes: number;
}

/** When so much working time of the office is over, or of the desk; null where nobody's hours are known. */
export function afterWorkingTime(
  { holidays }: Pick<ModerationPorts, 'holidays'>,
  { policy, item, office, start, minutes }: Waiting,
): Date | null {
  const own = office.opening as Opening | null;
  const openings = own === null ? moderationHours(policy, item.network).openings : [own];
  if (openings.length === 0) return null;
  // Few hours are no reason for nobody to be reminded.
  return (
    afterOpenMinutes(openings, { start, minutes }, feastsOf(policy, holidays)) ??
    new Date(start.getTime() + YEAR_MILLISECONDS)
  );
}

const YEAR_MILLISECONDS = 365 * 86_400_000;
