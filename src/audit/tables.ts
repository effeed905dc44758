// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType } from 'kysely';

export type AuditTables = {
  audit_entry: {
    body: string;
    seq: string | number;
    at: Date;
    kind: string;
    subject: string | null;
    content: string;
    previous_hash: string;
    hash: string;
  };
  audit_head: { body: string; seq: ColumnType<string, number | string, number | string>; hash: string };
};
