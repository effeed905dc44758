// SPDX-License-Identifier: AGPL-3.0-or-later
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Mark } from '#editorial/contract';
import { draftFileWords as words } from '../words/draft-files.ts';
import { afterKey, movedTo, SMALLEST, spanned, within } from './marks.ts';

interface Props {
  readonly address: string;
  readonly marks: readonly Mark[];
  readonly chosen: number;
  readonly onAdd: (mark: Mark) => void;
  /** Null: it goes. */
  readonly onChange: (at: number, mark: Mark | null) => void;
  readonly onChoose: (at: number) => void;
}

type Point = readonly [number, number];

interface Drag {
  readonly does: 'draws' | 'moves' | 'widens';
  readonly at: number;
  readonly from: Point;
  readonly mark: Mark;
}

const idOf = (at: number) => `sfoca-riquadro-${at}`;

/** Once it is on the page; where there is none, the button that adds one. */
export function focusMark(at: number): void {
  requestAnimationFrame(() =>
    (document.getElementById(idOf(at)) ?? document.getElementById('sfoca-aggiungi'))?.focus(),
  );
}

/** The picture with what is marked on it. */
export function BlurStage({ address, marks, chosen, onAdd, onChange, onChoose }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left = 0, top = 0, width = 1, height = 1 } = stage.current?.getBoundingClientRect() ?? {};
    return [((clientX - left) / width) * 1000, ((clientY - top) / height) * 1000];
  };
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const from = pointOf(event);
    const touched = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
    const at = Number(touched?.getAttribute('data-mark') ?? marks.length);
    const mark = marks[at];
    if (mark !== undefined) {
      const isCorner = event.target instanceof Element && event.target.hasAttribute('data-corner');
      drag.current = { does: isCorner ? 'widens' : 'moves', at, from, mark };
      onChoose(at);
    } else if (event.pointerType !== 'touch') {
      // A finger scrolls; it adds a part by the button.
      event.preventDefault();
      const first = spanned(from, from);
      drag.current = { does: 'draws', at, from, mark: first };
      onAdd(first);
    }
    if (drag.current !== null) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const go = (event: PointerEvent) => {
    const now = drag.current;
    if (now === null) return;
    const to = pointOf(event);
    onChange(now.at, dragged(now, to));
  };
  const end = () => {
    const now = drag.current;
    const drawn = now === null ? undefined : marks[now.at];
    drag.current = null;
    if (now?.does !== 'draws' || drawn === undefined) return;
    // A click that drew nothing.
    if (drawn.width <= SMALLEST && drawn.height <= SMALLEST) onChange(now.at, null);
    else document.getElementById(idOf(now.at))?.focus({ preventScroll: true });
  };
  return (
    <div
      ref={stage}
      className="editorial-stage"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <img src={address} alt="" draggable={false} />
      {marks.map((mark, at) => (
        <MarkButton
          // A part is told apart by its place in the list alone.
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name.
          key={at}
          {...{ at, mark }}
          isChosen={at === chosen}
          onChange={(next) => onChange(at, next)}
          onChoose={() => onChoose(at)}
        />
      ))}
    </div>
  );
}

function dragged({ does, from, mark }: Drag, to: Point): Mark {
  const [right, down] = [to[0] - from[0], to[1] - from[1]];
  if (does === 'draws') return spanned(from, to);
  if (does === 'moves') return movedTo(mark, mark.left + right, mark.top + down);
  return within({ ...mark, width: mark.width + right, height: mark.height + down });
}

interface MarkProps {
  readonly at: number;
  readonly mark: Mark;
  readonly isChosen: boolean;
  readonly onChange: (mark: Mark | null) => void;
  readonly onChoose: () => void;
}

function MarkButton({ at, mark, isChosen, onChange, onChoose }: MarkProps) {
  const { left, top, width, height } = mark;
  const percent = (value: number) => `${value / 10}%`;
  const press = (event: KeyboardEvent) => {
    const next = event.key === 'Delete' || event.key === 'Backspace' ? null : afterKey(mark, event.key, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    onChange(next);
  };
  const [x, y, wide, high] = [left, top, width, height].map((value) => Math.round(value / 10));
  return (
    <button
      type="button"
      id={idOf(at)}
      data-mark={at}
      className="editorial-part-marked"
      aria-pressed={isChosen}
      aria-label={words.blurMarkAt(at + 1, x ?? 0, y ?? 0, wide ?? 0, high ?? 0)}
      style={{ left: percent(left), top: percent(top), width: percent(width), height: percent(height) }}
      onKeyDown={press}
      onFocus={onChoose}
    >
      <span data-corner="" className="editorial-corner" />
    </button>
  );
}
