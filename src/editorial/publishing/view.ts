// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Account, accountById } from '#accounts';
import { adapterOf } from '#channels';
import { commandOf, commandsOf, type StoredCommand } from '#delivery';
import type { Tx } from '#platform';
import { titlesOf } from '../drafting/store.ts';
import type { EditorialPorts } from '../ports.ts';
import type { OutingView } from './contract.ts';
import { type Outing, openOutings, outingsOf } from './store.ts';

export const outingViews = async (ports: EditorialPorts, tx: Tx, draft: string): Promise<OutingView[]> =>
  viewsOf(ports, tx, await outingsOf(tx, draft));

/** All that is not out yet, the oldest first. */
export const openOutingViews = (ports: EditorialPorts, body: string): Promise<OutingView[]> =>
  ports.database.inBody(body, (tx) => openOutingViewsIn(ports, tx, body));

export const openOutingViewsIn = async (ports: EditorialPorts, tx: Tx, body: string): Promise<OutingView[]> =>
  viewsOf(ports, tx, await openOutings(tx, body));

async function viewsOf(ports: EditorialPorts, tx: Tx, outings: readonly Outing[]): Promise<OutingView[]> {
  const commands = new Map(
    (await commandsOf(tx, { causes: outings.map(({ id }) => id) })).map((command) => [command.cause, command]),
  );
  const titles = await titlesOf(tx, new Set(outings.map(({ draft_id: draft }) => draft)));
  const views: OutingView[] = [];
  for (const outing of outings) {
    const account = await accountById(tx, outing.account_id);
    const title = titles.get(outing.draft_id) ?? '';
    views.push(viewOf(ports, { outing, title, account, command: commands.get(outing.id) }));
  }
  return views;
}

interface Seen {
  readonly outing: Outing;
  readonly title: string;
  readonly account: Account | undefined;
  readonly command: StoredCommand | undefined;
}

function viewOf(ports: EditorialPorts, seen: Seen): OutingView {
  const { outing, account, command } = seen;
  const { id, network, act, state, why, repeats, clause, about, permalink } = outing;
  return {
    ...{ id, network, act, state, repeats, clause, about, permalink },
    ...{ draft: outing.draft_id, title: seen.title },
    account: outing.account_id,
    name: account?.name ?? '',
    delivery: command?.state ?? null,
    why: why ?? command?.error?.message ?? null,
    at: outing.at.toISOString(),
    outAt: outing.out_at?.toISOString() ?? null,
    byHand: state === 'ordered' ? handOf(ports, seen) : null,
  };
}

const STEPS_UNASKED: Readonly<Record<Outing['act'], readonly string[]>> = {
  publish: [],
  edit: [
    'Apri il post con l’accesso dell’ente: il social non ha detto qui come lo chiama.',
    'Cambia il testo con quello approvato.',
    'Torna qui e conferma che è fatto.',
  ],
  remove: [
    'Apri il post con l’accesso dell’ente: il social non ha detto qui come lo chiama.',
    'Eliminalo.',
    'Torna qui e conferma che è fatto.',
  ],
  close: [
    'Apri il post con l’accesso dell’ente: il social non ha detto qui come lo chiama.',
    'Chiudi i commenti dalle impostazioni del post.',
    'Torna qui e conferma che è fatto.',
  ],
};

/** What a person has to do on the network; null: nothing. */
function handOf({ vault }: EditorialPorts, { outing, account, command }: Seen): OutingView['byHand'] {
  if (account === undefined) return null;
  if (command === undefined) return { link: outing.permalink ?? account.url, steps: [...STEPS_UNASKED[outing.act]] };
  if (command.state !== 'by-hand' && command.state !== 'failed') return null;
  const { external_id: externalId, handle } = account;
  const guide = adapterOf(outing.network)?.guide({ externalId, handle }, commandOf(vault, command), outing.permalink);
  return guide === undefined ? null : { link: guide.link, steps: [...guide.steps] };
}
