// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AuthorMeasureView } from '#moderation/contract';
import { ladderWords as words } from '../../words/ladder.ts';
import { ActDialog } from './act-dialog.tsx';
import { TextField, tooShort } from './fields.tsx';
import { given, keep, lift } from './ladder.ts';

interface Props {
  readonly body: string;
  readonly measure: AuthorMeasureView;
  readonly onClose: () => void;
}

const today = () => new Date().toISOString().slice(0, 10);

export function LiftDialog({ body, measure, onClose }: Props) {
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = () => {
    setAsked(true);
    return tooShort(reasons) ? 'togli-motivo' : undefined;
  };
  return (
    <ActDialog
      {...{ title: words.liftTitle, confirm: words.liftConfirm, wrong, body, onClose }}
      act={() => lift(body, measure.id, reasons)}
    >
      <p>{words.liftDetail}</p>
      <TextField
        {...{ id: 'togli-motivo', label: words.reasons, value: reasons, onChange: setReasons }}
        error={asked && tooShort(reasons) ? words.required : undefined}
      />
    </ActDialog>
  );
}

export function KeepDialog({ body, measure, onClose }: Props) {
  const [reasons, setReasons] = useState('');
  const [reviewOn, setReviewOn] = useState('');
  const [asked, setAsked] = useState(false);
  const wrong = () => {
    setAsked(true);
    if (tooShort(reasons)) return 'mantieni-motivo';
    return reviewOn <= today() ? 'mantieni-riesame' : undefined;
  };
  return (
    <ActDialog
      {...{ title: words.keepTitle, confirm: words.keepConfirm, wrong, body, onClose }}
      act={() => keep(body, measure.id, { reasons, reviewOn })}
    >
      <TextField
        {...{ id: 'mantieni-motivo', label: words.reasons, value: reasons, onChange: setReasons }}
        error={asked && tooShort(reasons) ? words.required : undefined}
      />
      <TextField
        {...{ id: 'mantieni-riesame', label: words.ban.reviewOn, value: reviewOn, onChange: setReviewOn }}
        type="date"
        hint={words.ban.reviewHint}
        error={asked && reviewOn <= today() ? words.ban.date : undefined}
      />
    </ActDialog>
  );
}

export function GivenDialog({ body, measure, onClose }: Props) {
  const [note, setNote] = useState('');
  const guide = measure.enforcements.find((one) => one.guide !== null)?.guide;
  return (
    <ActDialog
      {...{ title: words.givenTitle, confirm: words.givenConfirm, wrong: () => undefined, body, onClose }}
      act={() => given(body, measure.id, note)}
    >
      {guide == null ? null : (
        <ol>
          {guide.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <p>{words.givenDetail}</p>
      <TextField {...{ id: 'fatto-nota', label: words.givenNote, value: note, onChange: setNote, rows: 2 }} />
    </ActDialog>
  );
}
