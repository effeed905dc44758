// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Carried, MediaView, RenditionView } from '#editorial/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const KIND: Words<MediaView['kind']> = { image: 'Immagine', video: 'Video' };
const CARRIED: Words<Carried> = {
  position: 'dove è stato fatto',
  moment: 'quando',
  device: 'con quale apparecchio',
  thumbnail: 'una copia in piccolo',
  names: 'nomi o note di chi l’ha fatto',
  more: 'altro nascosto dietro ciò che si vede',
};

const and = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} e ${all.at(-1)}`;

const weight = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;

const TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'video/mp4': 'MP4',
};
const typed = (type: string): string => TYPES[type] ?? type;

/** What the pages of drafts say of pictures and videos. */
export const draftFileWords = {
  media: 'Immagini e video',
  mediaHint:
    'JPEG, PNG, GIF, WebP o MP4, fino a 32 MB. Il file resta com’è; esce una copia senza i dati che porta con sé.',
  add: 'Aggiungi un’immagine o un video',
  adding: 'Carico il file e lo controllo…',
  added: (name: string) => `Caricato: ${name}.`,
  remove: (name: string) => `Togli ${name}`,
  notDone: 'Non è stato fatto',
  name: (nth: number, kind: MediaView['kind'] | undefined) => `${kind === undefined ? 'File' : KIND[kind]} ${nth}`,
  size: ({ type, width, height, bytes, seconds }: MediaView) =>
    [
      typed(type),
      ...(width > 0 ? [`${width} × ${height}`] : []),
      ...(seconds === null ? [] : [`${seconds} secondi`]),
      weight(bytes),
    ].join(', '),
  carries: (carries: readonly Carried[]) => `Il file dice ${and(carries.map((one) => CARRIED[one]))}: non uscirà.`,
  carriesNothing: 'Il file non dice altro che ciò che si vede.',
  blurredOf: 'È la copia sfocata: l’originale non esce.',
  noAlt: (name: string) => `${name}, ancora senza testo alternativo`,
  moves: (frames: number) => `Si muove: ${frames} fotogrammi.`,

  goesOut: 'Come esce su ogni account',
  goesOutSaved: 'Della versione salvata.',
  notYet: 'Salva la bozza: qui vedrai come esce su ogni account.',
  rendition: ({ type, width, height, bytes }: RenditionView) =>
    [typed(type), ...(width > 0 ? [`${width} × ${height}`] : []), weight(bytes)].join(', '),
  stopped: 'Qui esce ferma: il primo fotogramma.',
  download: 'Scarica',
  downloadOf: (network: string) => `Scarica com’è per ${network}`,
  framing: (network: string) => `Forma per ${network}`,
  framingHint: 'Così com’è il social la rifiuta. La scelta è approvata con il resto.',
  framings: { none: 'non ancora scelto', pad: 'con margini bianchi', crop: 'ritagliata al centro' },

  blur: 'Sfoca una parte…',
  blurTitle: 'Sfoca una parte dell’immagine',
  blurIntro:
    'Copri volti, targhe, documenti. La parte segnata diventa irriconoscibile per sempre nella copia che esce; l’originale resta nel banco.',
  blurKeys:
    'Con il mouse trascina per segnare. Col dito: aggiungi un riquadro, poi trascina lui o il suo angolo. Da tastiera: scegli un riquadro, spostalo con le frecce, allargalo con Maiuscole e le frecce, toglilo con Canc.',
  blurAdd: 'Aggiungi un riquadro',
  blurMark: (nth: number) => `Riquadro ${nth}`,
  blurMarkAt: (nth: number, left: number, top: number, width: number, height: number) =>
    `Riquadro ${nth}: da sinistra ${left} per cento, dall’alto ${top}, largo ${width}, alto ${height}`,
  blurSides: { left: 'Da sinistra (%)', top: 'Dall’alto (%)', width: 'Largo (%)', height: 'Alto (%)' },
  blurRemove: (nth: number) => `Togli il riquadro ${nth}`,
  blurDo: 'Sfoca per sempre',
  blurNothing: 'Segna almeno un riquadro.',
  blurred: 'Sfocata. Salva la bozza per vederla com’è su ogni account.',

  captions: 'Sottotitoli',
  captionsHint: 'Un file .srt o .vtt. Senza, chi non sente non sa che cosa dice il video.',
  captionsAdd: 'Aggiungi i sottotitoli',
  captionsOf: (cues: number, seconds: number) =>
    `${cues === 1 ? 'Una battuta' : `${cues} battute`}, fino al secondo ${seconds}.`,
  captionsRemove: 'Togli i sottotitoli',
  captionsMissing: 'Consiglio: il video non ha sottotitoli. Servono a chi non sente (L. 4/2004).',
  captionsByHand:
    'Nessun social li riceve da qui: quando il video è uscito, aggiungili a mano dal social, come file del video.',
  captionsSrt: 'Scarica in .srt',
  captionsVtt: 'Scarica in .vtt',
} as const;
