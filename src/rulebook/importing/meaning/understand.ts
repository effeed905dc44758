// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality } from '#policy';
import { folded } from '../reading/characters.ts';
import type { Unit } from '../structure/units.ts';
import { categoriesIn, groundsIn } from './categories.ts';
import { channelsIn, type FoundChannel, networkOfTitles } from './channels.ts';
import { contactsIn, type FoundContact } from './contacts.ts';
import { type FoundHours, hoursIn } from './hours.ts';
import { type FoundLadder, ladderIn, speaksOfMeasures } from './ladder.ts';
import { isProtective, modalityOf, modalityOfTitle, welcomesCriticism } from './modality.ts';
import { type Area, areaOfTitles, areaOfWords } from './nature.ts';
import {
  type FoundLicence,
  type FoundMinors,
  type FoundRetention,
  licenceIn,
  minorsIn,
  retentionIn,
} from './particulars.ts';
import { type FoundReference, referencesIn } from './references.ts';
import { type Regime, regimeIn } from './regime.ts';
import { type FoundReply, replyIn } from './replies.ts';
import { deskCategoriesIn, routes } from './routing.ts';
import { bodySpeaks, speaksToStaff } from './speaker.ts';

/** Everything that could be read out of one unit. */
export interface Meaning {
  readonly unit: Unit;
  readonly area: Area;
  /** False where neither words nor titles told what it is about. */
  readonly told: boolean;
  readonly modality?: Modality;
  readonly categories: readonly string[];
  /** Modality of a reservation that covers the other rules: «chi viola queste regole…». */
  readonly covers?: 'may-remove' | 'must-remove';
  /** True where the modality was carried from the list's opening or from the title. */
  readonly carried: boolean;
  readonly grounds?: readonly (readonly [number, number])[];
  readonly hours: readonly FoundHours[];
  readonly reply?: FoundReply;
  readonly contacts: readonly FoundContact[];
  readonly channels: readonly FoundChannel[];
  readonly regime: Regime;
  readonly references: readonly FoundReference[];
  readonly ladder?: FoundLadder;
  readonly licence?: FoundLicence;
  readonly minors?: FoundMinors;
  readonly retention?: FoundRetention;
}

interface Ruling {
  readonly modality?: Modality;
  readonly categories: readonly string[];
  readonly carried: boolean;
}

const NO_RULE: Ruling = { categories: [], carried: false };

/** A sentence that has its own main verb is not completed by the opening of its list. */
const STANDS_ALONE =
  /^(?:"|')?(?:\w+ ){0,6}?(?:e|sono|viene|vengono|sara|saranno|verra|verranno|puo|possono|deve|devono|ha|hanno) (?:vietat|rimoss|ammess|consentit|tenut|necessari|possibil|benvenut|responsabil|liber|moderat|riservat|opportun)/;

/** An opening that names contents of its own and goes on with examples: «insulti e minacce, in particolare: …». */
const WITH_EXAMPLES =
  /\b(?:in particolare|nello specifico|tra cui|fra cui|ad esempio|per esempio|e precisamente|nonche)\s*:$/;

/** The first item of a list holds the opening's sentence too, and with it the contents that sentence names. */
const carriesOpening = (unit: Unit, opening: string): boolean =>
  unit.source !== unit.words && WITH_EXAMPLES.test(opening) && categoriesIn(opening).length > 0;

function ruling(unit: Unit, words: string, titles: readonly string[]): Ruling {
  const leadIns = unit.leadIns.map(folded);
  const nearest = leadIns.at(-1) ?? '';
  if (
    unit.section.audience === 'internal' ||
    speaksToStaff(words) ||
    speaksToStaff(nearest) ||
    bodySpeaks(words, nearest, titles)
  )
    return NO_RULE;
  // An opening that only names contents is part of each of its items.
  const named = categoriesIn(words);
  const completed = named.length === 0 && modalityOf(nearest) === undefined;
  const categories = completed || carriesOpening(unit, nearest) ? categoriesIn(`${nearest} ${words}`) : named;
  const own = modalityOf(words);
  const opened = leadIns
    .toReversed()
    .map(modalityOf)
    .find((each) => each !== undefined);
  const titled = unit.item || own === undefined ? modalityOfTitle(titles.at(-1) ?? '') : undefined;
  // An item takes the force of its opening, unless it has a stronger verb of its own.
  const itemOfList = unit.item && !STANDS_ALONE.test(words);
  const strong = own === 'must-remove' || own === 'may-remove' || own === 'no-reply';
  const modality =
    strong || !itemOfList ? (own ?? (unit.item ? (opened ?? titled) : undefined)) : (opened ?? own ?? titled);
  const carried = modality !== undefined && modality !== own;
  if (modality !== undefined && categories.length > 0) return { modality, categories, carried };
  if (unit.item && categories.length > 0 && titled !== undefined)
    return { modality: titled, categories, carried: true };
  // A rule whose contents were not recognised is a rule all the same, for a person to complete.
  return unit.item && carried && !strong ? { modality, categories, carried } : NO_RULE;
}

/** Sentences with a verb of asking that ask nothing of what people write. */
const ASKS_NOTHING =
  /\b(?:rappresentan\w*|riflettono) [^.;]{0,40}\b(?:opinion|pensier|punto di vista)|\b(?:trattat\w+|trattamento)\b[^.;]{0,80}\b(?:nel rispetto|conformit|in base|ai sensi)|\bspazi pubblicitari|^per (?!chi\b)[^.;]{3,90},? (?:si |gli utenti |i cittadini )?(?:invit\w+|preg\w+|sono (?:invitat|pregat)\w+) (?:\w+ ){0,4}?(?:scriver|contattar|rivolger|inviar|chiamar|utilizzar)|^(?:il|la|questo|questa|le|i) (?:\w+ ){0,3}?(?:polic(?:y|ies)|document[oi]|regolament[oi]|disciplinar[ei]|linee guida) (?:ha|hanno|definisc|illustr|stabilisc|disciplin|descriv|intend|nasc)(?!\w*[^.;]*\b(?:vietat|non (?:e|sono|saranno)|rimoss))|\bnon (?:puo|potra|posson?o|potranno) (?:\w+ )?(?:lamentare|pretendere|vantare|invocare|opporre)\b|\baccreditat\w+|\b(?:segnal\w+|comunic\w+) (?:a|al|alla|ai) (?:gestor|redazion|amministrat)\w*/;

const BREAKS_RULES =
  /\b(?:viol\w+|violazion\w+|contrari\w+ a|in contrasto con|non rispett\w+|mancato rispetto|inosservanza)\b[^.;]{0,60}\b(?:quest\w+|present\w+|suddett\w+|sopra\w*|predett\w+|tal[ei]|suindicat\w+|dett\w+|nostr\w+|le|delle|della|la)\b[^.;]{0,25}\b(?:regol\w*|norm\w*|condizion\w*|polic(?:y|ies)|netiquette|disposizion\w*|linee guida|princip\w*|criteri)|\b(?:contenut|comment|intervent|post|messagg)\w* (?:\w+ )?(?:non (?:ammess|consentit|conform|permess)|vietat|inappropriat)\w*/;
const breaksRules = (words: string): boolean => BREAKS_RULES.test(words);
const RESERVES_AFTER =
  /[,;]\s+(?:(?:che|e|ed|la quale|il quale|pertanto|comunque)\s+)?(?:\w+[' ]){0,4}?(?:si riserv|riservandosi)/;

function modalityThatCovers(words: string): Meaning['covers'] {
  const modality = modalityOf(words);
  return modality === 'may-remove' || modality === 'must-remove' ? modality : undefined;
}
const GENERAL = new Set(['other-violation', 'illegal']);

function coverage(words: string, { modality, categories }: Ruling, titles: readonly string[]): Meaning['covers'] {
  const own = modalityOf(words);
  const breaks = BREAKS_RULES.test(words) || (categories.length === 0 && BREAKS_RULES.test(titles.at(-1) ?? ''));
  if (!breaks || (own !== 'may-remove' && own !== 'must-remove')) return undefined;
  return modality === undefined || categories.every((category) => GENERAL.has(category)) ? own : undefined;
}

/** An opinion may be voiced, if civilly: the condition is a rule, the freedom is protection. */
function protectedRuling(words: string): Ruling {
  return isProtective(words) ? { modality: 'protected', categories: ['criticism'], carried: false } : NO_RULE;
}

function areaOf(
  unit: Unit,
  words: string,
  titles: readonly string[],
  found: Omit<Meaning, 'area' | 'told'>,
): Area | undefined {
  const { modality, categories, ladder, hours, contacts, covers } = found;
  const restrains = modality === 'must-remove' || modality === 'may-remove' || modality === 'asked';
  const byTitle = areaOfTitles(titles);
  if (unit.section.audience === 'internal' || speaksToStaff(words))
    return ladder?.rungs.some(({ measure }) => measure === 'disciplinary') ? 'sanction' : 'internal-staff';
  if (hours.length > 0) return hours.some(({ of }) => of === 'moderation') ? 'moderation-hours' : 'contacts';
  if (
    ladder !== undefined &&
    (covers !== undefined || !restrains || ladder.rungs.some(({ measure }) => measure !== 'remove'))
  )
    return 'sanction';
  if (restrains && categories.length > 0) return modality === 'asked' ? 'netiquette-rule' : 'removal-rule';
  if (restrains && found.carried) return modality === 'asked' ? 'netiquette-rule' : 'removal-rule';
  if (found.minors !== undefined) return 'minors';
  if (found.retention !== undefined) return 'privacy';
  if (modality === 'no-reply' || modality === 'protected')
    return modality === 'no-reply' ? 'inbox-response' : 'netiquette-rule';
  if (modality === 'route') return 'inbox-routing';
  if (found.licence !== undefined) return 'licence';
  if (found.regime.messages !== undefined) return 'direct-messages';
  if (found.regime.replicatedFrom !== undefined) return 'replication';
  if (found.regime.autoPublishing !== undefined) return 'publishing';
  if (byTitle === 'legal-refs' && found.references.length > 0) return 'legal-refs';
  if (found.channels.some(({ handle, address }) => (handle ?? address) !== undefined)) return 'accounts';
  if (
    found.channels.length > 0 &&
    /\b(?:profil[oi]|pagin[ae]|canal[ei]|account|social|present[ei]|attiv[oaie])\b/.test(words) &&
    unit.words.length < 240 &&
    areaOfWords(words) !== 'disclaimer'
  )
    return 'accounts';
  const comments = found.regime.comments ?? found.regime.moderation ?? found.regime.visitorPosts;
  if (comments !== undefined) return 'moderation-mode';
  if (byTitle === 'contacts' && contacts.length > 0) return 'contacts';
  return (
    areaOfWords(words) ??
    (bodySpeaks(words, folded(unit.leadIns.at(-1) ?? ''), titles) ? 'editorial-content' : undefined) ??
    (found.references.length > 0 ? 'legal-refs' : contacts.length > 0 ? 'contacts' : byTitle)
  );
}

/** Titles above a unit; the document's own where there is no other. */
export const titlesAbove = ({ section }: Unit): readonly string[] =>
  section.path.length > 0 || section.document === undefined ? section.path : [section.document];

/** What a reply says between quotation marks is said to people, not of them. */
const withoutQuotation = (words: string): string =>
  /\b(?:messaggi\w*|rispost\w+|testo|automatic\w+)\b/.test(words) ? words.replace(/"[^"]{30,}"?/g, ' ') : words;

/** No sentence is longer; what is, is no prose, and the grammar's patterns are not run over it. */
const LONGEST_SENTENCE = 3000;

const notUnderstood = (unit: Unit): Meaning => ({
  unit,
  area: 'disclaimer',
  told: false,
  categories: [],
  carried: false,
  hours: [],
  contacts: [],
  channels: [],
  regime: {},
  references: [],
});

/** Reads everything that the grammar knows out of a unit. */
export function understand(unit: Unit): Meaning {
  if (unit.source.length > LONGEST_SENTENCE) return notUnderstood(unit);
  const source = unit.words;
  const words = folded(source);
  const headings = titlesAbove(unit);
  const titles = headings.map(folded);
  const leadIn = folded(unit.leadIns.at(-1) ?? '');
  const external = unit.section.audience === 'external';
  const [licence, minors, retention] = [licenceIn(words), minorsIn(words), retentionIn(words)];
  const defines = /\b(?:definizion|glossario)/.test(titles.at(-1) ?? '');
  const measures = [...titles, leadIn].some(speaksOfMeasures);
  // An opening may itself name hours, contacts, measures: they belong to the item that carries its words.
  const ladder = defines ? undefined : ladderIn(folded(unit.source), measures);
  const regime = external ? regimeIn(unit.source) : {};
  const spoken = withoutQuotation(words);
  // «si sconsigliano commenti …, e ci si riserva di rimuovere chi viola queste regole» is a rule and a reservation.
  const reservation = RESERVES_AFTER.exec(spoken);
  const [first, second] =
    reservation === null ? [spoken, undefined] : [spoken.slice(0, reservation.index), spoken.slice(reservation.index)];
  const twofold = second !== undefined && breaksRules(second) && !defines && ruling(unit, first, titles).modality;
  const ruled = defines ? NO_RULE : ruling(unit, twofold ? first : spoken, titles);
  const onlySanctions = ladder?.rungs.some(({ measure }) => measure !== 'remove') === true && BREAKS_RULES.test(words);
  const asksNothing =
    ASKS_NOTHING.test(words) ||
    regime.messages !== undefined ||
    onlySanctions ||
    (licence !== undefined && licence.reuse !== 'vietato');
  const welcomed = welcomesCriticism(words) && ruled.categories.every((slug) => slug === 'uncivil-opinion');
  const rule = ruled.modality === 'asked' && (asksNothing || welcomed) ? NO_RULE : ruled;
  const routed = external && rule.modality === undefined && routes(spoken) ? deskCategoriesIn(spoken) : [];
  const shielded = external && rule.modality === undefined && routed.length === 0 ? protectedRuling(spoken) : NO_RULE;
  const settled: Ruling =
    routed.length > 0
      ? { modality: 'route', categories: routed, carried: false }
      : rule.modality === undefined
        ? shielded
        : rule;
  const covers = twofold ? modalityThatCovers(second ?? '') : coverage(spoken, rule, titles);
  const grounds = settled.categories.includes('discrimination') ? groundsIn(words) : undefined;
  const reply = replyIn(words);
  const found = {
    unit,
    ...settled,
    ...(covers === undefined ? {} : { covers }),
    ...(grounds === undefined ? {} : { grounds }),
    hours: hoursIn(folded(unit.source), titles.join(' ')),
    contacts: contactsIn(unit.source, unit.links),
    channels: channelsIn(unit.source, unit.links, networkOfTitles(headings)),
    regime,
    references: referencesIn(unit.source),
    ...(reply === undefined ? {} : { reply }),
    ...(ladder === undefined ? {} : { ladder }),
    ...(licence === undefined ? {} : { licence }),
    ...(minors === undefined ? {} : { minors }),
    ...(retention === undefined ? {} : { retention }),
  };
  const area = areaOf(unit, words, titles, found);
  return { ...found, area: area ?? 'disclaimer', told: area !== undefined };
}
