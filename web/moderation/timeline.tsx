// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordEntry } from '#moderation/contract';
import { it } from '../it.ts';
import { Moment } from '../ui/moment.tsx';

const words = it.moderation.history;

/** What the record keeps of this case: who did what, under which clause and version, and when. */
export function Timeline({ record }: { readonly record: readonly RecordEntry[] }) {
  return (
    <section className="block" aria-labelledby="storia">
      <h2 id="storia">{words.title}</h2>
      {record.length === 0 ? <p className="muted">{words.empty}</p> : null}
      <ol className="timeline">
        {record.map((entry) => (
          <li key={entry.seq}>
            <p>{entry.summary}</p>
            <p className="muted small">
              <Moment iso={entry.at} /> · {who(entry)}
              {entry.clauses.length === 0 ? '' : ` · ${words.clauses(entry.clauses)}`}
              {entry.policyVersion === null ? '' : ` · ${words.version(entry.policyVersion)}`}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const roles: Readonly<Record<string, string>> = it.role;

function who({ person, role }: RecordEntry): string {
  if (person === null) return words.machine;
  return role === null ? person : `${person} (${roles[role] ?? role})`;
}
