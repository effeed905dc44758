// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompiledPolicy,
  compile,
  evaluate,
  type ItemKind,
  type NetworkName,
  type OwnTerms,
  ownTerms,
  type PolicyDocument,
  type ProposedAction,
  parse,
  type Reason,
  type Signal,
} from '#policy';
import { analyse } from '#triage';
import { usualChannel } from '../../src/app/commands/triage.ts';
import { holidaysOf } from '../../src/app/holidays.ts';

const POLICIES = join(import.meta.dirname, '..', '..', 'policies');
const FIVE = ['il-mosaico', 'regione-calabria', 'asst-crema', 'asl-roma-1', 'ats-milano'] as const;
/** Its clauses on comments sleep until an act opens them: here they are judged as if it were recorded. */
const AWAKENED = 'regione-calabria';
/** A Tuesday morning, so that hours never matter. */
const AT = new Date('2026-01-13T09:00:00Z');
const holidays = holidaysOf();

export interface Body {
  readonly slug: string;
  readonly document: PolicyDocument;
  readonly policy: CompiledPolicy;
  readonly own: OwnTerms;
  readonly channel: NetworkName;
}

/** A text with what is known of it. */
export interface Written {
  readonly text: string;
  readonly kind?: string;
  readonly post?: string;
}

export interface Verdict {
  readonly signals: readonly Signal[];
  readonly action: ProposedAction;
  readonly clauses: readonly string[];
  readonly reasons: readonly Reason[];
}

const KINDS: readonly ItemKind[] = ['comment', 'visitor-post', 'mention', 'message', 'reply'];
const kindOf = (kind: string | undefined): ItemKind => KINDS.find((one) => one === kind) ?? 'comment';

/** What triage is told besides the text. */
export const contextOf = ({ kind, post }: Written) => ({
  kind: kindOf(kind),
  ...(post === undefined ? {} : { post: { text: post } }),
});

function readBody(slug: string): Body {
  const file = join(POLICIES, `${slug}.policy.md`);
  const { policy: document, complaints } = parse(readFileSync(file, 'utf8'), file);
  if (document === undefined)
    throw new Error(complaints.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const asWritten = compile(document);
  const acts = [...asWritten.clauses.keys()].map((clause) => ({ clause, act: 'delibera di prova' }));
  const policy = slug === AWAKENED ? compile(document, { choices: { acts } }) : asWritten;
  return { slug, document, policy, own: ownTerms(policy), channel: usualChannel(policy) };
}

/** The five bodies, Regione Calabria's sleeping clauses awakened. */
export const readBodies = (): readonly Body[] => FIVE.map(readBody);

/** What a body's policy proposes for a text, as the command line would. */
export function judge(body: Body, written: Written): Verdict {
  const context = contextOf(written);
  const signals = analyse(written.text, { ...context, ...body.own });
  const facts = { channel: body.channel, text: written.text, at: AT, ...context };
  const { proposal, clauses } = evaluate(body.policy, facts, signals, AT, holidays);
  const awake = clauses.filter(({ dormant }) => !dormant).map(({ id }) => id);
  return { signals, action: proposal.action, clauses: awake, reasons: proposal.reasons };
}
