/** Something as the machine has it, folded away. */
export function Source({ label, text }: { label: string; text: string }) {
  return (
    <details>
      <summary className="min-h-11 content-center text-sm font-medium">{label}</summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-xl bg-sunken p-4 text-xs"
        dir="ltr"
      >
        <code>{text}</code>
      </pre>
    </details>
  );
}
