// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type CompiledPolicy,
  isSameOffice,
  type Judgement,
  moderationHours,
  type NetworkName,
  openWays,
} from '#policy';

/** Places of a text that the policy or the case fills; whatever else stands between braces a person writes. */
export const PLACEHOLDERS = {
  ente: 'il nome dell’ente',
  ufficio: 'l’ufficio a cui ci si rivolge',
  recapito: 'come si raggiunge l’ufficio',
  telefono: 'il telefono dell’ufficio',
  orari: 'quando si moderano i canali',
  link: 'la pagina o il documento utile',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

// Nothing in it can be read in two ways: a text of braces and spaces costs no more than another.
const PLACE = /\{ {0,10}([^{}\s][^{}\n]{0,70})\}/gu;

/** The names of the places of a text, each once. */
export const placesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACE)].flatMap(([, name]) => name?.trimEnd() ?? [])),
];

/** Brackets that open or close nothing. */
export const hasStrayBraces = (text: string): boolean => /[{}]/.test(text.replace(PLACE, ''));

export type Values = Readonly<Partial<Record<Placeholder, string>>>;

/** What is known takes its place; the rest stays as it was written. */
export const filled = (text: string, values: Values): string =>
  text.replace(PLACE, (whole, written: string) => {
    const name = written.trimEnd();
    return isKnown(name) ? (values[name] ?? whole) : whole;
  });

const isKnown = (name: string): name is Placeholder => Object.hasOwn(PLACEHOLDERS, name);

interface Filling {
  readonly policy: CompiledPolicy;
  readonly judgement: Judgement;
  readonly channel: NetworkName;
  /** The office of the text, where it names one. */
  readonly office?: string | undefined;
  readonly address?: string | undefined;
  readonly link?: string | undefined;
}

/** What the policy says of each place for this case; where it is silent the place stays empty. */
export function valuesFor({ policy, judgement, channel, office, address, link }: Filling): Values {
  const to = office ?? judgement.route?.office;
  const reached =
    to === undefined
      ? undefined
      : openWays(policy).find((way) => way.office !== undefined && isSameOffice(way.office, to));
  const where = address ?? (to === judgement.route?.office ? judgement.route?.address : undefined) ?? reached?.address;
  const hours = hoursWords(policy, channel);
  return {
    ente: policy.bodyName,
    ...(to !== undefined && { ufficio: to }),
    ...(where !== undefined && { recapito: where }),
    ...(reached?.phone !== undefined && { telefono: reached.phone }),
    ...(hours !== undefined && { orari: hours }),
    ...(link !== undefined && { link }),
  };
}

const DAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

function hoursWords(policy: CompiledPolicy, channel: NetworkName): string | undefined {
  // Exceptional cover comes and goes; a text that is kept says the usual hours.
  const openings = moderationHours(policy, channel).openings.filter(({ between }) => between === undefined);
  if (openings.length === 0) return undefined;
  return openings.map(({ days, ranges }) => `${daysWords(days)} ${ranges.map(rangeWords).join(' e ')}`).join('; ');
}

function daysWords(days: readonly number[]): string {
  const [first = 1, last = first] = [days[0], days.at(-1)];
  const named = (day: number) => DAYS[day - 1] ?? '';
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? `dal ${named(first)} ${last === 7 ? 'alla' : 'al'} ${named(last)}` : days.map(named).join(', ');
}

const rangeWords = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `dalle ${clockWords(from)} alle ${clockWords(to)}`;

const clockWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}${minutes % 60 === 0 ? '' : `.${String(minutes % 60).padStart(2, '0')}`}`;
