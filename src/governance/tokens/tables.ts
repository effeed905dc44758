// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TokenScope } from './contract.ts';

export type TokenTables = {
  api_token: {
    id: string;
    body: string;
    person: string;
    digest: string;
    name: string;
    scopes: TokenScope[];
    factor: boolean;
    at: Date;
    expires_at: Date;
    last_used_at: Date | null;
    ended_at: Date | null;
    ended_by: string | null;
    ended_by_name: string | null;
  };
};
