/** What the web-test-runner's mocha puts on `window`, as far as our tests use it. */
type MochaBody = (this: { timeout(milliseconds: number): void; skip(): void }) => void | Promise<void>;

interface MochaTest {
  (title: string, body: MochaBody): void;
  skip(title: string, body?: MochaBody): void;
}

interface MochaSuite {
  (title: string, body: () => void): void;
  skip(title: string, body: () => void): void;
}

declare const describe: MochaSuite;
declare const it: MochaTest;
declare function before(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
