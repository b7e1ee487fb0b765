/**
 * Well-known trackers, by the hosts they are fetched from and the cookies they set. For the linter alone: the gate knows no names, and
 * holds what the site declares. Products that a site usually serves itself (Matomo, Plausible, Snowplow) are left out.
 */
/** Name, then hosts (with their subdomains; some with a path), then cookies (`*` at the end stands for anything). */
const TRACKERS = [
    ['Google Tag Manager', 'googletagmanager.com'],
    ['Google Analytics', 'google-analytics.com analytics.google.com', '_ga* _gid'],
    [
        'Google advertising',
        'doubleclick.net googlesyndication.com googleadservices.com googletagservices.com adservice.google.com',
        '_gcl_* __gads __gpi*',
    ],
    ['Meta Pixel', 'connect.facebook.net facebook.com/tr', '_fbp _fbc'],
    ['Microsoft Advertising', 'bat.bing.com bat.bing.net', '_uetsid _uetvid _uetmsclkid'],
    ['Microsoft Clarity', 'clarity.ms', '_clck _clsk'],
    ['LinkedIn Insight Tag', 'snap.licdn.com px.ads.linkedin.com', 'li_* ln_or'],
    ['TikTok Pixel', 'analytics.tiktok.com', '_ttp _tt_enable_cookie ttcsid*'],
    ['Pinterest Tag', 'ct.pinterest.com s.pinimg.com/ct', '_pin_unauth _epik'],
    ['X Pixel', 'static.ads-twitter.com analytics.twitter.com t.co/i/adsct', '_twclid'],
    ['Snap Pixel', 'sc-static.net tr.snapchat.com', '_scid* _sctr'],
    ['Reddit Pixel', 'redditstatic.com/ads pixel-config.reddit.com alb.reddit.com', '_rdt_uuid'],
    ['Quora Pixel', 'a.quora.com q.quora.com'],
    ['Yandex Metrica', 'mc.yandex.ru mc.yandex.com', '_ym_*'],
    ['Adobe Analytics', 'omtrdc.net 2o7.net demdex.net everesttech.net', 'AMCV_* AMCVS_* s_vi'],
    ['Amazon advertising', 'amazon-adsystem.com'],
    ['Criteo', 'criteo.com criteo.net', 'cto_*'],
    ['Taboola', 'taboola.com', 't_gid t_pt_gid'],
    ['Outbrain', 'outbrain.com'],
    ['AdRoll', 'adroll.com', '__adroll*'],
    ['The Trade Desk', 'adsrvr.org'],
    ['Xandr', 'adnxs.com'],
    ['PubMatic', 'pubmatic.com'],
    ['Magnite', 'rubiconproject.com'],
    ['Index Exchange', 'casalemedia.com'],
    ['Lotame', 'crwdcntrl.net'],
    ['Quantcast', 'quantserve.com quantcount.com', '__qca'],
    ['Comscore', 'scorecardresearch.com'],
    ['Chartbeat', 'static.chartbeat.com ping.chartbeat.net', '_cb _chartbeat*'],
    ['Segment', 'cdn.segment.com api.segment.io', 'ajs_*'],
    ['Mixpanel', 'cdn.mxpnl.com api.mixpanel.com api-js.mixpanel.com api-eu.mixpanel.com', 'mp_*'],
    ['Amplitude', 'cdn.amplitude.com amplitude.com/2/httpapi api2.amplitude.com', 'AMP_* amplitude_*'],
    ['Heap', 'heapanalytics.com', '_hp2_*'],
    ['PostHog', 'i.posthog.com app.posthog.com', 'ph_*'],
    ['Hotjar', 'hotjar.com hotjar.io', '_hj*'],
    ['FullStory', 'fullstory.com', 'fs_uid fs_lua'],
    ['Mouseflow', 'mouseflow.com', 'mf_*'],
    ['Crazy Egg', 'crazyegg.com', '_ce.* _crazyegg*'],
    ['Lucky Orange', 'luckyorange.com luckyorange.net', '_lo_*'],
    ['LogRocket', 'cdn.logrocket.io cdn.lr-ingest.io'],
    ['Optimizely', 'cdn.optimizely.com logx.optimizely.com', 'optimizely*'],
    ['VWO', 'visualwebsiteoptimizer.com', '_vwo_* _vis_opt_*'],
    [
        'HubSpot',
        'js.hs-scripts.com js.hs-analytics.net js.hsadspixel.net track.hubspot.com',
        'hubspotutk __hstc __hssc __hssrc',
    ],
    ['Intercom', 'widget.intercom.io js.intercomcdn.com', 'intercom-*'],
    ['Klaviyo', 'static.klaviyo.com', '__kla_id'],
    ['Marketo', 'munchkin.marketo.net', '_mkto_trk'],
    ['Pardot', 'pi.pardot.com', 'visitor_id*'],
];
export const TAG_MANAGER = 'Google Tag Manager';
const split = (text) => text.split(' ').filter(Boolean);
/** Whose an address is, or a pattern for addresses as in `match`: "https://www.google-analytics.com/*", "*.hotjar.com". */
export function trackerOf(address) {
    const [, written = '', path = ''] = /^(?:[a-z*]+:)?(?:\/\/)?([^/?#:]*)(?::\d+)?([^?#]*)/i.exec(address.trim()) ?? [];
    const host = written.toLowerCase().replace(/^[*.]+|\*+$/g, '');
    return TRACKERS.find(([, hosts]) => split(hosts).some((known) => {
        const [domain = '', ...folders] = known.split('/');
        const below = folders.length ? `/${folders.join('/')}` : '';
        return ((host === domain || host.endsWith(`.${domain}`)) &&
            path.startsWith(below) &&
            !/^[\w-]/.test(below && path.slice(below.length)));
    }))?.[0];
}
/** Whose a cookie is, or a pattern for cookies as in `cookies`: "_ga", "_ga*"; what stands before its first star counts. */
export function trackerOfCookie(name) {
    const base = name.replace(/\*.*/, '');
    return TRACKERS.find(([, , cookies = '']) => split(cookies).some((known) => {
        const start = known.replace(/\*$/, '');
        // "_g*" says too little about whose it is.
        const covers = base !== name && base.length > 2 && start.startsWith(base);
        return covers || (start === known ? base === known : base.startsWith(start));
    }))?.[0];
}
