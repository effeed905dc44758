// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type NetworkName } from '#channels';

export interface BurstAccount {
  readonly body: string;
  readonly network: NetworkName;
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  /** Of a hundred comments, how many are written here. */
  readonly share: number;
}

/** Five accounts of four bodies on four networks; the last one tells nothing by itself and is only read. */
export const ACCOUNTS: readonly BurstAccount[] = [
  {
    body: 'asl-roma-1',
    network: 'facebook',
    id: '900000000000001',
    handle: 'AslDiProva',
    name: 'ASL Roma 1',
    share: 30,
  },
  {
    body: 'regione-calabria',
    network: 'facebook',
    id: '900000000000002',
    handle: 'RegioneDiProva',
    name: 'Regione Calabria',
    share: 25,
  },
  {
    body: 'asl-roma-1',
    network: 'instagram',
    id: '17841400000000001',
    handle: 'asldiprova',
    name: 'ASL Roma 1',
    share: 20,
  },
  { body: 'ats-milano', network: 'x', id: '1990000000000000001', handle: 'atsdiprova', name: 'ATS Milano', share: 15 },
  {
    body: 'asst-crema',
    network: 'youtube',
    id: 'UCasstdiprova00000000001',
    handle: 'asstdiprova',
    name: 'ASST Crema',
    share: 10,
  },
];

export const NETWORKS: readonly NetworkName[] = [...new Set(ACCOUNTS.map(({ network }) => network))];

/** Whether the network tells of each comment as it is written. */
export const isTold = ({ network }: Pick<BurstAccount, 'network'>): boolean =>
  adapterOf(network)?.capabilities['read-comments'].pushed === true;

const POSTS = [
  'Da lunedì cambiano gli orari dello sportello.',
  'Vaccini: da domani si prenota anche al telefono.',
  'Allerta meteo arancione: scuole chiuse e parchi vietati.',
  'Il punto prelievi si sposta al piano terra.',
  'Pubblicato il bando per i contributi alle famiglie.',
  'Lavori in corso: ecco come raggiungere l’ospedale.',
];
export const POST_KEYS: readonly string[] = POSTS.map((_, index) => `p${index + 1}`);

/** What the simulated networks know at the beginning, a file for each body. */
export function scenarios(): readonly { readonly body: string; readonly networks: object }[] {
  const bodies = [...new Set(ACCOUNTS.map(({ body }) => body))];
  return bodies.map((body) => ({
    body,
    networks: Object.fromEntries(ACCOUNTS.filter((one) => one.body === body).map((one) => [one.network, world(one)])),
  }));
}

const world = ({ network, id, handle, name }: BurstAccount) => ({
  account: { id, handle, name },
  credentials: network === 'instagram' ? { route: 'facebook-login' } : {},
  posts: POSTS.map((text, index) => ({
    ...{ id: POST_KEYS[index], text, hoursAgo: 1 + index },
    ...(network === 'instagram' && { media: true }),
    ...(network === 'youtube' && { title: text.slice(0, 60) }),
  })),
  items: [],
  arriving: [],
});
