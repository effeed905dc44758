// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { accountById } from '#accounts';
import { record } from '#audit';
import { adapterOf, type InboundEvent, type ItemKind } from '#channels';
import type { Actor } from '#governance';
import { inboxError } from './errors.ts';
import { type Receiving, receive } from './receive.ts';
import { itemOnNetwork } from './store.ts';

/** What a person saw in a place that the desk does not read, as he copies it here. */
export interface Entered {
  readonly body: string;
  readonly account: string;
  readonly kind: ItemKind;
  readonly text: string;
  /** As the place shows it; null where it shows nobody. */
  readonly author: string | null;
  /** When it was written there. */
  readonly at: Date;
  /** Where it can be seen; null where it has no address. */
  readonly permalink: string | null;
  readonly hasMedia: boolean;
  readonly by: Actor;
}

/** The same words of the same author at the same moment are the same item: copied twice it is there once. */
const nameOf = ({ text, author, at, permalink }: Entered): string =>
  permalink ??
  `a-mano:${createHash('sha256')
    .update(JSON.stringify([author, at.toISOString(), text]))
    .digest('hex')
    .slice(0, 32)}`;

/** Enters an item by hand; it is judged and queued like any other. Returns its id. Throws ACCOUNT_UNKNOWN, ENTERED_AHEAD. */
export async function enter(ports: Receiving, entered: Entered): Promise<string> {
  const { tx, clock } = ports;
  const { body, kind, text, author, at, permalink, hasMedia, by } = entered;
  const account = await accountById(tx, entered.account);
  if (account === undefined) throw inboxError('ACCOUNT_UNKNOWN');
  const now = clock.now();
  if (at > now) throw inboxError('ENTERED_AHEAD');
  const externalId = nameOf(entered);
  const event: InboundEvent = {
    type: 'written',
    externalId,
    kind,
    text,
    author: author === null ? null : { externalId: `a-mano:${author}`, name: author },
    at,
    permalink,
    post: null,
    parentExternalId: null,
    own: false,
    hasMedia,
  };
  const { network, id, url } = account;
  // Links to where the place is may be kept; nothing else is known of it.
  await receive(ports, { body, account: id, network, homes: [url] }, [event]);
  const item = await itemOnNetwork(tx, id, externalId);
  if (item === undefined) throw new Error('an item that was entered is not there');
  await record(tx, body, now, {
    kind: 'item.entered-by-hand',
    subject: item.id,
    person: by,
    grounds: [],
    policyVersion: null,
    summary: `Riportato a mano un intervento visto su ${account.name} (${adapterOf(network)?.label ?? network})`,
    facts: { account: id, permalink },
  });
  return item.id;
}
