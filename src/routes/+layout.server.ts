import { frameOf } from '#web/frame.ts';
import type { LayoutServerLoad } from './$types.d.ts';

export const load: LayoutServerLoad = ({ locals, url, route }) => ({
  locale: locals.locale,
  frame: frameOf(locals, url, route.id),
});
