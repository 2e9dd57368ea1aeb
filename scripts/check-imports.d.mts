/** Lines that name the file, what it imports and the right home. */
export function findBreaches(file: string, source: string): string[];
export function checkTree(): string[];
