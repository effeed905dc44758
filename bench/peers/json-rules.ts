// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module';
import type { EqualRule, FactSet } from '../equal-rules.ts';
import type { PeerEngine } from './engine.ts';

const PACKAGE = 'json-rules-engine';

interface Condition {
  readonly fact: string;
  readonly operator: 'greaterThanInclusive' | 'in';
  readonly value: number | readonly string[];
}
interface Rule {
  readonly conditions: { readonly all: readonly (Condition | { readonly any: readonly Condition[] })[] };
  readonly event: { readonly type: string };
}
interface Engine {
  run(
    facts: Readonly<Record<string, string | number>>,
  ): Promise<{ readonly events: readonly { readonly type: string }[] }>;
}

/** What is used of the package, which is installed apart and may not be there when types are checked. */
interface JsonRulesEngine {
  readonly Engine: new (rules: readonly Rule[], options: { readonly allowUndefinedFacts: boolean }) => Engine;
}

function ruleOf({ id, anyOf, atLeast, channels, kinds }: EqualRule): Rule {
  const oneOf = (fact: string, value: readonly string[] | undefined): readonly Condition[] =>
    value === undefined ? [] : [{ fact, operator: 'in', value }];
  const any = anyOf.map((fact): Condition => ({ fact, operator: 'greaterThanInclusive', value: atLeast }));
  return {
    conditions: { all: [...oneOf('channel', channels), ...oneOf('kind', kinds), { any }] },
    event: { type: id },
  };
}

/** A rule touched is an event; what was not noticed is an undefined fact, which matches nothing. */
export function jsonRulesEngine(rules: readonly EqualRule[]): PeerEngine {
  const require = createRequire(import.meta.url);
  const { Engine }: JsonRulesEngine = require(PACKAGE);
  const { version }: { readonly version: string } = require(`${PACKAGE}/package.json`);
  const engine = new Engine(rules.map(ruleOf), { allowUndefinedFacts: true });
  const ready = ({ channel, kind, noticed }: FactSet) => {
    const facts = { channel, kind, ...Object.fromEntries(noticed) };
    return { judge: async () => (await engine.run(facts)).events.map(({ type }) => type) };
  };
  return { name: `${PACKAGE} ${version}`, ready };
}
