// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountOnNetwork, bodyOfAccount, openAccount } from '#accounts';
import { adapterOf, type WebhookBatch, type WebhookDelivery } from '#channels';
import { type Clock, isId } from '#kernel';
import type { Database, Events, Vault } from '#platform';
import { inboxError } from './errors.ts';
import { receive } from './receive.ts';

export interface InboxPorts {
  readonly database: Database;
  readonly events: Events;
  readonly clock: Clock;
  readonly vault: Vault;
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

    scope.get('/webhooks/:account', async (request, reply) => {
      const { account, webhook } = await receiver(ports, accountIn(request));
      const answer = webhook.handshake(request.query as Record<string, string>, account.credentials.verifyToken ?? '');
      if (answer === null) throw inboxError('SIGNATURE_WRONG');
      return reply.type('text/plain').send(answer);
    });

    scope.post('/webhooks/:account', async (request, reply) => {
      const { account, webhook } = await receiver(ports, accountIn(request));
      const delivery = { rawBody: request.body as Buffer, headers: headersOf(request) };
      if (!webhook.verify(delivery, account.credentials.appSecret ?? '')) throw inboxError('SIGNATURE_WRONG');
      for (const batch of webhook.parse(delivery)) await keep(ports, { network: account.network, delivery, batch });
      return reply.code(200).send('ok');
    });
  });
}

const accountIn = (request: FastifyRequest): string => (request.params as { account: string }).account;

/** The account at an address, with how its network delivers. */
async function receiver({ database, vault }: InboxPorts, id: string) {
  const body = isId(id) ? await database.outside((tx) => bodyOfAccount(tx, id)) : null;
  if (body === null) throw inboxError('WEBHOOK_UNKNOWN');
  const account = await database.inBody(body, (tx) => openAccount(tx, vault, id));
  const webhook = adapterOf(account.network)?.webhook;
  if (webhook === undefined) throw inboxError('WEBHOOK_UNKNOWN');
  return { body, account, webhook };
}

interface Share {
  readonly network: Parameters<typeof adapterOf>[0];
  readonly delivery: WebhookDelivery;
  readonly batch: WebhookBatch;
}

async function keep(ports: InboxPorts, { network, delivery, batch }: Share): Promise<void> {
  const named = await ports.database.outside((tx) => accountOnNetwork(tx, network, batch.accountExternalId));
  // An account that left the desk may still be told of; the network is answered all the same.
  if (named === undefined) return;
  const { body, account, webhook } = await receiver(ports, named.id);
  if (!webhook.verify(delivery, account.credentials.appSecret ?? '')) throw inboxError('SIGNATURE_WRONG');
  await ports.database.inBody(body, (tx) =>
    receive({ ...ports, tx }, { body, account: named.id, network, baseUrl: account.baseUrl }, batch.events),
  );
}

const headersOf = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
