// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#policy';
import { folded } from '../reading/characters.ts';
import { mentionsIn } from './channels.ts';

/** What a sentence says of how a channel works. The words are those of the language. */
export interface Regime {
  comments?: 'aperti' | 'disattivati' | 'chiusi fino ad atto';
  sharing?: 'consentite' | 'non consentite';
  moderation?: 'prima' | 'dopo';
  visitorPosts?: 'prima' | 'dopo' | 'non consentiti';
  messages?: 'usati' | 'non usati per rispondere' | 'non possibili';
  autoPublishing?: 'vietata' | 'consentita';
  embedding?: 'consentito' | 'non consentito';
  replicatedFrom?: readonly NetworkName[];
  managedBy?: string;
}

const NO = String.raw`(?:non|nessun\w*|senza|disattivat\w+|disabilitat\w+|chius\w+|vietat\w+|impossibile)`;

const COMMENTS_OFF =
  /\b(?:non (?:\w+ ){0,4}?(?:consent\w+|possibil\w+|permess\w+|ammess\w+|previst\w+|abilitat\w+|attiv\w+|inserire)(?: \w+){0,6}? comment(?:i|o|are)\b(?! (?:\w+ ){0,2}?(?:che|contenent|offensiv|volgar|lesiv|con|off|non|di|a carattere|anonim))|comment[io](?: \w+){0,7}? (?:disattivat|disabilitat|chius|non (?:sono )?(?:consentit|attiv|abilitat|previst))\w*|(?:funzione|possibilita) (?:di )?comment\w+ (?:\w+ ){0,3}?(?:disattivat|disabilitat|non))/;
const COMMENTS_OPEN =
  /\b(?:apert[aei] (?:ai|a tutti i) comment|(?:si possono|possibil[ei]|possono|invitat[ei] a|liber[ei] di) (?:\w+,? (?:e |o )?){0,4}?commentare|comment[io](?: \w+){0,3}? (?:apert[io]|benvenut|immediatamente visibil|consentit|sempre attiv)|(?:consent|ammett|accogli)\w+ (?:\w+ ){0,2}?comment)/;
const AFTERWARDS =
  /\b(?:a posteriori|ex post|successiv[oa] alla pubblicazione|dopo la pubblicazione|moderazione successiva|non (?:\w+ ){0,4}?(?:preventiv\w+|filtri? preventiv\w+|a priori|moderat\w+ preventiv\w+)|nessun[ao]? (?:\w+ )?(?:moderazione|censura|filtro) preventiv\w+|(?:senza|in assenza di|assenza di|manca una) (?:\w+ )?(?:moderazione|censura|filtro|controllo) preventiv\w+)/;
const BEFOREHAND =
  /\b(?:moderazione (?:preventiva|a priori|ex ante)|moderat\w+,? (?:anche )?preventiv\w+|prima (?:della|di essere) pubblicat?\w*|previa (?:approvazione|autorizzazione|verifica) d\w+ (?:moderator|redazion|amministrator)\w*|(?:dopo|previa|solo (?:dopo|previa)|soltanto dopo) (?:l')?approvazione)/;
const VISITOR_POSTS =
  /\b(?:post|pubblicazion\w+|contenut\w+)[^.;]{0,80}\b(?:da parte degli|degli|dagli) (?:utenti|visitatori|cittadini)/;
const VISITOR_POSTS_OFF =
  /\b(?:utenti|visitatori|cittadini|pubblico)\b[^.;]{0,30}\bnon (?:posson?o|e possibile|e consentito) (?:\w+ )?(?:pubblicare|scrivere|inserire) (?:\w+ ){0,2}?post\b(?! (?:\w+ ){0,2}?(?:che|contenent|offensiv|volgar|con|di|a carattere))|\bnon (?:e|sono) (?:\w+ ){0,4}?(?:previst|possibil|consentit|abilitat|permess)\w*[^.;]{0,50}\b(?:pubblicare|inserire|scrivere|pubblicazione di) (?:\w+ )?post\b[^.;]{0,30}\b(?:da parte (?:di|degli|dei)|agli|ai|sulla bacheca|in bacheca)/;
const MESSAGES =
  /\b(?:messagg\w+ (?:privat|dirett)\w*|conversazion\w+ privat\w+|messaggistica(?: privata| istantanea| diretta)?|direct(?: message\w*)?|messenger|chat(?: privata)?|\bdm\b)/;
const MESSAGES_IMPOSSIBLE = new RegExp(
  String.raw`\bnon (?:\w+ ){0,5}?(?:possibil\w+|consentit\w+|previst\w+|permess\w+|attiv\w+|abilitat\w+)[^.;]{0,40}(?:messagg|messenger|chat|direct)|(?:messagg|messenger|chat|direct)[^.;]{0,50}\b(?:${NO.slice(3, -1)}) (?:\w+ ){0,2}?(?:attiv|abilitat|possibil|consentit|previst)`,
);
const NOT_ANSWERED = /\bnon (?:\w+ ){0,4}?(?:rispond|utilizzat|usat|impiegat|fornisc|dar|da\b|gestit|pres)\w*/;
const MESSAGES_USED =
  /\b(?:(?:tramite|via|attraverso|mediante|con|per|anche (?:in|con|via)) (?:\w+,? (?:e |o )?){0,3}?(?:messagg|messenger|chat|direct)|(?:scriv|invi|contatt|rispond|esamin|interag|utilizz)\w*[^.;]{0,110}(?:messagg\w+ (?:privat|dirett)|messenger|direct|chat)|messaggi che riceviamo)/;
const AUTOMATIC = /\b(?:pubblicazion\w+ automatic\w*|automatism\w*|automaticamente|bot\b)/;
const IN_CARE_OF =
  /\b(?:gestione|moderazione|aggiornamento|presidio)\b[^.;:]{0,90}\b(?:a cura|affidat[aoie]|in capo|di competenza|nelle competenze)\s+(?:dell'|dello\s|della\s|degli\s|delle\s|del\s|dei\s|di\s|all'|allo\s|alla\s|agli\s|alle\s|al\s|ai\s)\s*/;
const MANAGED =
  /\b(?:gestit[aeio]|curat[aeio]|amministrat[aeio]|presidiat[aeio]|coordinat[aeio]|seguit[aeio])(?:\s+(?:e\s+\w+|direttamente|esclusivamente|in via esclusiva|internamente|operativamente|quotidianamente))*\s+(?:dall'|dallo\s|dalla\s|dagli\s|dalle\s|dal\s|dai\s|da\s)\s*/;
/** «non è gestita da», «è stata gestita da»: nobody who manages it now. */
const DENIED_OR_PAST = /\bnon (?:e|sono|viene|vengono)\s+$|\bstat[aoie]\s+$|\bspazi pubblicitari/;
/** Days, and offices that are named elsewhere. */
const NO_OFFICE =
  /^(?:lun|mart|merc|giov|ven|sab|dom|\d|ore\b)|\b(?:indicat|elencat|citat)[aoie]\b|\b(?:seguent|precedent)[ei]\b/;
const LONGEST_OFFICE = 90;

function managerIn(source: string, words: string): string | undefined {
  const match = MANAGED.exec(words) ?? IN_CARE_OF.exec(words);
  if (match === null || DENIED_OR_PAST.test(words.slice(0, match.index))) return undefined;
  const start = match.index + match[0].length;
  const rest = source.slice(start);
  const end = rest.search(
    /[.;:()]|,(?!\s(?:\p{L}+, )*\p{L}+ (?:ed?|di|del|della|dell[’']) ?\p{L}+)|\s(?:che|tramite|attraverso|con(?! il [Pp]ubblico)|nel|nella|in|su|secondo|sotto|non|sono|fino|dal|da|dalle|ed? è|e rispond|e si|e non|per)\s|$/u,
  );
  const office = rest
    .slice(0, end)
    .replace(/\s(?:e|ed|o|od)\s*$/, '')
    .trim();
  if (NO_OFFICE.test(folded(office))) return undefined;
  return office.length >= 3 && office.length <= LONGEST_OFFICE && /\p{L}{3}/u.test(office) ? office : undefined;
}

/** «Altri profili che si presentano come dell’ente»: what is said of them is not said of its own. */
const OF_OTHERS = /\baltr[ei] (?:\w+ ){0,2}?(?:profil|account|pagin|canal)\w*[^.;]*\bnon\b/;

function messagesIn(words: string): Regime['messages'] {
  if (!MESSAGES.test(words) || /\b(?:dati|informazion\w+) (?:condivis|inviat|contenut)/.test(words)) return undefined;
  if (OF_OTHERS.test(words)) return undefined;
  if (MESSAGES_IMPOSSIBLE.test(words)) return 'non possibili';
  if (NOT_ANSWERED.test(words)) return 'non usati per rispondere';
  return MESSAGES_USED.test(words) && !/\bnon\b/.test(words) ? 'usati' : undefined;
}

function replicaIn(source: string, words: string): readonly NetworkName[] | undefined {
  const match = /\b(?:replic\w+|ripet\w+ (?:i )?contenut\w+|ripubblic\w+)\b/.exec(words);
  if (match === null || /\bnon (?:\w+ )?(?:replic|ripubblic)/.test(words)) return undefined;
  const named = [...new Set(mentionsIn(source.slice(match.index)).map(({ network }) => network))];
  return named.length > 0 ? named : undefined;
}

/** How the channels work, as far as the sentence says it. */
export function regimeIn(source: string): Regime {
  const words = folded(source);
  const regime: Regime = {};
  if (COMMENTS_OFF.test(words))
    regime.comments =
      /\b(?:fino a|fino ad|finche|salvo)\b[^.;]{0,60}(?:provvediment|disposizion|att[oi]\b|comunicazion)/.test(words)
        ? 'chiusi fino ad atto'
        : 'disattivati';
  else if (COMMENTS_OPEN.test(words)) regime.comments = 'aperti';
  const prior = BEFOREHAND.test(words);
  if (VISITOR_POSTS_OFF.test(words)) regime.visitorPosts = 'non consentiti';
  if (AFTERWARDS.test(words)) regime.moderation = 'dopo';
  else if (prior && VISITOR_POSTS.test(words) && !/\bcommenti\b/.test(words)) regime.visitorPosts = 'prima';
  else if (prior && /\b(?:comment|intervent|moderaz|moderat)/.test(words)) regime.moderation = 'prima';
  const messages = messagesIn(words);
  if (messages !== undefined) regime.messages = messages;
  if (AUTOMATIC.test(words) && /\bpubblic|\bcontenut/.test(words) && /\b(?:non|nessun|alcun)/.test(words))
    regime.autoPublishing = 'vietata';
  if (/\bembed\b/.test(words))
    regime.embedding = /\bnon (?:\w+ ){0,2}(?:consent|possibil|permess)/.test(words) ? 'non consentito' : 'consentito';
  if (
    /\b(?:possibil[ei]|possono|consentit\w+|liberamente)[^.;]{0,30}\bcondivi(?:dere|sione)\b/.test(words) &&
    /\b(?:utent|contenuti pubblicati|post)\b/.test(words) &&
    !/\bnon\b/.test(words)
  )
    regime.sharing = 'consentite';
  const replica = replicaIn(source, words);
  if (replica !== undefined) regime.replicatedFrom = replica;
  const manager = managerIn(source, words);
  if (manager !== undefined) regime.managedBy = manager;
  return regime;
}
