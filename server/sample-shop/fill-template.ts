import type { AttributeValue } from '../domain/catalog-item.ts';

const ONE_OF_MANY = /(?<before>^|[^\d.])1 (?<unit>litre|hour|drawer|port|gear|piece|year|month|watt|metre)s\b/g;

type Facts = Record<string, AttributeValue>;

/**
 * `[waterproof, material=leather|suede, width cm<60] A {colour} jacket.` -> the sentence, or null when a condition fails
 * or a slot has no fact. That a facet was left out must leave it out of the prose too, or silence would not be silence.
 * Conditions: `name` (stated and not false), `!name` (stated as false), `name=a|b`, `name<n`, `name>n`.
 * Slots: `{name}`, `{Name}` capitalised, `{a:name}` with its article.
 */
export function fillTemplate(template: string, facts: Facts): string | null {
  const match = /^\[([^\]]+)\]\s*(.*)$/s.exec(template);
  const conditions = match?.[1]?.split(',').map((part) => part.trim()) ?? [];
  if (!conditions.every((condition) => holds(condition, facts))) return null;
  let complete = true;
  const text = (match?.[2] ?? template).replace(/\{(a:)?([^}]+)\}/g, (_, article: string | undefined, slot: string) => {
    const value = facts[slot] ?? facts[lowerFirst(slot)];
    if (value === undefined) complete = false;
    const words = value === undefined ? '' : speak(value);
    if (article) return `${/^([aeiou]|8|11|18)/i.test(words) ? 'an' : 'a'} ${words}`;
    return slot in facts ? words : upperFirst(words);
  });
  return complete ? upperFirst(text.replace(ONE_OF_MANY, '$<before>1 $<unit>')) : null;
}

function holds(condition: string, facts: Facts): boolean {
  const match = /^(!?)([^=<>]+)(?:([=<>])(.+))?$/.exec(condition);
  const [, not, name = '', relation, wanted = ''] = match ?? [];
  const value = facts[name.trim()];
  if (value === undefined) return false;
  if (not) return value === false;
  if (relation === '=')
    return wanted.split('|').some((word) => (Array.isArray(value) ? value : [String(value)]).includes(word));
  if (relation === '<') return Number(value) < Number(wanted);
  if (relation === '>') return Number(value) > Number(wanted);
  return value !== false;
}

function speak(value: AttributeValue): string {
  if (!Array.isArray(value)) return String(value);
  return value.length < 2 ? value.join('') : `${value.slice(0, -1).join(', ')} and ${value.at(-1)}`;
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
