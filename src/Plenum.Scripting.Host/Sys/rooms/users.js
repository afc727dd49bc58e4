({ ask, record, Text }) => {
  const groups = (user) => {
    const found = typeof user === 'string' ? ask('users.find', user) : user?.toJson?.() ?? user;
    return Array.isArray(found?.groups) ? found.groups : [];
  };
  return {
    findById: (id) => record(ask('users.find', Text(id))),
    findByEmail: (email) => record(ask('users.find', Text(email))),
    list: (conference) => ask('users.list', conference ?? null).map(record),
    containsGroup: (user, group) => groups(user).includes(Text(group)),
    isPrimaryGroup: (user, group) => groups(user)[0] === Text(group),
    getPrimaryGroup: (user) => { const first = groups(user)[0]; return first === undefined ? null : { id: first, name: first, label: first }; },
  };
}
