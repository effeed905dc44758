// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Sheet } from '#moderation/contract';
import { useMandate } from '../../governance/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { fullMoment } from '../../ui/moment-words.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { turnsWords } from '../../words/turns.ts';
import { SheetFactsView } from './sheet-facts.tsx';
import { readSheet, sheetQuery, sheetsQuery } from './turns.ts';

const words = turnsWords.sheet;

/** What a turn left to the next: to be read on the screen, and on paper. */
export function SheetPage() {
  const { body, id } = useParams({ from: '/banco/$body/turni/consegne/$id' });
  const mandate = useMandate(body);
  const sheet = useQuery(sheetQuery(body, id));
  const title = id === 'now' ? words.nowTitle : words.title;
  useTitle(title, mandate?.bodyName ?? body);
  return (
    <div className="page handover-sheet">
      <Link to="/banco/$body/turni" params={{ body }} className="sheet-back">
        <Icon name="it-arrow-left" />
        {words.back}
      </Link>
      <div className="page-head">
        <h1>{title}</h1>
        {sheet.data === undefined ? null : (
          <p>
            {mandate?.bodyName} ·{' '}
            {id === 'now' ? fullMoment(sheet.data.closedAt) : words.closedAt(fullMoment(sheet.data.closedAt))}
          </p>
        )}
      </div>
      {sheet.isPending ? <Skeleton lines={10} /> : null}
      {sheet.isError ? <Fault title={words.failed} error={sheet.error} onRetry={() => void sheet.refetch()} /> : null}
      {sheet.data === undefined ? null : (
        <>
          <SheetFactsView body={body} facts={sheet.data.facts} />
          <p className="muted small">{words.wordless}</p>
          <Readers sheet={sheet.data} />
          <div className="sheet-acts">
            <Button onClick={() => window.print()}>{words.print}</Button>
            {sheet.data.id === null || sheet.data.readByMe || mandate?.role === 'auditor' ? null : (
              <ReadButton body={body} id={sheet.data.id} />
            )}
          </div>
        </>
      )}
    </div>
  );
}

function Readers({ sheet: { readBy } }: { readonly sheet: Sheet }) {
  if (readBy.length === 0) return null;
  return <p>{words.readBy(readBy.map(({ name }) => name).join(', '))}</p>;
}

function ReadButton({ body, id }: { readonly body: string; readonly id: string }) {
  const queries = useQueryClient();
  const reading = useMutation({
    mutationFn: () => readSheet(body, id),
    onSuccess: (sheet) => {
      queries.setQueryData(sheetQuery(body, id).queryKey, sheet);
      void queries.invalidateQueries({ queryKey: sheetsQuery(body).queryKey });
      announce(words.readDone);
    },
  });
  return (
    <>
      <Button look="primary" onClick={() => reading.mutate()} aria-disabled={reading.isPending}>
        {words.read}
      </Button>
      {reading.isError ? <Fault title={words.readFailed} error={reading.error} /> : null}
    </>
  );
}
