// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Calibration } from './calibration.ts';
import type { StoredModel } from './linear.ts';

/** How one label did on comments of families that the model never saw. Shares from 0 to 1. */
export interface LabelFigures {
  /** Test comments that show it, and how many families they are of. */
  readonly comments: number;
  readonly families: number;
  /** How often a comment that shows it stands above one that does not. */
  readonly ranking: number;
  /** Among those given 0.5 and more, how many show it; null where none was. */
  readonly precision: number | null;
  readonly recall: number;
  /** Among those that do not show it, how many were given 0.5 and more. */
  readonly falseAlarms: number;
  /** How far probabilities lie from what happened, on average. */
  readonly offBy: number;
}

/** What training writes: the model, and what is known of it. */
export interface TrainedModel {
  /** SHA-256 of the whole: another one is another model. */
  readonly digest: string;
  /** SHA-256 of the examples it was trained on. */
  readonly corpus: string;
  readonly examples: number;
  readonly lines: StoredModel;
  /** In the order of the labels. */
  readonly calibrations: readonly Calibration[];
  /** In the order of the labels. */
  readonly figures: readonly LabelFigures[];
  /** Lawful harsh comments of the test split given 0.5 and more for something that a policy may act against. */
  readonly lawfulHarsh: { readonly comments: number; readonly alarms: number };
  /** Labels with examples enough that did not tell comments of other families apart, and were left out. */
  readonly leftOut: readonly string[];
}
