import { UnreadableFile } from '#domain/orders/reader-error.ts';

/** The HTML page inside a web archive (MHTML), as a word processor saves «one-file web pages». */
export type ArchivedPage = { readonly bytes: Uint8Array; readonly charset?: string };

/** The first HTML part of the archive with its transfer encoding undone. Throws `damaged` when there is none. */
export function pageOfArchive(bytes: Uint8Array): ArchivedPage {
  // Latin-1 keeps every byte as one character, so parts can be cut as text and turned back into bytes.
  const source = new TextDecoder('latin1').decode(bytes).replace(/\r\n?/gu, '\n');
  const head = headersOf(source);
  const boundary = head.headers.match(/boundary="?([^"\n;]{1,100})"?/iu)?.[1];
  const parts = boundary === undefined ? [source] : source.split(`--${boundary}`).slice(1);
  for (const part of parts) {
    const { headers, body } = headersOf(part.replace(/^\n/u, ''));
    if (!/content-type:\s*text\/html/iu.test(headers)) continue;
    const encoding = headers.match(/content-transfer-encoding:\s*([\w-]{1,20})/iu)?.[1]?.toLowerCase();
    const charset = headers.match(/charset="?([\w-]{1,20})/iu)?.[1];
    return { bytes: undone(body, encoding), ...(charset === undefined ? {} : { charset }) };
  }
  throw new UnreadableFile('damaged');
}

function headersOf(part: string): { headers: string; body: string } {
  const end = part.indexOf('\n\n');
  if (end < 0) return { headers: part, body: '' };
  return { headers: part.slice(0, end).replace(/\n[ \t]+/gu, ' '), body: part.slice(end + 2) };
}

function undone(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return latin1(atob(wholeQuads(body)));
  if (encoding !== 'quoted-printable') return latin1(body);
  return latin1(
    body
      .replace(/=[ \t]*\n/gu, '')
      .replace(/=([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

/** Base64 without what is none, cut to whole groups: a cut archive still gives its beginning. */
function wholeQuads(body: string): string {
  const digits = body.replace(/[^a-z0-9+/]/giu, '');
  return digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
}
