// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Generated } from 'kysely';
import type { PeopleTables } from './people/tables.ts';
import type { ProviderTables } from './provider/tables.ts';
import type { Capacity, Role } from './role.ts';
import type { SecondFactorTables } from './second-factor/tables.ts';
import type { TokenTables } from './tokens/tables.ts';

export type GovernanceTables = PeopleTables &
  ProviderTables &
  SecondFactorTables &
  TokenTables & {
    body: { slug: string; name: string; created_at: Date };
    person: {
      id: string;
      name: string;
      email: string;
      email_verified: boolean;
      image: string | null;
      created_at: Date;
      updated_at: Date;
    };
    sign_in_session: {
      id: string;
      user_id: string;
      awaits_factor: Generated<boolean>;
      factor: Generated<boolean>;
      only_body: string | null;
      sealed_hint: Buffer | null;
    };
    sign_in_credential: {
      id: string;
      user_id: string;
      account_id: string;
      provider_id: string;
      password: string | null;
      created_at: Date;
      updated_at: Date;
    };
    sign_in_attempts: { address_digest: string; failures: number; last_at: Date; wait_until: Date };
    mandate: {
      id: string;
      body: string;
      person: string;
      role: Role;
      capacity: Capacity;
      office: string | null;
      engagement: 'staff' | 'external';
      /** Null: not designated, without any right. */
      act: string | null;
      /** `YYYY-MM-DD` */
      act_on: string | null;
      authority: string | null;
      since: Date;
      until: Date | null;
      networks: string[] | null;
      accounts: string[] | null;
      coordinates: boolean;
      delegate: boolean;
      given_by: string | null;
      given_by_name: string | null;
    };
  };
