// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DraftConflict } from '#rulebook/contract';
import { type Change, diff } from '../../moderation/diff.ts';
import { Button } from '../../ui/button.tsx';
import { Changes } from '../../ui/changes.tsx';
import { Notice } from '../../ui/notice.tsx';
import { rulebookWords } from '../../words/rulebook.ts';
import { merged, type Side, type Stretch, stretchesOf } from './merge.ts';
import type { Written } from './saver.ts';

const words = rulebookWords.conflict;

interface Props {
  readonly conflict: DraftConflict;
  readonly mine: Written;
  /** What both began from. */
  readonly base: string;
  readonly onSettle: (source: string) => void;
}

type Apart = Extract<Stretch, { kind: 'apart' }>;

/** Two people wrote at once: every place where their texts part, and which of the two to keep there. */
export function Conflict({ conflict, mine, base, onSettle }: Props) {
  const { current, kept, code } = conflict;
  const stretches = useMemo(() => stretchesOf(base, mine.source, current.source), [base, mine.source, current.source]);
  const apart = stretches.filter((stretch) => stretch.kind === 'apart');
  const [choices, setChoices] = useState<readonly (Side | null)[]>(() =>
    apart.map(({ changed }) => (changed === 'both' ? null : changed)),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const theirs = current.updatedBy.name;
  const left = choices.filter((choice) => choice === null).length;
  const isClosed = code === 'DRAFT_CLOSED';
  const choose = (index: number, side: Side) => setChoices(choices.map((choice, at) => (at === index ? side : choice)));
  return (
    <section className="conflict page" aria-labelledby="conflitto">
      <h2 id="conflitto" ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{isClosed ? words.closed : words.who(theirs)}</p>
      {kept === null ? null : <p className="small">{words.keptAs(kept)}</p>}
      <p>
        <SaveAs text={mine.source} name={mine.name} />
      </p>
      {isClosed ? (
        <pre className="source">{mine.source}</pre>
      ) : (
        <>
          <p>
            <strong>{words.apart(apart.length)}</strong>{' '}
            <Button look="quiet" onClick={() => setChoices(apart.map(() => 'mine'))}>
              {words.allMine}
            </Button>{' '}
            <Button look="quiet" onClick={() => setChoices(apart.map(() => 'theirs'))}>
              {words.allTheirs}
            </Button>
          </p>
          <ol className="differences">
            {apart.map((stretch, index) => (
              <Difference
                // biome-ignore lint/suspicious/noArrayIndexKey: a difference has only its place
                key={index}
                number={index + 1}
                stretch={stretch}
                theirs={theirs}
                choice={choices[index] ?? null}
                onChoose={(side) => choose(index, side)}
              />
            ))}
          </ol>
          <p className="small muted">{words.names}</p>
          {left > 0 ? <Notice tone="warning" title={words.choose(left)} /> : null}
          <Button
            look="primary"
            aria-disabled={left > 0}
            onClick={() =>
              left === 0 &&
              onSettle(
                merged(
                  stretches,
                  choices.map((choice) => choice ?? 'mine'),
                ),
              )
            }
          >
            {words.confirm}
          </Button>
        </>
      )}
    </section>
  );
}

interface DifferenceProps {
  readonly number: number;
  readonly stretch: Apart;
  readonly theirs: string;
  readonly choice: Side | null;
  readonly onChoose: (side: Side) => void;
}

function Difference({ number, stretch, theirs, choice, onChoose }: DifferenceProps) {
  const { mine, theirs: others, changed } = stretch;
  const [my, their] = [mine.join('\n'), others.join('\n')];
  const changes = diff(their, my);
  const who = { mine: words.onlyMine, theirs: words.onlyTheirs(theirs), both: words.bothChanged }[changed];
  const options: readonly (readonly [Side, string])[] = [
    ['mine', words.mine],
    ['theirs', words.theirs(theirs)],
    ['both', words.both],
  ];
  return (
    <li>
      <fieldset>
        <legend>
          {words.difference(number)} <span className="muted small">{who}</span>
        </legend>
        <div className="two-texts">
          <figure>
            <figcaption>{words.mine}</figcaption>
            <pre>
              {my === '' ? words.nothing : <Changes changes={changes.filter(({ kind }) => kind !== 'removed')} />}
            </pre>
          </figure>
          <figure>
            <figcaption>{words.theirs(theirs)}</figcaption>
            <pre>
              {their === '' ? (
                words.nothing
              ) : (
                <Changes changes={changes.filter(({ kind }) => kind !== 'added').map(onlyHere)} />
              )}
            </pre>
          </figure>
        </div>
        {options.map(([side, label]) => (
          <label key={side} className="check">
            <input
              type="radio"
              name={`differenza-${number}`}
              checked={choice === side}
              onChange={() => onChoose(side)}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

/** Neither of the two is being struck out: what only one has is marked alike in both. */
const onlyHere = ({ kind, text }: Change): Change => ({ kind: kind === 'removed' ? 'added' : kind, text });

function SaveAs({ text, name }: { readonly text: string; readonly name: string }) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.policy.md` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button look="quiet" icon="it-arrow-down" onClick={save}>
      {words.download}
    </Button>
  );
}
