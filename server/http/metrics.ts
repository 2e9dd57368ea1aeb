import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { TurnModel } from '../llm/turn-model.ts';
import type { SessionObserver } from '../session/session-observer.ts';
import { collectModelFigures } from './model-metrics.ts';

export interface Metrics {
  registry: Registry;
  observer: SessionObserver;
}

const turnBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];
const writeBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1];

/** Figures for Prometheus, of this process. Nothing in them names a shopper, a session or a product. */
export function createMetrics(
  figures: () => { sessions: number; turns: number; waitingTurns: number },
  model?: Pick<TurnModel, 'meter' | 'tally'>,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({ name: 'aisle_turns_total', help: 'Turns ended', labelNames: ['outcome'], registers });
  const degraded = new Counter({
    name: 'aisle_turns_degraded_total',
    help: 'Turns that went on without one of their parts',
    labelNames: ['part'],
    registers,
  });
  const parts = new Counter({ name: 'aisle_parts_total', help: 'Parts written', labelNames: ['type'], registers });
  const sockets = new Gauge({ name: 'aisle_sockets', help: 'Connected sockets', registers });
  const seconds = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `aisle_${name}_seconds`, help, buckets, registers });
  const ack = seconds('turn_ack', 'From a turn received to a turn durable', writeBuckets);
  const write = seconds('parts_write', 'One durable write of parts', writeBuckets);
  const total = seconds('turn', 'Whole turns', turnBuckets);
  const firstCard = seconds('turn_first_card', 'From the start of a turn to its first card', turnBuckets);
  const stage = new Histogram({
    name: 'aisle_turn_stage_seconds',
    help: 'Stages of turns',
    labelNames: ['stage'],
    buckets: turnBuckets,
    registers,
  });
  collectFigures(figures, registers);
  if (model) collectModelFigures(model, registry);
  return {
    registry,
    observer: {
      turnAccepted: (ackMs) => ack.observe(ackMs / 1000),
      turnEnded: (outcome, timings, missing) => {
        turns.inc({ outcome });
        total.observe(timings.totalMs / 1000);
        if (timings.firstCardMs !== null) firstCard.observe(timings.firstCardMs / 1000);
        for (const [name, ms] of Object.entries(timings.stages)) stage.observe({ stage: name }, ms / 1000);
        for (const part of missing) degraded.inc({ part });
      },
      partsWritten: (written, writeMs) => {
        write.observe(writeMs / 1000);
        for (const { part } of written) parts.inc({ type: part.type });
      },
      socketOpened: () => sockets.inc(),
      socketClosed: () => sockets.dec(),
    },
  };
}

function collectFigures(
  figures: () => { sessions: number; turns: number; waitingTurns: number },
  registers: Registry[],
): void {
  const collectors = {
    sessions: 'Sessions with a receiver or a turn',
    turns: 'Turns at work or waiting',
    waitingTurns: 'Turns that wait for a place',
  } as const;
  const names = { sessions: 'aisle_live_sessions', turns: 'aisle_live_turns', waitingTurns: 'aisle_waiting_turns' };
  for (const key of ['sessions', 'turns', 'waitingTurns'] as const) {
    new Gauge({
      name: names[key],
      help: collectors[key],
      registers,
      collect() {
        this.set(figures()[key]);
      },
    });
  }
}
