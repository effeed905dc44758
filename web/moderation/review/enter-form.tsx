// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { reviewWords } from '../../words/review.ts';
import { ActForm } from './act-form.tsx';
import { enterReview } from './reviews.ts';

const words = reviewWords.enterDialog;

interface Props {
  readonly body: string;
  readonly statement: string;
  readonly onClose: () => void;
}

/** For who brought the code of a statement to the desk. */
export function EnterForm({ body, statement, onClose }: Props) {
  const [code, setCode] = useState('');
  return (
    <ActForm
      body={body}
      words={{ ...words, label: words.words }}
      act={(asked) => enterReview(body, statement, { code: code.trim(), words: asked })}
      refusal={code.trim() === '' ? words.codeMissing : null}
      onClose={onClose}
    >
      <Field id="riesame-codice" label={words.code} hint={words.codeHint}>
        {(described) => (
          <input {...described} autoComplete="off" value={code} onChange={(event) => setCode(event.target.value)} />
        )}
      </Field>
    </ActForm>
  );
}
