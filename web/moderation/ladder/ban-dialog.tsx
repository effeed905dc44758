// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react';
import type { LadderStep, LadderView } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { Notice } from '../../ui/notice.tsx';
import { ladderWords } from '../../words/ladder.ts';
import { ReplyChecks } from '../replies/reply-checks.tsx';
import { ActDialog } from './act-dialog.tsx';
import { filledText, isFixed, signedText, TellingField, TextField, type Told, tooShort } from './fields.tsx';
import { ban, type OnCase } from './ladder.ts';

interface Props {
  readonly on: OnCase;
  readonly view: LadderView;
  readonly step: LadderStep;
  readonly onClose: () => void;
}

const words = ladderWords.ban;
const LEAST_WAYS = 5;
const DAY_MS = 86_400_000;

interface Draft {
  readonly told: Told;
  /** Null: as it is proposed for the way it is told. */
  readonly written: string | null;
  readonly reasons: string;
  readonly reviewOn: string;
  readonly ways: string;
  readonly whyNoWarning: string;
}

const today = () => new Date().toISOString().slice(0, 10);

function draftOf({ telling, ways, reviewDays }: LadderView): Draft {
  const reviewOn = reviewDays === null ? '' : new Date(Date.now() + reviewDays * DAY_MS).toISOString().slice(0, 10);
  return { told: telling[0]?.told ?? 'by-hand', written: null, reasons: '', reviewOn, ways, whyNoWarning: '' };
}

const textOf = ({ written, told }: Draft, view: LadderView): string =>
  signedText({ view, told, written }, view.texts.banInPublic, view.texts.banPrivately);

/** The first thing that is not well filled, by the id of its field, with what to say of it. */
function problemsIn(draft: Draft, text: string, needsWhy: boolean): Readonly<Record<string, string>> {
  return {
    ...(tooShort(draft.reasons) && { 'blocco-motivo': ladderWords.required }),
    ...(needsWhy && tooShort(draft.whyNoWarning) && { 'blocco-senza-avviso': ladderWords.required }),
    ...(draft.reviewOn <= today() && { 'blocco-riesame': words.date }),
    ...(tooShort(draft.ways, LEAST_WAYS) && { 'blocco-canali': words.short }),
    ...(tooShort(text) && { 'blocco-testo': ladderWords.required }),
  };
}

/** Written first, then confirmed a second time with what it does in sight. */
export function BanDialog({ on, view, step, onClose }: Props) {
  const key = useIdempotencyKey();
  const [draft, setDraft] = useState(() => draftOf(view));
  const [asked, setAsked] = useState(false);
  const [sure, setSure] = useState(false);
  const needsWhy = step.asks.includes('warning-or-why-not');
  const problems = problemsIn(draft, textOf(draft, view), needsWhy);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const wrong = () => {
    setAsked(true);
    const first = Object.keys(problems)[0];
    if (first === undefined && !sure) setSure(true);
    return first ?? (sure ? undefined : '');
  };
  const act = () => {
    const { whyNoWarning, written: _, ...rest } = draft;
    const content = {
      ...rest,
      text: textOf(draft, view),
      ...(needsWhy ? { whyNoWarning } : {}),
      ...{ breaches: view.history.breaches, policyDigest: view.policyDigest, confirmed: true as const },
    };
    return ban(on, content, key(content));
  };
  return (
    <ActDialog
      title={sure ? words.twice : words.title}
      confirm={sure ? words.confirm : words.next}
      wrong={wrong}
      act={act}
      body={on.body}
      onClose={onClose}
      {...(sure ? { onBack: () => setSure(false) } : {})}
    >
      {sure ? (
        <Sum view={view} step={step} draft={draft} />
      ) : (
        <Fields
          on={on}
          view={view}
          draft={draft}
          problems={asked ? problems : {}}
          needsWhy={needsWhy}
          onChange={change}
        />
      )}
    </ActDialog>
  );
}

interface FieldsProps {
  readonly on: OnCase;
  readonly view: LadderView;
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, string>>;
  readonly needsWhy: boolean;
  readonly onChange: (part: Partial<Draft>) => void;
}

function Fields({ on, view, draft, problems, needsWhy, onChange }: FieldsProps) {
  const { reasons, reviewOn, ways, whyNoWarning } = draft;
  const field = (id: string, label: string, value: string) => ({ id, label, value, error: problems[id] });
  return (
    <>
      <TextField
        {...field('blocco-motivo', ladderWords.reasons, reasons)}
        hint={ladderWords.reasonsHint}
        onChange={(value) => onChange({ reasons: value })}
      />
      {needsWhy ? (
        <TextField
          {...field('blocco-senza-avviso', words.whyNoWarning, whyNoWarning)}
          hint={words.whyNoWarningHint}
          onChange={(value) => onChange({ whyNoWarning: value })}
        />
      ) : null}
      <TextField
        {...field('blocco-riesame', words.reviewOn, reviewOn)}
        type="date"
        hint={words.reviewHint}
        onChange={(value) => onChange({ reviewOn: value })}
      />
      <TextField
        {...field('blocco-canali', words.ways, ways)}
        hint={view.ways === '' ? words.waysMissing : words.waysHint}
        onChange={(value) => onChange({ ways: value })}
      />
      <TextField
        {...field('blocco-testo', ladderWords.text, textOf(draft, view))}
        hint={isFixed(view, draft.told) ? ladderWords.ownWordsOnly : words.textHint}
        readOnly={isFixed(view, draft.told)}
        rows={6}
        onChange={(value) => onChange({ written: value })}
      />
      {draft.told === 'public' ? (
        <ReplyChecks body={on.body} id={on.id} text={filledText(textOf(draft, view), draft)} />
      ) : null}
      <TellingField view={view} told={draft.told} onChange={(told) => onChange({ told })} mayBeNone />
    </>
  );
}

function Sum({ view, step, draft }: { readonly view: LadderView; readonly step: LadderStep; readonly draft: Draft }) {
  return (
    <Notice tone="warning" title={words.effect}>
      <p>{step.effect}</p>
      <p>
        {words.sum(view.author?.name ?? '', view.history.breaches)} {words.until(draft.reviewOn)}
      </p>
    </Notice>
  );
}
