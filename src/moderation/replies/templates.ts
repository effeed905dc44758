// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { TemplateRequest } from './contract.ts';
import { replyError } from './errors.ts';
import { hasStrayBraces } from './placeholders.ts';
import { changeTemplate, holdLibrary, insertTemplate, type Template, versionsOfTemplate } from './store.ts';

interface Acting {
  readonly body: string;
  readonly actor: Actor;
}

/** A new text, or a new version of one: used once it is approved. Throws TEMPLATE_NOT_FOUND, TEMPLATE_BRACES, CLAUSE_UNKNOWN. */
export async function writeTemplate(
  ports: ModerationPorts,
  { body, actor }: Acting,
  request: TemplateRequest,
): Promise<void> {
  const { id = newId(), title, text, office, clauses, categories, channels } = request;
  if (hasStrayBraces(text)) throw replyError('TEMPLATE_BRACES');
  await ports.database.inBody(body, async (tx) => {
    await holdLibrary(tx, body);
    const at = ports.clock.now();
    const policy = await inForce(tx, body, at);
    const unknown = clauses.find((clause) => !policy.compiled.clauses.has(clause));
    if (unknown !== undefined) throw replyError('CLAUSE_UNKNOWN', unknown);
    const earlier = await versionsOfTemplate(tx, id);
    if (request.id !== undefined && !isLive(earlier)) throw replyError('TEMPLATE_NOT_FOUND');
    const version = (earlier[0]?.version ?? 0) + 1;
    await insertTemplate(tx, {
      ...{ id, version, body, title, text, office: office === '' ? null : office, clauses, categories, channels },
      ...{ person: actor.id, person_name: actor.name, at },
      ...{ approved_by: null, approved_by_name: null, approved_at: null, retired_at: null },
    });
    await record(tx, body, at, {
      kind: 'reply-template.written',
      subject: id,
      person: actor,
      grounds: clauses,
      policyVersion: policy.version,
      summary: `Scritto il modello di risposta «${title}», versione ${version}`,
      facts: { template: id, version, text },
    });
  });
}

const isLive = (versions: readonly Template[]): boolean => versions[0] !== undefined && versions[0].retired_at === null;

/** The head approves the latest version: from then on everybody may send it. Throws TEMPLATE_NOT_FOUND, TEMPLATE_CHANGED. */
export async function approveTemplate(
  ports: ModerationPorts,
  { body, actor }: Acting,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await holdLibrary(tx, body);
    const [latest] = await versionsOfTemplate(tx, id);
    if (latest === undefined || latest.retired_at !== null) throw replyError('TEMPLATE_NOT_FOUND');
    if (latest.version !== version) throw replyError('TEMPLATE_CHANGED');
    if (latest.approved_at !== null) return;
    const at = ports.clock.now();
    const approval = { approved_by: actor.id, approved_by_name: actor.name, approved_at: at };
    await changeTemplate(tx, { id, version }, approval);
    await record(tx, body, at, {
      kind: 'reply-template.approved',
      subject: id,
      person: actor,
      grounds: latest.clauses,
      policyVersion: null,
      summary: `Approvato il modello di risposta «${latest.title}», versione ${version}`,
      facts: { template: id, version, writer: latest.person },
    });
  });
}

/** Put away with all its versions, which are kept. */
export async function retireTemplate(ports: ModerationPorts, { body, actor }: Acting, id: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await holdLibrary(tx, body);
    const [latest] = await versionsOfTemplate(tx, id);
    if (latest === undefined) throw replyError('TEMPLATE_NOT_FOUND');
    if (latest.retired_at !== null) return;
    const at = ports.clock.now();
    await changeTemplate(tx, { id }, { retired_at: at });
    await record(tx, body, at, {
      kind: 'reply-template.retired',
      subject: id,
      person: actor,
      grounds: latest.clauses,
      policyVersion: null,
      summary: `Ritirato il modello di risposta «${latest.title}»`,
      facts: { template: id, version: latest.version },
    });
  });
}
