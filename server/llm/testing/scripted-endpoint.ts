import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const ChatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  response_format: z
    .object({ type: z.enum(['json_schema', 'json_object', 'text']) })
    .loose()
    .optional(),
  temperature: z.number().optional(),
  max_tokens: z.number().optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** What the endpoint does with one request. */
export interface Script {
  text: string;
  /** Other than 200: an error answer of this status. */
  status?: number;
  retryAfterSec?: number;
  /** Wait before the first byte; a number so large that it never comes makes the endpoint dead. */
  delayMs?: number;
  /** Breaks the connection after this many characters of the answer, in the middle of a token. */
  cutAfter?: number;
  /** Ends properly but without a finish reason, as some gateways do when their backend dies. */
  noFinish?: boolean;
  /** Characters a piece of the stream. */
  pieceLength?: number;
  /** The body itself, instead of a proper answer. */
  rawBody?: string;
}

export type Respond = (request: ChatRequest, index: number) => Script | string;

export interface ScriptedEndpoint {
  /** Up to and with `/v1`. */
  url: string;
  requests: ChatRequest[];
  respond: Respond;
  /** Kinds of `response_format` that are refused with 400. */
  refusedFormats: Set<string>;
  close(): Promise<void>;
}

/** A real HTTP server that speaks the chat-completions protocol and does what a test tells it. */
export async function startScriptedEndpoint(respond: Respond): Promise<ScriptedEndpoint> {
  const server = createServer((request, response) => {
    void handle(request, response, endpoint).catch(() => response.destroy());
  });
  // A connection that is closed while idle looks like an endpoint that dies: only scripts may do that.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint: ScriptedEndpoint = {
    url: `http://127.0.0.1:${port}/v1`,
    requests: [],
    respond,
    refusedFormats: new Set(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return endpoint;
}

async function handle(request: IncomingMessage, response: ServerResponse, endpoint: ScriptedEndpoint): Promise<void> {
  const chat = ChatRequest.safeParse(await readBody(request));
  if (request.url !== '/v1/chat/completions') return sendError(response, 404, 'no such path');
  if (!request.headers.authorization?.startsWith('Bearer ')) return sendError(response, 401, 'no key');
  if (!chat.success) return sendError(response, 400, 'not a chat completion');
  if (endpoint.refusedFormats.has(chat.data.response_format?.type ?? 'none'))
    return sendError(response, 400, 'this response format is not supported');
  endpoint.requests.push(chat.data);
  const scripted = endpoint.respond(chat.data, endpoint.requests.length - 1);
  const script = typeof scripted === 'string' ? { text: scripted } : scripted;
  if (script.delayMs) await wait(script.delayMs, response);
  if (response.destroyed) return;
  if (script.status && script.status !== 200)
    return sendError(response, script.status, 'as told', script.retryAfterSec);
  if (script.rawBody !== undefined) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(script.rawBody);
    return;
  }
  if (chat.data.stream) await sendStream(response, chat.data, script);
  else sendWhole(response, chat.data, script);
}

function sendWhole(response: ServerResponse, request: ChatRequest, script: Script): void {
  const body = JSON.stringify({
    ...headOf(request, 'chat.completion'),
    choices: [{ index: 0, message: { role: 'assistant', content: script.text }, finish_reason: 'stop' }],
    usage: usageOf(request, script.text),
  });
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  if (script.cutAfter === undefined) response.end(body);
  else response.write(body.slice(0, script.cutAfter), () => response.destroy());
}

async function sendStream(response: ServerResponse, request: ChatRequest, script: Script): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const head = headOf(request, 'chat.completion.chunk');
  const send = (choice: object): void => {
    response.write(`data: ${JSON.stringify({ ...head, choices: [{ index: 0, finish_reason: null, ...choice }] })}\n\n`);
  };
  const text = script.cutAfter === undefined ? script.text : script.text.slice(0, script.cutAfter);
  const length = script.pieceLength ?? 7;
  for (let at = 0; at < text.length; at += length) {
    send({ delta: { content: text.slice(at, at + length) } });
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (script.cutAfter !== undefined) {
    // Half an event, then nothing: what a crashed backend leaves on the wire.
    response.write('data: {"choices":[{"delta":{"cont', () => response.destroy());
    return;
  }
  if (!script.noFinish) send({ delta: {}, finish_reason: 'stop' });
  if (request.stream_options?.include_usage)
    response.write(`data: ${JSON.stringify({ ...head, choices: [], usage: usageOf(request, script.text) })}\n\n`);
  response.end('data: [DONE]\n\n');
}

const headOf = ({ model }: ChatRequest, object: string) => ({ id: 'scripted', object, created: 0, model });

/** Four characters a token; the first message counts as cached, as providers do from the second call on. */
function usageOf({ messages }: ChatRequest, text: string) {
  const tokens = (one: string): number => Math.ceil(one.length / 4);
  const prompt = messages.reduce((sum, { content }) => sum + tokens(content), 0);
  const cached = tokens(messages[0]?.content ?? '');
  return {
    prompt_tokens: prompt,
    completion_tokens: tokens(text),
    total_tokens: prompt + tokens(text),
    prompt_tokens_details: { cached_tokens: cached },
  };
}

function sendError(response: ServerResponse, status: number, message: string, retryAfterSec?: number): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      ...(retryAfterSec === undefined ? {} : { 'retry-after': String(retryAfterSec) }),
    })
    .end(JSON.stringify({ error: { message, type: 'scripted', code: null, param: null } }));
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Ends early when the caller hangs up, so that a test never waits for a slow answer nobody reads. */
const wait = (ms: number, response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
