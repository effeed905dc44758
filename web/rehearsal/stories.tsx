// SPDX-License-Identifier: AGPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PACES, type Pace, type RehearsalView } from '#app/contract';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Fault } from '../ui/fault.tsx';
import { useNow } from '../ui/moment.tsx';
import { momentWords } from '../ui/moment-words.ts';
import { Notice } from '../ui/notice.tsx';
import { rehearsalWords as words } from '../words/rehearsal.ts';
import { rehearsalQuery, tell } from './rehearsal.ts';

interface Props {
  readonly body: string;
  readonly view: RehearsalView;
}

type Story = RehearsalView['stories'][number];

/** The stories, each with its button, and what came of the last one. */
export function Stories({ body, view }: Props) {
  const queries = useQueryClient();
  const [pace, setPace] = useState<Pace>('own');
  const now = useNow();
  const telling = useMutation({
    mutationFn: async (story: Story) => ({ story, ...(await tell(body, story.name, pace)) }),
    onSuccess: ({ story, done, waiting }) => {
      announce(words.told(story.title, done, waiting));
      return queries.invalidateQueries({ queryKey: rehearsalQuery(body).queryKey });
    },
  });
  const last = view.stories.find(({ name }) => name === view.told?.story);
  return (
    <section aria-labelledby="storie">
      <h2 id="storie">{words.stories}</h2>
      <p>{words.storiesDetail}</p>
      <fieldset className="paces">
        <legend>{words.pace}</legend>
        {PACES.map((one) => (
          <label key={one} className="check">
            <input type="radio" name="passo" checked={pace === one} onChange={() => setPace(one)} /> {words.paces[one]}
          </label>
        ))}
      </fieldset>
      {telling.isError ? <Fault title={words.tellFailed} error={telling.error} /> : null}
      {telling.data === undefined ? null : <Outcome body={body} told={telling.data} />}
      <ul className="stories">
        {view.stories.map((story) => (
          <li key={story.name}>
            <h3>{story.title}</h3>
            <p>{story.says}</p>
            <Button
              className="btn-sm"
              aria-label={words.tellStory(story.title)}
              aria-disabled={telling.isPending}
              onClick={() => telling.isPending || telling.mutate(story)}
            >
              {words.tell}
            </Button>
          </li>
        ))}
      </ul>
      {view.told === null || last === undefined ? null : (
        <p className="muted small">{words.lastTold(last.title, momentWords(view.told.at, now), view.told.by)}</p>
      )}
    </section>
  );
}

interface Told {
  readonly story: Story;
  readonly done: number;
  readonly waiting: number;
  readonly hindered: number;
}

function Outcome({ body, told: { story, done, waiting, hindered } }: { readonly body: string; readonly told: Told }) {
  return (
    <Notice tone="success">
      <p>{words.told(story.title, done, waiting)}</p>
      {hindered === 0 ? null : <p>{words.hindered(hindered)}</p>}
      <p>
        <Link to="/banco/$body" params={{ body }} search={{}}>
          {words.toQueue}
        </Link>
      </p>
    </Notice>
  );
}
