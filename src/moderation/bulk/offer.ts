// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { inForce } from '#rulebook';
import type { Option } from '../contract.ts';
import { decidable, decidableAs, matterOf } from '../decide.ts';
import { optionFor } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import type { Case } from '../store.ts';
import { BULK_KINDS, type BulkKind, type BulkOffer, type BulkOption } from './contract.ts';
import { casesByIds } from './store.ts';

/** What may be decided of some cases together: of each decision, for how many, what it does where, and under which clauses. */
export async function offerTogether(ports: ModerationPorts, body: string, ids: readonly string[]): Promise<BulkOffer> {
  return ports.database.inBody(body, async (tx) => {
    const rows = await casesByIds(tx, ids);
    const { version, compiled } = await inForce(tx, body, ports.clock.now());
    const offered = await Promise.all(
      rows.filter(decidable).map(async (row) => ({ row, options: await optionsOf(ports, tx, row) })),
    );
    return {
      policyVersion: version,
      policyDigest: compiled.digest,
      cases: rows.map((row) => ({
        id: row.id,
        number: Number(row.number),
        revision: row.revision,
        network: row.network,
        excerpt: row.excerpt,
        decidable: decidable(row),
      })),
      options: BULK_KINDS.map((kind) => together(kind, offered)),
    };
  });
}

async function optionsOf(ports: ModerationPorts, tx: Tx, row: Case): Promise<ReadonlyMap<string, Option>> {
  const { matter } = await matterOf(ports, tx, row);
  const possible = BULK_KINDS.filter((kind) => decidableAs(row, kind));
  return new Map(possible.map((kind) => [kind, optionFor(kind, matter)]));
}

interface Offered {
  readonly row: Pick<Case, 'network'>;
  readonly options: ReadonlyMap<string, Option>;
}

function together(kind: BulkKind, offered: readonly Offered[]): BulkOption {
  const effects = new Map<string, BulkOption['effects'][number]>();
  const grounds = new Map<string, BulkOption['grounds'][number]>();
  const counts = { available: 0, undoable: 0 };
  for (const { row, options } of offered) {
    const option = options.get(kind);
    if (option === undefined) continue;
    const { available, effect } = option;
    const told = effects.get(`${row.network} ${effect}`) ?? { network: row.network, effect, available, cases: 0 };
    effects.set(`${row.network} ${effect}`, { ...told, cases: told.cases + 1 });
    if (!available) continue;
    counts.available += 1;
    if (option.undoable) counts.undoable += 1;
    for (const { id, title, text, proposed } of option.grounds) {
      // Many together are taken down only under what they touch.
      if (!proposed && (kind === 'hide' || kind === 'remove')) continue;
      const reasons = reasonsUnder(option, id);
      const known = grounds.get(id) ?? { id, title, text, offered: 0, proposed: 0, reasons };
      grounds.set(id, { ...known, offered: known.offered + 1, proposed: known.proposed + (proposed ? 1 : 0) });
    }
  }
  const order = [...grounds.values()].toSorted((a, b) => b.proposed - a.proposed || b.offered - a.offered);
  return { kind, ...counts, effects: [...effects.values()], grounds: order };
}

/** The first sentence of the option names its own clause: said of the clause that is chosen. */
function reasonsUnder({ reasons, grounds }: Option, id: string): string {
  const named = grounds.find((ground) => ground.proposed) ?? grounds[0];
  const chosen = grounds.find((ground) => ground.id === id);
  if (named === undefined || chosen === undefined) return reasons;
  return reasons.replace(named.id, chosen.id).replace(`«${named.title}»`, `«${chosen.title}»`);
}
