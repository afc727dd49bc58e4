import * as rx from 'rxjs';

type Source = rx.Observable<unknown>;
type Connectable = Source & { connect(): rx.Subscription; refCount(): Source };

/** What RxJS 5 had for one subscription that many share: `publish` and its kin, ended with `connect` or `refCount`. */
export const sharing: Readonly<Record<string, (this: Source, ...args: never[]) => unknown>> = {
  multicast(subject: rx.Subject<unknown> | (() => rx.Subject<unknown>), select?: Select) {
    return shared(this, typeof subject === 'function' ? subject : () => subject, select);
  },
  publish(select?: Select) {
    return shared(this, () => new rx.Subject(), select);
  },
  publishBehavior(first: unknown) {
    return shared(this, () => new rx.BehaviorSubject(first));
  },
  publishReplay(size?: number, time?: number, select?: Select) {
    return shared(this, () => new rx.ReplaySubject(size, time), typeof select === 'function' ? select : undefined);
  },
  publishLast() {
    return shared(this, () => new rx.AsyncSubject());
  },
  partition(test: (value: unknown, index: number) => boolean) {
    return [this.pipe(rx.filter(test)), this.pipe(rx.filter((value, index) => !test(value, index)))];
  },
};

type Select = (shared: Source) => Source;

function shared(source: Source, make: () => rx.Subject<unknown>, select?: Select): Source {
  if (select) return source.pipe(rx.connect(select, { connector: make }));
  let subject = make();
  let connection: rx.Subscription | null = null;
  let heard = 0;
  const connect = () => {
    if (connection) return connection;
    if (subject.isStopped) subject = make();
    const begun = (connection = new rx.Subscription(() => (connection = null)));
    // Subscribed as the plugin does, so that it ends with the plugin.
    begun.add(source.subscribe(subject));
    return begun;
  };
  // Lifted, so that what comes of it is of the same kind: a plugin's, with methods.
  const lift = (call: (subscriber: rx.Subscriber<unknown>) => rx.TeardownLogic) => source.lift({ call }) as Source;
  return Object.assign(lift((subscriber) => (subject.isStopped && !connection && (subject = make()), subject.subscribe(subscriber))), {
    connect,
    refCount: () =>
      lift((subscriber) => {
        if (subject.isStopped && !connection) subject = make();
        const inner = subject.subscribe(subscriber);
        if (heard++ === 0) connect();
        return () => {
          inner.unsubscribe();
          if (--heard === 0) connection?.unsubscribe();
        };
      }),
  }) satisfies Connectable;
}
