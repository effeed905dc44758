// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import {
  CaseStatements,
  ReviewsPage,
  type ReviewView,
  StatementPreview,
  type StatementView,
} from '#moderation/contract';
import type { Client } from './client.ts';
import type { NetworksDesk } from './networks-desk.ts';
import type { Presence } from './presences.ts';

// What stories of statements do again and again: somebody writes, is told of a measure, and contests it.

export interface Writing {
  readonly text: string;
  readonly author: string;
}

interface Message {
  readonly text: string;
  readonly own: boolean;
}

export const json = async (response: Response): Promise<unknown> => {
  assert.ok(response.ok, await response.clone().text());
  return response.json();
};

export const refusal = async (response: Response, code: string, status: number): Promise<void> => {
  const problem = (await response.json()) as { code: string; detail?: string };
  assert.deepEqual([response.status, problem.code], [status, code], problem.detail);
};

export const statements = async (client: Client, id: string): Promise<CaseStatements> =>
  CaseStatements.parse(await json(await client.get(`cases/${id}/statements`)));

export const issuedOn = async (
  client: Client,
  id: string,
): Promise<StatementView & { readonly code: string; readonly page: string }> => {
  const found = (await statements(client, id)).issued.at(-1);
  assert.ok(found);
  const { code, page } = found;
  assert.ok(code !== null && page !== null);
  return { ...found, code, page };
};

/** The text that the author would receive of a decision as it is being made. */
export const preview = async (client: Client, id: string, request: object): Promise<string> =>
  StatementPreview.parse(await json(await client.post(`cases/${id}/statements/preview`, request))).text ?? '';

export const reviews = async (client: Client): Promise<ReviewsPage> =>
  ReviewsPage.parse(await json(await client.get('reviews')));

export const openOn = async (client: Client, caseId: string): Promise<ReviewView> => {
  const found = (await reviews(client)).open.find((one) => one.case.id === caseId);
  assert.ok(found);
  return found;
};

/** The citizen's page, or what it answers to reasons. */
export const page = (address: string, words?: string): Promise<Response> =>
  words === undefined
    ? fetch(address)
    : fetch(`${address}/riesame`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ragioni: words }),
      });

export interface StatementsHand {
  facebook(body: string): Presence;
  /** What a citizen wrote in public, read and judged: its case. */
  arrives(body: string, client: Client, writing: Writing): Promise<{ readonly id: string; readonly external: string }>;
  writesPrivately(body: string, writing: Writing): Promise<void>;
  reads(body: string): Promise<void>;
  /** What was written to people in private, oldest first. */
  answersOf(body: string): Promise<string[]>;
  takesDown(client: Client, id: string, kind: 'hide' | 'remove'): Promise<void>;
}

/** `open`: asked at each use, since a story opens its desk before its tests. */
export function statementsHand(open: () => NetworksDesk): StatementsHand {
  const facebook = (body: string): Presence => {
    const found = open()
      .towns.find((town) => town.body === body)
      ?.presences.find(({ network }) => network === 'facebook');
    assert.ok(found);
    return found;
  };
  const reads = async (body: string): Promise<void> => {
    open().clock.advance(60_000);
    await facebook(body).poll();
    await open().drain();
  };
  return {
    facebook,
    reads,
    arrives: async (body, client, writing) => {
      const external = await facebook(body).writes({ ...writing });
      await reads(body);
      const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
      assert.ok(found, writing.text);
      return { id: found.id, external };
    },
    writesPrivately: async (body, writing) => {
      const { control, externalId } = facebook(body);
      await control('POST', 'messages', { account: externalId, ...writing });
      await reads(body);
    },
    answersOf: async (body) =>
      (await facebook(body).control<{ messages: Message[] }>('GET', 'messages')).messages
        .filter(({ own }) => own)
        .map(({ text }) => text),
    takesDown: async (client, id, kind) => {
      await client.decide(id, { kind });
      await open().drain();
    },
  };
}
