// SPDX-License-Identifier: AGPL-3.0-or-later
import { ACT_WORDS, type KeptRoute, type RouteRule, rolesFor } from '#governance';
import { ROLE_WORDS } from '#governance/contract';

const HEAD = `<!-- SPDX-License-Identifier: CC-BY-4.0 -->
# Chi può che cosa: i percorsi del server

Ogni percorso del server porta la propria regola, che vale prima che la richiesta sia letta. Questa pagina la scrive
\`portavoce routes\` dai percorsi stessi; una prova rifiuta un percorso senza regola e una pagina rimasta indietro.

Chi ha un incarico limitato ad alcuni canali, oltre a leggere le cose del banco, passa soltanto dove il percorso parla
di un intervento o di un account di quei canali; la coda gli mostra solo quelli. Dove la policy in vigore chiede
un’autorizzazione, una formazione o un ufficio, serve anche quello.

Un programma con un gettone legge (\`GET\`) ciò che il suo gettone e l’incarico di chi l’ha fatto gli lasciano leggere, non le
prove e i nomi degli autori; con il gettone per le bozze ne comincia e ne salva. Ogni altro percorso gli è chiuso.

`;

/** The page of who may do what, from the routes themselves; the desk's own files, which hold no data, have no line. */
export function routesPage(routes: readonly KeptRoute[]): string {
  const lines = routes
    .filter(({ rule }) => !isOfFiles(rule))
    .map(({ method, url, rule }) => `| \`${url}\` | ${method} | ${whoMay(rule)} |`)
    .sort();
  return `${HEAD}| Percorso | Metodo | Chi |\n| --- | --- | --- |\n${[...new Set(lines)].join('\n')}\n`;
}

/** Of the files of the desk in the browser, which are there only once they were built. */
export const FILES_WHY = 'i file del banco nel browser: non contengono dati';

const isOfFiles = (rule: RouteRule | undefined): boolean =>
  rule !== undefined && 'why' in rule && rule.why === FILES_WHY;

function whoMay(rule: RouteRule | undefined): string {
  if (rule === undefined) return '**nessuna regola**';
  if ('why' in rule) return rule.who === 'anyone' ? `tutti: ${rule.why}` : `chi ha fatto l’accesso: ${rule.why}`;
  const roles = rolesFor(rule.act).map((role) => ROLE_WORDS[role]);
  return `${ACT_WORDS[rule.act]} (${roles.join(', ')})`;
}
