// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const rulebookErrors = {
  POLICY_REFUSED: {
    status: 422,
    title: 'La policy ha degli errori e non può essere adottata',
    hint: 'Correggi i punti indicati: `portavoce policy check FILE` li elenca tutti',
  },
  VERSION_TAKEN: {
    status: 409,
    title: 'Questa versione della policy è già stata adottata con un altro testo',
    hint: 'Una versione adottata non cambia più: aumenta il numero di versione nell’intestazione del file',
  },
  VERSION_UNNAMEABLE: {
    status: 422,
    title: 'Il nome della versione non può stare in un indirizzo',
    hint: 'Dopo `versione:` scrivi un numero o poche parole: fino a 40 lettere, cifre, spazi, punti, barre e trattini, come `2` o `2026.1`',
  },
  NO_POLICY: {
    status: 409,
    title: 'L’ente non ha una policy in vigore',
    hint: 'Adotta una policy prima di moderare: senza regole pubblicate nessuna decisione ha fondamento',
  },
  VERSION_NOT_FOUND: {
    status: 404,
    title: 'Questa versione della policy non esiste in questo ente',
    hint: 'Scegli una delle versioni elencate nella storia della policy',
  },
  DRAFT_NOT_FOUND: {
    status: 404,
    title: 'La bozza non esiste in questo ente',
    hint: 'Torna all’elenco delle bozze: forse hai aperto un indirizzo di un altro ente',
  },
  REVISION_NOT_FOUND: {
    status: 404,
    title: 'Questo salvataggio non esiste',
    hint: 'Scegli uno dei salvataggi elencati nella bozza',
  },
  DRAFT_MOVED_ON: {
    status: 409,
    title: 'Un’altra persona ha salvato la bozza mentre scrivevi',
    hint: 'Il tuo testo è conservato a parte e non si perde: confrontalo con quello attuale, unisci e salva di nuovo',
  },
  DRAFT_CLOSED: {
    status: 409,
    title: 'La bozza non è più aperta alla scrittura',
    hint: 'Il testo inviato è conservato a parte: per continuare riapri la bozza, oppure aprine un’altra',
  },
  DRAFT_CHANGED: {
    status: 409,
    title: 'La bozza è cambiata mentre la guardavi',
    hint: 'Rileggi il testo attuale e ripeti',
  },
  DRAFT_STATE: {
    status: 409,
    title: 'Nello stato in cui è la bozza questo non si può fare',
    hint: 'Ricarica la bozza: le azioni possibili sono quelle indicate',
  },
  POLICY_OF_ANOTHER: {
    status: 422,
    title: 'Il testo è la policy di un altro ente',
    hint: 'Nell’intestazione scrivi dopo `ente:` il nome breve di questo ente',
  },
  DRAFT_HAS_MISTAKES: {
    status: 422,
    title: 'Il testo ha degli errori e non si può proporre',
    hint: 'Correggi i punti indicati nei controlli della bozza',
  },
  EXAMPLES_FAIL: {
    status: 422,
    title: 'Alcuni esempi della bozza non danno l’esito scritto',
    hint: 'Correggi le regole oppure gli esempi: i controlli della bozza li elencano uno per uno',
  },
  CHANGE_NOTE_MISSING: {
    status: 422,
    title: 'Manca la nota che dice che cosa cambia',
    hint: 'Scrivi in una o due frasi, per i cittadini, che cosa cambia rispetto alla versione precedente: sarà sulla pagina pubblica',
  },
  FOUR_EYES: {
    status: 403,
    title: 'Chi ha scritto o proposto la bozza non può approvarla',
    hint: 'L’approva un’altra persona con l’incarico di responsabile, che non ne abbia scritto nessun testo',
  },
  ACT_DATE_WRONG: {
    status: 422,
    title: 'La data dell’atto non può essere giusta',
    hint: 'Indica il giorno in cui l’atto è stato adottato: non dopo oggi e non prima del 2000',
  },
  IN_FORCE_WRONG: {
    status: 422,
    title: 'Il momento dell’entrata in vigore non va bene',
    hint: 'Scegli adesso oppure un momento futuro, entro due anni',
  },
  LATER_VERSION: {
    status: 409,
    title: 'Un’altra versione già adottata entra in vigore più tardi e prenderebbe il posto di questa',
    hint: 'Fai entrare in vigore questa nello stesso momento dell’altra, o dopo',
  },
  DOCUMENT_TOO_HARD: {
    status: 422,
    title: 'Il documento richiede troppo tempo o troppa memoria per essere letto',
    hint: 'Copia il testo della policy in un file di testo e importa quello',
  },
  CLAUSE_NOT_ASLEEP: {
    status: 422,
    title: 'Il punto non attende nessun atto',
    hint: 'Si registra un atto solo per i punti della policy in vigore che ne attendono uno: sono elencati nella pagina degli atti',
  },
  ACT_STANDS: {
    status: 409,
    title: 'Per questo punto c’è già un atto registrato',
    hint: 'Se un nuovo atto lo sostituisce, registra prima la fine di quello che c’è',
  },
  ACT_NOT_FOUND: {
    status: 404,
    title: 'L’atto non risulta registrato in questo ente',
    hint: 'Torna all’elenco degli atti',
  },
  ACT_ENDED: {
    status: 409,
    title: 'La fine di questo atto è già registrata',
    hint: 'Ricarica l’elenco degli atti',
  },
  HOURS_GIVEN: {
    status: 422,
    title: 'La policy dice già le ore di moderazione di tutti i suoi canali',
    hint: 'Dove la policy parla, le ore si cambiano nella policy: apri una bozza',
  },
  HOURS_WRONG: {
    status: 422,
    title: 'Le ore indicate non stanno insieme',
    hint: 'Ogni turno finisce dopo il suo inizio, i turni non si sovrappongono e ogni giorno è indicato una volta',
  },
  PATRON_DAY_WRONG: {
    status: 422,
    title: 'Il giorno del patrono non esiste',
    hint: 'Indica il giorno e il mese in cui cade ogni anno',
  },
  COVER_WRONG: {
    status: 422,
    title: 'I giorni o le ore del presidio straordinario non stanno insieme',
    hint: 'L’ultimo giorno non viene prima del primo, non più di un anno in tutto; ogni turno finisce dopo il suo inizio e i turni non si sovrappongono',
  },
  COVER_WITHOUT_HOURS: {
    status: 422,
    title: 'Su questi social non c’è un orario da allungare',
    hint: 'Prima scegli le ore di moderazione dove la policy non le dice',
  },
  COVER_NOT_FOUND: {
    status: 404,
    title: 'Il presidio straordinario non risulta registrato in questo ente',
    hint: 'Torna all’elenco',
  },
  COVER_ENDED: {
    status: 409,
    title: 'La fine di questo presidio è già registrata',
    hint: 'Ricarica la pagina',
  },
} as const;

export const rulebookError = errorsOf(rulebookErrors);
export type RulebookErrorCode = keyof typeof rulebookErrors;
