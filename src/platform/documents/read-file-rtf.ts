import type { SourceDocument } from '#domain/orders/source-document.ts';
import { type DraftBlock, documentOf } from '#platform/documents/office/draft.ts';
import { RtfTable } from '#platform/documents/read-file-rtf-table.ts';

/** Groups whose text is not part of the page: fonts, styles, pictures, fields' codes, headers and footers. */
const UNREAD_GROUPS = new Set(
  `fonttbl colortbl stylesheet info pict object objdata header headerl headerr headerf footer footerl footerr footerf
   footnote annotation fldinst themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl
   generator xmlnstbl mmathPr filetbl revtbl bkmkstart bkmkend pntext pnseclvl nonshppict shpinst shprslt`.split(
    /\s+/u,
  ),
);

const SPECIAL: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  '~': '\u00a0',
  _: '\u2011',
  '-': '\u00ad',
  emspace: ' ',
  enspace: ' ',
};

/** What holds to the end of a group. */
type Group = { unread: boolean; skip: number; hidden: boolean; inTable: boolean; shape: boolean };

const OUTERMOST: Readonly<Group> = { unread: false, skip: 1, hidden: false, inTable: false, shape: false };

/** Groups nest no deeper in files that a program wrote. */
const DEEPEST_GROUP = 5_000;

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\(\n|\r|.)|([{}])|[\r\n]+|[^\\{}\r\n]+|\\/giu;

/**
 * Rich Text Format, which files named `.doc` often are. Read are paragraphs, labels of lists and tables with merged cells;
 * letters without a code of their own are taken for windows-1251.
 */
export function readRtf(bytes: Uint8Array): SourceDocument {
  const source = new TextDecoder('latin1').decode(bytes);
  const reader = new RtfReader();
  for (const token of source.matchAll(TOKEN)) {
    const [whole, word, parameter, byte, symbol, brace] = token;
    if (word !== undefined) reader.control(word.toLowerCase(), parameter === undefined ? undefined : Number(parameter));
    else if (byte !== undefined) reader.byte(Number.parseInt(byte, 16));
    else if (symbol !== undefined) reader.symbol(symbol);
    else if (brace === '{') reader.open();
    else if (brace === '}') reader.closeGroup();
    else if (!/^[\r\n\\]/u.test(whole)) reader.plain(whole);
  }
  return reader.finish();
}

class RtfReader {
  private readonly blocks: DraftBlock[] = [];
  private readonly groups: Group[] = [{ ...OUTERMOST }];
  private readonly table = new RtfTable();
  private readonly decoder = new TextDecoder('windows-1251');
  private text = '';
  private toSkip = 0;
  private groupStart = false;

  private get group(): Group {
    return this.groups.at(-1) ?? { ...OUTERMOST };
  }

  open(): void {
    if (this.groups.length < DEEPEST_GROUP) this.groups.push({ ...this.group });
    this.groupStart = true;
  }

  closeGroup(): void {
    if (this.groups.length > 1) this.groups.pop();
    this.groupStart = false;
  }

  control(word: string, parameter: number | undefined): void {
    const first = this.groupStart;
    this.groupStart = false;
    if (first && UNREAD_GROUPS.has(word)) this.group.unread = true;
    if (word === 'shpinst') this.group.shape = true;
    if (first && word === 'shptxt' && this.group.shape) this.startTextBox();
    if (word === 'bin') this.toSkip += Math.max(0, parameter ?? 0);
    if (this.group.unread) return;
    if (word === 'uc') this.group.skip = Math.min(4, Math.max(0, parameter ?? 1));
    else if (word === 'u' && parameter !== undefined) this.unicode(parameter);
    else if (word === 'v') this.group.hidden = parameter !== 0;
    else if (word === 'deleted') this.group.hidden = parameter !== 0;
    else if (word === 'plain') this.group.hidden = false;
    else if (SPECIAL[word] !== undefined) this.add(SPECIAL[word]);
    else this.layout(word, parameter);
  }

  /** Stamps «УТВЕРЖДЕНО …» often stand in a text box; its paragraphs are read where it is anchored. */
  private startTextBox(): void {
    this.group.unread = false;
    this.group.shape = false;
    this.endParagraph();
  }

  private unicode(code: number): void {
    this.add(String.fromCharCode(code < 0 ? code + 65_536 : code & 0xffff));
    this.toSkip = this.group.skip;
  }

  private layout(word: string, parameter: number | undefined): void {
    if (word === 'pard') this.group.inTable = false;
    else if (word === 'intbl') this.group.inTable = true;
    else if (word === 'par' || word === 'sect' || word === 'page') this.endParagraph();
    else if (word === 'cell' || word === 'nestcell') {
      this.table.endCell(this.taken());
    } else if (word === 'row') {
      this.table.endRow();
    } else {
      if (word === 'trowd') this.closeTableUnlessInside();
      this.table.define(word, parameter ?? 0);
    }
  }

  /** A table's rows follow each other; text between them outside of cells ends it. */
  private closeTableUnlessInside(): void {
    if (this.text.trim() !== '' && !this.group.inTable) this.endParagraph();
  }

  private endParagraph(): void {
    const text = this.taken();
    if (this.group.inTable) return this.table.addParagraph(text);
    if (text === '') return;
    this.closeTable();
    this.blocks.push({ kind: 'paragraph', text });
  }

  private closeTable(): void {
    const rows = this.table.take();
    if (rows.length > 0) this.blocks.push({ kind: 'table', rows });
  }

  private taken(): string {
    const text = this.text.replace(/[^\S\n]+/gu, ' ').trim();
    this.text = '';
    return text;
  }

  byte(code: number): void {
    this.groupStart = false;
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.add(this.decoder.decode(Uint8Array.of(code)));
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.group.unread = this.groupStart;
    else if (symbol === '\n' || symbol === '\r') this.layout('par', undefined);
    else this.add(SPECIAL[symbol] ?? symbol);
    this.groupStart = false;
  }

  plain(text: string): void {
    this.groupStart = false;
    const skipped = Math.min(this.toSkip, text.length);
    this.toSkip -= skipped;
    this.add(text.slice(skipped));
  }

  private add(text: string): void {
    if (!this.group.unread && !this.group.hidden) this.text += text;
  }

  finish(): SourceDocument {
    this.group.inTable = false;
    this.endParagraph();
    this.closeTable();
    return documentOf(this.blocks, []);
  }
}
