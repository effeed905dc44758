// SPDX-License-Identifier: AGPL-3.0-or-later
import { poolOf, silentLog } from '#platform';
import type { Portavoce } from '../../src/app/portavoce.ts';

/** Every row of every table, as its owner reads it: what a backup holds. Bytes are hexadecimal. */
export async function dumpOf({ owner }: Pick<Portavoce, 'owner'>): Promise<ReadonlyMap<string, string>> {
  const pool = poolOf(owner, silentLog, 1);
  try {
    const { rows } = await pool.query<{ name: string }>(TABLES);
    const dump = new Map<string, string>();
    for (const { name } of rows) {
      const { rows: found } = await pool.query<{ row: string }>(
        `select row_to_json(one)::text as row from ${name} one`,
      );
      dump.set(name, found.map(({ row }) => row).join('\n'));
    }
    return dump;
  } finally {
    await pool.end();
  }
}

const TABLES = `
  select format('%I.%I', schemaname, tablename) as name from pg_tables
   where schemaname not in ('pg_catalog', 'information_schema') order by 1`;

/** How a text may stand in another: as it is, within JSON or an address, as hexadecimal, as base64 wherever it begins. */
export function formsOf(secret: string | Buffer): readonly string[] {
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  const asText =
    typeof secret === 'string' ? [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)] : [];
  return [
    ...new Set([...asText, hex, hex.toUpperCase()]),
    ...[0, 1, 2].flatMap((before) => (['base64', 'base64url'] as const).map((form) => within(bytes, before, form))),
  ];
}

/** The signs of the base64 of a longer text that depend on this one alone, when so many bytes come before it, modulo three. */
function within(bytes: Buffer, before: number, form: 'base64' | 'base64url'): string {
  const signs = Buffer.concat([Buffer.alloc(before), bytes])
    .toString(form)
    .replace(/=+$/, '');
  const first = Math.ceil((before * 8) / 6);
  const last = Math.floor(((before + bytes.length) * 8) / 6);
  return signs.slice(first, last);
}

/** The names of the texts where one of the secrets stands, in whatever form. */
export function tracesOf(secrets: readonly (string | Buffer)[], texts: ReadonlyMap<string, string>): readonly string[] {
  const forms = secrets.flatMap(formsOf);
  return [...texts].flatMap(([name, text]) => (forms.some((form) => text.includes(form)) ? [name] : []));
}
