// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Mailbox, startMailbox } from '../../tests/support/mailbox.ts';
import { mailOf } from './mail.ts';

const from = 'Banco social <banco@ente.example>';
const letter = {
  to: 'urp@ente.example',
  subject: 'Una richiesta da prendere in carico',
  text: 'È arrivata oggi.',
  key: 'a',
};

describe('letters', () => {
  let mailbox: Mailbox;
  before(async () => {
    mailbox = await startMailbox();
  });
  beforeEach(() => mailbox.refuse(null));
  after(() => mailbox.close());

  it('reach a real server, with accents and the address to answer to', async () => {
    await mailOf({ server: mailbox.server, from }).send({ ...letter, replyTo: 'risposte@ente.example' });
    const got = mailbox.letters.at(-1);
    assert.deepEqual(
      [got?.to, got?.from, got?.replyTo, got?.subject, got?.text.trim()],
      [['urp@ente.example'], 'banco@ente.example', 'risposte@ente.example', letter.subject, letter.text],
    );
  });

  it('have one Message-ID a key, so that a repetition is known as one', async () => {
    const mail = mailOf({ server: mailbox.server, from });
    for (const key of ['x', 'x', 'y']) await mail.send({ ...letter, key });
    const [first, second, third] = mailbox.letters.slice(-3).map(({ messageId }) => messageId);
    assert.equal(first, second);
    assert.notEqual(first, third);
    assert.match(first ?? '', /@ente\.example>$/);
  });

  for (const [code, expected] of [
    [550, 'MAIL_REFUSED'],
    [451, 'MAIL_NOT_SENT'],
  ] as const) {
    it(`told ${code} by the server, says ${expected} and no address`, async () => {
      mailbox.refuse(code);
      await assert.rejects(
        mailOf({ server: mailbox.server, from }).send(letter),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, expected);
          assert.doesNotMatch(error.message, /urp@/);
          return true;
        },
      );
    });
  }

  it('may be sent later where no server answers', async () => {
    const nobody = createServer();
    await new Promise<void>((listening) => nobody.listen(0, '127.0.0.1', listening));
    const { port } = nobody.address() as { port: number };
    await new Promise((closed) => nobody.close(closed));
    const mail = mailOf({ server: `smtp://127.0.0.1:${port}`, from });
    await assert.rejects(mail.send(letter), { code: 'MAIL_NOT_SENT' });
  });

  it('are not possible without a server', async () => {
    const mail = mailOf({ server: undefined, from: undefined });
    assert.equal(mail.possible, false);
    await assert.rejects(mail.send(letter), { code: 'MAIL_REFUSED' });
  });
});
