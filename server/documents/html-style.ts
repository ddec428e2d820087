import type { TandemDocument } from '#shared/documents/model.ts';

/** On paper only: what is meant to be one page is set as closely as its PDF (pdf-look.ts). */
const ONE_PAGE = `
@page{margin:9mm 15mm}
@media print{body{font-size:8.5pt;line-height:1.22}h1{font-size:1.6em;margin:.15em 0 0}h2{margin:.45em 0 .05em}p{margin:0 0 .12em}ul{margin:.05em 0 .15em}
th,td{padding:.08em .4em}table,.pairs{margin:.1em 0}header .pairs{grid-template-columns:1fr 1fr 1fr;padding:.2em 0}.lead{font-size:1.05em}
.signature{margin-top:.4em}.sign-line{margin-top:1.6em}footer{margin-top:.5em;padding-top:.2em}}`;

/** The print view's style: ink on paper, whatever the reader's screen is set to. */
export const htmlStyle = ({ largeType, pages }: Pick<TandemDocument, 'largeType' | 'pages'>): string =>
  `${anyLength(largeType)}${pages?.max === 1 && !largeType ? ONE_PAGE : ''}`;

const anyLength = (largeType: boolean): string => `
@page{margin:16mm}
body{font:${largeType ? 14 : 9.5}pt/1.3 Roboto,Arial,Helvetica,sans-serif;color:#1a1a1a;background:#fff;max-width:190mm;margin:0 auto;padding:8mm}
@media print{body{padding:0;max-width:none}}
h1{font-size:1.7em;margin:.5em 0 .1em}h2{font-size:1.2em;margin:1em 0 .3em;break-after:avoid}h3{font-size:1em;margin:0 0 .3em}
p{margin:.2em 0 .5em}
.letterhead{display:flex;justify-content:space-between;gap:1em}
.subtitle,dt,footer{color:#555}.note{color:#555;font-size:.85em}.lead{font-size:1.15em;font-weight:600}
.unsigned{font-weight:700;letter-spacing:.1em;border:1px solid;padding:.2em .5em;display:inline-block}
.pairs{display:grid;column-gap:1.5em;row-gap:.15em;margin:.4em 0}.pairs div{display:flex;gap:.6em}.pairs dd{margin:0}.pairs dt{flex:none}
.c2{grid-template-columns:1fr 1fr}.c3{grid-template-columns:1fr 1fr 1fr}
header .pairs{border:solid #b8b8b8;border-width:1px 0;padding:.4em 0}
table{border-collapse:collapse;width:100%;margin:.3em 0 .6em}th,td{text-align:start;vertical-align:top;padding:.25em .5em;border-bottom:1px solid #b8b8b8}
thead{display:table-header-group;background:#f0f0f0}tr{break-inside:avoid}.end{text-align:end}
.cards{display:grid;gap:.8em}.cards article{border:1px solid #b8b8b8;padding:.6em;break-inside:avoid}.cards img{max-width:100%;max-height:110pt;display:block;margin:auto}
.notice{border-inline-start:3pt solid #3d5a80;background:#f1f5fa;padding:.5em .8em;margin:.4em 0;break-inside:avoid}.notice.danger{border-color:#9b1c1c;background:#fdf1f1}.notice.warning{border-color:#8a5a00;background:#fdf7ea}
figure{margin:.4em 0;break-inside:avoid}figure img{max-width:100%}
.signature{margin-top:1.2em;break-inside:avoid}.sign-line{display:flex;gap:2em;margin-top:3em}.sign-line span{border-top:1px solid;flex:2;padding-top:.2em;font-size:.85em}.sign-line span+span{flex:1}
.page-break{break-after:page}footer{margin-top:2em;font-size:.8em;border-top:1px solid #b8b8b8;padding-top:.4em}`;
