// SPDX-License-Identifier: AGPL-3.0-or-later
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail, StatementPreviewRequest } from '#moderation/contract';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { reviewWords } from '../../words/review.ts';
import { type Draft, toAuthorOf } from '../draft.ts';
import { type GroundDraft, groundsOf, isComplete } from '../ground.ts';
import { previewQuery } from './reviews.ts';

const words = reviewWords.toAuthor;

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly kind: StatementPreviewRequest['kind'];
  readonly grounds: readonly GroundDraft[];
  readonly draft: Draft;
  readonly onChange: (toAuthor: string) => void;
}

/** What the person says to the author, and the whole text that the author would receive of the decision as it is now. */
export function ToAuthor({ body, detail, kind, grounds, draft, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const complete = grounds.length > 0 && grounds.every(isComplete);
  const request: StatementPreviewRequest = {
    ...{ kind, grounds: complete ? groundsOf(grounds) : [], report: draft.report },
    ...toAuthorOf(draft),
  };
  const settled = useSettled(JSON.stringify(request));
  const preview = useQuery({
    ...previewQuery(body, detail, settled),
    enabled: open && complete,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <Field id="da-dire" label={words.label} hint={words.hint}>
        {(described) => (
          <textarea
            {...described}
            rows={2}
            maxLength={1000}
            value={draft.toAuthor}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <details className="statement-preview" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.preview}</summary>
        {!complete ? <p className="muted small">{words.chooseGround}</p> : null}
        {preview.isError ? <Fault title={words.failed} error={preview.error} /> : null}
        {complete && preview.data !== undefined && !preview.isError ? (
          <p className="review-text">{preview.data.text ?? words.nothing}</p>
        ) : null}
      </details>
    </>
  );
}
