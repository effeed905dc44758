// SPDX-License-Identifier: AGPL-3.0-or-later
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { platformError } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { originOf } from './push/carriers.ts';

/** What the environment says; read once, passed on as an argument. */
export interface Config {
  /** 0 picks a free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute folder of everything this installation keeps: database, keys, sandbox. */
  readonly dataDir: string;
  /** The owner's connection string; unset: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Public address, when a proxy stands in front; unset: derived from host and port. */
  readonly publicUrl: string | undefined;
  /** Addresses of the proxies whose word on a client's address is taken; absent: nobody's. */
  readonly proxies?: readonly string[];
  /** Where a flaw is reported, as a `mailto:` or `https:` address; absent: no `security.txt`. */
  readonly securityContact?: string | undefined;
  /** Absent: `warn`. */
  readonly logLevel?: LogLevel;
  /** A model on this machine or on a server of the body's own, up to `/v1`; absent: none. */
  readonly modelUrl?: string | undefined;
  /** As that server calls the model; absent: its only one. */
  readonly modelName?: string | undefined;
  /** The mail server, as `smtp://` or `smtps://`, with name and password; absent: no letters. */
  readonly mailServer?: string | undefined;
  /** Who the letters come from; given with the server. */
  readonly mailFrom?: string | undefined;
  /** Origins of services that carry notices to devices, besides the known ones; false: no notices; absent: the known ones. */
  readonly push?: readonly string[] | false;
  readonly demo: boolean;
  /** Milliseconds since the epoch when the starting command began, to say how long it all took. */
  readonly startedAt: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment, argv: readonly string[], now: number): Config {
  return {
    port: port(environment.PORT),
    host: environment.HOST ?? '127.0.0.1',
    dataDir: resolve(environment.PORTAVOCE_DATA ?? './data'),
    databaseUrl: address(environment, 'DATABASE_URL'),
    publicUrl: publicUrl(environment),
    proxies: proxies(environment.PORTAVOCE_PROXY),
    securityContact: securityContact(environment.PORTAVOCE_SECURITY_CONTACT),
    logLevel: logLevel(environment.PORTAVOCE_LOG),
    modelUrl: address(environment, 'PORTAVOCE_MODEL_URL'),
    modelName: environment.PORTAVOCE_MODEL_NAME || undefined,
    ...mail(environment),
    push: push(environment.PORTAVOCE_PUSH),
    demo: !argv.includes('--empty'),
    startedAt: Number(environment.PORTAVOCE_STARTED_AT) || now,
  };
}

function port(value: string | undefined): number {
  if (value === undefined || value === '') return 3000;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65535) {
    throw platformError('CONFIG_INVALID', `PORT vale "${value}", serve un numero da 0 a 65535`);
  }
  return number;
}

function address(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  if (value === undefined || value === '') return undefined;
  if (!URL.canParse(value)) throw platformError('CONFIG_INVALID', `${name} non è un indirizzo`);
  return value;
}

function publicUrl(environment: Environment): string | undefined {
  const value = address(environment, 'PORTAVOCE_URL');
  if (value === undefined) return undefined;
  const { protocol, origin, pathname } = new URL(value);
  if (!['http:', 'https:'].includes(protocol) || pathname !== '/') {
    throw platformError(
      'CONFIG_INVALID',
      `PORTAVOCE_URL vale "${value}", serve per esempio https://banco.ente.example`,
    );
  }
  return origin;
}

function proxies(value: string | undefined): readonly string[] {
  const entries = (value ?? '').split(',').map((entry) => entry.trim());
  const named = entries.filter((entry) => entry !== '');
  const wrong = named.find((entry) => !isProxy(entry));
  if (wrong === undefined) return named;
  throw platformError('CONFIG_INVALID', `PORTAVOCE_PROXY vale "${wrong}", servono indirizzi IP, per esempio 127.0.0.1`);
}

/** An address, or a network as `10.0.0.0/8`. */
function isProxy(entry: string): boolean {
  const [ip = '', bits, ...more] = entry.split('/');
  const version = isIP(ip);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function securityContact(value: string | undefined): string | undefined {
  const given = value?.trim();
  if (given === undefined || given === '') return undefined;
  if (/^(mailto:|https:\/\/)\S+$/.test(given)) return given;
  if (/^[^\s@:/]+@[^\s@:/]+$/.test(given)) return `mailto:${given}`;
  throw platformError('CONFIG_INVALID', 'PORTAVOCE_SECURITY_CONTACT: serve un indirizzo di posta o una pagina https');
}

/** Of both or of neither. */
function mail(environment: Environment): Pick<Config, 'mailServer' | 'mailFrom'> {
  const mailServer = environment.PORTAVOCE_SMTP?.trim() || undefined;
  const mailFrom = environment.PORTAVOCE_MAIL_FROM?.trim() || undefined;
  if (mailServer === undefined && mailFrom === undefined) return {};
  // A password may be in it: the value is not told.
  if (mailServer === undefined || !/^smtps?:\/\/\S+$/.test(mailServer) || !URL.canParse(mailServer))
    throw platformError('CONFIG_INVALID', 'PORTAVOCE_SMTP: serve un indirizzo come smtp://posta.ente.example:587');
  if (mailFrom === undefined || !/^[^<>@]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(mailFrom))
    throw platformError('CONFIG_INVALID', 'PORTAVOCE_MAIL_FROM: serve un mittente come banco@ente.example');
  return { mailServer, mailFrom };
}

function push(value: string | undefined): readonly string[] | false {
  const given = value?.trim() ?? '';
  if (given === 'no') return false;
  return given === ''
    ? []
    : given.split(',').map((named) => {
        const origin = originOf(named.trim());
        if (origin !== undefined) return origin;
        throw platformError(
          'CONFIG_INVALID',
          `PORTAVOCE_PUSH vale "${named.trim()}", serve «no» oppure un indirizzo come https://avvisi.ente.example`,
        );
      });
}

function logLevel(value: string | undefined): LogLevel {
  if (value === undefined || value === '') return 'warn';
  const known = LOG_LEVELS.find((level) => level === value);
  if (known !== undefined) return known;
  throw platformError('CONFIG_INVALID', `PORTAVOCE_LOG vale "${value}", serve uno fra: ${LOG_LEVELS.join(', ')}`);
}
