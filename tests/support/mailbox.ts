// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A letter as the one who receives it reads it. */
export interface Received {
  readonly to: readonly string[];
  readonly from: string;
  readonly replyTo: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** A real mail server on loopback that keeps what it is given. */
export interface Mailbox {
  /** For `PORTAVOCE_SMTP`. */
  readonly server: string;
  readonly letters: readonly Received[];
  /** Answers with this code from now on; null: takes everything. */
  refuse(code: number | null): void;
  close(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const letters: Received[] = [];
  let refusing: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      done(refusing === null ? null : Object.assign(new Error('not here'), { responseCode: refusing }));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', async () => {
        const mail = await PostalMime.parse(Buffer.concat(pieces));
        letters.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: mail.from?.address ?? '',
          replyTo: mail.replyTo?.[0]?.address,
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          messageId: mail.messageId ?? '',
        });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    server: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (code) => {
      refusing = code;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
