// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Office, officesOf } from '#governance';
import type { OfficeView } from '#governance/contract';
import type { Tx } from '#platform';
import { officesNamed } from '#policy';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { OfficesPage } from './contract.ts';
import { isNamed } from './hand-over.ts';
import { termsOf } from './store.ts';

/** The offices that a body keeps beside those that its policy names. */
export async function officesPage(ports: ModerationPorts, body: string): Promise<OfficesPage> {
  return ports.database.inBody(body, async (tx) => {
    const { compiled } = await inForce(tx, body, ports.clock.now());
    const kept = await officesOf(tx, body);
    return {
      offices: kept.map(officeView),
      named: officesNamed(compiled).map(({ name, clauses, address }) => {
        const office = kept.find((one) => isNamed(one, name));
        const given = office?.email ?? address ?? null;
        return { name, clauses: [...clauses], address: given, office: office?.id ?? null };
      }),
      terms: await termsOn(tx, body),
      mailPossible: ports.mail.possible,
    };
  });
}

const officeView = ({ id, name, kind, email, opening, substitutes, also_named }: Office): OfficeView => ({
  ...{ id, name, kind, email, opening, substitutes, alsoNamed: also_named },
});

async function termsOn(tx: Tx, body: string): Promise<OfficesPage['terms']> {
  const terms = await termsOf(tx, body);
  if (terms === undefined) return null;
  const { remind_minutes, escalate_minutes, link_days, act, person_name, at } = terms;
  const times = { remindMinutes: remind_minutes, escalateMinutes: escalate_minutes, linkDays: link_days };
  return { ...times, act, by: person_name, at: at.toISOString() };
}
