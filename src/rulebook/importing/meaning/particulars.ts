// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where words stand in the sentence. */
export type Place = readonly [start: number, end: number];

export interface FoundLicence {
  readonly name?: Place;
  readonly reuse?: 'libero' | 'a condizioni' | 'vietato';
  readonly credit?: 'richiesta' | 'se possibile';
}

const LICENCE_NAME =
  /\b(?:(?:licenz\w+ )?creative commons|cc[ -]by|licenza (?:\w+ )?(?:iodl|open|aperta)|iodl)\b[^.;,()]{0,45}?(?:\b(?:cc )?by(?:[ -]?(?:nc|nd|sa))*(?:[ -]?\d\.\d)?|\d\.\d|\bcc0\b|(?=[.;,()]|$))(?: ?\d\.\d)?(?: (?:it|internazionale|italia)\b)?/;
const FREE =
  /\b(?:riprodott\w+|riprodu\w+|riutilizz\w+|riuso|condivis\w+|distribuit\w+|utilizzat\w+|ripres\w+)\b[^.;]{0,40}\bliberamente|(?:posson?o|potranno) essere (?:\w+ (?:e |o )?){0,3}?(?:riprodott|riutilizzat|ripres|condivis|distribuit|rilanciat|utilizzat)\w*[^.;]{0,40}\b(?:citand|indicand|menzionand|con (?:la )?citazione|purche|a condizione)|liberamente (?:\w+ (?:e |o )?){0,2}?(?:riprodo|riproduc|riutilizz|condivis|utilizz|distribu)\w*/;
const CREDIT =
  /\b(?:(?:accredit|attribu)\w*|(?:citar\w*|citand\w+|citazione|cit\w+|indic\w+|riconosc\w+|menzion\w+)[^.;]{0,40}\b(?:font[ei]|autor[ei]|canale|originale|provenienza|url))/;
const FORBIDDEN =
  /\b(?:riproduzion\w+|riutilizz\w+|utilizz\w+|uso) (?:\w+ ){0,5}?(?:e |sono )?(?:vietat|riservat|non (?:e )?(?:consentit|autorizzat))\w*|diritti (?:\w+ )?riservati/;

/** How the contents may be used by others. `words` are folded. */
export function licenceIn(words: string): FoundLicence | undefined {
  const name = LICENCE_NAME.exec(words);
  const free = FREE.test(words);
  const about = /\b(?:contenut|fotografi|foto\b|immagin|video|multimedial|materiali|infografic|testi)/.test(words);
  const credit =
    CREDIT.test(words) &&
    (about || free || name !== null) &&
    /\b(?:riprod|riutil|licenz|accredit|condivi|liberamente|utilizz)/.test(words);
  const forbidden = about && FORBIDDEN.test(words);
  if (name === null && !free && !forbidden && !(credit && /\baccredit/.test(words))) return undefined;
  const where = credit && /\b(?:ove|dove|quando|se) possibile\b/.test(words) ? 'se possibile' : 'richiesta';
  return {
    ...(name === null ? {} : { name: [name.index, name.index + name[0].trimEnd().length] as const }),
    ...(forbidden ? { reuse: 'vietato' } : free ? { reuse: credit ? 'a condizioni' : 'libero' } : {}),
    ...(credit ? { credit: where } : {}),
  };
}

export interface FoundMinors {
  readonly age?: number;
  readonly below: 'non ammessi' | 'con consenso';
}

const WORDS_OF_AGE: Readonly<Record<string, number>> = {
  tredici: 13,
  quattordici: 14,
  quindici: 15,
  sedici: 16,
  diciassette: 17,
  diciotto: 18,
};
const AGE =
  /\b(?:(?:di eta |eta )?(?:inferiore|al di sotto|sotto|minor[ei]|meno|non abbiano compiuto|non hanno compiuto|compiuto|almeno|maggior[ei]|superato|compimento|superiore)[^.;\d]{0,30}?(?:(\d{1,2})|(tredici|quattordici|quindici|sedici|diciassette|diciotto))\W{0,2}(?:esim\w+ )?(?:ann[oi])|under (\d{2})|infra(quattordicenn|sedicenn|diciottenn)\w+)/;
const INFRA: Readonly<Record<string, number>> = { quattordicenn: 14, sedicenn: 16, diciottenn: 18 };

/** The rule for people below an age. `words` are folded. */
export function minorsIn(words: string): FoundMinors | undefined {
  const match = AGE.exec(words);
  const named = /\bminor(?:i|enni|enne|e)\b/.test(words);
  if (match === null && !named) return undefined;
  const consent =
    /\b(?:consens\w+|autorizz\w+|assens\w+|responsabilita genitoriale|genitor\w+|tutor[ei]|accompagnat\w+)/.test(words);
  const refused =
    /\b(?:non (?:\w+ ){0,3}?(?:consentit|ammess|permess|posson|puo|rivolt|destinat|intend)\w*|vietat\w+|riservat\w+ (?:a|ai|agli|alle) (?:\w+ )?(?:chi|utent|maggior)\w*|devono aver|deve aver|almeno)/.test(
      words,
    );
  const interacts =
    /\b(?:interazion|interag|utent|iscri|acced|access|partecip|registr|account|utilizz|eta\b|anni\b)/.test(words);
  if (!interacts || (!consent && !refused)) return undefined;
  if (match === null && !/\binterazion|\binterag|\biscri|\bacced/.test(words)) return undefined;
  const age = Number(
    match?.[1] ?? match?.[3] ?? WORDS_OF_AGE[match?.[2] ?? ''] ?? INFRA[match?.[4] ?? ''] ?? Number.NaN,
  );
  return { below: consent ? 'con consenso' : 'non ammessi', ...(age >= 6 && age <= 18 ? { age } : {}) };
}

export interface FoundRetention {
  readonly amount?: number;
  readonly unit?: 'minutes' | 'hours' | 'days';
  readonly until?: Place;
}

const KEPT = /\bconserv(?:at[aoie]|azione|ati|a|ano|iamo|eremo|eranno)\b/;
const KEPT_FOR =
  /\bconserv\w+[^.;]{0,60}?\b(?:per|massimo|fino a|oltre|entro)\s+(?:(?:un |il )?(?:periodo|tempo|massimo)[^.;\d]{0,30})?(\d{1,3})\s+(giorn|or[ae]|mes|ann)/;
const KEPT_UNTIL =
  /\b(?:per il tempo (?:strettamente )?necessario[^.;]*|fino a(?:l|lla)? [^.;]{5,90}|esclusivamente per il tempo[^.;]*)/;

/** How long what people send is kept. `words` are folded. */
export function retentionIn(words: string): FoundRetention | undefined {
  if (!KEPT.test(words) || !/\b(?:dat[io]|messagg|contenut|conversazion|informazion)/.test(words)) return undefined;
  const [, amount, unit = ''] = KEPT_FOR.exec(words) ?? [];
  const days = { giorn: 1, mes: 30, ann: 365 }[unit];
  if (amount !== undefined && (days === 1 || unit.startsWith('or')))
    return { amount: Number(amount), unit: days === 1 ? 'days' : 'hours' };
  const until = KEPT_UNTIL.exec(words);
  return until === null ? {} : { until: [until.index, until.index + until[0].length] };
}
