// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { BulkOffer, BulkOption, BulkView, CrisisText } from '#moderation/contract';
import { useIdempotencyKey } from '../../client/idempotency.ts';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Field, FieldError } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { bulkWords as words } from '../../words/crisis.ts';
import { networkName } from '../channels.ts';
import { answerTogether, bulkOfferQuery, decideTogether } from './bulk.ts';
import { BulkCases, BulkConfirm } from './bulk-confirm.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';

interface Props {
  readonly body: string;
  readonly cases: readonly string[];
  /** Given: all are answered, with one of these as it is. */
  readonly texts?: readonly CrisisText[];
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

/** Several cases under one ground and one reason: what is possible, the choice, and what came of each. */
export function BulkDialog({ body, cases, texts, onDone, onClose }: Props) {
  const queries = useQueryClient();
  const offer = useQuery(bulkOfferQuery(body, cases));
  const [outcome, setOutcome] = useState<BulkView>();
  const changed = (view: BulkView) => {
    setOutcome(view);
    void queries.invalidateQueries({ queryKey: ['cases', body] });
    void queries.invalidateQueries({ queryKey: ['crisis', body] });
    onDone?.();
  };
  return (
    <Dialog title={words.title(cases.length)} onClose={onClose}>
      {outcome !== undefined ? (
        <BulkOutcome body={body} outcome={outcome} onChange={changed} onClose={onClose} />
      ) : (
        <>
          <p>{words.intro}</p>
          {offer.isPending ? <Skeleton lines={5} /> : null}
          {offer.isError ? (
            <Fault title={words.unreadable} error={offer.error} onRetry={() => void offer.refetch()} />
          ) : null}
          {offer.data === undefined ? null : (
            <BulkForm body={body} offer={offer.data} texts={texts} onDecided={changed} onClose={onClose} />
          )}
        </>
      )}
    </Dialog>
  );
}

interface FormProps extends Pick<Props, 'body' | 'onClose'> {
  readonly offer: BulkOffer;
  readonly texts: readonly CrisisText[] | undefined;
  readonly onDecided: (view: BulkView) => void;
}

function BulkForm({ body, offer, texts, onDecided, onClose }: FormProps) {
  const options = offer.options.filter(
    ({ kind, available, grounds }) => available > 0 && grounds.length > 0 && (texts === undefined || kind === 'reply'),
  );
  const cases = offer.cases.filter(({ decidable }) => decidable);
  const all = cases.length;
  const [kind, setKind] = useState<BulkOption['kind'] | undefined>(texts === undefined ? undefined : 'reply');
  const [ground, setGround] = useState('');
  const [reasons, setReasons] = useState('');
  const [reply, setReply] = useState('');
  const [asked, setAsked] = useState(false);
  const [twice, setTwice] = useState(false);
  const keyFor = useIdempotencyKey();
  const option = options.find((one) => one.kind === kind);
  const problems: Readonly<Record<string, string>> = {
    ...(option === undefined && { 'insieme-scelta': words.missing.kind }),
    ...(ground === '' && { 'insieme-punto': words.missing.ground }),
    ...(kind === 'reply' &&
      reply.trim() === '' && { 'insieme-risposta': texts === undefined ? words.missing.reply : words.missing.text }),
    ...(reasons.trim() === '' && { 'insieme-motivi': words.missing.reasons }),
  };
  const deciding = useMutation({
    mutationFn: () => {
      const common = {
        ...{ ground: { kind: 'clause' as const, clause: ground }, reasons: reasons.trim() },
        cases: cases.map(({ id, revision }) => ({ id, revision })),
        ...{ policyVersion: offer.policyVersion, policyDigest: offer.policyDigest },
      };
      if (texts !== undefined) return answerTogether(body, { ...common, text: reply }, keyFor({ ...common, reply }));
      const content = { ...common, kind: kind ?? 'no-action', ...(kind === 'reply' && { reply }) };
      return decideTogether(body, content, keyFor(content));
    },
    onSuccess: onDecided,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.keys(problems)[0];
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (isForGood(option)) setTwice(true);
    else if (!deciding.isPending) deciding.mutate();
  };
  const chooseKind = (next: BulkOption['kind']) => {
    setKind(next);
    setGround('');
    setReasons('');
  };
  const chooseGround = (id: string) => {
    setGround(id);
    setReasons(option?.grounds.find((one) => one.id === id)?.reasons ?? '');
  };
  const error = (id: string) => (asked ? problems[id] : undefined);
  if (options.length === 0) return <p>{words.nothing}</p>;
  if (twice && option !== undefined) {
    return (
      <BulkConfirm
        {...{ option, cases, pending: deciding.isPending, error: deciding.error }}
        onBack={() => setTwice(false)}
        onConfirm={() => deciding.mutate()}
      />
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <details>
        <summary>{words.which(all)}</summary>
        <BulkCases cases={cases} />
      </details>
      <fieldset className="bulk-kinds">
        <legend>{words.kind}</legend>
        {options.map((one, index) => (
          <label key={one.kind}>
            <input
              {...(index === 0 ? { id: 'insieme-scelta' } : {})}
              type="radio"
              name="insieme-scelta"
              checked={kind === one.kind}
              onChange={() => chooseKind(one.kind)}
            />
            <span>
              {it.decision[one.kind]} <span className="muted small">{words.availability(one.available, all)}</span>
            </span>
          </label>
        ))}
        {error('insieme-scelta') === undefined ? null : (
          <FieldError id="insieme-scelta-error" text={error('insieme-scelta') ?? ''} />
        )}
      </fieldset>
      {option === undefined ? null : (
        <ul className="bulk-effects small">
          {option.effects.map(({ network, effect, cases }) => (
            <li key={`${network} ${effect}`}>{words.effect(networkName(network), effect, cases)}</li>
          ))}
        </ul>
      )}
      <Field id="insieme-punto" label={words.ground} error={error('insieme-punto')}>
        {(described) => (
          <select {...described} value={ground} onChange={(event) => chooseGround(event.target.value)}>
            <option value="">{words.choose}</option>
            {option?.grounds.map(({ id, title, offered, proposed }) => (
              <option key={id} value={id}>
                {words.groundOption(id, title, proposed > 0 ? proposed : offered, all)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {kind !== 'reply' ? null : texts === undefined ? (
        <Field id="insieme-risposta" label={words.reply} error={error('insieme-risposta')}>
          {(described) => (
            <textarea {...described} rows={4} value={reply} onChange={(event) => setReply(event.target.value)} />
          )}
        </Field>
      ) : (
        <Field id="insieme-risposta" label={words.text} error={error('insieme-risposta')}>
          {(described) => (
            <select {...described} value={reply} onChange={(event) => setReply(event.target.value)}>
              <option value="">{words.choose}</option>
              {texts.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="insieme-motivi" label={words.reasons} error={error('insieme-motivi')}>
        {(described) => (
          <textarea {...described} rows={3} value={reasons} onChange={(event) => setReasons(event.target.value)} />
        )}
      </Field>
      {deciding.isError ? <Fault title={words.failed} error={deciding.error} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.cancel}</Button>
        <Button look="primary" type="submit" aria-disabled={deciding.isPending}>
          {words.confirm(all)}
        </Button>
      </div>
    </form>
  );
}

/** Hiding or removing where some of it could not be taken back. */
const isForGood = (option: BulkOption | undefined): boolean =>
  (option?.kind === 'hide' || option?.kind === 'remove') && option.undoable < option.available;
