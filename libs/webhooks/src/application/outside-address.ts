import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@hz/platform';
import ipaddr from 'ipaddr.js';

/** Of the global unicast addresses of IPv6 only these are given out (RFC 4291); the rest of `::/3` hides addresses of IPv4. */
const GIVEN_OUT = ipaddr.parseCIDR('2000::/3');
/** Public by number, and yet the inside of a cloud: the platform address of Azure. */
const INSIDE = new Set(['168.63.129.16']);

/** Which addresses our calls may reach: those of the public Internet, so that nobody looks into our network through us. */
@Injectable()
export class OutsideAddress {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'webhooksToLoopback'>) {}

  /** Whether an IP address, as text, may be called. */
  allows(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const ip = ipaddr.process(address);
    if (ip.range() === 'loopback') return this.config.webhooksToLoopback;
    if (ip.range() !== 'unicast' || INSIDE.has(ip.toString())) return false;
    return ip.kind() === 'ipv4' || ip.match(GIVEN_OUT);
  }

  /** The URL to call; null where it must not be. Names are looked up when the call is made, and checked again then. */
  read(text: string): URL | null {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    const host = hostOf(url);
    const literal = isIP(host) !== 0;
    const plain = this.config.webhooksToLoopback && url.protocol === 'http:' && literal && this.isLoopback(host);
    if (url.protocol !== 'https:' && !plain) return null;
    if (url.username !== '' || url.password !== '' || url.hash !== '' || host === '') return null;
    return literal && !this.allows(host) ? null : url;
  }

  private isLoopback(address: string): boolean {
    return ipaddr.process(address).range() === 'loopback';
  }
}

/** The host without the brackets that URLs put around addresses of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
