// SPDX-License-Identifier: AGPL-3.0-or-later
import { folded } from '../reading/characters.ts';
import type { LeftOut, ReadSource, SourceLink } from '../source.ts';
import { type Audience, audienceAfter, type Standing } from './audience.ts';
import { type Height, heightOf } from './headings.ts';
import { type Marker, markerOf } from './markers.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { withAccountsNamed, withRunInTitles } from './run-in.ts';
import { couldBeTitle, inlineTitle, titleWords } from './titles.ts';

/** A section: its title and those above it, from the highest. */
export interface Section {
  readonly path: readonly string[];
  readonly audience: Audience;
  /** The document's own title. */
  readonly document?: string;
}

/** A paragraph or item in its place. */
export interface Passage {
  /** As written, without the mark of an item. */
  readonly text: string;
  readonly line: number;
  readonly section: Section;
  readonly marker?: Marker;
  readonly item: boolean;
  /** Depth of an item, 1 the outermost. */
  readonly depth: number;
  readonly links: readonly SourceLink[];
}

export interface Outline {
  /** The document's own title, if it has one. */
  readonly title?: string;
  readonly passages: readonly Passage[];
  readonly left: readonly LeftOut[];
}

interface Placed {
  readonly paragraph: Paragraph;
  readonly height: Height;
}

const OPENS_LIST = /(?::|\b(?:che|seguenti|come|quali|ovvero|in particolare))$/i;
const LONGEST_BARE_ITEM = 160;

/** Articles whose text follows their title on the same line become two paragraphs. */
const withInlineTitles = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  paragraphs.flatMap((paragraph) => {
    const cut = paragraph.says === 'heading' ? undefined : inlineTitle(paragraph.text);
    if (cut === undefined) return [paragraph];
    return [
      { ...paragraph, text: cut.title, says: 'heading', depth: 3, links: [] } as const,
      { ...paragraph, text: cut.rest, apart: true },
    ];
  });

/** The last of the lines at the top may already head the text that stands right under it. */
function headsText(placed: readonly Placed[], opening: number, named: number | undefined): number | undefined {
  const [last, next] = [placed[opening - 1]?.paragraph, placed[opening]?.paragraph];
  if (last === undefined || next === undefined || next.apart || named === undefined || named >= opening - 1)
    return undefined;
  return /\d/.test(last.text.replace(/^\d{1,2}[.)]?\s/, '')) || OF_LETTERHEADS.test(last.text)
    ? undefined
    : opening - 1;
}
const OF_LETTERHEADS =
  /^(?:comun|citt|provinc|region|minister|universit|camer|azienda|asl|ats|asst|ente|union|uffici|settore|area|servizi|dipartiment|direzion|via|piazza|anno|bozza|approvat|adottat)|\b(?:polic(?:y|ies)|netiquette|regolament|disciplinar|linee guida)/i;

/** An item without a mark: after words that open a list, or after another such item. */
function isBareItem(text: string, former: Paragraph | undefined, formerIsBare: boolean): boolean {
  if (former === undefined || text.length > LONGEST_BARE_ITEM * 3) return false;
  const opened = OPENS_LIST.test(former.text);
  if (!opened && !(formerIsBare && (/[;,]$/.test(former.text) || !/[.!?:]$/.test(former.text)))) return false;
  if (/^["«“(]?\p{Ll}/u.test(text) || text.endsWith(';')) return true;
  return (
    text.length <= LONGEST_BARE_ITEM &&
    (formerIsBare ? /[;,]$/.test(former.text) || !/[.:]$/.test(text) : !/[.:]$/.test(text))
  );
}

/** «Messaggi diretti» under each channel: a title that comes back stands below the one before it. */
function repeatedTitles(placed: readonly Placed[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { paragraph, height } of placed)
    if (height !== undefined) {
      const words = folded(titleWords(paragraph.text));
      seen.set(words, (seen.get(words) ?? 0) + 1);
    }
  return new Set([...seen].flatMap(([words, times]) => (times > 1 ? [words] : [])));
}

interface Open {
  readonly height: number;
  readonly title: string;
  used: boolean;
}

const ABOUT_THE_DOCUMENT =
  /\b(?:polic(?:y|ies)|netiquette|regolament|disciplinar|linee guida|codice di condotta|termini (?:e condizioni|d'uso)|regole|condizioni d'uso|manifesto|carta dei)|\bsocial (?:media|network)/;
/** A title of the document stands among its first paragraphs. */
const TITLE_WITHIN = 6;

function titleAt(placed: readonly Placed[]): number | undefined {
  const opening = placed[0]?.paragraph.text ?? '';
  // A long title of an act may end with a full stop.
  if (opening === opening.toUpperCase() && ABOUT_THE_DOCUMENT.test(folded(opening))) return 0;
  const first = placed.slice(0, TITLE_WITHIN);
  const heads = first.findIndex(({ height }) => height === undefined);
  const before = heads < 0 ? first : first.slice(0, heads);
  const named = before.findIndex(({ paragraph }) => ABOUT_THE_DOCUMENT.test(folded(paragraph.text)));
  if (named >= 0) return named;
  // A page's first title of the highest rank names the page.
  const [top] = before;
  return top !== undefined && (top.height ?? 9) <= 2 && before.length > 1 ? 0 : undefined;
}

/** Short lines at the very top, one under the other: the body's name, the title, whatever stands on a letterhead. */
function openingLines(paragraphs: readonly Paragraph[]): number {
  const short = (paragraph: Paragraph | undefined, index: number): boolean =>
    paragraph !== undefined &&
    paragraph.says === undefined &&
    (index === 0 || !paragraph.apart) &&
    couldBeTitle(paragraph.text.replace(/: /g, ' '));
  const first = paragraphs.findIndex((paragraph, index) => !short(paragraph, index));
  return first < 2 ? 0 : first;
}

const UNDER_LETTERHEAD = 7;
const LETTERHEAD = 'intestazione del documento';
const THE_TITLE = 'titolo del documento: sta nell’intestazione';
const NO_TEXT = 'titolo senza un testo suo';

/** Places every paragraph under its titles and tells items from prose. */
export function outlineOf(source: ReadSource): Outline {
  const paragraphs = withInlineTitles(withRunInTitles(withAccountsNamed(paragraphsOf(source))));
  const placed = paragraphs.map((paragraph, index): Placed => {
    const around = { here: paragraph, before: paragraphs[index - 1], next: paragraphs[index + 1] };
    return { paragraph, height: heightOf(around) };
  });
  const opening = openingLines(paragraphs);
  const lines = placed.slice(0, opening).map(({ paragraph }) => folded(paragraph.text));
  const inOpening = lines.findIndex((words) => ABOUT_THE_DOCUMENT.test(words));
  const named = opening === 0 || inOpening < 0 ? (titleAt(placed) ?? (opening === 0 ? undefined : 0)) : inOpening;
  const heading = headsText(placed, opening, named);
  const repeated = repeatedTitles(placed);
  const document = named === undefined ? undefined : placed[named]?.paragraph.text;
  const passages: Passage[] = [];
  const left: LeftOut[] = [];
  let stack: Open[] = [];
  let standing: Standing = { audience: 'external' };
  let bare = false;
  const close = (kept: Open[]): void => {
    for (const { title, used } of stack.slice(kept.length)) if (!used) left.push({ left: title, why: NO_TEXT });
    stack = kept;
  };
  for (const [index, { paragraph, height: own }] of placed.entries()) {
    const height = index === heading ? (own ?? UNDER_LETTERHEAD) : own;
    if (index === named) {
      left.push({ left: paragraph.text, why: THE_TITLE });
      standing = audienceAfter(standing, paragraph.text);
      continue;
    }
    if ((index < opening && index !== heading) || (named !== undefined && index < named)) {
      left.push({ left: paragraph.text, why: LETTERHEAD });
      continue;
    }
    if (height !== undefined) {
      const title = titleWords(paragraph.text);
      const rank = repeated.has(folded(title)) && height >= 7 ? height + 0.5 : height;
      close(stack.filter((open) => open.height < rank));
      stack.push({ height: rank, title, used: false });
      standing = audienceAfter(standing, title);
      bare = false;
      continue;
    }
    for (const open of stack) open.used = true;
    const marker = markerOf(paragraph.text);
    const former = placed[index - 1];
    bare =
      marker === undefined &&
      paragraph.says === undefined &&
      isBareItem(paragraph.text, former?.height === undefined ? former?.paragraph : undefined, bare);
    const item = paragraph.says === 'item' || marker !== undefined || bare;
    passages.push({
      text: marker?.rest ?? paragraph.text,
      line: paragraph.line,
      section: {
        path: stack.map(({ title }) => title),
        audience: standing.audience,
        ...(document === undefined ? {} : { document }),
      },
      item,
      depth: paragraph.says === 'item' ? (paragraph.depth ?? 1) : (marker?.depth ?? 1),
      links: paragraph.links,
      ...(marker === undefined ? {} : { marker }),
    });
  }
  close([]);
  return { passages, left, ...(document === undefined ? {} : { title: titleWords(document) }) };
}
