// SPDX-License-Identifier: AGPL-3.0-or-later

export const cautionErrors = {
  PERIOD_NOT_FOUND: {
    status: 404,
    title: 'Questo periodo elettorale non esiste in questo ente',
    hint: 'Torna alle cautele',
  },
  MATTER_NOT_FOUND: {
    status: 404,
    title: 'Questa materia non esiste in questo ente',
    hint: 'Torna alle cautele',
  },
  MATTER_MOVED_ON: {
    status: 409,
    title: 'La materia è cambiata nel frattempo',
    hint: 'Rileggila com’è adesso, poi ripeti',
  },
  MATTER_NOT_ENDED: {
    status: 422,
    title: 'Manca la data che la chiude',
    hint: 'Una causa si chiude quando è definita, un procedimento quando è adottato o notificato, il resto quando è pubblico',
  },
  PORTAL_NOT_ASKED: {
    status: 422,
    title: 'Nessun punto della policy aspetta questo indirizzo',
    hint: 'L’indirizzo si sceglie solo dove un punto rimanda a una pagina e non dice quale',
  },
} as const;
