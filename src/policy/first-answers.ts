// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CompiledPolicy, PolicyClause } from './compiled.ts';
import type { ItemKind } from './facts.ts';
import { known } from './missing.ts';
import { saidOf } from './said.ts';
import type { NetworkScope } from './values/networks.ts';

/** What a clause itself says to those who write. */
export interface FirstAnswer {
  readonly clause: PolicyClause;
  /** The policy's words; where it only tells the desk what to say, `telling` has them and there is no text. */
  readonly text?: string;
  readonly telling?: string;
  /** To which office it sends, and how that is reached. */
  readonly office?: string;
  readonly address?: string;
  /** Empty: whatever is asked. */
  readonly categories: readonly string[];
  readonly channels?: NetworkScope;
  readonly kinds?: readonly ItemKind[];
}

/** «Si invita a…», «si risponde che…»: said of the desk, not to the citizen. */
const OF_THE_DESK = /^(?:lo |la |li )?si (?!può\b)/i;

/** First answers that the policy words itself: its answers, its routes and its notices on personal data, in force. */
export function firstAnswers(policy: CompiledPolicy): readonly FirstAnswer[] {
  return [...fromReplies(policy), ...fromRoutes(policy), ...fromNotices(policy)].filter(
    ({ clause }) => !clause.dormant && clause.audience === 'external',
  );
}

interface Scoped {
  readonly channels?: NetworkScope | undefined;
  readonly kinds?: readonly ItemKind[] | undefined;
}

const scopeOf = ({ channels, kinds }: Scoped) => ({
  ...(channels !== undefined && { channels }),
  ...(kinds !== undefined && { kinds }),
});

const fromReplies = (policy: CompiledPolicy): FirstAnswer[] =>
  policy.replies.flatMap(({ clause, what }) => {
    const text = known(what.text);
    if (text === undefined || what.by === 'automatic') return [];
    return [{ clause, text, categories: what.categories ?? [], ...scopeOf(what) }];
  });

const fromRoutes = (policy: CompiledPolicy): FirstAnswer[] =>
  saidOf(policy, 'routing').flatMap(({ clause, what }) => {
    const [answer, office, address] = [known(what.answer), known(what.office), known(what.address)];
    const isTelling = answer === undefined || OF_THE_DESK.test(answer);
    if (answer === undefined && office === undefined) return [];
    return [
      {
        ...{ clause, categories: what.categories, ...scopeOf(what) },
        ...(isTelling ? {} : { text: asSentence(answer) }),
        ...(isTelling && answer !== undefined && { telling: answer }),
        ...(office !== undefined && { office }),
        ...(address !== undefined && { address }),
      },
    ];
  });

const fromNotices = (policy: CompiledPolicy): FirstAnswer[] =>
  saidOf(policy, 'privacy').flatMap(({ clause, what }) => {
    const text = known(what.message);
    return text === undefined
      ? []
      : [{ clause, text, categories: ['sensitive-data', 'personal-data'], ...scopeOf(what) }];
  });

const asSentence = (words: string): string =>
  `${words.charAt(0).toLocaleUpperCase('it')}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
