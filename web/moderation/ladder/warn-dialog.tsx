// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { LadderView } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { ladderWords as words } from '../../words/ladder.ts';
import { ReplyChecks } from '../replies/reply-checks.tsx';
import { ActDialog } from './act-dialog.tsx';
import { isFixed, signedText, TellingField, TextField, type Told, tooShort } from './fields.tsx';
import { type OnCase, warn } from './ladder.ts';

interface Props {
  readonly on: OnCase;
  readonly view: LadderView;
  readonly onClose: () => void;
}

/** The text follows the way it is told, until a person writes in it. */
export function WarnDialog({ on, view, onClose }: Props) {
  const key = useIdempotencyKey();
  const [told, setTold] = useState<Told>(view.telling[0]?.told ?? 'by-hand');
  const [written, setWritten] = useState<string | null>(null);
  const [reasons, setReasons] = useState('');
  const [asked, setAsked] = useState(false);
  const text = signedText({ view, told, written }, view.texts.warnInPublic, view.texts.warnPrivately);
  const wrong = () => {
    setAsked(true);
    if (tooShort(reasons)) return 'avviso-motivo';
    return tooShort(text) ? 'avviso-testo' : undefined;
  };
  const act = () => {
    const content = {
      reasons,
      text,
      told: told === 'none' ? ('by-hand' as const) : told,
      policyDigest: view.policyDigest,
    };
    return warn(on, content, key(content));
  };
  return (
    <ActDialog
      title={words.warnTitle}
      confirm={words.warnConfirm}
      wrong={wrong}
      act={act}
      body={on.body}
      onClose={onClose}
    >
      <TellingField view={view} told={told} onChange={setTold} />
      <TextField
        id="avviso-testo"
        label={words.text}
        hint={isFixed(view, told) ? words.ownWordsOnly : undefined}
        readOnly={isFixed(view, told)}
        value={text}
        onChange={setWritten}
        rows={5}
        error={asked && tooShort(text) ? words.required : undefined}
      />
      {told === 'public' ? <ReplyChecks body={on.body} id={on.id} text={text} /> : null}
      <TextField
        id="avviso-motivo"
        label={words.reasons}
        hint={words.reasonsHint}
        value={reasons}
        onChange={setReasons}
        error={asked && tooShort(reasons) ? words.required : undefined}
      />
    </ActDialog>
  );
}
