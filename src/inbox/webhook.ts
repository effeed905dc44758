// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type AccountPorts,
  accountOnNetwork,
  adapterIn,
  bodyOfAccount,
  type OpenedAccount,
  openAccount,
  saveTold,
} from '#accounts';
import type { InboundEvent, WebhookBatch, WebhookDelivery } from '#channels';
import { open } from '#governance';
import { isId } from '#kernel';
import type { Events } from '#platform';
import { inboxError } from './errors.ts';
import { receive } from './receive.ts';
import { together } from './together.ts';

export interface InboxPorts extends AccountPorts {
  readonly events: Events;
  /** For an account of which something happened that its network does not tell; absent: nobody reads it before its turn. */
  readonly readSoon?: (account: string) => void;
}

/**
 * `/webhooks/{account}`: the address that a body gives to its application on the network. One application may serve
 * several accounts: each gets its share only if its own secret signs the delivery too.
 */
export function webhookRoutes(server: FastifyInstance, ports: InboxPorts): void {
  server.register(async (scope) => {
    // INVARIANT: the signature covers the bytes as they came; nothing may parse them before it is checked.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    // However many deliveries wait, an account takes two connections of the database at most.
    const keepTogether = together<Told>((_account, all) => keepAll(ports, all), MOST_TOGETHER);
    const openTogether = together<Opening>((account, all) => openFor(ports, account, all), MOST_TOGETHER);
    const opened = (account: string): Promise<Addressed> =>
      new Promise((take, fail) => openTogether(account, take).catch(fail));

    const told = open('la rete si prova con la firma dei byte, fatta con il segreto dell’account');
    scope.get('/webhooks/:account', { ...told }, async (request, reply) => {
      const { account, webhook } = await opened(accountIn(request));
      const answer = webhook.handshake(request.query as Record<string, string>, account.credentials);
      if (answer === null) throw inboxError('SIGNATURE_WRONG');
      return reply.type(answer.type).send(answer.body);
    });

    scope.post('/webhooks/:account', { ...told }, async (request, reply) => {
      const addressed = await opened(accountIn(request));
      const { account, webhook } = addressed;
      const delivery = { rawBody: request.body as Buffer, headers: headersOf(request) };
      const isTrue = webhook.verify(delivery, account.credentials, ports.clock.now());
      if (!isTrue) throw inboxError('SIGNATURE_WRONG');
      for (const batch of webhook.parse(delivery)) {
        const share = await addressee(ports, { delivery, batch, addressed });
        if (share !== undefined) await keepTogether(share.id, share);
      }
      return reply.code(200).send('ok');
    });
  });
}

const accountIn = (request: FastifyRequest): string => (request.params as { account: string }).account;

// An account never passes to another body.
const bodies = new Map<string, string>();

async function bodyOf({ database }: InboxPorts, id: string): Promise<string> {
  const known = bodies.get(id);
  if (known !== undefined) return known;
  const body = isId(id) ? await database.outside((tx) => bodyOfAccount(tx, id)) : null;
  if (body === null) throw inboxError('WEBHOOK_UNKNOWN');
  bodies.set(id, body);
  return body;
}

/** The account at an address, with how its network delivers. */
async function receiver(ports: InboxPorts, id: string) {
  const body = await bodyOf(ports, id);
  const account = await ports.database.inBody(body, (tx) => openAccount(ports, tx, id));
  const webhook = adapterIn(ports, account.network)?.webhook;
  if (webhook === undefined) throw inboxError('WEBHOOK_UNKNOWN');
  return { body, id, account, webhook };
}

const MOST_TOGETHER = 100;

/** One account's share of a delivery, with the account's own secret found to have signed it. */
interface Told {
  readonly body: string;
  readonly id: string;
  readonly account: OpenedAccount;
  readonly events: readonly InboundEvent[];
  readonly toBeRead: boolean;
}

interface Share {
  readonly delivery: WebhookDelivery;
  readonly batch: WebhookBatch;
  /** The account at whose address it came. */
  readonly addressed: Addressed;
}

type Addressed = Awaited<ReturnType<typeof receiver>>;
type Opening = (addressed: Addressed) => void;

/** For all who came before it was read: never older than any of their requests. */
async function openFor(ports: InboxPorts, account: string, all: readonly Opening[]): Promise<void> {
  const addressed = await receiver(ports, account);
  for (const take of all) take(addressed);
}

/** Whose share it is. Undefined for an account that left the desk: the network is answered all the same. */
async function addressee(ports: InboxPorts, { delivery, batch, addressed }: Share): Promise<Told | undefined> {
  const { events, toBeRead = false, accountExternalId } = batch;
  if (accountExternalId === addressed.account.externalId) return { ...addressed, events, toBeRead };
  const { network } = addressed.account;
  const named = await ports.database.outside((tx) => accountOnNetwork(tx, network, accountExternalId));
  if (named === undefined) return undefined;
  const other = await receiver(ports, named.id);
  if (!other.webhook.verify(delivery, other.account.credentials, ports.clock.now()))
    throw inboxError('SIGNATURE_WRONG');
  return { ...other, events, toBeRead };
}

/** Of one account, in one transaction: told one by one, they would wait for each other. */
async function keepAll(ports: InboxPorts, all: readonly [Told, ...Told[]]): Promise<void> {
  const [{ body, id, account }] = all;
  const source = { body, account: id, network: account.network, homes: [account.baseUrl, account.url] };
  await ports.database.inBody(body, async (tx) => {
    await receive(
      { ...ports, tx },
      source,
      all.flatMap(({ events }) => events),
    );
    await saveTold(tx, { body, account: id }, ports.clock.now());
  });
  if (all.some(({ toBeRead }) => toBeRead)) ports.readSoon?.(id);
}

const headersOf = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
