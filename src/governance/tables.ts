// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from './contract.ts';

export type GovernanceTables = {
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
  sign_in_attempts: { address_digest: string; failures: number; last_at: Date; wait_until: Date };
  mandate: {
    id: string;
    body: string;
    person: string;
    role: Role;
    office: string | null;
    act: string;
    since: Date;
    until: Date | null;
  };
};
