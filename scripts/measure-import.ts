// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportedClause, importPolicy } from '../src/rulebook/importing/index.ts';

// How much of five policies, whose norms were taken out by hand, the importer finds. Run it with Node 24:
// `node scripts/measure-import.ts [--missed]`; the ledger and the texts are in the folder PORTAVOCE_SHARED.
//
// How things are matched:
// - a sentence lands when its words, spaces and list marks apart, stand in the source of one clause;
// - a category is found when a clause where a sentence of the norm lands bears it;
// - hours, contacts, channels and measures are read out of the ledger's own English words (`Monday to Friday, 08:30 to
//   16:30`, addresses, names of networks, `ban`, `warning`) and must be borne by a clause where the norm's sentence lands;
// - channels count for the norms about accounts that name them, and for those that speak of at most half of the body's
//   networks: elsewhere the ledger lists every network that carries the norm although the sentence names none.

const SHARED = process.env.PORTAVOCE_SHARED ?? '../shared';
/** The shares that must be reached; below them the script ends with 1. */
const LEAST_SENTENCES = 0.9;
const LEAST_FACTS = 0.75;
const SEEDS = { MOS: '000', CAL: '001', CRE: '002', RM1: '003', MIL: '004' } as const;
type BodyCode = keyof typeof SEEDS;
const NETWORKS = ['facebook', 'instagram', 'threads', 'x', 'linkedin', 'youtube', 'tiktok'];

interface Norm {
  readonly id: string;
  readonly body: BodyCode;
  readonly area: string;
  readonly refs: readonly string[];
  readonly channels: readonly string[];
  readonly categories: readonly string[];
  readonly clause: string;
}

const listIn = (value: string | undefined): string[] => value?.match(/[^[\]',\s]+/g) ?? [];

/** The ledger is flat: one `key: value` a line, lists between brackets. */
function readLedger(text: string): Norm[] {
  return text
    .split(/\n(?=- id: )/)
    .slice(1)
    .map((entry) => {
      const fields = new Map(
        [...entry.matchAll(/^(?:- | {2})(\w+): (.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
      );
      return {
        id: fields.get('id') ?? '',
        body: fields.get('body') as BodyCode,
        area: fields.get('area') ?? '',
        refs: listIn(fields.get('source_refs')),
        channels: listIn(fields.get('channels')),
        categories: listIn(fields.get('categories')),
        clause: fields.get('clause') ?? '',
      };
    });
}

const normal = (text: string): string =>
  text
    .replace(/[\s\u00ad]+/g, ' ')
    .replace(/^\s*(?:[-•]|\d{1,2}\.)\s+/, '')
    .trim();

/** Sentences as the ledger counts them: a stop, a space, a capital. */
const sentencesOf = (line: string): string[] =>
  normal(line)
    .split(/(?<=[.!?]["”»]?)(?<!\b(?:n|art|es|lgs|Apr|ecc…)\.)\s+(?=["“«]?\p{Lu})/u)
    .filter(Boolean);

class Tally {
  readonly missed: string[] = [];
  found = 0;
  total = 0;

  count(found: boolean, what: string): void {
    this.total += 1;
    if (found) this.found += 1;
    else this.missed.push(what);
  }
}

const share = ({ found, total }: { readonly found: number; readonly total: number }): string =>
  `${found}/${total} (${total === 0 ? '–' : `${((100 * found) / total).toFixed(1)} %`})`;

const tallies = {
  sentences: new Tally(),
  hours: new Tally(),
  contacts: new Tally(),
  channels: new Tally(),
  ladder: new Tally(),
  categories: new Tally(),
};

const address = (value: string): string =>
  value
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');
const ADDRESSES = /[\w.+-]+@[\w-]+\.[\w.-]*\w|(?:https?:\/\/|www\.)[\w./@-]*\w/g;

function countHours({ id, clause, area }: Norm, landed: readonly ImportedClause[]): void {
  const hours = landed.flatMap((each) => each.hours ?? []);
  const times = [...clause.matchAll(/(\d{2}:\d{2})(?: to |-)(\d{2}:\d{2})/g)];
  for (const [whole, from, to] of times)
    tallies.hours.count(
      hours.some(({ ranges }) => ranges?.some((range) => range.from === from && range.to === to)),
      `${id} ${whole}`,
    );
  if (/Monday to Friday/.test(clause) && (area === 'moderation-hours' || times.length > 0))
    tallies.hours.count(
      hours.some(({ days }) => days?.join() === '1,2,3,4,5'),
      `${id} days`,
    );
  if (/in office hours/.test(clause) && area === 'moderation-hours')
    tallies.hours.count(hours.length > 0, `${id} office hours`);
}

function countContacts({ id, clause }: Norm, landed: readonly ImportedClause[]): void {
  const contacts = landed.flatMap((each) => each.contacts ?? []);
  for (const [value] of clause.matchAll(ADDRESSES)) {
    if (/facebook|linkedin|twitter|tiktok/.test(value)) continue;
    tallies.contacts.count(
      contacts.some((each) => address(each.value) === address(value)),
      `${id} ${value}`,
    );
  }
  if (/\bURP\b/.test(clause))
    tallies.contacts.count(
      contacts.some(({ kind }) => kind === 'office'),
      `${id} URP`,
    );
}

function countChannels(
  { id, clause, channels, area }: Norm,
  landed: readonly ImportedClause[],
  all: readonly string[],
): void {
  const found = landed.flatMap((each) => each.channels ?? []);
  const official = channels.filter((name) => NETWORKS.includes(name));
  // Networks that only carry the norm, for a body's every channel, are not in the sentence.
  if (official.length > 0 && (area === 'accounts' ? named(clause, official) : official.length * 2 <= all.length))
    for (const name of official)
      tallies.channels.count(
        found.some(({ network }) => network === name),
        `${id} ${name}`,
      );
  for (const [value] of clause.matchAll(
    /(?:https?:\/\/|www\.)[\w./@-]*(?:facebook|linkedin|twitter|tiktok)[\w./@-]*\w/g,
  ))
    tallies.channels.count(
      found.some((each) => each.address !== undefined && address(each.address) === address(value)),
      `${id} ${value}`,
    );
  for (const [, handle = ''] of clause.matchAll(/(?:profile is @?|profile is @)(\w+)/g))
    if (!/^(?:www|https?)$/.test(handle))
      tallies.channels.count(
        found.some((each) => each.handle === handle || each.address?.includes(handle) === true),
        `${id} @${handle}`,
      );
}

const named = (clause: string, networks: readonly string[]): boolean =>
  networks.every((name) => new RegExp(`\\b${name}\\b`, 'i').test(clause));

const MEASURES: readonly (readonly [string, RegExp])[] = [
  ['remove', /\bis removed\b/],
  ['warn', /\bwarning\b/],
  ['ban', /\b(?:ban|block)\b(?! the user to)|\bmay block\b/],
  ['report-platform', /\breported to the platform|report the user to the platform|be reported to the platform/],
  ['report-authorities', /\bauthorities\b|\bpolice\b/],
  ['disciplinary', /\bdisciplinary\b/],
];

function countLadder({ id, clause, area }: Norm, landed: readonly ImportedClause[]): void {
  if (area !== 'sanction') return;
  const rungs = landed.flatMap((each) => each.ladder ?? []);
  for (const [measure, is] of MEASURES)
    if (is.test(clause))
      tallies.ladder.count(
        rungs.some((each) => each.measure === measure),
        `${id} ${measure}`,
      );
}

const ledger = readLedger(readFileSync(join(SHARED, 'clauses.yaml'), 'utf8'));
const files = readdirSync(join(SHARED, 'seeds'));
let overrun = 0;
let bearing = 0;
for (const [body, number] of Object.entries(SEEDS)) {
  const file = files.find((name) => name.startsWith(number)) ?? '';
  const bytes = readFileSync(join(SHARED, 'seeds', file));
  const lines = bytes.toString('utf8').split('\n');
  const { clauses, toLookAt } = await importPolicy(bytes, file);
  const sources = clauses.map((clause) => ({ clause, words: normal(clause.source).toLowerCase() }));
  const own = ledger.filter((norm) => norm.body === body);
  const all = [...new Set(own.flatMap(({ channels }) => channels))].filter((name) => NETWORKS.includes(name));
  const landing = (ref: string): readonly ImportedClause[] => {
    const [line = '0', sentence = '1'] = ref.split('.');
    const sentences = sentencesOf(lines[Number(line) - 1] ?? '');
    const words = sentences[Number(sentence) - 1];
    if (words === undefined) overrun += 1;
    const wanted = (words ?? sentences.at(-1) ?? '').toLowerCase();
    return sources.filter((source) => source.words.includes(wanted)).map(({ clause }) => clause);
  };
  for (const ref of new Set(own.flatMap(({ refs }) => refs)))
    tallies.sentences.count(landing(ref).length > 0, `${body} ${ref}`);
  for (const norm of own) {
    const landed = norm.refs.flatMap(landing);
    for (const category of norm.categories)
      tallies.categories.count(
        landed.some(({ categories }) => categories.includes(category)),
        `${norm.id} ${category}`,
      );
    countHours(norm, landed);
    countContacts(norm, landed);
    countChannels(norm, landed, all);
    countLadder(norm, landed);
  }
  const claimed = clauses.flatMap(({ categories, modality }) =>
    modality === 'route' || modality === 'protected' ? [] : categories,
  );
  bearing += claimed.length;
  console.log(`${body}: ${clauses.length} clauses, ${toLookAt} to look at, ${claimed.length} categories claimed`);
}

for (const [name, tally] of Object.entries(tallies)) console.log(`${name.padEnd(11)} ${share(tally)}`);
const { sentences: _, ...facts } = tallies;
const together = Object.values(facts).reduce(
  (sum, { found, total }) => ({ found: sum.found + found, total: sum.total + total }),
  { found: 0, total: 0 },
);
console.log(`${'together'.padEnd(11)} ${share(together)}`);
if (
  tallies.sentences.found < tallies.sentences.total * LEAST_SENTENCES ||
  !Object.values(facts).every(({ found, total }) => found >= total * LEAST_FACTS)
)
  process.exitCode = 1;
console.log(`categories claimed in all: ${bearing}; references beyond the sentences counted: ${overrun}`);
if (process.argv.includes('--missed'))
  for (const [name, { missed }] of Object.entries(tallies))
    for (const what of missed) console.log(`missed ${name}: ${what}`);
