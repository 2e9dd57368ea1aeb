import type { Constraint } from '../contract/constraint.ts';

/** How much a shopper gives up with each facet; the cheapest set that leads somewhere is offered first. */
const COST: Record<string, number> = { text: 2, rating: 2, availability: 2, price: 4, brand: 4, category: 20 };
const FACET_COST = 3;
const NEGATIVE_COST = 4;
/** The oldest wish costs half of the newest: what was just said matters most. */
const OLDEST = 0.5;
const MAX_SETS = 24;

export interface RelaxationPlan {
  /** Constraints that would go, least change first. */
  drop: Constraint[];
  cost: number;
}

/** Which constraints could go when nothing fits: each alone, then pairs, then all but the type. Pure. */
export function planRelaxations(constraints: readonly Constraint[]): RelaxationPlan[] {
  const musts = constraints.filter(({ strength }) => strength === 'must');
  const cost = (one: Constraint): number => {
    const base = one.relation === 'is-not' ? NEGATIVE_COST : (COST[one.facet] ?? FACET_COST);
    return base * (OLDEST + ((1 - OLDEST) * (1 + musts.indexOf(one))) / musts.length);
  };
  const sum = (drop: Constraint[]): RelaxationPlan => ({
    drop,
    cost: drop.reduce((total, one) => total + cost(one), 0),
  });
  const byCost = (left: RelaxationPlan, right: RelaxationPlan): number => left.cost - right.cost;
  const single = musts.map((one) => sum([one])).sort(byCost);
  const pairs = musts.flatMap((one, index) => musts.slice(index + 1).map((other) => sum([one, other]))).sort(byCost);
  const soft = musts.filter(
    ({ facet, relation }) => facet !== 'category' && relation !== 'is-not' && facet !== 'price',
  );
  const all = musts.filter(({ facet }) => facet !== 'category');
  return distinct([...single, ...pairs.slice(0, MAX_SETS), sum(soft), sum(all)].filter(({ drop }) => drop.length > 0));
}

/** With few wishes "all but the type" is one that was planned before; offering it twice would read as a mistake. */
const distinct = (plans: RelaxationPlan[]): RelaxationPlan[] =>
  plans.filter(({ drop }, index) => plans.findIndex((one) => isSameSet(one.drop, drop)) === index);

const isSameSet = (left: Constraint[], right: Constraint[]): boolean =>
  left.length === right.length && left.every((one) => right.includes(one));
