/**
 * Every language side by side: both layers, over the demo's article, in a wide window and in a small one. It measures what it shows, and
 * ends with 1 where something runs over or the answers differ. `npm run build` comes first.
 *
 *     node tools/contact-sheet.mjs [--out folder]
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { chromiumLaunch, endOnSignals } from './browsers.mjs';
import { serve } from './serve.mjs';
import { isRightToLeft, languages } from './sheet/languages.mjs';
import { WINDOWS, measure } from './sheet/measure.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'sheet' } } });
const out = resolve(values.out);
/** Widths that are shown; what lies between is only measured. */
const SHOWN = [1280, 320];
const LAYERS = ['banner', 'preferences'];

const nameOf = (language) => new Intl.DisplayNames(['en'], { type: 'language' }).of(language);
const file = (language, layer, width) => `${language}-${layer}-${width}.png`;

/** The demo's article, which asks in one language. */
async function article(language) {
  const html = await readFile(new URL('../demo/index.html', import.meta.url), 'utf8');
  return html.replace('"site": {', `"language": "${language}", "site": {`);
}

/** Opens a layer in a page of its own and waits until it stands still. */
async function open(page, layer) {
  await page.waitForFunction(() =>
    document.querySelector('cookie-consent')?.shadowRoot?.querySelector('.banner:popover-open'),
  );
  if (layer === 'banner') return;
  await page.evaluate(() => window.askFirst.open());
  await page.waitForFunction(() => {
    const dialog = document.querySelector('cookie-consent').shadowRoot.querySelector('dialog');
    return dialog?.open && dialog.getAnimations().every(({ playState }) => playState === 'finished');
  });
}

const sheet = (width) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Languages at ${width} px</title>
<style>
  body { margin: 16px; font: 16px/1.4 system-ui, sans-serif; background: #dfe4e9; }
  main { display: grid; gap: 16px; grid-template-columns: repeat(${width > 640 ? 2 : 4}, max-content); }
  figure { margin: 0; }
  img { display: block; width: ${width > 640 ? 800 : 320}px; border: 1px solid #8695a6; }
</style>
<h1>${width} px</h1>
<main>
${languages
  .flatMap((language) =>
    LAYERS.map(
      (layer) =>
        `<figure><figcaption>${nameOf(language)} (${language}), ${layer}</figcaption><img src="${file(language, layer, width)}" alt="${layer} in ${nameOf(language)}"></figure>`,
    ),
  )
  .join('\n')}
</main>
</html>
`;

endOnSignals();
await mkdir(out, { recursive: true });
const server = await serve({ port: 0 });
const browser = await puppeteer.launch(await chromiumLaunch());
let faults = 0;
try {
  for (const language of languages) {
    server.pages.set(`/sheet-${language}.html`, { body: await article(language) });
    const shares = [];
    for (const { width, height, most } of WINDOWS) {
      for (const layer of LAYERS) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width, height });
        await page.goto(`${server.origin}/sheet-${language}.html`);
        await open(page, layer);
        if (SHOWN.includes(width)) await page.screenshot({ path: join(out, file(language, layer, width)) });
        const wanted = { layer, language, rightToLeft: isRightToLeft(language), most };
        const found = await measure((...call) => page.evaluate(...call), wanted);
        if (layer === 'banner') shares.push(`${found.share.toFixed(1)} %`);
        for (const fault of found.faults) console.log(`  ${language} ${layer} ${width} x ${height}: ${fault}`);
        faults += found.faults.length;
        await context.close();
      }
    }
    console.log(`${nameOf(language).padEnd(12)} banner takes ${shares.join(', ')}`);
  }
  const page = await browser.newPage();
  for (const width of SHOWN) {
    const index = join(out, `${width}.html`);
    await writeFile(index, sheet(width));
    await page.setViewport({ width: width > 640 ? 1660 : 1370, height: 1000 });
    await page.goto(pathToFileURL(index).href);
    await page.screenshot({ path: join(out, `${width}.png`), fullPage: true });
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(
  `${out}: ${SHOWN.map((width) => `${width}.png`).join(', ')}. ${faults ? `${faults} faults` : 'Nothing is wrong'}.`,
);
process.exitCode = faults ? 1 : 0;
