// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from '@tanstack/react-router';
import type { VersionSummary } from '#rulebook/contract';
import { Icon } from '../ui/icon.tsx';
import { fullMoment } from '../ui/moment-words.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { dayWords } from './day-words.ts';
import { versionFile } from './rulebook.ts';

const words = rulebookWords.inForce;

export function VersionInForce({ body, version }: { readonly body: string; readonly version: VersionSummary }) {
  return (
    <section className="sheet in-force" aria-labelledby="in-vigore">
      <h2 id="in-vigore">
        {words.title}: {version.title}
      </h2>
      <p className="in-force-version">
        {words.version(version.version)}, {words.since(fullMoment(version.inForceSince))}
      </p>
      <VersionFacts version={version} />
      <p className="version-links">
        <Link to="/banco/$body/policy/versioni/$version" params={{ body, version: version.version }}>
          {words.read}
        </Link>
        <a href={`/policy/${body}`}>{words.public}</a>
        <a href={`/policy/${body}/interna`}>{words.internal}</a>
        <a href={versionFile(body, version.version)} download>
          <Icon name="it-arrow-down" /> {words.download}
        </a>
      </p>
    </section>
  );
}

/** The act, who wrote and who approved, and the fingerprint of the file. */
export function VersionFacts({ version }: { readonly version: VersionSummary }) {
  const { act, actDate, proposedBy, approvedBy, digest } = version;
  return (
    <dl className="facts">
      <div>
        <dt>{words.act}</dt>
        <dd>
          {act}
          {actDate === null || act.includes(dayWords(actDate)) ? '' : ` ${words.actDate(dayWords(actDate))}`}
        </dd>
      </div>
      {proposedBy === null ? null : (
        <div>
          <dt>{words.proposedBy}</dt>
          <dd>{proposedBy.name}</dd>
        </div>
      )}
      {approvedBy === null ? null : (
        <div>
          <dt>{words.approvedBy}</dt>
          <dd>{approvedBy.name}</dd>
        </div>
      )}
      <div>
        <dt>{words.digest}</dt>
        <dd>
          <details className="fingerprint">
            <summary>
              <span className="visually-hidden">{words.digest} </span>
              {digest.slice(0, 12)}…
            </summary>
            <code>{digest}</code>
          </details>
        </dd>
      </div>
    </dl>
  );
}
