import type { Constraint, LedgerEntry, LedgerOutcome, Strength } from '../contract/constraint.ts';
import type { Change, Reference } from '../domain/intent.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { buildConstraint, scopeOf } from './build-constraint.ts';
import type { Chart, Finding, Wish } from './chart.ts';
import type { ParseContext } from './parse-context.ts';

export interface Assembled {
  changes: Change[];
  references: Reference[];
  ledger: LedgerEntry[];
  /** A product type was named as the head of the request. */
  hasHead: boolean;
  /** "instead", "and a ...", "now": the shopper turns to something else. */
  switches: boolean;
  /** Nothing of the text is known to the shop or the language. */
  unknownWords: string[];
  facetNames: string[];
  /** "The red one", "the one that is green": a shown item by what it is like. */
  points: boolean;
  /** "A gift for my dad": something else than before, whatever it may be. */
  startsAfresh: boolean;
  /** "Coral one please": a quality, and perhaps the card that has it. */
  mayPoint: boolean;
  /** "Which of these is the cheapest": one of what is shown by an order among them. */
  picks: boolean;
  /** The text begins as a question about something. */
  asksFirst: boolean;
}

interface Clause {
  negated: boolean;
  /** Where the negation ends. */
  negatedAt?: number;
  relaxing: boolean;
  strength?: Strength;
  inFor: boolean;
  inWith: boolean;
  either: boolean;
  also: boolean;
}

const freshClause = (): Clause => ({
  negated: false,
  relaxing: false,
  inFor: false,
  inWith: false,
  either: false,
  also: false,
});

/** Tokens between a negation and a bound that it turns around ("not spend more than"). */
const NEAR = 2;

/** "Nothing above 70" is at most 70. */
const NEGATED: Record<Wish['relation'], Wish['relation']> = {
  is: 'is-not',
  'is-not': 'is',
  'at-least': 'at-most',
  'at-most': 'at-least',
  between: 'between',
  around: 'around',
};

/** Words of a clause that is still a plain quality ("extra long"). */
const SHORT_CLAUSE = 3;

/** Behind "for" most words describe what the thing is for ("cushions for a grey couch"), but not these. */
const KEEPS_IN_FOR = new Set(['price', 'rating', 'availability', 'audience', 'age', 'size']);

type Place = { start: number; end: number };

type Add = Extract<Change, { do: 'add' }>;

interface Head extends Place {
  type: string;
  change: Add;
  /** "nude or berry lipstick": the word stands beside another one as its alternative. */
  either: boolean;
  before?: { place: Place; change: Change };
}

/**
 * Reads the findings from left to right as a person does: small words set the sense of what follows up to the end of the
 * clause; the last noun in front of a preposition is the thing, the others describe it.
 */
export class WishAssembler {
  private readonly chart: Chart;
  private readonly lexicon: Lexicon;
  private readonly context: ParseContext;
  private readonly out: Assembled = {
    changes: [],
    references: [],
    ledger: [],
    hasHead: false,
    switches: false,
    unknownWords: [],
    facetNames: [],
    points: false,
    startsAfresh: false,
    mayPoint: false,
    picks: false,
    asksFirst: false,
  };
  private clause = freshClause();
  private head?: Head;
  private last?: { place: Place; change: Change };
  private readonly added: { place: Place; change: Add }[] = [];

  constructor(chart: Chart, lexicon: Lexicon, context: ParseContext) {
    this.context = context;
    this.chart = chart;
    this.lexicon = lexicon;
  }

  assemble(): Assembled {
    const findings = this.chart.findings();
    for (const [index, finding] of findings.entries()) this.read(finding, findings[index + 1]);
    this.out.hasHead = this.head !== undefined;
    this.joinPreferred();
    this.out.points = this.pointsAtItem(findings);
    this.out.mayPoint = !this.head && findings.some((one) => one.kind === 'wish' && this.isBeforeOne(one));
    this.out.picks = this.pickExtreme();
    this.out.asksFirst = this.lexicon.language.data.grammar.questionWords.includes(
      this.chart.tokens.find(({ kind }) => kind === 'word')?.norm ?? '',
    );
    this.dropPointer();
    return this.out;
  }

  /** "Leather, but vegan leather if you have it": either will do, the preferred one first. */
  private joinPreferred(): void {
    const adds = this.out.changes.flatMap((change) => (change.do === 'add' ? [change] : []));
    const isOne = ({ constraint: { facet, relation, value } }: Add): boolean =>
      relation === 'is' && facet !== 'text' && typeof value !== 'number' && value !== 'true';
    for (const { constraint: preferred } of adds.filter((one) => isOne(one) && one.constraint.strength === 'prefer')) {
      const must = adds.find(
        (one) => isOne(one) && one.constraint.facet === preferred.facet && one.constraint.strength === 'must',
      );
      if (!must || preferred.facet === 'category') continue;
      const values = new Set([must.constraint.value, preferred.value].flat().map(String));
      if (values.size === [must.constraint.value].flat().length) continue;
      const before = must.constraint.id;
      const { facet, words, strength, scope } = must.constraint;
      must.constraint = buildConstraint({ facet, relation: 'is', value: [...values], words }, { strength, scope });
      for (const entry of this.out.ledger) if (entry.constraintId === before) entry.constraintId = must.constraint.id;
    }
  }

  /** "The one that's the cheapest" is an order: which one it is shows when they are sorted. */
  private dropPointer(): void {
    const { theOne, definite } = this.lexicon.language.data.grammar.references;
    if (this.out.asksFirst || !this.out.changes.some(({ do: kind }) => kind === 'order')) return;
    const points = (words: string): boolean =>
      theOne.includes(words) || definite.some((word) => words.startsWith(word));
    this.out.references = this.out.references.filter(({ by, words }) => by !== 'focus' || !points(words.toLowerCase()));
  }

  private pickExtreme(): boolean {
    const order = this.out.changes.find((change) => change.do === 'order');
    const among = this.out.references.some(({ by }) => by === 'all');
    if (order?.do !== 'order' || !among || this.head) return false;
    this.out.references = [{ by: 'extreme', order: order.order, words: order.order.words }];
    this.out.changes = this.out.changes.filter((change) => change !== order);
    return true;
  }

  private pointsAtItem(findings: readonly Finding[]): boolean {
    if (this.head || this.out.changes.some(({ do: kind }) => kind === 'order' || kind === 'than' || kind === 'reject'))
      return false;
    const { grammar } = this.lexicon.language.data;
    return findings.some((finding) => {
      if (finding.kind === 'reference')
        return (
          grammar.references.theOne.includes(this.chart.words(finding).toLowerCase()) && this.out.changes.length > 0
        );
      if (finding.kind !== 'wish' && finding.kind !== 'word') return false;
      const [before, after] = [
        this.chart.tokens[finding.start - 1]?.norm ?? '',
        this.chart.tokens[finding.end]?.norm ?? '',
      ];
      return grammar.references.definite.includes(before) && grammar.references.single.includes(after);
    });
  }

  private isBeforeOne({ start, end }: Place): boolean {
    const { references } = this.lexicon.language.data.grammar;
    const [before, after] = [this.chart.tokens[start - 1], this.chart.tokens[end]];
    return (before === undefined || before.kind === 'symbol') && references.single.includes(after?.norm ?? '');
  }

  private read(finding: Finding, next: Finding | undefined): void {
    switch (finding.kind) {
      case 'cue':
        return this.readCue(finding, next);
      case 'type':
        return this.readType(finding, finding.type);
      case 'wish':
        return this.readWish(finding);
      case 'need':
        return this.readNeed(finding);
      case 'word':
        return this.readWord(finding);
      case 'facet-name':
        return this.readFacetName(finding, next);
      case 'order':
        this.out.changes.push({ do: 'order', order: finding.order });
        return this.enter(finding, 'applied');
      case 'than':
        this.out.changes.push({
          do: 'than',
          facet: finding.facet,
          direction: finding.direction,
          words: this.chart.words(finding),
        });
        return this.enter(finding, 'applied');
      case 'reference':
        return this.readReference(finding.reference, finding);
    }
  }

  private readCue(finding: Place & { cue: string }, next: Finding | undefined): void {
    const { clause } = this;
    const isLastWish = this.last !== undefined && finding.start - this.last.place.end <= 3;
    switch (finding.cue) {
      case 'negate':
        if (clause.negated && this.isTwice(finding)) return this.affirm(finding);
        // "Any colour is fine, but not red": what is said behind "but" is said anew.
        if (clause.relaxing && this.opensClause(finding)) this.clause = freshClause();
        this.clause.negated = true;
        this.clause.negatedAt = finding.end;
        return;
      case 'relax':
        clause.relaxing = true;
        return;
      case 'any':
        clause.relaxing = next?.kind === 'facet-name' || clause.relaxing;
        return;
      case 'relax-back':
        if (isLastWish) this.relaxLast();
        return;
      case 'negate-back':
        if (isLastWish) this.negateLast();
        return;
      case 'prefer':
      case 'must':
        clause.strength = finding.cue === 'prefer' ? 'prefer' : 'must';
        if (next === undefined || (next.kind === 'cue' && next.cue === 'clause')) this.softenLast(clause.strength);
        return;
      case 'or':
        clause.either = true;
        return;
      case 'and':
        clause.either = false;
        if (clause.negated && next?.kind !== 'wish' && next?.kind !== 'word') clause.negated = false;
        return;
      case 'clause': {
        // "Any colour but pink": what follows is the exception.
        const excepts =
          this.chart.tokens[finding.start]?.kind === 'word' &&
          this.last?.change.do === 'relax' &&
          this.last.place.end === finding.start &&
          next?.kind === 'wish';
        this.clause = { ...freshClause(), negated: excepts };
        return;
      }
      case 'for':
        clause.inFor = true;
        return;
      case 'with':
        clause.inFor = false;
        clause.inWith = true;
        return;
      case 'switch':
        this.out.switches = true;
        return;
      case 'also':
        clause.also = true;
    }
  }

  /** "I don't want one that isn't metal": said twice, nothing is denied; "not red nor blue" goes on. */
  private isTwice(finding: Place): boolean {
    const { negationJoins } = this.lexicon.language.data.grammar;
    const from = this.clause.negatedAt ?? finding.start;
    const between = this.chart.tokens.slice(from, finding.start);
    return (
      !negationJoins.includes(this.chart.words(finding).toLowerCase()) &&
      between.some(({ kind }) => kind === 'word') &&
      !this.isListing(from, finding.start)
    );
  }

  private opensClause({ start, end }: Place): boolean {
    const { clauseEnds } = this.lexicon.language.data.grammar;
    return end - start > 1 && clauseEnds.includes(this.chart.tokens[start]?.norm ?? '');
  }

  private isListing(from: number, to: number): boolean {
    for (let index = from; index < to; index += 1) {
      const owner = this.chart.ownerAt(index);
      if (owner?.kind === 'wish' || (owner?.kind === 'cue' && ['and', 'or', 'clause'].includes(owner.cue))) return true;
    }
    return false;
  }

  /** What the first negation seemed to rule out is the thing itself. */
  private affirm(finding: Place): void {
    this.clause.negated = false;
    this.clause.inWith = this.lexicon.language.data.grammar.saysNot.before.includes(
      this.chart.words(finding).toLowerCase(),
    );
    const change = this.last?.change;
    if (!this.last || change?.do !== 'add' || change.constraint.relation !== 'is-not') return;
    const { place } = this.last;
    const { id, facet, value } = change.constraint;
    if (facet !== 'text' || typeof value !== 'string' || !this.lexicon.language.types.isProduct(value)) return;
    this.out.changes.splice(this.out.changes.indexOf(change), 1);
    this.out.ledger = this.out.ledger.filter(({ constraintId }) => constraintId !== id);
    this.last = undefined;
    this.setHead(place, value);
  }

  private readType(place: Place, type: string): void {
    const { clause } = this;
    if (clause.relaxing) return this.relax(place, 'category');
    if (this.isSomeones(place)) return;
    if (this.isOccasion(type) && !clause.inFor && this.context.hasCategory) this.out.startsAfresh = true;
    if (this.isOccasion(type)) return this.add(place, { facet: 'text', relation: 'is', value: type }, 'prefer');
    // "Not black frames": what is not wanted is the black, the frames are what it is about.
    if (clause.negated && this.last?.change.do === 'add' && this.last.place.end === place.start) {
      if (!this.head && !this.context.hasCategory) this.setHead(place, type);
      else this.enter(place, 'applied', this.last.change.constraint.id);
      return;
    }
    if (clause.negated) return this.add(place, { facet: 'text', relation: 'is-not', value: type }, 'must');
    if (this.isCollective(type) && (this.head || clause.also || this.last || this.context.hasCategory))
      return this.add(place, { facet: 'text', relation: 'is', value: type }, 'prefer');
    if (!this.head && this.context.hasCategory && this.isPart(place)) return this.readPart(place, type);
    const narrowed = !this.head && this.context.hasCategory ? this.narrowed(place, type) : undefined;
    if (narrowed !== undefined) return this.setHead(place, narrowed);
    if (clause.inFor && (this.head || this.context.hasCategory)) return this.readHost(place, type);
    const previous = this.head;
    if (previous && place.start === previous.end) return this.extendHead(previous, place, type);
    const isListed =
      previous !== undefined && !clause.inFor && !clause.inWith && this.between(previous, place) === 'and';
    if (previous && (clause.either || isListed)) return this.addAlternative(previous, place, type);
    if (previous && clause.inWith) return this.add(place, { facet: 'text', relation: 'is', value: type }, 'must');
    if (previous && !this.isAccessory(previous.type))
      return this.add(place, { facet: 'text', relation: 'is', value: type }, 'prefer');
    this.setHead(place, type);
  }

  /** "With battery", "the blade should be long", "a bit lighter": a part or quality of what is talked about, not another thing. */
  private isPart({ start, end }: Place): boolean {
    const { modals, qualityNouns, possessives } = this.lexicon.language.data.grammar;
    const [before, after] = [this.chart.tokens[start - 1]?.norm ?? '', this.chart.tokens[end]?.norm ?? ''];
    if (this.clause.inWith && !possessives.includes(before)) return true;
    // "Ones that let light in": whatever follows describes them.
    if (this.chart.tokens.slice(0, start).some(({ norm }) => norm === 'ones')) return true;
    if (this.out.switches || this.clause.also) return false;
    const isAlone = this.chart.tokens.slice(start, end).every(({ norm }) => qualityNouns.includes(norm));
    return modals.includes(after) || (isAlone && !this.hasArticle(start));
  }

  private hasArticle(start: number): boolean {
    const before = this.chart.tokens[start - 1];
    return before?.kind === 'word' && this.lexicon.language.isFiller(before.stem);
  }

  /** Beside a number ("blade at least 50 cm") the part only says which number is meant. */
  private readPart(place: Place, type: string): void {
    const narrowed = this.clause.inWith ? undefined : this.narrowed(place, type);
    if (narrowed !== undefined) return this.setHead(place, narrowed);
    const hasNumber = this.chart.findings().some((one) => one.kind === 'wish' && typeof one.value === 'number');
    const relation = this.clause.negated ? 'is-not' : 'is';
    this.add(place, { facet: 'text', relation, value: type }, hasNumber ? 'prefer' : 'must');
  }

  /** "Bath" said of towels: bath towels. "Gas instead" of a charcoal barbecue: a gas barbecue. */
  private narrowed(place: Place, word: string): string | undefined {
    if (this.clause.negated || this.clause.inFor || this.hasArticle(place.start)) return undefined;
    const { types } = this.lexicon.language;
    return this.context.types
      .flatMap((type) => [type, type.split(' ').at(-1) ?? type])
      .map((type) => `${word} ${type}`)
      .find((name) => types.isProduct(name) && types.expand(name).some((one) => this.lexicon.typeCounts.has(one)));
  }

  /** What an accessory is for must be right; what any other thing is used with is only a hint. */
  private readHost(place: Place, type: string): void {
    this.add(
      place,
      { facet: 'text', relation: 'is', value: type },
      [this.head?.type ?? this.context.types].flat().some((one) => this.isAccessory(one)) ? 'must' : 'prefer',
    );
  }

  /** "a set": how many come together, not what they are. */
  private isCollective(type: string): boolean {
    return this.lexicon.language.data.grammar.collectives.includes(type.split(' ').at(-1) ?? '');
  }

  private isOccasion(type: string): boolean {
    return this.lexicon.language.data.grammar.occasions.includes(type);
  }

  /** "My dog just ate my slipper": things that belong to somebody are not asked for, but what something is for may be. */
  private isSomeones(place: Place): boolean {
    const before = this.chart.tokens[place.start - 1]?.norm ?? '';
    return !this.clause.inFor && this.lexicon.language.data.grammar.possessives.includes(before);
  }

  private isAccessory(type: string): boolean {
    return this.lexicon.language.types.isAccessory(type);
  }

  private setHead(place: Place, type: string): void {
    const words = this.chart.words(place);
    const constraint = buildConstraint(
      { facet: 'category', relation: 'is', value: type, words },
      { strength: 'must', scope: 'category' },
    );
    const change: Change = { do: 'add', constraint, also: this.clause.also };
    this.out.changes.push(change);
    this.head = { ...place, type, change, either: this.clause.either, before: this.last };
    this.last = { place, change };
    this.enter(place, 'applied', constraint.id);
  }

  /** "laptop bag": the word before turns from the thing into what describes it. */
  private extendHead(previous: Head, place: Place, type: string): void {
    this.out.changes.splice(this.out.changes.indexOf(previous.change), 1);
    this.out.ledger = this.out.ledger.filter(({ constraintId }) => constraintId !== previous.change.constraint.id);
    this.head = undefined;
    this.last = previous.before;
    // "Memory card micro SD": the second names the first more closely.
    if (this.lexicon.language.types.expand(previous.type).includes(type))
      return this.setHead({ start: previous.start, end: place.end }, type);
    const described: Wish = {
      kind: 'wish',
      facet: 'text',
      relation: 'is',
      value: previous.type,
      start: previous.start,
      end: previous.end,
    };
    if (!previous.either || !this.joinAlternative(described)) this.add(described, described, 'must');
    this.setHead(place, type);
  }

  private addAlternative(previous: Head, place: Place, type: string): void {
    const { constraint } = previous.change;
    const known = [constraint.value].flat().map(String);
    if (known.includes(type)) return this.enter(place, 'applied', constraint.id);
    constraint.value = [
      ...(Array.isArray(constraint.value) ? constraint.value.map(String) : [String(constraint.value)]),
      type,
    ];
    this.enter(place, 'applied', constraint.id);
  }

  private readWish(wish: Wish): void {
    const { clause } = this;
    const isAnother = this.last?.change.do === 'add' && this.last.change.constraint.facet !== wish.facet;
    const joined = this.last ? this.between(this.last.place, wish) : undefined;
    if (clause.negated && joined === 'and' && isAnother) clause.negated = false;
    if (clause.relaxing) return this.relax(wish, wish.facet, String(wish.value));
    const isNear = wish.relation === 'is' || wish.start - (clause.negatedAt ?? 0) <= NEAR;
    const relation = clause.negated && isNear ? NEGATED[wish.relation] : wish.relation;
    if (clause.either && relation === 'is' && this.joinAlternative(wish)) return;
    const describesHost = clause.inFor && this.head !== undefined && !this.keepsInFor(wish);
    const vague =
      wish.soft ||
      (wish.facet === 'text' && this.lexicon.language.data.grammar.seasons.includes(String(wish.value))) ||
      (clause.inFor && wish.facet === 'text') ||
      (describesHost && !(wish.facet === 'brand' && this.isAccessory(this.head?.type ?? '')));
    this.add(wish, { ...wish, relation }, vague ? 'prefer' : 'must');
  }

  private keepsInFor({ facet, recipient, counts }: Wish): boolean {
    const role = this.lexicon.profile.facets[facet]?.role ?? facet;
    return recipient === true || counts === true || KEEPS_IN_FOR.has(role);
  }

  /** "red or blue" is one wish with two values; qualities of different facets join as words. */
  private joinAlternative(wish: Wish): boolean {
    const change = this.last?.change;
    if (change?.do !== 'add' || change.constraint.relation !== 'is') return false;
    const { constraint } = change;
    if (typeof wish.value === 'number' || typeof constraint.value === 'number') return false;
    const isSame = constraint.facet === wish.facet;
    if (!isSame && !(this.isOpen(constraint.facet) && this.isOpen(wish.facet))) return false;
    const wordsOf = (one: Pick<Wish, 'value'>, place: Place): string[] =>
      [one.value === 'true' ? this.chart.words(place) : one.value].flat().map(String);
    const known = wordsOf(constraint, this.last?.place ?? wish);
    const values = [...new Set([...known, ...wordsOf(wish, wish)])];
    // "Red or red" says nothing new.
    if (values.length > known.length)
      Object.assign(constraint, { facet: isSame ? constraint.facet : 'text', value: values });
    this.enter(wish, 'applied', constraint.id);
    this.last = { place: wish, change };
    this.clause.either = false;
    return true;
  }

  /** Facets whose values are words that any text may say. */
  private isOpen(facet: string): boolean {
    const known = this.lexicon.profile.facets[facet];
    return facet === 'text' || known?.type === 'boolean' || (known?.type === 'categorical' && known.role === undefined);
  }

  private between(left: Place, right: Place): string | undefined {
    let found: string | undefined;
    for (let index = left.end; index < right.start; index += 1) {
      const owner = this.chart.ownerAt(index);
      if (owner?.kind !== 'cue') continue;
      if (owner.cue === 'negate') return undefined;
      if (owner.cue === 'and' || owner.cue === 'or') found = owner.cue;
    }
    return found;
  }

  private readNeed({ start, end, prefer, types }: Place & { prefer: string[]; types: string[] }): void {
    const place = { start, end };
    const { language, profile } = this.lexicon;
    // "Halloween party", where the shop has an aisle for it.
    const aisle = this.chart.tokens
      .slice(start, end)
      .find(({ stem }) => profile.categories.some((one) => one.value === stem));
    if (aisle && !this.clause.negated) this.add(place, { facet: 'text', relation: 'is', value: aisle.stem }, 'must');
    const values = prefer
      .map(language.key)
      .filter((key) => key.split(' ').every((stem) => this.lexicon.profile.vocabulary[stem]));
    const known = types
      .map(language.key)
      .filter((type) => language.types.expand(type).some((one) => this.lexicon.typeCounts.has(one)));
    const isNear = this.context.types.some((type) => language.types.expand(type).some((one) => known.includes(one)));
    const opens = this.context.hasCategory && !isNear && !this.clause.inFor && !this.clause.negated;
    if (known.length > 0 && !this.head)
      this.add(place, { facet: 'category', relation: 'is', value: known }, opens ? 'must' : 'prefer');
    if (values.length > 0)
      this.add(place, { facet: 'text', relation: this.clause.negated ? 'is-not' : 'is', value: values }, 'prefer');
    else if (known.length === 0) this.enter(place, 'unsupported');
  }

  private readWord(place: Place): void {
    const { clause, chart } = this;
    const stem = chart.stemAt(place.start) ?? '';
    if (clause.relaxing) return this.relax(place, 'text', stem);
    if (this.isSomeones(place)) return;
    const narrowed = !this.head && this.context.hasCategory ? this.narrowed(place, stem) : undefined;
    if (narrowed !== undefined) return this.setHead(place, narrowed);
    const known = this.lexicon.profile.vocabulary[stem] !== undefined;
    if (!known) {
      this.out.unknownWords.push(chart.words(place));
      if (!clause.negated) return this.enter(place, 'unsupported');
    }
    const relation = clause.negated ? 'is-not' : 'is';
    if (
      clause.either &&
      relation === 'is' &&
      this.joinAlternative({ kind: 'wish', facet: 'text', relation, value: stem, ...place })
    )
      return;
    this.add(place, { facet: 'text', relation, value: stem }, this.strengthOfWord(place, stem));
  }

  /** Model names behind "for" must be right for an accessory; other words there, and words of a clause about something else, are hints. */
  private strengthOfWord(place: Place, stem: string): Strength {
    // A winter jacket need not say "winter".
    if (this.lexicon.language.data.grammar.seasons.includes(this.chart.tokens[place.start]?.norm ?? ''))
      return 'prefer';
    if (this.clause.inFor) return this.head && this.isAccessory(this.head.type) && /\d/.test(stem) ? 'must' : 'prefer';
    return this.isAside(place) ? 'prefer' : 'must';
  }

  /** A clause of several words without the thing itself ("I am decorating a small balcony") tells why, not what. */
  private isAside(place: Place): boolean {
    const findings = this.chart.findings();
    const ends = findings.filter((one) => one.kind === 'cue' && one.cue === 'clause').map(({ start }) => start);
    const from = Math.max(0, ...ends.filter((end) => end <= place.start));
    const to = Math.min(this.chart.tokens.length, ...ends.filter((end) => end > place.start));
    const inside = findings.filter(({ start }) => start >= from && start < to);
    const hasType = (all: readonly Finding[]): boolean => all.some(({ kind }) => kind === 'type');
    const length = this.chart.tokens.slice(from, to).filter(({ kind }) => kind === 'word').length;
    return hasType(findings) && !hasType(inside) && length > SHORT_CLAUSE;
  }

  private readFacetName({ start, end, facet }: Place & { facet: string }, next: Finding | undefined): void {
    // "Without price limit".
    if (this.clause.relaxing || (this.clause.negated && facet === 'price')) return this.relax({ start, end }, facet);
    // "Colour laser", "price tags": before a noun the name of a facet is a quality like any other word.
    if (next?.kind === 'type' && next.start === end) return this.readWord({ start, end });
    this.out.facetNames.push(facet);
    this.last = { place: { start, end }, change: { do: 'relax', facet } };
  }

  private readReference(reference: Reference, place: Place): void {
    const [host] = this.context.types;
    // "A bag for it": what the new thing is for is what was talked about.
    if (this.head && this.clause.inFor && reference.by === 'focus' && host !== undefined)
      return this.readHost(place, host);
    if (this.clause.negated || ('rejects' in reference && reference.rejects) || this.isRejected(place))
      this.out.changes.push({ do: 'reject', reference });
    else this.out.references.push(reference);
    const previous = this.out.changes.at(-1);
    if (previous?.do === 'than') previous.reference = reference;
  }

  /** "The third one is not to my taste". */
  private isRejected({ end }: Place): boolean {
    const after = this.chart.tokens.slice(end).filter(({ kind }) => kind === 'word');
    const words = after.map(({ norm }) => norm).join(' ');
    return this.lexicon.language.data.grammar.rejects.some(
      (phrase) => words === phrase || words.startsWith(`${phrase} `),
    );
  }

  private add(place: Place, wish: Pick<Constraint, 'facet' | 'relation' | 'value' | 'unit'>, strength: Strength): void {
    const { facet, relation, value, unit } = wish;
    const final = this.clause.strength ?? strength;
    const scope = scopeOf(this.lexicon.profile.facets[facet]?.role ?? facet);
    const constraint = buildConstraint(
      { facet, relation, value, unit, words: this.chart.words(place) },
      { strength: final, scope },
    );
    const change: Add = { do: 'add', constraint, also: this.clause.also };
    this.out.changes.push(change);
    this.last = { place, change };
    this.added.push({ place, change });
    this.enter(place, final === 'must' ? 'applied' : 'preferred', constraint.id);
  }

  private relax(place: Place, facet: string, value?: string): void {
    const change: Change = { do: 'relax', facet, value };
    this.out.changes.push(change);
    this.last = { place, change };
    this.enter(place, 'applied');
  }

  /** "leather is fine", "colour doesn't matter": the wish just read is taken back. */
  private relaxLast(): void {
    const { last } = this;
    if (last?.change.do === 'add') {
      const { constraint } = last.change;
      if (this.head?.change === last.change) this.head = undefined;
      this.out.changes.splice(this.out.changes.indexOf(last.change), 1, {
        do: 'relax',
        facet: constraint.facet,
        value: String(constraint.value),
        ...(constraint.facet === 'text' ? {} : { accepts: constraint }),
      });
      for (const entry of this.out.ledger) if (entry.constraintId === constraint.id) entry.constraintId = undefined;
    } else if (last?.change.do === 'relax' && !this.out.changes.includes(last.change)) {
      this.out.changes.push(last.change);
      this.enter(last.place, 'applied');
    }
  }

  private negateLast(): void {
    if (this.last?.change.do !== 'add') return;
    const { constraint } = this.last.change;
    if (constraint.relation === 'is') this.rewriteLast({ ...constraint, relation: 'is-not' });
  }

  private softenLast(strength: Strength): void {
    const quality = this.out.changes.findLast(
      (change) => change.do === 'add' && change.constraint.facet !== 'category',
    );
    // "Velvet sofa if possible": the velvet may go, the sofa is what it is about.
    if (this.last?.change === this.head?.change && quality)
      this.last = { place: this.last?.place ?? { start: 0, end: 0 }, change: quality };
    const { last } = this;
    if (last?.change.do !== 'add') return;
    this.rewriteLast({ ...last.change.constraint, strength });
    // "Plain linen maybe": both.
    const beside = this.added.find(({ place }) => place.end === last.place.start);
    if (!beside || beside.change.constraint.facet === 'category') return;
    this.last = beside;
    this.softenLast(strength);
    this.last = last;
  }

  private rewriteLast(constraint: Constraint): void {
    if (this.last?.change.do !== 'add') return;
    const before = this.last.change.constraint.id;
    const after = buildConstraint(constraint, constraint);
    this.last.change.constraint = after;
    for (const entry of this.out.ledger)
      if (entry.constraintId === before)
        Object.assign(entry, { constraintId: after.id, outcome: after.strength === 'must' ? 'applied' : 'preferred' });
  }

  private enter(place: Place, outcome: LedgerOutcome, constraintId?: string): void {
    const [first, last] = [this.chart.tokens[place.start], this.chart.tokens[place.end - 1]];
    if (!first || !last) return;
    const entry = { start: first.start, end: last.end, words: this.chart.words(place), outcome };
    this.out.ledger.push(constraintId === undefined ? entry : { ...entry, constraintId });
  }
}
