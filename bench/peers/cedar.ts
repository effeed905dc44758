// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module';
import type { EqualRule, FactSet } from '../equal-rules.ts';
import type { PeerEngine } from './engine.ts';

const PACKAGE = '@cedar-policy/cedar-wasm';
const SET = 'equal-rules';

interface Uid {
  readonly type: string;
  readonly id: string;
}

/** What is used of the package, which is installed apart and may not be there when types are checked. */
interface Cedar {
  getCedarSDKVersion(): string;
  preparsePolicySet(
    id: string,
    policies: { readonly staticPolicies: Readonly<Record<string, string>> },
  ): { readonly type: 'success' | 'failure' };
  statefulIsAuthorized(call: {
    readonly principal: Uid;
    readonly action: Uid;
    readonly resource: Uid;
    readonly context: Readonly<Record<string, string | number>>;
    readonly preparsedPolicySetId: string;
    readonly entities: readonly never[];
  }):
    | {
        readonly type: 'success';
        readonly response: {
          readonly diagnostics: { readonly reason: readonly string[]; readonly errors: readonly unknown[] };
        };
      }
    | { readonly type: 'failure' };
}

const oneOf = (attribute: string, values: readonly string[] | undefined): readonly string[] =>
  values === undefined
    ? []
    : [`[${values.map((value) => JSON.stringify(value)).join(', ')}].contains(context.${attribute})`];

function policyOf({ anyOf, atLeast, channels, kinds }: EqualRule): string {
  const noticed = anyOf.map((slug) => `(context has "${slug}" && context["${slug}"] >= ${atLeast})`).join(' || ');
  const when = [...oneOf('channel', channels), ...oneOf('kind', kinds), `(${noticed})`].join(' && ');
  return `permit (principal, action, resource) when { ${when} };`;
}

/** Each rule a permit, so that the reasons of the answer are the rules touched. The set is parsed once, its fastest way. */
export function cedarEngine(rules: readonly EqualRule[]): PeerEngine {
  const cedar: Cedar = createRequire(import.meta.url)(`${PACKAGE}/nodejs`);
  const staticPolicies = Object.fromEntries(rules.map((rule) => [rule.id, policyOf(rule)]));
  if (cedar.preparsePolicySet(SET, { staticPolicies }).type !== 'success') throw new Error('Cedar refused the rules');
  const uid = (type: string): Uid => ({ type, id: 'it' });
  const ready = ({ channel, kind, noticed }: FactSet) => {
    const call = {
      principal: uid('Author'),
      action: uid('Action'),
      resource: uid('Item'),
      context: { channel, kind, ...Object.fromEntries(noticed) },
      preparsedPolicySetId: SET,
      entities: [],
    };
    return {
      judge: () => {
        const answer = cedar.statefulIsAuthorized(call);
        if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) throw new Error('Cedar failed');
        return answer.response.diagnostics.reason;
      },
    };
  };
  return { name: `${PACKAGE} ${cedar.getCedarSDKVersion()}`, ready };
}
