// SPDX-License-Identifier: AGPL-3.0-or-later
import { verify } from '#audit';
import { systemClock } from '#kernel';
import { silentLog } from '#platform';
import { startPortavoce } from '../../src/app/portavoce.ts';
import { commentsIn, type SandboxHand, type WriteCall } from '../support/sandbox-hand.ts';
import type { Acknowledged } from './moderator.ts';
import { BODY, type Setting } from './prepare.ts';

export interface Aftermath {
  readonly dataDir: string;
  readonly setting: Setting;
  readonly facebook: SandboxHand;
  /** Comments that Facebook holds. */
  readonly written: readonly string[];
  readonly decided: readonly Acknowledged[];
}

export interface Verdict {
  readonly figures: readonly string[];
  readonly faults: readonly string[];
}

interface Kept {
  readonly items: ReadonlySet<string>;
  /** Decisions by their key, with the comment decided on and the state of their write. */
  readonly decisions: ReadonlyMap<string, { readonly target: string; readonly state: string }>;
  readonly decisionCount: number;
  readonly recorded: number;
  readonly chain: Awaited<ReturnType<typeof verify>>;
}

/** Opens what the crashes left, and compares it with what was promised and with what Facebook shows. */
export async function verdict({ dataDir, facebook, written, decided }: Aftermath): Promise<Verdict> {
  const kept = await read(dataDir);
  const acknowledged = new Set(
    (await facebook.deliveries()).filter(({ answered }) => answered === 200).flatMap(({ body }) => commentsIn(body)),
  );
  const lost = [...acknowledged].filter((id) => !kept.items.has(id));
  const missing = written.filter((id) => !kept.items.has(id));
  const forgotten = decided.filter(({ key }) => !kept.decisions.has(key));
  const writes = (await facebook.writes()).filter(({ effect }) => effect);
  const effects = decided.map((one) => effectOf(one, kept, writes));
  const doubled = effects.filter(({ times }) => times > 1).length;
  const undone = effects.filter(({ times, state }) => times === 0 || state !== 'confirmed');
  const strays = kept.decisionCount - decided.length;

  const faults = [
    ...lost.map((id) => `acknowledged comment ${id} is not there`),
    ...missing.map((id) => `comment ${id} never arrived`),
    ...forgotten.map(({ key }) => `acknowledged decision ${key} is not there`),
    ...(doubled > 0 ? [`${doubled} enforcements were done more than once`] : []),
    ...undone.map(({ key, state, times }) => `decision ${key}: write is ${state}, seen ${times} times on the network`),
    ...(kept.recorded === kept.decisionCount
      ? []
      : [`${kept.recorded} decisions in the record, ${kept.decisionCount} taken`]),
    ...(kept.chain.intact ? [] : [`the record is broken: ${kept.chain.firstFault?.what}`]),
  ];
  const figures = [
    `comments: ${written.length} written, ${written.filter((id) => acknowledged.has(id)).length} acknowledged by webhook, ${written.length - missing.length} kept, ${lost.length} acknowledged and lost`,
    `decisions: ${decided.length} acknowledged, ${forgotten.length} lost, ${strays} taken without the answer arriving`,
    `enforcements: ${effects.filter(({ times }) => times === 1).length} done once, ${doubled} done twice, ${undone.length} not confirmed`,
    `record: ${kept.chain.entries} entries, chain ${kept.chain.intact ? 'intact' : 'BROKEN'}`,
  ];
  return { figures, faults };
}

/** How often a decision changed the network, and what the desk believes of it. */
function effectOf({ key, kind, reply }: Acknowledged, kept: Kept, writes: readonly WriteCall[]) {
  const { target = '', state = 'none' } = kept.decisions.get(key) ?? {};
  const isIt = ({ path, parameters }: WriteCall) =>
    kind === 'hide' ? path.includes(target) && parameters.is_hidden === 'true' : parameters.message === reply;
  return { key, state, times: writes.filter(isIt).length };
}

async function read(dataDir: string): Promise<Kept> {
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: undefined,
    publicUrl: undefined,
    demo: false,
    startedAt: 0,
  };
  const portavoce = await startPortavoce({ config, clock: systemClock, log: silentLog, say: () => {} });
  const { pool, inBody } = portavoce.ports.database;
  const client = await pool.connect();
  try {
    await client.query("select set_config('app.body', $1, false)", [BODY]);
    const items = await client.query<{ external_id: string }>('select external_id from item');
    const decisions = await client.query<{ key: string; target: string; state: string | null }>(
      `select d.idempotency_key as key, i.external_id as target, c.state
         from decision d join moderation_case m on m.id = d.case_id join item i on i.id = m.item_id
         left join delivery_command c on c.cause = d.id::text`,
    );
    const recorded = await client.query<{ count: number }>(
      "select count(*)::int as count from audit_entry where kind = 'decision.taken'",
    );
    return {
      items: new Set(items.rows.map((row) => row.external_id)),
      decisions: new Map(decisions.rows.map(({ key, target, state }) => [key, { target, state: state ?? 'none' }])),
      decisionCount: decisions.rows.length,
      recorded: recorded.rows[0]?.count ?? 0,
      chain: await inBody(BODY, (tx) => verify(tx, BODY)),
    };
  } finally {
    await client.query("select set_config('app.body', '', false)");
    client.release();
    await portavoce.stop();
  }
}
