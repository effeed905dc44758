// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import type { DraftChecks, DraftDetail } from '#rulebook/contract';
import { Fault } from '../../ui/fault.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { Coded } from '../panels/coded.tsx';
import { checksQuery } from '../rulebook.ts';

const words = rulebookWords.draft;

/** What stands between the draft and its proposal, as the server sees it. */
export function Checks({ body, draft }: { readonly body: string; readonly draft: DraftDetail }) {
  const checks = useQuery(checksQuery(body, draft.id, draft.revision));
  return (
    <section className="sheet" aria-labelledby="controlli">
      <h2 id="controlli">{words.checks}</h2>
      {checks.isPending ? <Skeleton lines={3} /> : null}
      {checks.isError ? (
        <Fault title={words.checksFailed} error={checks.error} onRetry={() => void checks.refetch()} />
      ) : null}
      {checks.data === undefined ? null : <Found checks={checks.data} isOpen={draft.state === 'open'} />}
    </section>
  );
}

function Found({ checks, isOpen }: { readonly checks: DraftChecks; readonly isOpen: boolean }) {
  const { obstacles, complaints, examples } = checks;
  return (
    <>
      {obstacles.length === 0 ? (
        <Notice tone="success" title={isOpen ? words.ready : words.sound} />
      ) : (
        <ul className="obstacles">
          {obstacles.map(({ code, title, hint }) => (
            <li key={`${code} ${title}`}>
              <p>
                <strong>
                  <Coded text={title} />
                </strong>
              </p>
              <p className="small">
                <Coded text={hint} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {complaints.length === 0 ? null : <p>{words.mistakes(complaints.length)}.</p>}
      {examples === null ? null : (
        <p className="small">{words.examples(examples.passed, examples.failed, examples.pending)}</p>
      )}
      {examples === null || examples.remarks.length === 0 ? null : (
        <details className="small">
          <summary>{words.remarks(examples.remarks.length)}</summary>
          <ul className="remarks">
            {examples.remarks.map(({ clause, example, expected, got }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an example may be written twice
              <li key={`${index} ${clause}`}>
                <span className="clause-id">{clause}</span> «{example}»: {words.remark(expected, got)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
