export * from './card.ts';
export * from './constraint.ts';
export * from './events.ts';
export * from './interests.ts';
export * from './part.ts';
