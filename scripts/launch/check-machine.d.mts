export function checkMachine(machine?: { version: string; platform: string }): void;
