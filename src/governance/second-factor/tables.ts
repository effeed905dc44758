// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Generated } from 'kysely';
import type { Role } from '../role.ts';

export type SecondFactorTables = {
  second_factor: {
    person: string;
    sealed_key: Buffer;
    state: 'offered' | 'on';
    last_step: Generated<number>;
    at: Date;
    on_at: Date | null;
  };
  recovery_code: { digest: string; person: string; at: Date; used_at: Date | null };
  second_factor_rule: {
    id: string;
    body: string;
    role: Role;
    since: Date | null;
    chosen_by: string;
    chosen_by_name: string;
    at: Date;
  };
};
