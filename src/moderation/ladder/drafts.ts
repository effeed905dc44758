// SPDX-License-Identifier: AGPL-3.0-or-later
import { rungsOf } from '#policy';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import type { LadderView } from './contract.ts';
import {
  banInPublic,
  banText,
  filled,
  noticeReasons,
  warningInPublic,
  warningPrivately,
  waysWritten,
} from './texts.ts';

/** The desk's own first words for each act, on the clauses that people said were broken. */
export function draftsOn(
  { url }: Pick<ModerationPorts, 'url'>,
  { matter: { policy } }: { readonly matter: Pick<Matter, 'policy'> },
  broken: readonly string[],
  counted: readonly string[] = broken,
): LadderView['texts'] {
  const ban = rungsOf(policy)
    .find(({ measure }) => measure === 'ban')
    ?.clauses.find(({ dormant }) => !dormant);
  const named = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => (id === ban?.id ? [] : (policy.clauses.get(id) ?? [])));
  const drafting = { policy, broken: named(broken), ban, page: `${url}/policy/${policy.body}` };
  return {
    warnPrivately: warningPrivately(drafting),
    warnInPublic: warningInPublic(drafting),
    banPrivately: banText({ ...drafting, broken: named([...broken, ...counted]) }),
    banInPublic: banInPublic(drafting),
    notice: noticeReasons(policy, drafting.broken),
  };
}

/** What the desk itself would say in public of a measure: with no ways to the service but those that the policy gives. */
export function ownPublicWords(
  ports: Pick<ModerationPorts, 'url'>,
  { matter }: { readonly matter: Pick<Matter, 'policy'> },
  kind: 'warn' | 'ban',
): string {
  const { warnInPublic, banInPublic: ban } = draftsOn(ports, { matter }, []);
  return kind === 'warn' ? warnInPublic : filled(ban, { reviewOn: '', ways: waysWritten(matter.policy) });
}
