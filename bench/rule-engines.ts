// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from 'node:path';
import { type CompiledPolicy, compile, evaluate, parse } from '#policy';
import { holidaysOf } from '../src/app/holidays.ts';
import { EQUAL_RULES, type FactSet, policyText } from './equal-rules.ts';
import { factSets, itemsOf } from './fact-sets.ts';
import { installPeers } from './install-peers.ts';
import { type Figure, measure, print, speeds } from './measure.ts';
import { cedarEngine } from './peers/cedar.ts';
import type { PeerEngine } from './peers/engine.ts';
import { jsonRulesEngine } from './peers/json-rules.ts';

// The same 24 rules on the same facts in three engines. The others say which rules are touched; Portavoce says that and
// the proposal, the reasons in Italian, the deadline in office hours, the route and what is missing.

const PEERS = join(import.meta.dirname, 'peers');
const FACT_SETS = 500;
const holidays = holidaysOf();

function equalPolicy(): CompiledPolicy {
  const { policy, complaints } = parse(policyText(), 'equal rules');
  if (policy === undefined) throw new Error(complaints.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return compile(policy);
}

/** The engines that can be had here; where they cannot, says why and goes on without them. */
async function availablePeers(): Promise<readonly PeerEngine[]> {
  try {
    await installPeers(PEERS, 'Installo i motori con cui confrontarsi (circa 15 MB)');
    return [cedarEngine(EQUAL_RULES), jsonRulesEngine(EQUAL_RULES)];
  } catch (error) {
    console.log(`other engines not measured: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** Nothing is timed that does not judge alike. */
async function mustAgree(policy: CompiledPolicy, peers: readonly PeerEngine[], sets: readonly FactSet[]) {
  for (const facts of sets)
    for (const { item, signals } of itemsOf([facts])) {
      const ours = evaluate(policy, item, signals, item.at, holidays).clauses.map(({ id }) => id);
      for (const peer of peers) {
        const theirs = await peer.ready(facts).judge();
        if (ours.toSorted().join() === theirs.toSorted().join()) continue;
        throw new Error(
          `${JSON.stringify({ item, signals })}: ${peer.name} touches ${theirs.join()}, we ${ours.join()}`,
        );
      }
    }
}

function measureOurs(what: string, policy: CompiledPolicy, sets: readonly FactSet[]): Promise<Figure> {
  const items = itemsOf(sets);
  return measure(what, { count: items.length, unit: 'judgements' }, () => {
    let told = 0;
    for (const { item, signals } of items) {
      const { clauses, proposal } = evaluate(policy, item, signals, item.at, holidays);
      told += clauses.length + proposal.reasons.length;
    }
    return told;
  });
}

function measurePeer(peer: PeerEngine, sets: readonly FactSet[]): Promise<Figure> {
  const ready = sets.map((facts) => peer.ready(facts));
  return measure(peer.name, { count: ready.length, unit: 'judgements' }, async () => {
    let touched = 0;
    for (const facts of ready) touched += (await facts.judge()).length;
    return touched;
  });
}

/** Prints judgements a second of each engine, beside Portavoce's on the same facts. */
export async function compareRuleEngines(): Promise<void> {
  const policy = equalPolicy();
  const peers = await availablePeers();
  const agreed = `${FACT_SETS} fact sets${peers.length === 0 ? '' : ' on which all engines agree'}`;
  for (const noticing of ['a few', 'everything'] as const) {
    const sets = factSets(FACT_SETS, noticing);
    await mustAgree(policy, peers, sets);
    const ours = await measureOurs('Portavoce', policy, sets);
    const figures = [ours];
    for (const peer of peers) figures.push(await measurePeer(peer, sets));
    const noticed = sets.reduce((sum, facts) => sum + facts.noticed.size, 0) / sets.length;
    console.log(`${EQUAL_RULES.length} clauses, ${noticed.toFixed(1)} categories noticed on average, ${agreed}`);
    const each = ({ bestMs, count }: Figure): number => bestMs / count;
    print(
      figures.map((figure) => ({ ...speeds(figure), 'times slower': `${(each(figure) / each(ours)).toFixed(1)}x` })),
    );
    console.log('');
  }
}
