import { expect } from '@open-wc/testing';
import { trackerOf, trackerOfCookie } from '../../src/diagnostics/trackers.js';

describe('a tracker', () => {
  for (const [address, name] of [
    ['https://www.googletagmanager.com/gtag/js?id=G-1', 'Google Tag Manager'],
    ['*.google-analytics.com', 'Google Analytics'],
    ['*://region1.google-analytics.com/*', 'Google Analytics'],
    ['//connect.facebook.net/en_US/fbevents.js', 'Meta Pixel'],
    ['https://www.facebook.com/tr?id=1', 'Meta Pixel'],
    ['facebook.com/tr/*', 'Meta Pixel'],
    ['facebook.com/tr*', 'Meta Pixel'],
    ['HTTPS://BAT.BING.COM:443/bat.js', 'Microsoft Advertising'],
    ['https://www.clarity.ms/tag/x', 'Microsoft Clarity'],
    ['https://static.hotjar.com/c/hotjar-1.js', 'Hotjar'],
    ['*hotjar.com*', 'Hotjar'],
    ['https://securepubads.g.doubleclick.net/tag/js/gpt.js', 'Google advertising'],
    ['https://snap.licdn.com/li.lms-analytics/insight.min.js', 'LinkedIn Insight Tag'],
    ['https://www.redditstatic.com/ads/pixel.js', 'Reddit Pixel'],
    ['https://eu.i.posthog.com/e/', 'PostHog'],
  ] as const) {
    it(`is known by "${address}" (A18)`, () => {
      expect(trackerOf(address)).to.equal(name);
    });
  }

  for (const address of [
    '',
    '*',
    '/gtag/js',
    'https://example.org/?from=google-analytics.com',
    'https://example.org/google-analytics.com/x.js',
    'https://notgoogle-analytics.com/',
    'https://google-analytics.com.example.org/',
    'https://www.facebook.com/plugins/like.php',
    'https://www.facebook.com/trending',
    'https://www.facebook.com/',
    'https://www.redditstatic.com/icon.png',
    'https://matomo.example.org/matomo.js',
  ]) {
    it(`is not taken from "${address}" (A18)`, () => {
      expect(trackerOf(address)).to.equal(undefined);
    });
  }

  for (const [cookie, name] of [
    ['_ga', 'Google Analytics'],
    ['_ga*', 'Google Analytics'],
    ['_ga_G1ABC', 'Google Analytics'],
    ['_gid', 'Google Analytics'],
    ['_gcl_au', 'Google advertising'],
    ['_fbp', 'Meta Pixel'],
    ['_fb*', 'Meta Pixel'],
    ['_uetsid', 'Microsoft Advertising'],
    ['_clck', 'Microsoft Clarity'],
    ['_ttp', 'TikTok Pixel'],
    ['li_fat_id', 'LinkedIn Insight Tag'],
    ['_pin_unauth', 'Pinterest Tag'],
    ['mp_1_mixpanel', 'Mixpanel'],
    ['AMP_1', 'Amplitude'],
    ['_hjSession_1', 'Hotjar'],
    ['ajs_anonymous_id', 'Segment'],
    ['_hjSession_*_x', 'Hotjar'],
    ['_ga*_old', 'Google Analytics'],
  ] as const) {
    it(`is known by its cookie "${cookie}" (A18)`, () => {
      expect(trackerOfCookie(cookie)).to.equal(name);
    });
  }

  for (const cookie of [
    '',
    '*',
    '_*',
    '_g*',
    '_g*_x',
    '*_ga',
    'session',
    '_gidx',
    'fbp',
    '_pk_id.1',
    'PHPSESSID',
    'amp_1',
    'askfirst',
  ]) {
    it(`is not taken from the cookie "${cookie}" (A18)`, () => {
      expect(trackerOfCookie(cookie)).to.equal(undefined);
    });
  }
});
