// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MediaPiece } from '#moderation/contract';
import { it } from '../../it.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mediaWords as words } from '../../words/media.ts';
import { fileAddress } from './case-media.ts';

interface Props {
  readonly body: string;
  readonly id: string;
  readonly piece: MediaPiece;
  readonly title: string;
  readonly onClose: () => void;
}

/** A picture as large as the window lets it be. */
export function Larger({ body, id, piece, title, onClose }: Props) {
  const { alt } = piece;
  return (
    <Dialog title={title} onClose={onClose}>
      <img className="media-larger" src={fileAddress(body, id, piece.id)} alt={alt ?? words.noAltName} />
      <p className="muted">{alt === null ? words.noAlt : words.alt(alt)}</p>
      <div className="dialog-actions">
        <Button onClick={onClose}>{it.close}</Button>
      </div>
    </Dialog>
  );
}
