// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';

const ACRONYM = /(?<![\p{L}\p{N}.@#_/-])\p{Lu}(?:\p{Lu}{1,7}|(?:\.\p{Lu}){1,6}\.?)(?![\p{L}\p{N}@/_]|-\p{L})/gu;
const ROMAN = /^(?:X{0,3}(?:IX|IV|V?I{0,3})|XL|L|C|D|M)$/u;
/** Everybody knows these by their letters. */
const KNOWN: ReadonlySet<string> = new Set(
  `ASL PEC SPID CIE URP ISEE IMU TARI UE USA CAP SMS PDF TV FM AM PM OK DVD CD WC GPS PC IT EU ONU RAI INPS INAIL ISTAT AVIS AIDO
  UNICEF UNESCO UNHCR IVA IRPEF DNA HIV AIDS LIS CV QR ADSL SOS NO SI VIA TAC ATM ACI FS WWF CUP TPL DOC DOP IGP CC BY CAF CIG CUD
  DAD NATO RC SRL SPA ETS CGIL CISL UIL MIUR ANSA WIFI USB SIM PIN PUK APP FAQ OSS RSA ASST ATS ICT`.split(/\s+/),
);
const FEWEST_SHOUTED = 2;
/** «Servizio di assistenza domiciliare (SAD)», «SAD (servizio di…)», «SAD, cioè…» */
const TOLD =
  /\(\s{0,2}(\p{Lu}[\p{Lu}.]{1,14})\s{0,2}\)|(?<![\p{L}.])(\p{Lu}[\p{Lu}.]{1,14})(?:\s{0,2}\(\p{L}|,?\s(?:cioè|ossia|vale a dire|sta per)(?!\p{L}))/gu;

const bare = (written: string): string => written.replaceAll('.', '');

/** Acronyms of which a text never says what they stand for, each where it first comes. What is shouted is no acronym. */
export function acronymsIn(text: string): readonly Span[] {
  const told = new Set(Array.from(text.matchAll(TOLD), ([, inside = '', before = '']) => bare(inside || before)));
  const seen = new Set<string>();
  const found: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (!isShouted(line))
      for (const { 0: written, index } of line.matchAll(ACRONYM)) {
        const letters = bare(written);
        if (seen.has(letters) || told.has(letters) || KNOWN.has(letters) || ROMAN.test(letters)) continue;
        seen.add(letters);
        found.push([start + index, start + index + written.length]);
      }
    start += line.length + 1;
  }
  return found;
}

/** Most of it in capitals. */
function isShouted(line: string): boolean {
  const capitals = line.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu)?.length ?? 0;
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0;
  return capitals > FEWEST_SHOUTED && capitals * 2 > words;
}
