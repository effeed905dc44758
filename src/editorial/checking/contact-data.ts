// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Span } from '#policy';
import type { DraftReading } from './draft-reading.ts';
import { exactWords, has, overlap, sentenceAt, spansOf, wholeWords } from './passages.ts';

// Numbers, codes and addresses in a draft. A body gives out its own every day; a person's is told from them by its form and
// by what stands around it.

const CODICE_FISCALE = exactWords(
  '[A-Za-z]{6}\\s?[0-9LMNPQRSTUV]{2}\\s?[A-Za-z]\\s?[0-9LMNPQRSTUV]{2}\\s?[A-Za-z]\\s?[0-9LMNPQRSTUV]{3}\\s?[A-Za-z]',
);
const PLATE = exactWords(
  '[A-Z]{2}[\\s-]?\\d{3}[\\s-]?[A-Z]{2}|(?:[Tt]arga|[Tt]argat[oa]):?\\s(?:[A-Z0-9]{1,7}\\s?){1,3}',
);
const IBAN = exactWords('IT\\s?\\d{2}\\s?[A-Z]?\\s?(?:[A-Z0-9]\\s?){16,26}');
const MOBILE = /(?<![\d.,/])(?:\+39\s?|0039\s?)?3\d{2}[\s./-]?(?:\d[\s.-]?){5,6}\d(?!\d)/gu;
const LANDLINE = /(?<![\d.,/])0\d{1,4}[\s./-](?:\d[\s.-]?){4,8}(?<=\d)(?!\d)/gu;
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
/** Spelt out, so that no machine reads it. */
const SPELT_MAIL =
  /(?<!\p{L})(?:\p{L}[\p{L}\d.]{1,30}\s(?:punto\s\p{L}[\p{L}\d]{1,30}\s){0,3}chiocciola|[\w.]{2,40}\s?[([]\s?(?:at|chiocciola)\s?[)\]])\s?\p{L}{2,20}\s?(?:punto|\.|[([](?:dot|punto)[)\]])\s?\p{L}{2,10}/giu;
const CARD = exactWords('(?:[45]\\d{3})(?:[\\s-]?\\d{4}){3}');
const BIRTH = wholeWords(
  "nat[oa]\\s(?:a\\s[\\p{L}’' ]{2,30}\\s)?(?:il|nel|l[’'])\\s?\\d{1,2}(?:[/.-]\\d{1,2}[/.-]\\d{2,4}|°?\\s\\p{L}+\\s(?:del\\s)?\\d{4})|data\\sdi\\snascita:?\\s\\d",
);
const DOCUMENT = wholeWords(
  "(?:carta\\sd[’']identità|passaporto|patente|tessera\\ssanitaria|permesso\\sdi\\ssoggiorno|matricola|cartella|pratica|fascicolo|referto|verbale|domanda)\\s(?:n\\.|numero|nr\\.?|n°)\\s?[A-Z0-9][A-Z0-9/.-]{2,}",
);
const ADDRESS = exactWords(
  "(?:[Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Cc]ontrada|[Ss]trada|[Ll]ungo\\p{Ll}+)\\s(?:d[aei]l(?:l[aoe])?\\s|d[aei]ll[’']|d[aei]gli\\s|di\\s)?(?:\\p{Lu}[\\p{L}.’'-]{0,30}\\s?(?:d[ei]l?\\s|della\\s)?){1,4},?\\s?(?:n\\.?\\s?)?\\d{1,4}(?:/?[A-Za-z])?",
);
const STREET_ONLY = exactWords(
  "(?:in|di|da|a)\\s(?:[Vv]ia|[Vv]iale|[Vv]icolo|[Pp]iazza|[Cc]ontrada|[Ll]ocalità)\\s(?:d[aei]l(?:l[aoe])?\\s|d[aei]ll[’']|di\\s)?\\p{Lu}[\\p{L}.’'-]{0,30}(?:\\s\\p{Lu}[\\p{L}’'-]{0,30})?",
);

/** «al civico 6 di via Pascoli» */
const AT_NUMBER = wholeWords(
  "(?:al|del)\\s(?:civico|numero|n\\.)\\s\\d+(?:/?[a-z])?\\s(?:di|in)\\s(?:via|viale|piazza|vicolo|corso|contrada)\\s[\\p{L}’']{1,30}(?:\\s[\\p{L}’']{1,30})?",
);
/** Of one person wherever it stands. */
const OWN_PAPER = exactWords(
  "(?:[Cc]arta\\sd[’']identità|[Pp]assaporto|[Pp]atente|[Tt]essera\\ssanitaria|[Mm]atricola|[Pp]ermesso\\sdi\\ssoggiorno)\\s(?:n\\.|numero|nr\\.?|n°)?\\s?[A-Z]{0,3}\\s?\\d[A-Z0-9]{4,}",
);
const BESIDE_NAME = 40;
const AT_NUMBER_OF = /^[\s,:(]*(?:al(?:lo)?|tel\.?|cell\.?|telefono|cellulare|numero)?[\s:.]*$/iu;

const HOME = wholeWords(
  "abit\\p{L}+|viv(?:e|eva|ono)|risied\\p{L}+|resident[ei]|domiciliat[oa]|casa\\s(?:di|in|loro|sua|loro)|a\\scasa|da\\scasa|di\\scasa|nella\\scasa|sotto\\scasa|l[oa]\\strovate|l[’']aspett\\p{L}+|famiglia\\sdi|citofono|abitazione|appartamento|alloggio|villetta|inquilin[oaie]|sfratt\\p{L}+|occupant[ei]|assegnatari[oa]|nucleo\\sfamiliare|interno\\s\\d+|andate\\sa\\strovarl[oa]|salutarl[oa]|portategli|portatele",
);
const OF_BODY = wholeWords(
  "tesoreria|conto\\s(?:corrente\\s)?(?:del|della|dell[’']|di)\\s?(?:tesoreria|comune|ente|associazione|fondazione|cooperativa|provincia|regione|azienda|protezione)|intestato\\s(?:al|alla|all[’'])\\s?(?:comune|associazione|fondazione|cooperativa|provincia|regione|azienda|tesoreria|caritas|croce|pro\\sloco|protezione)|tesoriere",
);
const OFFICE_LINE = wholeWords(
  "ufficio|uffici|sportell[oi]|segreteria|centralino|comune|municipio|servizio|numero\\sverde|centro|urp|cup|biblioteca|polizia|sala\\soperativa|protezione\\scivile|associazione|cooperativa|prenot\\p{L}+|informazioni|info|iscrizion[ei]|consultorio|ambulatorio|farmacia|reperibilità|emergenz[ae]|whatsapp\\s(?:del|della|dell[’'])|numero\\sdi\\sservizio|chiosco|museo|guasti",
);
const OWN_LINE = wholeWords(
  '(?:numero|cellulare|telefono|telefonino)\\s(?:personale|privato|di\\scasa)|(?:suo|sua)\\s(?:numero|cellulare|telefono)|chiamatel[oa]|telefonate\\sa\\scasa|telefonatele|telefonategli|chiedete\\sdi|la\\sfamiglia|figli[oa]|marito|moglie|mamma|papà',
);
const PRIVATE_MAIL =
  /@(?:gmail|libero|hotmail|yahoo|outlook|virgilio|tiscali|icloud|alice|tin|live|email|mail|inwind|fastwebnet|protonmail|posta|miapec|casella)\b/iu;
const OFFICE_MAIL =
  /^(?:info|urp|segreteria|protocollo|comunicazione|stampa|ufficio|sportello|servizi|scuola|biblioteca|museo|anagrafe|tributi|ambiente|sociale|prenotazioni|cup|centro|direzione|redazione|iscrizioni|lavoro|eventi|cultura|turismo|dpo|rpd|privacy|pec|posta|contatti|assistenza|aiuto)[\w.+-]*@/iu;

/** «nome.cognome@», and not where a body keeps its own. */
const NAME_MAIL = /^\p{L}{1,}[._-]\p{L}{3,}\d*@/u;
const BODY_MAIL =
  /@(?:[\w-]+\.)*(?:comune|provincia|regione|ministero|asl|asst|ats|aslv?\w*|asst\w*|azienda|ospedale|coop\w*|scuola|istituto|ente|gov|servizi|protezionecivile|consiglio|agenzia|comunita|unione)[\w-]*\./iu;

/** Kinds of contact and code, each with how it is told. */
export interface Datum {
  readonly span: Span;
  readonly kind: 'number' | 'mail' | 'code' | 'plate' | 'account' | 'address' | 'birth' | 'paper';
}

const each = (kind: Datum['kind'], spans: readonly Span[]): readonly Datum[] => spans.map((span) => ({ span, kind }));

/** Every number, code and address of a private person in a draft. */
export function contactData(reading: DraftReading): readonly Datum[] {
  const { text, sentences, people, named, described, onePerson } = reading;
  const around = (span: Span): string => text.slice(...sentenceAt(sentences, span));
  const isNear = (span: Span): boolean => {
    const bounds = sentenceAt(sentences, span);
    return named.some((name) => overlap(name, bounds));
  };
  const atHome = (span: Span): boolean => has(around(span), HOME);
  const isTold = (span: Span): boolean =>
    isNear(span) || [...described, ...onePerson].some((one) => overlap(one, sentenceAt(sentences, span)));
  const besideName = ([start]: Span): boolean => named.some(([, end]) => end <= start && start - end < BESIDE_NAME);
  /** «telefonare ad Adalgisa allo …» */
  const follows = ([start]: Span): boolean =>
    named.some(([, end]) => end <= start && AT_NUMBER_OF.test(text.slice(end, start)));
  const mobiles = spansOf(text, MOBILE).filter(
    (span) => isNear(span) || !has(around(span), OFFICE_LINE) || has(around(span), OWN_LINE),
  );
  const landlines = spansOf(text, LANDLINE).filter(
    (span) =>
      (isTold(span) && (atHome(span) || !has(around(span), OFFICE_LINE))) ||
      has(around(span), OWN_LINE) ||
      follows(span),
  );
  const mails = spansOf(text, EMAIL).filter(([start, end]) => {
    const written = text.slice(start, end);
    if (OFFICE_MAIL.test(written)) return false;
    return (
      PRIVATE_MAIL.test(written) || (NAME_MAIL.test(written) && !BODY_MAIL.test(written)) || isNamed(reading, written)
    );
  });
  const accounts = spansOf(text, IBAN).filter((span) => !has(around(span), OF_BODY));
  const homes = [
    ...[...spansOf(text, ADDRESS), ...spansOf(text, STREET_ONLY).filter(isTold)].filter(atHome),
    ...spansOf(text, ADDRESS).filter(besideName),
    ...spansOf(text, AT_NUMBER).filter(atHome),
  ];
  return [
    ...each('code', spansOf(text, CODICE_FISCALE)),
    ...each('plate', spansOf(text, PLATE)),
    ...each('account', accounts),
    ...each('account', spansOf(text, CARD)),
    ...each('number', [...mobiles, ...landlines]),
    ...each('mail', [...mails, ...spansOf(text, SPELT_MAIL)]),
    ...each('address', homes),
    ...each(
      'birth',
      spansOf(text, BIRTH).filter((span) => isNear(span) || people.length === 0),
    ),
    ...each('paper', [...spansOf(text, DOCUMENT).filter(isTold), ...spansOf(text, OWN_PAPER)]),
  ];
}

/** Whether an address has the name of somebody who is named without a ground. */
function isNamed({ text, named }: DraftReading, mail: string): boolean {
  const local = mail.slice(0, mail.indexOf('@')).toLowerCase();
  return named.some(([start, end]) =>
    text
      .slice(start, end)
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 3 && local.includes(word)),
  );
}
