// SPDX-License-Identifier: AGPL-3.0-or-later
import { markerOf } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';
import { couldBeTitle, isInCapitals, isLabel, isStructural } from './titles.ts';

/** How high a title stands: 1 is a part, 9 the smallest. Absent: it is no title. */
export type Height = number | undefined;

const PLAIN = 7;
const LABEL = 8;
const LONGEST_SAID = 200;
const LONGEST_NUMBERED = 95;

/** The mark of the paragraph and of those beside it. */
interface Around {
  readonly here: Paragraph;
  readonly before: Paragraph | undefined;
  readonly next: Paragraph | undefined;
}

const isNumbered = (paragraph: Paragraph | undefined, depth: number): boolean => {
  const marker = paragraph === undefined ? undefined : markerOf(paragraph.text);
  return marker?.sort === 'number' && marker.depth === depth && !isInCapitals(marker.rest);
};

function ofNumbered({ here, before, next }: Around): Height {
  const marker = markerOf(here.text);
  if (marker?.sort !== 'number' || here.text.length > LONGEST_NUMBERED || next === undefined) return undefined;
  if (!couldBeTitle(marker.rest) && !isLabel(marker.rest)) return undefined;
  // Short numbered lines one after the other are a list.
  const listed = isNumbered(before, marker.depth) || isNumbered(next, marker.depth) || before?.text.endsWith(':');
  return listed ? undefined : 3 + marker.depth;
}

const isPlainShort = (paragraph: Paragraph | undefined): boolean =>
  paragraph !== undefined &&
  paragraph.says === undefined &&
  !isStructural(paragraph.text) &&
  !isInCapitals(paragraph.text) &&
  markerOf(paragraph.text) === undefined &&
  couldBeTitle(paragraph.text);

function ofPlain({ here, before, next }: Around): Height {
  if (here.says === 'item' || markerOf(here.text) !== undefined || next === undefined) return undefined;
  if (before?.text.endsWith(':') && !here.apart) return undefined;
  if (isLabel(here.text)) return before?.text.endsWith(':') ? undefined : LABEL;
  if (!couldBeTitle(here.text)) return undefined;
  // Short lines close together are entries of a table or of an address.
  const close = (isPlainShort(before) && !here.apart) || (isPlainShort(next) && !next.apart);
  if (close && !here.text.endsWith('?')) return undefined;
  const underTitle =
    before !== undefined && (before.says === 'heading' || isStructural(before.text) || isInCapitals(before.text));
  const follows = before === undefined || here.apart || underTitle || /[.;!?»”"]$/.test(before.text);
  return follows ? PLAIN : undefined;
}

/** «NON SONO AMMESSI:» is the beginning of a sentence, although in capitals. */
const opensList = ({ here, next }: Around): boolean =>
  here.text.endsWith(':') && !isLabel(here.text) && (next?.says === 'item' || markerOf(next?.text ?? '') !== undefined);

/** Whether a paragraph is a title, by what it says and by what stands around it. */
export function heightOf(around: Around): Height {
  const { here } = around;
  if (
    here.says === 'heading' &&
    here.text.length <= LONGEST_SAID &&
    !(here.text.length > 90 && here.text.endsWith('.'))
  )
    return here.depth ?? 3;
  if (isStructural(here.text))
    return /^(?:premess|preambol)/i.test(here.text) ? PLAIN : /^(?:art|punto|paragrafo)/i.test(here.text) ? 3 : 1;
  if (isInCapitals(here.text)) return around.next === undefined || opensList(around) ? undefined : 3;
  return ofNumbered(around) ?? ofPlain(around);
}
