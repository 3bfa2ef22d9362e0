import type { Place } from '../diagnostics/place.ts';

/** Where the words of elements came from in data or template; none for an element that is not there. */
export type Places<Element extends string> = { readonly [E in Element]?: Place };

/**
 * What stands at the head of an official document's first page. Its kind is the form of the document (公文格式):
 * 文件 §7.2, and the special formats 信函 §10.1, 命令 §10.2, 纪要 §10.3.
 */
export type Header = FileHeader | LetterHeader | OrderHeader | MinutesHeader;

/** The form of a document. */
export type Form = Header['form'];

/** Chinese names of the forms, as templates and findings have them. */
export const formNames: Readonly<Record<Form, string>> = {
  file: '文件',
  letter: '信函',
  order: '命令',
  minutes: '纪要',
};

/** What every head has. */
export interface Head {
  readonly places: Places<
    'copyNumber' | 'classification' | 'urgency' | 'issuerMark' | 'documentNumber' | 'signatories'
  >;
}

/** 份号、密级、紧急程度, which every form but the order may carry. */
export interface Markings extends Head {
  /** 份号: six digits; empty where its line is left free to be stamped, null where copies are not numbered. */
  readonly copyNumber: string | null;
  /** 密级和保密期限, as `机密★1年`. */
  readonly classification: string | null;
  /** 紧急程度. */
  readonly urgency: '特急' | '加急' | null;
}

/** 版头 §7.2. */
export interface FileHeader extends Markings {
  readonly form: 'file';
  /** 发文机关标志 §7.2.4: names of the issuers, the host first. */
  readonly issuerMark: readonly string[];
  /** Whether 文件 follows the mark. */
  readonly withFileWord: boolean;
  /** 发文字号 §7.2.5. */
  readonly documentNumber: string;
  /** 签发人 §7.2.6; empty for documents that do not go upward. */
  readonly signatories: readonly string[];
}

/** 信函格式 §10.1: mark above double rules, number at the right below the first of them. */
export interface LetterHeader extends Markings {
  readonly form: 'letter';
  /** 发文机关标志 without 文件; of several issuers, the host's. */
  readonly mark: string;
  readonly documentNumber: string;
}

/** 命令（令）格式 §10.2: mark and number, no rule. */
export interface OrderHeader extends Head {
  readonly form: 'order';
  /** Full name of the issuer with 命令 or 令. */
  readonly mark: string;
  /** 令号, as `第3号`. */
  readonly documentNumber: string;
}

/** 纪要格式 §10.3: its mark instead of an issuer's, the rest as 版头 has it. */
export interface MinutesHeader extends Markings {
  readonly form: 'minutes';
  /** `×××纪要`. */
  readonly mark: string;
  /** Number of the document or meeting; null where minutes are not numbered. */
  readonly documentNumber: string | null;
}
