// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConsentNode } from '../blocks/consent.ts';
import type { LicenceNode } from '../blocks/licence.ts';
import type { MinorsNode } from '../blocks/minors.ts';
import type { RetentionNode } from '../blocks/retention.ts';
import type { ReviewNode } from '../blocks/review.ts';
import { isMissing, MISSING_WORDS } from '../missing.ts';
import { chosen, listed, type Telling } from './telling.ts';

const WHOSE = {
  own: 'I contenuti dell’ente',
  others: 'I contenuti di altri',
  users: 'I contenuti degli utenti',
} as const;

/** How contents may be used. */
export const licenceTelling: Telling<LicenceNode> = {
  says: ['of', 'name', 'reuse', 'credit'],
  tell: ({ of, name, reuse, credit }) => [
    ...(name === undefined ? [] : [isMissing(name) ? `Licenza: ${MISSING_WORDS}` : `${WHOSE[of]}: licenza ${name}`]),
    ...chosen(reuse, 'Riuso', {
      free: `${WHOSE[of]} si possono riusare liberamente`,
      conditional: `${WHOSE[of]} si possono riusare a condizioni`,
      forbidden: `${WHOSE[of]} non si possono riusare`,
    }),
    ...chosen(credit, 'Citazione della fonte', {
      required: 'La fonte va sempre citata',
      'where-possible': 'La fonte va citata, se possibile',
      'not-asked': 'Non è richiesto di citare la fonte',
    }),
    ...(name === undefined && reuse === undefined ? [WHOSE[of]] : []),
  ],
};

const FORMS = { written: 'il consenso scritto', explicit: 'il consenso esplicito', any: 'il consenso' } as const;

/** Whose consent is needed, to show what. */
export const consentTelling: Telling<ConsentNode> = {
  says: ['of', 'form', 'shows', 'applies'],
  tell: ({ of, form, shows, applies }) => [
    listed(`Serve ${isMissing(form) ? 'il consenso' : FORMS[form]} di`, of),
    ...(isMissing(form) ? [`In quale forma: ${MISSING_WORDS}`] : []),
    ...(shows === undefined ? [] : [listed('Per pubblicare', shows)]),
    {
      staff: 'Vale per chi pubblica a nome dell’ente',
      users: 'Vale per chi scrive sulle pagine',
      everyone: 'Vale per tutti',
    }[applies],
  ],
};

/** From what age. */
export const minorsTelling: Telling<MinorsNode> = {
  says: ['age', 'below', 'consentOf', 'accounts'],
  tell: ({ age, below, consentOf, accounts }) => {
    const young = isMissing(age) ? `Sotto l’età minima (${MISSING_WORDS})` : `Sotto i ${age} anni`;
    return [
      below === 'not-allowed' ? `${young} non si può partecipare` : `${young} serve un consenso`,
      ...(consentOf === undefined ? [] : [listed('Il consenso è di', consentOf)]),
      ...(accounts === 'for-young' ? ['Vale per gli account tematici per giovani'] : []),
    ];
  },
};

/** How long something is kept. */
export const retentionTelling: Telling<RetentionNode> = {
  says: ['of'],
  names: { within: 'per quanto tempo' },
  tell: ({ of }) => [listed('Che cosa si conserva', of)],
};

/** Whether a decision is looked at again. */
export const reviewTelling: Telling<ReviewNode> = {
  says: ['decisions', 'of'],
  tell: ({ decisions, of }) => [
    `${of === 'takedown' ? 'Le decisioni di rimozione' : 'Le decisioni'} ${
      decisions === 'final' ? 'sono definitive: l’ente non le riapre' : 'si possono riesaminare'
    }`,
  ],
};
