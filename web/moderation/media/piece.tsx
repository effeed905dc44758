// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MediaPiece } from '#moderation/contract';
import { Icon } from '../../ui/icon.tsx';
import { mediaWords as words } from '../../words/media.ts';
import { fileAddress } from './case-media.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly piece: MediaPiece;
  /** Among those of its case, from 1. */
  readonly nth: number;
  readonly covered: boolean;
  readonly isMuted: boolean;
  readonly onLarger: () => void;
}

/** What its bytes are says more than what the network calls it; a still stays the film that it stands for. */
function kindOf({ kind, type }: MediaPiece): MediaPiece['kind'] {
  if (type?.startsWith('audio/') === true) return 'audio';
  if (type?.startsWith('video/') === true) return 'video';
  return type === null || kind === 'video' ? kind : 'image';
}

/** One piece, with what it is and what its author says that it shows. */
export function Piece(props: Props) {
  const { piece, covered } = props;
  const { state, type, bytes, alt } = piece;
  const kind = kindOf(piece);
  const isImage = type?.startsWith('image/') === true;
  const facts = [words.notRead(words.kind[kind]), type?.split('/')[1]?.toUpperCase(), bytes && words.size(bytes)];
  return (
    <figure className="media-piece">
      {state === 'copied' ? <Shown {...props} /> : <p className="media-absent">{words.piece[state]}</p>}
      <figcaption>
        <span className="media-facts">{facts.filter(Boolean).join(' · ')}</span>
        {state === 'copied' && isImage && kind === 'video' ? <span>{words.still}</span> : null}
        {covered ? null : alt !== null ? <span>{words.alt(alt)}</span> : isImage ? <span>{words.noAlt}</span> : null}
      </figcaption>
    </figure>
  );
}

function Shown({ body, id, piece, nth, covered, isMuted, onLarger }: Props) {
  const source = fileAddress(body, id, piece.id);
  const { type, alt } = piece;
  const kind = kindOf(piece);
  if (type?.startsWith('image/') === true) {
    if (covered)
      return (
        <div className="media-thumb" data-covered>
          <img src={source} alt="" />
          <p>
            <Icon name="it-password-invisible" /> {words.covered.pieceOf[kind]}
          </p>
        </div>
      );
    const name = alt ?? words.noAltName;
    return (
      <button type="button" className="media-thumb" aria-label={words.openLarger(name)} onClick={onLarger}>
        <img src={source} alt="" />
      </button>
    );
  }
  if (covered)
    return (
      <div className="media-thumb" data-covered>
        <p>
          <Icon name="it-password-invisible" /> {words.covered.pieceOf[kind]}
        </p>
      </div>
    );
  const label = words.player(words.kind[kind], nth);
  return type?.startsWith('audio/') === true ? (
    <audio controls preload="none" muted={isMuted} aria-label={label} src={source} />
  ) : (
    <video controls preload="metadata" muted={isMuted} playsInline aria-label={label} src={source} />
  );
}
