// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorsOf } from '#kernel';

export const importErrors = {
  EMPTY_SOURCE: {
    status: 422,
    title: 'Il documento è vuoto',
    hint: 'Controlla di aver indicato il file giusto: dentro non c’è testo da leggere',
  },
  NOT_A_DOCUMENT: {
    status: 415,
    title: 'Il file non è un testo, una pagina HTML o un PDF',
    hint: 'Apri il documento con il programma che lo ha scritto e salvalo come testo, come pagina HTML o come PDF',
  },
  TOO_LARGE: {
    status: 413,
    title: 'Il documento è troppo grande per essere una social media policy',
    hint: 'Indica un file con la sola policy: al massimo 16 MB, e 400.000 caratteri di testo',
  },
  PDF_LOCKED: {
    status: 422,
    title: 'Il PDF è protetto da una password',
    hint: 'Salvane una copia senza password e indica quella',
  },
  PDF_OF_IMAGES: {
    status: 422,
    title: 'Il PDF è fatto di immagini: non contiene testo da leggere',
    hint: 'Serve il documento originale, oppure un PDF passato al riconoscimento del testo (OCR) e riletto da una persona',
  },
  PDF_BROKEN: {
    status: 422,
    title: 'Il PDF è danneggiato o incompleto',
    hint: 'Scarica di nuovo il documento, oppure salvalo come testo e indica quello',
  },
  PAGE_TOO_NESTED: {
    status: 422,
    title: 'La pagina HTML ha troppe parti una dentro l’altra',
    hint: 'Copia il testo della policy dalla pagina, salvalo in un file di testo e indica quello',
  },
  NOTHING_TO_IMPORT: {
    status: 422,
    title: 'Nel documento non c’è nessuna frase che possa diventare un punto',
    hint: 'Controlla che sia il testo della policy e non soltanto il suo indice o la pagina che vi rimanda',
  },
  TOO_MANY_CLAUSES: {
    status: 413,
    title: 'Il documento ha più di 999 frasi: non è la sola social media policy',
    hint: 'Togli dal file ciò che non è policy e riprova',
  },
} as const;

export const importError = errorsOf(importErrors);
