// SPDX-License-Identifier: AGPL-3.0-or-later

export const mediaErrors = {
  CONTENT_MEDIA_NOT_FOUND: {
    status: 404,
    title: 'L’immagine o il video non è fra quelli di questo ente',
    hint: 'Caricalo di nuovo, poi salva la bozza',
  },
  CONTENT_MEDIA_TYPE: {
    status: 415,
    title: 'Il file non è un’immagine o un video che i social accettano',
    hint: 'Carica una JPEG, una PNG, una GIF, una WebP o un MP4',
  },
  MEDIA_BROKEN: {
    status: 422,
    title: 'Il file è rovinato o incompleto',
    hint: 'Aprilo sul tuo computer: se si vede bene, salvalo di nuovo e carica la copia',
  },
  MEDIA_HIDES: {
    status: 422,
    title: 'Dentro il file c’è altro oltre all’immagine',
    hint: 'Aprilo con un programma di grafica, salvalo di nuovo e carica la copia',
  },
  MEDIA_TOO_LARGE: {
    status: 422,
    title: 'L’immagine è troppo grande',
    hint: 'Riducila sul tuo computer e carica la copia',
  },
  MEDIA_SLOW: {
    status: 422,
    title: 'Il file chiede troppo lavoro per essere letto',
    hint: 'Riducilo sul tuo computer e carica la copia',
  },
  MEDIA_TOO_HEAVY: {
    status: 422,
    title: 'Dal file non si ricava un’immagine abbastanza leggera per il social',
    hint: 'Riducilo sul tuo computer e carica la copia',
  },
  MEDIA_NOT_BLURRED: {
    status: 422,
    title: 'Si sfocano soltanto le immagini ferme',
    hint: 'Carica un’immagine ferma; un video si sfoca con un programma di montaggio',
  },
  CAPTIONS_WRONG: {
    status: 422,
    title: 'Il file dei sottotitoli non va bene',
    hint: 'Carica un file .srt o .vtt salvato in UTF-8',
  },
  CAPTIONS_NOT_FOUND: {
    status: 404,
    title: 'I sottotitoli non sono fra quelli di questo ente',
    hint: 'Caricali di nuovo, poi salva la bozza',
  },
} as const;
