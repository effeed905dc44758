// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Tx } from '#platform';
import { type LiveConnection, liveConnections } from './connection-store.ts';
import { daysBefore, openedExpiries, type WARNING_DAYS } from './expiries.ts';
import type { AccountPorts, Place } from './ports.ts';
import { accountById } from './store.ts';
import type { WarningKind } from './tables.ts';
import { tellScreens } from './tell.ts';
import { insertWarning } from './warning-store.ts';

export interface NewWarning {
  readonly what: WarningKind;
  /** Of an expiry, its moment; of what is told at once, when it was found. */
  readonly until: Date;
  /** 0: it is so already. */
  readonly days: (typeof WARNING_DAYS)[number];
}

/** Gives a warning, unless it was given before: into the record, and to open screens. */
export async function warn(ports: AccountPorts, tx: Tx, { place, warning }: { place: Place; warning: NewWarning }) {
  const { body, account } = place;
  const now = ports.clock.now();
  if (!(await insertWarning(tx, { account_id: account, body, ...warning, told_at: now }))) return;
  const row = await accountById(tx, account);
  await record(tx, body, now, {
    kind: 'account.warned',
    subject: account,
    person: null,
    grounds: [],
    policyVersion: null,
    summary: `Account ${row?.name ?? ''} (${row?.network ?? ''}): ${wordsOf(warning)}`,
    facts: { what: warning.what, until: warning.until.toISOString(), days: warning.days },
  });
  await tellScreens(ports, tx, place);
}

/** Warns of what only a person can renew: 30, 14, 7 and 2 days before, and when it is over; each once. */
export async function warnDue(ports: AccountPorts, body: string): Promise<void> {
  const now = ports.clock.now();
  await ports.database.inBody(body, async (tx) => {
    for (const connection of await liveConnections(tx, body))
      for (const warning of dueOn(connection, now))
        await warn(ports, tx, { place: { body, account: connection.account_id }, warning });
  });
}

export const dueOn = ({ expiries }: Pick<LiveConnection, 'expiries'>, now: Date): readonly NewWarning[] =>
  openedExpiries(expiries)
    .filter(({ by }) => by === 'person')
    .flatMap(({ what, at }) => {
      const days = daysBefore(at, now);
      return days === null ? [] : [{ what, until: at, days }];
    });

const EXPIRING: Readonly<Record<'access' | 'renewal' | 'permission', readonly [soon: string, over: string]>> = {
  access: ['l’accesso scade', 'l’accesso è scaduto'],
  renewal: ['il rinnovo automatico finisce', 'il rinnovo automatico è finito'],
  permission: ['il permesso dato dalla persona scade', 'il permesso dato dalla persona è scaduto'],
};

/** One Italian line, without the final stop. */
export function wordsOf({ what, until, days }: NewWarning): string {
  if (what === 'connection') return 'il social non accetta più il collegamento: va rifatto da una persona';
  if (what === 'role') return 'chi ha collegato l’account non ha più il ruolo che serve sul social';
  if (what === 'lacking') return 'mancano permessi per una parte di ciò che il banco fa';
  const [soon, over] = EXPIRING[what];
  const day = DAY.format(until);
  return days === 0 ? `${over} il ${day}: va ricollegato` : `${soon} il ${day}: va ricollegato da una persona prima`;
}

const DAY = new Intl.DateTimeFormat('it-IT', {
  timeZone: 'Europe/Rome',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
