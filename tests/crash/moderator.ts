// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt, randomUUID } from 'node:crypto';
import { CaseDetail, type DecisionRequest } from '#moderation/contract';
import { type Client, clientOf } from '../support/client.ts';
import { BODY, type Setting } from './prepare.ts';
import type { Server } from './server.ts';

/** A decision that the server said it had taken. */
export interface Acknowledged {
  readonly caseId: string;
  readonly key: string;
  readonly kind: DecisionRequest['kind'];
  readonly reply: string | null;
}

export interface Moderator {
  run(): Promise<readonly Acknowledged[]>;
  done(): boolean;
}

const soon = (milliseconds = 100) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Decides case after case; what gets no answer is sent again, under the same key, until it does. */
export function moderator(url: string, setting: Setting & { readonly count: number }): Moderator {
  let finished = false;
  const { count, email, password } = setting;

  async function insist<Value>(attempt: () => Promise<Value | null>): Promise<Value> {
    for (;;) {
      const value = await attempt().catch(() => null);
      if (value !== null) return value;
      await soon();
    }
  }

  async function decideOne(client: Client): Promise<Acknowledged | null> {
    const { items } = await client.queue('?limit=100');
    const chosen = items[randomInt(Math.max(items.length, 1))];
    if (chosen === undefined) return null;
    const detail = await client.case(chosen.id);
    const option = detail.options.find(({ kind }) => kind === (chosen.proposal === 'remove' ? 'hide' : 'reply'));
    const clause = option?.grounds[0]?.id;
    if (option === undefined || clause === undefined || detail.state !== 'open') return null;
    const key = randomUUID();
    const reply = option.kind === 'reply' ? `Buongiorno, ne parliamo allo sportello. ${key}` : null;
    const request: DecisionRequest = {
      kind: option.kind,
      grounds: [{ kind: 'clause', clause }],
      reasons: 'Decisione di prova.',
      revision: detail.revision,
      policyVersion: detail.policy.version,
      ...(reply !== null && { reply }),
    };
    const outcome = await insist(async () => {
      const response = await client.post(`cases/${chosen.id}/decisions`, request, { 'idempotency-key': key });
      if (response.status === 201) return CaseDetail.parse(await response.json());
      return response.status < 500 && response.status !== 429 ? 'refused' : null;
    });
    return outcome === 'refused' ? null : { caseId: chosen.id, key, kind: option.kind, reply };
  }

  return {
    done: () => finished,
    run: async () => {
      const client = await insist(() => clientOf(url, BODY, { email, password }));
      const acknowledged: Acknowledged[] = [];
      while (acknowledged.length < count) acknowledged.push(await insist(() => decideOne(client)));
      finished = true;
      return acknowledged;
    },
  };
}

const SETTLE_MILLISECONDS = 300_000;
const UNDER_WAY = ['queued', 'sent', 'unknown'];

/**
 * Until no write to the network is under way any more. A command broken off by a kill waits out its lease before its
 * effect is looked for, and the job of a process that died waits out its heartbeat.
 */
export async function settled(server: Server, { email, password }: Setting): Promise<void> {
  await server.answers();
  const client = await clientOf(server.url, BODY, { email, password });
  const deadline = Date.now() + SETTLE_MILLISECONDS;
  for (;;) {
    let under = 0;
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await client.queue(`?state=decided&limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`);
      under += page.items.filter(({ enforcement }) => UNDER_WAY.includes(enforcement)).length;
      cursor = page.next_cursor;
    }
    if (under === 0) return;
    if (Date.now() > deadline) return;
    // Few questions: a person's screen would not ask more often either, and the desk limits who does.
    await soon(2000);
  }
}
