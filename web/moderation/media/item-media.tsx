// SPDX-License-Identifier: AGPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseDetail, CaseMedia, MediaPiece } from '#moderation/contract';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fault } from '../../ui/fault.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePreference } from '../../ui/preferences.ts';
import { mediaWords as words } from '../../words/media.ts';
import { useShortcut } from '../shortcuts.ts';
import { caseMediaQuery } from './case-media.ts';
import { Larger } from './larger.tsx';
import { Piece } from './piece.tsx';

interface Props {
  readonly body: string;
  readonly detail: CaseDetail;
}

/** What came with the words, beside them; nothing of it was read by the desk, and each piece says so. */
export function ItemMedia({ body, detail }: Props) {
  const media = useQuery(caseMediaQuery(body, detail.id, detail.revision));
  return (
    <section className="media" aria-label={words.title}>
      {media.isPending ? <p className="muted">{words.loading}</p> : null}
      {media.isError ? <Fault title={words.failed} error={media.error} onRetry={() => void media.refetch()} /> : null}
      {media.data === undefined ? null : (
        <Told body={body} id={detail.id} media={media.data} onAgain={() => void media.refetch()} />
      )}
    </section>
  );
}

interface ToldProps {
  readonly body: string;
  readonly id: string;
  readonly media: CaseMedia;
  readonly onAgain: () => void;
}

function Told({ body, id, media, onAgain }: ToldProps) {
  const { state, pieces } = media;
  const isLacking = state !== 'told' || pieces.length === 0;
  return (
    <>
      {isLacking && words.state[state] !== '' ? <Notice tone="warning">{words.state[state]}</Notice> : null}
      {pieces.length === 0 ? null : <Pieces body={body} id={id} media={media} />}
      {state === 'failed' ? (
        <Button className="btn-sm" icon="it-refresh" onClick={onAgain}>
          {words.again}
        </Button>
      ) : null}
    </>
  );
}

/** Covered until this reader asks, for this case alone: the next one starts covered again. */
function Pieces({ body, id, media: { grave, pieces } }: Omit<ToldProps, 'onAgain'>) {
  const [calm] = usePreference('calm');
  const [shortcuts] = usePreference('shortcuts');
  const [asked, setAsked] = useState(false);
  const [larger, setLarger] = useState<MediaPiece | null>(null);
  const isCoverable = (grave || calm) && pieces.some(({ state }) => state === 'copied');
  const covered = isCoverable && !asked;
  const toggle = () => {
    if (!isCoverable) return;
    setAsked(covered);
    announce(covered ? words.covered.shown : words.covered.hidden);
  };
  useShortcut('o', toggle);
  const images = pieces.filter(({ type }) => type?.startsWith('image/') === true);
  return (
    <>
      <p className="media-intro">{words.intro}</p>
      {isCoverable ? (
        <div className="media-cover">
          {covered ? <p>{grave ? words.covered.grave : words.covered.calm}</p> : null}
          <Button
            className="btn-sm"
            icon={covered ? 'it-password-visible' : 'it-password-invisible'}
            {...(shortcuts ? { 'aria-keyshortcuts': 'o' } : {})}
            onClick={toggle}
          >
            {covered ? words.covered.show : words.covered.hide}
            <KeyHint name="O" />
          </Button>
        </div>
      ) : null}
      <ul className="media-list">
        {pieces.map((piece, index) => (
          <li key={piece.id}>
            <Piece
              {...{ body, id, piece, covered, nth: index + 1 }}
              isMuted={calm || grave}
              onLarger={() => setLarger(piece)}
            />
          </li>
        ))}
      </ul>
      {larger === null ? null : (
        <Larger
          {...{ body, id, piece: larger }}
          title={words.larger(images.indexOf(larger) + 1, images.length)}
          onClose={() => setLarger(null)}
        />
      )}
    </>
  );
}
