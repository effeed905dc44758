// SPDX-License-Identifier: AGPL-3.0-or-later

/** The same words however the apostrophe is typed: a file that was only retyped changes nothing for the desk. */
export const retyped = (text: string): string => text.replaceAll("'", '’');

/** A document, or any part of it, with its texts so. */
export function retypedThroughout<Value>(value: Value): Value {
  if (typeof value === 'string') return retyped(value) as Value & string;
  if (Array.isArray(value)) return value.map(retypedThroughout) as Value & unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, retypedThroughout(each)])) as Value;
}
