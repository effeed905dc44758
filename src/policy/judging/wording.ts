// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, CompiledRule } from '../compiled.ts';
import type { Modality } from '../judgement.ts';
import { known } from '../missing.ts';
import { type Phrase, phrase } from './phrase.ts';

/** What a rule has to say when it is touched. */
export interface Wording {
  /** Where its modality decides what is proposed. */
  readonly decides: Phrase;
  /** Where it only asks, and a general reservation goes further. */
  readonly asks: Phrase;
  /** Where it gives the office. */
  readonly sends: Phrase;
}

export const EFFECT = { remove: 'va rimosso', hide: 'può essere rimosso' } as const;

const DECIDES: Readonly<Record<Exclude<Modality, 'protected'>, (rule: CompiledRule) => string>> = {
  'must-remove': ({ clause }) => `: secondo il punto «${clause.title}» il contenuto ${EFFECT.remove}.`,
  'may-remove': ({ clause }) => `: secondo il punto «${clause.title}» il contenuto ${EFFECT.hide}.`,
  'no-reply': ({ clause }) => `: il punto «${clause.title}» prevede di non rispondere; non è un motivo di rimozione.`,
  route: ({ route }) => `: si indirizza a ${known(route?.office) ?? 'un ufficio che la policy non indica'}.`,
  asked: ({ clause }) => `: il punto «${clause.title}» chiede di evitarlo, ma la policy non prevede che si rimuova.`,
};

function deciding(policy: CompiledPolicy, rule: CompiledRule): Phrase {
  const clause = rule.clause.id;
  if (rule.modality !== 'protected') return phrase(policy, { clause, text: DECIDES[rule.modality](rule) });
  const allowed = Object.freeze({ clause, text: `Il punto «${rule.clause.title}» lo ammette: resta dov’è.` });
  return () => allowed;
}

export function wordingOf(policy: CompiledPolicy, rule: CompiledRule): Wording {
  const { id: clause, title } = rule.clause;
  return {
    decides: deciding(policy, rule),
    asks: phrase(policy, { clause, text: `: il punto «${title}» chiede di evitarlo.` }),
    sends: phrase(policy, { clause, text: `: punto «${title}».` }),
  };
}
