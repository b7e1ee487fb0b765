/** Embeds that wait: something of the same size in their place, played once or always allowed, put back when the yes is taken back. */
import assert from 'node:assert/strict';
import { put } from './pages/page.mjs';
import { BANNER, decided, ready, record } from './pages/story.mjs';
import { engineName, journey, quiet } from './support/journey.mjs';

const ONCE = 'consent-embed >>> [data-action=load-once]';
const ALWAYS = 'consent-embed >>> [data-action=always-allow]';

const CONFIG = {
  services: [
    { id: 'clips', category: 'marketing', name: 'Clips', provider: 'Clips Video Ltd' },
    { id: 'pulse', category: 'marketing', name: 'Pulse' },
  ],
};
const FRAME =
  '<iframe id="frame" data-consent="marketing" data-service="clips" data-kind="video" data-src="/sink/clips.html" title="A clip" width="560" height="315"></iframe>';
const WIDGET = `<consent-embed id="widget" style="display:block;width:400px;height:300px">
  <template data-consent="marketing" data-service="pulse"><textarea>
    <blockquote id="post">Loading</blockquote><script src="/sink/pulse.js"></script>
  </textarea></template>
</consent-embed>`;

const asked = ({ requests }) => requests.map(({ path }) => path).filter((path) => path.startsWith('/sink/'));
const text = (visitor, id) =>
  visitor.evaluates((at) => {
    const placeholder = document.getElementById(at)?.shadowRoot
      ? document.getElementById(at)
      : document.getElementById(at)?.previousElementSibling;
    return placeholder?.shadowRoot?.querySelector('.inner')?.innerText.replace(/\s+/g, ' ').trim() ?? '';
  }, id);
const shown = (visitor) =>
  visitor.evaluates(() => document.querySelector('#frame').contentDocument?.body.innerText.trim());

/** A page on which everything was refused, so that the banner is out of the way. */
async function refused({ visitor, server }, body, config = CONFIG, path = '/embeds') {
  put(server, path, { config, body });
  await visitor.goes(`${server.origin}${path}`);
  await ready(visitor);
  await visitor.rejects();
  await decided(visitor);
  await visitor.seesNot(BANNER);
}

journey('says who would get what; asks nobody, and stores nothing (A1, A19)', async (story) => {
  const { visitor, server } = story;
  await refused(story, FRAME + WIDGET);
  await visitor.sees(ONCE);
  await visitor.sees('#widget >>> .inner');
  assert.equal(
    await text(visitor, 'frame'),
    'Video from Clips Playing it lets Clips Video Ltd set marketing cookies on your device. Play this video Always allow Clips',
  );
  assert.equal(
    await text(visitor, 'widget'),
    'Content from Pulse Showing it lets Pulse set marketing cookies on your device. Show this content Always allow Pulse',
  );
  await quiet(server);
  assert.deepEqual(asked(server), []);
});

journey(
  'plays once: nothing is stored, the focus goes to the frame, and the next page asks again (A19)',
  async (story) => {
    const { visitor, server } = story;
    await refused(story, FRAME);
    const before = await record(visitor);
    await visitor.clicks(ONCE);
    await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
    assert.equal((await visitor.focused()).id, 'frame');
    assert.equal(await visitor.evaluates(() => document.querySelectorAll('consent-embed').length), 0);
    assert.equal(await record(visitor), before);
    assert.equal(await visitor.evaluates(() => window.askFirst.granted('clips')), false);
    await visitor.reloads();
    await visitor.sees(ONCE);
    assert.deepEqual(asked(server), ['/sink/clips.html']);
  },
);

journey('always allows this service, and no other; the next page plays it at once (A9, A19)', async (story) => {
  const { visitor, server } = story;
  await refused(story, WIDGET + FRAME);
  await visitor.clicks(`#widget >>> [data-action=always-allow]`);
  await visitor.waitsFor(() => window.ran?.length === 1);
  await visitor.sees('#post');
  const state = await visitor.state();
  assert.deepEqual(
    [state.services.pulse.granted, state.services.clips.granted, state.categories.marketing.granted],
    [true, false, false],
  );
  assert.deepEqual(asked(server), ['/sink/pulse.js']);
  await visitor.waitsFor(() =>
    document
      .querySelector('cookie-consent')
      .shadowRoot.querySelector('[role=status]')
      ?.innerText.includes('Pulse is always allowed'),
  );
  await visitor.reloads();
  await visitor.waitsFor(() => window.ran?.length === 1);
  await visitor.sees(ALWAYS);
  // WebKit may have it still, from the page before.
  assert.deepEqual(new Set(asked(server)), new Set(['/sink/pulse.js']));
});

journey(
  'is put back when the yes is taken back, and the same address comes again with a new one (E3)',
  async (story) => {
    const { visitor, server } = story;
    await refused(story, FRAME);
    for (let time = 1; time <= 2; time += 1) {
      await visitor.clicks(ALWAYS);
      await visitor.waitsFor(() =>
        document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'),
      );
      assert.equal(
        await visitor.evaluates(() => document.querySelector('#frame').getAttribute('src')),
        '/sink/clips.html',
      );
      await visitor.evaluates(() => window.askFirst.withdraw());
      await visitor.sees(ONCE);
      assert.equal(await shown(visitor), '');
    }
    // What was let through once ends with the next no, too.
    await visitor.clicks(ONCE);
    await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
    await visitor.evaluates(() => window.askFirst.choose({ analytics: true }));
    await quiet(server);
    assert.match(await shown(visitor), /Embedded/);
    await visitor.evaluates(() => window.askFirst.choose({ marketing: true }));
    await visitor.evaluates(() => window.askFirst.choose({ marketing: false }));
    await visitor.sees(ONCE);
    assert.equal(await shown(visitor), '');
  },
);

for (const sensitive of [false, true]) {
  journey(
    `a widget that ran a script once, without a grant, ends with the page when somebody refuses${sensitive ? ', on a page on health too' : ''}`,
    async (story) => {
      const { visitor, server } = story;
      put(server, '/widget', { config: { ...CONFIG, sensitive }, body: WIDGET });
      await visitor.goes(`${server.origin}/widget`);
      await ready(visitor);
      await visitor.clicks('#widget >>> [data-action=load-once]');
      await visitor.waitsFor(() => window.ran?.length === 1);
      await visitor.evaluates(() => (window.isOld = true));
      await visitor.rejects();
      await visitor.waitsFor(() => !window.isOld && window.askFirst?.state.status === 'decided');
      await visitor.sees('#widget >>> [data-action=load-once]');
      assert.deepEqual(asked(server), ['/sink/pulse.js']);
    },
  );
}

journey('takes exactly the place of what waits, whatever the page’s styles are: nothing moves', async (story) => {
  const { visitor } = story;
  const style = `<style>
    .ratio { width: 100%; height: auto; aspect-ratio: 16 / 9; border: 0; display: block; }
    .wrap { position: relative; padding-bottom: 40%; } .wrap > * { position: absolute; inset: 0; width: 100%; height: 100%; }
    .flex { display: flex; gap: 10px; } .flex iframe { flex: 1; min-width: 0; height: 200px; }
    .float { float: right; margin: 13px 7px; border: 5px solid red; padding: 3px; }
    video, object { max-width: 100%; background: #eee; }
    @media (max-width: 600px) { .none { width: 150px; height: 180px; } }
  </style>`;
  const gated = (name, attributes = '') =>
    `<iframe class="${name}" data-consent="marketing" data-src="/sink/${name}.html" title="x" ${attributes}></iframe>`;
  const body = `${style}<main style="width: 500px">
    ${gated('plain', 'width="560" height="315"')} text ${gated('none')} text
    ${gated('ratio')}
    <div class="wrap">${gated('wrapped')}</div>
    <div class="flex"><p>Beside</p>${gated('flexed')}</div>
    ${gated('float', 'width="200" height="100"')}
    <video controls data-consent="marketing" data-src="/sink/video.mp4" width="640" height="360"></video>
    <p id="end">End</p>
  </main>`;
  put(story.server, '/sizes', { config: { withdrawal: { reload: false } }, body });
  await visitor.goes(`${story.server.origin}/sizes`);
  await ready(visitor);
  const places = () =>
    visitor.evaluates(() => {
      const box = (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + scrollX, top + scrollY, width, height].map((one) => Math.round(one * 10) / 10).join(' ');
      };
      const embeds = [...document.querySelectorAll('main iframe, main video')].map((element) => {
        const placeholder =
          element.previousElementSibling?.localName === 'consent-embed' && element.previousElementSibling;
        return placeholder ? `held ${box(placeholder.shadowRoot.querySelector('.root'))}` : `live ${box(element)}`;
      });
      return [...embeds, `end ${box(document.querySelector('#end'))}`];
    });
  const isHeld = (count) =>
    [...document.querySelectorAll('main consent-embed')].filter((one) => one.shadowRoot?.querySelector('.measured'))
      .length === count;
  await visitor.waitsFor(isHeld, 7);
  const held = await places();
  await visitor.accepts();
  await visitor.waitsFor(isHeld, 0);
  const live = await places();
  assert.deepEqual(
    held.map((one) => one.replace('held', 'live')),
    live,
  );
  await visitor.resizes(400, 800);
  await visitor.evaluates(() => window.askFirst.withdraw());
  await visitor.waitsFor(isHeld, 7);
  const small = await places();
  await visitor.evaluates(() => window.askFirst.acceptAll());
  await visitor.waitsFor(isHeld, 0);
  assert.deepEqual(
    small.map((one) => one.replace('held', 'live')),
    await places(),
  );
  // And follows the page's styles while it stands there.
  await visitor.evaluates(() => window.askFirst.withdraw());
  await visitor.waitsFor(isHeld, 7);
  await visitor.resizes(1000, 800);
  await visitor.evaluates(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const large = await places();
  assert.notDeepEqual(large, small);
  await visitor.evaluates(() => window.askFirst.acceptAll());
  await visitor.waitsFor(isHeld, 0);
  assert.deepEqual(
    large.map((one) => one.replace('held', 'live')),
    await places(),
  );
});

journey(
  'stands inside an element of the page’s own: around a frame in its size, around a script and its place',
  async (story) => {
    const { visitor, server } = story;
    await refused(
      story,
      `<main style="width:600px">
      <consent-embed id="around">${FRAME}</consent-embed>
      <consent-embed id="social" kind="video" heading-level="4"><p id="place">Place of the post</p>
        <script type="text/plain" data-consent="marketing" data-service="pulse" data-src="/sink/pulse.js"></script>
      </consent-embed></main>`,
    );
    const size = (selector) =>
      visitor.evaluates((one) => {
        const element = document.querySelector(one);
        const { width, height } = (element.shadowRoot?.querySelector('.root') ?? element).getBoundingClientRect();
        return [width, height].map(Math.round).join(' ');
      }, selector);
    await visitor.sees('#around >>> .inner');
    await visitor.sees('#social >>> .inner');
    await visitor.seesNot('#place');
    assert.equal(await size('#around'), '564 319');
    await visitor.clicks('#social >>> [data-action=load-once]');
    await visitor.waitsFor(() => window.ran?.length === 1);
    await visitor.sees('#place');
    assert.deepEqual(asked(server), ['/sink/pulse.js']);
    await visitor.clicks('#around >>> [data-action=always-allow]');
    await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
    await visitor.sees('#frame');
    assert.equal(await size('#frame'), '564 319');
    await visitor.evaluates(() => window.askFirst.withdraw());
    await visitor.sees('#around >>> .inner');
    assert.equal(await size('#around'), '564 319');
  },
);

journey('a copy of what is held is held too, and hidden by nothing', async (story) => {
  const { visitor } = story;
  await refused(story, `<main>${FRAME}</main>`);
  await visitor.sees(ONCE);
  // As a router does with its copy of a page.
  await visitor.evaluates(() => {
    const [copy] = document.querySelectorAll('main');
    copy.replaceWith(copy.cloneNode(true));
  });
  await visitor.waitsFor(() => {
    const [placeholder, ...more] = [...document.querySelectorAll('consent-embed')].filter((one) => one.held);
    return placeholder?.shadowRoot.querySelector('.inner') && more.length === 0;
  });
  await visitor.evaluates(() => window.askFirst.acceptAll());
  await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
  await visitor.sees('#frame');
});

journey('leaves with what it stands for, and counts no pixel as something to see', async (story) => {
  const { visitor } = story;
  const pixel = '<img id="pixel" data-consent="analytics" data-src="/sink/pixel.gif" width="1" height="1" alt="">';
  await refused(
    story,
    `<main>${FRAME}</main><div hidden id="tab"><iframe data-consent="marketing" data-src="/sink/tab.html" title="x"></iframe></div>${pixel}`,
  );
  await visitor.sees(ONCE);
  const count = () => visitor.evaluates(() => document.querySelectorAll('consent-embed').length);
  assert.equal(await count(), 1);
  // A tab that opens shows a frame that had no place before.
  await visitor.evaluates(() => document.querySelector('#tab').removeAttribute('hidden'));
  await visitor.waitsFor(() => document.querySelectorAll('consent-embed').length === 2);
  await visitor.evaluates(() => (window.kept = document.querySelector('#frame')).remove());
  await visitor.waitsFor(() => document.querySelectorAll('consent-embed').length === 1);
  // A framework puts it back where it was, and then elsewhere.
  await visitor.evaluates(() => document.querySelector('main').append(window.kept));
  await visitor.waitsFor(() => document.querySelectorAll('main consent-embed').length === 1);
  await visitor.evaluates(() => window.kept.remove());
  await visitor.waitsFor(() => document.querySelectorAll('consent-embed').length === 1);
  await visitor.evaluates(() => document.querySelector('#tab').append(window.kept));
  await visitor.waitsFor(() => document.querySelectorAll('#tab consent-embed').length === 2);
  await visitor.evaluates(() => window.askFirst.acceptAll());
  await visitor.waitsFor(() => document.querySelectorAll('consent-embed').length === 0);
  await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
});

journey('works by keyboard alone, and speaks the page’s language', async (story) => {
  const { visitor, server } = story;
  put(server, '/arabic', { lang: 'ar', config: CONFIG, body: FRAME });
  await visitor.goes(`${server.origin}/arabic`);
  await ready(visitor);
  await visitor.rejects();
  await decided(visitor);
  await visitor.sees(ONCE);
  assert.match(await text(visitor, 'frame'), /فيديو من Clips/);
  assert.deepEqual(
    await visitor.evaluates(() => {
      const { lang, dir } = document.querySelector('consent-embed').shadowRoot.querySelector('.root');
      return [lang, dir];
    }),
    ['ar', 'rtl'],
  );
  await visitor.evaluates(() => document.querySelector('#change').focus());
  await visitor.presses('Tab');
  assert.equal((await visitor.focused()).action, 'load-once');
  await visitor.presses('Enter');
  await visitor.waitsFor(() => document.querySelector('#frame').contentDocument?.body.innerText.includes('Embedded'));
  if (engineName !== 'webkit') assert.equal((await visitor.focused()).id, 'frame');
});

journey('a chunk that cannot be had: the embed stays off, scripts go on, and that is said (A14, Q2)', async (story) => {
  const { visitor, server } = story;
  server.pages.set('/dist/askfirst-embeds.js', { status: 500, type: 'text/html', body: '' });
  put(server, '/broken', {
    body: `${FRAME}<script type="text/plain" data-consent="analytics">window.ran = ['after']</script>`,
  });
  await visitor.goes(`${server.origin}/broken`);
  await ready(visitor);
  await visitor.accepts();
  await visitor.waitsFor(() => window.ran?.length === 1);
  await visitor.waitsFor(() =>
    window.noted.findings.some(({ message }) => /Embeds and templates stay off/.test(message)),
  );
  await quiet(server);
  assert.deepEqual(asked(server), []);
});
