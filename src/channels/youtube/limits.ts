// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Limits, NetworkAdapter, Retention } from '../port.ts';

export { capabilities } from './capabilities.ts';

/** What calls cost. Failed ones cost too. The page on costs contradicts itself on replies: the dearer reading is taken. */
export const READ_UNITS = 1;
export const WRITE_UNITS = 50;
export const REPLY_UNITS = 52;
/** Uploads have a count of their own, a hundred a day, and cost nothing here. */
const UNITS_A_DAY = 10_000;
/** About 110 acts of moderation with their proofs; reading never touches them. */
const KEPT_FOR_WRITES = 6000;
export const QUOTA_ZONE = 'America/Los_Angeles';

// A day of reading: 288 readings, one every five minutes; 264 ordinary ones of at most 9 units and 24 deep ones of at most 40
// make 3,336, of the 4,000 that are left to reading. What is left over reads bursts, a hundred comments a unit.
const POLL_SECONDS = 300;
/** Every so many readings one is deep: once an hour. */
export const DEEP_EVERY = 12;
/** At most, bursts apart: three lists, one look at what is missing, one for titles, four for long answers. */
export const ORDINARY_UNITS = 9;
export const DEEP_UNITS = 40;
/** Of these, for answers that do not come along with their thread. */
export const REPLY_READING_UNITS = 4;
export const DEEP_REPLY_UNITS = 20;
/** Threads remembered whose answers are still to be read. */
export const OWED = 500;

/** Pages of a hundred comments read at a deep reading, of those published and of those held. */
export const DEEP_PAGES = 10;
export const DEEP_HELD_PAGES = 2;
/** Pages of one list read at one go when much has come; the next reading goes on from there. */
export const BACKLOG_PAGES = 20;
export const PAGE_SIZE = 100;
export const REPLY_PAGES = 5;
/** Ids asked for at once. */
export const IDS_AT_ONCE = 50;
/** Comments can surface late: each reading goes back this far before the previous one. */
export const OVERLAP_SECONDS = 900;
export const SHORT_OVERLAP_SECONDS = 60;
/** Comments remembered, to notice when they disappear. */
export const WATCHED = 1000;
export const TITLES_REMEMBERED = 200;
/** Pages read to prove where a comment stands. */
export const PROOF_PAGES = 5;

/** For how long notices are asked for: the hub grants ten days at most. */
export const LEASE_SECONDS = 9 * 86_400;

/** YouTube asks to slow down without saying for how long. */
export const DEFAULT_BACKOFF_SECONDS = 120;

export const limits: Limits = {
  // YouTube publishes no number and refuses what is too long; longer answers are not sent to find out.
  replyLength: 10_000,
  postLength: 5000,
  lengthUnit: 'characters',
  images: 0,
  pollSeconds: POLL_SECONDS,
  dailyUnits: { of: UNITS_A_DAY, keptForWrites: KEPT_FOR_WRITES, zone: QUOTA_ZONE },
};
export const TITLE_LENGTH = 100;
/** The description is counted in bytes of UTF-8. */
export const DESCRIPTION_BYTES = 5000;

/** Bytes of a video sent at once: a multiple of 256 KiB, as the protocol wants. */
export const PIECE_BYTES = 32 * 256 * 1024;
/** A piece takes longer than a question: so many times as long, on a slow line too. */
export const PIECE_PATIENCE = 2;
/** Times that a piece is tried in vain before giving up. */
export const PIECE_TRIES = 5;
/** «People and blogs»: the category that YouTube itself gives to what has none. */
export const CATEGORY = '22';

export const INSIGHT_VIDEOS = 25;
export const INSIGHT_DAYS = 28;

/** What is stored must be asked for again or deleted within 30 days, and deleted within 7 where the person asks. */
export const retention: Retention = { contentHours: 30 * 24, deletionHours: 7 * 24 };

export const declaration: NetworkAdapter['declaration'] = null;

export const credentials: NetworkAdapter['credentials'] = {
  accessToken: 'Token di accesso al canale: vale un’ora e si rinnova da sé',
  refreshToken: 'Token di rinnovo: si ottiene quando una persona collega il canale',
  clientId: 'Identificativo dell’applicazione dell’ente su Google Cloud',
  clientSecret: 'Chiave segreta dell’applicazione dell’ente su Google Cloud: serve a rinnovare l’accesso',
  hubSecret: 'Parola che firma gli avvisi sui nuovi video; senza, la compone il desk',
  verifyToken: 'Parola con cui si registra l’indirizzo degli avvisi; senza, la compone il desk',
};

export const SCOPE_COMMENTS = 'https://www.googleapis.com/auth/youtube.force-ssl';
export const SCOPE_ANALYTICS = 'https://www.googleapis.com/auth/yt-analytics.readonly';

/** What the person who connects is asked for, and why. */
export const scopes: Readonly<Record<string, string>> = {
  [SCOPE_COMMENTS]:
    'Leggere i commenti, rispondere, trattenerli, nasconderli, bloccare chi li scrive, e pubblicare, modificare ed eliminare i video',
  [SCOPE_ANALYTICS]: 'Leggere i numeri del canale e dei video',
};
