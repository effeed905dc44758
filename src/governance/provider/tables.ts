// SPDX-License-Identifier: AGPL-3.0-or-later

export type ProviderTables = {
  sign_in_provider: {
    body: string;
    name: string;
    issuer: string;
    client_id: string;
    sealed_secret: Buffer;
    acr_values: string[];
    amr_values: string[];
    by_email: boolean;
    at: Date;
  };
  sign_in_identity: {
    id: string;
    body: string;
    person: string;
    issuer: string;
    subject: string;
    how: 'invitation' | 'email';
    at: Date;
    ended_at: Date | null;
  };
  sign_in_flow: { digest: string; body: string; sealed: Buffer; expires_at: Date };
};
