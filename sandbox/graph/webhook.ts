// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomInt } from 'node:crypto';
import type { WebhookHabits } from '../town/network.ts';

/** The bytes that Meta signs have every other character than ASCII written as \uXXXX. */
export const escaped = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

/** How Meta's networks sign and introduce themselves. */
export const graphWebhook: Pick<WebhookHabits, 'sign' | 'handshake' | 'retrySeconds'> = {
  sign(body, { secrets }) {
    const sign = (algorithm: string) =>
      createHmac(algorithm, secrets.appSecret ?? '')
        .update(body)
        .digest('hex');
    return { 'x-hub-signature': `sha1=${sign('sha1')}`, 'x-hub-signature-256': `sha256=${sign('sha256')}` };
  },
  async handshake({ url, word, ask }, { secrets }) {
    const challenge = `${randomInt(1_000_000_000, 2_000_000_000)}`;
    const address = new URL(url);
    address.searchParams.set('hub.mode', 'subscribe');
    address.searchParams.set('hub.verify_token', word ?? secrets.verifyToken ?? '');
    address.searchParams.set('hub.challenge', challenge);
    const { status, text } = await ask(address);
    return status === 200 && text === challenge ? null : `the receiver answered ${status} to the handshake`;
  },
  retrySeconds: [1, 5, 30, 120, 600],
};
