/** How words and vectors are fused in Qdrant. Swept on the judged queries: docs/decisions. */
export const searchFusion = { kind: 'rrf', k: 20 } as const;
