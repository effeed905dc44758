// SPDX-License-Identifier: AGPL-3.0-or-later
import { load, type Peer } from './peer.ts';

// Finders of personal data, with the rules that they come with.

interface RedactPii {
  SyncRedactor: new () => { redact(text: string): string };
}
interface OpenRedaction {
  OpenRedaction: new () => { detect(text: string): Promise<{ readonly detections: readonly unknown[] }> };
}
interface LibPhoneNumber {
  findPhoneNumbersInText(text: string, country: string): readonly unknown[];
}

async function redactPii(): Promise<Peer> {
  const { SyncRedactor } = await load<RedactPii>('redact-pii');
  const redactor = new SyncRedactor();
  return { name: 'redact-pii', part: 'personal data', scan: (text) => (redactor.redact(text) === text ? 0 : 1) };
}

async function openRedaction(): Promise<Peer> {
  const { OpenRedaction } = await load<OpenRedaction>('openredaction');
  const redactor = new OpenRedaction();
  return {
    name: 'openredaction',
    part: 'personal data',
    scan: async (text) => (await redactor.detect(text)).detections.length,
  };
}

async function libPhoneNumber(): Promise<Peer> {
  const { findPhoneNumbersInText } = await load<LibPhoneNumber>('libphonenumber-js');
  return { name: 'libphonenumber-js', part: 'phones', scan: (text) => findPhoneNumbersInText(text, 'IT').length };
}

export const dataFinders = (): Promise<readonly Peer[]> =>
  Promise.all([redactPii(), openRedaction(), libPhoneNumber()]);
