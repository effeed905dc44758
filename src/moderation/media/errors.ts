// SPDX-License-Identifier: AGPL-3.0-or-later

export const mediaRoomErrors = {
  MEDIA_NOT_FOUND: {
    status: 404,
    title: 'Questo allegato qui non c’è',
    hint: 'Rileggi la pratica: forse non si può più conservare, o non se ne fa copia',
  },
  MEDIA_RANGE: {
    status: 416,
    title: 'Questa parte dell’allegato non c’è',
    hint: 'Riapri l’allegato dall’inizio',
  },
} as const;
