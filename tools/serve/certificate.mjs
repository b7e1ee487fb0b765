import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAMES = ['DNS:localhost', 'DNS:site.localhost', 'DNS:*.site.localhost', 'IP:127.0.0.1'];

/**
 * A key and a certificate signed with it, for the names that reach this machine. `Secure` and `__Host-` cookies need
 * https in WebKit; a browser has to be told to accept a certificate that nobody vouches for.
 * @returns {Promise<{ key: Buffer, cert: Buffer }>} Valid for two days, which is longer than any test.
 * @throws {Error} Where openssl is missing or fails.
 */
export async function selfSigned() {
  const folder = await mkdtemp(join(tmpdir(), 'askfirst-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    await promisify(execFile)('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', '/CN=site.localhost', '-addext', `subjectAltName=${NAMES.join(',')}`, '-keyout', key, '-out', cert],
    ]);
    return { key: await readFile(key), cert: await readFile(cert) };
  } catch (cause) {
    const reason = cause.code === 'ENOENT' ? 'it is not installed' : cause.stderr || cause.message;
    throw new Error(`https needs openssl, to make a certificate for *.site.localhost: ${reason}`, { cause });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
