// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from '#audit';
import type { Actor } from '#governance';
import { newId } from '#kernel';
import { automaticReplies, type CompiledPolicy, isMissing, NETWORKS, type NetworkName, nightHours } from '#policy';
import { inForce } from '#rulebook';
import type { ModerationPorts } from '../ports.ts';
import type { ReplyChoiceRequest, ReplyLibrary } from './contract.ts';
import { replyError } from './errors.ts';
import { insertReplyChoice, type ReplyChoice } from './store.ts';

/** The channels of a policy on which some clause has the program answer. */
const answeredBy = (policy: CompiledPolicy, clause: string): NetworkName[] =>
  NETWORKS.filter(
    (network) =>
      policy.channels.has(network) && automaticReplies(policy, network).some(({ clause: { id } }) => id === clause),
  );

/** Every clause that declares an automatic answer, with what it lacks before it can be given. */
export function automaticClauses(
  policy: CompiledPolicy,
  night: ReplyLibrary['choice']['night'],
): ReplyLibrary['automatic'] {
  const declared = new Map(
    NETWORKS.flatMap((network) => automaticReplies(policy, network)).map((one) => [one.what, one]),
  );
  return [...declared.values()].map(({ clause, what }) => {
    const channels = answeredBy(policy, clause.id);
    const when = what.when === undefined || isMissing(what.when) ? null : what.when;
    const hours = channels.map((channel) => nightHours(policy, channel, night ?? undefined).source);
    const text = what.text === undefined || isMissing(what.text) ? null : what.text;
    return {
      clause: { id: clause.id, title: clause.title },
      ...{ text, when, channels },
      nightGiven: when === 'night' && hours.every((source) => source === 'policy'),
      missing: [
        ...(text === null ? ['le parole della risposta'] : []),
        ...(when === null ? ['quando si risponde'] : []),
        ...(when === 'night' && hours.includes('missing') ? ['l’orario della notte'] : []),
      ],
    };
  });
}

/** The head says, by an act, whether answers are approved and whether the program gives those that clauses declare automatic. */
export async function chooseReplies(
  ports: ModerationPorts,
  { body, actor }: { readonly body: string; readonly actor: Actor },
  request: ReplyChoiceRequest,
): Promise<void> {
  const { approval, automatic, night, act } = request;
  await ports.database.inBody(body, async (tx) => {
    const at = ports.clock.now();
    const { compiled, version } = await inForce(tx, body, at);
    const clauses = refuseUnlessPossible(compiled, request);
    const id = newId();
    const choice: ReplyChoice = {
      ...{ id, body, approval, automatic, night_from: night?.from ?? null, night_to: night?.to ?? null, act },
      ...{ person: actor.id, person_name: actor.name, at },
    };
    await insertReplyChoice(tx, choice);
    await record(tx, body, at, {
      kind: 'replies.chosen',
      subject: id,
      person: actor,
      grounds: clauses,
      policyVersion: version,
      summary: `Scelto come si risponde (${act}): ${told(request)}`,
      facts: { approval, automatic, night, act },
    });
  });
}

function refuseUnlessPossible(policy: CompiledPolicy, { automatic, night }: ReplyChoiceRequest): string[] {
  const declared = automaticClauses(policy, night);
  const atNight = declared.filter(({ when }) => when === 'night');
  if (night !== null && night.from === night.to) throw replyError('NIGHT_INCOMPLETE');
  if (night !== null && atNight.length > 0 && atNight.every(({ nightGiven }) => nightGiven))
    throw replyError('NIGHT_GIVEN', atNight[0]?.clause.id);
  if (!automatic) return [];
  if (declared.length === 0) throw replyError('NOTHING_AUTOMATIC');
  if (declared.every(({ missing }) => missing.length > 0))
    throw replyError('NIGHT_MISSING', declared.flatMap(({ missing }) => missing).join('; '));
  return declared.map(({ clause }) => clause.id);
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function told({ approval, automatic, night }: ReplyChoiceRequest): string {
  const hours = night === null ? '' : `, di notte dalle ${clock(night.from)} alle ${clock(night.to)}`;
  return [
    approval ? 'le risposte si approvano' : 'le risposte non si approvano',
    automatic ? `la risposta automatica è attiva${hours}` : 'nessuna risposta automatica',
  ].join('; ');
}
