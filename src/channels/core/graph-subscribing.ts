// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { ChannelFault } from '../port.ts';
import { type Graph, type GraphAnswer, graphAt, Success } from './graph.ts';
import type { GraphErrors } from './graph-errors.ts';

// Meta is asked in two steps: the application says where its notices go, then each account adds itself to the application.

export interface GraphApplication {
  readonly baseUrl: string;
  readonly version: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

/** What is heard of one kind of object, and where. */
export interface Hearing {
  readonly object: 'page' | 'instagram';
  readonly fields: readonly string[];
  readonly address: string;
}

const Subscriptions = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      callback_url: z.string().optional(),
      active: z.boolean().default(false),
      fields: z.array(z.object({ name: z.string() })).default([]),
    }),
  ),
});

/** Says where the application is told, unless it is told there already. Throws `ChannelFault`. */
export async function subscribeApplication(
  { baseUrl, version, appId, appSecret, verifyToken }: GraphApplication,
  { object, fields, address }: Hearing,
  errors: GraphErrors,
): Promise<void> {
  // The application's own token, which no proof goes with.
  const graph = graphAt({ baseUrl, version, token: `${appId}|${appSecret}` });
  const path = `${encodeURIComponent(appId)}/subscriptions`;
  const { data } = shaped(await graph('GET', path), Subscriptions, errors);
  const known = data.find((one) => one.object === object && one.active && one.callback_url === address);
  const heard = new Set(known?.fields.map(({ name }) => name));
  if (fields.every((field) => heard.has(field))) return;
  const asked = { object, callback_url: address, fields: fields.join(','), verify_token: verifyToken };
  shaped(await graph('POST', path, asked), Success, errors);
}

/** Adds the account to the application. Throws `ChannelFault`. */
export async function subscribeAccount(
  graph: Graph,
  { subject, fields }: { readonly subject: string; readonly fields: readonly string[] },
  errors: GraphErrors,
): Promise<void> {
  const path = `${encodeURIComponent(subject)}/subscribed_apps`;
  shaped(await graph('POST', path, { subscribed_fields: fields.join(',') }), Success, errors);
}

function shaped<Shape>(answer: GraphAnswer, shape: z.ZodType<Shape>, errors: GraphErrors): Shape {
  if (answer.kind !== 'answer') throw new ChannelFault(errors.faultOf(answer));
  const body = shape.safeParse(answer.body);
  if (!body.success) throw new ChannelFault(errors.unclear('unexpected-shape'), { cause: body.error });
  return body.data;
}
