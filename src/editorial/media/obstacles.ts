// SPDX-License-Identifier: AGPL-3.0-or-later
import { NETWORK_LABELS } from '#policy';
import type { DraftContent } from '../drafting/contract.ts';
import type { Obstacle } from '../drafting/view-contract.ts';
import type { Showing } from './showing.ts';
import type { MediaFacts } from './store.ts';

/** What of a content's files stands in its way. */
export function ofFiles(reading: {
  readonly content: DraftContent;
  readonly media: ReadonlyMap<string, MediaFacts>;
  readonly showings: readonly Showing[];
  readonly captions: ReadonlyMap<string, unknown>;
}): Obstacle[] {
  const { content, showings } = reading;
  const nth = (id: string) => content.media.findIndex(({ media }) => media === id) + 1;
  return [
    ...ofOriginals(reading, nth),
    ...showings.flatMap(({ account, network, media, framing, rendition }) => {
      const on = `${NETWORK_LABELS[network]}: `;
      if (rendition === undefined)
        return [
          {
            what: `${on}il file ${nth(media)} non è pronto. Salva di nuovo la bozza, o caricane uno più piccolo.`,
            account,
            clause: null,
          },
        ];
      if (framing !== 'needed') return [];
      const what = `${on}l’immagine ${nth(media)} è troppo larga o troppo alta. Scegli se aggiungere margini o ritagliarla.`;
      return [{ what, account, clause: null }];
    }),
    ...ofCaptions(reading, nth),
  ];
}

type Reading = Parameters<typeof ofFiles>[0];

/** Beside a picture with something blurred, what it was made from would undo it. */
function ofOriginals({ content, media }: Reading, nth: (id: string) => number): Obstacle[] {
  const shown = content.media.flatMap(({ media: id }) => media.get(id) ?? []);
  return shown.flatMap((file) => {
    const blurred = shown.find(
      (other) => other.id !== file.id && other.made_of !== null && firstOf(other) === firstOf(file),
    );
    if (blurred === undefined || (file.made_of !== null && nth(file.id) < nth(blurred.id))) return [];
    const what = `Il file ${nth(file.id)} è la stessa immagine del file ${nth(blurred.id)}, che ha una parte sfocata: togline uno.`;
    return [{ what, account: null, clause: null }];
  });
}

const firstOf = ({ id, first_of }: MediaFacts): string => first_of ?? id;

function ofCaptions({ content, media, captions }: Reading, nth: (id: string) => number): Obstacle[] {
  return content.captions.flatMap((one) => {
    if (!captions.has(one.captions))
      return [{ what: 'I sottotitoli non sono più qui: vanno caricati di nuovo.', account: null, clause: null }];
    if (media.get(one.media)?.kind === 'video' && nth(one.media) > 0) return [];
    return [{ what: 'Ci sono sottotitoli per un video che non è nella bozza.', account: null, clause: null }];
  });
}
