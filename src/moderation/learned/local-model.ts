// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LearnedScore } from '#triage';

/**
 * A model on the machine or on a server of the body's own; `app` brings one where the installation names it. Like the model of
 * the desk it only orders.
 */
export interface LocalModel {
  /** As people read it beside what it said. */
  readonly name: string;
  /** The scores of each text, in order; none where the model did not answer. Never throws: it is not needed. */
  classify(texts: readonly string[]): Promise<readonly (readonly LearnedScore[])[]>;
}
