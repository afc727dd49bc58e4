({ context, record }) => {
  const user = context.user ?? null;
  return {
    getCurrentUserRecord: () => record(user),
    getCurrentUserId: () => user && user.id,
    getCurrentUserEmail: () => user && (user.email ?? null),
    getCurrentIp: () => context.ip ?? null,
    getRunId: () => context.run ?? null,
  };
}
