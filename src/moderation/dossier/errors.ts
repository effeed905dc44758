// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const dossierRoomErrors = {
  DOSSIER_NOT_FOUND: {
    status: 404,
    title: 'La raccolta delle prove non esiste in questo ente',
    hint: 'Torna alla pratica: forse hai aperto un indirizzo di un altro ente',
  },
  DOSSIER_GONE: {
    status: 410,
    title: 'Il file non si conserva più',
    hint: 'È passato il termine scelto dall’ente: se serve ancora, prepara una nuova raccolta',
  },
  WHOLE_FOR_HEAD: {
    status: 403,
    title: 'La raccolta intera la prepara la persona responsabile',
    hint: 'Prepara quella con i dati altrui coperti, oppure chiedi alla persona responsabile',
  },
  HOLD_STANDS: { status: 409, title: 'La pratica è già sotto vincolo', hint: 'Ricarica la pratica' },
  NO_HOLD: { status: 409, title: 'La pratica non è sotto vincolo', hint: 'Ricarica la pratica' },
  AUTHORITIES_ANSWERED: {
    status: 409,
    title: 'Alla domanda sulle autorità è già stato risposto',
    hint: 'Ricarica la pratica: la risposta e chi l’ha data sono nel riquadro delle prove',
  },
  AUTHORITIES_NOT_DUE: {
    status: 409,
    title: 'Su questa pratica non c’è una denuncia da annotare',
    hint: 'Prima si risponde alla domanda «segnalare alle autorità?»',
  },
  AUTHORITIES_DATE: { status: 422, title: 'La data non va bene', hint: 'Scegli un giorno non futuro' },
  DOSSIER_FIRST: {
    status: 422,
    title: 'Alla denuncia si allega la raccolta delle prove',
    hint: 'Prepara la raccolta intera di questa pratica e indicala',
  },
  CSAM_OPEN: {
    status: 409,
    title: 'Il percorso per la pedopornografia è già avviato',
    hint: 'Avvisa la persona responsabile e segui i passi indicati',
  },
  CSAM_NOT_OPEN: { status: 409, title: 'Il percorso non è avviato', hint: 'Ricarica la pratica' },
  CSAM_OTHER_PERSON: {
    status: 403,
    title: 'Chi ha avviato il percorso non può chiuderlo né far distruggere ciò che era conservato',
    hint: 'Lo fa un’altra persona responsabile dell’ente',
  },
  CSAM_NOTHING_ASIDE: {
    status: 409,
    title: 'Non c’è nulla messo da parte da distruggere',
    hint: 'Ricarica la pratica',
  },
  CSAM_NO_COPY: {
    status: 409,
    title: 'Di ciò che può essere pedopornografico non si fanno e non si scaricano copie',
    hint: 'Avvia il percorso, o aspetta che si chiuda; se non lo è, lo dice una persona responsabile',
  },
  CSAM_GROUND: {
    status: 422,
    title: 'Nessun punto in vigore parla di questi contenuti su questo canale',
    hint: 'Indica la norma di legge',
  },
  CSAM_RAISE_FIRST: {
    status: 422,
    title: 'Per questa categoria c’è un percorso proprio',
    hint: 'Avvia il percorso «contenuto pedopornografico» nel riquadro delle prove: il testo non si conserva',
  },
  CSAM_POLICE_FIRST: {
    status: 422,
    title: 'Prima si avvisa la Polizia',
    hint: 'Annota chi è stato avvisato, quando e con quale riferimento; poi la pratica si può chiudere',
  },
  OTHER_VIOLATION_NEEDS: {
    status: 422,
    title: 'Con «altra violazione» servono una motivazione scritta e la norma o il punto violato',
    hint: 'Scrivi con parole tue che cosa non va e indica anche la legge, o un altro punto della policy',
  },
} as const;

export const dossierError = errorsOf(dossierRoomErrors);
