import type { PreflightRule } from './rule.ts';
import { addressee } from './rules/addressee.ts';
import { addresseeMoved } from './rules/addressee-moved.ts';
import { attachmentNames } from './rules/attachment-names.ts';
import { attachmentPage } from './rules/attachment-page.ts';
import { attachments } from './rules/attachments.ts';
import { dateFormat } from './rules/date-format.ts';
import { documentNumber } from './rules/document-number.ts';
import { emptyPage } from './rules/empty-page.ts';
import { firstPageBody } from './rules/first-page-body.ts';
import { gridOfText } from './rules/grid.ts';
import { headingLevels } from './rules/heading-levels.ts';
import { headingNumber } from './rules/heading-number.ts';
import { headingOrder } from './rules/heading-order.ts';
import { headingPunctuation } from './rules/heading-punctuation.ts';
import { imprintOrder } from './rules/imprint-order.ts';
import { imprintPlace } from './rules/imprint-place.ts';
import { imprintRules } from './rules/imprint-rules.ts';
import { imprintSide } from './rules/imprint-side.ts';
import { issuerMark } from './rules/issuer-mark.ts';
import { letterRules } from './rules/letter-rules.ts';
import { lineEdges } from './rules/line-edges.ts';
import { loneCharacter } from './rules/lone-character.ts';
import { markSize } from './rules/mark-size.ts';
import { markings } from './rules/markings.ts';
import { missingGlyph } from './rules/missing-glyph.ts';
import { noTextPage } from './rules/no-text-page.ts';
import { oldEdition } from './rules/old-edition.ts';
import { pageNumber } from './rules/page-number.ts';
import { paragraphLines } from './rules/paragraph-lines.ts';
import { redRule } from './rules/red-rule.ts';
import { sealRoom } from './rules/seal-room.ts';
import { signatories } from './rules/signatories.ts';
import { signatureAlone } from './rules/signature-alone.ts';
import { signatureIssuer } from './rules/signature-issuer.ts';
import { signaturePlace } from './rules/signature-place.ts';
import { strandedHeading } from './rules/stranded-heading.ts';
import { tableHead } from './rules/table-head.ts';
import { tableText } from './rules/table-text.ts';
import { titleGenre } from './rules/title-genre.ts';
import { titleLines } from './rules/title-lines.ts';
import { titlePunctuation } from './rules/title-punctuation.ts';
import { typeArea } from './rules/type-area.ts';
import { typeFaces } from './rules/type-faces.ts';

/** Every rule of preflight: the page, then its elements from top to bottom. */
export const preflightRules: readonly PreflightRule[] = [
  missingGlyph,
  typeArea,
  gridOfText,
  typeFaces,
  pageNumber,
  emptyPage,
  firstPageBody,
  markings,
  documentNumber,
  signatories,
  issuerMark,
  markSize,
  redRule,
  letterRules,
  titleGenre,
  titlePunctuation,
  titleLines,
  addressee,
  addresseeMoved,
  headingNumber,
  headingOrder,
  headingLevels,
  headingPunctuation,
  strandedHeading,
  lineEdges,
  paragraphLines,
  loneCharacter,
  attachments,
  attachmentNames,
  attachmentPage,
  signatureIssuer,
  signaturePlace,
  signatureAlone,
  sealRoom,
  dateFormat,
  tableText,
  tableHead,
  imprintPlace,
  imprintSide,
  imprintOrder,
  imprintRules,
  oldEdition,
  noTextPage,
];
