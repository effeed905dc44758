// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modality, Reason } from '../judgement.ts';
import type { Matter } from './matter.ts';

/** What is said beside any proposal. */
export interface Remarks {
  readonly reasons: readonly Reason[];
  /** Whether a person must look though nothing may be proposed. */
  readonly mustLook: boolean;
}

/** Adds what there is to say, if anything. */
type Remark = (matter: Matter, reasons: Reason[]) => void;

const emergency: Remark = ({ heard, regime }, reasons) => {
  if (heard.includes('emergency')) reasons.push(...regime.alarm);
};

const NOT_SEEN: Reason = Object.freeze({
  text: 'Non analizzato: guardare. Con il testo c’è una foto, un video o un allegato, che il programma non legge.',
});

const NOT_READ: Reason = Object.freeze({
  text: 'Non analizzato: guardare. Il testo è in un’altra lingua, che il programma non legge.',
});

const unseen: Remark = ({ item }, reasons) => {
  if (item.hasMedia === true) reasons.push(NOT_SEEN);
  if (item.otherLanguage === true) reasons.push(NOT_READ);
};

/** Said by no clause that is in force for this item. */
const isUnregulated = ({ awake }: Matter, slug: string): boolean =>
  !awake.some(({ categories }) => categories.includes(slug));

const law: Remark = (matter, reasons) => {
  if (!matter.presses) return;
  for (const slug of matter.heard) {
    const told = matter.regime.notices.get(slug)?.law;
    if (told === undefined || !isUnregulated(matter, slug)) continue;
    const sleeps = matter.hits.some(({ categories }) => categories.includes(slug));
    reasons.push(sleeps ? told.asleep : told.unspoken);
  }
};

const grave: Remark = (matter, reasons) => {
  if (!matter.presses) return;
  for (const slug of matter.heard) {
    const told = matter.regime.notices.get(slug)?.grave;
    if (told !== undefined && isUnregulated(matter, slug)) reasons.push(told);
  }
};

const onClosedComments: Remark = ({ regime }, reasons) => {
  if (regime.closed !== undefined) reasons.push(regime.closed);
};

const asleep: Remark = ({ hits, regime }, reasons) => {
  if (!regime.sleeps) return;
  const told = new Map(
    hits.flatMap(({ standing }) => standing.asleep ?? []).map((one) => [`${one.clause} ${one.text}`, one]),
  );
  reasons.push(...told.values());
};

const TAKING_DOWN: readonly Modality[] = ['must-remove', 'may-remove', 'asked'];
const NOT_ON_SHOW: Reason = Object.freeze({
  text: 'È un messaggio privato: nessun altro lo vede, non c’è nulla da togliere.',
});

const privately: Remark = ({ regime, awake }, reasons) => {
  if (regime.isPrivate && awake.some(({ standing }) => TAKING_DOWN.includes(standing.rule.modality)))
    reasons.push(NOT_ON_SHOW);
};

/** Gravest first: a life, then what nobody has seen, then the law. After any of them a person must look. */
const PRESSING: readonly Remark[] = [emergency, unseen, law, grave];
/** What is out of force comes last. */
const QUIET: readonly Remark[] = [onClosedComments, asleep, privately];

export function remarksOn(matter: Matter): Remarks {
  const reasons: Reason[] = [];
  for (const remark of PRESSING) remark(matter, reasons);
  const mustLook = reasons.length > 0;
  for (const remark of QUIET) remark(matter, reasons);
  return { reasons, mustLook };
}
