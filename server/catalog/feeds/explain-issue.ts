import type { z } from 'zod';

/** The first fault in words: "rating.average: Too big: expected number to be <=5". */
export function explainIssue(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues;
  if (!issue) return 'is not a catalog item';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${issue.path.map(String).join('.').slice(0, 120)}: ${issue.message}${more}`;
}
