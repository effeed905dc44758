// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CaseDetail, DecisionKind, Option } from '#moderation/contract';
import { it } from '../it.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Field, FieldError } from '../ui/field.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { usePreference } from '../ui/preferences.ts';
import { referralWords } from '../words/referrals.ts';
import { ChangedNotice } from './changed-notice.tsx';
import { ConfirmTwice } from './confirm-twice.tsx';
import { DECISION_KEYS } from './decision-keys.ts';
import { decisionName } from './decision-name.ts';
import { choose, groundsFor, optionOf, problemsOf, reasonsFor, referralFor, toRequest } from './draft.ts';
import { useDraft } from './drafts.ts';
import { isRestrictive } from './ground.ts';
import { GroundList } from './ground-list.tsx';
import type { NextCase } from './next-case.ts';
import { OptionList } from './option-list.tsx';
import { useReading } from './reading.ts';
import { OfficeAnswers } from './referrals/office-answers.tsx';
import { ReferralFields } from './referrals/referral-fields.tsx';
import { withInserted } from './replies/inserting.ts';
import { ReplyAids } from './replies/reply-aids.tsx';
import { withDraft } from './replies/taking.ts';
import { useApproval } from './replies/use-approval.tsx';
import { ReplyField } from './reply-field.tsx';
import { ReportField } from './report-field.tsx';
import { ToAuthor } from './review/to-author.tsx';
import { useShortcut } from './shortcuts.ts';
import { useDecide } from './submission.tsx';
import { useFormClaim } from './turns/use-form-claim.ts';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
  readonly next: () => Promise<NextCase>;
  readonly onOpen: (id: string) => Promise<void>;
}

const words = it.deciding;

export function DecisionForm({ body, detail, next, onOpen }: Props) {
  const { draft, update, forget } = useDraft(detail.id);
  const [asked, setAsked] = useState(false);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [shortcuts] = usePreference('shortcuts');
  const reading = useReading(detail, draft.kind !== null);
  const deciding = useDecide({ body, detail, next, onOpen, forget });
  const option = optionOf(draft, detail);
  // After a hiding the rest is not offered at all; elsewhere what cannot be done says why.
  const offered = detail.decision === 'hide' ? detail.options.filter(({ available }) => available) : detail.options;
  const problems = asked ? problemsOf(draft, detail) : [];
  const approval = useApproval(body, detail, option?.kind === 'reply' ? draft.reply : null);

  const reread = () => {
    reading.adopt();
    deciding.reset();
  };
  const send = () => {
    setAsking(false);
    if (option !== undefined && approval.ask !== undefined) return approval.ask(toRequest(draft, option, reading.read));
    if (option !== undefined && !deciding.isPending)
      deciding.send(toRequest(draft, option, reading.read), referralFor(draft, option));
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (deciding.isPending || reading.changed) return focusFirst(form.current, '.notice button');
    flushSync(() => setAsked(true));
    if (option === undefined) return focusFirst(form.current, 'input[type=radio]:not(:disabled)');
    if (problemsOf(draft, detail).length > 0) return focusFirst(form.current, '[aria-invalid]');
    if (!asksTwice(option)) send();
    else setAsking(true);
  };
  const pick = (picked: Option) => {
    flushSync(() => {
      setAsked(false);
      update((current) => choose(current, picked));
    });
    announce(`${words.chosen(decisionName(picked))} ${picked.effect}`);
  };
  useFormClaim(body, detail.id, draft.kind !== null);
  useDecisionKeys(detail, pick, form);
  useShortcut('Ctrl+Enter', submit);

  return (
    <form ref={form} className="decision-form" onSubmit={submit} noValidate>
      <OptionList options={offered} chosen={draft.kind} onChoose={pick} />
      {problems.includes('kind') ? <FieldError id="decisione-error" text={words.required.kind} /> : null}
      {option === undefined ? (
        <p className="muted small">{words.chooseFirst}</p>
      ) : (
        <>
          {option.kind === 'route' ? (
            <ReferralFields
              body={body}
              detail={detail}
              value={draft.referral}
              error={problems.includes('office') ? referralWords.fields.officeRequired : undefined}
              onChange={(referral) => update((current) => ({ ...current, referral }))}
            />
          ) : null}
          {option.kind === 'reply' ? (
            <OfficeAnswers
              body={body}
              detail={detail}
              onUse={(answer) => update((current) => ({ ...current, reply: withInserted(current.reply, answer) }))}
            />
          ) : null}
          {option.kind === 'reply' ? (
            <ReplyField
              value={draft.reply}
              limit={detail.replyLimit}
              privately={detail.privately !== undefined}
              error={problems.includes('reply') ? words.required.reply : undefined}
              onChange={(reply) => update((current) => ({ ...current, reply }))}
            />
          ) : null}
          {option.kind === 'reply' ? (
            <ReplyAids
              body={body}
              detail={detail}
              reply={draft.reply}
              onReply={(reply) => update((current) => ({ ...current, reply }))}
              onTake={(taken) => update((current) => withDraft(current, taken))}
            />
          ) : null}
          <GroundList
            option={option}
            drafts={groundsFor(draft, option)}
            showProblems={asked}
            onChange={(grounds) =>
              update((current) => ({ ...current, grounds: { ...current.grounds, [option.kind]: grounds } }))
            }
          />
          <Field
            id="motivazione"
            label={words.reasons}
            hint={words.reasonsHint}
            error={problems.includes('reasons') ? words.required.reasons : undefined}
          >
            {(described) => (
              <textarea
                {...described}
                rows={4}
                value={reasonsFor(draft, option)}
                onChange={(event) => {
                  const text = event.target.value;
                  update((current) => ({ ...current, reasons: { ...current.reasons, [option.kind]: text } }));
                }}
              />
            )}
          </Field>
          {option.kind === 'hide' || option.kind === 'remove' ? (
            <ToAuthor
              {...{ body, detail, draft, kind: option.kind, grounds: groundsFor(draft, option) }}
              onChange={(toAuthor) => update((current) => ({ ...current, toAuthor }))}
            />
          ) : null}
          {isRestrictive(option.kind) && detail.reporting !== null ? (
            <ReportField
              checked={draft.report}
              effect={detail.reporting.effect}
              onChange={(report) => update((current) => ({ ...current, report }))}
            />
          ) : null}
        </>
      )}
      <div className="decision-foot">
        {reading.changed || deciding.conflict ? (
          <ChangedNotice body={body} id={detail.id} changed={reading.changed} onReread={reread} />
        ) : null}
        {deciding.fault}
        {approval.fault}
        <Button
          look="primary"
          type="submit"
          aria-disabled={deciding.isPending}
          {...(shortcuts ? { 'aria-keyshortcuts': 'Control+Enter' } : {})}
        >
          {deciding.isPending ? words.confirming : approval.ask === undefined ? confirmLabel(option) : approval.label}
          <KeyHint name={words.confirmKey} />
        </Button>
      </div>
      {asking && option !== undefined ? (
        <ConfirmTwice option={option} onCancel={() => setAsking(false)} onConfirm={send} />
      ) : null}
    </form>
  );
}

const confirmLabel = (option: Option | undefined): string =>
  option === undefined ? words.confirmNothing : words.confirm(decisionName(option));

/** Hiding or removing for good. A reply cannot be unsaid either, but it was written word by word. */
const asksTwice = (option: Option): boolean => isRestrictive(option.kind) && !option.undoable && option.how !== 'none';

function focusFirst(form: HTMLFormElement | null, selector: string): void {
  form?.querySelector<HTMLElement>(selector)?.focus();
}

/** One key chooses a decision. What takes something away never fires at once: the focus goes to its ground. */
function useDecisionKeys(
  detail: CaseDetail,
  pick: (option: Option) => void,
  form: { readonly current: HTMLFormElement | null },
): void {
  const press = (kind: DecisionKind) => () => {
    const option = detail.options.find((candidate) => candidate.kind === kind);
    if (option === undefined) return;
    if (!option.available) return announce(`${decisionName(option)}: ${words.unavailable}. ${option.effect}`);
    pick(option);
    if (isRestrictive(kind)) announce(words.destructive(decisionName(option)));
    focusFirst(
      form.current,
      kind === 'reply' ? '#risposta' : isRestrictive(kind) ? '#punto-0' : `input[value=${kind}]`,
    );
  };
  useShortcut(DECISION_KEYS.publish, press('publish'));
  useShortcut(DECISION_KEYS.hide, press('hide'));
  useShortcut(DECISION_KEYS.remove, press('remove'));
  useShortcut(DECISION_KEYS.reply, press('reply'));
  useShortcut(DECISION_KEYS.route, press('route'));
  useShortcut(DECISION_KEYS['no-action'], press('no-action'));
}
