// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FromDesk, Load, Ready, ToConnect, ToDesk } from './messages.ts';

/** The desk as seen from outside: another process, asked by messages. */
export interface DeskProcess {
  connect(accounts: readonly ToConnect[]): Promise<Ready>;
  load(): Promise<Load>;
  /** Reads every account now, as its poller would at its time. */
  read(): Promise<void>;
  stop(): Promise<void>;
}

const PROGRAM = join(import.meta.dirname, 'desk.ts');

export async function startDeskProcess(dataDir: string, execArgv: readonly string[] = []): Promise<DeskProcess> {
  const child = fork(PROGRAM, [dataDir], { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await answered(child, 'started');
  const ask = <Key extends string>(message: ToDesk, key: Key) => {
    const answer = answered(child, key);
    child.send(message);
    return answer;
  };
  return {
    connect: async (accounts) => (await ask({ connect: accounts }, 'ready')).ready,
    load: async () => (await ask({ load: true }, 'load')).load,
    read: async () => void (await ask({ read: true }, 'read')),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.send({ stop: true } satisfies ToDesk);
      await ended;
    },
  };
}

type With<Key extends string> = Extract<FromDesk, Readonly<Record<Key, unknown>>>;

/** The next message of that kind. Throws when the process ends or says that it failed. */
function answered<Key extends string>(child: ChildProcess, key: Key): Promise<With<Key>> {
  return new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', heard);
      child.off('exit', ended);
    };
    const heard = (message: FromDesk) => {
      if ('failed' in message) reject(new Error(`the desk failed: ${message.failed}`));
      else if (key in message) resolve(message as With<Key>);
      else return;
      done();
    };
    const ended = () => {
      done();
      reject(new Error('the desk ended'));
    };
    child.on('message', heard);
    child.once('exit', ended);
  });
}
