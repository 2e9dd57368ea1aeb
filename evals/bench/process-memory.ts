import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

export interface ProcessMemory {
  /** Megabytes held by the server itself and by the vector store it started. */
  serverMb: number;
  qdrantMb: number;
}

/** Resident memory of a process and of all that it started; zeros where `ps` is not there to ask. */
export function readMemory(rootPid: number): ProcessMemory {
  const all = listProcesses();
  const children = all.filter((one) => one.pid === rootPid || isBelow(one.pid, rootPid, all));
  const sum = (some: typeof all): number => some.reduce((total, one) => total + one.rssKb, 0) / 1000;
  const qdrant = children.filter((one) => one.name.startsWith('qdrant'));
  return { serverMb: sum(children.filter((one) => !qdrant.includes(one))), qdrantMb: sum(qdrant) };
}

interface ProcessLine {
  pid: number;
  parent: number;
  rssKb: number;
  name: string;
}

function listProcesses(): ProcessLine[] {
  try {
    return parseProcesses(execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,comm='], { encoding: 'utf8' }));
  } catch {
    return [];
  }
}

export function parseProcesses(text: string): ProcessLine[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.+)$/.exec(line);
    if (!match) return [];
    const [, pid, parent, rss, name] = match;
    return [{ pid: Number(pid), parent: Number(parent), rssKb: Number(rss), name: basename(name ?? '').trim() }];
  });
}

function isBelow(pid: number, rootPid: number, all: ProcessLine[]): boolean {
  const parent = all.find((one) => one.pid === pid)?.parent;
  if (parent === undefined || parent <= 1) return false;
  return parent === rootPid || isBelow(parent, rootPid, all);
}
