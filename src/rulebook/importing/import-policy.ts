// SPDX-License-Identifier: AGPL-3.0-or-later
import { clauseOf, type ImportedClause, LOOK_BELOW } from './clause.ts';
import { type Body, bodyOf } from './drafting/body.ts';
import { draftOf } from './drafting/draft.ts';
import { importError } from './errors.ts';
import { type Meaning, understand } from './meaning/understand.ts';
import { decode } from './reading/decode.ts';
import type { LeftOut, ReadSource } from './source.ts';
import { outlineOf } from './structure/outline.ts';
import { unitsOf } from './structure/units.ts';

/** What became of a document. */
export interface ImportedPolicy {
  /** A policy file in canonical form, in which `parse` finds no mistake. */
  readonly draft: string;
  readonly body: Body;
  readonly clauses: readonly ImportedClause[];
  readonly left: readonly LeftOut[];
  /** How many clauses a person must look at. */
  readonly toLookAt: number;
  /** What the person should know, in Italian. */
  readonly remarks: readonly string[];
}

const MOST_CLAUSES = 999;
const LONGEST_TEXT = 400_000;
const DEFAULT_TITLE = 'Social media policy';
const NO_BODY =
  'Nel documento non è stato riconosciuto il nome dell’ente: correggi ente, nome e sigla nell’intestazione.';

async function readSource(bytes: Uint8Array): Promise<ReadSource> {
  const decoded = decode(bytes);
  // Readers of pages and of PDFs are large: only who needs them waits for them.
  if (decoded.format === 'pdf') return (await import('./reading/pdf.ts')).readPdf(bytes);
  if (decoded.text.length > LONGEST_TEXT && decoded.format === 'text')
    throw importError('TOO_LARGE', `${decoded.text.length} caratteri`);
  const read =
    decoded.format === 'html'
      ? (await import('./reading/markup.ts')).readMarkup
      : (await import('./reading/plain.ts')).readPlain;
  const source = withinDepth(() => read(decoded.text));
  return { ...source, remarks: [...decoded.remarks, ...source.remarks] };
}

/** Pages nested by the thousand exhaust the stack: no document is written so. */
function withinDepth(read: () => ReadSource): ReadSource {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw importError('PAGE_TOO_NESTED', undefined, { cause: error });
    throw error;
  }
}

const ACT = String.raw`(?:delib|determin|decret|provvediment|ordinanz|disposizion|atto )[^.;)]{0,80}?(?:n\u2024?\s?\d+|\d{1,2}/\d{1,2}/\d{2,4}|\d{4})[^.;),]{0,60}?(?=$|[.;),]|\s(?:e|è|sono|la|il|ed)\s)`;
const ADOPTED = [
  new RegExp(
    String.raw`(?<before>^|[^.]{0,140})\b(?:approvat|adottat|deliberat|emanat)[oaie]\s+(?:con|dal|dalla|da|mediante)\s+(?<act>${ACT}|(?:CdA|Consiglio|Giunta)[^.;),]{0,80}\d{4})`,
    'i',
  ),
  new RegExp(
    String.raw`^(?<before>)con\s+(?<act>${ACT})\s+(?:è|sono|e'|viene)\s+(?:stat[aoie]\s+)?(?:approvat|adottat)`,
    'i',
  ),
];
const ABOUT_THIS = /polic|document|regolament|disciplinar|netiquette|linee guida|^\W*$/i;

const LONGEST_ADOPTION = 1000;

/** Stands for a full stop that ends no sentence, and gives it back. */
const INNER_STOP = '\u2024';
const withInnerStops = (text: string): string =>
  text
    .replace(/\b(?:n|[CGDL]\.\s?[CGRM])\.(?=\s)|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b/gi, (found) =>
      found.replaceAll('.', INNER_STOP),
    )
    .replace(/\bn\.(?=\d)/gi, `n${INNER_STOP}`);
const withStops = (text: string): string => text.replaceAll(INNER_STOP, '.');

/** The act of adoption in the source's words, where a sentence says it of this very document. */
function adoptedBy(texts: readonly string[]): string | undefined {
  for (const text of texts.filter(({ length }) => length < LONGEST_ADOPTION))
    for (const form of ADOPTED) {
      const { before = '', act } = form.exec(withInnerStops(text))?.groups ?? {};
      if (act !== undefined && ABOUT_THIS.test(before) && !/codice di comportamento/i.test(before))
        return withStops(act).trim();
    }
  return undefined;
}

const numbered = (body: Body, meanings: readonly Meaning[]): readonly ImportedClause[] =>
  meanings.map((meaning, index) => clauseOf(meaning, `${body.prefix}-${String(index + 1).padStart(3, '0')}`));

/** A document addressed to staff only still has to open with something for everybody. */
function withExternalPart(meanings: readonly Meaning[]): readonly Meaning[] {
  if (meanings.some(({ unit }) => unit.section.audience === 'external')) return meanings;
  return meanings.map((meaning, index) => {
    if (index > 0) return meaning;
    const section = { ...meaning.unit.section, audience: 'external' as const };
    return { ...meaning, unit: { ...meaning.unit, section } };
  });
}

/** Turns an existing document (text, HTML, PDF) into a draft policy. Throws the coded errors of errors.ts. */
export async function importPolicy(bytes: Uint8Array, fileName: string): Promise<ImportedPolicy> {
  const source = await readSource(bytes);
  const outline = outlineOf(source);
  const units = unitsOf(outline.passages);
  if (units.length === 0) throw importError('NOTHING_TO_IMPORT');
  if (units.length > MOST_CLAUSES) throw importError('TOO_MANY_CLAUSES', `${units.length}`);
  const meanings = withExternalPart(units.map(understand));
  const texts = units.map((unit) => unit.source);
  const body = bodyOf(
    [outline.title ?? '', ...outline.left.map(({ left }) => left), ...texts].filter(Boolean).join('\n'),
  );
  const clauses = numbered(body, meanings);
  const adopted = adoptedBy([outline.title ?? '', ...texts]);
  const heading = {
    body,
    title: outline.title ?? DEFAULT_TITLE,
    from: fileName,
    ...(adopted === undefined ? {} : { adopted }),
  };
  return {
    draft: draftOf(heading, meanings, clauses),
    body,
    clauses,
    left: [...source.left, ...outline.left],
    toLookAt: clauses.filter(({ confidence }) => confidence < LOOK_BELOW).length,
    remarks: [...source.remarks, ...(body.found ? [] : [NO_BODY])],
  };
}
