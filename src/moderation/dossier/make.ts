// SPDX-License-Identifier: AGPL-3.0-or-later
import { entriesAbout, headOf, record } from '#audit';
import { adapterOf } from '#channels';
import { type Actor, allBodies } from '#governance';
import { type Item, isOnClock, itemById } from '#inbox';
import { newId } from '#kernel';
import type { Tx } from '#platform';
import { mayBeCsam } from '#policy';
import { matterOf } from '../decide.ts';
import { basisOn } from '../evidence-store.ts';
import { keptFiles } from '../media/beside-evidence.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseById } from '../store.ts';
import { contentOf } from './content.ts';
import type { DossierForm, DossierRequest } from './contract.ts';
import { dossierError } from './errors.ts';
import { RECORD, type RecordLine, sealedFile, sha256 } from './file.ts';
import { masked } from './mask.ts';
import { type Acting, actOn, type OnCase } from './on-case.ts';
import { dossierPage } from './page.ts';
import { openFile, sealFile } from './sealing.ts';
import { signerOf } from './signing.ts';
import { concernOn, dossierById, insertDossier, termsOf } from './store.ts';
import { concernAround, wasDismissed } from './withheld-store.ts';
import type { Part } from './zip.ts';

const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;
const FORM_NAMES: Readonly<Record<DossierForm, string>> = { whole: 'intera', masked: 'dati altrui coperti' };

/**
 * Makes the file of a case and keeps it sealed: who made it, for what, and its fingerprint enter the record. The whole one is
 * for the head. Returns its id. Throws WHOLE_FOR_HEAD, CASE_NOT_FOUND, CSAM_NO_COPY.
 */
export async function makeDossier(
  ports: ModerationPorts,
  making: Acting & { readonly request: DossierRequest },
): Promise<string> {
  const { body, actor, request } = making;
  if (request.form === 'whole' && actor.role !== 'head') throw dossierError('WHOLE_FOR_HEAD');
  const bodies = await ports.database.outside((tx) => allBodies(tx));
  const bodyName = bodies.find(({ slug }) => slug === body)?.name ?? body;
  return actOn(ports, making, async (on) => {
    const { tx, row, item, subject, now } = on;
    await refuseCopyOfCsam(ports, on);
    const id = newId();
    const { file, manifest } = await fileOf(ports, on, { id, bodyName, ...request });
    const clock = await clockOf(tx, item);
    const { dossierDays } = await termsOf(tx, body);
    const kept = clock === null ? dossierDays * DAY_MILLISECONDS : Math.min(dossierDays * DAY_MILLISECONDS, clock);
    await insertDossier(tx, {
      ...{ id, body, case_id: row.id, subject, ...request, bytes: file.length, sha256: sha256(file) },
      sealed: await sealFile({ tx, vault: ports.vault }, { body, subject, row: id }, file),
      ...{ kept_until: new Date(now.getTime() + kept), purged_at: null, on_clock: clock !== null },
      ...{ person: actor.id, person_name: actor.name, at: now },
    });
    await record(tx, body, now, {
      kind: 'dossier.made',
      subject: item.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Preparata la raccolta delle prove della pratica n. ${row.number} (${FORM_NAMES[request.form]}, ${request.purpose === 'authorities' ? 'per le autorità' : 'per una richiesta di accesso'})`,
      facts: {
        case: row.id,
        dossier: id,
        form: request.form,
        purpose: request.purpose,
        sha256: sha256(file),
        manifest,
      },
    });
    return id;
  });
}

/** Nothing of what may be child-abuse content is copied: a head's word that it is not lets it be. */
async function refuseCopyOfCsam(ports: ModerationPorts, { tx, row, item }: OnCase): Promise<void> {
  if ((await concernOn(tx, { item: item.id })) !== undefined) throw dossierError('CSAM_NO_COPY');
  const { matter } = await matterOf(ports, tx, row);
  if (mayBeCsam(matter.judgement.clauses) && !(await wasDismissed(tx, row.id))) throw dossierError('CSAM_NO_COPY');
}

/** For how long a network's contract lets a file with its contents lie here; null: it does not say, or the body took it on itself. */
async function clockOf(tx: Tx, { body, network }: Item): Promise<number | null> {
  const adapter = adapterOf(network);
  if (adapter === null || !isOnClock(adapter)) return null;
  if ((await basisOn(tx, body, network)) !== undefined) return null;
  const { contentHours, deletionHours } = adapter.retention;
  return Math.min(contentHours ?? deletionHours ?? 0, deletionHours ?? contentHours ?? 0) * HOUR_MILLISECONDS;
}

interface Making extends DossierRequest {
  readonly id: string;
  readonly bodyName: string;
}

async function fileOf(ports: ModerationPorts, on: OnCase, { id, bodyName, form, purpose }: Making) {
  const { tx, row, item, now } = on;
  const signer = signerOf(ports.vault);
  const content = await contentOf(ports, on, form);
  const lines = await recordLines(tx, item, form);
  const head = await headOf(tx, row.body);
  const madeAt = now.toISOString();
  const about = { bodyName, form, purpose, madeAt, key: signer.publicKey };
  const parts: Part[] = [
    text('leggimi.txt', readMe(signer.publicKey)),
    text('raccolta.html', dossierPage(about, content, lines)),
    text('raccolta.json', `${JSON.stringify(content, null, 2)}\n`),
    ...(form === 'whole' ? await mediaParts(ports, tx, content.evidence) : []),
    text(RECORD, lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
  ];
  const end = { seq: head?.seq ?? 0, hash: head?.hash ?? '0'.repeat(64) };
  return sealedFile(
    { id, body: row.body, case: Number(row.number), form, purpose, madeAt, record: end },
    parts,
    signer,
  );
}

/** What came with the item, as it was when it was decided. */
async function mediaParts(
  { vault }: ModerationPorts,
  tx: Tx,
  evidence: readonly { readonly decision: string }[],
): Promise<Part[]> {
  const parts: Part[] = [];
  for (const [index, { decision }] of evidence.entries())
    for (const { name, bytes } of await keptFiles({ tx, vault }, decision))
      parts.push({ name: `allegati/${index + 1}-${name}`, bytes });
  return parts;
}

const text = (name: string, content: string): Part => ({ name, bytes: Buffer.from(content) });

/** In a masked file without the exact text, which names who works at the desk, and with people's data covered in the summary. */
async function recordLines(tx: Tx, item: Item, form: DossierForm): Promise<RecordLine[]> {
  const shown = form === 'masked' ? masked : (summary: string) => summary;
  return (await entriesAbout(tx, item.body, item.id)).map(({ seq, at, kind, content, previous_hash, hash }) => ({
    seq: Number(seq),
    at: at.toISOString(),
    kind,
    summary: shown(String((JSON.parse(content) as { summary?: unknown }).summary ?? '')),
    previous: previous_hash,
    hash,
    ...(form === 'whole' && { content }),
  }));
}

const readMe = (key: string): string => `Raccolta delle prove

raccolta.html    da leggere
raccolta.json    le stesse cose, per i programmi
allegati/        ciò che accompagnava l'intervento, se se n'era fatta copia
registro.ndjson  le voci del registro dell'ente su questa pratica, con le loro impronte
manifesto.json   l'impronta SHA-256 di ogni parte
firma.json       la firma Ed25519 del manifesto

Per sapere se il file è intatto basta Portavoce, senza collegamenti e senza base dati:

  portavoce dossier verify FILE --key ${key}

Confronta la chiave con quella che l'ente pubblica: chi rifacesse il file avrebbe una chiave sua.
Senza Portavoce: si controllano le impronte SHA-256 e la firma con qualunque programma che conosca Ed25519.
`;

/**
 * The file as it was made, with a name for it; who took it enters the record. A masked one is for whoever works here, auditors too;
 * a whole one for the head. Throws DOSSIER_NOT_FOUND, WHOLE_FOR_HEAD, DOSSIER_GONE, CSAM_NO_COPY.
 */
export async function dossierFile(
  ports: ModerationPorts,
  { body, id, actor }: { readonly body: string; readonly id: string; readonly actor: Actor },
): Promise<{ readonly name: string; readonly file: Buffer }> {
  return ports.database.inBody(body, async (tx) => {
    const dossier = await dossierById(tx, id);
    if (dossier === undefined) throw dossierError('DOSSIER_NOT_FOUND');
    if (dossier.form === 'whole' && actor.role !== 'head') throw dossierError('WHOLE_FOR_HEAD');
    if (dossier.purged_at !== null) throw dossierError('DOSSIER_GONE');
    const row = await caseById(tx, dossier.case_id);
    const item = row && (await itemById(tx, row.item_id));
    if (row === undefined || item === undefined) throw dossierError('DOSSIER_NOT_FOUND');
    if ((await concernAround(tx, item)) !== undefined) throw dossierError('CSAM_NO_COPY');
    const file = await openFile({ tx, vault: ports.vault }, dossier);
    if (file === null) throw dossierError('DOSSIER_GONE');
    await record(tx, body, ports.clock.now(), {
      kind: 'dossier.taken',
      subject: item.id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Scaricata la raccolta delle prove della pratica n. ${row.number} (${FORM_NAMES[dossier.form]})`,
      facts: { case: row.id, dossier: id, sha256: dossier.sha256 },
    });
    return { name: `raccolta-${body}-${dossier.id.slice(-8)}.zip`, file };
  });
}
