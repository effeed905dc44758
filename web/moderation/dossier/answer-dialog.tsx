// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { DossierCase } from '#moderation/contract';
import { dossierWords } from '../../words/dossier.ts';
import { ActDialog } from '../ladder/act-dialog.tsx';
import { PickField, TextField, tooShort } from '../ladder/fields.tsx';
import { answerAuthorities, authoritiesTold, type OnCase } from './dossier.ts';

const words = dossierWords.answer;

interface Props {
  readonly on: OnCase;
  readonly view: DossierCase;
  readonly onClose: () => void;
}

/** «Segnalare alle autorità?»: nothing is chosen beforehand, and both answers want their reasons. */
export function AnswerDialog({ on, view, onClose }: Props) {
  const [tell, setTell] = useState<'yes' | 'no'>();
  const [reasons, setReasons] = useState('');
  const [course, setCourse] = useState<'ex-officio' | 'private-complaint'>();
  const [office, setOffice] = useState('');
  const [knownOn, setKnownOn] = useState(view.today);
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(tell === undefined && { 'autorita-risposta': words.pick }),
    ...(tooShort(reasons) && { 'autorita-motivi': dossierWords.required }),
    ...(tell === 'yes' && course === undefined && { 'autorita-modo': words.pickCourse }),
    ...(tell === 'yes' && tooShort(office, 3) && { 'autorita-ufficio': words.officeMissing }),
    ...(tell === 'yes' && (knownOn === '' || knownOn > view.today) && { 'autorita-saputo': words.knownOnMissing }),
  };
  const shown = asked ? problems : {};
  const wrong = () => {
    setAsked(true);
    return Object.keys(problems)[0];
  };
  const send = () =>
    tell === 'yes' && course !== undefined
      ? answerAuthorities(on, { tell: true, reasons, course, office, knownOn })
      : answerAuthorities(on, { tell: false, reasons });
  return (
    <ActDialog title={words.title} confirm={words.confirm} wrong={wrong} act={send} body={on.body} onClose={onClose}>
      <p>{words.detail}</p>
      <PickField
        id="autorita-risposta"
        legend={words.tell}
        one
        choices={[
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        picked={tell === undefined ? [] : [tell]}
        onChange={([picked]) => setTell(picked)}
        error={shown['autorita-risposta']}
      />
      <TextField
        {...{ id: 'autorita-motivi', label: words.reasons, value: reasons, onChange: setReasons }}
        error={shown['autorita-motivi']}
      />
      {tell === 'yes' ? (
        <>
          <PickField
            id="autorita-modo"
            legend={words.course}
            one
            choices={[
              { value: 'ex-officio', label: words.exOfficio },
              { value: 'private-complaint', label: words.complaint },
            ]}
            picked={course === undefined ? [] : [course]}
            onChange={([picked]) => setCourse(picked)}
            error={shown['autorita-modo']}
          />
          <TextField
            {...{
              id: 'autorita-ufficio',
              label: words.office,
              value: office,
              onChange: setOffice,
              type: 'text' as const,
            }}
            hint={view.offices.length === 0 ? undefined : view.offices.join(', ')}
            error={shown['autorita-ufficio']}
          />
          <TextField
            {...{ id: 'autorita-saputo', label: words.knownOn, value: knownOn, onChange: setKnownOn }}
            type="date"
            error={shown['autorita-saputo']}
          />
        </>
      ) : null}
    </ActDialog>
  );
}

/** Whom, when, under which number, and with which dossier; of child-abuse content without one. */
export function FiledDialog({ on, view, onClose }: Props) {
  const texts = dossierWords.filed;
  const whole = view.dossiers.filter(({ form, gone }) => form === 'whole' && !gone);
  const wantsDossier = view.csam === null;
  const [authority, setAuthority] = useState('');
  const [protocol, setProtocol] = useState('');
  const [day, setDay] = useState(view.today);
  const [dossier, setDossier] = useState(whole[0]?.id);
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(tooShort(authority, 3) && { 'fatta-a-chi': texts.missing }),
    ...(tooShort(protocol, 1) && { 'fatta-protocollo': texts.missing }),
    ...((day === '' || day > view.today) && { 'fatta-quando': words.knownOnMissing }),
    ...(wantsDossier && dossier === undefined && { 'fatta-raccolta': texts.noDossier }),
  };
  const shown = asked ? problems : {};
  const wrong = () => {
    setAsked(true);
    return Object.keys(problems)[0];
  };
  const send = () =>
    authoritiesTold(on, { authority, protocol, on: day, dossier: wantsDossier ? (dossier ?? null) : null });
  return (
    <ActDialog title={texts.title} confirm={texts.confirm} wrong={wrong} act={send} body={on.body} onClose={onClose}>
      <TextField
        {...{
          id: 'fatta-a-chi',
          label: texts.authority,
          value: authority,
          onChange: setAuthority,
          type: 'text' as const,
        }}
        hint={texts.authorityHint}
        error={shown['fatta-a-chi']}
      />
      <TextField
        {...{ id: 'fatta-protocollo', label: texts.protocol, value: protocol, onChange: setProtocol }}
        type="text"
        error={shown['fatta-protocollo']}
      />
      <TextField
        {...{ id: 'fatta-quando', label: texts.on, value: day, onChange: setDay, type: 'date' as const }}
        error={shown['fatta-quando']}
      />
      {!wantsDossier ? null : whole.length === 0 ? (
        <p id="fatta-raccolta" tabIndex={-1}>
          {texts.noDossier}
        </p>
      ) : (
        <PickField
          id="fatta-raccolta"
          legend={texts.dossier}
          one
          choices={whole.map(({ id, sha256, by }) => ({ value: id, label: `${by}, ${sha256.slice(0, 12)}…` }))}
          picked={dossier === undefined ? [] : [dossier]}
          onChange={([picked]) => setDossier(picked)}
          error={shown['fatta-raccolta']}
        />
      )}
    </ActDialog>
  );
}
