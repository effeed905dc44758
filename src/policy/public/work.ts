// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApprovalNode } from '../blocks/approval.ts';
import type { ContentNode } from '../blocks/content.ts';
import type { MandateNode } from '../blocks/mandate.ts';
import type { StaffNode } from '../blocks/staff.ts';
import { isMissing, MISSING_WORDS } from '../missing.ts';
import { capital, listed, type Telling } from './telling.ts';

const MAY_PUBLISH = {
  may: 'Si può pubblicare',
  must: 'Si richiede',
  'must-not': 'Non si può pubblicare',
  style: 'Stile',
} as const;

/** What the body publishes; how a draft is checked is said to staff only. */
export const contentTelling: Telling<ContentNode> = {
  says: ['force', 'what'],
  forDesk: ['check', 'outcome', 'categories', 'seeks'],
  names: { speakers: 'parole di', sources: 'da parte di', asks: 'prima serve' },
  tell: ({ force, what }) => [listed(MAY_PUBLISH[force], what)],
};

const CONDUCT = { must: 'deve', may: 'può', 'must-not': 'non deve', should: 'è bene che' } as const;
const ACCOUNTS = {
  official: ' con l’account istituzionale',
  personal: ' con l’account personale',
  any: ' con qualunque account',
} as const;

/** What those who work for the body may and may not do. */
export const staffTelling: Telling<StaffNode> = {
  says: ['force', 'what', 'use', 'who'],
  tell: ({ force, what, use, who }) => {
    const whom = who === undefined || isMissing(who) ? [] : [listed('Riguarda', who)];
    const where = use === undefined ? '' : `,${ACCOUNTS[use]}`;
    return [`${capital(CONDUCT[force])}${where}: ${isMissing(what) ? MISSING_WORDS : what.join('; ')}`, ...whom];
  },
};

/** Who does what. */
export const mandateTelling: Telling<MandateNode> = {
  says: ['who', 'tasks'],
  names: { authorisedBy: 'dà l’incarico' },
  tell: ({ who, tasks }) => [listed(isMissing(who) ? `Chi: ${MISSING_WORDS}. Compiti` : capital(who), tasks)],
};

const APPROVED = {
  content: 'i contenuti',
  account: 'gli account',
  initiative: 'le iniziative partecipative',
  exception: 'l’orario straordinario',
  policy: 'la policy',
  staff: 'gli incarichi',
  media: 'le immagini',
} as const;

/** What waits for somebody’s consent. */
export const approvalTelling: Telling<ApprovalNode> = {
  says: ['of', 'by', 'fourEyes'],
  tell: ({ of, by, fourEyes }) => [
    `Chi approva ${APPROVED[of]}: ${isMissing(by) ? MISSING_WORDS : by}`,
    ...(fourEyes === 'yes' ? ['Chi propone non può approvare'] : []),
  ],
};
