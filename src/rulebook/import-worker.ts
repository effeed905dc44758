// SPDX-License-Identifier: AGPL-3.0-or-later
import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '#kernel';
import { type ClauseNode, parse } from '#policy';
import { type ImportedPolicy, importErrors, importPolicy } from './importing/index.ts';
import type { DocumentToRead, ReadDocument } from './read-document.ts';

// Reads one document away from the server's own thread, and tells what became of it.

const { bytes, name } = workerData as DocumentToRead;

function toldOf({ draft, body, clauses, left, remarks }: ImportedPolicy): ReadDocument {
  const nodes = new Map(clausesOf(draft).map((node) => [node.id, node]));
  const blocksOf = (id: string) => nodes.get(id)?.blocks ?? [];
  const count = (carries: (clause: ImportedPolicy['clauses'][number]) => unknown) => clauses.filter(carries).length;
  const found = [
    { what: 'rules' as const, count: count(({ modality }) => modality !== null) },
    { what: 'hours' as const, count: count(({ hours }) => hours) },
    { what: 'channels' as const, count: count(({ channels }) => channels) },
    { what: 'contacts' as const, count: count(({ contacts }) => contacts) },
    { what: 'ladder' as const, count: count(({ ladder }) => ladder) },
    { what: 'text' as const, count: count(({ id }) => blocksOf(id).length === 0) },
  ];
  return {
    source: draft,
    named: body.found ? body.name : null,
    clauses: clauses.length,
    found: found.filter((each) => each.count > 0),
    lookAt: clauses.flatMap(({ id, title, section, source }) => {
      const whys = blocksOf(id).flatMap((block) => (block.kind === 'defect' ? [block.note] : []));
      return whys.length === 0 ? [] : [{ clause: id, title, section, source, why: whys.join('; ') }];
    }),
    left: left.map(({ left: text, why }) => ({ text, why })),
    remarks: [...remarks],
  };
}

function clausesOf(draft: string): readonly ClauseNode[] {
  const { policy } = parse(draft, 'draft');
  return policy?.parts.flatMap(({ sections }) => sections.flatMap((section) => section.clauses)) ?? [];
}

try {
  parentPort?.postMessage({ document: toldOf(await importPolicy(bytes, name)) });
} catch (error) {
  if (!(error instanceof CodedError) || !(error.code in importErrors)) throw error;
  parentPort?.postMessage({ refused: { code: error.code, detail: error.detail } });
}
