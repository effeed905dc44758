// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordEntry } from '#moderation/contract';
import { it } from '../it.ts';
import { Moment } from '../ui/moment.tsx';

const words = it.audit;
const roles: Readonly<Record<string, string>> = it.role;
const SHOWN_HASH = 12;

/** On a narrow screen each row becomes a small sheet: the names of the columns then stand inside the cells. */
export function RecordTable({ entries }: { readonly entries: readonly RecordEntry[] }) {
  return (
    <table className="record">
      <caption className="visually-hidden">{words.intro}</caption>
      <thead>
        <tr>
          <th scope="col">{words.entry}</th>
          <th scope="col">{words.moment}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.ground}</th>
          <th scope="col">{words.fingerprint}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.seq} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry }: { readonly entry: RecordEntry }) {
  const { person, role } = entry;
  return (
    <tr>
      <td className="record-number">{entry.seq}</td>
      <td className="record-moment">
        <Moment iso={entry.at} />
      </td>
      <td>{entry.summary}</td>
      <td>
        {person ?? words.machine}
        {role === null ? null : <span className="muted small"> {roles[role] ?? role}</span>}
      </td>
      <td>
        {entry.clauses.join(', ')}
        {entry.policyVersion === null ? null : (
          <span className="muted small"> {words.version(entry.policyVersion)}</span>
        )}
      </td>
      <td>
        <details className="fingerprint">
          <summary>
            <span className="visually-hidden">{words.fingerprint} </span>
            {entry.hash.slice(0, SHOWN_HASH)}…
          </summary>
          <code>{entry.hash}</code>
        </details>
      </td>
    </tr>
  );
}
