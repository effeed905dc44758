// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DepartureView, MandateView, PeoplePage, PersonView } from '#governance/contract';
import { it } from '../it.ts';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { accessWords } from '../words/access.ts';
import { peopleWords as words } from '../words/people.ts';
import { enteringQuery } from './entering.ts';
import { ResetDialog } from './entering-dialogs.tsx';
import { DesignateDialog, EndDialog, GiveDialog } from './mandate-dialogs.tsx';
import { done, newLink, peopleQuery } from './people.ts';
import type { Answer } from './people-dialog.tsx';
import { LeaveDialog, TrainDialog } from './person-dialogs.tsx';

interface Props {
  readonly body: string;
  readonly page: PeoplePage;
  readonly person: PersonView;
  /** Whether whoever looks may change this person's mandates. */
  readonly mayChange: boolean;
  readonly onAnswer: (answer: Answer) => void;
}

type Open =
  | { readonly what: 'give' | 'train' | 'leave' }
  | { readonly what: 'designate' | 'end'; readonly mandate: MandateView };

/** One person: who they are, what they hold and held, what they attended, how they left. */
export function PersonCard({ body, page, person, mayChange, onAnswer }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const { name, email, entered, link, mandates, training, departures } = person;
  const live = mandates.some(({ state }) => state !== 'ended');
  return (
    <li>
      <h3>{name}</h3>
      <p className="small">{email}</p>
      <p className="muted small">
        {entered ? words.entered : words.notEntered} {link === null ? null : words.link[link.state]}{' '}
        {link === null ? null : words.linkUntil(link.until)}
      </p>
      <ul className="mandates">
        {mandates.map((mandate) => (
          <Mandate key={mandate.id} mandate={mandate} page={page}>
            {mayChange && mandate.state !== 'ended' ? (
              <div className="remedies">
                {mandate.state === 'undesignated' || mandate.state === 'unauthorised' ? (
                  <Button
                    className="btn-sm"
                    aria-label={words.ofWhom(words.designate, name)}
                    onClick={() => setOpen({ what: 'designate', mandate })}
                  >
                    {words.designate}
                  </Button>
                ) : null}
                <Button
                  className="btn-sm"
                  aria-label={words.ofWhom(words.end, name)}
                  onClick={() => setOpen({ what: 'end', mandate })}
                >
                  {words.end}
                </Button>
              </div>
            ) : null}
          </Mandate>
        ))}
      </ul>
      {training.map(({ what, on, document }) => (
        <p key={`${what} ${on}`} className="small">
          {words.attended(what, on, document)}
        </p>
      ))}
      {departures.map((departure) => (
        <Departure key={departure.id} body={body} departure={departure} mayChange={mayChange} />
      ))}
      <Entering {...{ body, person, mayChange }} />
      {mayChange ? <Acts body={body} {...{ person, live, setOpen, onAnswer }} /> : null}
      {open === null ? null : (
        <Opened {...{ body, page, person, open, onDone: onAnswer, onClose: () => setOpen(null) }} />
      )}
    </li>
  );
}

/** By what they are known on entering, and the way out for whoever lost it. */
function Entering({ body, person, mayChange }: Pick<Props, 'body' | 'person' | 'mayChange'>) {
  const [resetting, setResetting] = useState(false);
  const { withFactor = [], known = [] } = useQuery(enteringQuery(body)).data ?? {};
  const hasFactor = withFactor.includes(person.id);
  const label = accessWords.people.reset;
  return (
    <>
      {known.includes(person.id) ? <p className="small">{accessWords.people.known}</p> : null}
      {hasFactor ? <p className="small">{accessWords.people.withFactor}</p> : null}
      {hasFactor && mayChange ? (
        <Button className="btn-sm" aria-label={words.ofWhom(label, person.name)} onClick={() => setResetting(true)}>
          {label}
        </Button>
      ) : null}
      {resetting ? <ResetDialog {...{ body, person, onClose: () => setResetting(false) }} /> : null}
    </>
  );
}

interface MandateProps {
  readonly mandate: MandateView;
  readonly page: PeoplePage;
  readonly children: ReactNode;
}

function Mandate({ mandate, page, children }: MandateProps) {
  const { capacity, office, engagement, state, networks, accounts, coordinates, delegate } = mandate;
  const channels = [
    ...(networks ?? []).map((network) => it.network[network] ?? network),
    ...(accounts ?? []).map((id) => page.accounts.find((one) => one.id === id)?.name ?? id),
  ];
  const more = [
    ...(office === null ? [] : [office]),
    ...(engagement === 'external' ? [words.external] : []),
    ...(delegate ? [words.delegate] : []),
    ...(coordinates ? [words.coordinates] : []),
  ];
  return (
    <li>
      <p>
        <strong>{words.role[capacity]}</strong>
        {more.length === 0 ? null : `, ${more.join(', ')}`} <span className="tag">{words.state[state]}</span>
      </p>
      <p className="muted small">
        {words.act(mandate)} {words.dates(mandate)}. {channels.length === 0 ? words.everywhere : words.only(channels)}.
      </p>
      {children}
    </li>
  );
}

interface DepartureProps {
  readonly body: string;
  readonly departure: DepartureView;
  readonly mayChange: boolean;
}

function Departure({ body, departure, mayChange }: DepartureProps) {
  const queries = useQueryClient();
  const settling = useMutation({
    mutationFn: (task: string) => done(body, task),
    onSuccess: (page) => queries.setQueryData(peopleQuery(body).queryKey, page),
  });
  const { reason, closed, tasks } = departure;
  return (
    <section className="departure">
      <p>
        <strong>{words.departure.head(departure)}</strong>
        {reason === null ? null : `: ${reason}`}
      </p>
      <p className="small">{words.departure.closed(closed)}</p>
      <p className="small">{tasks.length === 0 ? words.departure.noTasks : words.departure.tasks}</p>
      <ul>
        {tasks.map(({ id, words: what, doneAt, doneBy }) => (
          <li key={id}>
            {what}{' '}
            {doneAt === null || doneBy === null ? null : (
              <span className="muted small">{words.departure.doneBy(doneBy, doneAt)}</span>
            )}
            {doneAt === null && mayChange ? (
              <Button
                className="btn-sm"
                aria-label={words.departure.doneThis(what)}
                onClick={() => !settling.isPending && settling.mutate(id)}
              >
                {words.departure.done}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {settling.isError ? <Fault title={words.notDone} error={settling.error} /> : null}
    </section>
  );
}

interface ActsProps {
  readonly body: string;
  readonly person: PersonView;
  readonly live: boolean;
  readonly setOpen: (open: Open) => void;
  readonly onAnswer: (answer: Answer) => void;
}

function Acts({ body, person, live, setOpen, onAnswer }: ActsProps) {
  const queries = useQueryClient();
  const linking = useMutation({
    mutationFn: () => newLink(body, person.id),
    onSuccess: (answer) => {
      queries.setQueryData(peopleQuery(body).queryKey, answer.page);
      onAnswer(answer);
    },
  });
  const acts = [
    { label: words.give, act: () => setOpen({ what: 'give' }) },
    { label: words.train, act: () => setOpen({ what: 'train' }) },
    ...(live
      ? [
          { label: words.newLink, act: () => !linking.isPending && linking.mutate() },
          { label: words.left, act: () => setOpen({ what: 'leave' }) },
        ]
      : []),
  ];
  return (
    <>
      <div className="remedies">
        {acts.map(({ label, act }) => (
          <Button key={label} className="btn-sm" aria-label={words.ofWhom(label, person.name)} onClick={act}>
            {label}
          </Button>
        ))}
      </div>
      {linking.isError ? <Fault title={words.notDone} error={linking.error} /> : null}
    </>
  );
}

interface OpenedProps {
  readonly body: string;
  readonly page: PeoplePage;
  readonly person: PersonView;
  readonly open: Open;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

function Opened({ body, page, person, open, onDone, onClose }: OpenedProps) {
  const close = (answer: Answer) => {
    onClose();
    onDone(answer);
  };
  const common = { body, page, person, onDone: close, onClose };
  if ('mandate' in open) {
    const { mandate } = open;
    return open.what === 'designate' ? (
      <DesignateDialog {...common} mandate={mandate} />
    ) : (
      <EndDialog {...common} mandate={mandate} />
    );
  }
  if (open.what === 'give') return <GiveDialog {...common} />;
  return open.what === 'train' ? <TrainDialog {...common} /> : <LeaveDialog {...common} />;
}
