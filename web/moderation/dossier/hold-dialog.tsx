// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { DossierCase } from '#moderation/contract';
import { dossierWords } from '../../words/dossier.ts';
import { ActDialog } from '../ladder/act-dialog.tsx';
import { PickField, TextField, tooShort } from '../ladder/fields.tsx';
import { dismissCsam, liftHold, type OnCase, raiseCsam, setHold } from './dossier.ts';

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

/** Said a second time, knowing that what is forgotten does not come back. */
export function CsamDialog({ on, view, onClose }: Props) {
  const words = dossierWords.raise;
  const wantsLaw = view.csamClauses.length === 0;
  const [law, setLaw] = useState('');
  const [office, setOffice] = useState('');
  const [sure, setSure] = useState<readonly 'yes'[]>([]);
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(wantsLaw && tooShort(law, 3) && { 'csam-norma': words.lawMissing }),
    ...(tooShort(office, 3) && { 'csam-ufficio': dossierWords.answer.officeMissing }),
    ...(sure.length === 0 && { 'csam-certo': words.sureMissing }),
  };
  const shown = asked ? problems : {};
  return (
    <ActDialog
      title={words.title}
      confirm={words.confirm}
      wrong={() => {
        setAsked(true);
        return Object.keys(problems)[0];
      }}
      act={() => raiseCsam(on, { office, confirmed: true, ...(wantsLaw && { law }) })}
      body={on.body}
      onClose={onClose}
    >
      <p>{words.detail}</p>
      {wantsLaw ? (
        <TextField
          {...{ id: 'csam-norma', label: words.law, value: law, onChange: setLaw, type: 'text' as const }}
          hint={words.lawHint}
          error={shown['csam-norma']}
        />
      ) : (
        <p>{dossierWords.csam.grounds(view.csamClauses, null)}</p>
      )}
      <TextField
        {...{ id: 'csam-ufficio', label: dossierWords.answer.office, value: office, onChange: setOffice }}
        type="text"
        error={shown['csam-ufficio']}
      />
      <PickField
        id="csam-certo"
        legend={words.title}
        choices={[{ value: 'yes', label: words.sure }]}
        picked={sure}
        onChange={setSure}
        error={shown['csam-certo']}
      />
    </ActDialog>
  );
}

export function DismissDialog({ on, onClose }: Omit<Props, 'view'>) {
  const words = dossierWords.raise;
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <ActDialog
      title={words.dismissTitle}
      confirm={words.dismiss}
      wrong={() => {
        setAsked(true);
        return tooShort(reasons) ? 'csam-motivi' : undefined;
      }}
      act={() => dismissCsam(on, reasons)}
      body={on.body}
      onClose={onClose}
    >
      <p>{words.dismissDetail}</p>
      <TextField
        {...{ id: 'csam-motivi', label: dossierWords.hold.reasons, value: reasons, onChange: setReasons }}
        error={asked && tooShort(reasons) ? dossierWords.required : undefined}
      />
    </ActDialog>
  );
}
