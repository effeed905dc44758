// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapters, CAPABILITIES, matrixOf } from '#channels';
import type { ExitCode, Output } from './policy.ts';

/** What each network offers, as a table or, with `json`, one line for each capability of each network. */
export async function networks(json: boolean, out: Output): Promise<ExitCode> {
  if (!json) {
    out.text(`${matrixOf(adapters)}\n`);
    return 0;
  }
  for (const { network, capabilities } of adapters)
    for (const capability of CAPABILITIES) out.record({ network, capability, ...capabilities[capability] });
  return 0;
}
