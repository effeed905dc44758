// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { ReviewDecisionRequest, ReviewView } from '#moderation/contract';
import { Field } from '../../ui/field.tsx';
import { reviewWords } from '../../words/review.ts';
import { ActForm } from './act-form.tsx';
import { decideReview } from './reviews.ts';

const words = reviewWords.dialog;
const OUTCOMES = ['confirmed', 'overturned'] as const;

interface Props {
  readonly body: string;
  readonly review: ReviewView;
  readonly onClose: () => void;
}

/** Another person's word on a contested decision, with what it would do said before. */
export function DecideDialog({ body, review, onClose }: Props) {
  const [outcome, setOutcome] = useState<ReviewDecisionRequest['outcome'] | null>(null);
  const [correction, setCorrection] = useState('');
  const act = (reasons: string) =>
    decideReview(body, review.id, {
      outcome: outcome ?? 'confirmed',
      reasons,
      correction: outcome === 'overturned' && correction.trim() !== '' ? correction.trim() : null,
    });
  return (
    <ActForm
      body={body}
      words={{
        title: words.title(review.case.number),
        label: words.reasons,
        hint: words.reasonsHint,
        ...{ submit: words.submit, failed: words.failed, done: words.done },
      }}
      act={act}
      refusal={outcome === null ? words.choose : null}
      onClose={onClose}
    >
      <fieldset className="review-outcome">
        <legend>{words.question}</legend>
        {OUTCOMES.map((one) => (
          <label key={one}>
            <input type="radio" name="esito" checked={outcome === one} onChange={() => setOutcome(one)} /> {words[one]}
          </label>
        ))}
      </fieldset>
      <p>
        {words.overturning}: {review.overturning}
      </p>
      {outcome === 'overturned' ? (
        <Field id="riesame-rimedio" label={words.correction}>
          {(described) => (
            <textarea
              {...described}
              rows={2}
              maxLength={500}
              value={correction}
              onChange={(event) => setCorrection(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </ActForm>
  );
}
