// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { asWritten, sameText, withoutAddressees } from './text.ts';
import { Message, Post } from './wire.ts';

describe('texts of X', () => {
  it('gives back whole addresses and unescaped signs', () => {
    const urls = [{ url: 'https://t.co/a1', expanded_url: 'https://comune.example/?a=1&b=$&' }];
    assert.equal(
      asWritten('2 &lt; 3 &amp;amp; https://t.co/a1', { urls }),
      '2 < 3 &amp; https://comune.example/?a=1&b=$&',
    );
  });

  it('leaves out the address of what came along', () => {
    const urls = [{ url: 'https://t.co/m', expanded_url: 'https://x.com/i/photo/1', media_key: '3_1' }];
    assert.equal(asWritten('Una foto https://t.co/m', { urls }), 'Una foto');
  });

  it('counts code points before the words of a reply', () => {
    assert.equal(withoutAddressees('@ente 👍 bene', 6), '👍 bene');
    assert.equal(withoutAddressees('@ente bene', 0), '@ente bene');
  });

  it('knows its own words again, with names in front and addresses completed', () => {
    assert.ok(sameText('@ada @leo  Grazie: https://comune.example/', 'Grazie: https://comune.example'));
    assert.ok(sameText('Perche\u0301 no', 'Perché no'));
    assert.ok(!sameText('Grazie', 'Grazie mille'));
  });

  it('reads the whole of a long post, in both vocabularies', () => {
    const note = { text: 'Tutto il testo', entities: {} };
    for (const more of [{ note_tweet: note }, { note_post: note }]) {
      assert.equal(Post.parse({ id: '1', text: 'Tutto…', ...more }).text, 'Tutto il testo');
    }
  });

  it('reads what a post answers, in both vocabularies', () => {
    const references = [{ type: 'replied_to', id: '7' }];
    for (const name of ['referenced_tweets', 'referenced_posts']) {
      assert.equal(Post.parse({ id: '9', [name]: references }).replyTo, '7');
    }
    assert.equal(Post.parse({ id: '9', referenced_posts: [{ type: 'retweeted', id: '7' }] }).isRepost, true);
  });

  it('keeps an edited post under its first id, written when that was', () => {
    const post = Post.parse({
      id: '1346889436626259970',
      edit_history_tweet_ids: ['1346889436626259968', '1346889436626259970'],
      created_at: '2026-11-22T08:00:00.000Z',
    });
    assert.deepEqual([post.first, post.latest], ['1346889436626259968', '1346889436626259970']);
    assert.equal(post.at.toISOString().slice(0, 19), '2021-01-06T18:40:40');
  });

  it('dates by its id a message that bears no date', () => {
    const { at } = Message.parse({ id: '1346889436626259968' });
    assert.equal(at.getUTCFullYear(), 2021);
  });
});
