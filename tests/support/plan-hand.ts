// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { PlanCalendar, type PlanContent, PlanDetail, PlanList, type PlanSlot } from '#editorial/contract';
import type { Client } from './client.ts';

// What people do with plans, through the desk's API.

export const slotOn = (day: string, time: string, more: Partial<PlanSlot> = {}): PlanSlot => ({
  ...{ id: randomUUID(), day, time, accounts: [], theme: '', audience: '', title: 'Avviso di prova', prepares: '' },
  ...{ uid: '', ...more },
});

/** A plan of the week from Monday 23 to Sunday 29 November 2026, but for what is told otherwise. */
export const planWith = (more: Partial<PlanContent>): PlanContent => ({
  ...{ kind: 'editorial', title: 'Settimana 48', from: '2026-11-23', to: '2026-11-29', aims: '', themes: [] },
  ...{ audiences: [], slots: [], work: [], ...more },
});

export interface PlanHand {
  opens(client: Client, content: PlanContent): Promise<PlanDetail>;
  saves(client: Client, plan: PlanDetail, content: PlanContent): Promise<PlanDetail>;
  read(client: Client, id: string): Promise<PlanDetail>;
  list(client: Client): Promise<PlanList>;
  /** One step of a plan; throws on a refusal. */
  does(client: Client, plan: PlanDetail, step: string, more?: object): Promise<PlanDetail>;
  /** The code of the refusal. */
  refused(client: Client, plan: PlanDetail, step: string, more?: object): Promise<string>;
  calendar(client: Client, from: string, to: string): Promise<PlanCalendar>;
  put(client: Client, plan: Pick<PlanDetail, 'id' | 'version'>, content: PlanContent): Promise<Response>;
}

export function planHand(url: string, body: string): PlanHand {
  const parsed = async (response: Response): Promise<PlanDetail> => {
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    return PlanDetail.parse(await response.json());
  };
  const step = (client: Client, { id, version }: PlanDetail, name: string, more: object = {}) =>
    client.post(`editorial/plans/${id}/${name}`, { version, ...more });
  const put: PlanHand['put'] = ({ cookie }, { id, version }, content) =>
    fetch(`${url}/api/bodies/${body}/editorial/plans/${id}`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ version, content }),
    });
  return {
    put,
    opens: async (client, content) => parsed(await client.post('editorial/plans', { content })),
    saves: async (client, plan, content) => parsed(await put(client, plan, content)),
    read: async (client, id) => parsed(await client.get(`editorial/plans/${id}`)),
    list: async (client) => PlanList.parse(await (await client.get('editorial/plans')).json()),
    does: async (client, plan, name, more) => parsed(await step(client, plan, name, more)),
    refused: async (client, plan, name, more) => {
      const response = await step(client, plan, name, more);
      assert.ok(response.status >= 400, `${name} was done`);
      return ((await response.json()) as { code: string }).code;
    },
    calendar: async (client, from, to) => {
      const response = await client.get(`editorial/calendar?from=${from}&to=${to}`);
      assert.equal(response.status, 200, await response.clone().text());
      return PlanCalendar.parse(await response.json());
    },
  };
}
