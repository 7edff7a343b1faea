/**
 * Why a file gives no document. Every reader fails with this and nothing else; the code is a message key, and the door
 * (command line, page) says in words what happened and what to do.
 */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: UnreadableCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'UnreadableFile';
    this.code = code;
    this.details = details;
  }
}

export type UnreadableCode =
  | 'empty-file'
  | 'unknown-format' // a picture named .docx, a program, random bytes: details.what names it where known
  | 'too-large' // details: limit, of (what is counted, bytes where not told), size
  | 'too-complex' // takes too long or nests too deep: details.seconds where time ran out
  | 'too-many-pages' // details: limit, pages
  | 'too-many-rows' // details: limit, of (rows where not told)
  | 'zip-bomb' // unpacks to more than the limit allows
  | 'damaged' // cut or broken: details.part names the part where known
  | 'encrypted'
  | 'forbidden-entities' // XML with a document type or entities
  | 'old-word-format' // .doc: save as .docx
  | 'old-excel-format' // .xls: save as .xlsx
  | 'scanned-without-text' // PDF of pictures: run recognition first
  | 'not-text' // bytes that no supported encoding explains
  | 'no-plan'; // read, but there is no plan in it
