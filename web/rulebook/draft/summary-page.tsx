// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { DraftDetail } from '#rulebook/contract';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { ComparedTo } from '../compared-to.tsx';
import { versionsQuery } from '../rulebook.ts';
import { Checks } from './checks.tsx';
import { DraftActs } from './draft-acts.tsx';
import { DraftFrame } from './draft-frame.tsx';

const words = rulebookWords.draft;

/** All that one needs to propose a draft, or to approve it: what changes first. */
export function DraftSummaryPage() {
  const { body, id } = useParams({ from: '/banco/$body/policy/bozze/$id' });
  return (
    <DraftFrame body={body} id={id} page="summary">
      {(draft) => <Summary body={body} draft={draft} />}
    </DraftFrame>
  );
}

function Summary({ body, draft }: { readonly body: string; readonly draft: DraftDetail }) {
  const versions = useQuery(versionsQuery(body));
  const inForce = versions.data?.items.find(({ state }) => state === 'in-force');
  return (
    <div className="summary">
      <div className="summary-main">
        <section className="sheet" aria-labelledby="cosa-cambia">
          <h2 id="cosa-cambia">{inForce === undefined ? words.noBase : words.changes(inForce.version)}</h2>
          {draft.changeNote === '' ? (
            draft.changeNoteNeeded ? (
              <Notice tone="warning" title={words.noChangeNote} />
            ) : null
          ) : (
            <figure className="change-note">
              <figcaption>{words.changeNote}</figcaption>
              <blockquote>{draft.changeNote}</blockquote>
            </figure>
          )}
          {versions.isError ? (
            <Fault title={rulebookWords.failed} error={versions.error} onRetry={() => void versions.refetch()} />
          ) : null}
          {inForce === undefined ? null : <ComparedTo body={body} version={inForce.version} text={draft.source} />}
        </section>
      </div>
      <div className="summary-side">
        <DraftActs body={body} draft={draft} />
        <Checks body={body} draft={draft} />
        <section className="sheet" aria-labelledby="storia-bozza">
          <h2 id="storia-bozza">{words.steps}</h2>
          <p className="small">
            {words.writers}: {draft.writers.map(({ name }) => name).join(', ')}
          </p>
          <ol className="draft-steps">
            {draft.steps.map(({ step, by, at, reasons }) => (
              <li key={`${at} ${step}`}>
                <p>
                  {words.by(words.step[step], by.name)}{' '}
                  <span className="muted small">
                    <Moment iso={at} />
                  </span>
                </p>
                {reasons === null ? null : <p className="small">«{reasons}»</p>}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}
