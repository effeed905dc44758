// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';
import type { Role } from '#governance';
import type { Capacity } from '#governance/contract';
import type { PolicyChoices } from '#policy';

// Who and what the demo world is made of. The people are invented; the bodies keep their names, without their logos.

export interface DemoBody {
  readonly slug: string;
  readonly name: string;
  /** What the demo decides where the policy gives no hours, so that deadlines can be seen. */
  readonly choices: PolicyChoices;
}

const OFFICE_HOURS: PolicyChoices = {
  hours: { days: [1, 2, 3, 4, 5], ranges: [{ from: 9 * 60, to: 17 * 60 }], holidays: 'excluded' },
};

/** In the order in which the desk should open. */
export const DEMO_BODIES: readonly DemoBody[] = [
  { slug: 'asl-roma-1', name: 'ASL Roma 1', choices: OFFICE_HOURS },
  { slug: 'asst-crema', name: 'ASST Crema', choices: {} },
  { slug: 'ats-milano', name: 'ATS Milano', choices: {} },
  { slug: 'il-mosaico', name: 'Il Mosaico servizi', choices: OFFICE_HOURS },
  { slug: 'regione-calabria', name: 'Regione Calabria', choices: {} },
  { slug: 'comune-di-esempio', name: 'Comune di Esempio', choices: {} },
];

/** The part that a body's policy gives to whoever has a role in the demonstration. */
export interface DemoPart {
  readonly capacity: Capacity;
  readonly office: string;
  readonly coordinates?: true;
}

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly office: string;
  /** In the bodies whose policy gives the role to somebody else. */
  readonly elsewhere?: Readonly<Record<string, DemoPart>>;
  /** What the console calls the role. */
  readonly title: string;
}

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Prova Moderatrice',
    email: 'moderatrice@dimostrazione.example',
    role: 'moderator',
    office: 'Ufficio stampa',
    elsewhere: {
      'asst-crema': { capacity: 'communication', office: 'Ufficio Comunicazione' },
      'il-mosaico': { capacity: 'communication', office: 'Ufficio Comunicazione' },
      'regione-calabria': { capacity: 'working-group', office: 'Dipartimento Lavoro' },
    },
    title: 'moderatrice',
  },
  {
    name: 'Esempio Responsabile',
    email: 'responsabile@dimostrazione.example',
    role: 'head',
    office: 'Comunicazione',
    elsewhere: {
      'asl-roma-1': { capacity: 'head', office: 'area Comunicazione e relazioni esterne' },
      'regione-calabria': { capacity: 'director', office: 'Direzione generale', coordinates: true },
    },
    title: 'responsabile della comunicazione',
  },
  {
    name: 'Finto Revisore',
    email: 'revisore@dimostrazione.example',
    role: 'auditor',
    office: 'Controllo interno',
    title: 'revisore',
  },
];

/** Where a body is and the desk cannot read: people bring what they see. */
export interface DemoPlace {
  readonly body: string;
  readonly network: NetworkName;
  readonly externalId: string;
  readonly handle: string;
  readonly name: string;
  readonly url: string;
}

export const DEMO_PLACES: readonly DemoPlace[] = [
  {
    body: 'comune-di-esempio',
    network: 'other',
    externalId: 'recensioni-municipio',
    handle: 'recensioni-municipio',
    name: 'Recensioni',
    url: 'https://recensioni.example/comune-di-esempio',
  },
];

/** Who authorises, and which course was attended, where the policy asks for it. */
export const DEMO_AUTHORITIES: Readonly<Record<string, string>> = {
  'il-mosaico': 'direzione',
  'regione-calabria': 'Dirigente generale',
};
export const DEMO_TRAINING: Readonly<Record<string, string>> = { 'ats-milano': 'Corso inventato per chi modera' };

export const DEMO_ACT = 'Dimostrazione: atto inventato';
