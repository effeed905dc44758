// SPDX-License-Identifier: AGPL-3.0-or-later
// Loaded into the server before anything else: its clock is wrong by so many milliseconds, as a machine's may be when it comes back.
const wrongBy = Number(process.env.CRASH_CLOCK_WRONG_BY ?? 0);
const Right = Date;
globalThis.Date = new Proxy(Right, {
  construct: (_, given: unknown[]) =>
    Reflect.construct(Right, given.length === 0 ? [Right.now() + wrongBy] : given) as Date,
  get: (target, name) => (name === 'now' ? () => Right.now() + wrongBy : Reflect.get(target, name)),
});
