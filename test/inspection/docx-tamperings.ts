/** A part of the file with something in it replaced. */
export type Change = readonly [part: string, from: string | RegExp, to: string];

export const [body, styles] = ['word/document.xml', 'word/styles.xml'] as const;

/** The definition of a style, up to something in it. */
const inStyle = (id: string, what: string): RegExp =>
  new RegExp(`(w:styleId="${id}">(?:(?!</w:style>).)*?)${what}`, 'gu');

/** What is done to a Word file by hand, and something like it that is just too small to be told. */
export interface Tampering {
  readonly what: string;
  readonly says: readonly string[];
  readonly breaks: Change;
  readonly barely: Change;
}

/** Done to a notice with its attachments. */
export const onNotice: readonly Tampering[] = [
  {
    what: 'the top margin',
    says: ['written/page-setup 第1节、第2节、第3节的上边距不对：3 处 17.6 毫米 → 33.6 毫米'],
    breaks: [body, /w:top="1906"/g, 'w:top="1000"'],
    barely: [body, /w:top="1906"/g, 'w:top="1900"'],
  },
  {
    what: 'the top margin by so little that a line less fits the page',
    says: ['written/page-setup 第1节、第2节、第3节的上下边距不对：3 处 一面排 21 行 → 一面排 22 行'],
    breaks: [body, /w:top="1906"/g, 'w:top="1926"'],
    barely: [body, /w:top="1906"/g, 'w:top="1909"'],
  },
  {
    what: 'the bottom margin',
    says: ['written/page-setup 第1节、第2节、第3节的下边距不对：3 处 25.4 毫米 → 33.6 毫米'],
    breaks: [body, /w:bottom="1904"/g, 'w:bottom="1440"'],
    barely: [body, /w:bottom="1904"/g, 'w:bottom="1900"'],
  },
  {
    what: 'the left margin of a section',
    says: ['written/page-setup 第1节的左边距不对 24.7 毫米 → 28.0 毫米'],
    breaks: [body, /w:left="1588"(?=.*w:left="1588".*w:left="1588")/g, 'w:left="1400"'],
    barely: [body, /w:left="1588"(?=.*w:left="1588".*w:left="1588")/g, 'w:left="1534"'],
  },
  {
    what: 'the paper',
    says: ['written/page-setup 第1节、第2节、第3节的纸张不对：3 处 215.9 毫米×297.0 毫米 → A4'],
    breaks: [body, /w:w="11906"/g, 'w:w="12240"'],
    barely: [body, /w:w="11906"/g, 'w:w="11910"'],
  },
  {
    what: 'the footer’s distance',
    says: ['written/page-number 单页码、双页码的高低不对：', '9.8 毫米 → 距纸下边 26.'],
    breaks: [body, /w:footer="\d+"/g, 'w:footer="500"'],
    // Faces draw their dash a tenth of a millimetre higher or lower.
    barely: [body, /w:footer="\d+"/g, 'w:footer="1427"'],
  },
  {
    what: 'the grid',
    says: ['written/layout 第1节、第2节、第3节的文档网格不对：3 处 指定了网格 → 无网格'],
    breaks: [body, /<\/w:sectPr>/g, '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'],
    barely: [body, /<\/w:sectPr>/g, '<w:docGrid w:type="default" w:linePitch="312"/></w:sectPr>'],
  },
  {
    what: 'the first page number',
    says: ['written/page-number 第1节的起始页码不对 从 3 开始 → 从 1 开始', '从 3 开始 → 接着上一节'],
    breaks: [body, /<\/w:sectPr>/g, '<w:pgNumType w:start="3"/></w:sectPr>'],
    barely: [body, /<\/w:sectPr>/g, '<w:pgNumType w:fmt="decimal"/></w:sectPr>'],
  },
  {
    what: 'the page numbers',
    says: ['written/page-number 单页码、双页码的有无不对：', '没有页码 → — 页码 —'],
    breaks: [body, /<w:footerReference[^>]*\/>/g, ''],
    // What a section does not name it takes over from the one before.
    barely: [
      body,
      /(<w:sectPr>.*<w:sectPr>.*<w:sectPr>)<w:footerReference[^>]*\/><w:footerReference[^>]*\/>/g,
      '$1',
    ],
  },
  {
    what: 'the side of the page numbers',
    says: ['written/page-number 单页码的位置不对', '居左 → 居右'],
    breaks: [styles, inStyle('PageNumberOdd', '<w:jc w:val="right"/>'), '$1<w:jc w:val="left"/>'],
    barely: [styles, inStyle('PageNumberOdd', '<w:ind w:right="280"/>'), '$1<w:ind w:right="300"/>'],
  },
  {
    what: 'the face of the page numbers',
    says: ['written/page-number 单页码的字体不对', 'Times New Roman → 宋体'],
    breaks: [styles, inStyle('PageNumberOdd', 'w:ascii="宋体"'), '$1w:ascii="Times New Roman"'],
    barely: [styles, inStyle('PageNumberOdd', 'w:ascii="宋体"'), '$1w:ascii="SimSun"'],
  },
  {
    what: 'every line pitch',
    says: ['written/pitch 发文字号、主送机关、正文等的行距不对：', '固定值 20 磅 → 固定值 29.6 磅'],
    breaks: [styles, /w:line="592"/g, 'w:line="400"'],
    barely: [styles, /w:line="592"/g, 'w:line="590"'],
  },
  {
    what: 'the pitch of a paragraph',
    says: ['written/pitch 主送机关的行距不对：“各行政村：” 1.5 倍 → 固定值 29.6 磅'],
    breaks: [body, /(w:val="Addressee"\/>)/g, '$1<w:spacing w:line="360" w:lineRule="auto"/>'],
    barely: [body, /(w:val="Addressee"\/>)/g, '$1<w:spacing w:line="593" w:lineRule="exact"/>'],
  },
  {
    what: 'the red of the head',
    says: ['written/colour 发文机关标志的颜色不对：“三管镇人民政府文件” 蓝色 → 红色'],
    breaks: [styles, /FF0000/g, '0000FF'],
    barely: [styles, /FF0000/g, 'ff0000'],
  },
  {
    what: 'the colour of a word',
    says: ['written/colour 主送机关的颜色不对：“各行政村：” 红色 → 黑色'],
    breaks: [body, /<w:r>(<w:t>各行政村)/g, '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr>$1'],
    barely: [body, /<w:r>(<w:t>各行政村)/g, '<w:r><w:rPr><w:color w:val="auto"/></w:rPr>$1'],
  },
  {
    what: 'the size of the mark',
    says: ['written/layout 发文机关标志的字号不对：“三管镇人民政府文件” 26 磅 → 46 磅'],
    breaks: [body, /<w:sz w:val="92"\/>/g, '<w:sz w:val="52"/>'],
    barely: [body, /<w:szCs w:val="92"\/>/g, '<w:szCs w:val="52"/>'],
  },
  {
    what: 'the face of running text',
    says: ['written/type 发文字号、主送机关、正文等的字体不对：', '宋体 → 仿宋_GB2312'],
    breaks: [styles, /w:eastAsia="仿宋_GB2312"/g, 'w:eastAsia="宋体"'],
    barely: [styles, /w:eastAsia="仿宋_GB2312"/g, 'w:eastAsia="FangSong_GB2312"'],
  },
  {
    what: 'the size of running text',
    says: ['written/type 正文的字号不对：', '4号（14 磅） → 3号（16 磅）'],
    breaks: [styles, inStyle('BodyText', '<w:sz w:val="32"/>'), '$1<w:sz w:val="28"/>'],
    barely: [styles, inStyle('BodyText', '<w:szCs w:val="32"/>'), '$1<w:szCs w:val="28"/>'],
  },
  {
    what: 'the spacing of characters',
    says: ['written/layout 正文的字符间距不对：', '0 磅 → -0.25 磅'],
    breaks: [styles, inStyle('BodyText', '<w:spacing w:val="-5"/>'), '$1<w:spacing w:val="0"/>'],
    barely: [styles, inStyle('BodyText', '<w:spacing w:val="-5"/>'), '$1<w:spacing w:val="-4"/>'],
  },
  {
    what: 'bold where there was none',
    says: ['written/layout 小标题的加粗不对：', '加粗 → 不加粗'],
    breaks: [styles, inStyle('Heading1', '<w:sz w:val="32"/>'), '$1<w:b/><w:sz w:val="32"/>'],
    barely: [styles, inStyle('Heading1', '<w:sz w:val="32"/>'), '$1<w:b w:val="0"/><w:sz w:val="32"/>'],
  },
  {
    what: 'a line under a word',
    says: ['written/layout 主送机关的修饰不对：“各行政村：” 下划线 → 没有'],
    breaks: [body, /<w:r>(<w:t>各行政村)/g, '<w:r><w:rPr><w:u w:val="single"/></w:rPr>$1'],
    barely: [body, /<w:r>(<w:t>各行政村)/g, '<w:r><w:rPr><w:u w:val="none"/></w:rPr>$1'],
  },
  {
    what: 'the indent of first lines',
    says: ['written/layout 正文的首行缩进不对：', '0.0 毫米 → 11.1 毫米'],
    breaks: [styles, inStyle('BodyText', '<w:ind w:firstLine="630"/>'), '$1<w:ind w:firstLine="0"/>'],
    barely: [styles, inStyle('BodyText', '<w:ind w:firstLine="630"/>'), '$1<w:ind w:firstLine="640"/>'],
  },
  {
    what: 'the alignment of running text',
    says: ['written/layout 正文的对齐不对：', '左对齐 → 两端对齐'],
    breaks: [styles, inStyle('BodyText', '<w:jc w:val="both"/>'), '$1<w:jc w:val="left"/>'],
    barely: [styles, inStyle('Addressee', '<w:jc w:val="left"/>'), '$1<w:jc w:val="both"/>'],
  },
  {
    what: 'the alignment of the title',
    says: ['written/layout 标题的首行缩进不对：'],
    breaks: [styles, inStyle('DocumentTitle', '<w:jc w:val="center"/>'), '$1<w:jc w:val="left"/>'],
    barely: [
      styles,
      inStyle('DocumentTitle', '<w:ind w:left="-220" w:right="-220"/>'),
      '$1<w:ind w:left="-200" w:right="-220"/>',
    ],
  },
  {
    what: 'the indent of the date',
    says: ['written/layout 署名和成文日期的右缩进不对：“2022年5月24日” 0.0 毫米 → 22.1 毫米'],
    breaks: [body, /(w:val="DateOfIssue"\/>)<w:ind w:right="1260"\/>/g, '$1<w:ind w:right="0"/>'],
    barely: [body, /(w:val="DateOfIssue"\/>)<w:ind w:right="1260"\/>/g, '$1<w:ind w:right="1240"/>'],
  },
  {
    what: 'the white below the title',
    says: ['written/layout 主送机关的与上一段的间距不对：“各行政村：” 0.0 毫米 → 10.4 毫米'],
    breaks: [styles, inStyle('DocumentTitle', 'w:after="592"'), '$1w:after="0"'],
    barely: [styles, inStyle('DocumentTitle', 'w:after="592"'), '$1w:after="570"'],
  },
  {
    what: 'an empty line',
    says: ['written/layout 主送机关的与上一段的间距不对：“各行政村：” 20.9 毫米 → 10.4 毫米'],
    breaks: [
      body,
      /<w:p>(<w:pPr><w:pStyle w:val="Addressee"\/>)/g,
      '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p><w:p>$1',
    ],
    barely: [
      body,
      /<w:p>(<w:pPr><w:pStyle w:val="Addressee"\/>)/g,
      '<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p><w:p>$1',
    ],
  },
  {
    what: 'the length of the red rule',
    says: ['written/rules 红色分隔线的长度不对 78.0 毫米 → 156.0 毫米'],
    breaks: [body, /<wp:extent cx="5615940"/g, '<wp:extent cx="2807970"'],
    barely: [body, /<wp:extent cx="5615940"/g, '<wp:extent cx="5600000"'],
  },
  {
    what: 'the weight of the red rule',
    says: ['written/rules 红色分隔线的粗细不对 0.75 磅 → 2 磅'],
    breaks: [body, /<a:ln w="25400">/g, '<a:ln w="9525">'],
    barely: [body, /<a:ln w="25400">/g, '<a:ln w="28000">'],
  },
  {
    what: 'the colour of the red rule',
    says: ['written/rules 红色分隔线的颜色不对 黑色 → 红色'],
    breaks: [body, /<a:srgbClr val="FF0000"\/>/g, '<a:srgbClr val="000000"/>'],
    barely: [body, /<a:srgbClr val="FF0000"\/>/g, '<a:srgbClr val="ff0000"/>'],
  },
  {
    what: 'the height of the red rule',
    says: ['written/rules 红色分隔线的高低不对'],
    breaks: [body, /<wp:posOffset>481820</g, '<wp:posOffset>505000<'],
    barely: [body, /<wp:posOffset>481820</g, '<wp:posOffset>498000<'],
  },
  {
    what: 'the red rule',
    says: ['written/rules 红色分隔线的条数不对 0 条 → 1 条'],
    breaks: [body, /<mc:AlternateContent>.*?<\/mc:AlternateContent>/g, ''],
    barely: [body, /name="红色分隔线"/g, 'name="直线 1"'],
  },
  {
    what: 'the weight of the imprint’s rules',
    says: ['written/rules 版记分隔线的粗细不对：2 处 0.2 毫米 → 0.3 毫米'],
    breaks: [body, /w:sz="8"/g, 'w:sz="4"'],
    barely: [body, /w:sz="8" w:space="0" w:color="auto"/g, 'w:sz="8" w:space="0" w:color="000000"'],
  },
  {
    what: 'the place of the imprint',
    says: ['written/rules 版记分隔线的位置不对 另定了高低 → 版心下边缘'],
    breaks: [body, /w:tblpYSpec="bottom"/g, 'w:tblpY="9000"'],
    barely: [body, /w:tblpYSpec="bottom"/g, 'w:tblpY="0" w:tblpYSpec="bottom"'],
  },
  {
    what: 'a rule of the imprint',
    says: ['written/rules 版记分隔线的条数不对 2 条 → 3 条'],
    breaks: [body, /w:val="single" w:sz="6"/g, 'w:val="nil" w:sz="6"'],
    // One of the two cells at the seam is enough.
    barely: [body, /<w:top w:val="single" w:sz="6"/g, '<w:top w:val="nil" w:sz="6"'],
  },
];

/** Done to a turned table. */
export const onTurned: readonly Tampering[] = [
  {
    what: 'the width of a column',
    says: ['written/layout 表格“例表”的第1列宽度不对'],
    breaks: [body, /(<w:tblGrid><w:gridCol w:w=")(\d+)"/g, '$110$2"'],
    barely: [body, /<w:tblW w:w="\d+"/g, '<w:tblW w:w="0"'],
  },
  {
    what: 'the rules of the table',
    says: ['written/layout 表格“例表”的框线不对 1.5 磅 → 0.5 磅'],
    breaks: [body, /w:sz="4"/g, 'w:sz="12"'],
    barely: [body, /w:sz="4" w:space="0" w:color="auto"/g, 'w:sz="4" w:space="0" w:color="000000"'],
  },
  {
    what: 'the alignment of a cell',
    says: ['written/layout 表格“例表”的对齐不对：', '右对齐 → 居中'],
    breaks: [body, /<w:jc w:val="center"\/>/g, '<w:jc w:val="right"/>'],
    barely: [body, /<w:jc w:val="center"\/>/g, '<w:widowControl/><w:jc w:val="center"/>'],
  },
  {
    what: 'the size of a table',
    says: ['written/layout 表格的字号不对：', '6号（7.5 磅） → 小4号（12 磅）'],
    breaks: [styles, inStyle('TableTextSmall4', '<w:sz w:val="24"/>'), '$1<w:sz w:val="15"/>'],
    barely: [styles, inStyle('TableTextSmall4', '<w:szCs w:val="24"/>'), '$1<w:szCs w:val="15"/>'],
  },
  {
    what: 'the margins of a turned page',
    says: ['written/page-setup 第1节的左边距不对 25.4 毫米 → 35.0 毫米'],
    breaks: [body, /w:left="1984"/g, 'w:left="1440"'],
    barely: [body, /w:left="1984"/g, 'w:left="1940"'],
  },
];

/** Done to a letter. */
export const onLetter: readonly Tampering[] = [
  {
    what: 'the second double rule',
    says: ['written/rules 红色分隔线的条数不对 2 条 → 4 条'],
    breaks: [body, /<w:titlePg\/>/g, ''],
    barely: [body, /<w:titlePg\/>/g, '<w:titlePg w:val="1"/>'],
  },
];
