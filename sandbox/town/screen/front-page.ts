// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, html } from '../call.ts';
import type { OpenNetwork } from '../open-network.ts';
import type { StoryPlayer } from '../stories.ts';
import { dateOf, documentOf, escaped } from './layout.ts';

interface Shown {
  readonly networks: readonly OpenNetwork[];
  readonly player: StoryPlayer;
  readonly clock: { now(): Date };
}

export function frontPage({ networks, player, clock }: Shown): Answer {
  const content = `<header>
<div class="banner"><strong>Mondo simulato.</strong> Nessun dato esce da questa macchina e nessuna persona è reale.</div>
<div class="masthead"><h1>Mondo simulato</h1>
<p>Qui i social sono finti: si può scrivere come farebbe un cittadino e vedere che cosa arriva all’ente. Ora simulata: ${dateOf(clock.now().toISOString())}.</p></div>
</header>
<main>
<h2>I social</h2>
<ul class="places">${networks.map(networkLine).join('\n')}</ul>
<h2>Le storie</h2>
<p>Una storia fa accadere in poco tempo quello che a una redazione capita davvero.</p>
${player.playing().map(playingLine).join('\n')}
${player.stories.map((story) => storyCard(story, bodiesOf(networks))).join('\n')}
</main>`;
  return html(documentOf({ title: 'Mondo simulato', head: '', content }));
}

const playingLine = ({ name, title }: { readonly name: string; readonly title: string }): string =>
  `<form method="post" action="/stories/${escaped(name)}/stop"><p class="state">In corso: ${escaped(title)}.</p>
<button aria-label="Ferma: ${escaped(title)}">Ferma</button></form>`;

function networkLine({ definition, stage, faults }: OpenNetwork): string {
  const state = faults.isDown() ? ' <span class="state">(non raggiungibile)</span>' : '';
  const accounts = stage.world.accounts.size;
  return `<li style="--main: ${definition.screen.colours.main}"><a href="/${definition.name}">${escaped(definition.label)} simulato</a>: ${accounts} account${state}</li>`;
}

const bodiesOf = (networks: readonly OpenNetwork[]): string[] => [
  ...new Set(networks.flatMap(({ stage }) => [...stage.world.accounts.values()].map(({ body }) => body))),
];

function storyCard(
  { name, title, says }: { name: string; title: string; says: string },
  bodies: readonly string[],
): string {
  const options = bodies.map((body) => `<option>${escaped(body)}</option>`).join('');
  return `<form method="post" action="/stories/${escaped(name)}" class="card">
<h3>${escaped(title)}</h3><p>${escaped(says)}</p>
<div class="choices"><div><label for="${name}-ente">Ente</label><select id="${name}-ente" name="ente">${options}</select></div>
<div><label for="${name}-passo">Passo</label><select id="${name}-passo" name="passo"><option value="fast">tutta subito</option><option value="own">al suo passo</option></select></div>
<button>Racconta</button></div></form>`;
}
