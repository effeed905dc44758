// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

export * from './registering/contract.ts';

// What the desk and the server say to each other about accounts. Moments are ISO 8601 in UTC. Secrets go in, never out.

const Moment = z.iso.datetime();
/** A network's name, as `GET /api/networks` lists them. */
export const Network = z.string().min(1).max(40);

/** One line, as it stands in the record. */
const Line = z
  .string()
  .trim()
  .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text), 'va scritto su una riga sola');
const Words = z.record(z.string(), z.string());
const Secrets = z.record(z.string().max(60), z.string().max(10_000));

export const CapabilityView = z.object({
  capability: z.string(),
  /** Italian: what one does. */
  label: z.string(),
  how: z.enum(['api', 'limited', 'by-hand', 'none']),
  pushed: z.boolean(),
  /** Italian: what really happens there. */
  effect: z.string(),
});
export type CapabilityView = z.infer<typeof CapabilityView>;

/** `GET /api/networks`: what each network is, asks for and offers. */
export const NetworkView = z.object({
  network: Network,
  label: z.string(),
  /** `sign-in`: a person goes there and comes back. `secrets`: they are written down. `none`: nothing to connect. */
  connecting: z.enum(['sign-in', 'secrets', 'none']),
  /** Of its interface; null: each place has its own. */
  address: z.string().nullable(),
  /** What the body has to declare, as it is to be shown; null: nothing. */
  declaration: z.string().nullable(),
  /** Secrets of the body's application, or of the account itself, with what each is. */
  secrets: Words,
  /** What is asked of the person who connects, and why. */
  scopes: Words,
  capabilities: z.array(CapabilityView),
});
export type NetworkView = z.infer<typeof NetworkView>;
/** `returnAddress`: where networks send people back to, as it has to be written in the body's application there. */
export const NetworkList = z.object({ items: z.array(NetworkView), returnAddress: z.string() });
export type NetworkList = z.infer<typeof NetworkList>;

export const ACCOUNT_STATES = ['connected', 'lost', 'not-connected', 'declaration-missing', 'by-hand'] as const;

export const WarningView = z.object({
  what: z.enum(['access', 'renewal', 'permission', 'connection', 'role', 'lacking']),
  /** Of an expiry its moment, otherwise when it was found. */
  until: Moment,
  days: z.union([z.literal(30), z.literal(14), z.literal(7), z.literal(2), z.literal(0)]),
  /** Italian, one line without the final stop. */
  text: z.string(),
});
export type WarningView = z.infer<typeof WarningView>;

const DeclarationGiven = z.object({ at: Moment, act: z.string(), by: z.string().nullable() });

export const AccountView = z.object({
  id: z.string(),
  network: Network,
  label: z.string().describe('of the network'),
  name: z.string(),
  handle: z.string(),
  url: z.string(),
  act: z.string().describe('that approved the account'),
  state: z.enum(ACCOUNT_STATES),
  /** Why it is not connected, in Italian; null: it is. */
  trouble: z.string().nullable(),
  reading: z.object({
    /** Seconds between two readings; null: nobody reads it but people. */
    everySeconds: z.number().nullable(),
    /** The network also tells by itself. */
    webhook: z.boolean(),
    toldAt: Moment.nullable(),
    /** Why the network does not tell by itself though it could, in Italian; null: it does, or need not be asked. */
    notices: z.string().nullable(),
    readAt: Moment.nullable(),
    /** Attempts failed in a row, and why in Italian. */
    failures: z.number().int(),
    error: z.string().nullable(),
  }),
  writtenAt: Moment.nullable(),
  checkedAt: Moment.nullable(),
  renewedAt: Moment.nullable(),
  expiries: z.array(
    z.object({ what: z.enum(['access', 'renewal', 'permission']), at: Moment, by: z.enum(['desk', 'person']) }),
  ),
  /** Capabilities that the connection may not use any more. */
  lacking: z.array(z.string()),
  /** As the network told at the last check. */
  quota: z.object({ left: z.number(), of: z.number(), resetsAt: Moment.nullable() }).nullable(),
  /** The body's own count of the day's units. */
  allowance: z.object({ day: z.string(), of: z.number(), left: z.number(), leftForReads: z.number() }).nullable(),
  declaration: z.object({ needed: z.boolean(), given: DeclarationGiven.nullable() }),
  connecting: z.enum(['sign-in', 'secrets', 'none']),
  /** Where its interface lives; null: not connected. */
  baseUrl: z.string().nullable(),
  warnings: z.array(WarningView),
  capabilities: z.array(CapabilityView),
});
export type AccountView = z.infer<typeof AccountView>;

/** `GET /api/bodies/{body}/accounts`. `networks`: what the body has ready on each network that needs something. */
export const AccountList = z.object({
  items: z.array(AccountView),
  networks: z.array(
    z.object({
      network: Network,
      declared: DeclarationGiven.nullable(),
      /** Names of the application's secrets already kept; null: no application yet. */
      application: z.object({ baseUrl: z.string(), set: z.array(z.string()) }).nullable(),
    }),
  ),
});
export type AccountList = z.infer<typeof AccountList>;

/** `POST /api/bodies/{body}/accounts`: registers one that is worked by hand, or whose secrets follow. */
export const NewAccountRequest = z.strictObject({
  network: Network,
  externalId: Line.min(1).max(300),
  handle: Line.min(1).max(300),
  name: Line.min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  act: Line.min(3).max(200),
  /** The authorised request that it is opened by: its act counts. */
  request: z.uuid().optional(),
});
export type NewAccountRequest = z.infer<typeof NewAccountRequest>;
export const RegisteredAccount = z.object({ account: z.string() });
export type RegisteredAccount = z.infer<typeof RegisteredAccount>;

/** `POST /api/bodies/{body}/accounts/{account}/secrets` and `PUT /api/bodies/{body}/networks/{network}/application` */
export const SecretsRequest = z.strictObject({ baseUrl: z.string().trim().min(1).max(300), secrets: Secrets });
export type SecretsRequest = z.infer<typeof SecretsRequest>;

/** `POST /api/bodies/{body}/networks/{network}/declaration`: `text` as the person read it. */
export const DeclarationRequest = z.strictObject({ text: z.string().max(4000), act: Line.min(3).max(200) });
export type DeclarationRequest = z.infer<typeof DeclarationRequest>;

/** `POST /api/bodies/{body}/connections`: the address to send the person to. */
export const BeginRequest = z.strictObject({ network: Network, account: z.uuid().nullable() });
export type BeginRequest = z.infer<typeof BeginRequest>;
export const Begun = z.object({ address: z.string() });

/** `POST /api/bodies/{body}/connections/return`: what the person came back with. */
export const ReturnRequest = z.strictObject({ state: z.string().max(200), code: z.string().min(1).max(4000) });
export type ReturnRequest = z.infer<typeof ReturnRequest>;

export const ChoiceView = z.object({
  externalId: z.string(),
  handle: z.string(),
  name: z.string(),
  account: z.string().nullable().describe('its id in the register; null: it has to be registered first'),
  url: z.string().nullable().describe('its public address, as far as it can be told'),
});
export type ChoiceView = z.infer<typeof ChoiceView>;
export const Returned = z.union([
  z.object({ connected: z.string() }),
  z.object({ network: Network, choices: z.array(ChoiceView) }),
]);
export type Returned = z.infer<typeof Returned>;

/** `POST /api/bodies/{body}/connections/choice` */
export const ChoiceRequest = z.strictObject({
  state: z.string().max(200),
  externalId: z.string().max(300),
  registration: z
    .strictObject({
      act: Line.min(3).max(200),
      url: z.url({ protocol: /^https?$/ }).max(2000),
      name: Line.min(1).max(200),
      request: z.uuid().optional(),
    })
    .nullable(),
});
export type ChoiceRequest = z.infer<typeof ChoiceRequest>;

/** `POST /api/bodies/{body}/accounts/{account}/disconnection` */
export const DisconnectRequest = z.strictObject({ reason: Line.min(5).max(500) });
export type DisconnectRequest = z.infer<typeof DisconnectRequest>;
