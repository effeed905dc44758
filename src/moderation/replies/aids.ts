// SPDX-License-Identifier: AGPL-3.0-or-later
import { commandOf, commandsOf } from '#delivery';
import { textsOf } from '#inbox';
import type { Tx, Vault } from '#platform';
import type { AnswerOption, CompiledPolicy, PolicyClause } from '#policy';
import { enforcementView } from '../detail.ts';
import type { Matter } from '../options.ts';
import type { ModerationPorts } from '../ports.ts';
import { caseToAnswer, conversationOf, type OnCase, regimeOf } from './answering.ts';
import type { OnOneCase } from './check.ts';
import type { ReplyAids } from './contract.ts';
import { draftView } from './drafts.ts';
import { offeredTemplates } from './offered-templates.ts';
import { filled, valuesFor } from './placeholders.ts';
import { answersGiven, automaticIn, draftsOf, latestReplyChoice, templatesOf, topicsOf } from './store.ts';
import { offeredTopics } from './topics.ts';
import { likeness, tellingWords } from './words.ts';

const clauseRef = ({ id, title }: PolicyClause) => ({ id, title });

/** Everything that helps a person to answer one case. */
export async function replyAids(
  ports: ModerationPorts,
  { body, caseId }: OnOneCase,
  reader: string,
): Promise<ReplyAids> {
  return ports.database.inBody(body, async (tx) => {
    const on = await caseToAnswer(ports, tx, caseId);
    const { item, matter } = on;
    const now = ports.clock.now();
    const { policy, facts } = matter;
    const topics = offeredTopics(await topicsOf(tx, body), { policy, facts, now });
    const link = topics.find(({ recognised }) => recognised)?.links[0]?.url;
    const drafts = await draftsOf(tx, caseId);
    return {
      regime: regimeView(matter),
      templates: offeredTemplates({ matter, kept: await templatesOf(tx, body), link }),
      topics,
      answered: await answeredBefore(tx, on, now),
      approval: (await latestReplyChoice(tx, body))?.approval ?? false,
      drafts: await Promise.all(drafts.map((draft) => draftView(ports, tx, { draft, item, reader }))),
      automatic: await automaticView(tx, ports.vault, on),
    };
  });
}

function regimeView(matter: Matter): ReplyAids['regime'] {
  const { privately, personalCase } = regimeOf(matter);
  return {
    privately: privately.how,
    privatelyClause: privately.clause === undefined ? null : clauseRef(privately.clause),
    personalCase:
      personalCase === undefined
        ? null
        : {
            how: personalCase.how,
            clauses: personalCase.clauses.map(clauseRef),
            options: personalCase.options.map(({ kind, clause, words }) => ({
              ...{ kind, words, clause: clauseRef(clause) },
              text: filled(OPTION_TEXTS[kind], valuesFor({ ...matter, channel: matter.facts.channel })),
            })),
          },
  };
}

/** First sentences to be edited; what a policy does not say is left to be filled in. */
const OPTION_TEXTS: Readonly<Record<AnswerOption['kind'], string>> = {
  'private-message':
    'Buongiorno, di una richiesta personale non parliamo in pubblico: ci scriva in un messaggio privato.',
  'office-contacts': 'Buongiorno, per questa richiesta può rivolgersi a: {ufficio}. Recapito: {recapito}',
  'general-information': 'Buongiorno, qui diamo solo informazioni generali, che trova alla pagina {link}',
};

const WEEKS_MILLISECONDS = 60 * 86_400_000;
/** Nearly the same question. */
const ALIKE = 0.5;
const OFFERED = 3;

/** What colleagues answered to nearly the same; never from items that tell of somebody, or of their health. */
async function answeredBefore(tx: Tx, { row, matter }: OnCase, now: Date): Promise<ReplyAids['answered']> {
  const asked = tellingWords(matter.facts.text);
  const notOn = tellingOfSomebody(matter.policy);
  if (asked.size === 0 || row.kind === 'message' || row.clauses.some((id) => notOn.includes(id))) return [];
  const since = new Date(now.getTime() - WEEKS_MILLISECONDS);
  const given = await answersGiven(tx, { body: row.body, since, notOn, but: row.id });
  const texts = await textsOf(
    tx,
    given.map(({ item_id: item, item_version: version }) => ({ item, version })),
  );
  const alike = given.filter(({ item_id }) => likeness(asked, tellingWords(texts.get(item_id) ?? '')) >= ALIKE);
  return [...Map.groupBy(alike, ({ reply }) => reply)]
    .map(([text, times]) => ({ text, times: times.length, last: times[0]?.at.toISOString() ?? now.toISOString() }))
    .toSorted((one, other) => other.times - one.times)
    .slice(0, OFFERED);
}

const tellingOfSomebody = (policy: CompiledPolicy): string[] => [
  ...new Set(
    policy.rules
      .filter(({ categories }) =>
        categories.some((one) => ['personal-case', 'sensitive-data', 'personal-data'].includes(one)),
      )
      .filter(({ modality, categories }) => modality !== 'route' || categories.length === 1)
      .map(({ clause }) => clause.id),
  ),
];

async function automaticView(tx: Tx, vault: Vault, { item, matter }: OnCase): Promise<ReplyAids['automatic']> {
  if (item.kind !== 'message') return null;
  const sent = await automaticIn(tx, { account_id: item.account_id, conversation: conversationOf(item) });
  if (sent === undefined) return null;
  const [command] = await commandsOf(tx, { causes: [sent.id] });
  const payload = command && commandOf(vault, command);
  return {
    clause: { id: sent.clause, title: matter.policy.clauses.get(sent.clause)?.title ?? '' },
    text: payload?.type === 'answer-message' ? payload.text : '',
    at: sent.at.toISOString(),
    enforcements: command === undefined ? [] : [enforcementView(command, null)],
  };
}
