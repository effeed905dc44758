// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { RegisteredView } from '#accounts/contract';
import { Button } from '../../ui/button.tsx';
import { registerWords } from '../../words/register.ts';
import { type Asked, FormDialog, lineOf, type Typed } from './form-dialog.tsx';
import { closeAccount, resumeAccount, suspendAccount } from './register.ts';

const words = registerWords.standing;

interface Props {
  readonly body: string;
  readonly account: RegisteredView;
}

const BY_ACT: readonly Asked[] = [
  { name: 'atto', label: registerWords.act, hint: registerWords.actHint, least: 3 },
  { name: 'perche', label: words.reason, least: 5 },
];
const given = (typed: Typed) => ({ act: lineOf(typed, 'atto'), reason: lineOf(typed, 'perche') });

/** Suspending, bringing back, closing: each by an act. */
export function StandingActs({ body, account: { id, state } }: Props) {
  const [open, setOpen] = useState<'suspend' | 'resume' | 'close' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="account-acts">
      {state === 'active' ? (
        <Button onClick={() => setOpen('suspend')}>{registerWords.life.suspend}</Button>
      ) : (
        <Button onClick={() => setOpen('resume')}>{registerWords.life.resume}</Button>
      )}
      <Button look="quiet" icon="it-close" onClick={() => setOpen('close')}>
        {registerWords.life.close}
      </Button>
      {open === 'suspend' ? (
        <FormDialog
          {...{ body, ...words.suspend, onClose: close }}
          asked={BY_ACT}
          send={(typed) => suspendAccount(body, id, given(typed))}
        />
      ) : null}
      {open === 'resume' ? (
        <FormDialog
          {...{ body, ...words.resume, onClose: close }}
          asked={BY_ACT}
          send={(typed) => resumeAccount(body, id, given(typed))}
        />
      ) : null}
      {open === 'close' ? (
        <FormDialog
          {...{ body, ...words.close, onClose: close }}
          asked={[...BY_ACT, { name: 'copia', label: words.keptAt, hint: words.keptAtHint, least: 3 }]}
          send={(typed) => closeAccount(body, id, { ...given(typed), keptAt: lineOf(typed, 'copia') })}
        />
      ) : null}
    </div>
  );
}
