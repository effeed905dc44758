// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClaimView } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Moment, useNow } from '../../ui/moment.tsx';
import { momentWords } from '../../ui/moment-words.ts';
import { turnsWords } from '../../words/turns.ts';
import type { BesideProps } from '../beside.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { TakeOverDialog } from './take-over-dialog.tsx';
import { adoptClaim, claimCase, claimQuery, releaseCase } from './turns.ts';
import { useShowing } from './use-showing.ts';

const words = turnsWords.claim;

/** Above the decision: who has the case in hand, who looks at it, and how it changes hands. */
export function ClaimPlace({ body, detail, readOnly }: BesideProps) {
  useShowing(body, detail.id);
  const { data } = useQuery(claimQuery(body, detail.id));
  if (data === undefined) return null;
  return (
    <section className="claim" aria-label={words.title}>
      {data.alarm === null || detail.state !== 'open' ? null : (
        <p className="claim-alarm">
          <Icon name="it-warning-circle" />
          {words.alarm}{' '}
          <Link to="/banco/$body/urgenze/$id" params={{ body, id: data.alarm }}>
            {words.alarmLink}
          </Link>
        </p>
      )}
      <Looking names={data.looking.map(({ name }) => name)} />
      {detail.decidable ? <Hands body={body} id={detail.id} view={data} readOnly={readOnly} /> : null}
      <Handovers view={data} />
    </section>
  );
}

function Looking({ names }: { readonly names: readonly string[] }) {
  const all = names.join(', ');
  return (
    <p role="status" className="claim-looking">
      {names.length === 0 ? null : (
        <>
          <Icon name="it-password-visible" />
          {names.length === 1 ? words.looking(all) : words.lookingMany(all)}
        </>
      )}
    </p>
  );
}

interface HandsProps {
  readonly body: string;
  readonly id: string;
  readonly view: ClaimView;
  readonly readOnly: boolean;
}

function Hands({ body, id, view, readOnly }: HandsProps) {
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'hand-over' | 'take-over' | null>(null);
  const { claim } = view;
  const act = useMutation({
    mutationFn: (what: 'take' | 'release') =>
      what === 'take' ? claimCase(body, id, { how: 'by-hand' }) : releaseCase(body, id),
    onSuccess: (answer, what) => {
      adoptClaim(queries, body, { id, view: answer });
      announce(what === 'take' ? words.taken : words.released);
    },
    onError: () => void queries.invalidateQueries({ queryKey: claimQuery(body, id).queryKey }),
  });
  const mine = claim?.mine === true;
  const byForm = mine && claim.how === 'form';
  return (
    <>
      <HeldBy view={view} />
      {readOnly ? null : (
        <div className="claim-acts">
          {claim === null || byForm ? (
            <Button icon="it-user" className="btn-sm" onClick={() => act.mutate('take')} aria-disabled={act.isPending}>
              {words.take}
            </Button>
          ) : null}
          {mine && !byForm ? (
            <Button className="btn-sm" onClick={() => act.mutate('release')} aria-disabled={act.isPending}>
              {words.release}
            </Button>
          ) : null}
          {claim === null || mine ? (
            <Button className="btn-sm" onClick={() => setDialog('hand-over')}>
              {words.handOver}
            </Button>
          ) : (
            <Button className="btn-sm" onClick={() => setDialog('take-over')}>
              {words.takeOver}
            </Button>
          )}
        </div>
      )}
      {act.isError ? <Fault title={words.failed} error={act.error} /> : null}
      {dialog === 'hand-over' ? (
        <HandOverDialog body={body} id={id} people={view.people} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'take-over' && claim !== null ? (
        <TakeOverDialog body={body} claim={claim} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

function HeldBy({ view: { claim } }: { readonly view: ClaimView }) {
  const now = useNow();
  if (claim === null) return <p className="muted small">{words.free}</p>;
  const since = momentWords(claim.since, now);
  if (claim.mine) {
    const said =
      claim.how === 'form'
        ? words.mineByForm
        : claim.how === 'handed-over'
          ? words.mineGiven(since)
          : words.mine(since);
    return (
      <p className="claim-held" data-mine>
        <Icon name="it-check-circle" />
        {said}
      </p>
    );
  }
  return (
    <p className="claim-held" role="status">
      <Icon name="it-user" />
      <span>
        <strong>{words.theirs(claim.person.name, since)}</strong> {words.theirsDetail}
      </span>
    </p>
  );
}

function Handovers({ view: { handovers } }: { readonly view: ClaimView }) {
  if (handovers.length === 0) return null;
  return (
    <details className="claim-handovers" open>
      <summary>{words.notes(handovers.length)}</summary>
      <ol>
        {handovers.map(({ id, from, to, at, note }) => (
          <li key={id}>
            <p className="muted small">
              {words.from(from, to)} · <Moment iso={at} />
            </p>
            <p>{note ?? words.noteErased}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
