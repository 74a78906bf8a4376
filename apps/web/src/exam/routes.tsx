import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: '/exam/:registrationId',
    lazy: async () => ({ Component: (await import('./waiting/waiting-page')).WaitingPage }),
  },
  {
    path: '/exam/:registrationId/room',
    lazy: async () => ({ Component: (await import('./room/room-page')).RoomPage }),
  },
  {
    path: '/exam/:registrationId/receipt',
    lazy: async () => ({ Component: (await import('./receipt/receipt-page')).ReceiptPage }),
  },
];
