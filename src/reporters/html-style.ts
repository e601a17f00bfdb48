/** The page's only style sheet: light, dark and printed; no font, picture or address from anywhere else. Contrast is at least 4.5 to 1. */
export const STYLE = `
:root { color-scheme: light dark;
  --paper: #fff; --page: #f4f5f7; --ink: #1b1f24; --soft: #4d5560; --line: #c9ced6; --link: #0b57a4;
  --pass: #17643a; --pass-bg: #e3f4e9; --warn: #7a4b00; --warn-bg: #fff3d6; --hold: #7b3d00; --hold-bg: #ffe8d1; --block: #a3101c; --block-bg: #fde4e5; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #1c2026; --page: #12151a; --ink: #e9ecf1; --soft: #b3bcc8; --line: #434b57; --link: #8cc2ff;
  --pass: #8be0ab; --pass-bg: #13301f; --warn: #ffd479; --warn-bg: #382a09; --hold: #ffb784; --hold-bg: #3a230f; --block: #ff9ea4; --block-bg: #40161a; } }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink);
  font-family: system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif; line-height: 1.7; }
main, header.top, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
h1, h2, h3 { line-height: 1.35; margin: 0; text-wrap: balance; word-break: auto-phrase; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
.file h3 { margin: 0; }
p { margin: .5rem 0; }
bdi, .path, td, dd { overflow-wrap: anywhere; }
.tool { margin: 1.5rem 0 .75rem; color: var(--soft); font-size: .95rem; }
.verdict { border: 2px solid; border-left-width: .75rem; border-radius: .5rem; padding: 1.25rem 1.5rem; }
.verdict h1 { font-size: clamp(1.5rem, 4.5vw, 2.1rem); }
.verdict p { margin: .6rem 0 0; font-size: 1.1rem; color: var(--ink); }
.pass { color: var(--pass); background: var(--pass-bg); border-color: var(--pass); }
.warn { color: var(--warn); background: var(--warn-bg); border-color: var(--warn); }
.hold { color: var(--hold); background: var(--hold-bg); border-color: var(--hold); }
.block { color: var(--block); background: var(--block-bg); border-color: var(--block); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin: 1rem 0 0; }
.facts div { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem; }
.facts dt { color: var(--soft); font-size: .9rem; }
.facts dd { margin: 0; font-size: 1.6rem; font-weight: 700; line-height: 1.3; }
.steps { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; margin: 0; padding: 1rem 1.25rem 1rem 2.75rem; font-size: 1.05rem; }
.steps li + li { margin-top: .5rem; }
.file { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; margin: 0 0 1.25rem; padding: 1.1rem 1.25rem; }
.file header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .35rem .75rem; }
.file h3 { overflow-wrap: anywhere; }
.badge { display: inline-block; border: 1px solid; border-radius: .3rem; padding: 0 .55rem; font-size: .9rem; font-weight: 700; white-space: nowrap; }
.note { color: var(--soft); }
.findings { list-style: none; margin: 0; padding: 0; }
.findings > li { display: grid; grid-template-columns: 4.5rem 1fr; align-items: start; border-top: 1px solid var(--line); margin-top: 1rem; padding-top: 1rem; }
.findings > li > .badge { justify-self: start; }
.says { font-weight: 600; margin: 0 0 .5rem; }
.facts-of { display: grid; grid-template-columns: 8rem 1fr; gap: .3rem 1rem; margin: 0; }
.facts-of dt { color: var(--soft); }
.facts-of dd { margin: 0; }
.unseen { color: var(--block); font-weight: 700; }
.sep { color: var(--soft); padding: 0 .15rem; }
details { margin-top: .5rem; color: var(--soft); }
summary { cursor: pointer; }
details ul { margin: .25rem 0; padding-left: 1.5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--paper); }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid var(--line); padding: .45rem .7rem; text-align: left; vertical-align: top; }
thead th { background: var(--page); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; min-width: 9rem; }
tbody td:nth-child(3) { white-space: nowrap; }
.law { border-left: .5rem solid; padding: .6rem 1rem; border-radius: .3rem; font-weight: 600; margin-bottom: .75rem; }
footer { color: var(--soft); font-size: .9rem; padding-top: 1.5rem; padding-bottom: 2.5rem; }
@media (max-width: 36rem) {
  .facts { grid-template-columns: 1fr 1fr; }
  .findings > li { grid-template-columns: 1fr; gap: .4rem; }
  .facts-of { grid-template-columns: 1fr; gap: 0; }
  .facts-of dd { margin-bottom: .5rem; }
  .verdict { padding: 1rem; }
  .stack thead { position: absolute; left: -999px; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto; }
  .stack tr { border: 1px solid var(--line); border-radius: .4rem; margin-bottom: .75rem; padding: .5rem .8rem; }
  .stack th, .stack td { border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
  .stack tbody th { font-weight: 600; }
  .stack tbody td:nth-child(3) { white-space: normal; }
  .stack td::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print {
  :root { --paper: #fff; --page: #fff; --ink: #000; --soft: #333; --line: #999; --link: #000;
    --pass: #17643a; --pass-bg: #fff; --warn: #7a4b00; --warn-bg: #fff; --hold: #7b3d00; --hold-bg: #fff; --block: #a3101c; --block-bg: #fff; }
  @page { margin: 15mm; }
  html { font-size: 82%; }
  body { line-height: 1.5; }
  main, header.top, footer { max-width: none; padding: 0; }
  .skip, summary { display: none; }
  h2, h3, .says, thead { break-after: avoid; }
  .findings > li, tr, .facts div, .verdict, .steps li { break-inside: avoid; }
  .scroll { overflow: visible; }
  a { text-decoration: none; }
}
`;
