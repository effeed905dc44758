// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { CaseDetail, LadderView, PlatformReportView } from '#moderation/contract';
import { ladderWords } from '../../words/ladder.ts';
import { ActDialog } from './act-dialog.tsx';
import { PickField, TextField, tooShort } from './fields.tsx';
import { type OnCase, reportDone, reportToPlatform } from './ladder.ts';

const words = ladderWords.notice;

interface Props {
  readonly on: OnCase;
  readonly detail: CaseDetail;
  readonly view: LadderView;
  readonly notifier: string;
  readonly onClose: () => void;
}

const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;

/** The four elements of a notice, written by a person. */
export function NoticeDialog({ on, detail, view, notifier: proposed, onClose }: Props) {
  const [reasons, setReasons] = useState(view.texts.notice);
  const [place, setPlace] = useState(detail.permalink ?? '');
  const [notifier, setNotifier] = useState(proposed);
  const [email, setEmail] = useState('');
  const [goodFaith, setGoodFaith] = useState<readonly 'yes'[]>([]);
  const [asked, setAsked] = useState(false);
  const problems: Readonly<Record<string, string>> = {
    ...(tooShort(reasons) && { 'segnala-motivo': ladderWords.required }),
    ...(tooShort(place, 5) && { 'segnala-luogo': words.missing }),
    ...(tooShort(notifier, 3) && { 'segnala-chi': words.missing }),
    ...(!LOOKS_LIKE_EMAIL.test(email.trim()) && { 'segnala-email': words.emailWrong }),
    ...(goodFaith.length === 0 && { 'segnala-buona-fede': words.goodFaithMissing }),
  };
  const shown = asked ? problems : {};
  const wrong = () => {
    setAsked(true);
    return Object.keys(problems)[0];
  };
  const act = () =>
    reportToPlatform(on, {
      ...{ reasons, place, notifier, email: email.trim(), goodFaith: true as const, policyDigest: view.policyDigest },
    });
  return (
    <ActDialog title={words.title} confirm={words.confirm} wrong={wrong} act={act} body={on.body} onClose={onClose}>
      <p>{words.detail}</p>
      <TextField
        {...{ id: 'segnala-motivo', label: words.reasons, value: reasons, onChange: setReasons }}
        error={shown['segnala-motivo']}
      />
      <TextField
        {...{ id: 'segnala-luogo', label: words.place, value: place, onChange: setPlace, type: 'text' as const }}
        error={shown['segnala-luogo']}
      />
      <TextField
        {...{ id: 'segnala-chi', label: words.notifier, value: notifier, onChange: setNotifier, type: 'text' as const }}
        error={shown['segnala-chi']}
      />
      <TextField
        {...{ id: 'segnala-email', label: words.email, value: email, onChange: setEmail, type: 'email' as const }}
        error={shown['segnala-email']}
      />
      <PickField
        id="segnala-buona-fede"
        legend={words.goodFaith}
        choices={[{ value: 'yes', label: words.goodFaith }]}
        picked={goodFaith}
        onChange={setGoodFaith}
        error={shown['segnala-buona-fede']}
      />
    </ActDialog>
  );
}

interface DoneProps {
  readonly body: string;
  readonly report: PlatformReportView;
  readonly onClose: () => void;
}

/** Date and reference, without which the step stays open. */
export function ReportDoneDialog({ body, report, onClose }: DoneProps) {
  const [reference, setReference] = useState('');
  const [on, setOn] = useState(() => new Date().toISOString().slice(0, 10));
  const [asked, setAsked] = useState(false);
  const done = ladderWords.done;
  const wrong = () => {
    setAsked(true);
    if (reference.trim() === '') return 'fatta-riferimento';
    return on === '' ? 'fatta-data' : undefined;
  };
  const guide = report.enforcements.find(({ guide: one }) => one !== null)?.guide;
  return (
    <ActDialog
      title={done.title}
      confirm={done.confirm}
      wrong={wrong}
      act={() => reportDone(body, report.id, { reference, on })}
      body={body}
      onClose={onClose}
    >
      {guide == null ? null : (
        <ol>
          {guide.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <TextField
        {...{ id: 'fatta-riferimento', label: done.reference, value: reference, onChange: setReference }}
        type="text"
        error={asked && reference.trim() === '' ? words.missing : undefined}
      />
      <TextField
        {...{ id: 'fatta-data', label: done.on, value: on, onChange: setOn }}
        type="date"
        error={asked && on === '' ? words.missing : undefined}
      />
    </ActDialog>
  );
}
