// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';
import { Changes } from '../ui/changes.tsx';
import { Moment } from '../ui/moment.tsx';
import { diff } from './diff.ts';

const words = it.moderation.versions;

/** How the author changed the text, newest version first, each beside the one before. */
export function Versions({ versions }: { readonly versions: CaseDetail['versions'] }) {
  if (versions.length < 2) return null;
  const rows = versions
    .map((version, index) => ({ version, number: index + 1, before: versions[index - 1] }))
    .reverse();
  return (
    <section className="block" aria-labelledby="versioni">
      <h2 id="versioni">{words.title}</h2>
      <ol className="versions">
        {rows.map(({ version, number, before }) => (
          <li key={`${number} ${version.at}`}>
            <p className="version-head">
              <strong>{before === undefined ? words.first : words.numbered(number)}</strong> <Moment iso={version.at} />
            </p>
            <p>{before === undefined ? version.text : <Changes changes={diff(before.text, version.text)} />}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
