import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { createLog } from './log.ts';

function record(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return { log: createLog('info', stream), text: () => String(stream.read() ?? '') };
}

test('writes one JSON object a line without tokens and keys, however deep', () => {
  const { log, text } = record(false);
  log.info(
    { apiKey: 's3cret', model: { apiKey: 's3cret' }, request: { headers: { authorization: 's3cret' } } },
    'ready',
  );
  const written = text();
  expect(JSON.parse(written)).toMatchObject({ msg: 'ready', apiKey: '[redacted]' });
  expect(written).not.toContain('s3cret');
});

test('writes code, message and cause of an error, and nothing that an SDK hung on it', () => {
  const { log, text } = record(false);
  const cause = Object.assign(new Error('socket closed'), { request: { key: 's3cret' } });
  log.error({ error: new AppError('model_unavailable', 'the model does not answer', { cause }) }, 'fell back');
  const written = text();
  expect(JSON.parse(written).error).toMatchObject({ code: 'model_unavailable', cause: { message: 'socket closed' } });
  expect(written).not.toContain('s3cret');
});

test('writes lines for people on a terminal', () => {
  const { log, text } = record(true);
  log.info('ready');
  expect(text()).toMatch(/INFO.*ready/);
});
