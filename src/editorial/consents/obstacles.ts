// SPDX-License-Identifier: AGPL-3.0-or-later
import { mediaOf } from '../drafting/going.ts';
import type { Bare } from '../drafting/obstacles.ts';
import type { Obstacle } from '../drafting/view-contract.ts';
import { mediaLacks } from './media-lacks.ts';
import { codeOf, whyNot } from './standing.ts';
import { textUse } from './text-bases.ts';

/** What is not in order of the people, places and rights that a content shows, and of whose data it tells. */
export function ofConsents(reading: Bare): Obstacle[] {
  return [...ofPictures(reading), ...ofText(reading)];
}

function ofPictures({ content, policy, variants, bases }: Bare): Obstacle[] {
  return content.media.flatMap((use, index) => {
    const channels = variants
      .filter(({ variant }) => mediaOf(content, variant).some(({ media }) => media === use.media))
      .map(({ account }) => ({ network: account.network, account: account.id }));
    const around = { policy, entries: bases.entries, day: bases.day, channels };
    return mediaLacks(use, around).map(({ what, clause }) => ({
      ...{ what: `Del file ${index + 1}: ${what}`, account: null, clause },
    }));
  });
}

function ofText({ content, policy, variants, bases }: Bare): Obstacle[] {
  const channels = variants.map(({ account }) => ({ network: account.network, account: account.id }));
  return (content.bases ?? []).flatMap((id) => {
    const entry = bases.entries.get(id);
    const why = entry === undefined ? 'non è nel registro' : whyNot(entry, textUse(entry, policy, bases.day, channels));
    if (why === null) return [];
    return [
      { what: `La voce ${codeOf(id)}, a cui il testo si appoggia, non vale: ${why}.`, account: null, clause: null },
    ];
  });
}
