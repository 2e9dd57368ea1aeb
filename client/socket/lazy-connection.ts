import type { Connection, ConnectionOptions } from './connection.ts';

/**
 * The page is drawn and can be typed into while the socket and the parsers are still on their way; what is done until then
 * is done in order once they are there. `failed` is called when they cannot be loaded.
 */
export function createLazyConnection(
  options: Omit<ConnectionOptions, 'memory'> & { storage: Storage | undefined },
  failed: (error: unknown) => void,
): Connection {
  const loading = Promise.all([import('./connection.ts'), import('./session-memory.ts')]).then(
    ([{ createConnection }, { createSessionMemory }]) =>
      createConnection({ ...options, memory: createSessionMemory(options.storage) }),
  );
  loading.catch(failed);
  const later = (use: (connection: Connection) => void) => void loading.then(use, () => undefined);
  return {
    send: (request) => later((connection) => connection.send(request)),
    cancel: (turnId) => later((connection) => connection.cancel(turnId)),
    retry: (turnId) => later((connection) => connection.retry(turnId)),
    record: (interaction) => later((connection) => connection.record(interaction)),
    mark: (...mark) => later((connection) => connection.mark(...mark)),
    markHere: (event) => later((connection) => connection.markHere(event)),
    editInterests: (edit) => later((connection) => connection.editInterests(edit)),
    startAfresh: () => later((connection) => connection.startAfresh()),
    close: () => later((connection) => connection.close()),
  };
}
