// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseMedia, MediaPiece } from '#moderation/contract';

type Words<Key extends string> = Readonly<Record<Key, string>>;

const KIND: Words<MediaPiece['kind']> = { image: 'immagine', video: 'video', audio: 'voce', other: 'allegato' };

export const mediaWords = {
  title: 'Foto, video e voci',
  kind: KIND,
  /** Said of each piece, in this one place. */
  notRead: (kind: string) => `non analizzato: ${kind}`,
  intro: 'Il banco non li analizza: guardali prima di decidere.',
  loading: 'Chiedo al social foto, video e voci…',
  failed: 'Foto, video e voci non si sono caricati',
  /** Where there is nothing to show, why. */
  state: {
    told: 'non analizzato: il social non dà al banco nessun file. Guarda sul social prima di decidere.',
    gone: 'non analizzato: non più disponibile sul social.',
    'not-given':
      'non analizzato: questo social non dà al banco foto, video e voci. Guarda sul social prima di decidere.',
    failed:
      'non analizzato: ora il social non risponde, o l’account non è collegato. Riprova, oppure guarda sul social.',
    pending: 'Il social ci mette più del solito: foto, video e voci compaiono qui appena arrivano.',
    withheld: 'Può essere un contenuto pedopornografico: non se ne fa copia e non si mostra.',
    purged: 'Foto, video e voci non si possono più conservare.',
    none: '',
  } satisfies Words<CaseMedia['state']>,
  piece: {
    copied: '',
    gone: 'Non più disponibile sul social.',
    'too-large': 'Troppo grande per il banco: guarda sul social.',
    'unknown-type': 'Il file non è di un tipo che il banco mostra: guarda sul social.',
    'not-given': 'Il social non dà il file al banco: guarda sul social.',
    failed: 'Ora non si carica: riprova, oppure guarda sul social.',
  } satisfies Words<MediaPiece['state']>,
  covered: {
    grave: 'Coperto, perché l’intervento è grave.',
    calm: 'Coperto, perché hai acceso la vista riposata.',
    show: 'Scopri',
    hide: 'Copri di nuovo',
    shown: 'Foto, video e voci scoperti.',
    hidden: 'Foto, video e voci coperti.',
    pieceOf: {
      image: 'Immagine coperta',
      video: 'Video coperto',
      audio: 'Voce coperta',
      other: 'Allegato coperto',
    } satisfies Words<MediaPiece['kind']>,
  },
  larger: (nth: number, of: number) => (of === 1 ? 'Immagine' : `Immagine ${nth} di ${of}`),
  openLarger: (name: string) => `${name}: apri più grande`,
  still: 'Qui c’è solo un fermo immagine: il video si guarda sul social.',
  alt: (text: string) => `Descrizione di chi l’ha messa: «${text}»`,
  noAlt: 'Senza descrizione di chi l’ha messa.',
  noAltName: 'Immagine senza descrizione',
  player: (kind: string, nth: number) => `${kind} ${nth}`,
  again: 'Riprova',
  size: (bytes: number) =>
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} kB`
      : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`,
} as const;
