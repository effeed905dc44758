// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';
import { type Answer, type Call, json, type Reply } from '../town/call.ts';
import { openDrawer } from '../town/drawer.ts';
import { type Asked, Refused, type Stage } from '../town/network.ts';
import { jsonOf, WrongBody } from '../town/parameters.ts';
import { listed, type Method, type Question } from './asking.ts';
import { refuse, refuseParameter } from './refusals.ts';
import { renderVideo } from './rendering.ts';
import { faultOfSnippet, NewVideo } from './videos.ts';

const Session = z.strictObject({
  account: z.string(),
  video: NewVideo,
  /** Null: not announced. */
  total: z.number().int().positive().nullable(),
  received: z.number().int(),
  /** The id of the video, once all of it has come. */
  done: z.string().nullable(),
});
type Session = z.infer<typeof Session>;

const PARTS = ['snippet', 'status'];
const sessionsIn = ({ world }: Stage) => openDrawer(world, 'upload', Session);

/** Opens a session: nothing is to be seen before its last byte. */
export const insert: Method = {
  units: 0,
  parameters: { part: true, uploadType: true, notifySubscribers: false },
  answer(question) {
    const { call, query, stage, channel } = question;
    if (query.get('uploadType') !== 'resumable') throw new Refused(refuseParameter('only resumable uploads here'));
    const unknown = listed(query, 'part').find((part) => !PARTS.includes(part));
    if (unknown !== undefined) throw new Refused(refuseParameter(`'${unknown}'`));
    const video = jsonOf(call, NewVideo);
    if (video instanceof WrongBody) throw new Refused(refuseParameter(video.why));
    const fault = faultOfSnippet(video.snippet);
    if (fault !== null) throw new Refused(refuse(fault));
    const announced = call.headers['x-upload-content-length'];
    const total = announced === undefined ? null : Number(announced);
    const opened = (id: string): Answer => ({
      status: 200,
      headers: { location: `${stage.baseUrl}/upload/youtube/v3/videos?${addressOf(query, id)}`, 'content-length': '0' },
      body: '',
    });
    return {
      unchanged: () => opened('nessuna'),
      effect() {
        const id = `sessione${stage.world.draw()}`;
        sessionsIn(stage).put(id, { account: channel.id, video, total, received: 0, done: null });
        return opened(id);
      },
    };
  },
};

const addressOf = (query: URLSearchParams, id: string): string =>
  new URLSearchParams({ uploadType: 'resumable', part: query.get('part') ?? '', upload_id: id }).toString();

// `bytes 0-99/100`; with a star in place of the first part it asks how far it has come.
const RANGE = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/;

export const isOnlyAsking = ({ headers }: Call): boolean => /^bytes \*\//.test(headers['content-range'] ?? '');

/** A piece, or the question how far it has come. */
export function put(question: Question): Reply | Asked {
  const { call, query, stage, channel } = question;
  const id = query.get('upload_id') ?? '';
  const session = sessionsIn(stage).get(id);
  if (call.fault === 'session-lost') sessionsIn(stage).remove(id);
  if (session === undefined || session.account !== channel.id || call.fault === 'session-lost') {
    throw new Refused(refuse('notFound'));
  }
  const range = RANGE.exec(call.headers['content-range'] ?? '');
  if (range === null) throw new Refused(refuseParameter('content-range is missing or unreadable'));
  if (session.done !== null) return finished(session.done, stage);
  const [, first, last, whole] = range;
  if (first === undefined || last === undefined) return resumeAt(session.received);
  const total = whole === '*' ? null : Number(whole);
  if (session.total !== null && total !== null && total !== session.total) throw new Refused(refuse('uploadTooLarge'));
  if (call.bytes.length !== Number(last) - Number(first) + 1) throw new Refused(refuseParameter('not as many bytes'));
  // What is already there may come again; a hole may not.
  if (Number(first) > session.received) return resumeAt(session.received);
  const received = Math.max(session.received, Number(last) + 1);
  return {
    unchanged: () => resumeAt(session.received),
    effect: () => take(question, { id, session: { ...session, received }, total }),
  };
}

function take(
  { call, stage, channel }: Question,
  { id, session, total }: { readonly id: string; readonly session: Session; readonly total: number | null },
): Answer {
  if (session.received !== total) {
    sessionsIn(stage).put(id, session);
    return resumeAt(session.received);
  }
  const { snippet, status } = session.video;
  const { title, description, categoryId, tags, defaultLanguage } = snippet;
  const video = stage.world.write({
    ...{ account: channel.id, kind: 'post', from: stage.world.self(channel.id), text: description, title },
    ...{ at: stage.now(), media: [{ type: 'video', url: null, alt: null }] },
    facts: {
      ...{ categoryId, tags: tags ?? null, defaultLanguage: defaultLanguage ?? null },
      privacyStatus: call.fault === 'video-private' ? 'private' : status.privacyStatus,
      uploadStatus: call.fault === 'video-failed' ? 'failed' : 'uploaded',
      ...(call.fault === 'video-failed' ? { failureReason: 'codec' } : {}),
    },
  });
  sessionsIn(stage).put(id, { ...session, done: video.id });
  return finished(video.id, stage, 201);
}

const resumeAt = (received: number): Answer => ({
  status: 308,
  headers: { 'content-length': '0', ...(received === 0 ? {} : { range: `bytes=0-${received - 1}` }) },
  body: '',
});

function finished(id: string, stage: Stage, status = 200): Answer {
  const video = stage.world.writings.get(id);
  if (video === undefined) throw new Refused(refuse('videoNotFound'));
  return json(renderVideo(video, new Set(PARTS), stage), status);
}
