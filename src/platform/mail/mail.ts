import { mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createTransport } from 'nodemailer';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

export type Mailer = {
  readonly send: (letter: Letter) => Promise<void>;
  readonly close: () => void;
};

/** Sends letters by the mail server; without one they are kept as files in `outbox`, for people to look at. */
export function makeMailer({
  smtpUrl,
  from,
  outbox,
}: {
  readonly smtpUrl: string | null;
  readonly from: string;
  readonly outbox: string;
}): Mailer {
  if (smtpUrl === null) {
    const kept = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
    return {
      send: async (letter) => {
        const { message } = await kept.sendMail({ ...letter, from });
        mkdirSync(outbox, { recursive: true, mode: 0o700 });
        const day = new Date().toISOString().replace(/[:.]/gu, '-');
        writeFileSync(path.join(outbox, `${day}-${randomUUID().slice(0, 8)}.eml`), message as Buffer, { mode: 0o600 });
      },
      close: () => undefined,
    };
  }
  const transport = createTransport({ url: smtpUrl, pool: true, disableFileAccess: true, disableUrlAccess: true });
  return {
    send: async (letter) => {
      await transport.sendMail({ ...letter, from });
    },
    close: () => {
      transport.close();
    },
  };
}

/** Whether the mail server takes us as it is set up; `none`: there is none. */
export async function checkMailServer(smtpUrl: string | null): Promise<'fine' | 'wrong' | 'none'> {
  if (smtpUrl === null) return 'none';
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 5_000, greetingTimeout: 5_000 });
  try {
    await transport.verify();
    return 'fine';
  } catch {
    return 'wrong';
  } finally {
    transport.close();
  }
}
