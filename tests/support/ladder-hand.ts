// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { LadderView } from '#moderation/contract';
import type { Client } from './client.ts';
import type { NetworksDesk } from './networks-desk.ts';
import type { Presence } from './presences.ts';

// What stories of the ladder do again and again: something arrives, is taken down, and its author is looked at.

const DAY_MILLISECONDS = 86_400_000;

export const keyed = () => ({ 'idempotency-key': randomUUID() });

export async function accepted(response: Response): Promise<unknown> {
  assert.ok(response.ok, await response.clone().text());
  return response.status === 204 ? undefined : response.json();
}

export async function refusal(response: Response, code: string, status = 422): Promise<string> {
  const problem = (await response.json()) as { code: string; detail?: string };
  assert.deepEqual([response.status, problem.code], [status, code], problem.detail);
  return problem.detail ?? '';
}

export const ladderOf = async (client: Client, id: string): Promise<LadderView> =>
  LadderView.parse(await accepted(await client.get(`cases/${id}/ladder`)));

export function stepOf({ steps }: LadderView, measure: LadderView['steps'][number]['measure']) {
  const found = steps.find((one) => one.measure === measure);
  assert.ok(found, measure);
  return found;
}

export interface Arrival {
  readonly id: string;
  /** As the network names it. */
  readonly external: string;
}

export interface LadderHand {
  presence(body: string, network?: string): Presence;
  /** A comment of a citizen, read and judged: its case. */
  arrives(client: Client, body: string, writing: { readonly text: string; readonly author: string }): Promise<Arrival>;
  /** Hidden or removed, under the clause that is proposed unless one is named. Gives the decision. */
  takesDown(
    client: Client,
    id: string,
    how?: { readonly clause?: string; readonly kind?: 'hide' | 'remove' },
  ): Promise<string>;
  /** A day so many days from now. */
  day(days: number): string;
  banRequest(view: LadderView, more?: object): object;
  /** The head's numbers where the policy gives none. */
  chooses(body: string, threshold: number): Promise<void>;
}

export function ladderHand(desk: NetworksDesk): LadderHand {
  const presence = (body: string, network = 'facebook') => {
    const found = desk.towns.find((town) => town.body === body)?.presences.find((one) => one.network === network);
    assert.ok(found);
    return found;
  };
  const day = (days: number) =>
    new Date(desk.clock.now().getTime() + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
  return {
    presence,
    arrives: async (client, body, writing) => {
      const external = await presence(body).writes({ ...writing });
      desk.clock.advance(60_000);
      await presence(body).poll();
      await desk.drain();
      const found = (await client.queue('?limit=100')).items.find(({ excerpt }) => excerpt === writing.text);
      assert.ok(found, writing.text);
      return { id: found.id, external };
    },
    takesDown: async (client, id, { clause, kind = 'hide' } = {}) => {
      const grounds = clause === undefined ? {} : { grounds: [{ kind: 'clause' as const, clause }] };
      const decided = await client.decide(id, { kind, reasons: 'Non rispetta le regole della pagina.', ...grounds });
      await desk.drain();
      return decided.decisions.at(-1)?.id ?? '';
    },
    day,
    banRequest: (view, more = {}) => ({
      ...{ reasons: 'Ha insultato di nuovo chi lavora allo sportello.', text: view.texts.banPrivately, told: 'none' },
      ...{ ways: 'URP, allo sportello di via Inventata 1', reviewOn: day(90), breaches: view.history.breaches },
      ...{ policyDigest: view.policyDigest, confirmed: true, ...more },
    }),
    chooses: async (body, threshold) => {
      const head = await desk.signIn('head', body);
      const choice = { threshold, windowDays: 365, notesDays: 30, act: 'determina di prova n. 3' };
      await accepted(await head.post('ladder-choices', choice));
    },
  };
}
