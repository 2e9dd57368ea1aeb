import { Stop } from './console.mjs';

const oldestNode = [20, 19];

export function checkMachine({ version, platform } = { version: process.versions.node, platform: process.platform }) {
  const [major, minor] = version.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Stop(
      `Node ${version} is too old: install Node ${oldestNode.join('.')} or newer (nodejs.org) and run again`,
    );
  }
  if (platform !== 'linux' && platform !== 'darwin') {
    throw new Stop(`${platform} is not supported: use Linux, macOS, WSL, or docker compose up`);
  }
}
