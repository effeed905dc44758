// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { isMissing, moderationHours, NETWORK_LABELS, NETWORKS, type NetworkName, parse, print } from '#policy';
import { covers, oneNetwork } from '../../src/policy/values/networks.ts';
import { type Check, proofsOf } from '../support/proof.ts';
import type { World } from '../support/world.ts';
import { MISSING, mayCarry, reasonOf, said, touchedBy } from './asking.ts';
import { eachWordRoutes, isRouted, isTruncated, MODERATED, OFFICIAL, QUESTION } from './asl-roma-1.ts';

/** Networks whose posts are repeated on another by themselves: those a clause lists, and no other. */
const repeatedOn = (world: World, to: NetworkName): readonly NetworkName[] => {
  const from = world.card(to).replicatedFrom?.what ?? [];
  assert.ok(Array.isArray(from) || isMissing(from));
  const direct = world.blocks('replication').filter(({ what }) => what.way === 'direct' && covers(what.to, to));
  const allowed = NETWORKS.filter((network) => direct.some(({ what }) => covers(what.from, network)));
  assert.deepEqual(allowed, isMissing(from) ? [] : from, 'the card and the edges agree');
  return allowed;
};

function isManagedByThePressOffice(network: NetworkName, id: string): Check {
  return (world) => {
    assert.equal(world.card(network).managedBy?.what, 'ufficio stampa');
    assert.equal(world.card(network).managedBy?.clause.id, id);
  };
}

/** A private message is received and judged, and cannot be answered; a mention on the same network can. */
function isNotAnsweredInPrivate(network: NetworkName, id: string): Check {
  return (world) => {
    const message = { channel: network, kind: 'message', text: QUESTION } as const;
    assert.equal(world.card(network).messages?.what, 'not-for-replies');
    assert.equal(world.judge(message).proposal.action, 'none');
    assert.match(reasonOf(world, id, message) ?? '', /non servono a rispondere/);
    assert.deepEqual(world.grounds('reply', message), []);
    const mention = { ...message, kind: 'mention' } as const;
    assert.equal(world.judge(mention).proposal.action, 'answer');
    assert.ok(world.grounds('reply', mention).length > 0);
  };
}

/** Long requests and complaints of one network are pointed to the contacts page, whose address is missing. */
function pointsToTheContactsPage(network: NetworkName, id: string): Check {
  return (world) => {
    for (const kind of ['comment', 'mention', 'message'] as const) {
      const text = 'Avrei una serie di domande sui distretti';
      assert.equal(isRouted(world, id, { channel: network, kind, text }), 'pagina dei contatti del sito');
    }
    assert.equal(
      said(world, id, 'routing').answer,
      'si consiglia di usare i recapiti della pagina dei contatti del sito',
    );
    const complaint = { channel: network, text: 'Vorrei presentare un reclamo' };
    assert.ok(touchedBy(world, id, complaint)?.categories.includes('complaint'));
    const elsewhere = MODERATED.filter((channel) => channel !== network);
    for (const channel of elsewhere) assert.equal(touchedBy(world, id, { ...complaint, channel }), undefined);
  };
}

const HEALTH_CLAUSES = ['RM1-045', 'RM1-059', 'RM1-073', 'RM1-085', 'RM1-104', 'RM1-117'];

/** Health data sent by message or mention are noticed, and the clause touched has the notice to give to who sent them. */
function asksNotToSendHealthData(network: NetworkName, id: string): Check {
  return (world) => {
    const text = 'Mia madre ha il tumore, vi mando la foto del referto';
    for (const kind of ['message', 'mention'] as const) {
      const item = { channel: network, kind, text, media: true } as const;
      const { mustLook, proposal } = world.judge(item);
      assert.deepEqual(touchedBy(world, id, item)?.categories, ['sensitive-data']);
      assert.equal(touchedBy(world, id, item)?.modality, 'asked');
      assert.equal(mustLook, true, 'what came with the text is for a person to see');
      const goes = ['hide', 'remove'].includes(proposal.action);
      assert.equal(goes, kind === 'mention', 'what is public goes, a message is nowhere');
      const { channels, kinds } = said(world, id, 'privacy');
      assert.ok(channels !== undefined && covers(channels, network) && (kinds ?? []).includes(kind));
    }
    const comment = { channel: network, text } as const;
    assert.equal(touchedBy(world, id, comment), undefined, 'a comment is not sent to anybody');
    const elsewhere = MODERATED.filter((channel) => channel !== network);
    for (const channel of elsewhere)
      assert.equal(touchedBy(world, id, { channel, kind: 'message', text }), undefined, channel);
    const { message, of, use } = said(world, id, 'privacy');
    assert.equal(use, 'not-sent');
    assert.ok(typeof message === 'string' && /non inviare .*immagini, audio o video .*salute/.test(message));
    for (const other of HEALTH_CLAUSES) {
      assert.equal(said(world, other, 'privacy').message, message, 'the notice is one for all networks');
      assert.deepEqual(said(world, other, 'privacy').of, of);
    }
  };
}

/** The section names another network by mistake: recorded, while the clause keeps to its own. */
function keepsToItsOwnNetwork(network: NetworkName, id: string): Check {
  return (world) => {
    const slip = said(world, id, 'defect');
    assert.equal(slip.of, 'typo');
    assert.match(slip.note, /Instagram/);
    for (const channel of MODERATED) {
      const reason = reasonOf(world, id, { channel, text: QUESTION });
      assert.equal(reason, channel === network ? 'Come si risponde: link a documenti utili.' : undefined, channel);
    }
  };
}

/** Regular posts whose topics the source does not give: none is made up. */
function hasNoTopics(network: NetworkName, id: string): Check {
  return (world) => {
    assert.ok(isTruncated(world, id));
    assert.deepEqual(mayCarry(world, network).get(id)?.what, MISSING);
    const named = [...mayCarry(world, network)].filter(([, { what }]) => !isMissing(what)).map(([clause]) => clause);
    assert.deepEqual(named, ['RM1-009'], 'only what is said of all channels');
    const elsewhere = OFFICIAL.filter((channel) => channel !== network);
    for (const channel of elsewhere) assert.ok(!mayCarry(world, channel).has(id), channel);
  };
}

interface Presence {
  readonly handle?: unknown;
  readonly address: unknown;
}

function isFoundAt(network: NetworkName, id: string, { handle, address }: Presence): Check {
  return ({ card }) => {
    assert.deepEqual([card(network).address?.what, card(network).address?.clause.id], [address, id]);
    assert.deepEqual(card(network).handle?.what, handle);
  };
}

proofsOf('asl-roma-1', ({ proof }) => {
  proof('RM1-034', 'X is @ASLRoma1, also for who calls it Twitter', (world) => {
    for (const name of ['Twitter', 'twitter', 'X/Twitter']) {
      const reading = oneNetwork.read(name);
      assert.ok(!reading.ok && reading.remark.meant === NETWORK_LABELS.x, name);
    }
    isFoundAt('x', 'RM1-034', { handle: 'ASLRoma1', address: 'https://twitter.com/ASLRoma1' })(world);
    assert.match(world.shown('RM1-034'), /@ASLRoma1.*Twitter/);
  });

  const MANAGED: readonly [string, NetworkName][] = [
    ['RM1-035', 'x'],
    ['RM1-049', 'facebook'],
    ['RM1-064', 'instagram'],
    ['RM1-077', 'linkedin'],
    ['RM1-095', 'tiktok'],
    ['RM1-108', 'threads'],
  ];
  for (const [id, network] of MANAGED)
    proof(id, `the press office manages ${network}`, isManagedByThePressOffice(network, id));

  const COPIES: readonly [string, NetworkName][] = [
    ['RM1-037', 'x'],
    ['RM1-066', 'instagram'],
  ];
  for (const [id, network] of COPIES)
    proof(id, `posts of Facebook, and of nothing else, are repeated on ${network}`, (world) => {
      assert.deepEqual(repeatedOn(world, network), ['facebook']);
      assert.equal(world.card(network).replicatedFrom?.clause.id, id);
      said(world, id, 'replication');
      assert.equal(world.card(network).autoPublishing?.what, 'forbidden', 'which is another thing');
    });

  const NEVER_COPIED: readonly [string, NetworkName][] = [
    ['RM1-050', 'facebook'],
    ['RM1-078', 'linkedin'],
  ];
  for (const [id, network] of NEVER_COPIED)
    proof(id, `nothing is repeated or published by itself on ${network}`, (world) => {
      assert.deepEqual(repeatedOn(world, network), []);
      const { autoPublishing } = world.card(network);
      assert.deepEqual([autoPublishing?.what, autoPublishing?.clause.id], ['forbidden', id]);
    });

  const NEWS = ['notizie', 'foto', 'video', 'comunicati stampa'];
  proof('RM1-038', 'X carries news, photos, videos and press releases', (world) => {
    assert.deepEqual(mayCarry(world, 'x').get('RM1-038')?.what, NEWS);
    assert.ok(!mayCarry(world, 'facebook').has('RM1-038'));
  });

  proof('RM1-039', 'statements on X come from four kinds of speakers; others are told to a person', (world) => {
    const { what, speakers, check, outcome } = mayCarry(world, 'x').get('RM1-039') ?? {};
    assert.deepEqual(what, ['discorsi', 'dichiarazioni']);
    assert.deepEqual(speakers, [
      'Direttore generale',
      'dirigenti apicali',
      'istituzioni che collaborano con la ASL',
      'operatori che collaborano con la ASL',
    ]);
    assert.deepEqual([check, outcome], ['person', 'advise']);
    assert.ok(isTruncated(world, 'RM1-039'));
  });

  proof('RM1-051', 'Facebook carries the same, and its list may be incomplete', (world) => {
    assert.deepEqual(mayCarry(world, 'facebook').get('RM1-051')?.what, NEWS);
    assert.ok(isTruncated(world, 'RM1-051'));
    assert.match(world.shown('RM1-051'), /incompleto/);
  });

  proof('RM1-088', 'five types of video on YouTube, whose address is missing', (world) => {
    const types = [
      'conferenze stampa',
      'eventi',
      'interviste',
      'videomessaggi',
      'campagne di comunicazione istituzionale',
    ];
    assert.deepEqual(mayCarry(world, 'youtube').get('RM1-088')?.what, types);
    isFoundAt('youtube', 'RM1-088', { handle: MISSING, address: MISSING })(world);
    assert.equal(world.card('youtube').managedBy?.clause.id, 'RM1-008', 'the general clause says who manages it');
    assert.match(world.shown('RM1-088'), /Indirizzo: dato mancante/);
  });

  const NO_MESSAGES: readonly [string, NetworkName][] = [
    ['RM1-046', 'x'],
    ['RM1-074', 'instagram'],
    ['RM1-086', 'linkedin'],
    ['RM1-105', 'tiktok'],
    ['RM1-118', 'threads'],
  ];
  for (const [id, network] of NO_MESSAGES)
    proof(id, `private messages on ${network} are not answered`, isNotAnsweredInPrivate(network, id));

  const LONG_REQUESTS: readonly [string, NetworkName][] = [
    ['RM1-047', 'x'],
    ['RM1-075', 'instagram'],
    ['RM1-087', 'linkedin'],
    ['RM1-106', 'tiktok'],
    ['RM1-119', 'threads'],
  ];
  for (const [id, network] of LONG_REQUESTS)
    proof(id, `long requests on ${network} are pointed to the contacts page`, pointsToTheContactsPage(network, id));
  proof('RM1-047', 'what shows a long request', (world) => {
    const texts = [
      'avrei una serie di domande',
      'ho diverse domande sul bando',
      'ho tre domande sul piano',
      'vi mando più quesiti',
      'vi elenco i punti',
      'la mia è una richiesta articolata',
    ];
    eachWordRoutes(world, 'RM1-047', { label: 'Richiesta articolata', channel: 'x', texts });
  });

  const HEALTH: readonly [string, NetworkName][] = [
    ['RM1-045', 'x'],
    ['RM1-073', 'instagram'],
    ['RM1-085', 'linkedin'],
    ['RM1-104', 'tiktok'],
    ['RM1-117', 'threads'],
  ];
  for (const [id, network] of HEALTH)
    proof(id, `nobody is to send health data on ${network}`, asksNotToSendHealthData(network, id));

  proof(
    'RM1-048',
    'the Facebook page',
    isFoundAt('facebook', 'RM1-048', {
      handle: 'ASLRoma1',
      address: 'https://www.facebook.com/ASLRoma1/',
    }),
  );
  proof(
    'RM1-063',
    'the Instagram profile, without address',
    isFoundAt('instagram', 'RM1-063', {
      handle: 'aslroma1',
      address: MISSING,
    }),
  );
  proof(
    'RM1-076',
    'the LinkedIn page',
    isFoundAt('linkedin', 'RM1-076', {
      address: 'https://www.linkedin.com/company/asl-roma-1/',
    }),
  );
  proof('RM1-094', 'TikTok, also for who writes Tik Tok', (world) => {
    const reading = oneNetwork.read('Tik Tok');
    assert.ok(!reading.ok && reading.remark.meant === NETWORK_LABELS.tiktok);
    isFoundAt('tiktok', 'RM1-094', { handle: 'aslroma1', address: 'www.tiktok.com/@aslroma1' })(world);
  });
  proof(
    'RM1-107',
    'the Threads profile, without address',
    isFoundAt('threads', 'RM1-107', {
      handle: 'aslroma1',
      address: MISSING,
    }),
  );

  proof('RM1-055', 'private messages are answered on Facebook, and nowhere else', (world) => {
    const message = { channel: 'facebook', kind: 'message', text: QUESTION } as const;
    assert.equal(world.judge(message).proposal.action, 'answer');
    assert.ok(world.grounds('reply', message).includes('RM1-056'));
    assert.ok(world.grounds('publish', message).includes('RM1-055'));
    for (const channel of OFFICIAL)
      assert.equal(world.card(channel).messages?.what === 'used', channel === 'facebook', channel);
  });

  proof('RM1-062', 'some services open from 8:00 to 17:30: neither the hours of moderation nor the night', (world) => {
    const services = world.policy.hours.filter(({ what }) => what.of === 'services');
    assert.deepEqual(
      services.map(({ clause }) => clause.id),
      ['RM1-062'],
    );
    const { days, ranges, channels } = said(world, 'RM1-062', 'hours');
    assert.deepEqual([days, ranges], [[1, 2, 3, 4, 5], [{ from: 480, to: 1050 }]]);
    assert.ok(channels !== undefined && covers(channels, 'facebook'));
    assert.equal(moderationHours(world.policy, 'facebook').source, 'missing');
    assert.equal(world.judge({ channel: 'facebook', text: QUESTION }).due, undefined);
  });

  const NO_TOPICS: readonly [string, NetworkName][] = [
    ['RM1-067', 'instagram'],
    ['RM1-079', 'linkedin'],
    ['RM1-098', 'tiktok'],
    ['RM1-111', 'threads'],
  ];
  for (const [id, network] of NO_TOPICS)
    proof(id, `the topics of ${network} are missing, and none is made up`, hasNoTopics(network, id));

  proof('RM1-089', 'videos of YouTube are shared elsewhere by hand, never by themselves', (world) => {
    const { from, to, way } = said(world, 'RM1-089', 'replication');
    assert.equal(way, 'by-hand');
    const networks = OFFICIAL.filter((network) => covers(to, network));
    assert.deepEqual(networks, MODERATED);
    assert.deepEqual(
      OFFICIAL.filter((network) => covers(from, network)),
      ['youtube'],
    );
    for (const network of MODERATED) assert.ok(!repeatedOn(world, network).includes('youtube'), network);
  });

  proof('RM1-090', 'no comments on YouTube: who writes there finds a channel that should be closed', (world) => {
    const item = { channel: 'youtube', text: 'Bel video' } as const;
    assert.equal(world.card('youtube').comments?.what, 'disabled');
    assert.match(reasonOf(world, 'RM1-090', item) ?? '', /dovrebbero essere chiusi/);
    const opened = '### RM1-990 · Prova\n\nProva.\n\n~~~canale\nrete: YouTube\ncommenti: aperti\n~~~\n\n';
    const { complaints } = parse(
      print(world.document).replace('# Policy interna', `${opened}# Policy interna`),
      'prova',
    );
    assert.deepEqual(
      complaints.map(({ code }) => code),
      ['POL-E038'],
      'who opens them contradicts this clause',
    );
  });

  proof('RM1-091', 'videos may be embedded elsewhere', ({ card, shown }) => {
    const { embedding } = card('youtube');
    assert.deepEqual([embedding?.what, embedding?.clause.id], ['allowed', 'RM1-091']);
    assert.match(shown('RM1-091'), /incorporare in siti e blog/);
  });

  const SLIPS: readonly [string, NetworkName][] = [
    ['RM1-103', 'tiktok'],
    ['RM1-116', 'threads'],
  ];
  for (const [id, network] of SLIPS)
    proof(
      id,
      `${network} is answered with links, though its section names Instagram`,
      keepsToItsOwnNetwork(network, id),
    );
});
