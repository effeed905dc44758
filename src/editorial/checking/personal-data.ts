// SPDX-License-Identifier: AGPL-3.0-or-later
import { isConsented } from './consented.ts';
import { contactData, type Datum } from './contact-data.ts';
import type { DraftToCheck } from './draft.ts';
import { type Look, type Noticed, one } from './draft-reading.ts';
import { PORTRAIT } from './law.ts';
import { has, spansOf, wholeWords } from './passages.ts';

const SAID: Readonly<Record<Datum['kind'], string>> = {
  number: 'Dà il numero di telefono di una persona.',
  mail: 'Dà l’indirizzo e-mail di una persona.',
  code: 'Contiene un codice fiscale.',
  plate: 'Contiene la targa di un veicolo, che porta a una persona.',
  account: 'Dà il conto o la carta di una persona.',
  address: 'Dice dove abita una persona.',
  birth: 'Dice quando è nata una persona.',
  paper: 'Dà il numero di un documento o di una pratica di una persona.',
};

/** «G.B., 34 anni» */
const INITIALS_AGED =
  /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\.(?:,\s|\s\(|\sdi\s|\s)(?=\d{1,3}\sanni|\p{L}+enne|nat[oa]\s|resident|classe\s\d|di\s\p{Lu}|figli[oa]|cittadin)/gu;

/** Somebody's account, given to be found. */
const HANDLE =
  /(?<=(?:[Uu]tente|[Cc]ommento\sdi|[Ss]ignor[ae]?|[Ss]crive|[Pp]rofilo(?:\sdi|\spersonale)?|[Rr]isponde(?:te)?\sa|[Gg]razie\sa)\s)@[\w.]{3,}/gu;
/** Data that an image shows to whoever enlarges it. */
const SHOWN = wholeWords(
  "nom[ei]\\s(?:e|dei|degli|delle|di\\suna?)(?=\\s)|nom[ei](?=,)|con\\s(?:i\\s)?nomi|cognom[ei]|nominativ[oi]|targ[ah]e?\\s(?:leggibil[ei]|visibil[ei]|in\\schiaro|dell[’']auto|della\\smacchina|del\\sfurgone|del\\sveicolo|delle\\sauto)|numeri?\\sdi\\stelefono|telefono\\sdi|dat[ae]\\sdi\\snascita|codic[ei]\\sfiscal[ei]|indirizz[oi]\\s(?:di\\scasa|dei|delle\\spersone)|referto|cartella\\sclinica|carta\\sd[’']identità|documento\\sd[’']identità|tessera\\ssanitaria|elenco\\s(?:degli|dei|delle)\\s(?:ammessi|beneficiari|iscritti|idonei|esclusi|assegnatari|alunni|candidati|morosi)|badge|cartellin[oi]\\scon|(?:schermata|screenshot|cattura)\\s[^|]{0,30}(?:chat|commento|messaggi[oo]?|e-?mail|profilo|conversazione|gruppo|post\\sdi\\sun)|(?:foglio|elenco|graduatoria|lista|tabellone|registro|modulo|cartella|ricetta|prescrizione|lettera|busta|verbale|multa|cartellino|domanda|pratica|documento|citofono|campanello|etichetta|braccialetto)\\s[^|]{0,40}(?:leggibil[ei]|compilat[oa]|in\\schiaro|in\\sprimo\\spiano|con\\s(?:i\\s)?(?:nomi|dati))",
);
const NOT_SHOWN = wholeWords(
  'senza\\s(?:nom[ei]|cognom[ei]|targ[ah]e?|dati|indirizz[oi]|firm[ae])|(?:nom[ei]|targ[ah]e?|dati|volti|firm[ae])\\s(?:copert[oaie]|oscurat[oaie]|cancellat[oaie]|illeggibil[ei]|sfocat[oaie])|illeggibil[ei]|in\\sbianco|fac-?simile|del\\s(?:comune|palazzo|edificio|museo|progetto|luogo|sindaco|parco)|facsimile|inventat[oi]|stilizzat[oaie]|disegn[oi]|illustrazion[ei]|specimen',
);

const shownIn = ({ images = [] }: DraftToCheck): boolean =>
  images.some(({ description = '' }) => has(description, SHOWN) && !has(description, NOT_SHOWN));

/** Whatever identifies or reaches a private person: names without a ground, numbers, codes, homes, lists in a picture. */
export const personalData: Look = (reading) => {
  const { text, named, namesInAlt, draft } = reading;
  const byKind = new Map<Datum['kind'], Datum[]>();
  const untold = contactData(reading).filter(({ span }) => !isConsented(draft, text.slice(...span)));
  for (const datum of untold) byKind.set(datum.kind, [...(byKind.get(datum.kind) ?? []), datum]);
  const data = [...byKind].map(
    ([kind, found]): Noticed => ({ spans: found.map(({ span }) => span), reason: SAID[kind] }),
  );
  return [
    ...data,
    ...one(
      [...named, ...spansOf(text, INITIALS_AGED), ...spansOf(text, HANDLE)],
      'Nomina una persona, e la bozza non dice perché si può.',
    ),
    ...(namesInAlt
      ? [{ spans: [], reason: 'Un testo alternativo nomina una persona, e la bozza non dice perché si può.' }]
      : []),
    ...(shownIn(draft) ? [{ spans: [], reason: 'Nell’immagine si leggono nomi o altri dati di persone.' }] : []),
  ];
};

/** Whoever is named or pictured without a ground that the draft tells. */
export const namedWithoutBasis: Look = ({ named, pictured }) => {
  const lacking = pictured.filter(({ hasBasis }) => !hasBasis);
  return [
    ...one(
      named,
      'Nomina una persona: serve un incarico pubblico, una norma o il suo consenso, e la bozza non lo dice.',
    ),
    ...(lacking.length > 0
      ? [
          {
            spans: [],
            reason:
              'Nell’immagine si riconoscono persone per le quali mancano la liberatoria, il consenso o un’altra base.',
            law: PORTRAIT,
          },
        ]
      : []),
  ];
};
