import { execFileSync } from 'node:child_process';
import { everyRoute } from '#tests/routes/routes.ts';
import type { RouteSample } from '#tests/routes/samples.ts';
import { SAMPLES } from '#tests/routes/samples.ts';

export type PageToLookAt = { readonly id: string; readonly folder: string; readonly sample: RouteSample };

/** `/` and sign-out only lead elsewhere. */
const LEAD_ELSEWHERE = new Set(['/']);

/** All pages with something to see. */
export function everyPage(): PageToLookAt[] {
  return everyRoute().flatMap(({ id, folder, page }) => {
    const sample = SAMPLES[id];
    return page && sample && sample.audience !== 'nobody' && !LEAD_ELSEWHERE.has(id) ? [{ id, folder, sample }] : [];
  });
}

/** Pages whose own files the last change touched, or the one that everybody sees first; never more than `most`. */
export function changedPages(most: number): PageToLookAt[] {
  const changed = changedFiles();
  const pages = everyPage().filter(({ folder }) => changed.some((file) => file.startsWith(`${folder}/+`)));
  return pages.length > 0 ? pages.slice(0, most) : everyPage().filter(({ id }) => id === '/sign-in');
}

function changedFiles(): string[] {
  try {
    const git = (...parameters: string[]) =>
      execFileSync('git', ['-c', 'core.quotePath=false', ...parameters], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    return [
      ...git('diff', '--name-only', 'HEAD~1').split('\n'),
      ...git('ls-files', '-o', '--exclude-standard').split('\n'),
    ];
  } catch {
    return [];
  }
}
