/** The sink stands where the vendors' servers would: it takes what trackers send, and says in short what that was. */

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** What GrowthBook downloads: one experiment, in which everybody sees the second headline of the box "Read next". */
const FEATURES = {
  status: 200,
  features: {
    'read-next-title': {
      defaultValue: 'Read next',
      rules: [
        {
          key: 'read-next-title',
          hashAttribute: 'id',
          variations: ['Read next', 'Picked for you: the heart'],
          weights: [0, 1],
        },
      ],
    },
  },
};

const json = (value) => ({ type: 'application/json', body: JSON.stringify(value) });

/**
 * What the vendor's server would answer. Never a cookie: what is stored on the device is the tracker's own doing.
 * @param {{ path: string }} request
 * @returns {{ type: string, body: string | Buffer }}
 */
export function answer({ path }) {
  if (path.startsWith('/sink/growthbook/api/features/')) return json(FEATURES);
  if (path.startsWith('/sink/mixpanel/')) return json({ status: 1, error: null });
  if (/\/i$|\.(gif|png)$/.test(path)) return { type: 'image/gif', body: PIXEL };
  // For tests: a script that tells the page it ran, and a page to put into a frame.
  if (path.endsWith('.js')) {
    return { type: 'text/javascript; charset=utf-8', body: `(globalThis.ran ??= []).push(${JSON.stringify(path)});\n` };
  }
  if (path.endsWith('.html')) {
    return {
      type: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="en"><title>Embedded</title><p>Embedded.</p></html>',
    };
  }
  return json({ ok: true });
}

const list = (value) => [value].flat();

/** Mixpanel posts a form with one field: its events, as JSON in base64. */
function mixpanel({ body }) {
  const data = new URLSearchParams(body).get('data') ?? '';
  const events = list(JSON.parse(data.startsWith('[') || data.startsWith('{') ? data : Buffer.from(data, 'base64')));
  return events.map(({ event, properties }) => `${event}, device ${properties.$device_id}`).join('; ');
}

/** Snowplow asks for a pixel and puts everything into its address. */
function snowplow({ query }) {
  const asked = new URLSearchParams(query);
  const event = { pv: 'page view', pp: 'still reading', se: 'event' }[asked.get('e')] ?? asked.get('e');
  return event && `${event}, visitor ${asked.get('duid')}, visit ${asked.get('vid')}`;
}

/** GrowthBook first asks which features there are, then says what it showed to whom. */
function growthbook({ path, body }) {
  if (path.includes('/api/features/')) return 'which content to show?';
  return list(JSON.parse(body))
    .map((event) => `${event.event_name}, visitor ${event.device_id}`)
    .join('; ');
}

const VENDORS = { mixpanel, snowplow, growthbook };

/**
 * One line on what a request told the vendor, for the panel of the demo.
 * @param {{ path: string, query: string, body: string }} request
 * @returns {string} Empty for what is not known, or cannot be read.
 */
export function summary(request) {
  const vendor = VENDORS[request.path.split('/')[2]];
  try {
    return vendor?.(request) ?? '';
  } catch {
    return '';
  }
}
