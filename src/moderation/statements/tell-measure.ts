// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { Told } from '../ladder/tables.ts';
import type { ModerationPorts } from '../ports.ts';
import { pageOf } from './facts.ts';
import { mayBePublic, wordsOf } from './issue.ts';
import { latestChoice, statementByCause, updateStatement } from './store.ts';

/**
 * What leads the author of a warning or a ban to its reasons, to stand at the end of the words by which they are told of it; null
 * where nothing may, or there are none. In public only where the body turned the notice on. Asked once for each telling: where
 * nothing leads there, a person is still to give them.
 */
export async function leadToReasons(
  { vault, url }: Pick<ModerationPorts, 'vault' | 'url'>,
  tx: Tx,
  { measure, told }: { readonly measure: string; readonly told: Told },
): Promise<string | null> {
  const statement = await statementByCause(tx, measure);
  const words = statement && (await wordsOf({ tx, vault }, statement));
  if (statement === undefined || words === undefined || words === null || statement.given_at !== null) return null;
  const inPublic = mayBePublic(statement.measure, (await latestChoice(tx, statement.body))?.public_notice);
  const page = pageOf(url, words.code);
  if (told === 'public') {
    await updateStatement(tx, statement.id, { told: inPublic === 'allowed' ? 'public' : 'by-hand' });
    return inPublic === 'allowed' ? `Chi ha scritto trova i motivi e il riesame a questa pagina: ${page}` : null;
  }
  await updateStatement(tx, statement.id, { told: told === 'private' ? 'with-measure' : 'by-hand' });
  return `Motivi e riesame: ${page}`;
}
