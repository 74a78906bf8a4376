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
    if (host === '' || !this.mayBeSpoken(url.protocol, host) || saysMoreThanWhere(url)) return null;
    return isIP(host) !== 0 && !this.allows(host) ? null : url;
  }

  /** Without encryption only to this very machine, where the settings allow that. */
  private mayBeSpoken(protocol: string, host: string): boolean {
    if (protocol === 'https:') return true;
    return protocol === 'http:' && this.config.webhooksToLoopback && isLoopback(host);
  }
}

const isLoopback = (host: string): boolean => isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback';
const saysMoreThanWhere = ({ username, password, hash }: URL): boolean => `${username}${password}${hash}` !== '';

/** The host without the brackets that URLs put around addresses of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
