// SPDX-License-Identifier: AGPL-3.0-or-later
import { type $Typed, RichText } from '@atproto/api';
import type { Command, ReadBack, WriteOutcome } from '../port.ts';
import { fault, send } from './errors.ts';
import { REPORT_GRAPHEMES } from './limits.ts';
import { type Acting, requireRecord } from './records.ts';

export type Report = Extract<Command, { type: 'report' }>;

const DEFS = 'com.atproto.moderation.defs';
export const REASON_TYPES: Readonly<Record<Report['reason'], string>> = {
  spam: `${DEFS}#reasonSpam`,
  violation: `${DEFS}#reasonViolation`,
  misleading: `${DEFS}#reasonMisleading`,
  sexual: `${DEFS}#reasonSexual`,
  rude: `${DEFS}#reasonRude`,
  other: `${DEFS}#reasonOther`,
};

/** Ids that the moderators gave, by command key, for as long as the process lives. */
export interface ReportIds {
  get(key: string): string | undefined;
  set(key: string, id: string): void;
}

const REMEMBERED = 1000;

export function rememberReports(): ReportIds {
  const ids = new Map<string, string>();
  return {
    get: (key) => ids.get(key),
    set: (key, id) => {
      ids.set(key, id);
      const oldest = ids.keys().next();
      if (ids.size > REMEMBERED && !oldest.done) ids.delete(oldest.value);
    },
  };
}

/** What is reported: a post with its version, or a whole account when the target is a DID. */
async function subjectOf({ agent }: Pick<Acting, 'agent'>, target: string) {
  if (target.startsWith('did:')) {
    return { $type: 'com.atproto.admin.defs#repoRef', did: target } satisfies $Typed<{ did: string }, string>;
  }
  const { uri, cid } = await requireRecord(agent, target);
  return { $type: 'com.atproto.repo.strongRef', uri, cid } satisfies $Typed<{ uri: string; cid: string }, string>;
}

/**
 * The network has no key for reports and shows a reporter none of their own: this process never sends the same one twice,
 * and the command's key travels with it, so that the moderators can tell a repetition after a crash.
 */
export async function report(acting: Acting, command: Report, ids: ReportIds): Promise<WriteOutcome> {
  const known = ids.get(command.key);
  if (known !== undefined) return { state: 'accepted', externalId: known };
  if (new RichText({ text: command.text }).graphemeLength > REPORT_GRAPHEMES) {
    const message = `Il testo della segnalazione supera i ${REPORT_GRAPHEMES} caratteri ammessi da Bluesky: va accorciata.`;
    throw fault('rejected-content', 'TextTooLong', message);
  }
  const subject = await subjectOf(acting, command.target);
  const { data } = await send(() =>
    acting.agent.com.atproto.moderation.createReport({
      reasonType: REASON_TYPES[command.reason],
      reason: command.text,
      subject,
      modTool: { name: 'portavoce', meta: { key: command.key } },
    }),
  );
  ids.set(command.key, String(data.id));
  return { state: 'accepted', externalId: String(data.id) };
}

/** The id is the only proof there is; without it nobody but the moderators can tell. */
export function readReport({ key, target }: Report, id: string | undefined): ReadBack {
  if (id !== undefined) return { state: 'confirmed', proof: { reportId: id, target, key } };
  const message = 'Bluesky non mostra le segnalazioni fatte: non si può sapere se questa è arrivata.';
  return { state: 'pending', error: fault('not-possible', 'ReportsNotListed', message).error };
}
