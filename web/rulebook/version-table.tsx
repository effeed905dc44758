// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { VersionSummary } from '#rulebook/contract';
import { Moment } from '../ui/moment.tsx';
import { rulebookWords } from '../words/rulebook.ts';

const words = rulebookWords.versions;

/** On a narrow screen each row becomes a small sheet, as in the record. */
export function VersionTable({
  body,
  versions,
}: {
  readonly body: string;
  readonly versions: readonly VersionSummary[];
}) {
  const { columns } = words;
  return (
    <table className="record versions-table">
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((version, index) => (
          <tr key={version.version}>
            <td>
              <Link to="/banco/$body/policy/versioni/$version" params={{ body, version: version.version }}>
                {columns.version} {version.version}
              </Link>
            </td>
            <td>
              <span className="tag" data-state={version.state}>
                {words.state[version.state]}
              </span>
            </td>
            <td>{version.act}</td>
            <td className="record-moment">
              <Moment iso={version.inForceSince} />
            </td>
            <td>{version.changeNote ?? (index === versions.length - 1 ? words.firstNote : words.noNote)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
