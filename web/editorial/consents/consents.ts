// SPDX-License-Identifier: AGPL-3.0-or-later
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { ConsentDetail, ConsentLedger, type ConsentView, type NewConsent, OwnPostingReply } from '#editorial/contract';
import { request } from '../../client/request.ts';
import { networkName } from '../../moderation/channels.ts';
import { consentWords as words } from '../../words/consents.ts';

const UPLOAD_PATIENCE_MS = 120_000;
const WATCH_MS = 5000;

const root = (body: string) => `/api/bodies/${encodeURIComponent(body)}/editorial/consents`;
const one = (body: string, id: string) => `${root(body)}/${encodeURIComponent(id)}`;

export const ledgerQuery = (body: string) =>
  queryOptions({
    queryKey: ['consents', body],
    queryFn: ({ signal }) => request(ConsentLedger, root(body), { signal }),
  });

/** Looked at again while copies are being taken off. */
export const consentQuery = (body: string, id: string) =>
  queryOptions({
    queryKey: ['consent', body, id],
    queryFn: ({ signal }) => request(ConsentDetail, one(body, id), { signal }),
    refetchInterval: ({ state }) => (isGoing(state.data) ? WATCH_MS : false),
  });

const isGoing = (detail: ConsentDetail | undefined): boolean =>
  detail?.withdrawal != null &&
  detail.copies.some(({ copy, removal }) => copy.state !== 'removed' && removal?.byHand === null);

export const enter = (body: string, entry: NewConsent): Promise<ConsentDetail> =>
  request(ConsentDetail, root(body), { method: 'POST', body: entry });

export const act = (body: string, id: string, verb: 'signatures' | 'withdrawal' | 'erasure', content: object) =>
  request(ConsentDetail, `${one(body, id)}/${verb}`, { method: 'POST', body: content });

export const attach = (body: string, id: string, file: File): Promise<ConsentDetail> =>
  request(ConsentDetail, `${one(body, id)}/document`, { method: 'POST', body: file, patienceMs: UPLOAD_PATIENCE_MS });

export const documentAddress = (body: string, id: string): string => `${one(body, id)}/document`;

export const sayKind = (body: string, kind: 'public' | 'private'): Promise<ConsentLedger> =>
  request(ConsentLedger, `${root(body)}/kind`, { method: 'POST', body: { kind } });

export const askOwnPosting = (body: string, question: object): Promise<OwnPostingReply> =>
  request(OwnPostingReply, `${root(body)}/own-posting`, { method: 'POST', body: question });

/** What the server answered takes the place of what was known. */
export function keep(queries: QueryClient, body: string, detail: ConsentDetail): void {
  queries.setQueryData(consentQuery(body, detail.id).queryKey, detail);
  void queries.invalidateQueries({ queryKey: ledgerQuery(body).queryKey });
}

/** «Anna Prova (L-1a2b3c)»; without the name where it cannot be read. */
export const calledOf = ({ name, code }: Pick<ConsentView, 'name' | 'code'>): string =>
  name === null ? code : `${name} (${code})`;

/** Entries whose name, code or id holds these words. */
export function found(items: readonly ConsentView[], typed: string): readonly ConsentView[] {
  const sought = typed.trim().toLowerCase();
  if (sought === '') return items;
  return items.filter(({ name, code, id, subject }) =>
    [name ?? '', code, id, subject].some((said) => said.toLowerCase().includes(sought)),
  );
}

/** «Facebook (ogni account), Asl su X» */
export const channelWords = (channels: readonly string[], accounts: ConsentLedger['accounts']): string =>
  channels
    .map((channel) => {
      const account = accounts.find(({ id }) => id === channel);
      return account === undefined
        ? words.entry.allOf(networkName(channel))
        : `${networkName(account.network)} · ${account.name}`;
    })
    .join('; ');

const ROME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });
export const today = (): string => ROME.format(new Date());
