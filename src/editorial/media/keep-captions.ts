// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import { newId } from '#kernel';
import { digestOfBytes } from '../approving/digest.ts';
import { editorialError } from '../errors.ts';
import type { Acting, EditorialPorts } from '../ports.ts';
import { asSubRip, asVtt, readCaptions } from './captions.ts';
import { captionsByDigest, captionsById, captionsView, insertCaptions } from './captions-store.ts';
import type { CaptionsView } from './contract.ts';

/** Keeps captions as they were understood; the same words at the same times are the same captions. Throws CAPTIONS_WRONG. */
export async function keepCaptions(
  { database, clock }: EditorialPorts,
  { body, actor }: Acting,
  bytes: Uint8Array,
): Promise<CaptionsView> {
  const cues = readCaptions(bytes);
  const content = Buffer.from(asVtt(cues), 'utf8');
  const digest = digestOfBytes(content);
  return database.inBody(body, async (tx) => {
    const before = await captionsByDigest(tx, body, digest);
    if (before !== undefined) return captionsView(before);
    const at = clock.now();
    const seconds = Math.ceil(Math.max(...cues.map(({ to }) => to)) / 1000);
    const captions = {
      ...{ id: newId(), body, digest, cues: cues.length, seconds, content, at },
      ...{ uploaded_by: actor.id, uploaded_by_name: actor.name },
    };
    await insertCaptions(tx, captions);
    await record(tx, body, at, {
      kind: 'editorial.captions-kept',
      subject: captions.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: 'Caricati i sottotitoli di un video per le bozze',
      facts: { captions: captions.id, digest, cues: cues.length },
    });
    return captionsView(captions);
  });
}

/** As a file in either form. Throws CAPTIONS_NOT_FOUND. */
export async function captionsFile(
  { database }: EditorialPorts,
  body: string,
  { id, as }: { readonly id: string; readonly as: 'vtt' | 'srt' },
): Promise<string> {
  const found = await database.inBody(body, (tx) => captionsById(tx, id));
  if (found === undefined) throw editorialError('CAPTIONS_NOT_FOUND');
  return as === 'vtt' ? found.content.toString('utf8') : asSubRip(readCaptions(found.content));
}
