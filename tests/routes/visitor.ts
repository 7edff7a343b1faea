import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ADDRESS_HEADER, ORIGIN } from '#tests/routes/served-region.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  /** Bytes of the body as they went over the line. */
  readonly bytes: number;
};

export type Form = Readonly<Record<string, string>>;

/** A browser without scripts: keeps cookies, takes compressed answers, follows nothing by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #port: number;
  readonly #address: string;

  constructor(port: number) {
    this.#port = port;
    visitors += 1;
    this.#address = `10.${String(visitors >> 16)}.${String((visitors >> 8) & 255)}.${String(visitors & 255)}`;
  }

  /** Reads pages in this language. */
  speak(locale: 'ru' | 'en'): this {
    this.#cookies.set('locale', locale);
    return this;
  }

  async signIn(email: string, password: string): Promise<this> {
    const { status } = await this.post('/sign-in', { email, password });
    if (status !== 303) throw new Error(`${email} could not sign in: ${String(status)}`);
    return this;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(address: string): Promise<Answer> {
    return this.#ask('GET', address, {});
  }

  post(address: string, form: Form, origin = ORIGIN): Promise<Answer> {
    return this.#ask('POST', address, { origin }, new URLSearchParams(form).toString());
  }

  #ask(method: string, address: string, headers: Record<string, string>, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: this.#port, path: address, method, agent: false },
          headers: {
            accept: 'text/html',
            'accept-encoding': 'br',
            cookie: this.cookies,
            [ADDRESS_HEADER]: this.#address,
            ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const cookies = response.headers['set-cookie'] ?? [];
            for (const cookie of cookies) this.#keep(cookie);
            const bytes = Buffer.concat(chunks);
            resolve({
              status: response.statusCode ?? 0,
              headers: Object.fromEntries(
                Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
              ),
              cookies,
              body: unpacked(bytes, response.headers['content-encoding']).toString('utf8'),
              bytes: bytes.length,
            });
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    if (/max-age=0|expires=Thu, 01 Jan 1970/iu.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, pair.slice(name.length + 1));
  }
}

let visitors = 0;

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes;
}
