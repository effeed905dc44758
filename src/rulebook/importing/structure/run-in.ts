// SPDX-License-Identifier: AGPL-3.0-or-later
import { markerOf } from './markers.ts';
import type { Paragraph } from './paragraphs.ts';

// What a page kept apart and its text runs together, and the other way round.

const NETWORK_LABEL =
  /^(?:(?:pagina|profilo|canale|account)\s+)?(?:facebook|instagram|threads|x|twitter|linkedin|you ?tube|tik ?tok|bluesky|mastodon|telegram|whatsapp|flickr|pinterest)(?:\s+\([^)]{1,30}\))?\s*:?$/i;
const ADDRESS_ONLY = /^(?:(?:https?:\/\/|www\.)\S+|@[\w.]+|\+?\d[\d ./-]{5,16}\d(?:\s+\([^)]{1,60}\))?)$/;

/** «Instagram:» on a line and its address on the next are one entry, not a title with a text. */
export function withAccountsNamed(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const label = joined.at(-1);
    const belongs =
      label !== undefined &&
      label.says !== 'heading' &&
      paragraph.says !== 'heading' &&
      NETWORK_LABEL.test(markerOf(label.text)?.rest ?? label.text) &&
      ADDRESS_ONLY.test(paragraph.text);
    if (!belongs) joined.push(paragraph);
    else
      joined[joined.length - 1] = {
        ...label,
        text: `${label.text} ${paragraph.text}`,
        links: [...label.links, ...paragraph.links],
      };
  }
  return joined;
}

/** «…fine della frase. ORARI», with the text of the section in the next paragraph. */
const AT_THE_END = /^(.{20,}[.!?][”»"')]*)\s+(\p{Lu}[^\p{Ll}.;:@]{3,80})$/su;
/** «MODERAZIONE La pagina…»: capitals, then the beginning of a sentence. */
const AT_THE_BEGINNING =
  /^(\p{Lu}[\p{Lu}’', /]{5,70}\p{Lu}[’']?)(?:\s*[:–-])?\s+((?:Il|Lo|La|I|Gli|Le|L[’']\p{L}*\p{Ll}+|Un|Una|In|Nel|Nei|Nelle|Nella|Per|Con|Su|Sui|Sulla|Sulle|Tutti|Tutte|Ogni|Chi|Chiunque|Si|Non|Sono|È|E[’']|Questo|Questa|Questi|Queste|Tramite|Attraverso|Saranno|Verranno|Qualora|Gli utenti)\s.{15,})$/su;
/** Capitals alone may be an acronym: a title has a whole word. */
const HAS_WORD = /\p{Lu}{5,}/u;

/** Titles in capitals that the text runs on with the paragraph before or after them become titles again. */
export function withRunInTitles(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.flatMap((paragraph, index): readonly Paragraph[] => {
    if (paragraph.says === 'heading' || paragraph.says === 'item' || markerOf(paragraph.text) !== undefined)
      return [paragraph];
    const titled = (text: string): Paragraph => ({
      text,
      line: paragraph.line,
      apart: true,
      says: 'heading',
      depth: 3,
      links: [],
    });
    const [, head = '', after = ''] = AT_THE_BEGINNING.exec(paragraph.text) ?? [];
    const begins = HAS_WORD.test(head) && !/^(?:CCIAA|UNIONCAMERE|FORMEZ)\b/.test(head);
    const text = begins ? after : paragraph.text;
    const [, before = '', tail = ''] = AT_THE_END.exec(text) ?? [];
    const ends =
      HAS_WORD.test(tail) && paragraphs[index + 1] !== undefined && paragraphs[index + 1]?.says !== 'heading';
    const body = { ...paragraph, text: ends ? before : text, apart: paragraph.apart || begins };
    return [...(begins ? [titled(head)] : []), body, ...(ends ? [titled(tail)] : [])];
  });
}
