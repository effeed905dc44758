// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CaseReferral } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field } from '../../ui/field.tsx';
import { referralWords } from '../../words/referrals.ts';
import { enterAnswer } from './referrals.ts';

interface Props {
  readonly body: string;
  readonly referral: Pick<CaseReferral, 'id' | 'office'>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const words = referralWords.answerDialog;

/** What an office said by another way than its link, under the name of whoever enters it. */
export function AnswerDialog({ body, referral, onDone, onClose }: Props) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const entering = useMutation({
    mutationFn: () => enterAnswer(body, referral.id, text.trim()),
    onSuccess: () => {
      onDone();
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (text.trim() !== '' && !entering.isPending) entering.mutate();
  };
  return (
    <Dialog title={words.title(referral.office)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Field
          id="risposta-ufficio"
          label={words.text}
          hint={words.hint}
          error={asked && text.trim() === '' ? words.required : undefined}
        >
          {(described) => (
            <textarea
              {...described}
              rows={6}
              maxLength={5000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {entering.isError ? <Fault title={words.failed} error={entering.error} /> : null}
        <div className="dialog-actions">
          <Button onClick={onClose}>{it.cancel}</Button>
          <Button look="primary" type="submit" aria-disabled={entering.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
