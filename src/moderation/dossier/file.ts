// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { DossierForm, DossierPurpose } from './contract.ts';
import type { Signer } from './signing.ts';
import { type Part, zipOf } from './zip.ts';

export const FORMAT = 'portavoce-dossier';
export const FORMAT_VERSION = 1;
export const MANIFEST = 'manifesto.json';
export const SIGNATURE = 'firma.json';
export const RECORD = 'registro.ndjson';

/** Of the file, what is signed: it names every other part by its fingerprint. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly id: string;
  readonly body: string;
  readonly case: number;
  readonly form: DossierForm;
  readonly purpose: DossierPurpose;
  readonly madeAt: string;
  /** The end of the body's record when the file was made. */
  readonly record: { readonly seq: number; readonly hash: string };
  readonly key: string;
  readonly parts: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
}

/** An entry of the record about the case: with its exact text in a whole file, without it in a masked one. */
export interface RecordLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly summary: string;
  readonly previous: string;
  readonly hash: string;
  readonly content?: string;
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export const textOfSignature = (key: string, signature: string): string =>
  `${JSON.stringify({ algorithm: 'Ed25519', key, signature })}\n`;

export const textOfManifest = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** The whole file: its parts, the manifest of them, and the signature of the manifest. */
export function sealedFile(
  about: Omit<Manifest, 'format' | 'version' | 'key' | 'parts'>,
  parts: readonly Part[],
  signer: Signer,
): { readonly file: Buffer; readonly manifest: string } {
  const manifest: Manifest = {
    ...{ format: FORMAT, version: FORMAT_VERSION },
    ...about,
    key: signer.publicKey,
    parts: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
  };
  const written = Buffer.from(textOfManifest(manifest));
  const signature = Buffer.from(textOfSignature(signer.publicKey, signer.sign(written)));
  const file = zipOf([...parts, { name: MANIFEST, bytes: written }, { name: SIGNATURE, bytes: signature }]);
  return { file, manifest: sha256(written) };
}
