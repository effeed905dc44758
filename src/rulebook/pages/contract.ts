// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

// The public pages as data: what stands beside each of them under the same address with `.json`. A page is made from its data
// and says nothing else. Moments are ISO 8601 in UTC, days `YYYY-MM-DD` in Europe/Rome, addresses paths of this server. What
// the policy does not say is null, or «dato mancante» inside a line of words.

const Moment = z.iso.datetime();
const Day = z.iso.date();

/** Which policy, in which state, a page speaks from. */
export const About = z.object({
  body: z.object({ slug: z.string(), name: z.string() }),
  title: z.string(),
  version: z.string(),
  state: z.enum(['scheduled', 'in-force', 'past']),
  adopted: z.object({
    act: z.string().describe('as it is cited'),
    date: Day.nullable(),
    source: z.string().nullable().describe('act and day as the text of the policy itself gives them'),
  }),
  inForceSince: Moment,
  inForceUntil: Moment.nullable(),
  changeNote: z.string().nullable().describe('what this version changes'),
  updatedAt: Moment.describe('the last adoption or recorded act that this page shows'),
  digest: z.string().describe('SHA-256 of what judges: the text, and what was recorded beside it'),
  licence: z.object({ name: z.string(), clause: z.string() }).nullable(),
  accessibility: z
    .object({ address: z.string(), clause: z.string() })
    .nullable()
    .describe('where the statement of accessibility is'),
  demo: z.boolean(),
});
export type About = z.infer<typeof About>;

const Links = z.object({ page: z.string(), data: z.string() });

const Prose = z.array(z.object({ kind: z.enum(['paragraph', 'item']), text: z.string() }));

export const ClauseView = z.object({
  id: z.string(),
  title: z.string(),
  link: z.string(),
  prose: Prose,
  blocks: z.array(z.object({ kind: z.string(), label: z.string(), lines: z.array(z.string()) })),
  sleep: z
    .object({
      what: z.enum(['clause', 'comments']),
      waitsFor: z.string().nullable(),
      act: z.string().nullable().describe('the act that ended the waiting; null: it still waits'),
    })
    .nullable(),
});
export type ClauseView = z.infer<typeof ClauseView>;

export const SectionView = z.object({
  title: z.string(),
  path: z.array(z.string()).describe('the title’s own steps, from the widest'),
  prose: Prose,
  clauses: z.array(ClauseView),
});
export type SectionView = z.infer<typeof SectionView>;

/** `/policy/{body}.json`, `/policy/{body}/interna.json`, `/policy/{body}/versioni/{version}.json`. */
export const PolicyView = z.object({
  about: About,
  links: Links,
  audience: z.enum(['external', 'internal']),
  changes: z
    .array(z.object({ version: z.string(), inForceSince: Moment, note: z.string() }))
    .describe('what this version and those before it changed, the newest first'),
  prose: Prose,
  sections: z.array(SectionView),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const CONDUCT_GROUPS = ['protected', 'asked', 'must-remove', 'may-remove', 'next'] as const;
/** `/policy/{body}/netiquette.json`: only the clauses that say how one writes and what follows; each in one group. */
export const ConductView = z.object({
  about: About,
  links: Links,
  groups: z.array(z.object({ group: z.enum(CONDUCT_GROUPS), clauses: z.array(ClauseView) })),
});
export type ConductView = z.infer<typeof ConductView>;

/** Something said, and the clause that says it; null clause: the register, or nobody. */
const Fact = z.object({ label: z.string(), value: z.string(), clause: z.string().nullable() });
export type Fact = z.infer<typeof Fact>;

export const RegisteredAccount = z.object({
  network: z.string(),
  name: z.string(),
  handle: z.string(),
  url: z.string(),
  act: z.string().describe('the act that authorised it'),
  state: z.enum(['active', 'suspended']),
});
export type RegisteredAccount = z.infer<typeof RegisteredAccount>;

/** `/policy/{body}/account.json`. */
export const AccountsView = z.object({
  about: About,
  links: Links,
  everywhere: z.boolean().describe('true: the policy speaks of all networks and names none'),
  others: z
    .object({ text: z.string(), clause: z.string() })
    .nullable()
    .describe('what holds of accounts that are not listed; null: the policy does not say'),
  networks: z.array(
    z.object({
      network: z.string(),
      name: z.string(),
      policy: z.array(Fact).nullable().describe('null: the policy does not present this network'),
      registered: z.array(RegisteredAccount).describe('official accounts, in force or suspended'),
    }),
  ),
});
export type AccountsView = z.infer<typeof AccountsView>;

const Range = z.object({ from: z.string().describe('`09:00`'), to: z.string().describe('`24:00` at most') });
const HoursDay = z.object({ date: Day, weekday: z.string(), holiday: z.string().nullable(), ranges: z.array(Range) });

export const HoursGroup = z.object({
  networks: z.array(z.string()).describe('as they are called; empty: all'),
  source: z.enum(['policy', 'choice', 'missing']),
  clause: z.string().nullable(),
  act: z.string().nullable().describe('choice: the act or decision that gives the hours where the policy does not'),
  silentOnHolidays: z.boolean(),
  openNow: z.boolean().nullable().describe('null: the hours are not known'),
  week: z.array(HoursDay).describe('from Monday to Sunday; empty: the hours are not known'),
});
export type HoursGroup = z.infer<typeof HoursGroup>;

const Said = z.object({ clause: z.string(), title: z.string(), lines: z.array(z.string()) });
export type Said = z.infer<typeof Said>;

/** `/policy/{body}/orari-e-contatti.json`. */
export const HoursView = z.object({
  about: About,
  links: Links,
  today: Day,
  moderation: z.array(HoursGroup),
  holidays: z.array(z.object({ date: Day, name: z.string() })).describe('the next ones'),
  hours: z.array(Said),
  cover: z.array(Said),
  extra: z
    .array(
      z.object({
        from: Day,
        to: Day.describe('counted too'),
        ranges: z.array(Range),
        networks: z.array(z.string()).describe('empty: all'),
        act: z.string(),
      }),
    )
    .describe('exceptional cover that the body recorded, now or to come'),
  replies: z.array(Said),
  contacts: z.array(Said),
  offices: z.array(Said),
});
export type HoursView = z.infer<typeof HoursView>;

/** `/policy/{body}/versioni.json`. */
export const VersionsView = z.object({
  about: About,
  links: Links,
  versions: z.array(
    About.pick({
      version: true,
      title: true,
      state: true,
      inForceSince: true,
      inForceUntil: true,
      changeNote: true,
    }).extend({
      adopted: About.shape.adopted.omit({ source: true }),
      digest: z.string().describe('SHA-256 of the file'),
      links: Links,
    }),
  ),
});
export type VersionsView = z.infer<typeof VersionsView>;

/** `/policy.json`. */
export const DirectoryView = z.object({
  bodies: z.array(z.object({ slug: z.string(), name: z.string(), links: Links })),
});
export type DirectoryView = z.infer<typeof DirectoryView>;
