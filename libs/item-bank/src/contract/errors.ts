import { problem } from '@hz/kernel';

export class ItemNotFound extends problem('item-bank.item-not-found', 'not-found') {}
