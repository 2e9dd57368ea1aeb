import type { Act, Relation } from '../../contract/constraint.ts';
import type { Suggestion } from '../../contract/part.ts';
import type { Product } from '../../domain/catalog-item.ts';
import type { Fact } from '../../domain/fact.ts';

type KnownAvailability = Exclude<Product['availability'], 'unknown'>;

/** Every sentence that the assistant itself writes, in one language. Functions get finished parts; none decides anything. */
export interface ReplyStrings {
  /** BCP 47 tag for money in these sentences. */
  locale: string;
  /** Whether the language's stems are words that a person may read; otherwise wishes show the shopper's own words. */
  stemsAreWords: boolean;
  quote(text: string): string;
  wish: {
    /** Stands before the value, with its space. */
    relation: Record<Relation, string>;
    or: string;
    andNot: string;
    range(low: string, high: string): string;
    /** A facet's name in front of a number. */
    facet(name: string): string;
    without(wish: string): string;
  };
  row: {
    nothingMore: string;
    /** `wish` is quoted or empty, `order` the shopper's words for the order. */
    found(total: number, wish: string, order: string | undefined): string;
    nothingFits(wish: string): string;
    nearest(options: string[]): string;
    closest: string;
    unsupported(words: string[]): string;
  };
  talk: Partial<Record<Act, string>> & { unclear: string };
  item: {
    notStated(field: string): string;
    costs(price: string): string;
    rated(average: number, count: number): string;
    unrated: string;
    availability: Record<KnownAvailability, string>;
    fields: Record<'price' | 'availability' | 'brand', string>;
    yes: string;
    no: string;
    /** What a part of the record says, in its own words. */
    says(source: Fact['source'], words: string): string;
    deny(statement: string): string;
  };
  compare: {
    tooFew: string;
    names(titles: string[]): string;
    row(field: string, values: string[]): string;
    differ(names: string, rows: string[]): string;
    same(names: string): string;
    notStated: string;
    fields: Record<'price' | 'rating' | 'brand', string>;
  };
  cart: {
    added(title: string): string;
    removed: string;
    empty: string;
    line(count: number, title: string, price: string | undefined): string;
    contents(lines: string[], total: string): string;
  };
  /** Above readings that the shopper may take with a tap. */
  confirm: string;
  card: { which: string; missing(phrases: readonly string[]): string };
  /** `text` is what a tap sends: words that the parser of this language understands. */
  suggestions: Record<'cheaper' | 'bestRated' | 'more' | 'forgetBudget', Suggestion>;
}
