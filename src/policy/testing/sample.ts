// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CompiledPolicy, compile, type ItemFacts, type PolicyChoices, parse, type Signal } from '../index.ts';

/** A policy's whole text: the usual header and section, with these clauses. */
export const policyText = (clauses: string, version = '1'): string => `---
ente: comune-di-esempio
nome: Comune di Esempio
sigla: ESE
titolo: Prova
versione: ${version}
adottata: dato mancante
fonte: scritta per prova
---

# Policy esterna

## Regole

${clauses}`;

/** A clause of a sample: its number and its blocks. */
export const clauseText = (number: number, ...blocks: readonly string[]): string =>
  [
    `### ESE-${String(number).padStart(3, '0')} · Punto ${number}`,
    'Testo.',
    ...blocks.map((block) => `~~~${block}\n~~~`),
  ].join('\n\n');

/** Every policy has a channel and a rule; these get in nobody's way. */
const CHANNEL = 'canale\nrete: tutti\nmoderazione: dopo';
const THANKS = 'regola\nmodalità: protetto\nse: ringraziamento';

/** A policy from its whole text; throws when it has mistakes. */
export function policyIn(text: string, choices: PolicyChoices = {}): CompiledPolicy {
  const { policy, complaints } = parse(text, 'sample');
  if (policy === undefined)
    throw new Error(complaints.map(({ code, line, message }) => `${code} ${line} ${message}`).join('\n'));
  return compile(policy, { choices });
}

/** A policy made of clauses. */
export const policyOf = (clauses: readonly string[], choices: PolicyChoices = {}): CompiledPolicy =>
  policyIn(policyText(`${[clauseText(1, CHANNEL, THANKS), ...clauses].join('\n\n')}\n`, '3'), choices);

export const signal = (category: string, strength = 1): Signal => ({
  category,
  strength,
  spans: [],
  source: 'test',
  reason: 'prova',
});

/** A comment on Facebook, on a Tuesday morning in winter. */
export const comment = (facts: Partial<ItemFacts> = {}): ItemFacts => ({
  channel: 'facebook',
  kind: 'comment',
  text: 'testo',
  at: new Date('2026-01-13T10:00:00+01:00'),
  ...facts,
});
