// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { AuthorMeasureView, LadderView } from '#moderation/contract';
import { ladderWords } from '../../words/ladder.ts';
import { ReplyChecks } from '../replies/reply-checks.tsx';
import { ActDialog } from './act-dialog.tsx';
import { filledText, isFixed, signedText, TellingField, TextField, type Told, tooShort } from './fields.tsx';
import { tellLater } from './ladder.ts';

const words = ladderWords.tell;

interface Props {
  readonly body: string;
  readonly measure: AuthorMeasureView;
  readonly view: LadderView;
  readonly onClose: () => void;
}

/** What could not be told when the measure was taken, by a way that is there now. */
export function TellDialog({ body, measure, view, onClose }: Props) {
  const [told, setTold] = useState<Told>(view.telling[0]?.told ?? 'by-hand');
  const [written, setWritten] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const { banInPublic, banPrivately, warnInPublic, warnPrivately } = view.texts;
  const [inPublic, privately] = measure.kind === 'warn' ? [warnInPublic, warnPrivately] : [banInPublic, banPrivately];
  const text = signedText({ view, told, written }, inPublic, privately);
  const wrong = () => {
    setAsked(true);
    return tooShort(text) ? 'dillo-testo' : undefined;
  };
  const act = () => tellLater(body, measure.id, { text, told: told === 'none' ? 'by-hand' : told });
  return (
    <ActDialog {...{ title: words.title, confirm: words.confirm, wrong, act, body, onClose }}>
      <p>{words.detail}</p>
      <TellingField view={view} told={told} onChange={setTold} />
      <TextField
        id="dillo-testo"
        label={ladderWords.text}
        hint={isFixed(view, told) ? ladderWords.ownWordsOnly : measure.kind === 'ban' ? words.textHint : undefined}
        readOnly={isFixed(view, told)}
        value={text}
        onChange={setWritten}
        rows={6}
        error={asked && tooShort(text) ? ladderWords.required : undefined}
      />
      {told === 'public' ? (
        <ReplyChecks
          body={body}
          id={measure.case.id}
          text={filledText(text, { reviewOn: measure.reviewOn ?? '', ways: measure.ways ?? '' })}
        />
      ) : null}
    </ActDialog>
  );
}
