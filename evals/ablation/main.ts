import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createComponents } from '../../server/components.ts';
import { parseConfig, repositoryRoot } from '../../server/config.ts';
import { createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import { missingFiles } from '../run/load-cases.ts';
import { evalDataDir } from '../shop/open-shop.ts';
import { findSuites } from '../suite/find-suites.ts';
import type { Suite } from '../suite/suite.ts';
import { printTable } from './print-table.ts';
import { type AblationTable, runAblation } from './run-ablation.ts';
import { listVariants } from './variants.ts';

const HELP = `npx tsx evals/ablation/main.ts [SUITE ...] [options]

What each route, first-stage feature and stage is worth: the suites (retrieval and dialogue) are played with the whole product and
with one thing at a time switched off. Prints each change with its paired 95% interval; bold leaves out 0.
Without SUITE: dialogue-sample and icecat-judged.

  --only TEXT      only variants whose name has TEXT in it
  --markdown FILE  the tables as a file
  --help           this`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    markdown: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) console.log(HELP);
else await main(positionals.length > 0 ? positionals : ['dialogue-sample', 'icecat-judged']);

async function main(wanted: string[]): Promise<void> {
  const workFolder = process.env.INIT_CWD ?? process.cwd();
  const suites = findSuites({ home: join(repositoryRoot, 'evals/suites'), wanted, workFolder });
  const lines: string[] = [];
  for (const suite of suites) {
    const missing = missingFiles(suite);
    if (missing.length > 0) console.log(`skipped ${suite.name}: ${missing.join(', ')} is not there`);
    else lines.push(...printTable(await ablate(suite)), '');
  }
  console.log(lines.join('\n'));
  if (values.markdown) writeFileSync(resolve(workFolder, values.markdown), `${lines.join('\n')}\n`);
}

async function ablate(suite: Suite): Promise<AblationTable> {
  const catalog = suite.catalog ?? '';
  const language = suite.language === undefined ? [] : ['--language', suite.language];
  const config = parseConfig(['--catalog', catalog, '--data', evalDataDir(catalog), ...language], process.env);
  const components = await createComponents({ ...config, model: undefined }, undefined, { say: console.log });
  try {
    const items = new Map((await components.catalogItems()).map((item) => [item.id, item]));
    const variants = listVariants().filter(({ name }) => name.includes(values.only));
    const { shop } = components;
    return await runAblation(suite, variants, { shop, matcher: createCatalogMatcher(items), say: console.log });
  } finally {
    await components.close();
  }
}
