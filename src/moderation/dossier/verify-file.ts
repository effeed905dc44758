// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { DOSSIER_FORMS, DOSSIER_PURPOSES } from './contract.ts';
import {
  FORMAT,
  FORMAT_VERSION,
  MANIFEST,
  RECORD,
  SIGNATURE,
  sha256,
  textOfManifest,
  textOfSignature,
} from './file.ts';
import { isSigned } from './signing.ts';
import { type Part, partsOf, zipOf } from './zip.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const ManifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  id: z.string(),
  body: z.string(),
  case: z.number().int(),
  form: z.enum(DOSSIER_FORMS),
  purpose: z.enum(DOSSIER_PURPOSES),
  madeAt: z.iso.datetime(),
  record: z.strictObject({ seq: z.number().int(), hash: Hash }),
  key: z.string(),
  parts: z.array(z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: Hash })),
});
const SignatureShape = z.strictObject({ algorithm: z.literal('Ed25519'), key: z.string(), signature: z.string() });
const LineShape = z.object({ seq: z.number().int(), hash: Hash, previous: Hash, content: z.string().optional() });

/** Something that is not as it was made: which part, and an Italian sentence. */
export interface Alteration {
  readonly part: string | null;
  readonly what: string;
}

export interface Verified {
  readonly alterations: readonly Alteration[];
  /** Absent where the manifest cannot be read. */
  readonly manifest?: z.infer<typeof ManifestShape>;
}

/** Whether every byte of a file is as it was made. Needs the file alone; `trusted` is the public key that the body publishes. */
export function verifyFile(file: Buffer, trusted?: string): Verified {
  const parts = partsOf(file);
  const signed = parts.find(({ name }) => name === MANIFEST);
  const manifest = signed === undefined ? null : shaped(ManifestShape, signed.bytes);
  if (signed === undefined || manifest === null)
    return {
      alterations: [{ part: MANIFEST, what: 'il manifesto manca o non si legge: il resto non si può controllare' }],
    };
  const alterations = [
    ...signatureFaults(parts, signed.bytes, manifest.key),
    ...(textOfManifest({ ...manifest }) === signed.bytes.toString()
      ? []
      : [{ part: MANIFEST, what: 'il manifesto non è scritto come è stato fatto' }]),
    ...(trusted === undefined || trusted === manifest.key
      ? []
      : [{ part: SIGNATURE, what: 'la chiave che firma non è quella indicata' }]),
    ...partFaults(parts, manifest.parts),
    ...recordFaults(parts, manifest.record.seq),
  ];
  const order = [...manifest.parts.map(({ name }) => name), MANIFEST, SIGNATURE];
  const isWhole = zipOf(parts).equals(file) && parts.every(({ name }, place) => name === order[place]);
  if (alterations.length === 0 && !isWhole)
    alterations.push({ part: null, what: 'la cornice del file è stata modificata: le parti sono quelle di prima' });
  return { alterations, manifest };
}

function signatureFaults(parts: readonly Part[], manifest: Buffer, key: string): Alteration[] {
  const part = parts.find(({ name }) => name === SIGNATURE);
  const given = part === undefined ? null : shaped(SignatureShape, part.bytes);
  if (part === undefined || given === null) return [{ part: SIGNATURE, what: 'la firma manca o non si legge' }];
  if (textOfSignature(given.key, given.signature) !== part.bytes.toString())
    return [{ part: SIGNATURE, what: 'la firma non è scritta come è stata fatta' }];
  const { signature } = given;
  if (given.key === key && isSigned(manifest, { publicKey: key, signature })) return [];
  return [{ part: SIGNATURE, what: 'la firma non è di questo manifesto: qualcosa è stato cambiato dopo' }];
}

function partFaults(parts: readonly Part[], promised: z.infer<typeof ManifestShape>['parts']): Alteration[] {
  const faults: Alteration[] = [];
  const expected = [...promised.map(({ name }) => name), MANIFEST, SIGNATURE];
  for (const { name, bytes, sha256: digest } of promised) {
    const found = parts.filter((part) => part.name === name);
    const [first] = found;
    if (first === undefined) faults.push({ part: name, what: 'questa parte manca' });
    else if (found.length > 1) faults.push({ part: name, what: 'questa parte c’è più volte' });
    else if (first.bytes.length !== bytes || sha256(first.bytes) !== digest)
      faults.push({ part: name, what: 'questa parte è stata modificata' });
  }
  for (const { name } of parts)
    if (!expected.includes(name)) faults.push({ part: name, what: 'questa parte è stata aggiunta' });
  return faults;
}

/** The entries of the record are hashed as the record does, and stand in its order. */
function recordFaults(parts: readonly Part[], last: number): Alteration[] {
  const part = parts.find(({ name }) => name === RECORD);
  const lines = part === undefined ? [] : part.bytes.toString().split('\n').slice(0, -1);
  let before = 0;
  for (const line of lines) {
    const entry = shaped(LineShape, Buffer.from(line));
    if (entry === null) return [{ part: RECORD, what: 'una voce del registro non si legge' }];
    if (entry.seq <= before || entry.seq > last) return [{ part: RECORD, what: `la voce ${entry.seq} è fuori posto` }];
    if (entry.content !== undefined && sha256(entry.content) !== entry.hash)
      return [{ part: RECORD, what: `la voce ${entry.seq} non corrisponde alla sua impronta` }];
    before = entry.seq;
  }
  return [];
}

function shaped<Shape extends z.ZodType>(shape: Shape, bytes: Buffer): z.infer<Shape> | null {
  try {
    const read = shape.safeParse(JSON.parse(bytes.toString()));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
