// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type AlikeGroup, type CrisisView, MOST_TOGETHER, type Raid } from '#moderation/contract';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { crisisWords } from '../../words/crisis.ts';
import { BulkDialog } from '../bulk/bulk-dialog.tsx';
import { networkName } from '../channels.ts';
import { wavesQuery } from './crisis.ts';

const words = crisisWords.waves;

interface Props {
  readonly body: string;
  readonly mayDecide: boolean;
  readonly crisis: CrisisView;
}

/** Raids, and texts that many wrote alike: each is one thing, with one way to decide it. */
export function WavesList(props: Props) {
  const waves = useQuery(wavesQuery(props.body));
  const { data } = waves;
  // Kept here: a group that was decided is gone from the list, what came of it is still to be read.
  const [opened, setOpened] = useState<Opened>();
  const group = { ...props, onOpen: setOpened };
  if (waves.isError && data === undefined)
    return <Fault title={crisisWords.failed} error={waves.error} onRetry={() => void waves.refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <h2>{words.raids}</h2>
      <p>{words.raidsIntro}</p>
      {data.raids.length === 0 ? <p className="muted">{words.noRaids}</p> : null}
      {data.raids.map((raid) => (
        <Group key={raid.cases[0]} {...group} group={raid} answers={false}>
          {raid.post === null ? words.onAccount : words.under(raid.post)}
        </Group>
      ))}
      <h2>{words.alike}</h2>
      <p>{words.alikeIntro}</p>
      {data.alike.length === 0 ? <p className="muted">{words.noAlike}</p> : null}
      {data.alike.map((one) => (
        <Group key={one.cases[0]} {...group} group={one} answers={one.question}>
          «{one.excerpt}» <Kind group={one} />
        </Group>
      ))}
      {opened === undefined ? null : <BulkDialog body={props.body} {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function Kind({ group: { question, fresh } }: { readonly group: AlikeGroup }) {
  if (!question) return null;
  return <span className="tag">{fresh ? words.fresh : words.question}</span>;
}

interface Opened {
  readonly cases: readonly string[];
  readonly texts?: CrisisView['texts'];
}

interface GroupProps extends Props {
  readonly onOpen: (opened: Opened) => void;
  readonly group: Raid | AlikeGroup;
  readonly answers: boolean;
  readonly children: ReactNode;
}

function Group({ body, mayDecide, crisis, group, answers, onOpen, children }: GroupProps) {
  const texts = answers && crisis.current !== null && crisis.texts.length > 0 ? crisis.texts : undefined;
  return (
    <section className="wave">
      <p>
        <strong>{words.count(group.count, group.authors)}</strong> {children}
      </p>
      <p className="muted small">
        {group.networks.map(networkName).join(', ')} · <Moment iso={group.first} /> – <Moment iso={group.last} />
      </p>
      <details>
        <summary>{words.members}</summary>
        <ol>
          {group.cases.map((id, index) => (
            <li key={id}>
              <Link to="/banco/$body/pratiche/$id" params={{ body, id }}>
                {words.member(index + 1, group.cases.length)}
              </Link>
            </li>
          ))}
        </ol>
      </details>
      {group.count > group.cases.length ? <p className="small">{words.beyond(MOST_TOGETHER)}</p> : null}
      {mayDecide ? (
        <p className="wave-acts">
          <Button className="btn-sm" onClick={() => onOpen({ cases: group.cases })}>
            {words.decide}
          </Button>
          {texts === undefined ? null : (
            <Button className="btn-sm" onClick={() => onOpen({ cases: group.cases, texts })}>
              {words.answer}
            </Button>
          )}
        </p>
      ) : null}
    </section>
  );
}
