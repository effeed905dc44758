// SPDX-License-Identifier: AGPL-3.0-or-later
import { MEASURE_LABELS, MISSING_WORDS, MODALITY_LABELS, VOCABULARY } from '#policy';
import { LOOK_BELOW } from '../clause.ts';
import type { FoundHours, TimeRange } from '../meaning/hours.ts';
import type { Meaning } from '../meaning/understand.ts';
import { folded } from '../reading/characters.ts';
import { addressWords, type BlockText, block, defect, entry, joinedBy, networkWords, oneText } from './block-text.ts';
import { channelBlocks, networksOf } from './channel-blocks.ts';
import { noticeBlocks } from './notice-blocks.ts';

const categoryName = (slug: string): string => VOCABULARY.find((each) => each.slug === slug)?.name ?? slug;
const categoryWords = (slugs: readonly string[]): string => joinedBy(slugs.map(categoryName), 'o');

const DAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'];
const dayWords = (days: readonly number[] | undefined): string => {
  if (days === undefined) return MISSING_WORDS;
  return days.length === 7
    ? 'tutti i giorni'
    : joinedBy(
        days.map((day) => DAYS[day - 1] ?? ''),
        'e',
      );
};

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const rangeWords = (ranges: readonly TimeRange[] | undefined): string =>
  ranges?.map(({ from, to }) => `dalle ${clock(from)} alle ${clock(to)}`).join(' e ') ?? MISSING_WORDS;

const HOURS_OF = { moderation: 'moderazione', services: 'servizi', night: 'notte' } as const;
const HOLIDAYS = { excluded: 'esclusi', included: 'compresi' } as const;

/** Networks that a clause limits itself to, where its own sentence or title names them. */
function scope(meaning: Meaning): readonly string[] {
  const networks = networksOf(meaning);
  return networks.length > 0 && networks.length < 4 ? entry('canali', networkWords(networks)) : [];
}

const hoursBlock = (meaning: Meaning, { of, days, ranges, holidays, exceptions }: FoundHours): BlockText =>
  block(
    'orario',
    entry('vale per', HOURS_OF[of]),
    entry('giorni', dayWords(days)),
    entry('ore', rangeWords(ranges)),
    entry('festivi', holidays === undefined ? undefined : HOLIDAYS[holidays]),
    entry('eccezioni', exceptions === undefined ? undefined : oneText(meaning.unit.source.slice(...exceptions))),
    scope(meaning),
  );

function ruleBlocks(meaning: Meaning): readonly BlockText[] {
  const { modality, categories, grounds, contacts, covers, unit } = meaning;
  const reservation =
    covers === undefined
      ? []
      : [block('discrezione', entry('norme', 'tutte'), entry('effetto', MODALITY_LABELS[covers]))];
  if (modality === undefined || categories.length === 0) return reservation;
  if (modality === 'route') {
    const office = contacts.find(({ kind }) => kind === 'office')?.value;
    const address = contacts.find(({ kind }) => kind === 'email' || kind === 'pec' || kind === 'web')?.value;
    const where = address === undefined ? [] : entry('indirizzo', addressWords(address));
    return [
      block('instradamento', entry('se', categoryWords(categories)), entry('verso', office ?? MISSING_WORDS), where),
    ];
  }
  const listed = grounds?.map(([from, to]) => oneText(unit.words.slice(from, to))).join('; ');
  const rule = block(
    'regola',
    entry('modalità', MODALITY_LABELS[modality]),
    entry('se', categoryWords(categories)),
    entry('motivi', listed),
    scope(meaning),
  );
  return [rule, ...reservation];
}

const PURPOSES: readonly (readonly [string, RegExp])[] = [
  ['reclami', /\breclam/],
  ['segnalazioni', /\bsegnala/],
  ['emergenze', /\bemergenz|\bsoccors/],
  ['protezione dei dati', /\bprivacy|\bprotezione dei dati|\bdati personali|\bdpo\b/],
  ['diritto d’autore', /\bcopyright|\bdiritto d'autore/],
  ['richieste', /\brichiest|\bdomand|\bquesit|\binformazion|\bchiariment/],
];

function contactBlocks({ contacts, unit }: Meaning): readonly BlockText[] {
  const words = folded(unit.source);
  const named = PURPOSES.flatMap(([purpose, is]) => (is.test(words) ? [purpose] : []));
  const purposes = named.length > 0 ? named.join('; ') : oneText(unit.section.path.at(-1) ?? 'contatti');
  const office = contacts.find(({ kind }) => kind === 'office')?.value;
  const written = contacts.filter(({ kind }) => kind === 'email' || kind === 'pec' || kind === 'web');
  const phone = contacts.find(({ kind }) => kind === 'phone')?.value;
  if (written.length === 0 && phone === undefined) return [];
  const [first, ...others] = written;
  const lines = [entry('telefono', phone), entry('ufficio', office)];
  return [
    block('contatto', entry('per', purposes), entry('indirizzo', addressWords(first?.value)), ...lines),
    ...others.map(({ value }) => block('contatto', entry('per', purposes), entry('indirizzo', addressWords(value)))),
  ];
}

const WARNINGS = { due: 'previsto', 'if-possible': 'se possibile', none: 'non previsto' } as const;
const FORCES = { must: 'si deve', may: 'si può' } as const;

function ladderBlocks({ ladder, unit }: Meaning): readonly BlockText[] {
  if (ladder === undefined) return [];
  const rungs = ladder.rungs.map(({ force, measure, condition }) => {
    const proviso = condition === undefined ? '' : ` (${unit.source.slice(...condition).replace(/[()]/g, '')})`;
    return `- ${FORCES[force]}: ${MEASURE_LABELS[measure]}${proviso}`;
  });
  const { threshold, warning } = ladder;
  const soglia = threshold === null ? MISSING_WORDS : threshold;
  return [
    block(
      'gradualità',
      entry('soglia', soglia),
      entry('avviso', warning === undefined ? undefined : WARNINGS[warning]),
      rungs,
    ),
  ];
}

const UNITS = { minutes: ['minuto', 'minuti'], hours: ['ora', 'ore'], days: ['giorno', 'giorni'] } as const;
const duration = (amount: number, unit: keyof typeof UNITS): string => `${amount} ${UNITS[unit][amount === 1 ? 0 : 1]}`;

function replyBlocks(meaning: Meaning): readonly BlockText[] {
  const { reply, unit } = meaning;
  const words = folded(unit.source);
  const blocks: BlockText[] = [];
  if (/\brispost\w+ automatic|\bmessagg\w+ automatic|\bautomaticamente (?:una risposta|il messaggio)/.test(words)) {
    const text = /[“"«]([^“”"«»]{8,})[”"»]/.exec(unit.source)?.[1];
    const when = /\bnott/.test(words)
      ? 'di notte'
      : /\bfuori (?:dall'|dell'|d')?orari|\bchiusura\b/.test(words)
        ? 'fuori orario'
        : MISSING_WORDS;
    blocks.push(
      block(
        'risposta',
        entry('tipo', 'automatica'),
        entry('quando', when),
        entry('testo', text === undefined ? MISSING_WORDS : `«${text}»`),
        scope(meaning),
      ),
    );
  }
  if (reply !== undefined) {
    const promise = reply.promise === undefined ? undefined : { average: 'media', most: 'massimo' }[reply.promise];
    blocks.push(
      block(
        'risposta',
        entry('tipo', 'del personale'),
        entry('entro', duration(reply.amount, reply.unit)),
        entry('promessa', promise),
        entry('percentuale', reply.percent),
        scope(meaning),
      ),
    );
  }
  return blocks;
}

const NORM_ID = /^(?:UE|D\.Lgs\.|D\.L\.|L\.|DPR|DPCM|DGR) \d{1,4}\/\d{1,4}$/;

const referenceBlocks = ({ references }: Meaning): readonly BlockText[] =>
  references.map(({ id, text, articles }) => {
    const known = id !== undefined && NORM_ID.test(id) ? id : undefined;
    return block('norma', entry('atto', oneText(text)), entry('identificativo', known), entry('articoli', articles));
  });

const UNSURE =
  'da guardare: il documento è stato importato e il senso di questa frase non è stato riconosciuto con sicurezza';
const CUT_LIST = 'la frase annuncia un elenco che nel documento non c’è';

function defectBlocks(meaning: Meaning, confidence: number): readonly BlockText[] {
  if (/:$/.test(meaning.unit.source)) return [defect('elenco troncato', CUT_LIST)];
  return confidence < LOOK_BELOW ? [defect('ambiguità', UNSURE)] : [];
}

/** Everything that a meaning says, as blocks of the language. */
export const blocksOf = (meaning: Meaning, confidence: number): readonly BlockText[] => [
  ...ruleBlocks(meaning),
  ...channelBlocks(meaning),
  ...meaning.hours.map((each) => hoursBlock(meaning, each)),
  ...replyBlocks(meaning),
  ...contactBlocks(meaning),
  ...ladderBlocks(meaning),
  ...noticeBlocks(meaning),
  ...referenceBlocks(meaning),
  ...defectBlocks(meaning, confidence),
];
