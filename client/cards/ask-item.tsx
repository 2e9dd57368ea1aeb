import { ArrowUp, Layers } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { ProductCard } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';

interface AskItemProps {
  card: ProductCard;
  /** Called when the answer is on its way, in the conversation. */
  onAsked: () => void;
}

/** A question about one card, or its like: said in the conversation by the card's number, as a shopper would. */
export function AskItem({ card, onAsked }: AskItemProps) {
  const { strings, format, connection } = useApp();
  const [question, setQuestion] = useState('');
  const id = useId();
  const ordinal = format.number(card.ordinal);
  const words = strings.card;
  const say = (text: string) => {
    connection.send({ text });
    onAsked();
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() !== '') say(words.askText(ordinal, question.trim()));
  };
  return (
    <section className="mt-6 border-t border-line pt-5">
      <form onSubmit={ask}>
        <label htmlFor={id} className="font-semibold">
          {words.askLabel}
        </label>
        <div className="mt-2 flex items-center gap-1 rounded-full border border-line-strong bg-raised p-1 focus-within:border-accent">
          <input
            id={id}
            value={question}
            maxLength={400}
            onChange={(event) => setQuestion(event.target.value)}
            placeholder={words.askPlaceholder}
            autoComplete="off"
            className="min-h-11 min-w-0 flex-1 bg-transparent px-4 text-base outline-none placeholder:text-muted"
          />
          <button
            type="submit"
            aria-label={strings.composer.send}
            title={strings.composer.send}
            disabled={question.trim() === ''}
            className="grid size-11 shrink-0 place-items-center rounded-full bg-accent text-on-accent disabled:bg-sunken disabled:text-muted"
          >
            <ArrowUp className="size-5" strokeWidth={2.5} aria-hidden />
          </button>
        </div>
      </form>
      <Button className="mt-3" onClick={() => say(words.similarText(ordinal))}>
        <Layers className="size-4.5" aria-hidden />
        {words.similar}
      </Button>
    </section>
  );
}
