import { setStage } from './stage';
import { badNetwork } from './troubles/bad-network';
import { crashes } from './troubles/crashes';
import { deadlineWhileOffline } from './troubles/deadline-offline';
import { offlineTenMinutes } from './troubles/offline-ten-minutes';
import { secondDevice } from './troubles/second-device';
import { wrongClock } from './troubles/wrong-clock';

/** Each story is a file of its own; they share one installation, because bringing it up takes longer than most of them. */
describe('what happens to candidates in the exam room, in the real page against the real server', () => {
  const stage = setStage();
  offlineTenMinutes(stage);
  crashes(stage);
  secondDevice(stage);
  wrongClock(stage);
  badNetwork(stage);
  deadlineWhileOffline(stage);
});
