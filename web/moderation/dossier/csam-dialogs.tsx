// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { DossierCase } from '#moderation/contract';
import { dossierWords } from '../../words/dossier.ts';
import { ActDialog } from '../ladder/act-dialog.tsx';
import { PickField, TextField, tooShort } from '../ladder/fields.tsx';
import { destroyWithheld, dismissCsam, type OnCase, raiseCsam } from './dossier.ts';

interface Props {
  readonly on: OnCase;
  readonly view: DossierCase;
  readonly onClose: () => void;
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
      <p>{view.hasToKeep ? words.detailAside : words.detail}</p>
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
        choices={[{ value: 'yes', label: view.hasToKeep ? words.sureAside : words.sure }]}
        picked={sure}
        onChange={setSure}
        error={shown['csam-certo']}
      />
    </ActDialog>
  );
}

/** By somebody else than who raised it: it is not what was feared. */
export function DismissDialog({ on, setAside, onClose }: Omit<Props, 'view'> & { readonly setAside: boolean }) {
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
      <p>{setAside ? words.dismissAside : words.dismissDetail}</p>
      <TextField
        {...{ id: 'csam-motivi', label: dossierWords.hold.reasons, value: reasons, onChange: setReasons }}
        error={asked && tooShort(reasons) ? dossierWords.required : undefined}
      />
    </ActDialog>
  );
}

/** By somebody else than who raised it: what was set aside goes for good. */
export function DestroyDialog({ on, onClose }: Omit<Props, 'view'>) {
  const words = dossierWords.raise;
  const [sure, setSure] = useState<readonly 'yes'[]>([]);
  const [asked, setAsked] = useState(false);
  return (
    <ActDialog
      title={words.destroyTitle}
      confirm={words.destroy}
      wrong={() => {
        setAsked(true);
        return sure.length === 0 ? 'csam-distruggi' : undefined;
      }}
      act={() => destroyWithheld(on)}
      body={on.body}
      onClose={onClose}
    >
      <p>{words.destroyDetail}</p>
      <PickField
        id="csam-distruggi"
        legend={words.destroyTitle}
        choices={[{ value: 'yes', label: words.sure }]}
        picked={sure}
        onChange={setSure}
        error={asked && sure.length === 0 ? words.sureMissing : undefined}
      />
    </ActDialog>
  );
}
