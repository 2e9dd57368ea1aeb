import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { Department, LivePlan, Seller, VideoScript } from './department.ts';

export interface SampleShop {
  departments: Department[];
  sellers: Seller[];
  videos: VideoScript[];
  lives: LivePlan[];
}

export function readShop(folder: string): SampleShop {
  const files = readdirSync(join(folder, 'departments'))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return {
    departments: files.map((file) => readYaml(join(folder, 'departments', file), Department)),
    sellers: readYaml(join(folder, 'sellers.yaml'), z.array(Seller)),
    videos: readYaml(join(folder, 'videos.yaml'), z.array(VideoScript)),
    lives: readYaml(join(folder, 'lives.yaml'), z.array(LivePlan)),
  };
}

export function readYaml<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError(
    'sample.bad-file',
    `${path}: ${issue?.path.join('.')}: ${issue?.message}. Correct the file and run again.`,
  );
}
