/** The package as it is published: every door opens, and opening one does nothing by itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const names = (folder) =>
  readdirSync(new URL(folder, root)).flatMap((file) => (file.endsWith('.js') ? [file.slice(0, -3)] : []));

/** Each door that is a module, patterns filled in from what lies behind them. */
const doors = Object.keys(manifest.exports).flatMap((door) => {
  const name = `askfirst${door.slice(1)}`;
  if (!manifest.exports[door].default) return [];
  if (!door.includes('*')) return [name];
  return names(manifest.exports[door].default.split('*')[0]).map((one) => name.replace('*', one));
});

test('has the doors of the contract, and each opens', async () => {
  for (const door of ['askfirst', 'askfirst/element', 'askfirst/server', 'askfirst/diagnostics']) {
    assert.ok(doors.includes(door), door);
  }
  assert.ok(doors.includes('askfirst/integrations/google') && doors.includes('askfirst/locales/ar'));
  for (const door of doors) assert.ok(Object.keys(await import(door)).length > 0, door);
});

test('names types that are there', () => {
  for (const door of doors) {
    const types = fileURLToPath(import.meta.resolve(door)).replace(/\.js$/, '.d.ts');
    assert.ok(existsSync(types), types);
  }
  assert.ok(existsSync(new URL('dist/askfirst.schema.json', root)));
  assert.ok(existsSync(new URL('dist/custom-elements.json', root)));
  for (const file of manifest.sideEffects) assert.ok(existsSync(new URL(file, root)), file);
});

for (const door of doors) {
  test(`opening ${door} in Node touches no global and keeps nothing running (N2)`, () => {
    const script = `
      const before = Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string');
      await import(${JSON.stringify(door)});
      const added = Reflect.ownKeys(globalThis).filter((key) => typeof key === 'string' && !before.includes(key));
      console.log(JSON.stringify(added));`;
    // A door that starts a timer or listens to something would not let the process end.
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(root),
      encoding: 'utf8',
      timeout: 30_000,
    });
    const added = JSON.parse(output);
    // Lit itself notes its versions, and stands in for custom elements where there are none.
    const ours = added.filter((name) => !/^(lit|reactiveElement)|^customElements$/.test(name));
    assert.deepEqual(door === 'askfirst/element' ? ours : added, []);
  });
}

test('tells its own version', async () => {
  assert.equal((await import('askfirst')).version, manifest.version);
});

test('writes a configuration down as it is', async () => {
  const { defineConfig } = await import('askfirst');
  const config = { revision: 2 };
  assert.equal(defineConfig(config), config);
});
