// SPDX-License-Identifier: AGPL-3.0-or-later

/** Within what time people are answered, as the source says. */
export interface FoundReply {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
  readonly promise?: 'average' | 'most';
  readonly percent?: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  uno: 1,
  una: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  dieci: 10,
  dodici: 12,
  quindici: 15,
  venti: 20,
  ventiquattro: 24,
  trenta: 30,
  quarantotto: 48,
  settantadue: 72,
};
const TIME = String.raw`(\d{1,3}|${Object.keys(NUMBERS).join('|')})(?:\s*\/\s*(\d{1,3})|\s*-\s*(\d{1,3}))?\s*(minut|or[ae]\b|h\b|giorn|gg\b)`;
const WITHIN = new RegExp(
  String.raw`\b(?:entro(?: e non oltre)?|nel giro di|nell'arco di|in media in|(?:un )?tempo (?:medio|massimo)(?: di (?:risposta|riscontro))?(?:,| e| e di| e pari a| di| pari a| stimato)*|non oltre|al massimo(?: in)?|massimo|in)\s+(?:le\s+|i\s+|(?:un )?massimo (?:di )?)?${TIME}`,
);
const ABOUT_REPLIES = /\b(?:rispo(?:nd|st)|riscontr|replic|evas[ae]|pres[aoei] in carico|richiest|messagg)/;
const PERCENT = /\b(?:percentuale|tasso|quota)\b[^.;]{0,60}?(\d{1,3})\s?%/;
const UNITS = { minut: 'minutes', ora: 'hours', ore: 'hours', h: 'hours', giorn: 'days', gg: 'days' } as const;

/** A promise of answering within a time. `words` are folded. */
export function replyIn(words: string): FoundReply | undefined {
  const match = WITHIN.exec(words);
  if (match === null || !ABOUT_REPLIES.test(words)) return undefined;
  const [whole, first = '', second, third, unit = 'h'] = match;
  const amount = Number(second ?? third ?? NUMBERS[first] ?? first);
  if (!Number.isInteger(amount) || amount < 1) return undefined;
  const promise = /\bmedi[ao]\b/.test(whole) ? 'average' : /\bmassimo|entro|oltre/.test(whole) ? 'most' : undefined;
  const percent = Number(PERCENT.exec(words)?.[1] ?? Number.NaN);
  return {
    amount,
    unit: UNITS[unit as keyof typeof UNITS],
    ...(promise === undefined ? {} : { promise }),
    ...(percent >= 0 && percent <= 100 ? { percent } : {}),
  };
}
