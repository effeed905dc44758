// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Command, WriteOutcome } from '../port.ts';
import { type Acting, change, read } from './api.ts';
import { capabilities } from './capabilities.ts';
import { notPossible } from './errors.ts';
import { isVideo } from './threads.ts';
import { AbuseReasons } from './wire.ts';

type Report = Extract<Command, { type: 'report' }>;

/** YouTube's own reasons have ids that change: they are recognised by their English labels. */
const LABELS: Readonly<Record<Report['reason'], RegExp | null>> = {
  spam: /spam|misleading/i,
  misleading: /spam|misleading/i,
  sexual: /sexual/i,
  rude: /hate|abus|harass/i,
  // Too wide to be said in its words.
  violation: null,
  other: null,
};

const byHand: WriteOutcome = { state: 'refused', error: notPossible('report-by-hand', capabilities.report.effect) };

/** Only whole videos can be reported from here; comments and people by hand. */
export async function report(acting: Acting, { target, reason, text }: Report): Promise<WriteOutcome> {
  const label = LABELS[reason];
  if (!isVideo(target) || label === null) return byHand;
  const { items } = await read(acting, {
    shape: AbuseReasons,
    purpose: 'write',
    send: (api) => api.videoAbuseReportReasons.list({ part: ['snippet'], hl: 'en-US' }),
  });
  const reasonId = items.find(({ snippet }) => label.test(snippet.label))?.id;
  if (reasonId === undefined) return byHand;
  const outcome = await change(acting, (api) =>
    api.videos.reportAbuse({ requestBody: { videoId: target, reasonId, comments: text, language: 'it' } }),
  );
  return outcome.state === 'accepted' ? { ...outcome, externalId: target } : outcome;
}
