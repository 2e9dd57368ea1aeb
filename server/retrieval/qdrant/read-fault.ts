import { QdrantClientResourceExhaustedError } from '@qdrant/js-client-rest';
import { BrokenCircuitError } from 'cockatiel';
import { z } from 'zod';
import { AppError } from '../../errors.ts';

const Answer = z.object({ status: z.number(), data: z.unknown() });
const Detail = z.object({ status: z.object({ error: z.string() }) });
const advice = 'check that Qdrant runs and that QDRANT_URL is right';

/** What went wrong with a call, with a code that says whether waiting helps (`retrieval_unavailable`) or not (all others). */
export function readFault(error: unknown, url: string): AppError {
  if (error instanceof AppError) return error;
  const build = (code: string, message: string) => new AppError(code, message, { cause: error });
  if (error instanceof BrokenCircuitError) {
    return build(
      'retrieval_unavailable',
      `Qdrant at ${url} failed several times in a row and is given a pause; ${advice}`,
    );
  }
  if (error instanceof QdrantClientResourceExhaustedError) {
    return build('retrieval_unavailable', `Qdrant at ${url} asks for fewer requests; try again later`);
  }
  const answer = Answer.safeParse(error);
  if (!answer.success) return build('retrieval_unavailable', `Qdrant at ${url} did not answer; ${advice}`);
  const { status, data } = answer.data;
  const detail = Detail.safeParse(data).data?.status.error.slice(0, 500) ?? `status ${status}`;
  if (status === 404)
    return build('index_missing', `Qdrant at ${url} has no such index (${detail}); index the catalog again`);
  if (status === 401 || status === 403) {
    return build(
      'retrieval_forbidden',
      `Qdrant at ${url} refuses the key; set QDRANT_API_KEY to the key of that server`,
    );
  }
  if (status >= 500 || status === 408 || status === 429) {
    return build('retrieval_unavailable', `Qdrant at ${url} failed: ${detail}; ${advice}`);
  }
  return build('retrieval_rejected', `Qdrant at ${url} rejected the request: ${detail}`);
}
