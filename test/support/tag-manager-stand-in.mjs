/**
 * A stand-in for the sandbox in which Tag Manager runs a template: as much of its interface as ours uses, with the permissions of the file,
 * written by hand from Google's reference. It shows that the template does what it means to; not that Google's sandbox is like this.
 */

/** Parts of a template's file, by the names between their underscores. */
export function partsOf(text) {
  const pieces = text.split(/^___([A-Z_]+)___$/m).slice(1);
  return Object.fromEntries(
    pieces.flatMap((name, index) => (index % 2 ? [] : [[name, pieces[index + 1].replace(/^\n+|\n+$/g, '')]])),
  );
}

/** As much of YAML as stands in ___TESTS___: a list of names with code, and what is set up before each. */
export function testsOf(text) {
  const block = (lines, indent) => lines.map((line) => line.slice(indent)).join('\n');
  const [scenarios, setup] = text.split(/^setup: \|-\n/m);
  return {
    setup: block(setup.split('\n'), 2),
    scenarios: scenarios
      .split(/^- name: /m)
      .slice(1)
      .map((one) => {
        const [name, , ...lines] = one.trimEnd().split('\n');
        return { name, code: block(lines, 4) };
      }),
  };
}

/** What the file asks leave for: by permission, names with what may be done to them. */
export function permissionsOf(text) {
  const valueOf = ({ string, boolean, listItem, mapKey, mapValue }) =>
    listItem?.map(valueOf) ??
    (mapKey && Object.fromEntries(mapKey.map((key, index) => [valueOf(key), valueOf(mapValue[index])]))) ??
    string ??
    boolean;
  return Object.fromEntries(
    JSON.parse(text).map(({ instance }) => [instance.key.publicId, valueOf(instance.param[0].value)]),
  );
}

/**
 * What a template gets by `require()`. It stands alone, so that it can be sent into a page as text.
 * @param {object} permissions - As `permissionsOf()` gives them.
 * @param {object} global - The window.
 * @param {Record<string, Function>} [mocks] - By name, in the place of what is here.
 * @returns {{ require: (name: string) => Function, calls: [name: string, ...given: unknown[]][] }}
 */
export function sandboxStandIn(permissions, global, mocks = {}) {
  const calls = [];
  const may = (permission, key, name, ...rights) => {
    const found = permissions[permission]?.find((one) => (one[key] ?? one) === name);
    if (!found || rights.some((right) => !found[right])) throw new Error(`${permission}: ${rights} ${name}`);
  };
  const at = (path) => path.split('.').reduce((object, key) => object?.[key], global);
  const gtag = function () {
    (global.dataLayer ??= []).push(arguments);
  };
  const consent = (action) => (state) => {
    for (const name of Object.keys(state))
      if (name !== 'wait_for_update' && name !== 'region') may('access_consent', 'consentType', name, 'write');
    gtag('consent', action, state);
  };
  const own = {
    callInWindow(path, ...given) {
      may('access_globals', 'key', path, 'execute');
      return at(path)?.(...given);
    },
    copyFromWindow(path) {
      may('access_globals', 'key', path, 'read');
      return at(path);
    },
    createQueue(path) {
      may('access_globals', 'key', path, 'read', 'write');
      return (value) => (global[path] ??= []).push(value);
    },
    gtagSet(values) {
      for (const name of Object.keys(values)) may('write_data_layer', '', name);
      gtag('set', values);
    },
    makeNumber: Number,
    setDefaultConsentState: consent('default'),
    updateConsentState: consent('update'),
    gtmOnSuccess() {},
    gtmOnFailure() {},
  };
  return {
    calls,
    require(name) {
      const act = mocks[name] ?? own[name];
      if (!act) throw new Error(`"${name}" is not in the sandbox`);
      return (...given) => {
        calls.push([name, ...given]);
        return act(...given);
      };
    },
  };
}
