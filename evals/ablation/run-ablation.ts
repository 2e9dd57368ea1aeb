import type { Shop } from '../../server/turn/shop.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import { compareUnits, type Difference, type Figure, scoreFigure } from '../metrics/figure.ts';
import type { Unit } from '../metrics/unit.ts';
import type { CatalogMatcher } from '../predicate/catalog-matcher.ts';
import { loadCases } from '../run/load-cases.ts';
import { runArm } from '../run/run-arm.ts';
import type { Suite } from '../suite/suite.ts';
import type { Variant } from './variants.ts';

export interface AblationRow {
  name: string;
  /** By metric; `change`: this variant minus the whole product, paired over cases. Left out for the product itself. */
  figures: { figure: Figure; change?: Difference }[];
}

export interface AblationTable {
  suite: string;
  metrics: string[];
  rows: AblationRow[];
}

const METRICS: Record<string, string[]> = {
  dialogue: ['satisfied', 'violation@5'],
  retrieval: ['ndcg@10', 'condensed-ndcg@10', 'recall@50'],
};

/** Plays a suite with the whole product and with each variant of it. */
export async function runAblation(
  suite: Suite,
  variants: readonly Variant[],
  { shop, matcher, say }: { shop: Shop; matcher: CatalogMatcher; say: (line: string) => void },
): Promise<AblationTable> {
  const loaded = loadCases(suite);
  const metrics = METRICS[loaded.kind] ?? [];
  const play = async (name: string, own: Shop): Promise<Unit[]> => {
    say(`${suite.name}: ${name}`);
    const arm = { name, assistant: new ShopAssistant(own) };
    return (await runArm(loaded, arm, { matcher, tick: () => undefined })).units;
  };
  const whole = await play('whole', shop);
  const rows: AblationRow[] = [{ name: 'whole product', figures: scoreAll(whole, metrics) }];
  for (const { name, change } of variants) {
    const units = await play(name, change(shop));
    const figures = scoreAll(units, metrics).map(({ figure }) => ({
      figure,
      change: compareUnits(units, whole, figure.metric),
    }));
    rows.push({ name, figures });
  }
  return { suite: suite.name, metrics, rows };
}

const scoreAll = (units: Unit[], metrics: string[]): { figure: Figure }[] =>
  metrics.flatMap((metric) => {
    const figure = scoreFigure(units, metric);
    return figure ? [{ figure }] : [];
  });
