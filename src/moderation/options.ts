// SPDX-License-Identifier: AGPL-3.0-or-later
import { adapterOf, type Capability } from '#channels';
import {
  type CompiledPolicy,
  groundsFor,
  type ItemFacts,
  type Judgement,
  mayWritePrivately,
  type NetworkName,
} from '#policy';
import { DECISIONS, type DecisionKind, type Option } from './contract.ts';

/** What asks the network for something; the others are the body's own business. */
const CAPABILITY: Partial<Record<DecisionKind, Capability>> = { hide: 'hide', remove: 'remove', reply: 'reply' };

export interface Matter {
  readonly policy: CompiledPolicy;
  readonly facts: ItemFacts;
  readonly judgement: Judgement;
  readonly hidden: boolean;
  /** Waits on the network for the account's approval. */
  readonly held: boolean;
  readonly deleted: boolean;
}

/** Every decision, with what it would really do on that network and which clauses may ground it. Pure. */
export const optionsFor = (matter: Matter): Option[] => DECISIONS.map((kind) => optionFor(kind, matter));

export function optionFor(kind: DecisionKind, matter: Matter): Option {
  const { policy, facts, judgement } = matter;
  const grounds = groundsFor(policy, kind, { item: facts, judgement }).map((ground) => ({
    id: ground.clause.id,
    title: ground.clause.title,
    text: ground.clause.text,
    proposed: ground.proposed,
  }));
  return { kind, grounds, ...reachOf(kind, matter), reasons: reasonsFor(kind, grounds, matter) };
}

type Reach = Pick<Option, 'available' | 'effect' | 'how' | 'undoable'>;

function reachOf(kind: DecisionKind, matter: Matter): Reach {
  const { facts, deleted } = matter;
  if (deleted && kind !== 'no-action') {
    return { available: false, effect: 'L’intervento non è più sul social.', how: 'none', undoable: true };
  }
  if (facts.kind === 'message' && ONLY_IN_PUBLIC.includes(kind))
    return { available: false, effect: 'Lo vedono solo chi l’ha scritto e l’ente.', how: 'none', undoable: true };
  const keptOut = kind === 'reply' && facts.kind === 'message' ? keptOutOfMessages(matter) : undefined;
  if (keptOut !== undefined) return { available: false, effect: keptOut, how: 'none', undoable: true };
  const capability = capabilityFor(kind, matter);
  if (capability === 'hold') return approval(facts.channel);
  if (capability !== undefined) return onNetwork(facts.channel, capability);
  return { available: true, effect: QUIET_EFFECTS[kind] ?? '', how: 'none', undoable: true };
}

/** Why private messages are not answered there, whatever ground a person names. */
function keptOutOfMessages({ policy, facts }: Matter): string | undefined {
  if (mayWritePrivately(policy, facts.channel)) return undefined;
  const clause = policy.channels.get(facts.channel)?.messages?.clause;
  return `La policy non prevede di rispondere in privato su questo canale${clause === undefined ? '' : ` (punto ${clause.id}, «${clause.title}»)`}.`;
}

const ONLY_IN_PUBLIC: readonly DecisionKind[] = ['publish', 'hide', 'remove'];

/** What holding is on a network says little of what letting go does. */
function approval(network: NetworkName): Reach {
  const reach = onNetwork(network, 'hold');
  if (reach.how !== 'api') return reach;
  return { ...reach, effect: 'Il social smette di trattenerlo: da quel momento lo vedono tutti.' };
}

function capabilityFor(kind: DecisionKind, { facts, hidden, held }: Matter): Capability | undefined {
  if (kind === 'publish') return held ? 'hold' : hidden ? 'unhide' : undefined;
  if (kind === 'reply' && facts.kind === 'message') return 'answer-message';
  return CAPABILITY[kind];
}

/** What the desk can take back by a contrary write; the rest stays, whatever the network allows by hand. */
const UNDOABLE: readonly Capability[] = ['hide', 'unhide'];

const QUIET_EFFECTS: Partial<Record<DecisionKind, string>> = {
  publish: 'Resta visibile a tutti, così com’è.',
  route: 'Nulla cambia sul social: la richiesta passa all’ufficio che scegli, e la sua risposta torna qui.',
  'no-action': 'Nulla cambia sul social: la pratica si chiude.',
};

function onNetwork(network: NetworkName, capability: Capability): Reach {
  const state = adapterOf(network)?.capabilities[capability];
  if (state === undefined)
    return {
      available: true,
      effect: 'Si fa a mano sul social, poi si conferma qui.',
      how: 'by-hand',
      undoable: false,
    };
  if (state.how === 'none') return { available: false, effect: state.effect, how: 'none', undoable: false };
  const how = state.how === 'by-hand' ? 'by-hand' : 'api';
  return { available: true, effect: state.effect, how, undoable: UNDOABLE.includes(capability) && state.undoable };
}

const OPENINGS: Record<DecisionKind, string> = {
  publish: 'L’intervento resta visibile',
  hide: 'L’intervento è stato nascosto',
  remove: 'L’intervento è stato rimosso',
  reply: 'Si risponde all’intervento',
  route: 'La richiesta passa all’ufficio competente',
  'no-action': 'L’intervento non richiede alcun atto',
};

/** A first sentence to be edited by the person; it names the clause, never the author. */
function reasonsFor(kind: DecisionKind, grounds: Option['grounds'], { held, judgement }: Matter): string {
  const ground = grounds.find((one) => one.proposed) ?? grounds[0];
  if (ground === undefined) return '';
  // What only waits for approval goes against nothing.
  const waits = kind === 'hide' && judgement.proposal.action === 'hold';
  const verb = (kind === 'hide' || kind === 'remove') && !waits ? 'perché in contrasto con' : 'come prevede';
  const opening = kind === 'publish' && held ? 'L’intervento viene pubblicato' : OPENINGS[kind];
  return `${opening}, ${verb} il punto ${ground.id} della policy («${ground.title}»).`;
}
