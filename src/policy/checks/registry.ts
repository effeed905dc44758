// SPDX-License-Identifier: AGPL-3.0-or-later
import { clausesOf, type PolicyDocument } from '../document.ts';
import type { Report } from '../reading/report.ts';
import { categoriesMustBeNew } from './categories-must-be-new.ts';
import { categoriesMustExist } from './categories-must-exist.ts';
import { channelsMustAgree } from './channels-must-agree.ts';
import { channelsMustBePresented } from './channels-must-be-presented.ts';
import type { Check } from './check.ts';
import { clausesMustBeUnique } from './clauses-must-be-unique.ts';
import { clausesMustHaveProse } from './clauses-must-have-prose.ts';
import { examplesMustFit } from './examples-must-fit.ts';
import { necessaryBlocksMustStand } from './necessary-blocks-must-stand.ts';
import { referencesMustExist } from './references-must-exist.ts';

/** Any order would do: no check relies on another. */
const CHECKS: readonly Check[] = [
  clausesMustBeUnique,
  clausesMustHaveProse,
  categoriesMustBeNew,
  categoriesMustExist,
  channelsMustBePresented,
  channelsMustAgree,
  referencesMustExist,
  examplesMustFit,
  necessaryBlocksMustStand,
];

export function checkDocument(document: PolicyDocument, report: Report): void {
  const checked = { document, clauses: clausesOf(document), wellWritten: report.complaints.length === 0 };
  for (const check of CHECKS) check(checked, report);
}
