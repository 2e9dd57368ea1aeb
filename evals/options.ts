import { parseArgs } from 'node:util';
import { AppError } from '../server/errors.ts';
import { PARSERS, type ParserName } from './model/parsers.ts';

export interface EvalOptions {
  suites: string[];
  catalog?: string;
  json?: string;
  html?: string;
  accept: boolean;
  caseId?: string;
  arms: string[];
  parsers: ParserName[];
  /** Two versions of a prompt, as given. */
  prompt?: string;
  live: boolean;
  verbose: boolean;
  help: boolean;
}

export const HELP = `npm run eval -- [SUITE ...] [options]

SUITE is a folder with a suite.yaml, or the name of one under evals/suites. Without any, all of them run;
a suite whose data is not there is then skipped.

  --catalog FILE   catalog for suites that name none, and for suites given by name in place of their own
  --case ID        only this case, without gates
  --arms LIST      who answers, the first is the suite's own: full (the product), keyword (BM25 a turn, no state),
                   ranked (the product with a model that orders the best products), and for retrieval suites bm25 (Okapi), sparse (ours), dense,
                   fused [full,keyword]
  --parser LIST    who reads the turns of the full arm, side by side: embedded, cascade (a language model reads what the embedded
                   parser leaves open), model (it reads all wishes alone) [embedded]; answers come from evals/recordings
  --live           ask the configured language model and record its answers
  --prompt ID=A,B  compare two files of one prompt: every parser with a model runs once with each [parser: cascade]
  --json FILE      the whole report as JSON
  --html FILE      the report as one page without outside resources
  --accept         write this run to evals/baselines as what later runs are compared with
  --verbose        print every failure, not only the first ones
  --help           this

Exit code: 0 done, 1 a figure is below its gate, 2 the run could not be done.`;

/** Throws `AppError` `options_invalid`. */
export function parseOptions(argv: string[]): EvalOptions {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        catalog: { type: 'string' },
        json: { type: 'string' },
        html: { type: 'string' },
        case: { type: 'string' },
        arms: { type: 'string', default: 'full,keyword' },
        parser: { type: 'string' },
        prompt: { type: 'string' },
        live: { type: 'boolean', default: false },
        accept: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const arms = [...new Set(values.arms.split(',').map((arm) => arm.trim()))].filter((arm) => arm !== '');
    const { catalog, json, html, accept, verbose, help, live, prompt } = values;
    const parsers = parseParsers(values.parser ?? (prompt ? 'cascade' : 'embedded'));
    if (accept && parsers[0] !== 'embedded') throw new Error('--accept writes baselines of --parser embedded only');
    const ways = { arms, parsers, prompt, live };
    return { suites: positionals, catalog, json, html, accept, caseId: values.case, ...ways, verbose, help };
  } catch (cause) {
    const [line] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw new AppError('options_invalid', `${line}. See npm run eval -- --help`, { cause });
  }
}

function parseParsers(list: string): ParserName[] {
  const names = [...new Set(list.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const unknown = names.find((name) => !PARSERS.some((parser) => parser === name));
  if (unknown !== undefined || names.length === 0)
    throw new Error(`--parser is one or more of ${PARSERS.join(', ')}${unknown ? `, not ${unknown}` : ''}`);
  return PARSERS.filter((parser) => names.includes(parser)).sort((a, b) => names.indexOf(a) - names.indexOf(b));
}
