// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { dayIn, newId } from '#kernel';
import { type CompiledPolicy, type ItemFacts, linksPromised } from '#policy';
import type { ModerationPorts } from '../ports.ts';
import type { OfferedTopic, TopicRequest } from './contract.ts';
import { replyError } from './errors.ts';
import { holdLibrary, insertTopic, latestTopic, retireTopic, type Topic } from './store.ts';
import { hasWords, wordsIn } from './words.ts';

interface Acting {
  readonly body: string;
  readonly actor: Actor;
}

/** A new topic, or a new version of one. Throws TOPIC_NOT_FOUND. */
export async function writeTopic(
  ports: ModerationPorts,
  { body, actor }: Acting,
  request: TopicRequest,
): Promise<void> {
  const { id = newId(), title, words, links, validUntil } = request;
  await ports.database.inBody(body, async (tx) => {
    await holdLibrary(tx, body);
    const earlier = await latestTopic(tx, id);
    if (request.id !== undefined && earlier === undefined) throw replyError('TOPIC_NOT_FOUND');
    const at = ports.clock.now();
    const version = (earlier?.version ?? 0) + 1;
    await insertTopic(tx, {
      ...{ id, version, body, title, words, links, valid_until: validUntil },
      ...{ person: actor.id, person_name: actor.name, at, retired_at: null },
    });
    await record(tx, body, at, {
      kind: 'reply-topic.written',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Scritto l’argomento «${title}» con i suoi collegamenti, versione ${version}`,
      facts: { topic: id, version, words, links, validUntil },
    });
  });
}

export async function putTopicAway(ports: ModerationPorts, { body, actor }: Acting, id: string): Promise<void> {
  await ports.database.inBody(body, async (tx) => {
    await holdLibrary(tx, body);
    const topic = await latestTopic(tx, id);
    if (topic === undefined) return;
    const at = ports.clock.now();
    await retireTopic(tx, id, at);
    await record(tx, body, at, {
      kind: 'reply-topic.retired',
      subject: id,
      person: actor,
      grounds: [],
      policyVersion: null,
      summary: `Tolto dal catalogo l’argomento «${topic.title}»`,
      facts: { topic: id, version: topic.version },
    });
  });
}

export type KeptTopic = Pick<Topic, 'id' | 'title' | 'words' | 'links' | 'valid_until'>;

/** Its last day is over. */
export const isExpired = ({ valid_until }: Pick<Topic, 'valid_until'>, now: Date): boolean =>
  valid_until !== null && valid_until < dayIn(now);

interface Offering {
  readonly policy: CompiledPolicy;
  readonly facts: Pick<ItemFacts, 'channel' | 'kind' | 'text' | 'post'>;
  readonly now: Date;
}

/** Topics to offer for an item, those whose words are in it first, each with the clauses that promise its links there. Pure. */
export function offeredTopics(topics: readonly KeptTopic[], { policy, facts, now }: Offering): OfferedTopic[] {
  const clauses = linksPromised(policy, facts).map(({ id }) => id);
  const [own, around] = [wordsIn(facts.text), wordsIn(facts.post?.text ?? '')];
  return topics
    .filter((topic) => !isExpired(topic, now))
    .map((topic) => {
      const inItem = topic.words.some((words) => hasWords(own, words));
      const recognised = inItem || topic.words.some((words) => hasWords(around, words));
      const { id, title, links, valid_until: validUntil } = topic;
      return { rank: inItem ? 0 : recognised ? 1 : 2, topic: { id, title, links, validUntil, clauses, recognised } };
    })
    .toSorted((one, other) => one.rank - other.rank || one.topic.title.localeCompare(other.topic.title, 'it'))
    .map(({ topic }) => topic);
}
