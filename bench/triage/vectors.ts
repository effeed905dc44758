// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Signal } from '#policy';
import { analyse } from '#triage';
import { fraction, oneLine, type Page } from './page.ts';
import { streets, tweets, vectors } from './shared-data.ts';
import { ratio } from './tally.ts';

const THRESHOLD = 0.5;
/** Numbers of places, such as streets, follow no check digit: the page promises less of them. */
const AT_LEAST = 0.99;
const ADDRESSES_AT_LEAST = 0.85;

/** One code or number in a sentence, and whether it is to be found there. */
interface Vector {
  readonly kind: string;
  readonly text: string;
  readonly written: string;
  readonly expected: boolean;
  /** What is true of the signals where it was found. */
  readonly from: number;
}

const personal = (text: string): readonly Signal[] =>
  analyse(text).filter(({ category, strength }) => category === 'personal-data' && strength > 0);

function isFound({ text, written, from }: Vector): boolean {
  const start = text.indexOf(written);
  const end = start + written.length;
  return personal(text).some(
    ({ strength, spans }) => strength >= from && spans.some(([one, other]) => one < end && other > start),
  );
}

interface FiscalCodes {
  readonly harvested: readonly { readonly cf: string; readonly checksum_ok: boolean }[];
  readonly 'validator.js isTaxID it-IT': readonly { readonly v: string; readonly valid: boolean }[];
  readonly 'python-codicefiscale is_valid': readonly { readonly v: string; readonly valid: boolean }[];
  readonly 'python-stdnum invalid': readonly { readonly v: string }[];
}

/** A code whose letter does not hold must not be called certain; whether letters stand apart is a matter of taste. */
function fiscalCodes(): readonly Vector[] {
  const sets = vectors<FiscalCodes>('codice_fiscale.json');
  const written = [
    ...sets.harvested.map(({ cf, checksum_ok }) => ({ v: cf, valid: checksum_ok })),
    ...sets['validator.js isTaxID it-IT'],
    ...sets['python-codicefiscale is_valid'],
    ...sets['python-stdnum invalid'].map(({ v }) => ({ v, valid: false })),
  ];
  return written
    .filter(({ v, valid }) => valid || /^[A-Z0-9]+$/i.test(v))
    .map(({ v, valid }) => ({
      kind: valid ? 'codice fiscale, valid' : 'codice fiscale, not valid',
      text: `il suo codice: ${v}, grazie`,
      written: v,
      expected: valid,
      from: 1,
    }));
}

function phones(): readonly Vector[] {
  const sets =
    vectors<
      Readonly<Record<string, { readonly valid?: readonly string[]; readonly valid_find_in_text?: readonly string[] }>>
    >('phone_it.json');
  const valid = Object.values(sets).flatMap((set) => [...(set.valid ?? []), ...(set.valid_find_in_text ?? [])]);
  return valid.map((number) => ({
    kind: 'phone',
    text: `chiamatela al ${number}!`,
    written: number,
    expected: true,
    from: THRESHOLD,
  }));
}

/** Plates of citizens; those of armed forces and diplomats identify nobody. */
const CITIZENS_PLATES = /^(?:Car|Trailers|Motorbikes)Plate/;

function plates(): readonly Vector[] {
  const sets =
    vectors<readonly { readonly test: string; readonly expect: string; readonly values: readonly string[] }[]>(
      'plates_it.json',
    );
  return sets
    .filter(({ test }) => CITIZENS_PLATES.test(test))
    .flatMap(({ test, expect, values }) =>
      values.map((value) => ({
        kind: test.startsWith('Car') ? 'plate, car' : 'plate, motorcycle or trailer',
        text: `targa ${value.trim()}`,
        written: value.trim(),
        expected: expect === 'valid',
        from: THRESHOLD,
      })),
    );
}

const addresses = (): readonly Vector[] =>
  streets().flatMap(({ street_line, city }) =>
    street_line === undefined || !/\d/.test(street_line)
      ? []
      : [
          {
            kind: 'address',
            text: `abita in ${street_line}, ${city}`,
            written: street_line,
            expected: true,
            from: THRESHOLD,
          },
        ],
  );

/** Codes, numbers and streets of the tests of open libraries. */
export function showVectors(page: Page, list: boolean): void {
  page.heading('Personal data: vectors of the tests of open libraries');
  const all = [...fiscalCodes(), ...phones(), ...plates(), ...addresses()].map((vector) => ({
    ...vector,
    right: isFound(vector) === vector.expected,
  }));
  for (const kind of new Set(all.map((vector) => vector.kind))) {
    const those = all.filter((vector) => vector.kind === kind);
    const right = those.filter((vector) => vector.right).length;
    const limit = {
      what: kind,
      measured: ratio(right, those.length),
      as: fraction,
      note: `${right} of ${those.length}`,
    };
    page.limit({ ...limit, atLeast: kind === 'address' ? ADDRESSES_AT_LEAST : AT_LEAST });
  }
  if (list)
    page.list(
      'wrong',
      all.filter(({ right }) => !right).map(({ kind, text }) => `${kind}: ${oneLine(text)}`),
    );
}

/** People named in tweets: how many some signal about a person touches, whatever its strength. */
export function showNames(page: Page, list: boolean): void {
  const named = tweets().flatMap(({ text, entities }) => {
    const people = entities.filter(({ type }) => type === 'Person');
    const signals = people.length === 0 ? [] : personal(text);
    return people.map(({ start, end }) => {
      const by = signals.filter(({ spans }) => spans.some(([one, other]) => one < end && other > start));
      return {
        text,
        name: text.slice(start, end),
        // Inside a handle or a hashtag nobody writes a name as a name.
        plain: !/[@#]\w*$/.test(text.slice(0, start)),
        strength: Math.max(0, ...by.map(({ strength }) => strength)),
      };
    });
  });
  const share = (those: typeof named, from: number): string =>
    fraction(ratio(those.filter(({ strength }) => strength >= from).length, those.length));
  const plain = named.filter((one) => one.plain);
  const full = plain.filter(({ name }) => /\s/.test(name));
  page.heading(`NEEL-IT 2016: ${named.length} people named in tweets, most of them public figures; no limit`);
  page.table(
    ['recall', 'names', 'at any strength', 'from 0.5'],
    [
      ['all', named] as const,
      ['outside handles and hashtags', plain] as const,
      ['first name and surname', full] as const,
    ].map(([what, those]) => ({ cells: [what, String(those.length), share(those, 0.01), share(those, THRESHOLD)] })),
  );
  if (list)
    page.list(
      'not found',
      full.filter(({ strength }) => strength === 0).map(({ name, text }) => `${name}: ${oneLine(text, 120)}`),
    );
}
