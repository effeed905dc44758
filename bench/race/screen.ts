// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod';

const News = z.object({ id: z.string(), change: z.string() });

/** What one open screen hears of the desk, and when. */
export interface Screen {
  /** When it first heard that the case was decided, in milliseconds as `performance.now()` tells them. */
  decidedAt(id: string): number | undefined;
  readonly heard: () => number;
  close(): void;
}

export async function openScreen(address: string, cookie: string): Promise<Screen> {
  const decided = new Map<string, number>();
  let heard = 0;
  const ending = new AbortController();
  const response = await fetch(address, { headers: { cookie }, signal: ending.signal });
  if (!response.ok || response.body === null) throw new Error(`no news: ${response.status}`);
  const take = (line: string) => {
    if (!line.startsWith('data: {"id"')) return;
    heard += 1;
    const { id, change } = News.parse(JSON.parse(line.slice('data: '.length)));
    if (change === 'decided' && !decided.has(id)) decided.set(id, performance.now());
  };
  void follow(response.body, take).catch((error: Error) => {
    if (!ending.signal.aborted) throw error;
  });
  return { decidedAt: (id) => decided.get(id), heard: () => heard, close: () => ending.abort() };
}

async function follow(stream: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  }
}
