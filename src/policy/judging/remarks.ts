// SPDX-License-Identifier: AGPL-3.0-or-later
import { contactFor } from '../contacts.ts';
import type { Reason } from '../judgement.ts';
import { closedComments, labelsOf, type Matter } from './matter.ts';

/** Something to say beside any proposal. */
type Remark = (matter: Matter) => readonly Reason[];

const HELP = /\baiuto\b|emergenz|soccorso|suicid/iu;

/** What to do when a life may be in danger: the number to call comes from the policy or is not there at all. */
const emergency: Remark = ({ policy, heard }) => {
  if (!heard.has('emergency')) return [];
  const help = contactFor(policy, HELP);
  return [
    { text: 'Subito: può esserci una vita in pericolo. Leggi ora e, se il pericolo è concreto, chiama il 112.' },
    help === undefined
      ? { text: 'La policy non indica un numero di aiuto: avvisa subito il responsabile.' }
      : { clause: help.clause, text: `Il recapito di aiuto che la policy indica è ${help.address}.` },
    { text: 'A chi scrive risponda una persona: poche parole, con rispetto, senza formule e senza giudizi.' },
  ];
};

const unseen: Remark = ({ item }) =>
  item.hasMedia === true
    ? [
        {
          text: 'Non analizzato: guardare. Con il testo c’è una foto, un video o un allegato, che il programma non legge.',
        },
      ]
    : [];

const asleep: Remark = ({ hits }) => {
  const reasons = hits.flatMap((hit) => hit.asleep ?? []);
  return reasons.filter(
    ({ clause, text }, index) => reasons.findIndex((other) => other.clause === clause && other.text === text) === index,
  );
};

const privately: Remark = ({ item, awake }) =>
  item.kind === 'message' && awake.some(({ rule }) => ['must-remove', 'may-remove', 'asked'].includes(rule.modality))
    ? [{ text: 'È un messaggio privato: nessun altro lo vede, non c’è nulla da togliere.' }]
    : [];

const onClosedComments: Remark = ({ policy, item, card }) => {
  if (item.kind !== 'comment' && item.kind !== 'reply') return [];
  const closed = card.comments?.what === 'disabled' ? card.comments.clause : closedComments(policy, item.channel);
  return closed === undefined
    ? []
    : [{ clause: closed.id, text: 'Qui i commenti dovrebbero essere chiusi: controlla le impostazioni del canale.' }];
};

/** Law that protects persons though the policy be silent or its rules asleep. */
const LAW: Readonly<Record<string, string>> = {
  'sensitive-data': 'i dati sulla salute non si diffondono (art. 2-septies, comma 8, del Codice privacy)',
  'personal-data':
    'i dati di una persona non si diffondono senza una base giuridica (art. 6 del GDPR) e quelli sulla salute non si diffondono mai (art. 2-septies, comma 8, del Codice privacy)',
};

/** Noticed, and said by no clause that is in force for this item. */
const unregulated = ({ heard, awake }: Matter): readonly string[] => {
  const regulated = new Set(awake.flatMap(({ categories }) => categories));
  return [...heard].filter((slug) => !regulated.has(slug));
};

const law: Remark = (matter) => {
  const { policy, item, hits } = matter;
  if (item.kind === 'message') return [];
  return unregulated(matter).flatMap((slug) => {
    const rule = LAW[slug];
    if (rule === undefined) return [];
    const sleeps = hits.some(({ categories }) => categories.includes(slug));
    const silence = sleeps ? 'la policy non lo regola ora' : 'la policy non ne parla';
    return [
      {
        text: `${labelsOf(policy, [slug])}: ${silence}, ma la legge sì: ${rule}. Nessuna macchina decide: decide una persona.`,
      },
    ];
  });
};

const grave: Remark = (matter) =>
  unregulated(matter)
    .filter((slug) => matter.policy.categories.get(slug)?.priority === 0 && slug !== 'emergency')
    .map((slug) => ({
      text: `${labelsOf(matter.policy, [slug])}: la policy non ne parla qui; decide una persona, anche in base alla legge.`,
    }));

/** Gravest first: a life, then what nobody has seen, then the law, then what is out of force. */
const REMARKS: readonly Remark[] = [emergency, unseen, law, grave, onClosedComments, asleep, privately];

/** What must be said beside any proposal. */
export const remarks: Remark = (matter) => REMARKS.flatMap((remark) => remark(matter));

/** Whether a person must look though nothing may be proposed. */
export const mustBeLookedAt = (matter: Matter): boolean =>
  [emergency, unseen, law, grave].some((remark) => remark(matter).length > 0);
