// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AlarmView, CaseDetail } from '#moderation/contract';
import { Refusal } from '../../client/request.ts';
import { useMandate } from '../../governance/session.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTitle } from '../../ui/title.ts';
import { turnsWords } from '../../words/turns.ts';
import { authorName } from '../author-name.ts';
import { caseQuery } from '../cases.ts';
import { Cover, useCover } from '../covered.tsx';
import { Enforcements } from '../enforcements.tsx';
import { NetworkMark } from '../network-mark.tsx';
import { isStuck, outcomeWords } from '../outcome.ts';
import { alarmQuery, alarmsQuery, takeAlarm } from './turns.ts';
import { UrgentCalls } from './urgent-calls.tsx';
import { UrgentMeasures } from './urgent-hide.tsx';

const words = turnsWords.alarms;

/** For a telephone, at night: what was written, the 112, and three acts. */
export function UrgentPage() {
  const { body, id } = useParams({ from: '/banco/$body/urgenze/$id' });
  const mandate = useMandate(body);
  const alarm = useQuery(alarmQuery(body, id));
  const { data } = alarm;
  const found = useQuery({ ...caseQuery(body, data?.case ?? ''), enabled: data !== undefined });
  useFollowing(body, id, found.data?.enforcement);
  useTitle(data === undefined ? words.ringing(1) : words.title(data.number), mandate?.bodyName ?? body);
  const nowhere = alarm.error instanceof Refusal && [404, 422].includes(alarm.error.problem.status);
  return (
    <div className="page urgent">
      <h1>{data === undefined ? words.ringing(1) : words.title(data.number)}</h1>
      {alarm.isPending ? <Skeleton lines={6} /> : null}
      {nowhere ? <Empty icon="it-help-circle" title={words.nowhere} /> : null}
      {alarm.isError && !nowhere ? (
        <Fault title={words.failed} error={alarm.error} onRetry={() => void alarm.refetch()} />
      ) : null}
      {data === undefined ? null : (
        <Urgency body={body} alarm={data} detail={found.data} readOnly={mandate?.role === 'auditor'} />
      )}
    </div>
  );
}

/** What the network did of the decision may end the alarm, or start it again. */
function useFollowing(body: string, id: string, enforcement: CaseDetail['enforcement'] | undefined): void {
  const queries = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is not read, its change is what counts
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: alarmQuery(body, id).queryKey });
  }, [queries, body, id, enforcement]);
}

interface Props {
  readonly body: string;
  readonly alarm: AlarmView;
  readonly detail: CaseDetail | undefined;
  readonly readOnly: boolean;
}

function Urgency({ body, alarm, detail, readOnly }: Props) {
  const { state, help } = alarm;
  return (
    <>
      <State alarm={alarm} />
      {readOnly || state !== 'ringing' ? null : <Take body={body} alarm={alarm} />}
      <a className="btn btn-outline-primary urgent-call" href="tel:112">
        {words.call}
      </a>
      {detail === undefined ? <Skeleton lines={4} /> : <Written detail={detail} />}
      {alarm.why.length === 0 ? null : (
        <p>
          <strong>{words.why}:</strong> {alarm.why.join(', ')}
        </p>
      )}
      {detail === undefined ? null : <Decided body={body} alarm={alarm} detail={detail} readOnly={readOnly} />}
      {readOnly || detail?.decidable !== true || (detail.state === 'decided' && detail.decision !== 'hide') ? null : (
        <UrgentMeasures body={body} alarm={alarm} detail={detail} />
      )}
      <section aria-labelledby="urgenza-testo">
        <h2 id="urgenza-testo">{words.helpText}</h2>
        <blockquote>{help.text}</blockquote>
        <p className="muted small">{help.clause === null ? words.helpPlain : words.helpFrom(help.clause)}</p>
        <Button
          className="btn-sm"
          onClick={() => void navigator.clipboard.writeText(help.text).then(() => announce(words.copied))}
        >
          {words.copy}
        </Button>
      </section>
      <UrgentCalls body={body} alarm={alarm} readOnly={readOnly} />
      <p>
        <Link to="/banco/$body/pratiche/$id" params={{ body, id: alarm.case }} search={{}}>
          {words.toCase}
        </Link>
      </p>
    </>
  );
}

/** What was decided, and how far the network has come: the alarm is not over before. */
function Decided({ body, alarm, detail, readOnly }: Props & { readonly detail: CaseDetail }) {
  const decision = detail.decisions.findLast(({ undoneAt }) => undoneAt === null);
  if (detail.state !== 'decided' || decision === undefined) return null;
  const { enforcement } = detail;
  return (
    <section aria-labelledby="urgenza-decisa">
      <h2 id="urgenza-decisa">{words.decided}</h2>
      <div role="status">
        <p>
          <strong>{outcomeWords(decision.kind, enforcement).text}</strong>
        </p>
        {alarm.state === 'ended' ? null : <p>{isStuck(enforcement) ? words.notDone : words.awaited}</p>}
      </div>
      <Enforcements body={body} detail={detail} decision={decision} readOnly={readOnly} />
    </section>
  );
}

function State({ alarm }: { readonly alarm: AlarmView }) {
  const now = useNow();
  const { state, takenBy, mine, nextAt, byHand } = alarm;
  const who = state === 'taken' && takenBy !== null ? words.takenBy(takenBy) : '';
  return (
    <div role="status">
      <Notice tone={state === 'ringing' ? 'danger' : 'success'} title={words.states[state]}>
        <p>
          {words.since(momentWords(alarm.raisedAt, now))}
          {who === '' ? '' : `, ${who}`}.
        </p>
        {mine && state === 'taken' ? <p>{words.takenMine}</p> : null}
        {state === 'ringing' ? <p>{nextAt === null ? words.silent : words.nextAt(momentWords(nextAt, now))}</p> : null}
        {state === 'ringing' && byHand.length > 0 ? <p>{words.byHand(byHand.join(', '))}</p> : null}
      </Notice>
    </div>
  );
}

function Take({ body, alarm }: { readonly body: string; readonly alarm: AlarmView }) {
  const queries = useQueryClient();
  const taking = useMutation({
    mutationFn: () => takeAlarm(body, alarm.id),
    onSuccess: (view) => {
      queries.setQueryData(alarmQuery(body, alarm.id).queryKey, view);
      void queries.invalidateQueries({ queryKey: alarmsQuery(body).queryKey });
      announce(words.taken);
    },
    onError: () => void queries.invalidateQueries({ queryKey: alarmQuery(body, alarm.id).queryKey }),
  });
  return (
    <>
      <Button look="primary" className="urgent-take" onClick={() => taking.mutate()} aria-disabled={taking.isPending}>
        {words.take}
      </Button>
      {taking.isError ? <Fault title={words.takeFailed} error={taking.error} /> : null}
    </>
  );
}

function Written({ detail }: { readonly detail: CaseDetail }) {
  const now = useNow();
  const [covered, show] = useCover(detail);
  return (
    <section aria-labelledby="urgenza-testo-scritto" className="sheet">
      <h2 id="urgenza-testo-scritto">{words.item}</h2>
      <p className="item-meta">
        <strong>{authorName(detail.author)}</strong> <NetworkMark network={detail.network} />{' '}
        {momentWords(detail.writtenAt, now)}
      </p>
      {covered ? (
        <Cover onShow={show} />
      ) : (
        <p className="item-text" tabIndex={-1}>
          {detail.text === '' ? words.noText : detail.text}
        </p>
      )}
      {detail.permalink === null ? null : (
        <a href={detail.permalink} target="_blank" rel="noreferrer noopener">
          {words.onNetwork} <Icon name="it-external-link" />
        </a>
      )}
    </section>
  );
}
