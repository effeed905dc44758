// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { PolicyChoices } from '#policy';

export type RulebookTables = {
  policy_version: {
    body: string;
    version: string;
    title: string;
    source: string;
    digest: string;
    choices: JSONColumnType<PolicyChoices>;
    act: string;
    adopted_at: Date;
    in_force_since: Date;
  };
};
