import { type Logger, pino, stdTimeFunctions } from 'pino';
import pretty from 'pino-pretty';

export type { Logger } from 'pino';

const secretKeys = ['apiKey', 'authorization', 'cookie', 'token', 'session', 'sessionSecret', 'adminToken', 'password'];

/** One JSON object a line; for people on a terminal, one short line. Tokens and keys never reach it. */
export function createLog(level: string, stream: NodeJS.WritableStream & { isTTY?: boolean } = process.stdout): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    serializers: { error: describeError, err: describeError },
  };
  // Written in this process: a worker transport would lose the last lines when the process is stopped.
  if (stream.isTTY) return pino(options, pretty({ destination: stream, translateTime: 'HH:MM:ss', sync: true }));
  return pino(options, stream);
}

/** Code, message and stack of an error and its causes; nothing else, since an SDK's error object carries request headers. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    code: 'code' in error ? error.code : undefined,
    message: error.message,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
