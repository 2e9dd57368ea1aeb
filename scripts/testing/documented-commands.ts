/** Where each command of README.md and CONTRIBUTING.md is run. `saying` is a piece of the file that runs it: the entry cannot outlive it. */
export interface RunCommand {
  when: RegExp;
  by: string;
  saying: string;
}

const executed = 'scripts/commands.test.ts';
const server = 'server/main.test.ts';
const evals = 'evals/main.test.ts';

export const runCommands: RunCommand[] = [
  { when: /^npm start$/, by: server, saying: 'the server as a process' },
  { when: /^npm start -- --catalog \S+ --port \d+$/, by: server, saying: 'catalog: cornerShopFile' },
  { when: /^npm (start|run \w+) -- --help$/, by: executed, saying: '-- --help says what there is' },
  { when: /^npm test$|^npx vitest run \S+$/, by: '.ci/run', saying: 'npm test -- "$@" &' },
  { when: /^\.ci\/run$/, by: '.ci/run', saying: 'Every test, nothing skipped' },
  { when: /^npm run index -- \S+$/, by: executed, saying: "npm('run', 'index', '--', cornerShopFile" },
  { when: /^npm run index -- \S+ --update/, by: 'server/catalog/index-command.test.ts', saying: "'--update', file" },
  { when: /^npm run eval$/, by: evals, saying: 'expect(await run()).toBe(0)' },
  { when: /^npm run eval -- \S+ (--html|--json) \S+/, by: executed, saying: "'--json', json, '--html', html" },
  { when: /^npm run eval -- \S+ --case \S+$/, by: evals, saying: "'--case', 'bad'" },
  { when: /^npm run bench -- --shoppers/, by: 'evals/bench/bench.test.ts', saying: '--shoppers' },
  { when: /^npm run (build|dev|lint|typecheck)$/, by: executed, saying: "npm('run', 'build')" },
  {
    when: /^npm run sample$/,
    by: 'server/sample-shop/sample-shop.test.ts',
    saying: 'is committed exactly as the generator writes it',
  },
  { when: /^curl /, by: executed, saying: 'posted with curl' },
];

/** What no test runs, and why. */
export const notRun: { when: RegExp; why: string }[] = [
  { when: /^npm run screenshots$/, why: 'writes over the committed pictures' },
  { when: /^npm run format$/, why: 'rewrites files; lint, which says what it would do, is run' },
  { when: /^npm run verify$/, why: 'is the tests themselves, and the checks that are run one by one' },
  {
    when: /^docker compose /,
    why: 'needs a container engine; scripts/containers.test.ts checks what can be wrong on paper',
  },
];
