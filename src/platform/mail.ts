// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { platformError } from './errors.ts';

/** A letter in plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly replyTo?: string;
  /** The same key gives the same `Message-ID`: a letter sent again after a broken answer is known as the same. */
  readonly key: string;
}

/** Letters to people outside the desk. */
export interface Mail {
  /** False where the installation names no mail server: what would be written is then a person's task. */
  readonly possible: boolean;
  /** Resolves when the server has taken it. Throws MAIL_REFUSED where asking again is of no use, else MAIL_NOT_SENT. */
  send(letter: Letter): Promise<void>;
}

export interface MailOptions {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them; absent: no mail. */
  readonly server: string | undefined;
  /** Who writes, as `Banco social <banco@ente.example>`. */
  readonly from: string | undefined;
}

const TIMEOUT_MILLISECONDS = 20_000;

export function mailOf({ server, from }: MailOptions): Mail {
  if (server === undefined || from === undefined) {
    const refused = async () => {
      throw platformError('MAIL_REFUSED', 'nessun server di posta');
    };
    return { possible: false, send: refused };
  }
  const url = new URL(server);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    // A password and other people's words never travel in clear, but on this machine.
    requireTLS: url.protocol !== 'smtps:' && !isLoopback(url.hostname),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    connectionTimeout: TIMEOUT_MILLISECONDS,
    greetingTimeout: TIMEOUT_MILLISECONDS,
    socketTimeout: TIMEOUT_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    possible: true,
    async send({ key, ...letter }) {
      const messageId = `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domainOf(from)}>`;
      try {
        await transport.sendMail({ from, ...letter, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (error) {
        throw platformError(isForGood(error) ? 'MAIL_REFUSED' : 'MAIL_NOT_SENT', reasonOf(error));
      }
    },
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

const domainOf = (from: string): string => /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

/** An answer of the 500s is the server's last word (RFC 5321, 4.2.1); everything else may pass. */
const isForGood = (error: unknown): boolean => {
  const code = (error as { readonly responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500;
};

/** Never the server's whole answer: it may repeat addresses. */
const reasonOf = (error: unknown): string => {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  return String(responseCode ?? code ?? 'errore');
};
