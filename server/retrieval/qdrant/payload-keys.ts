import { AppError } from '../../errors.ts';

/** Where the number `key` lies in a point's payload, as Qdrant's JSON path; quoted, so that dots and spaces are part of the name. */
export function buildNumberPath(key: string): string {
  if (key.includes('"') || key === '') {
    throw new AppError(
      'facet_key_invalid',
      `the number key ${JSON.stringify(key)} is empty or has a quote; rename the facet`,
    );
  }
  return /^[\w-]+$/.test(key) ? `numbers.${key}` : `numbers."${key}"`;
}
