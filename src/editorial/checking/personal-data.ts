// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Span } from '#policy';
import { isConsented } from './consented.ts';
import { contactData, type Datum } from './contact-data.ts';
import { initialsAgedIn } from './described.ts';
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

/** Somebody's account, given to be found. */
const HANDLE =
  /(?<=(?:[Uu]tente|[Cc]ommento\sdi|[Ss]ignor[ae]?|[Ss]crive|[Pp]rofilo(?:\sdi|\spersonale)?|[Rr]isponde(?:te)?\sa|[Gg]razie\sa|[Ss]catto\s[^.!?\n]{0,12}di|[Ff]oto\s[^.!?\n]{0,12}d[ia]|[Vv]ideo\s[^.!?\n]{0,12}d[ia]|📷|📸|[Cc]redit[si]?:?|[Bb]y)\s)@[\w.]{3,}/gu;
/** Of an office, a museum, a club: nobody's own. */
const OF_BODY =
  /comune|citta|regione|provincia|museo|teatro|biblio|asl|asst|ats|ospedale|ufficial|official|polizia|protezione|parco|pro_?loco|scuola|liceo|univers|fondazione|associa|croce|avis|festival|turismo|visit|radio|tv|news|studio|agenzia|foto(?:club|grafia)|italia|coop/iu;
const handlesIn = (text: string): readonly Span[] =>
  spansOf(text, HANDLE).filter(([start, end]) => !OF_BODY.test(text.slice(start, end)));

/** Data that an image shows to whoever enlarges it. */
const SHOWN = wholeWords(
  "nom[ei]\\s(?:e|dei|degli|delle|di\\suna?)(?=\\s)|nom[ei](?=,)|con\\s(?:i\\s)?nomi|cognom[ei]|nominativ[oi]|targ[ah]e?\\s(?:leggibil[ei]|visibil[ei]|in\\schiaro|dell[’']auto|della\\smacchina|del\\sfurgone|del\\sveicolo|delle\\sauto)|numeri?\\sdi\\stelefono|telefono\\sdi|dat[ae]\\sdi\\snascita|codic[ei]\\sfiscal[ei]|indirizz[oi]\\s(?:di\\scasa|dei|delle\\spersone)|referto|cartella\\sclinica|carta\\sd[’']identità|documento\\sd[’']identità|tessera\\ssanitaria|elenco\\s(?:degli|dei|delle)\\s(?:ammessi|beneficiari|iscritti|idonei|esclusi|assegnatari|alunni|candidati|morosi)|badge|cartellin[oi]\\scon|(?:schermata|screenshot|cattura)\\s[^|]{0,30}(?:chat|commento|messaggi[oo]?|e-?mail|profilo|conversazione|gruppo|post\\sdi\\sun)|(?:foglio|elenco|graduatoria|lista|tabellone|registro|modulo|cartella|ricetta|prescrizione|lettera|busta|verbale|multa|cartellino|domanda|pratica|documento|citofono|campanello|etichetta|braccialetto)\\s[^|]{0,40}(?:leggibil[ei]|compilat[oa]|in\\schiaro|in\\sprimo\\spiano|con\\s(?:i\\s)?(?:nomi|dati))",
);
const NOT_SHOWN = wholeWords(
  'senza\\s(?:nom[ei]|cognom[ei]|targ[ah]e?|dati|indirizz[oi]|firm[ae])|(?:nom[ei]|targ[ah]e?|dati|volti|firm[ae])\\s(?:copert[oaie]|oscurat[oaie]|cancellat[oaie]|illeggibil[ei]|sfocat[oaie])|illeggibil[ei]|in\\sbianco|fac-?simile|del\\s(?:comune|palazzo|edificio|museo|progetto|luogo|sindaco|parco)|facsimile|inventat[oi]|stilizzat[oaie]|disegn[oi]|illustrazion[ei]|specimen',
);

/** «lavagna con i cognomi», «firme e numeri di tessera leggibili» */
const WRITTEN_ON = wholeWords(
  '(?:schermo|monitor|lavagna|bacheca|registro|elenco|foglio|lista|tabella|agenda|quaderno|pulsantiera|citofono|cartellone|calendario|planning|pagina)\\s[^|]{0,60}(?:nom[ei]|cognom[ei]|nominativ[oi]|firm[ae]|pazienti|telefoni)|(?:nom[ei]|cognom[ei]|firm[ae]|numer[oi]\\sdi|targ[ah]e?|indirizz[oi]|dat[ie]|codic[ei])\\s[^|]{0,40}(?:leggibil[ei]|in\\schiaro|in\\sprimo\\spiano)',
);
const shownIn = ({ images = [] }: DraftToCheck): boolean =>
  images.some(
    ({ description = '' }) => (has(description, SHOWN) || has(description, WRITTEN_ON)) && !has(description, NOT_SHOWN),
  );

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
      [...named, ...initialsAgedIn(text), ...handlesIn(text)],
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
