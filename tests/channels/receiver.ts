// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConnectedAccount, NetworkAdapter, WebhookBatch } from '#channels';

/** A receiver that lets in only what the adapter finds true, as the desk's own address does. */
export interface Receiver {
  readonly url: string;
  readonly told: readonly WebhookBatch[];
  readonly refused: readonly string[];
  close(): void;
}

export async function receiverFor(
  { webhook }: NetworkAdapter,
  account: ConnectedAccount,
  now: () => Date,
): Promise<Receiver> {
  assert.ok(webhook);
  const told: WebhookBatch[] = [];
  const refused: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const query = Object.fromEntries(new URL(request.url ?? '/', 'http://receiver.invalid').searchParams);
    const delivery = { rawBody: Buffer.concat(chunks), headers: request.headers as Record<string, string> };
    const answer = request.method === 'GET' ? webhook.handshake(query, account.credentials) : null;
    const isTrue = request.method === 'POST' && webhook.verify(delivery, account.credentials, now());
    if (isTrue) told.push(...webhook.parse(delivery));
    if (!isTrue && answer === null) refused.push(`${request.method} ${request.url}`);
    response.writeHead(isTrue || answer !== null ? 200 : 401).end(answer?.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/1`, told, refused, close };
}

/** Asks the network to tell at a receiver that proves itself, and again. */
export async function askedToTell(adapter: NetworkAdapter, account: ConnectedAccount): Promise<void> {
  const receiver = await receiverFor(adapter, account, () => new Date());
  try {
    assert.ok(adapter.connection?.subscribe);
    await adapter.connection.subscribe(account, receiver.url);
    await adapter.connection.subscribe(account, receiver.url);
  } finally {
    receiver.close();
  }
}
