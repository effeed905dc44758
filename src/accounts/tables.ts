// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkName } from '#channels';

export type AccountTables = {
  account: {
    id: string;
    body: string;
    network: NetworkName;
    external_id: string;
    handle: string;
    name: string;
    url: string;
    act: string;
    state: 'active' | 'suspended' | 'closed';
    created_at: Date;
  };
  account_connection: {
    account_id: string;
    body: string;
    base_url: string;
    sealed_credentials: Buffer;
    updated_at: Date;
  };
  account_cursor: {
    account_id: string;
    body: string;
    cursor: string | null;
    read_at: Date | null;
    error: string | null;
    failures: number;
  };
};
