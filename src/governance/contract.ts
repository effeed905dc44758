// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { Role } from './role.ts';

export * from './office-contract.ts';
export * from './people/contract.ts';
export * from './provider/contract.ts';
export * from './role.ts';
export * from './second-factor/contract.ts';
export * from './tokens/contract.ts';

/** A person's mandate in one body. */
export const Mandate = z.object({
  body: z.string().describe('slug of the body'),
  bodyName: z.string(),
  role: Role,
  office: z.string().nullable(),
  factorWanted: z.boolean().describe('whether the body wants a second factor of this role'),
});
export type Mandate = z.infer<typeof Mandate>;

/** `POST /api/auth/sign-in/email` */
export const SignInRequest = z.object({ email: z.string().min(1).max(320), password: z.string().min(1).max(1024) });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Its answer: whether that was all, or a code is still to come (`POST /api/auth/second-factor`). */
export const SignInAnswer = z.object({ signedIn: z.boolean(), next: z.enum(['second-factor']).optional() });
export type SignInAnswer = z.infer<typeof SignInAnswer>;

/** `GET /api/session` */
export const Session = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  mandates: z.array(Mandate).describe('one a body: the widest role held there'),
  demo: z.boolean().describe('true on the demo world: a banner says so'),
  factorShown: z.boolean().describe('whether a second factor was shown on entering'),
});
export type Session = z.infer<typeof Session>;

/** RFC 9457; every error of the API has this shape. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  code: z.string(),
  hint: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
