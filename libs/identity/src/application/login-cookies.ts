import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import { MS_PER_DAY, MS_PER_SECOND } from '@hz/kernel';
import { CONFIG, type Config } from '@hz/platform';
import { LOGIN_LIFE_MS } from './logins';

const DEVICE_LIFE_MS = 180 * MS_PER_DAY;

/** The two cookies of a browser: `hz_login`, its login, and `hz_device`, the mark of a known device. */
@Injectable()
export class LoginCookies {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  loginToken(header: string | undefined): string | undefined {
    return this.read(header, 'hz_login');
  }

  deviceMark(header: string | undefined): string | undefined {
    return this.read(header, 'hz_device');
  }

  /** `Set-Cookie` headers. */
  login(token: string): string {
    return this.write('hz_login', token, LOGIN_LIFE_MS);
  }

  noLogin(): string {
    return this.write('hz_login', '', 0);
  }

  device(mark: string): string {
    return this.write('hz_device', mark, DEVICE_LIFE_MS);
  }

  private read(header: string | undefined, name: string): string | undefined {
    return header === undefined ? undefined : parseCookie(header)[this.nameOf(name)];
  }

  private write(name: string, value: string, lifeMs: number): string {
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.nameOf(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lifeMs / MS_PER_SECOND}${secure}`;
  }

  /** `__Host-` binds a cookie to this very host, but browsers take it over HTTPS only. */
  private nameOf(name: string): string {
    return this.isSecure ? `__Host-${name}` : name;
  }

  private get isSecure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}
