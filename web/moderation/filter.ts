// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import type { CaseSummary, QUEUES, QueueFilters } from '#moderation/contract';
import { isStuck } from './outcome.ts';

export type QueueName = (typeof QUEUES)[number];

const word = z.string().optional().catch(undefined);
const yes = z.literal('si').optional().catch(undefined);

/** What the address bar says of the queue; Italian because people read and share it. */
export const QueueSearch = z.object({
  stato: z.enum(['decise', 'da-sistemare']).optional().catch(undefined),
  social: word,
  tipo: z.enum(['commento', 'post', 'menzione', 'messaggio', 'risposta']).optional().catch(undefined),
  punto: word,
  categoria: word,
  autore: z.uuid().optional().catch(undefined),
  scadenza: z.enum(['passata', 'oggi', 'settimana', 'senza']).optional().catch(undefined),
  guardare: yes,
  trattenuti: yes,
  carico: z.enum(['mio', 'nessuno']).optional().catch(undefined),
  cerca: word,
});
export type QueueSearch = z.infer<typeof QueueSearch>;

export interface QueueFilter extends Omit<QueueFilters, 'network'> {
  readonly state: QueueName;
  readonly network: string | undefined;
}

const QUEUE_OF = { decise: 'decided', 'da-sistemare': 'stuck' } as const;
const KIND_OF = {
  commento: 'comment',
  post: 'visitor-post',
  menzione: 'mention',
  messaggio: 'message',
  risposta: 'reply',
} as const;
const DUE_OF = { passata: 'overdue', oggi: 'today', settimana: 'week', senza: 'none' } as const;
const CLAIM_OF = { mio: 'me', nessuno: 'nobody' } as const;

/** The word of the address for what is asked of the server. */
function wordOf<Words extends Record<string, string>>(words: Words, value: string | undefined) {
  return Object.keys(words).find((name) => words[name] === value) as keyof Words | undefined;
}

/** Without what nobody asked for. */
const asked = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== '')) as Value;

export function filterOf(search: QueueSearch): QueueFilter {
  const { stato, social, tipo, punto, categoria, autore, scadenza, guardare, trattenuti, carico, cerca } = search;
  const narrow: Omit<QueueFilters, 'network'> = asked({
    kind: tipo && KIND_OF[tipo],
    ...{ clause: punto, category: categoria, author: autore, words: cerca },
    due: scadenza && DUE_OF[scadenza],
    look: guardare && ('yes' as const),
    held: trattenuti && ('yes' as const),
    claimed: carico && CLAIM_OF[carico],
  });
  return { ...narrow, state: stato === undefined ? 'open' : QUEUE_OF[stato], network: social };
}

export function searchOf(filter: QueueFilter): QueueSearch {
  return asked({
    stato: wordOf(QUEUE_OF, filter.state),
    social: filter.network,
    tipo: wordOf(KIND_OF, filter.kind),
    ...{ punto: filter.clause, categoria: filter.category, autore: filter.author },
    scadenza: wordOf(DUE_OF, filter.due),
    guardare: filter.look && ('si' as const),
    trattenuti: filter.held && ('si' as const),
    carico: wordOf(CLAIM_OF, filter.claimed),
    cerca: filter.words,
  });
}

/** The filter as one text: the same for the same filter. */
export const filterKey = (filter: QueueFilter): string =>
  new URLSearchParams(searchOf(filter) as Record<string, string>).toString();

export const filterFromKey = (key: string): QueueFilter =>
  filterOf(QueueSearch.parse(Object.fromEntries(new URLSearchParams(key))));

/** What only a case that waits has. */
const ONLY_OPEN = ['due', 'look', 'held', 'claimed'] as const;

/** The same look at another queue. */
export function inQueue(filter: QueueFilter, state: QueueName): QueueFilter {
  if (state === 'open') return { ...filter, state };
  const left = Object.fromEntries(Object.entries(filter).filter(([name]) => !ONLY_OPEN.some((one) => one === name)));
  return { ...left, state, network: filter.network };
}

/** How many filters narrow the queue, besides its network. */
export const narrowings = (filter: QueueFilter): number => {
  const { state: _state, network: _network, words: _words, ...narrow } = filter;
  return Object.values(narrow).filter((one) => one !== undefined).length;
};

type Row = Pick<CaseSummary, 'state' | 'network' | 'enforcement'> &
  Partial<Pick<CaseSummary, 'kind' | 'clauses' | 'mustLook'>>;

/** Whether a row can be known to stand in the list that a filter asks for; what a row does not say, only the server knows. */
export function belongs(row: Row, filter: QueueFilter): boolean {
  const { category, author, due, held, claimed, words } = filter;
  if ([category, author, due, held, claimed, words].some((one) => one !== undefined)) return false;
  if (filter.network !== undefined && filter.network !== row.network) return false;
  if (filter.kind !== undefined && filter.kind !== row.kind) return false;
  if (filter.clause !== undefined && row.clauses?.includes(filter.clause) !== true) return false;
  if (filter.look !== undefined && row.mustLook !== true) return false;
  if (filter.state === 'open') return row.state === 'open';
  return row.state === 'decided' && (filter.state === 'decided' || isStuck(row.enforcement));
}

/** The address of a case as the rows of the queue write it: asking the router for fifty of them would cost a frame. */
export function caseAddress(body: string, id: string, search: QueueSearch): string {
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  const path = `/banco/${encodeURIComponent(body)}/pratiche/${encodeURIComponent(id)}`;
  return query === '' ? path : `${path}?${query}`;
}
