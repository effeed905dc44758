// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './installation.ts';

/** How software honours a clause; `auto`, `assist` and `config` hang on a block of the file, which a proof must feel. */
export const CLAUSE_KINDS = ['auto', 'assist', 'workflow', 'document', 'config'] as const;

/** Who honours a clause, in the words of `src`. */
export const HONOURING_MODULES = [
  'policy',
  'rulebook',
  'triage',
  'moderation',
  'editorial',
  'accounts',
  'staff',
  'privacy',
  'reports',
  'governance',
  'inbox',
  'delivery',
] as const;

const ledgerClause = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9]*-\d{3}$/),
  /** The slug. */
  body: z.string(),
  area: z.string(),
  kind: z.enum(CLAUSE_KINDS),
  /** Further ways in which it is honoured, after the main one. */
  also: z.array(z.enum(CLAUSE_KINDS)).optional(),
  section: z.string(),
  /** Line and sentence of the source text, `10.1`. */
  source: z.array(z.string()).min(1),
  /** What it says, in our words. */
  clause: z.string(),
  /** What would show it honoured, in words. */
  test: z.string(),
  module: z.enum(HONOURING_MODULES),
});
export type LedgerClause = z.infer<typeof ledgerClause>;

export const LEDGER = join(ROOT, 'policies', 'ledger');
const ENDING = '.ndjson';

/**
 * Every norm taken from the bodies' own texts: what the policy files are held against. One file for each body, named by
 * its slug, one clause a line. Throws for a line that is no clause, or that stands in another body's file.
 */
export function readLedger(folder: string = LEDGER): readonly LedgerClause[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line === '' ? [] : [readLine(line, `${name}:${index + 1}`)])),
  );
}

function readLine(line: string, place: string): LedgerClause {
  const read = ledgerClause.safeParse(JSON.parse(line));
  if (!read.success) throw new Error(`${place}: ${z.prettifyError(read.error)}`);
  const slug = basename(place.slice(0, place.lastIndexOf(':')), ENDING);
  if (read.data.body !== slug) throw new Error(`${place}: ${read.data.id} is of ${read.data.body}`);
  return read.data;
}

/** A proof of these must fail when the clause is altered in the file. */
export const hangsOnABlock = ({ kind }: Pick<LedgerClause, 'kind'>): boolean =>
  kind === 'auto' || kind === 'assist' || kind === 'config';
