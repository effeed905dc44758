// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type AccountPorts, accountOnNetwork, adapterIn, bodyOfAccount, openAccount, saveTold } from '#accounts';
import type { NetworkName, WebhookBatch, WebhookDelivery } from '#channels';
import { isId } from '#kernel';
import type { Events } from '#platform';
import { inboxError } from './errors.ts';
import { receive } from './receive.ts';

export interface InboxPorts extends AccountPorts {
  readonly events: Events;
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
      const answer = webhook.handshake(request.query as Record<string, string>, account.credentials);
      if (answer === null) throw inboxError('SIGNATURE_WRONG');
      return reply.type(answer.type).send(answer.body);
    });

    scope.post('/webhooks/:account', async (request, reply) => {
      const { account, webhook } = await receiver(ports, accountIn(request));
      const delivery = { rawBody: request.body as Buffer, headers: headersOf(request) };
      const isTrue = webhook.verify(delivery, account.credentials, ports.clock.now());
      if (!isTrue) throw inboxError('SIGNATURE_WRONG');
      for (const batch of webhook.parse(delivery)) await keep(ports, { network: account.network, delivery, batch });
      return reply.code(200).send('ok');
    });
  });
}

const accountIn = (request: FastifyRequest): string => (request.params as { account: string }).account;

/** The account at an address, with how its network delivers. */
async function receiver(ports: InboxPorts, id: string) {
  const { database } = ports;
  const body = isId(id) ? await database.outside((tx) => bodyOfAccount(tx, id)) : null;
  if (body === null) throw inboxError('WEBHOOK_UNKNOWN');
  const account = await database.inBody(body, (tx) => openAccount(ports, tx, id));
  const webhook = adapterIn(ports, account.network)?.webhook;
  if (webhook === undefined) throw inboxError('WEBHOOK_UNKNOWN');
  return { body, account, webhook };
}

interface Share {
  readonly network: NetworkName;
  readonly delivery: WebhookDelivery;
  readonly batch: WebhookBatch;
}

async function keep(ports: InboxPorts, { network, delivery, batch }: Share): Promise<void> {
  const named = await ports.database.outside((tx) => accountOnNetwork(tx, network, batch.accountExternalId));
  // An account that left the desk may still be told of; the network is answered all the same.
  if (named === undefined) return;
  const { body, account, webhook } = await receiver(ports, named.id);
  const isTrue = webhook.verify(delivery, account.credentials, ports.clock.now());
  if (!isTrue) throw inboxError('SIGNATURE_WRONG');
  await ports.database.inBody(body, async (tx) => {
    await receive(
      { ...ports, tx },
      { body, account: named.id, network, homes: [account.baseUrl, account.url] },
      batch.events,
    );
    await saveTold(tx, { body, account: named.id }, ports.clock.now());
  });
}

const headersOf = (request: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
