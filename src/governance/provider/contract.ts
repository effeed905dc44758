// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Role } from '../role.ts';

/** `GET /api/auth/providers`: what the sign-in page offers, for everyone. */
export const Providers = z.object({ items: z.array(z.object({ body: z.string(), name: z.string() })) });
export type Providers = z.infer<typeof Providers>;

/** `POST /api/auth/provider/{body}/start` */
export const StartRequest = z.object({
  /** Where to go afterwards: a page of the desk. */
  back: z.string().max(2000).default(''),
  /** The one-use link of an invitation, for whoever enters for the first time. */
  invitation: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable()
    .default(null),
});
export type StartRequest = z.infer<typeof StartRequest>;

/** Where the browser has to go. */
export const Started = z.object({ url: z.url() });

/** `POST /api/auth/sign-out` */
export const SignedOut = z.object({
  signedOut: z.literal(true),
  /** Where the session at the provider ends too; null: there is none. */
  elsewhere: z.url().nullable(),
});
export type SignedOut = z.infer<typeof SignedOut>;

/** Why one came back from a provider without having entered; as it stands in the address of the sign-in page. */
export const PROVIDER_FAULTS = [
  'annullato',
  'ricomincia',
  'servizio',
  'risposta',
  'orologio',
  'fattore',
  'sconosciuto',
  'collegato',
  'invito',
] as const;
export const ProviderFault = z.enum(PROVIDER_FAULTS);
export type ProviderFault = z.infer<typeof ProviderFault>;

/** `GET /api/bodies/{body}/access`: how the people of a body prove who they are. */
export const AccessPage = z.object({
  /** Null: there is none; whoever runs the machine enters it. */
  provider: z
    .object({
      name: z.string(),
      issuer: z.string(),
      /** What the provider has to know of the desk. */
      redirect: z.string(),
      acrValues: z.array(z.string()),
      amrValues: z.array(z.string()),
      byEmail: z.boolean(),
    })
    .nullable(),
  rules: z.array(z.object({ role: Role, since: z.iso.datetime().nullable() })),
  /** Ids of people with a second factor of the desk. */
  withFactor: z.array(z.string()),
  /** Ids of people who are known at the provider. */
  known: z.array(z.string()),
});
export type AccessPage = z.infer<typeof AccessPage>;

/** `POST /api/bodies/{body}/access/by-email` */
export const ByEmailRequest = z.object({ byEmail: z.boolean() });
