// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

/** Narrowest first. */
export const ROLES = ['auditor', 'moderator', 'head'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** The mandate of each role, in Italian. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  moderator: 'moderazione',
  head: 'responsabile',
  auditor: 'controllo',
};

/** The parts that the policies give to people. */
export const CAPACITIES = [
  'communication',
  'working-group',
  'supplier',
  'head',
  'director',
  'auditor',
  'data-protection',
] as const;
export const Capacity = z.enum(CAPACITIES);
export type Capacity = z.infer<typeof Capacity>;

/** What whoever plays the part may do. */
export const ROLE_OF: Readonly<Record<Capacity, Role>> = {
  communication: 'moderator',
  'working-group': 'moderator',
  supplier: 'moderator',
  head: 'head',
  director: 'head',
  auditor: 'auditor',
  'data-protection': 'auditor',
};

/** The part of a role of which nothing else is said. */
export const USUAL_CAPACITY: Readonly<Record<Role, Capacity>> = {
  moderator: 'communication',
  head: 'head',
  auditor: 'auditor',
};

/** In Italian, as it follows «l’incarico di». */
export const CAPACITY_WORDS: Readonly<Record<Capacity, string>> = {
  communication: 'ufficio stampa o comunicazione',
  'working-group': 'componente del gruppo di lavoro',
  supplier: 'fornitore esterno',
  head: 'responsabile',
  director: 'direzione della gestione dei social',
  auditor: 'controllo',
  'data-protection': 'responsabile della protezione dei dati',
};
