// SPDX-License-Identifier: AGPL-3.0-or-later
import { firstAnswers } from '#policy';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import { automaticClauses } from './choose.ts';
import type { ReplyLibrary } from './contract.ts';
import { PLACEHOLDERS, placesIn } from './placeholders.ts';
import {
  latestReplyChoice,
  type ReplyChoice,
  type Template,
  type Topic,
  templatesOf,
  topicsOf,
  waitingDrafts,
} from './store.ts';
import { isExpired } from './topics.ts';

/** Everything that a body keeps ready for answering, and what it chose about it. */
export async function replyLibrary(ports: ModerationPorts, body: string): Promise<ReplyLibrary> {
  return ports.database.inBody(body, async (tx) => {
    const now = ports.clock.now();
    const { compiled } = await inForce(tx, body, now);
    const choice = choiceView(await latestReplyChoice(tx, body));
    const byTemplate = Map.groupBy(await templatesOf(tx, body), ({ id }) => id);
    const waiting = await waitingDrafts(tx, body);
    return {
      templates: [...byTemplate].map(([id, versions]) => ({
        id,
        versions: versions.map(versionView),
        inUse: inUse(versions)?.version ?? null,
      })),
      fromPolicy: firstAnswers(compiled).map(({ clause, text, telling, office }) => ({
        clause: { id: clause.id, title: clause.title },
        ...{ text: text ?? null, telling: telling ?? null, office: office ?? null },
      })),
      topics: (await topicsOf(tx, body)).map((topic) => topicView(topic, now)),
      choice,
      automatic: automaticClauses(compiled, choice.night),
      waiting: waiting.map(({ case_id, number, person_name: by, at }) => ({
        case: { id: case_id, number: Number(number) },
        ...{ by, at: at.toISOString() },
      })),
    };
  });
}

/** The last approved version, of versions with the latest first. */
export const inUse = (versions: readonly Template[]): Template | undefined =>
  versions.find(({ approved_at }) => approved_at !== null);

const versionView = (template: Template): ReplyLibrary['templates'][number]['versions'][number] => {
  const { version, title, text, office, clauses, categories, channels, person_name: by, at } = template;
  return {
    ...{ version, title, text, office, clauses, categories, channels, by, at: at.toISOString() },
    places: placesIn(text).map((name) => ({ name, filledBy: (PLACEHOLDERS as Record<string, string>)[name] ?? null })),
    approvedBy: template.approved_by_name,
    approvedAt: template.approved_at?.toISOString() ?? null,
  };
};

function topicView(topic: Topic, now: Date): ReplyLibrary['topics'][number] {
  const { id, version, title, words, links, valid_until: validUntil, person_name: by, at } = topic;
  return { id, version, title, words, links, validUntil, expired: isExpired(topic, now), by, at: at.toISOString() };
}

export const nightOf = ({ night_from: from, night_to: to }: Pick<ReplyChoice, 'night_from' | 'night_to'>) =>
  from === null || to === null ? null : { from, to };

const choiceView = (choice: ReplyChoice | undefined): ReplyLibrary['choice'] => ({
  approval: choice?.approval ?? false,
  automatic: choice?.automatic ?? false,
  night: choice === undefined ? null : nightOf(choice),
  latest: choice === undefined ? null : { act: choice.act, by: choice.person_name, at: choice.at.toISOString() },
});
