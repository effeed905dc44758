// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MeasureNode } from '../blocks/measure.ts';
import type { NoticeNode } from '../blocks/notice.ts';
import type { ReferenceNode } from '../blocks/reference.ts';
import type { ReplicationNode } from '../blocks/replication.ts';
import { isMissing, MISSING_WORDS } from '../missing.ts';
import { capital, socialNames, type Telling } from './telling.ts';

/** A law as one cites it, with the one name under which every citation of it is found. */
export const referenceTelling: Telling<ReferenceNode> = {
  says: ['act', 'norm', 'articles', 'cited', 'address'],
  oneLine: true,
  tell: ({ act, norm, articles, cited, address }) => {
    const asked = [articles, cited === undefined ? undefined : `nella fonte «${cited}»`];
    const name = [capital(act), ...asked.filter((part) => part !== undefined)].join(', ');
    const more = [
      norm === undefined ? [] : `Identificativo: ${isMissing(norm) ? MISSING_WORDS : norm}`,
      address === undefined ? [] : `Si legge in: ${isMissing(address) ? MISSING_WORDS : address}`,
    ].flat();
    return [[name, ...more].join('. ')];
  },
};

/** What is measured. */
export const measureTelling: Telling<MeasureNode> = {
  says: ['what'],
  oneLine: true,
  tell: ({ what }) => [capital(what.join('; '))],
};

/** The clause's own prose is the notice; the block adds where else it stands. */
export const noticeTelling: Telling<NoticeNode> = {
  says: ['about', 'shown'],
  names: { address: 'si legge in' },
  tell: ({ shown }) => {
    if (shown === undefined) return [];
    return [`Si trova anche in: ${isMissing(shown) ? MISSING_WORDS : shown.join('; ')}`];
  },
};

const WAYS = { direct: 'direttamente', 'by-hand': 'a mano', link: 'con un collegamento' } as const;

/** Which posts are repeated where. */
export const replicationTelling: Telling<ReplicationNode> = {
  says: ['from', 'to', 'way'],
  oneLine: true,
  tell: ({ from, to, way }) => [`I contenuti di ${socialNames(from)} si ripetono su ${socialNames(to)}, ${WAYS[way]}.`],
};
