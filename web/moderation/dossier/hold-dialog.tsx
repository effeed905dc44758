// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { DossierCase } from '#moderation/contract';
import { dossierWords } from '../../words/dossier.ts';
import { ActDialog } from '../ladder/act-dialog.tsx';
import { TextField, tooShort } from '../ladder/fields.tsx';
import { liftHold, type OnCase, setHold } from './dossier.ts';

interface Props {
  readonly on: OnCase;
  readonly view: DossierCase;
  readonly onClose: () => void;
}

/** Set or lifted, with its act and its reasons; what it cannot keep is said. */
export function HoldDialog({ on, view, onClose }: Props) {
  const words = dossierWords.hold;
  const lifting = view.hold !== null;
  const [act, setAct] = useState('');
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(tooShort(act, 3) && { 'vincolo-atto': dossierWords.page.actMissing }),
    ...(tooShort(reasons) && { 'vincolo-motivi': dossierWords.required }),
  };
  const shown = asked ? problems : {};
  return (
    <ActDialog
      title={lifting ? words.liftTitle : words.title}
      confirm={lifting ? words.lift : words.confirm}
      wrong={() => {
        setAsked(true);
        return Object.keys(problems)[0];
      }}
      act={() => (lifting ? liftHold(on, { act, reasons }) : setHold(on, { act, reasons }))}
      body={on.body}
      onClose={onClose}
    >
      <p>{view.holdLimit}</p>
      <TextField
        {...{ id: 'vincolo-atto', label: words.act, value: act, onChange: setAct, type: 'text' as const }}
        hint={words.actHint}
        error={shown['vincolo-atto']}
      />
      <TextField
        {...{ id: 'vincolo-motivi', label: words.reasons, value: reasons, onChange: setReasons }}
        error={shown['vincolo-motivi']}
      />
    </ActDialog>
  );
}
