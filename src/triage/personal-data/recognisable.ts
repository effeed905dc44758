// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Hit, Reading } from '../reading.ts';
import { after, before, look, spanOf } from '../sentence.ts';
import { tagSet } from '../tag-set.ts';
import type { Datum } from './datum.ts';
import { isCapital, writtenAt } from './letter-case.ts';

const KIN =
  /^(?:figli[oae]?|marito|moglie|padre|pap[àa]|madre|mamma|nipot[ei]|fratell[oi]|sorell[ae]|cognat[oa]|cugin[oa]|zi[oa]|nonn[oa]|suocer[oa]|genero|nuora|fidanzat[oa]|compagn[oa]|ex|vedov[oa]|bimb[oaie]|ragazz[oa])$/iu;
const OF = /^(?:del|della|dello|dell|di)$/iu;
const STREET = /^(?:via|piazza|viale|corso|vicolo)$/iu;

const CAPTION_BEFORE = look(['caption'], 12);
const CAPTION_AFTER = look(['caption'], 8);

/** «il figlio del farmacista di Borgofinto»: kin, trade, and where. */
const byTrade = (reading: Reading, trade: Hit): Datum | undefined => {
  const kin = trade.first - 2;
  if (kin < reading.sentence(trade.first).first) return undefined;
  if (!OF.test(writtenAt(reading, trade.first - 1)) || !KIN.test(writtenAt(reading, kin))) return undefined;
  const place = trade.last + 2;
  const placed =
    /^(?:di|in|a)$/iu.test(writtenAt(reading, trade.last + 1)) &&
    (isCapital(reading, place) || STREET.test(writtenAt(reading, place)));
  const shown = before(reading, kin, CAPTION_BEFORE) ?? after(reading, trade.last, CAPTION_AFTER);
  const sure = placed || shown !== undefined;
  return {
    span: spanOf(reading, { first: kin, last: placed ? place : trade.last }),
    strength: sure ? 0.6 : 0.45,
    source: 'persona-riconoscibile',
    reason: sure
      ? 'Indica una persona in modo che in paese la si riconosca: di chi è parente e dove, o in quale foto.'
      : 'Indica una persona da chi è suo parente: in un piccolo paese basta a riconoscerla.',
  };
};

const LEADS = tagSet(['trade', 'caption']);
const NOTHING: readonly Datum[] = [];

const KNOWN_TO_ALL = /^(?:l[oa]|ci)$/iu;

/** «lo riconoscono tutti, è quello che…». */
const knownToAll = (reading: Reading, hit: Hit): Datum | undefined =>
  KNOWN_TO_ALL.test(writtenAt(reading, hit.first)) && hit.last - hit.first === 2
    ? {
        span: spanOf(reading, { first: hit.first, last: reading.sentence(hit.first).last }),
        strength: 0.5,
        source: 'persona-riconoscibile',
        reason: 'Dice di una persona che tutti la riconoscono, anche senza nominarla.',
      }
    : undefined;

/** People whom a small town knows without their name. */
export const recognisableIn = (reading: Reading): readonly Datum[] =>
  reading.hasAny(LEADS)
    ? [
        ...reading.hits('trade').flatMap((trade) => byTrade(reading, trade) ?? []),
        ...reading.hits('caption').flatMap((caption) => knownToAll(reading, caption) ?? []),
      ]
    : NOTHING;
