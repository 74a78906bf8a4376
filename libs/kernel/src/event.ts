/** Something that happened, as other contexts hear of it. `key` is the id of its subject: one event of a name per key is delivered once. */
export interface DomainEvent<Name extends string = string, Payload extends object = object> {
  readonly name: Name;
  readonly key: string;
  readonly payload: Payload;
}

/** Defines an event; `keyOf` picks the subject from the payload. */
export function defineEvent<Payload extends object>() {
  return <Name extends string>(name: Name, keyOf: (payload: Payload) => string) => {
    const make = (payload: Payload): DomainEvent<Name, Payload> => ({ name, key: keyOf(payload), payload });
    return Object.assign(make, { eventName: name, payloadType: undefined as unknown as Payload });
  };
}
