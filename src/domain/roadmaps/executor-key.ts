/**
 * How names of executors are compared: without case, «ё», quotes, hyphens and full stops, spaces as one. «МБОУ СОШ № 5»
 * and «мбоу сош №5» are one name, «СОШ 5» and «СОШ 15» are two; «все ОО» and «ОО» are one.
 */
export function executorKey(words: string): string {
  return (
    words
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(/[«»"'“”„.,;:()№]/gu, ' ')
      .replace(/[-–—]/gu, ' ')
      .replace(/([а-я])(\d)/gu, '$1 $2')
      .trim()
      .split(/\s+/u)
      .join(' ')
      // «Все ОО» and «ОО» are the same schools.
      .replace(/^все (?=.)/u, '')
  );
}

/** Somebody whom words may mean. */
export type ExecutorCandidate = {
  readonly organizationId: number | null;
  readonly groupId: number | null;
  /** Names, short names and aliases by which it is known in the territory. */
  readonly names: readonly string[];
  /** How near the names hold: the territory itself before the one above it. */
  readonly distance: number;
};

/**
 * Whom the words mean: the candidate that is so called nearest to the territory. Two at the same distance are nobody: a
 * person decides.
 */
export function whoIsMeant(words: string, candidates: readonly ExecutorCandidate[]): ExecutorCandidate | null {
  const key = executorKey(words);
  if (key === '') return null;
  const called = candidates.filter(({ names }) => names.some((name) => executorKey(name) === key));
  const nearest = Math.min(...called.map(({ distance }) => distance));
  const [first, ...others] = called.filter(({ distance }) => distance === nearest);
  return first !== undefined && others.length === 0 ? first : null;
}
