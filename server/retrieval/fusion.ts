/** How words and vectors are fused in Qdrant. Swept on the judged queries: docs/decisions/002-fusion.md. */
export const searchFusion = { kind: 'rrf', k: 20, words: 2 } as const;
