import { AnnounceExpired } from './application/announce-expired.command';
import { AskedAboutMine } from './application/asked-about-mine.query';
import { AskedAboutController } from './http/asked-about.controller';
import { AnnounceExpiredSweep } from './jobs/announce-expired.sweep';
import { AskedAboutRepository } from './persistence/asked-about.repository';

/** What others are told of certificates, and what holders are told of those who ask. */
export const askedProviders = [AnnounceExpired, AnnounceExpiredSweep, AskedAboutMine, AskedAboutRepository];
export const askedControllers = [AskedAboutController];
