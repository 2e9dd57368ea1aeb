/** What a test wants to know of a page of documentation. Pure; the page is given as text. */

const blocksOf = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```([a-z]*)\n([\s\S]*?)^```$/gm)].flatMap(([, name, body]) =>
    name === language ? [body ?? ''] : [],
  );

/** Lines of the `sh` blocks, without comments. */
export const commandsOf = (markdown: string): string[] =>
  blocksOf(markdown, 'sh').flatMap((block) =>
    block
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );

export const linksOf = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => (link ?? '').replace(/(?<=.)#.*$/, ''));

/**
 * Paths of the annotated tree: the block that begins with `server/`. Names stand before the first gap of two spaces or at the
 * end of the line; two spaces of indent are one level down.
 */
export function pathsOfTree(markdown: string): string[] {
  const tree = blocksOf(markdown, '').find((block) => block.startsWith('server/')) ?? '';
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', text = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const names = (text.split(/ {2,}/)[0] ?? '').split(' ').filter((name) => /[./]/.test(name));
    const level = indent.length / 2;
    const paths = names.map((name) => [...parents.slice(0, level), name].join('').replace(/\/$/, ''));
    parents[level] = names[0] ?? '';
    return paths;
  });
}
