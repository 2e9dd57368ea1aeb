import { join } from 'node:path';

/**
 * Qdrant's own settings file: loopback only, REST only, no telemetry, everything below `folder`. JSON is YAML too, but the file must be
 * named .yaml: of a .json file Qdrant takes nothing and listens to the whole network.
 */
export function buildQdrantSettings(folder: string, port: number): string {
  return JSON.stringify({
    log_level: 'WARN',
    telemetry_disabled: true,
    storage: { storage_path: join(folder, 'storage'), snapshots_path: join(folder, 'snapshots') },
    service: { host: '127.0.0.1', http_port: port, grpc_port: null, enable_static_content: false },
    cluster: { enabled: false },
  });
}
