// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// Notices on people's own devices, beside the letters of an alarm. Moments are ISO 8601 in UTC.

const Moment = z.iso.datetime();

/** Why nothing arrives: its carrier is not reached, has no time, or takes nothing from this installation. */
export const PUSH_TROUBLES = ['unreachable', 'busy', 'refused'] as const;
export type PushTrouble = (typeof PUSH_TROUBLES)[number];

export const PushDevice = z.object({
  id: z.string(),
  name: z.string(),
  carrier: z.string().describe('whose service carries what is sent to it'),
  /** SHA-256 of its address, hexadecimal: how a browser knows itself. */
  mark: z.string(),
  since: Moment,
  state: z.enum(['on', 'gone']),
  /** `displaced`: another person turned notices on in the same browser. Null: it is on. */
  why: z.enum(['gone', 'displaced']).nullable(),
  /** When its carrier last took something for it. */
  reachedAt: Moment.nullable(),
  trouble: z.object({ kind: z.enum(PUSH_TROUBLES), since: Moment }).nullable(),
});
export type PushDevice = z.infer<typeof PushDevice>;

/** `GET /api/bodies/{body}/push`: one's own devices, and whose services take nothing, for whomever in the body. */
export const PushView = z.object({
  possible: z.boolean(),
  /** What a browser ties its subscription to, base64url. */
  key: z.string(),
  devices: z.array(PushDevice),
  silent: z.array(z.object({ carrier: z.string(), kind: z.enum(PUSH_TROUBLES), since: Moment })),
});
export type PushView = z.infer<typeof PushView>;

export const PUSH_NAME_LENGTH = 60;

/** `POST …/push/devices`: as the browser's own `PushSubscription` says it. */
export const PushDeviceRequest = z.object({
  name: z.string().trim().min(1).max(PUSH_NAME_LENGTH),
  subscription: z.object({
    endpoint: z.string().max(4000),
    keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
  }),
});
export type PushDeviceRequest = z.infer<typeof PushDeviceRequest>;

/** `POST …/push/devices/{id}/trial`: what became of one sent now. `accepted`: taken by the carrier, which is not yet shown. */
export const PushTrial = z.object({
  outcome: z.enum(['accepted', 'gone', ...PUSH_TROUBLES]),
  carrier: z.string(),
  view: PushView,
});
export type PushTrial = z.infer<typeof PushTrial>;
