// SPDX-License-Identifier: AGPL-3.0-or-later
import { CodedError } from '#kernel';
import { type Command, wordsFor } from './commands/command.ts';
import { COMMANDS } from './commands/list.ts';
import type { ExitCode } from './commands/policy.ts';
import { processStreams, type Streams } from './commands/streams.ts';

// The command line: portavoce COMMAND …

const ASKS_FOR_HELP = ['--help', '-h', 'help'];

const USAGE = `Portavoce: la social media policy dell'ente è il programma.

Uso: portavoce COMANDO …

${COMMANDS.map(({ name, takes, does }) => `  ${name} ${takes}\n      ${does}\n`).join('')}
I dati entrano ed escono come NDJSON, un oggetto JSON per riga; gli errori vanno sullo standard error.
Codice d'uscita: 0 fatto; 1 fatto, ma qualcosa non va; 2 non fatto.
`;

const isNamed = ({ name }: Command, argv: readonly string[]): boolean =>
  name.split(' ').every((word, index) => argv[index] === word);

async function obey(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const [first] = argv;
  if (first === undefined || ASKS_FOR_HELP.includes(first)) {
    streams.text(USAGE);
    return 0;
  }
  const command = COMMANDS.find((candidate) => isNamed(candidate, argv));
  if (command === undefined) {
    streams.error(`Il comando «${argv.slice(0, 2).join(' ')}» non esiste. L'elenco dei comandi: portavoce --help`);
    return 2;
  }
  const args = argv.slice(command.name.split(' ').length);
  if (args.includes('--help') || args.includes('-h')) {
    streams.text(`Uso: portavoce ${command.name} ${command.takes}\n${command.does}\n`);
    return 0;
  }
  return command.run(wordsFor(command, args), streams);
}

/** What is foreseen is told with its way out; what is not keeps its stack, for who has to mend it. */
function told(error: unknown): string {
  if (error instanceof CodedError) return `${error.message}\n${error.hint}`;
  if (error instanceof Error) return 'syscall' in error ? error.message : (error.stack ?? error.message);
  return String(error);
}

const streams = processStreams();
try {
  process.exitCode = await obey(process.argv.slice(2), streams);
} catch (error) {
  streams.error(told(error));
  process.exitCode = 2;
}
