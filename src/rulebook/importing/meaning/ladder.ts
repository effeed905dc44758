// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Measure } from '#policy';

export interface FoundRung {
  readonly force: 'must' | 'may';
  readonly measure: Measure;
  /** Where the source's own proviso stands. */
  readonly condition?: readonly [start: number, end: number];
}

export interface FoundLadder {
  readonly rungs: readonly FoundRung[];
  /** Repetitions asked for; null where repetition is asked and no number given. */
  readonly threshold?: number | null;
  readonly warning?: 'due' | 'if-possible' | 'none';
}

/** Measures, in the order of a ladder; folded. */
const MEASURES: readonly (readonly [Measure, RegExp])[] = [
  [
    'remove',
    /\b(?:rimoss\w+|rimuov\w+|(?<!mancata )rimozion\w+|cancell\w+|eliminar\w*|eliminat\w+|eliminazion\w+|oscurament\w*|oscurat\w+|nascost[aoie]|nasconder\w*)/,
  ],
  [
    'warn',
    /\b(?:avvertiment\w*|avvertir\w*|avvertit\w+|ammoni\w+|richiam(?:o|i|are|at\w+)\b(?! (?:alla|al|l'|la|le|i|gli) (?:art|legg|normat|polic))|diffid\w+|avvis(?:o|are|at\w+)\b(?! pubblic)|preavviso|cartellino|(?:mancat\w+ (?:rispetto|osservanza)|ignor\w+|nonostante|precedent\w+)[^.;]{0,25}\bavvisi)/,
  ],
  [
    'ban',
    /\b(?:ban(?:nar\w*|nat\w+|nando|nament\w*)?\b|blocc(?:o|hi|ar\w*|at\w+|ando|hera|heremo|hiamo)\b|bandir\w*|bandit\w+(?! (?:i|gli|le|ogni|tutt[ie]) )|esclu(?:s[aoie]|sion[ei]|der\w*|dend\w+) (?:\w+[' ]){0,5}?(?:utent|partecip|discuss|pagin|profil|autor|canal|definitiv|temporane|account|communit|person)\w*|esclusione\b|allontana\w+|espul\w+|(?:sospe(?:n|s)\w+|disattiva\w+) (?:\w+[' ]){0,4}?(?:utent|account|profil|accesso)\w*|inibi\w+ (?:\w+[' ]){0,4}?(?:utent|accesso|partecip|possibil)\w*|interdi\w+|impedi\w+ (?:\w+[' ]){0,4}?(?:ulterior|intervent|access|di (?:comment|pubblic))\w*|silenzia\w+|limita(?:re|zione) (?:\w+[' ]){0,3}?(?:utent|accesso|interazion)\w*|rimozione dell'utente)/,
  ],
  [
    'report-platform',
    /\b(?:segnal\w+|denunci\w+|comunic(?:are|at[aoie]|ano|heremo|hera|heranno)\b)[^.;]{0,110}?\b(?:a|al|allo|alla|ai|agli|alle|presso|verso|tramite|all'|sull[ae])\s?(?:[\w/]+[' ]){0,4}?(?:piattaform\w+|gestor[ei] (?:del|della|dei|di)|(?:responsabil|amministrator|titolar|fornitor)\w+ (?:del|della|dei|delle) (?:\w+[' ])?(?:piattaform|social|servizi|network|canal)\w*|(?:facebook|meta|instagram|twitter|x|youtube|linkedin|tiktok)\b|social network|provider)/,
  ],
  [
    'report-authorities',
    /\b(?:forze dell'ordine|forze di polizia|autorita\b(?! (?:di gestione|locali|nazionale|garante))|polizia (?:postale|giudiziaria|locale|di stato|delle comunicazioni)|organi di polizia|procura|magistratura|carabinieri|(?:sporgere|presentare|sporg\w+) (?:\w+[' ])?(?:denuncia|querela)|denuncia(?:re|t\w+|to)?\b|querel\w+|vie legali|sed[ei] (?:civile|penale|giudiziari\w+|legal\w+|opportun\w+|competent\w+)|azion[ei] legal[ei]|autorita giudiziaria|perseguit\w+)/,
  ],
  [
    'disciplinary',
    /\b(?:disciplinar\w+(?= (?:\w+[' ])?(?:sanzion|responsabil|previst|a carico))|(?:sanzion\w+|procediment\w+|responsabilit\w+|provvediment\w+|rilevanza|fini|profilo|sede|piano) (?:\w+,? (?:e |o )?){0,4}?disciplinar\w*|disciplinarment\w+|illecito disciplinare)/,
  ],
];

const MAY =
  /\b(?:riserv\w+|pot(?:ra|ranno|rebbe\w*|ra'|remo)|puo|posson?o|possiamo|facolta|eventual\w+(?! (?:mancat|violazion|reiteraz|ripetiz))|se necessario|ove (?:necessario|occorra|del caso)|possibilita|diritto di|valuter\w+)\b/g;
const MUST =
  /\b(?:sar(?:a|anno)|verr(?:a|anno)|vengono|viene|sono|deve|devono|dovra\w*|provved\w+|proced\w+|comport(?:a|ano|era|eranno)\b|porter(?:a|anno)\b|determin(?:a|ano|era|eranno)\b|obblig\w+|sempre|blocchiamo|rimuoviamo|segnaliamo|cancelliamo|blocca|rimuove|cancella|segnala|segnaler\w+|bloccher\w+|rimuover(?:a|anno|emo)|inoltrera)\b/g;
const CONDITION =
  /\b(?:se necessario|ove (?:necessario|occorra|possibile|previsto|ne ricorrano)|qualora (?:necessario|ne ricorrano[^,.;]*)|quando (?:possibile[^,.;)]*|necessario)|se del caso|all'occorrenza|(?:nei|per i) casi (?:piu )?(?:gravi|di particolare gravita|estremi|di recidiva)(?: o (?:reiterati|ripetuti))?|in caso di (?:recidiva|reiterazion\w*|violazion\w+ (?:ripetut|grav|reiterat)\w*|ripetut\w+[^,.;]*|reat[oi]|illecit[oi])|eventualmente|se ritenuto (?:necessario|opportuno)|dopo (?:un |il |due |tre )?(?:prim\w+ )?(?:avvertiment|richiam|ammoni|avvis)\w*|temporane\w+|definitiv\w+)/g;

const PEOPLE_REPORT =
  /\b(?:(?:si|vi) (?:chiede|invita|prega)|invit\w+ (?:tutti )?(?:gli )?utent\w*|(?:gli )?utenti (?:\w+ ){0,3}?(?:possono|sono invitati|sono tenuti|devono|interessati)|chiunque (?:\w+ ){0,4}?(?:puo|voglia|ritenga)|e possibile segnalare|per segnalare|puoi|potete|segnalateci|segnalare (?:a|al|alla|all'|ai) (?:redazione|gestori dei|ufficio|urp|amministrat))/;

function lastBefore(words: string, pattern: RegExp, at: number): number {
  let last = -1;
  for (const match of words.matchAll(pattern)) if (match.index <= at) last = match.index;
  return last;
}

function conditionNear(words: string, at: number, end: number): readonly [number, number] | undefined {
  for (const match of words.matchAll(CONDITION)) {
    const stop = match.index + match[0].length;
    const gap = match.index > end ? words.slice(end, match.index) : words.slice(stop, at);
    if (
      (stop <= at && at - stop <= 36 && !/[;.]/.test(gap)) ||
      // «e, eventualmente, …» opens the measure that follows it.
      (match.index >= end && match.index - end <= 8 && !/[;.]|\b(?:e|ed|o|od)\s+$/.test(gap))
    )
      return [match.index, stop];
  }
  return undefined;
}

const NUMBERS: Readonly<Record<string, number>> = {
  due: 2,
  seconda: 2,
  secondo: 2,
  doppia: 2,
  tre: 3,
  terza: 3,
  terzo: 3,
  quattro: 4,
  quarta: 4,
  quarto: 4,
  cinque: 5,
};
const REPEATED =
  /\b(?:ripetut\w+|reiter\w+|recidiv\w+|piu volte|continu(?:a|ano|at\w+)|persist\w+|insist\w+|sistematicamente)\b/;

function thresholdIn(words: string): number | null | undefined {
  const counted =
    /\b(?:dopo|alla?|al|oltre)\s+(?:la\s+|il\s+)?(due|tre|quattro|cinque|\d{1,2}|second[ao]|terz[ao]|quart[ao])\s+(?:violazion|infrazion|richiam|avvertiment|segnalazion|ammonizion|avvis|cancellazion|rimozion)/.exec(
      words,
    )?.[1];
  if (counted !== undefined) return NUMBERS[counted] ?? Number(counted);
  return REPEATED.test(words) ? null : undefined;
}

function warningIn(words: string): FoundLadder['warning'] {
  if (/\bsenza (?:alcun )?(?:preavviso|avviso|avvertiment\w+|necessita di (?:pre)?avviso)/.test(words)) return 'none';
  const match =
    /\b(?:(?:dopo|previo|previa|preceduto da|a seguito di|in seguito a)[^.;]{0,30}(?:avvertiment|richiam|ammoni|avvis|diffid)\w*|(?:prim\w+) (?:avvertiment|richiam|ammoni|avvis)\w*)/.exec(
      words,
    );
  if (match === null) return undefined;
  return /\b(?:quando|ove|se|laddove|dove) possibile\b/.test(words) ? 'if-possible' : 'due';
}

/** What may befall who breaks the rules. `measures` is true in a list or under a title of measures. `words` are folded. */
export function ladderIn(words: string, measures: boolean): FoundLadder | undefined {
  const people = PEOPLE_REPORT.test(words);
  const rungs: FoundRung[] = [];
  const warning = warningIn(words);
  const found = MEASURES.flatMap(([measure, is]) => {
    const match = is.exec(words);
    return match === null ? [] : [{ measure, at: match.index, end: match.index + match[0].length }];
  });
  const firm = found.filter(({ measure }) => measure !== 'remove' && measure !== 'warn');
  const reported =
    found.some(({ measure }) => measure === 'report-authorities') &&
    !/\b(?:segnal|denunc|querel|comunic|inoltr|trasm|avvis|inform|rivolg|ricors|ricorr|adi|perseg|deferi|sporg)/.test(
      words,
    );
  if (
    !measures &&
    firm.length === 0 &&
    !/\b(?:violazion\w+|violan\w*|violino|viola) (?:\w+ ){0,6}?(?:regol|norm|condizion|polic|netiquette|disposizion|principi|linee)/.test(
      words,
    )
  )
    return undefined;
  for (const { measure, at, end } of found) {
    if (people && measure.startsWith('report')) continue;
    if (measure === 'report-authorities' && reported) continue;
    if (measure === 'warn' && warning === 'none') continue;
    const may = lastBefore(words, MAY, at);
    const must = lastBefore(words, MUST, at);
    // «può comportare» may; «comporta» must.
    const softened = may >= 0 && must > may && must - may <= 12;
    const told = (must > may && !softened) || (may < 0 && measures);
    const asPossible = measure === 'warn' && warning === 'if-possible';
    const force = told && !asPossible ? 'must' : 'may';
    const condition = conditionNear(words, at, end);
    rungs.push({ force, measure, ...(condition === undefined ? {} : { condition }) });
  }
  if (rungs.length === 0) return undefined;
  const threshold = thresholdIn(words);
  return { rungs, ...(threshold === undefined ? {} : { threshold }), ...(warning === undefined ? {} : { warning }) };
}

/** Titles and opening sentences under which a list is one of measures. */
export const speaksOfMeasures = (words: string): boolean =>
  /\b(?:sanzion\w*|provvediment\w*|misur[ae]\b|conseguenz\w*|gradual\w*|interven\w+ (?:del|dei|della) (?:moderat|redaz|amministrat)\w*|in caso di (?:violazion|mancato rispetto|inosservanz)\w*|violazion\w* (?:della|delle|del)|ban\b|blocco)/.test(
    words,
  );
