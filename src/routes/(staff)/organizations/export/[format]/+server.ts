import { writeExport } from '#features/organizations/exchange/files.server.ts';
import { readListAddress } from '#features/organizations/list-address.ts';
import { notFound } from '#web/refusal.ts';
import type { RequestHandler } from './$types.d.ts';

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const file = await writeExport(locals.ctx, readListAddress(url.searchParams), params.format, locals.locale);
  if (!file) notFound();
  return new Response(file.content, {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
