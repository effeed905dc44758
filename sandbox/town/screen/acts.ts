// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, type Call, seeOther } from '../call.ts';
import { citizenSends, citizenWrites, type Hindrance } from '../citizen.ts';
import type { Media } from '../writing.ts';
import { mayAttach } from './forms.ts';
import { addressOf, type Viewer } from './viewer.ts';

/** What a form of the account's page asks: done, and back to where it can be seen. */
export function actFrom(call: Call, viewer: Viewer): Answer {
  const form = new URLSearchParams(call.body);
  const field = (name: string) => form.get(name)?.trim() ?? '';
  const name = field('autore');
  const isOurs = name === viewer.account.name;
  const as = { ...viewer, name: isOurs ? '' : name };
  const act = ACTS[field('atto') as keyof typeof ACTS];
  if (isOurs || act === undefined) return seeOther(addressOf(as));
  return seeOther(act({ field, name, viewer: as }));
}

interface Doing {
  readonly field: (name: string) => string;
  readonly name: string;
  readonly viewer: Viewer;
}

const ACTS = {
  commenta: (doing: Doing) => {
    const post = doing.field('post');
    const parent = doing.field('sopra');
    write(doing, { kind: 'comment', post, ...(parent && { parent }) });
    return addressOf(doing.viewer, 'posts', post);
  },
  bacheca: (doing: Doing) => {
    write(doing, { kind: 'visitor-post' });
    return addressOf(doing.viewer);
  },
  cita: (doing: Doing) => {
    write(doing, { kind: 'mention' });
    return addressOf(doing.viewer, 'mentions');
  },
  messaggio: ({ field, name, viewer }: Doing) => {
    const { stage, account } = viewer;
    if (name !== '' && field('testo') !== '') {
      citizenSends(stage, {
        account: account.id,
        author: name,
        text: field('testo'),
        ...pictureIn(field, viewer, 'message'),
      });
    }
    return addressOf(viewer, 'messages');
  },
  piace: ({ field, viewer }: Doing) => {
    const { world } = viewer.stage;
    if (world.exists(field('id'))) world.set(field('id'), 'liked');
    return placeOf(viewer, field('id'));
  },
  elimina: ({ field, name, viewer }: Doing) => {
    if (isTheirs(viewer, field('id'), name)) viewer.stage.world.set(field('id'), 'deleted');
    return placeOf(viewer, field('id'));
  },
  modifica: ({ field, name, viewer }: Doing) => {
    const { world, now } = viewer.stage;
    const text = field('testo');
    if (text !== '' && isTheirs(viewer, field('id'), name)) world.edit(field('id'), { text, at: now() });
    return placeOf(viewer, field('id'));
  },
} as const;

function write(
  { field, name, viewer }: Doing,
  place: { kind: 'comment' | 'visitor-post' | 'mention'; post?: string; parent?: string },
): Hindrance | null {
  const text = field('testo');
  if (name === '' || text === '') return 'missing';
  const picture = pictureIn(field, viewer, 'writing');
  const written = citizenWrites(viewer.stage, { account: viewer.account.id, author: name, text, ...place, ...picture });
  return typeof written === 'string' ? written : null;
}

/** The picture that may come along, where people can attach one. */
function pictureIn(
  field: Doing['field'],
  viewer: Viewer,
  where: 'writing' | 'message',
): { readonly media?: readonly Media[] } {
  const isAttached = field('immagine') !== '' && mayAttach(viewer, where);
  const url = new URL('/samples/picture.png', viewer.stage.screen).href;
  return isAttached ? { media: [{ type: 'image', url, alt: field('descrizione') || null }] } : {};
}

const isTheirs = ({ stage: { world } }: Viewer, id: string, name: string): boolean =>
  name !== '' && world.exists(id) && world.writings.get(id)?.from?.name === name;

function placeOf(viewer: Viewer, id: string): string {
  const writing = viewer.stage.world.writings.get(id);
  if (writing === undefined) return addressOf(viewer);
  return writing.kind === 'mention' ? addressOf(viewer, 'mentions') : addressOf(viewer, 'posts', writing.post);
}
